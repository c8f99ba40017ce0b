// Package timeline is the screen that shows when statements were made: how many on which day, in all and in one lane for
// each topic, actor or speaker.
//
// It asks a Library for a Chart of what the query line finds, and draws the part of it that is in view. A bar stands for
// a day, or where there are too many, for a week, a month or a year, and the screen says for which. What is chosen here,
// days or a lane, becomes text of the query line, as if it had been typed.
package timeline

import (
	tea "charm.land/bubbletea/v2"

	"onrecord/model"
	"onrecord/model/query"
	"onrecord/ui/keys"
	"onrecord/ui/line"
	"onrecord/ui/nav"
	"onrecord/ui/theme"
	"onrecord/ui/turns"
	"onrecord/ui/widget"
)

// Screen is the timeline.
type Screen struct {
	lib     Library
	theme   *theme.Theme
	layout  layout
	line    *line.Line
	away    trip
	asked   asked
	answer  Answer
	by      By
	longest int // columns of the longest name of a lane
	scale   scale
	zoom    zoom
	cursor  cursor
	listing listing
	pressed pressed
	crest   crest
}

// trip is where Enter led to: the line of the statements, and the one that was in force here.
type trip struct{ there, here string }

// asked is the question that is on its way.
type asked struct {
	order   turns.Order
	waiting bool  // the answer has not come
	failed  error // why there is none
	seen    bool  // the screen has been drawn since it asked
	behind  bool  // more has been read since it asked
}

// zoom is what a bar stands for: the shortest unit of which all have room, or the one that the user chose.
type zoom struct {
	chosen bool
	unit   unit
}

// cursor is where the cursor stands, and where the choice of days began.
type cursor struct {
	set      bool      // whether it has been put somewhere
	day      model.Day // a day of the bar
	inLanes  bool      // on a lane, not on all statements
	window   *widget.Window
	choosing bool
	anchor   model.Day
}

// New makes the screen with a query line in force. It asks nothing before it is shown.
func New(lib Library, t *theme.Theme, value string) *Screen {
	s := &Screen{lib: lib, theme: t, line: line.New(value)}
	s.cursor.window = widget.Uniform()
	s.listing.window = widget.NewWindow(s.tall)
	return s
}

// Init needs nothing: the first question is asked when the screen is first shown.
func (s *Screen) Init() tea.Cmd { return nil }

// counted brings an answer.
type counted struct {
	turn    *turns.Turn
	answer  Answer
	longest int
	err     error
}

// ask asks for what the line finds, and gives up the question that is on its way.
func (s *Screen) ask() tea.Cmd {
	turn := s.asked.order.Next()
	s.asked = asked{order: s.asked.order, waiting: true}
	lib, value, by := s.lib, s.line.Value(), s.by
	return func() tea.Msg {
		answer, err := lib.Count(turn, value, by)
		return counted{turn, answer, longest(answer.Chart), err}
	}
}

// longest is the width of the longest name among the first lanes, with the sign before it.
func longest(c *Chart) int {
	const lanes, sign = 100, 2
	most := 0
	if c != nil {
		for i := range c.Lanes[:min(lanes, len(c.Lanes))] {
			most = max(most, widget.Width(c.Lanes[i].Label)+sign)
		}
	}
	return most
}

// Update takes answers, and the news that there may be other answers now.
func (s *Screen) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case counted:
		return s.counted(msg)
	case nav.Marked:
		if msg.Err == nil && query.Parse(s.line.Value()).AsksMarked() {
			return s.outdate()
		}
	case nav.Grown:
		return s.outdate()
	}
	return nil
}

// outdate asks anew, as what was answered may hold no longer. While a collection is read, a screen that nobody looks at
// does not keep asking, and one that waits for an answer gets it first.
func (s *Screen) outdate() tea.Cmd {
	if s.asked.seen && !s.asked.waiting {
		return s.ask()
	}
	s.asked.behind = true
	return nil
}

func (s *Screen) counted(msg counted) tea.Cmd {
	if !s.asked.order.Is(msg.turn) {
		return nil
	}
	if s.asked.waiting, s.asked.failed = false, msg.err; msg.err != nil {
		return nil
	}
	lane, inLane := s.lane()
	kept, at := *lane, s.cursor.window.Cursor()
	s.answer, s.longest = msg.answer, msg.longest
	s.cursor.window.SetCount(len(s.lanes()))
	if inLane {
		s.keepLane(&kept, at)
	}
	s.fit()
	if s.asked.behind && s.asked.seen {
		return s.ask()
	}
	return nil
}

