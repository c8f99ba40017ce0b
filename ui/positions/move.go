package positions

import (
	tea "charm.land/bubbletea/v2"

	"onrecord/ui/keys"
)

// stride is a move of the cursor.
type stride struct {
	by   int
	down bool // or up, else to either side
	long bool // a page, or to the end
}

// strideOf tells how a command moves the cursor.
func (g *grid) strideOf(id keys.ID) (stride, bool) {
	page, all := max(1, g.layout.rows-1), len(g.cast.entries)+len(g.answer.Matrix.Columns)
	switch id {
	case keys.Up:
		return stride{by: -1, down: true}, true
	case keys.Down:
		return stride{by: 1, down: true}, true
	case keys.PageUp:
		return stride{by: -page, down: true, long: true}, true
	case keys.PageDown:
		return stride{by: page, down: true, long: true}, true
	case keys.HalfUp:
		return stride{by: -max(1, page/2), down: true, long: true}, true
	case keys.HalfDown:
		return stride{by: max(1, page/2), down: true, long: true}, true
	case keys.Top:
		return stride{by: -all, down: true, long: true}, true
	case keys.Bottom:
		return stride{by: all, down: true, long: true}, true
	case keys.TopicLeft:
		return stride{by: -1}, true
	case keys.TopicRight:
		return stride{by: 1}, true
	case keys.TopicsLeft:
		return stride{by: -g.layout.across, long: true}, true
	case keys.TopicsRight:
		return stride{by: g.layout.across, long: true}, true
	}
	return stride{}, false
}

// move moves the cursor. A long step ends at the first row or column; only a short one goes on to the names.
func (g *grid) move(s stride) tea.Cmd {
	down := s.down
	if g.layout.list && !g.across {
		down = !down
	}
	at, count := &g.column, len(g.answer.Matrix.Columns)
	if down {
		at, count = &g.row, len(g.cast.entries)
	}
	least := 0
	if !s.long && !g.layout.list && (g.row != none || !down) && (g.column != none || down) {
		least = none
	}
	if down && g.column == none || !down && g.row == none {
		least = 0 // no cell is both
	}
	*at = min(max(*at+s.by, least), count-1)
	return g.moved()
}

// turn goes from a cell to the name of its actor, that of its topic, and back; or in a list, from one kind to the other.
func (g *grid) turn(id keys.ID) tea.Cmd {
	switch {
	case g.layout.list:
		g.across = !g.across
	case g.row != none && g.column != none:
		g.last = [2]int{g.row, g.column}
		if id == keys.PrevPane {
			g.row = none
		} else {
			g.column = none
		}
	case g.column == none && id == keys.NextPane:
		g.row, g.column = none, g.last[1]
	case g.row == none && id == keys.PrevPane:
		g.row, g.column = g.last[0], none
	case g.row == none:
		g.row = g.last[0]
	default:
		g.column = g.last[1]
	}
	return g.moved()
}

// click puts the cursor on a cell or a name; a click on where it is already opens that.
func (g *grid) click(x, y int) tea.Cmd {
	row, column, ok := g.at(x, y)
	if !ok {
		return nil
	}
	if row == g.row && column == g.column {
		return g.open()
	}
	g.row, g.column = row, column
	return g.moved()
}

// at tells what stands at a place of the view.
func (g *grid) at(x, y int) (row, column int, ok bool) {
	l := &g.layout
	line := y - l.first
	switch {
	case line >= l.rows || y < 1 || g.cast.matrix == nil:
		return 0, 0, false
	case l.list:
		place := g.top + line
		if line < 0 || place >= g.length() {
			return 0, 0, false
		}
		if g.across {
			return place, g.column, true
		}
		return g.row, place, true
	}
	column, ok = l.column(x, g.left, len(g.cast.matrix.Columns))
	row = g.top + line
	if line < 0 {
		row = none
	}
	return row, column, ok && row < len(g.cast.entries) && (row != none || column != none)
}

// wheel scrolls the rows. The cursor moves only when it would be left behind.
func (g *grid) wheel(by int) tea.Cmd {
	if g.layout.list {
		return g.move(stride{by: by, down: true, long: true})
	}
	top, last := scrolled(g.top+by, none, g.layout.rows, len(g.cast.entries))
	g.top = top
	if g.row >= 0 && last > top {
		g.row = min(max(g.row, top), last-1)
	}
	return g.moved()
}
