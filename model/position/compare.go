package position

import (
	"cmp"
	"slices"

	"onrecord/model"
)

// Comparison sets actors side by side.
type Comparison struct {
	Rows   []*Row
	Agreed int // topics on which all of them take a position, and the same one
	Shared int // topics on which all of them take a position
	Lines  []CompareLine
}

// CompareLine is a topic on which at least one of the actors has a statement.
type CompareLine struct {
	Column    *Column
	Relation  Relation
	Cells     []Cell     // one for each actor
	Strongest []*Mention // the strongest statement of each; nil for one that takes no position
}

// Relation is how the positions of several actors on a topic go together.
type Relation uint8

// The relations, in the order in which they are listed: what differs most comes first.
const (
	Opposed  Relation = iota // one supports what another opposes
	Differ                   // all take a position, not the same one, and none against another
	Same                     // all take the same position
	Missing                  // at least one of them takes no position
	Unspoken                 // at most one of them takes a position
)

func (r Relation) String() string {
	return [...]string{"opposed", "differ", "same", "some silent", "one or none"}[r]
}

// Compare sets rows of a matrix side by side, topic by topic: where they differ first, and in a relation the topics with
// the most statements first, then in the order of the collection.
//
// The strongest statement of an actor on a topic is among those that take the actor's own stance, or for a mixed
// position any: a direct quotation before a mixed one, and that before reported speech, because the speaker's own words
// are the best evidence; then the newest; then the one whose id comes first.
func (m *Matrix) Compare(rows ...*Row) Comparison {
	c := Comparison{Rows: rows}
	for _, column := range m.Columns {
		line := CompareLine{Column: column}
		spoken := 0
		for _, r := range rows {
			cell := r.Cell(column)
			spoken += cell.Statements()
			line.Cells = append(line.Cells, cell)
			line.Strongest = append(line.Strongest, m.Strongest(r, column))
		}
		if spoken == 0 {
			continue
		}
		line.Relation = relationOf(line.Cells)
		if line.Relation <= Same && allTaken(line.Cells) {
			c.Shared++
		}
		if line.Relation == Same {
			c.Agreed++
		}
		c.Lines = append(c.Lines, line)
	}
	slices.SortStableFunc(c.Lines, func(a, b CompareLine) int {
		return cmp.Or(cmp.Compare(a.Relation, b.Relation), b.statements()-a.statements())
	})
	return c
}

func (l *CompareLine) statements() int {
	n := 0
	for i := range l.Cells {
		n += l.Cells[i].Taken()
	}
	return n
}

func allTaken(cells []Cell) bool {
	return !slices.ContainsFunc(cells, func(c Cell) bool { return !c.Stand.Taken() })
}

func relationOf(cells []Cell) Relation {
	taken := 0
	var levels [3]bool
	same := true
	var first Stand
	for _, c := range cells {
		if !c.Stand.Taken() {
			continue
		}
		if taken == 0 {
			first = c.Stand
		}
		same = same && alike(first, c.Stand)
		levels[c.Stand.level()+1] = true
		taken++
	}
	switch {
	case taken < 2:
		return Unspoken
	case levels[0] && levels[2]:
		return Opposed
	case taken < len(cells):
		return Missing
	case same:
		return Same
	}
	return Differ
}

// Strongest returns the strongest statement of a row on a topic, nil if it takes no position on it. See Compare.
func (m *Matrix) Strongest(r *Row, c *Column) *Mention {
	cell := r.Cell(c)
	own, settled := cell.Stand.Stance()
	var best *Mention
	var form model.Form
	for _, e := range m.Evidence(r, c) {
		if settled && e.Stance != own {
			continue
		}
		if f := m.form(e.Index); best == nil || f > form {
			best, form = &e, f
		}
	}
	return best
}

func (m *Matrix) form(place int) model.Form {
	b := m.collection.Block(place)
	return b.Form(place - b.First())
}

// Words gives the agreement as a sentence with its count, which is never without evidence: "agree on 9 of 12 topics
// both spoke on".
func (c *Comparison) Words() string {
	who := choose(len(c.Rows)-1, "both", "all")
	if c.Shared == 0 {
		return "no topic on which " + who + " take a position"
	}
	return "agree on " + count(c.Agreed) + " of " + count(c.Shared) + " " + choose(c.Shared, "topic", "topics") + " on which " + who +
		" take a position"
}
