package position

import (
	"context"
	"fmt"
	"slices"
	"sort"

	"onrecord/model"
	"onrecord/model/crew"
)

// DefaultWindow is from how many days a position is read.
const DefaultWindow = 30

// Options says what counts, and how positions are read.
type Options struct {
	Window  int            // from how many days a position is read; 0 is DefaultWindow, less is all days
	Topics  []int          // which topics the filter asks for, as places in Collection.Topics; nil is all
	Stances []model.Stance // which stances on them, model.NoStance for none; nil is all of these
}

// Matrix is where everybody stands: actors by topics, under a filter. It never changes, and any number may read it.
type Matrix struct {
	Rows         []*Row    // the actors with a statement, by name
	Columns      []*Column // the topics with a statement, in the order of the collection
	Statements   int       // how many statements the filter lets through
	HiddenRows   int       // how many actors have statements in the collection, and none here
	HiddenTopics int       // how many topics do

	collection *model.Collection
	window     int // 0 is all days
	columns    []int
}

// Column is a topic of a matrix.
type Column struct {
	Topic      *model.Topic
	Place      int                    // in Collection.Topics
	Statements int                    // how many statements are about it
	Counts     [model.Neutral + 1]int // how many of them take which stance
	Stands     [Mixed + 1]int         // how many of the rows stand where
}

// Row is an actor of a matrix, or one of the speakers of an actor.
type Row struct {
	Speaker    *model.Speaker
	Actor      *model.Speaker // for whom the speaker spoke, in the row of one of an actor's speakers; nil in others
	Own        bool           // a person who spoke for nobody
	Statements int            // how many statements, on any topic or none
	Voices     int            // how many speakers made them

	cells []Cell // those that hold something, by topic
	refs  []ref  // by topic, then by day
}

// Cell is where an actor stands on a topic. The zero value is that of a silent actor.
type Cell struct {
	Stand    Stand
	Move     Move                   // how it moved last, or is moving if it is mixed
	From     Stand                  // where it stood before it moved last; Silent if it has not, or is mixed
	Disagree bool                   // the position is mixed because speakers disagree among themselves
	Voices   int                    // how many speakers take a stance
	Counts   [model.Neutral + 1]int // how many statements take which stance
	Oldest   model.Day              // of the first and the last stance; if there is none, of the first and the last
	Newest   model.Day              // statement

	topic, first, end int // its refs in the row
}

// About returns how many statements are about the topic and take no stance.
func (c Cell) About() int { return c.Counts[model.NoStance] }

// Statements returns how many statements are about the topic.
func (c Cell) Statements() int { return c.end - c.first }

// Taken returns how many statements take a stance.
func (c Cell) Taken() int { return c.Statements() - c.About() }

// Build finds out where everybody stands, as far as the chosen statements tell. The error is that of the
// context, or a *crew.PanicError.
func Build(ctx context.Context, c *model.Collection, chosen Statements, o Options) (*Matrix, error) {
	m, err := build(ctx, c, chosen, o)
	if err != nil {
		return nil, fmt.Errorf("deriving positions: %w", err)
	}
	return m, nil
}

func build(ctx context.Context, c *model.Collection, chosen Statements, o Options) (m *Matrix, err error) {
	defer crew.Recover(&err)
	m = &Matrix{collection: c, Statements: chosen.Len(), window: max(0, o.Window)}
	if o.Window == 0 {
		m.window = DefaultWindow
	}
	g := &gatherer{c: c, chosen: chosen, cast: newCast(c), wanted: newWanted(c, &o)}
	if err := g.gather(ctx); err != nil {
		return nil, err
	}
	if err := m.fill(ctx, g); err != nil {
		return nil, err
	}
	m.fillColumns()
	if !g.all() {
		m.HiddenRows = countTrue(g.rows) - len(m.Rows)
		m.HiddenTopics = countTrue(g.topics) - len(m.Columns)
	}
	return m, nil
}

// fill makes the rows, those with the most statements first, so that no processor is left with them at the end.
func (m *Matrix) fill(ctx context.Context, g *gatherer) error {
	places := g.places()
	slices.SortStableFunc(places, func(a, b int) int {
		return g.starts[b+1] - g.starts[b] - (g.starts[a+1] - g.starts[a])
	})
	m.Rows = make([]*Row, len(places))
	speakers := m.collection.Speakers()
	fillers := make([]*filler, crew.Size(len(places)))
	err := crew.EachBy(ctx, len(fillers), len(places), func(worker, i int) {
		if fillers[worker] == nil {
			fillers[worker] = newFiller(m)
		}
		place := places[i]
		from, to := g.starts[place], g.starts[place+1]
		row := &Row{Speaker: speakers[place%len(speakers)], Own: place >= len(speakers)}
		row.refs = g.refs[from:to:to]
		fillers[worker].sort(row.refs)
		fillers[worker].fill(row)
		m.Rows[i] = row
	})
	if err == nil {
		slices.SortFunc(m.Rows, compareNames)
	}
	return err
}

// fillColumns counts by topic what the rows hold.
func (m *Matrix) fillColumns() {
	topics := m.collection.Topics()
	all := make([]Column, len(topics))
	for _, r := range m.Rows {
		for i := range r.cells {
			cell := &r.cells[i]
			column := &all[cell.topic]
			column.Statements += cell.Statements()
			for s, n := range cell.Counts {
				column.Counts[s] += n
			}
			column.Stands[cell.Stand]++
			column.Stands[Silent]--
		}
	}
	m.columns = make([]int, len(topics))
	for i := range all {
		m.columns[i] = -1
		if column := &all[i]; column.Statements > 0 {
			column.Topic, column.Place = topics[i], i
			column.Stands[Silent] += len(m.Rows)
			m.columns[i] = len(m.Columns)
			m.Columns = append(m.Columns, column)
		}
	}
}

// Row returns the row of an actor, or else that of a person who spoke for nobody; nil if neither has a statement.
func (m *Matrix) Row(actor *model.Speaker) *Row {
	var own *Row
	for _, r := range m.Rows {
		if r.Speaker != actor {
			continue
		}
		if !r.Own {
			return r
		}
		own = r
	}
	return own
}

// Column returns the column of a topic, nil if no statement is about it.
func (m *Matrix) Column(topic *model.Topic) *Column {
	for _, c := range m.Columns {
		if c.Topic == topic {
			return c
		}
	}
	return nil
}

// Cell returns the cell of a row in a column.
func (r *Row) Cell(c *Column) Cell {
	if i, ok := r.cellAt(c.Place); ok {
		return r.cells[i]
	}
	return Cell{}
}

func (r *Row) cellAt(topic int) (int, bool) {
	i := sort.Search(len(r.cells), func(i int) bool { return r.cells[i].topic >= topic })
	return i, i < len(r.cells) && r.cells[i].topic == topic
}

// Topics returns on how many topics the row has statements, and on how many of these it takes a position.
func (r *Row) Topics() (spoken, taken int) {
	for i := range r.cells {
		if r.cells[i].Stand.Taken() {
			taken++
		}
	}
	return len(r.cells), taken
}
