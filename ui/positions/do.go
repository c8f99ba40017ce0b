package positions

import (
	"context"
	"slices"

	tea "charm.land/bubbletea/v2"

	"onrecord/model/query"
	"onrecord/ui/actions"
	"onrecord/ui/keys"
	"onrecord/ui/line"
	"onrecord/ui/nav"
)

// Do carries out a command that Refusal does not refuse.
func (s *Screen) Do(id keys.ID) (tea.Cmd, bool) {
	if s.line.Typing() {
		return s.edit(id)
	}
	if s.jumping() {
		return s.grid.doJump(id)
	}
	if s.answer.Matrix != nil {
		if actions.Is(id) {
			return actions.Do(id, s.top().shown(), s.lib)
		}
		if cmd, ok := s.top().do(id); ok {
			return cmd, true
		}
		if cmd, ok := s.open(id); ok {
			return cmd, true
		}
	}
	if cmd, ok := s.filter(id); ok {
		return cmd, true
	}
	switch id {
	case keys.Find:
		s.line.Enter()
		return nil, true
	case keys.Back:
		return s.back()
	}
	format, ok := formats[id]
	if !ok {
		return nil, false
	}
	return s.save(format), true
}

// edit carries out a command of the query line; while one types, the arrows move the cursor of the view.
func (s *Screen) edit(id keys.ID) (tea.Cmd, bool) {
	switch s.line.Edit(id) {
	case line.Changed:
		return s.ask(), true
	case line.Left, line.Moved:
		return nil, true
	}
	switch id {
	case keys.Up, keys.Down, keys.PageUp, keys.PageDown:
		if s.answer.Matrix != nil {
			return s.top().do(id)
		}
	}
	return nil, false
}

// Type takes what is typed or pasted into the query line.
func (s *Screen) Type(msg tea.Msg) tea.Cmd {
	if s.jumping() {
		switch msg := msg.(type) {
		case tea.KeyPressMsg:
			return s.grid.typeJump(msg.Text)
		case tea.PasteMsg:
			return s.grid.typeJump(msg.Content)
		}
	}
	if !s.line.Type(msg) {
		return nil
	}
	return s.ask()
}

// back takes one layer off: a view, or the last filter. It reports false if there is none.
func (s *Screen) back() (tea.Cmd, bool) {
	if n := len(s.above); n > 0 {
		s.above = s.above[:n-1]
		return nil, true
	}
	value := s.line.Value()
	if value == "" {
		return nil, false
	}
	return s.narrow(query.DropLast(value)), true
}

// narrow puts a line in force.
func (s *Screen) narrow(value string) tea.Cmd {
	s.line.Set(value)
	return s.ask()
}

// filter carries out the commands that change the query line.
func (s *Screen) filter(id keys.ID) (tea.Cmd, bool) {
	switch id {
	case keys.Clear:
		return s.narrow(""), true
	case keys.FilterBack:
		return s.walk(-1), true
	case keys.FilterForward:
		return s.walk(1), true
	case keys.AskFor:
		return s.askFor(), true
	case keys.LeaveOut:
		return s.leaveOut(), true
	}
	return nil, false
}

// walk goes along the lines that were in force.
func (s *Screen) walk(by int) tea.Cmd {
	s.line.Step(by)
	return s.ask()
}

// askFor puts the subject into the filter, or takes it out if all of it is there.
func (s *Screen) askFor() tea.Cmd {
	wanted := s.subject().values()
	value := s.line.Value()
	all := true
	for _, v := range wanted {
		all = all && query.Has(value, v.field, v.token)
	}
	for _, v := range wanted {
		if all || !query.Has(value, v.field, v.token) {
			value = query.Toggle(value, v.field, v.token)
		}
	}
	return s.narrow(value)
}

// leaveOut leaves the subject out. Of a cell it is not clear what to leave out, the actor or the topic: the user chooses.
func (s *Screen) leaveOut() tea.Cmd {
	at := s.subject()
	if at.row == nil || at.column == nil {
		return s.narrow(s.without(at))
	}
	choose := nav.Choose{Title: "Leave out"}
	for _, one := range []struct {
		subject
		name string
	}{{subject{row: at.row}, at.row.Speaker.Short()}, {subject{column: at.column}, at.column.Topic.Name}} {
		to := nav.Go{Screen: keys.Positions, Line: s.without(one.subject)}
		choose.Options = append(choose.Options, nav.Option{Name: one.name, Note: to.Line, Go: to})
	}
	return func() tea.Msg { return choose }
}

// without is the query line without a subject.
func (s *Screen) without(at subject) string {
	value := s.line.Value()
	for _, v := range at.values() {
		value = query.Exclude(value, v.field, v.token)
	}
	return value
}

func (s *Screen) subject() subject {
	if s.answer.Matrix == nil {
		return subject{}
	}
	return s.top().subject()
}

// open puts a view on top.
func (s *Screen) open(id keys.ID) (tea.Cmd, bool) {
	var next view
	switch id {
	case keys.ShowShifts:
		next = newShifts(s.desk)
	case keys.ShowRule:
		next = &rulePage{desk: s.desk}
	case keys.ShowTopic:
		next = newTopicPage(s.desk, s.subject().column.Topic.ID)
	case keys.CompareActors:
		rows := s.grid.cast.rows()
		if len(rows) < 2 {
			return nav.Refuse("The filter hides the chosen actors; c clears the filter"), true
		}
		next = newComparison(s.desk, rows)
	default:
		return nil, false
	}
	return s.push(next), true
}

func (s *Screen) push(v view) tea.Cmd {
	// There is one view of a kind at most, so that few steps lead back to the matrix.
	s.above = slices.DeleteFunc(s.above, func(old view) bool { return old.scope() == v.scope() })
	s.above = append(s.above, v)
	v.resize(s.width, s.body())
	return v.renew()
}

// Click selects what was clicked; a click on what is selected already opens it.
func (s *Screen) Click(x, y int) tea.Cmd {
	if y < line.Height {
		if y == 0 {
			s.line.Enter()
		}
		return nil
	}
	if s.line.Typing() {
		s.line.Leave()
	}
	if s.answer.Matrix == nil {
		return nil
	}
	s.grid.jump.typing = false
	return s.top().click(x, y-line.Height)
}

// Wheel scrolls the view.
func (s *Screen) Wheel(_, _, by int) tea.Cmd {
	if s.answer.Matrix == nil {
		return nil
	}
	return s.top().wheel(by)
}

var formats = map[keys.ID]Format{
	keys.SaveTable: Table, keys.SaveHTML: HTML, keys.SaveCSV: CSV, keys.SaveJSON: JSON, keys.SaveMarkdown: Markdown,
}

// saved tells that the matrix was written, or could not be.
type saved struct {
	path string
	err  error
}

func (s saved) news() tea.Cmd {
	if s.err != nil {
		return nav.Warn(s.err)
	}
	return nav.Done("Saved as " + s.path)
}

// save writes what is shown.
func (s *Screen) save(format Format) tea.Cmd {
	sheet := s.top().sheet()
	sheet.Format = format
	lib := s.lib
	return func() tea.Msg {
		path, err := lib.Export(context.Background(), sheet)
		return saved{path, err}
	}
}
