package timeline

import (
	tea "charm.land/bubbletea/v2"

	"onrecord/model/position"
	"onrecord/model/query"
	"onrecord/ui/actions"
	"onrecord/ui/keys"
	"onrecord/ui/nav"
)

// Do carries out a command that Refusal does not refuse.
func (s *Screen) Do(id keys.ID) (tea.Cmd, bool) {
	defer s.relist()
	if s.line.Typing() {
		return s.edit(id)
	}
	if actions.Is(id) {
		return actions.Do(id, s.selected(), s.lib)
	}
	if s.listing.focused && s.moveListing(id) || s.move(id) {
		return nil, true
	}
	if cmd, ok := s.filter(id); ok {
		return cmd, true
	}
	switch id {
	case keys.Find:
		s.line.Enter()
	case keys.ChooseDays:
		s.cursor.choosing, s.cursor.anchor = !s.cursor.choosing && s.scale.count > 0, s.cursor.day
	case keys.ZoomIn:
		return s.zoomBy(-1), true
	case keys.ZoomOut:
		return s.zoomBy(1), true
	case keys.SwitchLanes:
		return s.switchLanes(1), true
	case keys.NextPane, keys.PrevPane:
		s.listing.focused = !s.listing.focused
	case keys.NextBusy:
		return s.hop(1), true
	case keys.PreviousBusy:
		return s.hop(-1), true
	case keys.Open:
		return s.open(), true
	case keys.Back:
		return s.back()
	default:
		return nil, false
	}
	return nil, true
}

// move carries out the commands that move the cursor.
func (s *Screen) move(id keys.ID) bool {
	page := max(1, s.layout.many-1)
	switch id {
	case keys.Earlier:
		s.step(-1)
	case keys.Later:
		s.step(1)
	case keys.FarEarlier:
		s.step(-s.scale.unit.stride())
	case keys.FarLater:
		s.step(s.scale.unit.stride())
	case keys.Top:
		s.step(-s.scale.count)
	case keys.Bottom:
		s.step(s.scale.count)
	case keys.Up:
		s.stepLane(-1)
	case keys.Down:
		s.stepLane(1)
	case keys.PageUp:
		s.stepLane(-page)
	case keys.PageDown:
		s.stepLane(page)
	case keys.HalfUp:
		s.stepLane(-max(1, page/2))
	case keys.HalfDown:
		s.stepLane(max(1, page/2))
	default:
		return false
	}
	return true
}

// step moves the cursor by bars.
func (s *Screen) step(by int) { s.goTo(s.scale.bar(s.cursor.day) + by) }

// goTo puts the cursor on a bar.
func (s *Screen) goTo(bar int) {
	if s.scale.count == 0 {
		return
	}
	s.cursor.day = s.scale.day(max(0, min(bar, s.scale.count-1)))
	s.fit()
}

// stepLane moves the cursor by lanes. All statements stand above the first.
func (s *Screen) stepLane(by int) {
	w := s.cursor.window
	if len(s.lanes()) == 0 {
		return
	}
	if !s.cursor.inLanes {
		if by > 0 {
			s.cursor.inLanes = true
			w.Select(by - 1)
		}
		return
	}
	if at := w.Cursor() + by; at < 0 {
		s.cursor.inLanes = false
		w.Select(0)
	} else {
		w.Select(at)
	}
}

// zoomBy makes bars stand for more or less time. A bar for more than a year, or for less than a day, there is none.
func (s *Screen) zoomBy(by int) tea.Cmd {
	s.zoom.unit = unit(int(s.zoom.unit) + by)
	whole, ok := s.answer.Chart.span()
	s.zoom.chosen = !ok || s.zoom.unit != finest(whole, s.layout.room)
	s.fit()
	return nil
}

func (s *Screen) switchLanes(by int) tea.Cmd {
	s.by = s.by.next(by)
	s.cursor.window.Select(0)
	return s.ask()
}

// hop goes to the next busy bar of the lane under the cursor, or to the one before.
func (s *Screen) hop(by int) tea.Cmd {
	lane, _ := s.lane()
	if bar, ok := s.busy(lane, by); ok {
		s.goTo(bar)
	}
	return nil
}

// filter carries out the commands that change the query line and stay here.
func (s *Screen) filter(id keys.ID) (tea.Cmd, bool) {
	line := s.line.Value()
	switch id {
	case keys.Clear:
		return s.narrow(""), true
	case keys.FilterBack:
		return s.walk(-1), true
	case keys.FilterForward:
		return s.walk(1), true
	case keys.KeepDays:
		return s.keepDays(), true
	case keys.AddLane:
		return s.lanewise(func(l *Lane) string { return query.Toggle(line, l.Field, l.Token) }), true
	case keys.LeaveLane:
		return s.lanewise(func(l *Lane) string { return query.Exclude(line, l.Field, l.Token) }), true
	}
	return nil, false
}

// walk goes along the trail of query lines.
func (s *Screen) walk(by int) tea.Cmd {
	s.line.Step(by)
	return s.narrow(s.line.Value())
}

// lanewise changes the line by the lane under the cursor.
func (s *Screen) lanewise(change func(*Lane) string) tea.Cmd {
	l, _ := s.lane()
	return s.narrow(change(l))
}

// keepDays narrows the line to the days under the cursor and stays here.
func (s *Screen) keepDays() tea.Cmd {
	whole, _ := s.answer.Chart.span()
	at := s.underCursor()
	s.zoom.chosen = false
	return s.narrow(narrowTo(s.line.Value(), at, whole))
}

// open shows the statements that the lines below tell of: those of the days that are chosen, or else of the bar under the
// cursor, in the lane under the cursor.
func (s *Screen) open() tea.Cmd {
	whole, _ := s.answer.Chart.span()
	at := s.underCursor()
	lane, _ := s.lane()
	line, exact := into(narrowTo(s.line.Value(), at, whole), lane), position.KeepsMeaning(s.line.Value(), lane.Field)
	if !exact {
		if ids, ok := position.OneByOne(s.answer.Chart.ids(lane, at)); ok {
			line, exact = ids, true
		}
	}
	s.away = trip{there: line, here: s.line.Value()}
	lead := func() tea.Msg { return nav.Go{Screen: keys.Statements, Line: line} }
	if !exact {
		return tea.Batch(lead, nav.Tell("No filter finds exactly these statements; these come nearest"))
	}
	return lead
}

// back takes one layer off: the keyboard from the statements, the choice of days, or the last filter. It reports false if
// there is none.
func (s *Screen) back() (tea.Cmd, bool) {
	switch {
	case s.listing.focused:
		s.listing.focused = false
		return nil, true
	case s.cursor.choosing:
		s.cursor.choosing = false
		return nil, true
	}
	line := s.line.Value()
	if line == "" {
		return nil, false
	}
	return s.narrow(query.DropLast(line)), true
}
