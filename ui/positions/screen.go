// Package positions is the screen that shows where everybody stands: actors by topics, under the query in force.
//
// It asks a Library for the matrix of the query line, and shows it in views that lie one upon the other: the matrix at
// the bottom, and above it what was opened last, the page of a topic, the shifts, a comparison, or the rule by which
// positions come about. Everything that is shown leads to the statements behind it.
package positions

import (
	"maps"

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

// desk is what all views work on.
type desk struct {
	painter
	lib    Library
	line   *line.Line
	answer Answer // Matrix is nil until the first one has come
	away   trip
}

// view is one way to show positions, below the head of the screen.
type view interface {
	scope() keys.Scope
	resize(width, height int) tea.Cmd
	renew() tea.Cmd // there is another answer
	do(keys.ID) (tea.Cmd, bool)
	update(tea.Msg) tea.Cmd
	click(x, y int) tea.Cmd
	wheel(by int) tea.Cmd
	subject() subject
	shown() *model.Statement   // the statement under the cursor, if its words are shown
	refusal(id keys.ID) string // why a command of the view does nothing here and now, "" if it does something
	sheet() Sheet              // what is shown, to be saved
	draw() []string
	plain() string
}

// Screen is the positions screen.
type Screen struct {
	*desk
	width, height int
	asked         asked
	grid          *grid
	above         []view // what lies upon the matrix
}

// asked is the question that is on its way.
type asked struct {
	order   turns.Order
	line    string
	waiting bool  // the answer has not come
	failed  error // why there is none
	seen    bool  // the screen has been drawn since it asked
	behind  bool  // more has been read since it asked
	goal    *goal // the cell to go to
}

// trip is where the screen led to: the line of the evidence, and the one that was in force here.
type trip struct{ there, here string }

// New makes the screen with a query line in force. It asks nothing before it is shown.
func New(lib Library, t *theme.Theme, value string) *Screen {
	d := &desk{painter: newPainter(t, lib.Marked), lib: lib, line: line.New(value)}
	return &Screen{desk: d, grid: newGrid(d)}
}

// Init needs nothing: the first question is asked when the screen is first shown.
func (s *Screen) Init() tea.Cmd { return nil }

// top is the view that is shown.
func (s *Screen) top() view {
	if n := len(s.above); n > 0 {
		return s.above[n-1]
	}
	return s.grid
}

// stood brings an answer.
type stood struct {
	turn   *turns.Turn
	answer Answer
	err    error
}

// ask asks where everybody stands, and gives up the question that is on its way.
func (s *Screen) ask() tea.Cmd {
	turn := s.asked.order.Next()
	s.asked = asked{order: s.asked.order, line: s.line.Value(), waiting: true, goal: s.asked.goal}
	lib, value, open := s.lib, s.line.Value(), maps.Clone(s.grid.cast.open)
	return func() tea.Msg {
		answer, err := lib.Stand(turn, value)
		if err == nil {
			answer.measure()
			answer.speakers = speakersOf(answer.Matrix, open)
		}
		return stood{turn, answer, err}
	}
}

// Update takes answers, and the news that there may be other answers now.
func (s *Screen) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case stood:
		return s.stood(msg)
	case saved:
		return msg.news()
	case openTopic:
		return s.push(newTopicPage(s.desk, msg.topic))
	case nav.Marked:
		if msg.Err == nil && s.asksMarked() {
			return s.outdate()
		}
	case nav.Grown:
		return s.outdate()
	}
	cmds := []tea.Cmd{s.grid.update(msg)}
	for _, v := range s.above {
		cmds = append(cmds, v.update(msg))
	}
	return tea.Batch(cmds...)
}

// asksMarked tells whether the answer depends on what is marked.
func (s *Screen) asksMarked() bool { return query.Parse(s.line.Value()).AsksMarked() }

// outdate asks anew, as what was answered may hold no longer. While a collection is read, a screen that nobody looks at
// does not keep asking, and one that waits for an answer gets it first.
func (s *Screen) outdate() tea.Cmd {
	if s.asked.seen && !s.asked.waiting {
		return s.ask()
	}
	s.asked.behind = true
	return nil
}

func (s *Screen) stood(msg stood) tea.Cmd {
	if !s.asked.order.Is(msg.turn) {
		return nil
	}
	if s.asked.waiting, s.asked.failed = false, msg.err; msg.err != nil {
		return nil
	}
	s.answer = msg.answer
	cmds := []tea.Cmd{s.grid.renew()}
	if s.asked.goal != nil {
		cmds = append(cmds, s.grid.goTo(*s.asked.goal))
		s.asked.goal = nil
	}
	for _, v := range s.above {
		cmds = append(cmds, v.renew())
	}
	if s.asked.behind && s.asked.seen {
		cmds = append(cmds, s.ask())
	}
	return tea.Batch(cmds...)
}

// stale tells whether what is drawn answers an older question than the one asked last.
func (s *Screen) stale() bool { return s.answer.Matrix == nil || s.answer.Line != s.line.Value() }

