package positions

import (
	"maps"

	tea "charm.land/bubbletea/v2"

	"onrecord/model/position"
	"onrecord/ui/keys"
	"onrecord/ui/nav"
	"onrecord/ui/turns"
	"onrecord/ui/widget"
)

// none is the place above all rows, where the topics' names stand, and left of all cells, where the actors' do.
const none = -1

// grid is the matrix, or where that has no room, the list of one actor's or one topic's cells.
type grid struct {
	*desk
	cast   cast
	layout layout
	size   size
	row    int // none: on the names of the topics
	column int // none: on the names of the actors
	last   [2]int
	top    int  // the first row in view
	left   int  // the first column in view
	across bool // the list is of the actors on one topic
	told   told
	jump   jump
	alike  turns.Order // of the questions for likeness
}

func newGrid(d *desk) *grid { return &grid{desk: d, cast: newCast()} }

func (g *grid) scope() keys.Scope {
	if g.jump.typing {
		return keys.Jump
	}
	return keys.Matrix
}

func (g *grid) resize(width, height int) tea.Cmd {
	g.lay(width, height)
	return nil
}

// renew takes another answer. The cursor stays on its actor and its topic.
func (g *grid) renew() tea.Cmd {
	at := g.subject()
	onTopics, onNames := g.row == none && len(g.cast.entries) > 0, g.column == none
	m := g.answer.Matrix
	g.cast.take(m, g.answer.speakers)
	g.size = sizeOf(m)
	if at.row != nil {
		g.row = max(0, g.cast.find(whoIs(at.row)))
	} else if !onTopics {
		g.row = 0
	}
	if at.column != nil {
		g.column = max(0, columnOf(m, at.column.Topic.ID))
	} else if !onNames {
		g.column = 0
	}
	g.lay(g.layout.width, g.layout.height)
	cmd := g.find()
	return tea.Batch(g.moved(), g.rank(), cmd)
}

// lay gives everything its place.
func (g *grid) lay(width, height int) {
	g.size.legend = len(g.legend(width - gutter - 1))
	g.layout = layOut(width, height, g.size)
	g.show()
}

// sizeOf measures what the matrix has to show.
func sizeOf(m *position.Matrix) size {
	most, total := 0, 0
	for _, c := range m.Columns {
		most = max(most, c.Statements)
	}
	for _, r := range m.Rows {
		total = max(total, r.Statements)
	}
	return size{topics: len(m.Columns), digits: len(widget.Thousands(most)), total: len(widget.Thousands(total))}
}

func columnOf(m *position.Matrix, topic string) int {
	for i, c := range m.Columns {
		if c.Topic.ID == topic {
			return i
		}
	}
	return none
}

// subject is what is under the cursor.
func (g *grid) subject() subject {
	var at subject
	m := g.cast.matrix
	if m == nil {
		return at
	}
	if g.row >= 0 && g.row < len(g.cast.entries) {
		at.row = g.cast.entries[g.row].row
	}
	if g.column >= 0 && g.column < len(m.Columns) {
		at.column = m.Columns[g.column]
	}
	return at
}

// goTo puts the cursor on a cell, if it is there.
func (g *grid) goTo(to goal) tea.Cmd {
	found := 0
	for i, e := range g.cast.entries {
		if !e.speaker && to.isActor(e.row.Speaker) {
			g.row = i
			found++
			break
		}
	}
	for i, c := range g.answer.Matrix.Columns {
		if to.isTopic(c.Topic) {
			g.column = i
			found++
			break
		}
	}
	if to.sought && found < 2 {
		return tea.Batch(g.moved(), nav.Tell("The filter hides the cell; c clears the filter, esc goes back"))
	}
	return g.moved()
}

// moved brings what is under the cursor into view, and asks what there is to be told about it.
func (g *grid) moved() tea.Cmd {
	g.show()
	return g.told.ask(g.desk, g.subject())
}

// show scrolls so that the cursor is seen.
func (g *grid) show() {
	if g.cast.matrix == nil {
		return
	}
	rows, columns := len(g.cast.entries), len(g.cast.matrix.Columns)
	g.row = max(none, min(g.row, rows-1))
	g.column = max(none, min(g.column, columns-1))
	if g.row == none && g.column == none {
		g.column = 0
	}
	if g.layout.list {
		g.row, g.column = max(0, g.row), max(0, g.column)
		g.top, _ = scrolled(g.top, g.place(), g.layout.rows, g.length())
		return
	}
	g.top, _ = scrolled(g.top, g.row, g.layout.rows, rows)
	g.left, _ = scrolled(g.left, g.column, g.layout.across, columns)
}

