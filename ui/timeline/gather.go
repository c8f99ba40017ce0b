package timeline

import (
	"cmp"
	"context"
	"slices"

	"onrecord/model"
	"onrecord/model/position"
)

// Found is all that a query finds.
type Found interface {
	Len() int
	// Each yields the statements by block and place in it, until yield returns false.
	Each(yield func(b *model.Block, i int) bool)
}

// Wish says which lanes a chart is to have.
type Wish struct {
	By      By
	Topics  []int          // the topics that the query asks for, as places in Collection.Topics; nil if for none
	Stances []model.Stance // the stances that it asks for; nil if for none
}

// counts tells whether a statement that takes a stance on a topic belongs to the topic's lane. Where the query asks for
// stances, they are those on the topics of the lanes, as they would be if the lane's topic stood in the query.
func (w Wish) counts(topic int, stance model.Stance) bool {
	if w.Stances == nil {
		return true
	}
	return slices.Contains(w.Stances, stance) && (w.Topics == nil || slices.Contains(w.Topics, topic))
}

// checkEvery is after how many statements the context is asked.
const checkEvery = 1 << 14

// Gather makes a chart of what a query finds. The error is that of the context.
func Gather(ctx context.Context, c *model.Collection, found Found, w Wish) (*Chart, error) {
	g := &gatherer{ctx: ctx, collection: c, wish: w}
	all := make([]entry, 0, found.Len())
	found.Each(func(b *model.Block, i int) bool {
		all = append(all, entry{b.Day(i), int32(b.First() + i)})
		return g.goesOn()
	})
	chart := &Chart{By: w.By, All: Lane{Label: "All statements", entries: byDay(all)}, collection: c}
	g.share(chart.All.entries)
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	chart.Lanes = g.lanes()
	chart.measure()
	return chart, ctx.Err()
}

// gatherer shares statements out into lanes.
type gatherer struct {
	ctx        context.Context
	collection *model.Collection
	wish       Wish
	lists      [][]entry // by place of the topic or speaker; the last is for those that belong to no lane
	steps      int
}

func (g *gatherer) goesOn() bool {
	g.steps++
	return g.steps%checkEvery != 0 || g.ctx.Err() == nil
}

// share puts each entry into the lists that it belongs to.
func (g *gatherer) share(all []entry) {
	size := len(g.collection.Speakers())
	put := g.bySpeaker
	switch g.wish.By {
	case Topics:
		size, put = len(g.collection.Topics()), g.byTopic
	case Actors:
		put = g.byActor()
	}
	g.lists = make([][]entry, size+1)
	for _, e := range all {
		b := g.collection.Block(int(e.place))
		put(e, b, int(e.place)-b.First())
		if !g.goesOn() {
			return
		}
	}
}

func (g *gatherer) add(list int, e entry) { g.lists[list] = append(g.lists[list], e) }

func (g *gatherer) none() int { return len(g.lists) - 1 }

func (g *gatherer) bySpeaker(e entry, b *model.Block, i int) { g.add(b.Speaker(i), e) }

func (g *gatherer) byTopic(e entry, b *model.Block, i int) {
	any := false
	b.Topics(i, func(topic int, stance model.Stance) {
		any = true
		if g.wish.counts(topic, stance) {
			g.add(topic, e)
		}
	})
	if !any {
		g.add(g.none(), e)
	}
}

// byActor returns what puts a statement to the state or organization that stands behind it.
func (g *gatherer) byActor() func(entry, *model.Block, int) {
	actorOf := position.ActorOf(g.collection)
	return func(e entry, b *model.Block, i int) {
		actor, ok := actorOf(b, i)
		if !ok {
			actor = g.none()
		}
		g.add(actor, e)
	}
}

// lanes makes lanes of the lists: most statements first, and last those that belong to none.
func (g *gatherer) lanes() []Lane {
	var lanes []Lane
	for i, list := range g.lists[:g.none()] {
		if len(list) == 0 {
			continue
		}
		l := Lane{Field: g.wish.By.field(), entries: list}
		l.Token, l.Label = g.name(i)
		lanes = append(lanes, l)
	}
	slices.SortFunc(lanes, func(a, b Lane) int {
		return cmp.Or(b.Len()-a.Len(), cmp.Compare(a.Label, b.Label), cmp.Compare(a.Token, b.Token))
	})
	if rest := g.lists[g.none()]; len(rest) > 0 {
		lanes = append(lanes, Lane{Field: g.wish.By.field(), Label: g.wish.By.none(), entries: rest})
	}
	return lanes
}

func (g *gatherer) name(i int) (token, label string) {
	switch g.wish.By {
	case Topics:
		t := g.collection.Topics()[i]
		return t.ID, t.Name
	case Actors:
		s := g.collection.Speakers()[i]
		return s.ID, s.Short()
	}
	s := g.collection.Speakers()[i]
	return s.ID, s.Name
}

// manyDays is the longest span of days of which each gets a counter.
const manyDays = 1 << 20

// byDay sorts entries by day, and leaves those of one day in their order. A collection's days are few, so that they are
// counted rather than compared.
func byDay(all []entry) []entry {
	compare := func(a, b entry) int { return int(a.day) - int(b.day) }
	if slices.IsSortedFunc(all, compare) {
		return all
	}
	oldest := slices.MinFunc(all, compare).day
	length := int(slices.MaxFunc(all, compare).day) - int(oldest) + 1
	if length > manyDays {
		slices.SortStableFunc(all, compare)
		return all
	}
	next := make([]int, length+1)
	for _, e := range all {
		next[e.day-oldest+1]++
	}
	for i := 1; i < len(next); i++ {
		next[i] += next[i-1]
	}
	sorted := make([]entry, len(all))
	for _, e := range all {
		at := &next[e.day-oldest]
		sorted[*at] = e
		*at++
	}
	return sorted
}
