package search

import (
	"cmp"
	"context"
	"slices"

	"onrecord/model/query"
)

// drops counts what the query gives without each of its groups; of as many words as a line can have, another one would come
// in the place of the one that is dropped.
func (x *Index) drops(ctx context.Context, r *Request, p *plan) ([]Drop, error) {
	var drops []Drop
	if len(p.groups) < 2 {
		return nil, nil
	}
	full := p.full()
	essential := map[int]int{}
	for i := range p.groups {
		g := &p.groups[i]
		if g.optional || full && g.leaves[0].term != nil {
			continue
		}
		fewer := Request{Query: r.Query, Marked: r.Marked, memo: p.memo}
		fewer.Query.Groups = slices.Delete(slices.Clone(r.Query.Groups), g.number, g.number+1)
		_, h, err := x.match(ctx, &fewer)
		if err != nil {
			return nil, err
		}
		if h.count > 0 {
			drops = append(drops, Drop{g.number, h.count})
			essential[g.number] = g.essential(&r.Query.Groups[g.number])
		}
	}
	slices.SortStableFunc(drops, func(a, b Drop) int {
		return cmp.Or(essential[a.Group]-essential[b.Group], b.Count-a.Count)
	})
	return drops, nil
}

// full tells whether the query may have more words than are searched for.
func (p *plan) full() bool {
	n := 0
	for _, g := range p.groups {
		for _, l := range g.leaves {
			if l.term != nil {
				n++
			}
		}
	}
	return n >= query.MaxWords
}

// How much of a question a condition is. Whom somebody asks about is dropped last, when it was said first.
const (
	isDate = iota
	isDetail
	isStance
	isWord
	isTopic
	isActor
	isSpeaker
)

// essential returns how much of the question the group is: that of its most essential clause.
func (g *planGroup) essential(group *query.Group) int {
	most := isDate
	for i, l := range g.leaves {
		most = max(most, l.essential(group.Clauses[i].Field))
	}
	return most
}

func (l *leaf) essential(f query.Field) int {
	switch {
	case l.term != nil && !l.not && l.strong.speaks():
		return isSpeaker
	case l.term != nil && !l.not:
		return isWord
	case f.Dated():
		return isDate
	case l.not:
		return isDetail
	case f == query.Stance:
		return isStance
	case f == query.Topic:
		return isTopic
	case f == query.For:
		return isActor
	case f == query.Speaker:
		return isSpeaker
	}
	return isDetail
}

// speaks tells whether a term stands in the name of a speaker or an actor.
func (a *answer) speaks() bool { return a.in(InName) || a.in(InActor) }

// in tells whether a term stands in a place of some record.
func (a *answer) in(place Place) bool {
	return slices.ContainsFunc(a.segments, func(e evidence) bool {
		return slices.ContainsFunc(e.sets, func(cs classSet) bool { return cs.class.place() == place })
	})
}
