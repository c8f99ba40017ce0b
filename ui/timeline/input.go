package timeline

import (
	tea "charm.land/bubbletea/v2"

	"onrecord/ui/keys"
)

// edit carries out a command of the search line; ok is false if it is none.
func (s *Screen) edit(id keys.ID) (cmd tea.Cmd, ok bool) {
	switch id {
	case keys.Back, keys.Open, keys.Complete, keys.PrevPane:
		s.typing = false
		return s.settle(), true
	case keys.NextChoice, keys.PrevChoice:
		return nil, true
	}
	changed, known := s.prompt.Edit(id)
	if changed {
		s.cursor.choosing = false
		return s.ask(), true
	}
	return nil, known
}

// Type takes what is typed or pasted into the search line.
func (s *Screen) Type(msg tea.Msg) tea.Cmd {
	text := ""
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		text = msg.Text
	case tea.PasteMsg:
		text = msg.Content
	}
	if text == "" || !s.prompt.Insert(text) {
		return nil
	}
	s.cursor.choosing = false
	return s.ask()
}

// Click puts the cursor on a bar and a lane; a click on where it stands already opens that.
func (s *Screen) Click(x, y int) tea.Cmd {
	l := s.layout
	if y == 0 {
		s.typing = true
		s.prompt.SetCaret(len(s.prompt.Value()))
		return nil
	}
	s.typing = false
	bar, inLanes, lane := s.scale.bar(s.cursor.day), s.cursor.inLanes, s.cursor.window.Cursor()
	switch {
	case y >= l.top && y < l.lanes:
		s.cursor.inLanes = false
	case y >= l.lanes && y < l.lanes+l.many:
		i, ok := s.cursor.window.At(y - l.lanes)
		if !ok {
			return nil
		}
		s.cursor.inLanes = true
		s.cursor.window.Select(i)
	default:
		return nil
	}
	if x < l.chart || x >= l.chart+s.scale.width() {
		return nil
	}
	s.goTo(s.scale.from + (x-l.chart)/s.scale.cell)
	if bar == s.scale.bar(s.cursor.day) && inLanes == s.cursor.inLanes && lane == s.cursor.window.Cursor() {
		return s.open()
	}
	return nil
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