// keepLane brings the cursor back to the lane on which it was, or to the place where that was.
func (s *Screen) keepLane(kept *Lane, at int) {
	lanes := s.lanes()
	for i := range lanes {
		if lanes[i].Field == kept.Field && lanes[i].Token == kept.Token {
			at = i
			break
		}
	}
	s.cursor.window.Select(at)
	s.cursor.inLanes = len(lanes) > 0
}

// stale tells whether what is drawn answers an older question than the one asked last.
func (s *Screen) stale() bool {
	return s.answer.Chart == nil || s.answer.Line != s.line.Value() || s.answer.Chart.By != s.by
}

func (s *Screen) lanes() []Lane {
	if s.answer.Chart == nil {
		return nil
	}
	return s.answer.Chart.Lanes
}

// lane is the lane under the cursor, false if that stands on all statements.
func (s *Screen) lane() (*Lane, bool) {
	lanes := s.lanes()
	if i := s.cursor.window.Cursor(); s.cursor.inLanes && i >= 0 && i < len(lanes) {
		return &lanes[i], true
	}
	return s.all(), false
}

// all is the lane of all statements found.
func (s *Screen) all() *Lane {
	if s.answer.Chart == nil {
		return &Lane{}
	}
	return &s.answer.Chart.All
}

// fit lays out the time over the room that there is. The cursor keeps its day, if that is still among those found.
func (s *Screen) fit() {
	l := s.layout
	s.layout = layOut(l.width, l.height, len(widget.Thousands(s.all().Len())))
	s.layout.spare(len(s.lanes()))
	s.cursor.window.Resize(s.layout.many)
	whole, ok := s.answer.Chart.span()
	if !ok {
		s.scale, s.cursor.choosing = scale{}, false
		s.relist()
		return
	}
	if !s.cursor.set {
		s.cursor.day, s.cursor.set = whole.to, true
	}
	s.cursor.day = min(max(s.cursor.day, whole.from), whole.to)
	if !s.zoom.chosen {
		s.zoom.unit = finest(whole, s.layout.room)
	}
	bars := s.zoom.unit.index(whole.to) - s.zoom.unit.index(whole.from) + 1
	columns := s.layout.columns(bars)
	aside := columns < s.layout.room
	s.scale = newScale(s.zoom.unit, whole, columns, s.scale.from, s.cursor.day)
	spare := s.scale.width()
	if aside {
		spare += s.layout.room - columns
	}
	s.layout.widen(s.longest-s.layout.label, spare)
	s.layout.aside(aside, s.scale.width())
	s.cursor.window.Resize(s.layout.many)
	s.relist()
}

// underCursor is the days of the bar under the cursor, or those that are chosen.
func (s *Screen) underCursor() span {
	at := s.scale.span(s.scale.bar(s.cursor.day))
	if !s.cursor.choosing {
		return at
	}
	other := s.scale.span(s.scale.bar(s.cursor.anchor))
	return span{min(at.from, other.from), max(at.to, other.to)}
}

// narrow puts a query line in force.
func (s *Screen) narrow(value string) tea.Cmd {
	s.line.Set(value)
	s.cursor.choosing = false
	return s.ask()
}

// Line is the query line in force.
func (s *Screen) Line() string { return s.line.Value() }

// Rests tells whether there is nothing to close before the screen is left.
func (s *Screen) Rests() bool {
	return !s.line.Typing() && !s.cursor.choosing && !s.listing.focused
}

// Narrow puts a query line in force. Who comes back from the statements to which this screen led finds it as it was. It
// always asks, because what is marked, or what has been read, may have changed since the screen was last shown.
func (s *Screen) Narrow(value string) tea.Cmd {
	last := s.away
	s.away = trip{}
	switch {
	case last.there != "" && value == last.there && s.line.Value() == last.here:
	case value != s.line.Value():
		s.line.Set(value)
		s.cursor.choosing = false
	}
	return s.ask()
}

// Scope is the place that has the keyboard.
func (s *Screen) Scope() keys.Scope {
	if s.line.Typing() {
		return keys.Search
	}
	return keys.Timeline
}

// SetTheme tells how things look from now on.
func (s *Screen) SetTheme(t *theme.Theme) { s.theme = t }

// Resize tells how much room there is.
func (s *Screen) Resize(width, height int) {
	s.layout.width, s.layout.height = width, height
	s.fit()
}

// chosenBy tells how the query line takes a lane: asked for, left out, or neither.
func (s *Screen) chosenBy(l *Lane) (asked, left bool) {
	if l.Token == "" {
		return false, false
	}
	return query.Has(s.answer.Line, l.Field, l.Token), query.Leaves(s.answer.Line, l.Field, l.Token)
}
