package timeline

import (
	tea "charm.land/bubbletea/v2"

	"onrecord/model"
	"onrecord/ui/keys"
	"onrecord/ui/line"
)

// edit carries out a command of the query line; while one types, the arrows move the cursor of the lanes. ok is false if it
// is neither.
func (s *Screen) edit(id keys.ID) (cmd tea.Cmd, ok bool) {
	switch s.line.Edit(id) {
	case line.Changed:
		s.cursor.choosing = false
		return s.ask(), true
	case line.Left, line.Moved:
		return nil, true
	}
	switch id {
	case keys.Up, keys.Down, keys.PageUp, keys.PageDown:
		return nil, s.move(id)
	}
	return nil, false
}

// Type takes what is typed or pasted into the query line.
func (s *Screen) Type(msg tea.Msg) tea.Cmd {
	if !s.line.Type(msg) {
		return nil
	}
	s.cursor.choosing = false
	return s.ask()
}

// leave takes the keyboard from the query line, if it has it.
func (s *Screen) leave() {
	if s.line.Typing() {
		s.line.Leave()
	}
}

// pressed is where the button of the mouse went down.
type pressed struct {
	down bool
	open bool // on what was selected already: letting go opens it
	days bool // moving the mouse has chosen days
	day  model.Day
}

// Click puts the cursor on a bar and a lane, or selects a statement. Letting go opens what had been selected already;
// moving before that chooses days.
func (s *Screen) Click(x, y int) tea.Cmd {
	defer s.relist()
	s.pressed = pressed{}
	if y == 0 {
		s.line.Enter()
		return nil
	}
	s.leave()
	if s.pointListing(x, y) {
		return nil
	}
	bar, inLanes, lane := s.scale.bar(s.cursor.day), s.cursor.inLanes, s.cursor.window.Cursor()
	if x >= s.layout.width-s.layout.pane || !s.point(y) || !s.pointAt(x) {
		return nil
	}
	s.listing.focused = false
	same := bar == s.scale.bar(s.cursor.day) && inLanes == s.cursor.inLanes && lane == s.cursor.window.Cursor()
	s.pressed = pressed{down: true, open: same, day: s.cursor.day}
	return nil
}

// Drag chooses the days between where the button went down and where the mouse is now.
func (s *Screen) Drag(x, _ int) tea.Cmd {
	defer s.relist()
	if !s.pressed.down || s.scale.count == 0 {
		return nil
	}
	last := s.layout.chart + s.scale.width() - 1
	s.pointAt(max(s.layout.chart, min(x, last)))
	if s.pressed.days = s.pressed.days || s.scale.bar(s.cursor.day) != s.scale.bar(s.pressed.day); s.pressed.days {
		s.cursor.choosing, s.cursor.anchor, s.pressed.open = true, s.pressed.day, false
	}
	return nil
}

// Release lets go of the button.
func (s *Screen) Release(int, int) tea.Cmd {
	defer s.relist()
	opens := s.pressed.down && s.pressed.open
	s.pressed = pressed{}
	if !opens {
		return nil
	}
	cmd, _ := s.Do(keys.Open)
	return cmd
}

// point puts the cursor on the lane of a line of the screen, and tells whether there is one.
func (s *Screen) point(y int) bool {
	l := s.layout
	if y >= l.top && y < l.lanes {
		s.cursor.inLanes = false
		return s.scale.count > 0
	}
	if y < l.lanes || y >= l.lanes+l.many {
		return false
	}
	i, ok := s.cursor.window.At(y - l.lanes)
	if ok {
		s.cursor.inLanes = true
		s.cursor.window.Select(i)
	}
	return ok
}

// pointAt puts the cursor on the bar of a column of the screen, and tells whether there is one.
func (s *Screen) pointAt(x int) bool {
	if x < s.layout.chart || x >= s.layout.chart+s.scale.width() {
		return false
	}
	s.goTo(s.scale.from + (x-s.layout.chart)/s.scale.cell)
	return true
}

// Wheel scrolls the lanes or the statements, and over the histogram moves along the time.
func (s *Screen) Wheel(x, y, by int) tea.Cmd {
	defer s.relist()
	if s.overListing(x, y) {
		s.listing.window.Scroll(by)
		return nil
	}
	if y >= s.layout.lanes {
		s.cursor.window.Scroll(by)
		return nil
	}
	s.step(by)
	return nil
}
