package position

import (
	"context"

	"onrecord/model"
	"onrecord/model/crew"
)

// Statements is a choice of the statements of a collection.
type Statements interface {
	// In yields the places in a block of those statements that stand in it, in order.
	In(b *model.Block, yield func(i int))
	// Len returns how many there are.
	Len() int
}

// All is all statements of a collection.
func All(c *model.Collection) Statements { return all{c} }

type all struct{ *model.Collection }

func (all) In(b *model.Block, yield func(i int)) {
	for i := range b.Len() {
		yield(i)
	}
}

// cast tells for whom statements are made: the rows of a matrix. A row below the number of speakers is that of an
// actor, who is the speaker at that place; the rows from there on are those of people who speak for nobody.
type cast struct {
	speakers int
	actors   []int32 // by speaker: the row of what it says without naming for whom
}

func newCast(c *model.Collection) *cast {
	speakers := c.Speakers()
	place := make(map[*model.Speaker]int32, len(speakers))
	for i, s := range speakers {
		place[s] = int32(i)
	}
	k := &cast{len(speakers), make([]int32, len(speakers))}
	for i, s := range speakers {
		at, known := place[s.Affiliation]
		switch {
		case known:
			k.actors[i] = at
		case s.Kind != model.Person:
			k.actors[i] = int32(i)
		default:
			k.actors[i] = int32(len(speakers) + i)
		}
	}
	return k
}

// rows returns how many rows there can be.
func (k *cast) rows() int { return 2 * k.speakers }

// row returns for whom a statement is made.
func (k *cast) row(b *model.Block, i, speaker int) int {
	if own := b.OwnAffiliation(i); own >= 0 {
		return own
	}
	return int(k.actors[speaker])
}

// ActorOf returns what tells for whom the statements of a collection are made, each by its block and its place in it: the
// actor's place in Collection.Speakers, false for a person who spoke for nobody.
func ActorOf(c *model.Collection) func(b *model.Block, i int) (actor int, ok bool) {
	k := newCast(c)
	return func(b *model.Block, i int) (int, bool) {
		row := k.row(b, i, b.Speaker(i))
		return row, row < k.speakers
	}
}

// part is a run of blocks that one goroutine works on, and what it has found in them.
type part struct {
	blocks []*model.Block
	counts []int32 // by row: how many refs; then where to put the next one
	rows   []bool  // which rows and topics the collection has
	topics []bool
}

func parts(c *model.Collection, rows int) []*part {
	blocks := c.Blocks()
	n := crew.Size(len(blocks))
	all := make([]*part, n)
	for i := range all {
		all[i] = &part{
			blocks: blocks[len(blocks)*i/n : len(blocks)*(i+1)/n],
			counts: make([]int32, rows), rows: make([]bool, rows), topics: make([]bool, len(c.Topics())),
		}
	}
	return all
}

// wanted tells which topics and stances count.
type wanted struct {
	topics  []bool // nil if all do
	stances stances
}

// everyStance is all of them, and none.
const everyStance = stances(1<<(model.Neutral+1) - 1)

func newWanted(c *model.Collection, o *Options) wanted {
	w := wanted{stances: everyStance}
	if o.Topics != nil {
		w.topics = make([]bool, len(c.Topics()))
		for _, t := range o.Topics {
			w.topics[t] = true
		}
	}
	if o.Stances != nil {
		w.stances = 0
		for _, s := range o.Stances {
			w.stances |= 1 << s
		}
	}
	return w
}

func (w *wanted) has(topic int, s model.Stance) bool {
	return w.stances.has(s) && (w.topics == nil || w.topics[topic])
}

// gatherer sorts the refs of the chosen statements by row.
type gatherer struct {
	c      *model.Collection
	chosen Statements
	cast   *cast
	wanted wanted
	refs   []ref
	starts []int  // by row: where its refs begin
	rows   []bool // which of them the collection has, as far as noted
	topics []bool
}

// all tells whether everything in the collection counts, so that nothing of it can be hidden.
func (g *gatherer) all() bool {
	return g.chosen.Len() == g.c.Len() && g.wanted.topics == nil && g.wanted.stances == everyStance
}

// gather finds the refs of the chosen statements. A statement without any has one to a topic that does not exist, so
// that it is counted.
func (g *gatherer) gather(ctx context.Context) error {
	all := parts(g.c, g.cast.rows())
	if err := crew.Each(ctx, len(all), func(i int) { g.count(all[i]) }); err != nil {
		return err
	}
	g.starts = make([]int, g.cast.rows()+1)
	total := 0
	for row := range g.cast.rows() {
		g.starts[row] = total
		for _, p := range all {
			n := int(p.counts[row])
			p.counts[row] = int32(total)
			total += n
		}
	}
	g.starts[len(g.starts)-1] = total
	g.rows, g.topics = all[0].rows, all[0].topics
	for _, p := range all[1:] {
		join(g.rows, p.rows)
		join(g.topics, p.topics)
	}
	g.refs = make([]ref, total)
	return crew.Each(ctx, len(all), func(i int) { g.put(all[i]) })
}

func join(into, from []bool) {
	for i, b := range from {
		into[i] = into[i] || b
	}
}

// note notes who and what a part of the collection is about.
func (g *gatherer) note(p *part) {
	topic := func(topic int, _ model.Stance) { p.topics[topic] = true }
	for _, b := range p.blocks {
		for i := range b.Len() {
			p.rows[g.cast.row(b, i, b.Speaker(i))] = true
			b.Topics(i, topic)
		}
	}
}

// count counts the refs of each row.
func (g *gatherer) count(p *part) {
	if !g.all() {
		g.note(p)
	}
	for _, b := range p.blocks {
		n := int32(0)
		add := func(topic int, s model.Stance) {
			if g.wanted.has(topic, s) {
				n++
			}
		}
		g.chosen.In(b, func(i int) {
			n = 0
			b.Topics(i, add)
			p.counts[g.cast.row(b, i, b.Speaker(i))] += max(1, n)
		})
	}
}

// put writes the refs of a part to their rows.
func (g *gatherer) put(p *part) {
	none := len(g.c.Topics())
	for _, b := range p.blocks {
		var at []ref
		var next ref
		n := int32(0)
		add := func(topic int, s model.Stance) {
			if g.wanted.has(topic, s) {
				next.tag = next.tag&firstBit | uint32(topic)<<topicShift | uint32(s)
				at[n] = next
				next.tag = 0
				n++
			}
		}
		g.chosen.In(b, func(i int) {
			speaker := b.Speaker(i)
			row := g.cast.row(b, i, speaker)
			at, n = g.refs[p.counts[row]:], 0
			next = ref{b.Day(i), uint32(b.First() + i), uint32(speaker), firstBit}
			b.Topics(i, add)
			if n == 0 {
				next.tag |= uint32(none) << topicShift
				at[0] = next
				n = 1
			}
			p.counts[row] += n
		})
	}
}

// places returns the rows that have refs.
func (g *gatherer) places() []int {
	var rows []int
	for row := range g.cast.rows() {
		if g.starts[row] < g.starts[row+1] {
			rows = append(rows, row)
		}
	}
	return rows
}

func countTrue(flags []bool) int {
	n := 0
	for _, f := range flags {
		if f {
			n++
		}
	}
	return n
}
