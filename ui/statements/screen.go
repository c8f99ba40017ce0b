// Package statements is the screen on which statements are searched, listed and read.
//
// It asks a Library, one question at a time, and draws the last answer: the search box with the filters in force above,
// and below it the facets, the list, and the statement under the cursor with its neighbours. Everything that narrows
// the list is text in the search box, whether it was typed there or chosen among the facets.
package statements

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"onrecord/ui/keys"
	"onrecord/ui/line"
	"onrecord/ui/nav"
	"onrecord/ui/theme"
	"onrecord/ui/widget"
)

// Screen is the statements screen.
type Screen struct {
	lib      Library
	painter  painter
	layout   layout
	focus    pane
	search   search
	answers  answers
	list     *list
	facets   facets
	detail   detail
	near     nearAsk
	dropping int // which part of the line is under the cursor, to be dropped, while nothing is found; -1 for none
}

// New makes the screen with a query line in force.
func New(lib Library, t *theme.Theme, value string) *Screen {
	s := &Screen{lib: lib, painter: painter{t, lib.Marked}, search: search{Line: line.New(value)}}
	s.answers = answers{lib: lib}
	s.list = newList(s.painter, &s.answers)
	s.detail.cursor, s.dropping = -1, -1
	return s
}

// Init asks for what the first line finds.
func (s *Screen) Init() tea.Cmd { return s.ask(noRecord) }

// Update takes answers, and the news that there may be other answers now.
func (s *Screen) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case found:
		return s.found(msg)
	case near:
		return s.gotNear(msg)
	case suggested:
		s.search.take(msg)
	case nav.Marked:
		return s.marked(msg)
	case tea.WindowSizeMsg:
		return tea.Batch(s.moved(), s.askNear()) // there may be room for more rows, or for the detail
	case nav.Grown:
		return s.refresh()
	}
	return nil
}

// ask asks for what the line in the search box finds.
func (s *Screen) ask(keep int) tea.Cmd {
	s.near.order.End() // the answer has all processors for itself
	return s.answers.ask(s.Line(), s.list.rows(), keep)
}

// refresh asks again without moving the selection. Who has not left the first row stays with whatever is the first. A
// question that is on its way gets its answer first: while a collection is read, news can come faster than answers.
func (s *Screen) refresh() tea.Cmd {
	s.detail.behind = true
	if s.answers.waiting {
		s.answers.behind = true
		return nil
	}
	s.search.again()
	keep := noRecord
	if row, ok := s.current(); ok && (s.list.window.Cursor() > 0 || s.focus == detailPane) {
		keep = row.Statement.Index
	}
	return s.ask(keep)
}

// current returns the row under the cursor of the list.
func (s *Screen) current() (Row, bool) { return s.answers.row(s.list.window.Cursor()) }

func (s *Screen) found(msg found) tea.Cmd {
	again := s.answers.ready && msg.line == s.answers.last.Line
	if !s.answers.take(msg) {
		return nil
	}
	if msg.page < 0 {
		if !again {
			s.dropping = -1
		}
		s.dropping = min(s.dropping, len(msg.answer.Drops)-1)
		s.list.nearAt = -1
		if len(msg.answer.Near) > 0 {
			s.list.nearAt = msg.answer.Count
		}
		switch at := s.answers.keptAt(msg.keep); {
		case msg.keep >= 0 && at >= 0:
			s.list.window.Follow(at, s.answers.shown())
		case again: // the row under the cursor was still on its way, or is the first
			s.list.window.SetCount(s.answers.shown())
		default:
			s.list.window.Reset(s.answers.shown())
		}
		s.facets.refresh(&s.answers, s.focus == facetPane)
		if s.answers.behind {
			return tea.Batch(s.moved(), s.search.fetch(s.lib), s.refresh())
		}
		return tea.Batch(s.moved(), s.search.fetch(s.lib))
	}
	s.list.window.SetCount(s.answers.shown()) // the rows that have come may be lower than was thought
	return s.moved()
}

// moved brings what is under the cursor of the list into the detail, and asks for rows that came into view.
func (s *Screen) moved() tea.Cmd {
	first, last := s.list.inView()
	want := s.answers.want(first, last+ahead)
	row, ok := s.current()
	if !ok {
		if s.answers.shown() == 0 {
			s.detail = detail{cursor: -1}
		}
		return want
	}
	if at, ok := s.detail.beginning(); !ok || at.Statement.Index != row.Statement.Index {
		s.detail.visited = nil
	}
	if len(s.detail.visited) == 0 {
		s.detail.show(row)
	}
	return tea.Batch(want, s.askNear())
}

// narrow puts a query line in force.
func (s *Screen) narrow(value string) tea.Cmd {
	s.search.Set(value)
	s.search.forget() // what could be typed there belonged to the line before
	return s.ask(noRecord)
}