// scrolled returns the first of the lines in view, so that the cursor is among them and no room is left empty.
func scrolled(top, cursor, seen, count int) (first, last int) {
	if cursor >= 0 {
		top = max(min(top, cursor), cursor-seen+1)
	}
	top = max(0, min(top, count-seen))
	return top, min(count, top+seen)
}

// place is the line of the list on which the cursor is, length how many lines that has.
func (g *grid) place() int {
	if g.across {
		return g.row
	}
	return g.column
}

func (g *grid) length() int {
	if g.across {
		return len(g.cast.entries)
	}
	return len(g.cast.matrix.Columns)
}

// do carries out a command.
func (g *grid) do(id keys.ID) (tea.Cmd, bool) {
	if g.jump.typing {
		return g.doJump(id)
	}
	if step, ok := g.strideOf(id); ok {
		return g.move(step), true
	}
	switch id {
	case keys.Open:
		return g.open(), true
	case keys.NextPane, keys.PrevPane:
		return g.turn(id), true
	case keys.Unfold:
		return g.unfold(), true
	case keys.OrderActors:
		return g.reorder(), true
	case keys.ChooseActor:
		g.cast.choose(whoIs(g.subject().row))
		return nil, true
	case keys.GoToName:
		g.beginJump()
		return nil, true
	case keys.ChooseNone:
		g.cast.chosen = nil
		return nil, true
	}
	return nil, false
}

// open opens what is under the cursor: the statements of a cell, the speakers of an actor, the page of a topic.
func (g *grid) open() tea.Cmd {
	at := g.subject()
	switch {
	case at.row == nil && at.column == nil, len(g.answer.Matrix.Columns) == 0:
		return nil
	case at.row == nil:
		return func() tea.Msg { return openTopic{at.column.Topic.ID} }
	case at.column == nil && at.row.Actor == nil && !at.row.Own:
		return g.unfold()
	}
	return g.evidence(at)
}

// unfold shows the speakers of the actor under the cursor, or hides them.
func (g *grid) unfold() tea.Cmd {
	g.row = g.cast.unfold(g.row)
	cmd := g.find()
	return tea.Batch(g.moved(), cmd)
}

// unfolded brings speakers of a matrix.
type unfolded struct {
	of    *position.Matrix
	found speakers
}

// atOnce is of how many statements the speakers are found out in no time.
const atOnce = 4000

// find finds out who spoke for the actors that are unfolded, where that is not known: at once, or of actors who said
// much, aside.
func (g *grid) find() tea.Cmd {
	var rows []*position.Row
	m, fast := g.cast.matrix, false
	for _, row := range g.cast.unknown() {
		if row.Statements > atOnce {
			rows = append(rows, row)
			continue
		}
		g.cast.known[row] = m.Unfold(row)
		fast = true
	}
	if fast {
		g.relist()
	}
	if len(rows) == 0 {
		return nil
	}
	return func() tea.Msg {
		found := speakers{}
		for _, row := range rows {
			found[row] = m.Unfold(row)
		}
		return unfolded{m, found}
	}
}

// reorder orders the actors in the next way. The cursor stays on its actor.
func (g *grid) reorder() tea.Cmd {
	g.cast.order = (g.cast.order + 1) % len(orders)
	g.relist()
	return tea.Batch(g.moved(), g.rank())
}

// relist lists the rows anew around the one under the cursor.
func (g *grid) relist() {
	at := g.subject()
	g.cast.list()
	if at.row != nil {
		g.row = max(0, g.cast.find(whoIs(at.row)))
	}
}

// ranked brings the actors by likeness.
type ranked struct {
	turn *turns.Turn
	rows []*position.Row
}

// rank asks for the order by likeness, if that is wanted and not known.
func (g *grid) rank() tea.Cmd {
	if orders[g.cast.order].order != position.ByLikeness || g.cast.alike != nil {
		return nil
	}
	turn, m := g.alike.Next(), g.answer.Matrix
	return func() tea.Msg { return ranked{turn, m.Ordered(position.ByLikeness)} }
}

func (g *grid) update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case ranked:
		if g.alike.Is(msg.turn) {
			g.cast.alike = msg.rows
			g.relist()
			return g.moved()
		}
	case unfolded:
		if msg.of == g.cast.matrix {
			maps.Copy(g.cast.known, msg.found)
			g.relist()
			return g.moved()
		}
	case heard:
		g.told.take(msg)
	}
	return nil
}
