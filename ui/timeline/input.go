package timeline

import (
	tea "charm.land/bubbletea/v2"

	"onrecord/ui/keys"
	"onrecord/ui/line"
)

// edit carries out a command of the query line; ok is false if it is none.
func (s *Screen) edit(id keys.ID) (cmd tea.Cmd, ok bool) {
	switch s.line.Edit(id) {
	case line.Changed:
		s.cursor.choosing = false
		return s.ask(), true
	case line.Left, line.Moved:
		return nil, true
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

// Click puts the cursor on a bar and a lane; a click on where it stands already opens that.
func (s *Screen) Click(x, y int) tea.Cmd {
	if y == 0 {
		s.line.Enter()
		return nil
	}
	s.leave()
	bar, inLanes, lane := s.scale.bar(s.cursor.day), s.cursor.inLanes, s.cursor.window.Cursor()
	if !s.point(y) || !s.pointAt(x) {
		return nil
	}
	if bar == s.scale.bar(s.cursor.day) && inLanes == s.cursor.inLanes && lane == s.cursor.window.Cursor() {
		return s.open()
	}
	return nil
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

// Wheel scrolls the lanes, and over the histogram moves along the time.
func (s *Screen) Wheel(_, y, by int) tea.Cmd {
	if y >= s.layout.lanes {
		s.cursor.window.Scroll(by)
		return nil
	}
	s.step(by)
	return nil
}