// Line is the query line in force.
func (s *Screen) Line() string { return s.search.Value() }

// Rests tells whether the list has the keyboard.
func (s *Screen) Rests() bool { return s.Scope() == keys.List }

// Narrow puts a query line in force.
func (s *Screen) Narrow(value string) tea.Cmd {
	switch {
	case value != s.Line():
		return tea.Batch(s.look(listPane), s.narrow(value)) // what one did in a pane was about another list
	case s.asksMarked():
		return s.refresh() // as what is marked may have changed
	}
	return nil
}

// Scope is the place that has the keyboard.
func (s *Screen) Scope() keys.Scope {
	switch {
	case s.search.Typing():
		return keys.Search
	case s.focus == facetPane:
		return keys.Facets
	case s.focus == detailPane:
		return keys.Detail
	}
	return keys.List
}

// SetTheme tells how things look from now on.
func (s *Screen) SetTheme(t *theme.Theme) {
	s.painter.theme, s.list.theme = t, t
	s.fit()
}

// Resize tells how much room there is.
func (s *Screen) Resize(width, height int) {
	s.layout = layOut(width, height, s.focus)
	s.fit()
}

// fit gives the list its place in the layout. Where the list is not to be seen, it keeps the room that it would have.
func (s *Screen) fit() {
	s.list.resize(s.layout.list.width, max(0, s.layout.height-headHeight-1))
}

// look moves the keyboard to a pane.
func (s *Screen) look(p pane) tea.Cmd {
	s.focus = p
	if p != detailPane {
		s.detail.cursor = -1
	}
	s.layout = layOut(s.layout.width, s.layout.height, p)
	s.fit()
	return s.askNear()
}

// View draws the screen.
func (s *Screen) View() ([]string, *tea.Cursor) {
	l := s.layout
	lines, cursor := s.head(l.width)
	lines = append(lines, s.rule())
	var columns []widget.Pane
	if !l.facets.empty() && l.facets.x == 0 {
		columns = append(columns, s.facetColumn())
	}
	if !l.list.empty() {
		columns = append(columns, widget.Pane{Width: l.list.width, Lines: s.listLines()})
	}
	if !l.shown.empty() {
		s.drawDetail()
		columns = append(columns, widget.Pane{Width: l.shown.width, Lines: s.detail.view(s.painter, l.shown.width, l.shown.height)})
	}
	if !l.facets.empty() && l.facets.x > 0 {
		columns = append(columns, s.facetColumn())
	}
	body := widget.Join(s.painter.theme, l.height-len(lines), columns...)
	return append(lines, body...), cursor
}

// drawDetail brings the page of the detail up to date, before it is shown and before somebody moves on it.
func (s *Screen) drawDetail() {
	s.detail.refresh(s.painter, s.layout.shown.width, s.answers.generation, s.focus == detailPane)
}

func (s *Screen) facetColumn() widget.Pane {
	r := s.layout.facets
	lines := s.facets.view(s.painter, &s.answers, r.width, r.height, s.focus == facetPane && !s.search.Typing())
	return widget.Pane{Width: r.width, Lines: s.quiet(lines)}
}

// rule draws the hairline below the search box, heavier above the pane with the keyboard.
func (s *Screen) rule() string {
	t, l := s.painter.theme, s.layout
	held := map[pane]rect{listPane: l.list, detailPane: l.shown, facetPane: l.facets}[s.focus]
	if s.search.Typing() {
		held = rect{}
	}
	var b strings.Builder
	x := 0
	for _, end := range append(slices.Clone(l.lines), l.width) {
		sign, style := t.Signs.Horizontal, t.Line
		if held.width > 0 && held.x == x {
			sign, style = t.Signs.Heavy, t.Accent
		}
		b.WriteString(style.Render(strings.Repeat(sign, end-x)))
		if end < l.width {
			b.WriteString(t.Line.Render(t.Signs.TeeDown))
		}
		x = end + 1
	}
	return b.String()
}

// listLines draws the list, or says why there is none.
func (s *Screen) listLines() []string {
	switch {
	case s.answers.failed != nil:
		return line.Failure(s.painter.theme, "The search failed.", s.answers.failed, s.layout.list.width)
	case !s.answers.ready:
		return s.painter.waiting(1)
	case s.answers.shown() == 0:
		return s.quiet(s.nothing())
	}
	return s.quiet(s.list.view())
}

// quiet draws in one faint colour what answers an older line.
func (s *Screen) quiet(lines []string) []string {
	if !s.stale() {
		return lines
	}
	return widget.Canvas{Lines: lines}.Dim(s.painter.theme.Dimmed).Lines
}

// Plain returns the statement in view with its citation.
func (s *Screen) Plain() string {
	if !s.detail.shown {
		return ""
	}
	return s.detail.row.Statement.Citation()
}
