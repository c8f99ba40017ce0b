package statements

import tea "charm.land/bubbletea/v2"

// Click selects what was clicked; a click on what is selected already opens it.
func (s *Screen) Click(x, y int) tea.Cmd {
	l := s.layout
	switch {
	case l.head.contains(x, y):
		if y == 0 {
			s.search.Enter()
		}
		return s.look(listPane)
	case l.list.contains(x, y):
		return s.clickList(y - l.list.y)
	case l.shown.contains(x, y):
		return s.clickDetail(y - l.shown.y)
	case l.facets.contains(x, y):
		return s.clickFacet(y - l.facets.y)
	}
	return nil
}

func (s *Screen) clickList(line int) tea.Cmd {
	s.search.leave()
	if s.answers.shown() == 0 {
		return s.clickDrop(line - dropsFrom)
	}
	i, ok := s.list.window.At(line)
	if !ok {
		return s.look(listPane)
	}
	if i == s.list.window.Cursor() && s.focus == listPane {
		return s.look(detailPane)
	}
	s.list.window.Select(i)
	return tea.Batch(s.look(listPane), s.moved())
}

// clickDrop selects a part of the line that finds nothing, and drops it if it is selected already.
func (s *Screen) clickDrop(i int) tea.Cmd {
	cmd := s.look(listPane)
	if i < 0 || i >= len(s.answers.last.Drops) {
		return cmd
	}
	if i == s.dropping {
		return tea.Batch(cmd, s.drop())
	}
	s.dropping = i
	return cmd
}

func (s *Screen) clickDetail(line int) tea.Cmd {
	s.search.leave()
	cmd := s.look(detailPane)
	d, height := &s.detail, s.layout.shown.height
	switch {
	case line == 0 && d.goesOnAbove(height):
		d.turn(1-height, height)
		return cmd
	case line == height-1 && d.top+height < len(d.page.lines):
		d.turn(height-1, height)
		return cmd
	}
	for i, at := range s.detail.page.items {
		if at := at.line - s.detail.top; line >= at && line < at+s.detail.page.items[i].lines {
			s.detail.cursor = i
			return tea.Batch(cmd, s.follow())
		}
	}
	return cmd
}

func (s *Screen) clickFacet(line int) tea.Cmd {
	s.search.leave()
	cmd := s.look(facetPane)
	f, height := &s.facets, s.layout.facets.height
	switch {
	case line == 0 && f.goesOnAbove(height):
		f.jump(-1)
		return cmd
	case line == height-1 && f.goesOnBelow(height):
		f.jump(height - 1)
		return cmd
	}
	if i := f.top + line; f.canRest(i) {
		s.facets.cursor = i
		return tea.Batch(cmd, s.open())
	}
	return cmd
}

// Wheel scrolls the pane under the pointer.
func (s *Screen) Wheel(x, y, by int) tea.Cmd {
	l := s.layout
	switch {
	case l.shown.contains(x, y):
		s.detail.turn(by, l.shown.height)
	case l.facets.contains(x, y):
		s.facets.jump(by)
	case l.list.contains(x, y):
		s.list.window.Scroll(by)
		return s.moved()
	}
	return nil
}