// Narrow puts a query line in force. Who comes back from the evidence of a cell finds the matrix as it was; a line that
// asks for one actor and one topic leads to their cell.
func (s *Screen) Narrow(value string) tea.Cmd {
	last := s.away
	s.away = trip{}
	if last.there != "" && value == last.there && s.line.Value() == last.here {
		return s.refresh()
	}
	if goal, ok := goalOf(value); ok {
		s.asked.goal = &goal
	}
	if value == s.line.Value() {
		cmd := s.refresh()
		if s.asked.goal != nil && !s.asked.waiting {
			goal := *s.asked.goal
			s.asked.goal = nil
			return tea.Batch(cmd, s.grid.goTo(goal))
		}
		return cmd
	}
	s.line.Set(value)
	return s.ask()
}

// refresh asks if there may be another answer than the one that is here.
func (s *Screen) refresh() tea.Cmd {
	if !s.asked.order.Taken() || s.asked.behind || s.asked.line != s.line.Value() || s.asksMarked() {
		return s.ask()
	}
	return nil
}

// Line is the query line in force.
func (s *Screen) Line() string { return s.line.Value() }

// Rests tells whether nothing lies upon the matrix, so that there is nothing to close before it is left.
func (s *Screen) Rests() bool { return !s.line.Typing() && len(s.above) == 0 && !s.grid.jump.typing }

// jumping tells whether the name of a row or a column is being typed.
func (s *Screen) jumping() bool {
	return s.answer.Matrix != nil && len(s.above) == 0 && s.grid.jump.typing
}

// Seek shows the matrix with the cursor on a cell, at once or when the answer comes that holds it.
func (s *Screen) Seek(c nav.Cell) tea.Cmd {
	s.above = nil
	to := goal{c.Actor, c.Topic, true}
	if s.asked.waiting || s.answer.Matrix == nil {
		s.asked.goal = &to
		return nil
	}
	s.asked.goal = nil
	return s.grid.goTo(to)
}

// Scope is the place that has the keyboard.
func (s *Screen) Scope() keys.Scope {
	if s.line.Typing() {
		return keys.Search
	}
	return s.top().scope()
}

// SetTheme tells how things look from now on.
func (s *Screen) SetTheme(t *theme.Theme) { s.painter = newPainter(t, s.lib.Marked) }

// Resize tells how much room there is.
func (s *Screen) Resize(width, height int) {
	s.width, s.height = width, height
	s.grid.resize(width, s.body())
	for _, v := range s.above {
		v.resize(width, s.body())
	}
}

// body is how many lines the views have.
func (s *Screen) body() int { return max(0, s.height-line.Height) }

// View draws the screen.
func (s *Screen) View() ([]string, *tea.Cursor) {
	s.asked.seen = true
	lines, cursor := s.line.View(s.theme, s.width, s.status(), s.answer.Taken)
	switch {
	case s.asked.failed != nil:
		lines = append(lines, line.Failure(s.theme, "Finding the positions failed.", s.asked.failed, s.width)...)
	case s.answer.Matrix == nil:
		lines = append(lines, "", "  "+s.theme.Faint.Render("reading positions"+s.theme.Signs.Ellipsis))
	case len(s.answer.Matrix.Columns) == 0 && len(s.above) == 0:
		lines = append(lines, s.nothing()...)
	default:
		lines = append(lines, s.top().draw()...)
		if s.jumping() {
			_, cursor = s.grid.jumpLine(s.width - 2)
			cursor.Y += line.Height
		}
	}
	return lines[:min(len(lines), max(0, s.height))], cursor
}

// status says how many statements the positions are read from, and how far reading is.
func (s *Screen) status() widget.Text {
	t := s.theme
	if s.asked.failed != nil {
		return line.FailedStatus(t)
	}
	if s.answer.Matrix == nil {
		return widget.Styled(t.Faint, "opening"+t.Signs.Ellipsis)
	}
	c := line.Count{Found: s.answer.Matrix.Statements, Total: s.answer.Total, Stale: s.stale(), Reading: s.answer.Reading}
	return c.Status(t, s.width)
}

// nothing says why there is no matrix.
func (s *Screen) nothing() []string {
	t := s.theme
	lines := []string{"", "  " + t.Strong.Render("Nobody takes a position here.")}
	why := s.answer.Reading.Nothing()
	switch {
	case s.answer.Matrix.Statements > 0:
		why = statements(s.answer.Matrix.Statements) + " found, on no topic."
	case s.answer.Total > 0:
		why = "No statement is found; " + s.line.WayOut(s.answer.Total)
	}
	return append(lines, "", "  "+s.one(widget.Styled(t.Quiet, why), s.width-3).Styled)
}

// Plain returns in plain words what is under the cursor.
func (s *Screen) Plain() string {
	if s.answer.Matrix == nil {
		return ""
	}
	return s.top().plain()
}
