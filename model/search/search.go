package search

import (
	"context"
	"fmt"

	"onrecord/model/crew"
	"onrecord/model/query"
)

// Search answers a request. The error is that of the context, or a *crew.PanicError: a fault of the engine that some
// query brings to light ends with the query.
func (x *Index) Search(ctx context.Context, r Request) (Answer, error) {
	a, err := x.search(ctx, &r)
	if err != nil {
		return Answer{}, fmt.Errorf("searching for %q: %w", r.Query.Line, err)
	}
	return a, nil
}

func (x *Index) search(ctx context.Context, r *Request) (a Answer, err error) {
	defer crew.Recover(&err)
	a.Total = x.collection.Len()
	p, hits, err := x.match(ctx, r)
	if err != nil {
		return a, err
	}
	a.Count, a.Widened, a.index, a.plan = hits.count, hits.widened, x, p
	if a.Hits, err = x.rank(ctx, p, hits, r); err != nil {
		return a, err
	}
	if a.Kept, err = x.ranks(ctx, p, hits, r); err != nil {
		return a, err
	}
	if a.Facets, err = x.facets(ctx, p, hits, r.Facets); err != nil {
		return a, err
	}
	near, err := x.nearly(ctx, p, r, hits)
	if err != nil {
		return a, err
	}
	a.Near, a.NearBy = near.best, near.count
	if a.Count == 0 {
		hits = near.hits
		a.Drops, err = x.drops(ctx, r, p)
	}
	p.memo = nil // the answer keeps the plan, but asks nothing more of it
	a.Reading = x.reading(r.Query, p, hits)
	return a, err
}

// hits is which statements match.
type hits struct {
	segments []hitSets
	count    int
	widened  bool
}

// hitSets is which statements of a segment match, and which match without the filters on one field, for those fields
// that have a facet.
type hitSets struct {
	all     set
	without map[query.Field]set
}

// match finds out which statements match.
func (x *Index) match(ctx context.Context, r *Request) (*plan, *hits, error) {
	p, err := x.planFor(ctx, r)
	if err != nil {
		return nil, nil, err
	}
	h, err := x.intersect(ctx, p)
	if err != nil || h.count > 0 || len(p.terms) == 0 {
		return p, h, err
	}
	wider, err := x.widen(ctx, p)
	if err != nil || !wider {
		return p, h, err
	}
	h, err = x.intersect(ctx, p)
	if err == nil {
		h.widened = h.count > 0
	}
	return p, h, err
}

// intersect finds the statements that all groups let through.
func (x *Index) intersect(ctx context.Context, p *plan) (*hits, error) {
	h := &hits{segments: make([]hitSets, len(x.segments))}
	err := crew.Each(ctx, len(x.segments), func(i int) { h.segments[i] = p.hitsIn(x.segments[i], i) })
	for _, s := range h.segments {
		h.count += s.all.n
	}
	return h, err
}

func (p *plan) hitsIn(s *segment, number int) hitSets {
	plain := s.all
	filtered := map[query.Field]set{}
	for i := range p.groups {
		g := &p.groups[i]
		switch {
		case g.optional:
		case g.facet == query.NoField:
			plain = s.among(plain, g.in(s, number))
		default:
			found := g.in(s, number)
			if known, ok := filtered[g.facet]; ok {
				found = and(known, found)
			}
			filtered[g.facet] = found
		}
	}
	h := hitSets{all: plain}
	for _, found := range filtered {
		h.all = s.among(h.all, found)
	}
	if len(filtered) > 0 {
		h.without = map[query.Field]set{}
	}
	for field := range filtered {
		h.without[field] = without(plain, filtered, field)
	}
	if _, ok := filtered[query.Stance]; ok {
		h.without[query.Topic] = without(plain, filtered, query.Topic)
	}
	return h
}

// among returns those of some statements that are in a set, which is shared if they are all there are.
func (s *segment) among(some, found set) set {
	if some.n == s.size {
		return found
	}
	return and(some, found)
}

// without returns the statements that match without the filters on one field. Topics are counted with the stances on
// them, so that without topics is without stances, too.
func without(plain set, filtered map[query.Field]set, field query.Field) set {
	for other, found := range filtered {
		if other != field && !(field == query.Topic && other == query.Stance) {
			plain = and(plain, found)
		}
	}
	return plain
}
