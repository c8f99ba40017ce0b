package positions

import (
	"maps"
	"slices"

	"onrecord/model/position"
)

// who names the row of an actor or a speaker, in whatever answer that stands.
type who struct {
	actor   string // "" in the row of an actor itself
	speaker string
	own     bool
}

func whoIs(row *position.Row) who {
	w := who{speaker: row.Speaker.ID, own: row.Own}
	if row.Actor != nil {
		w.actor = row.Actor.ID
	}
	return w
}

// orders are the ways in which the actors can be ordered, with the words for each.
var orders = []struct {
	order position.Order
	words string
}{
	{position.ByCount, "most said first"}, {position.ByName, "by name"}, {position.ByLikeness, "by likeness"},
}

// entry is a row as it is listed.
type entry struct {
	row     *position.Row
	speaker bool // of the actor above
	open    bool // an actor whose speakers stand below
}

// cast is the list of rows: the actors in their order, with the speakers of those that are unfolded.
type cast struct {
	matrix  *position.Matrix
	order   int             // in orders
	alike   []*position.Row // the actors by likeness, nil while that is being found out
	open    map[who]bool
	known   speakers
	chosen  []who // for comparing, in the order of choice
	entries []entry
}

// speakers are the rows of those who spoke for the actors of a matrix, as far as they have been found out, which takes a
// while where there is much to part.
type speakers map[*position.Row][]*position.Row

// speakersOf finds out who spoke for those of the actors that are unfolded.
func speakersOf(m *position.Matrix, open map[who]bool) speakers {
	found := speakers{}
	for _, row := range m.Rows {
		if open[whoIs(row)] {
			found[row] = m.Unfold(row)
		}
	}
	return found
}

func newCast() cast { return cast{open: map[who]bool{}, known: speakers{}} }

// take makes the list anew out of a matrix.
func (c *cast) take(m *position.Matrix, known speakers) {
	if m != c.matrix {
		c.alike, c.known = nil, speakers{}
	}
	c.matrix = m
	maps.Copy(c.known, known)
	c.list()
}

// unknown is the actors that are unfolded and whose speakers are not known.
func (c *cast) unknown() []*position.Row {
	var rows []*position.Row
	for _, e := range c.entries {
		if _, known := c.known[e.row]; e.open && !known {
			rows = append(rows, e.row)
		}
	}
	return rows
}

// list makes the list anew.
func (c *cast) list() {
	c.entries = c.entries[:0]
	if c.matrix == nil {
		return
	}
	for _, row := range c.ordered() {
		e := entry{row: row, open: c.open[whoIs(row)]}
		c.entries = append(c.entries, e)
		if e.open {
			for _, speaker := range c.speakers(row) {
				c.entries = append(c.entries, entry{row: speaker, speaker: true})
			}
		}
	}
}

// speakers are those who spoke for an actor: by name where the actors are, and otherwise who said most first.
func (c *cast) speakers(actor *position.Row) []*position.Row {
	rows := slices.Clone(c.known[actor])
	if orders[c.order].order != position.ByName {
		slices.SortStableFunc(rows, func(a, b *position.Row) int { return b.Statements - a.Statements })
	}
	return rows
}

// ordered is the actors in their order. While likeness is being found out, they stand as before that.
func (c *cast) ordered() []*position.Row {
	order := orders[c.order].order
	if order != position.ByLikeness {
		return c.matrix.Ordered(order)
	}
	if c.alike != nil {
		return c.alike
	}
	return c.matrix.Ordered(position.ByName)
}

// find returns where a row is listed, or else where its actor is; -1 if neither is.
func (c *cast) find(w who) int {
	actor := -1
	for i, e := range c.entries {
		switch at := whoIs(e.row); {
		case at == w:
			return i
		case at.actor == "" && at.speaker == w.actor && w.actor != "":
			actor = i
		}
	}
	return actor
}

// unfold shows the speakers of an actor, or hides them. It returns where the actor is listed.
func (c *cast) unfold(i int) int {
	for i > 0 && c.entries[i].speaker {
		i--
	}
	w := whoIs(c.entries[i].row)
	if c.open[w] {
		delete(c.open, w)
	} else {
		c.open[w] = true
	}
	c.list()
	return i
}

// mostChosen is how many actors can be compared at once.
const mostChosen = 4

// canChoose tells whether a row can be marked for comparing, or its mark taken away.
func (c *cast) canChoose(w who) bool {
	return len(c.chosen) < mostChosen || slices.Contains(c.chosen, w)
}

// choose marks a row for comparing, or takes its mark away.
func (c *cast) choose(w who) {
	if i := slices.Index(c.chosen, w); i >= 0 {
		c.chosen = slices.Delete(c.chosen, i, i+1)
		return
	}
	c.chosen = append(c.chosen, w)
}

// rows returns the rows chosen that have statements under the filter.
func (c *cast) rows() []*position.Row {
	var rows []*position.Row
	for _, w := range c.chosen {
		if row := c.row(w); row != nil {
			rows = append(rows, row)
		}
	}
	return rows
}

// row returns the row of somebody, nil if there is none under the filter.
func (c *cast) row(w who) *position.Row {
	if c.matrix == nil {
		return nil
	}
	for _, row := range c.matrix.Rows {
		switch at := whoIs(row); {
		case at == w:
			return row
		case w.actor != "" && at.speaker == w.actor:
			speakers, known := c.known[row]
			if !known {
				speakers = c.matrix.Unfold(row)
			}
			for _, speaker := range speakers {
				if whoIs(speaker) == w {
					return speaker
				}
			}
		}
	}
	return nil
}
