package statements

import (
	tea "charm.land/bubbletea/v2"

	"onrecord/model/query"
	"onrecord/ui/actions"
	"onrecord/ui/keys"
)

// Do carries out a command.
func (s *Screen) Do(id keys.ID) (tea.Cmd, bool) {
	if s.near.wish = s.near.wish.after(id); s.near.wish == openIt {
		return nil, true
	}
	if s.search.Typing() {
		if cmd, ok := s.edit(id); ok {
			return cmd, true
		}
		return s.moveList(id)
	}
	if cmd, ok := s.move(id); ok {
		return cmd, true
	}
	if cmd, ok := s.filter(id); ok {
		return cmd, true
	}
	if cmd, ok := s.use(id); ok {
		return cmd, true
	}
	switch id {
	case keys.Find:
		s.search.Enter()
		return tea.Batch(s.look(listPane), s.search.suggest(s.lib)), true
	case keys.NextPane:
		return s.cycle(1), true
	case keys.PrevPane:
		return s.cycle(-1), true
	case keys.Open:
		return s.open(), true
	case keys.Back:
		return s.back()
	}
	return nil, false
}

// cycle moves the keyboard to another pane.
func (s *Screen) cycle(by int) tea.Cmd {
	all := panes()
	return s.look(all[(int(s.focus)+by+len(all))%len(all)])
}

// open opens what is under the cursor.
func (s *Screen) open() tea.Cmd {
	switch {
	case s.focus == facetPane:
		return s.toggle()
	case s.focus == detailPane:
		return s.follow()
	case s.answers.shown() == 0:
		return s.drop()
	}
	return s.look(detailPane)
}

// follow goes where the cursor of the detail points: to a neighbour, or to a query.
func (s *Screen) follow() tea.Cmd {
	s.drawDetail()
	at, ok := s.detail.chosen()
	if !ok {
		return nil
	}
	if at.query != "" {
		return tea.Batch(s.look(listPane), s.narrow(at.query))
	}
	s.detail.follow(at.row)
	return s.askNear()
}

// back takes one layer off: a statement that was followed, a pane, a filter. It reports false if there is none.
func (s *Screen) back() (tea.Cmd, bool) {
	switch {
	case s.focus == detailPane && s.detail.back():
		return s.askNear(), true
	case s.focus != listPane:
		return s.look(listPane), true
	}
	line := s.Line()
	if line == "" {
		return nil, false
	}
	return s.narrow(query.DropLast(line)), true
}

// drop takes away the filter that is under the cursor while nothing is found.
func (s *Screen) drop() tea.Cmd {
	drops := s.answers.last.Drops
	if s.dropping < 0 || s.dropping >= len(drops) || s.answers.last.Line != s.Line() { // what is seen may answer an older line
		return nil
	}
	return s.narrow(drops[s.dropping].Line)
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
	case keys.Sort:
		return s.narrow(nextOrder(s.Line())), true
	case keys.Toggle:
		return s.toggle(), true
	case keys.Exclude:
		return s.exclude(), true
	}
	return nil, false
}

// walk goes along the lines that were in force.
func (s *Screen) walk(by int) tea.Cmd {
	s.search.Step(by)
	return s.ask(noRecord)
}

// nextOrder returns the line in the order that comes after its own: best, newest, oldest first. Without words to match,
// the best are the newest.
func nextOrder(line string) string {
	next := map[query.Sort]query.Sort{query.Best: query.Newest, query.Newest: query.Oldest, query.Oldest: query.Best}
	q := query.Parse(line)
	if !ranked(q) {
		next[query.Best] = query.Oldest
	}
	sort := next[q.Sort]
	if sort == query.Best {
		return query.Set(line, query.SortBy, "")
	}
	return query.Set(line, query.SortBy, sort.String())
}

// toggle puts the value under the cursor into the filter, or takes it out again. Where further values are folded, it
// opens them.
func (s *Screen) toggle() tea.Cmd {
	facet, value, ok := s.facets.under()
	if !ok {
		s.facets.unfold(&s.answers)
		return nil
	}
	if query.Leaves(s.Line(), facet.Field, value.Token) {
		return s.exclude() // no longer
	}
	return s.narrow(query.Toggle(s.Line(), facet.Field, value.Token))
}

func (s *Screen) exclude() tea.Cmd {
	facet, value, ok := s.facets.under()
	if !ok {
		return nil
	}
	return s.narrow(query.Exclude(s.Line(), facet.Field, value.Token))
}

// move carries out the commands that move in the pane with the keyboard.
func (s *Screen) move(id keys.ID) (tea.Cmd, bool) {
	switch {
	case id == keys.Next || id == keys.Previous:
		by := 1
		if id == keys.Previous {
			by = -1
		}
		s.list.window.Move(by)
		return s.moved(), true
	case s.focus == facetPane:
		return nil, s.moveFacets(id)
	case s.focus == detailPane:
		return nil, s.moveDetail(id)
	}
	return s.moveList(id)
}

// moveList moves the cursor of the list, or while nothing is found that of the filters to drop.
func (s *Screen) moveList(id keys.ID) (tea.Cmd, bool) {
	switch id {
	case keys.Up:
		s.dropping = max(-1, s.dropping-1)
	case keys.Down:
		s.dropping = min(s.dropping+1, len(s.answers.last.Drops)-1)
	case keys.Density:
		s.list.density()
		return s.moved(), true
	}
	if !keys.Roam(s.list.window, id) {
		return nil, false
	}
	return s.moved(), true
}

func (s *Screen) moveFacets(id keys.ID) bool {
	page := max(1, s.layout.facets.height-1)
	switch id {
	case keys.Up:
		s.facets.step(-1)
	case keys.Down:
		s.facets.step(1)
	case keys.PageUp:
		s.facets.jump(-page)
	case keys.PageDown:
		s.facets.jump(page)
	case keys.HalfUp:
		s.facets.jump(-page / 2)
	case keys.HalfDown:
		s.facets.jump(page / 2)
	case keys.Top:
		s.facets.jump(-len(s.facets.rows))
	case keys.Bottom:
		s.facets.jump(len(s.facets.rows))
	default:
		return false
	}
	return true
}

func (s *Screen) moveDetail(id keys.ID) bool {
	d, height := &s.detail, s.layout.shown.height
	s.drawDetail()
	switch id {
	case keys.Up:
		d.up(height)
	case keys.Down:
		d.down(height)
	case keys.PageUp:
		d.turn(1-height, height)
	case keys.PageDown:
		d.turn(height-1, height)
	case keys.HalfUp:
		d.turn(-height/2, height)
	case keys.HalfDown:
		d.turn(height/2, height)
	case keys.Top:
		d.cursor = -1
		d.scroll(-len(d.page.lines), height)
	case keys.Bottom:
		d.turn(len(d.page.lines), height)
	default:
		return false
	}
	return true
}

// subject is the statement that commands are about: the neighbour under the cursor, or else the one in view.
func (s *Screen) subject() (Row, bool) {
	if at, ok := s.detail.chosen(); ok && s.focus == detailPane && at.query == "" {
		return at.row, true
	}
	return s.detail.row, s.detail.shown
}

// use carries out the commands that do something with a statement.
func (s *Screen) use(id keys.ID) (tea.Cmd, bool) {
	row, ok := s.subject()
	if !ok {
		return nil, false
	}
	switch id {
	case keys.Related:
		return s.related(), true
	case keys.ShowStand:
		return s.stand(&row.Statement), true
	}
	return actions.Do(id, &row.Statement, s.lib)
}
