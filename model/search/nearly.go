package search

import (
	"context"
	"slices"

	"onrecord/model/query"
)

// nearly finds the statements that match all of the query but one word, for a query that nothing matches: people
// remember a word that was not said. It asks for three words at least, or for two of which one stands nowhere; phrases,
// filters and what is to be left out must hold.
func (x *Index) nearly(ctx context.Context, p *plan, r *Request) ([]Hit, int, error) {
	words := p.words()
	if len(words) < 2 || len(words) == 2 && !slices.ContainsFunc(words, func(g int) bool { return p.groups[g].leaves[0].answer.empty() }) {
		return nil, 0, ctx.Err()
	}
	h := &hits{segments: make([]hitSets, len(x.segments))}
	err := parallel(ctx, len(x.segments), func(i int) { h.segments[i].all = p.allButOne(x.segments[i], i, words) })
	if err != nil {
		return nil, 0, err
	}
	for _, s := range h.segments {
		h.count += s.all.n
	}
	near := *r
	near.Offset, near.Query.Sort = 0, query.Best
	found, err := x.rank(ctx, p, h, &near)
	return found, h.count, err
}

// words returns the groups that are one word which must match.
func (p *plan) words() []int {
	var words []int
	for i, g := range p.groups {
		if l := g.leaves[0]; len(g.leaves) == 1 && l.term != nil && !l.not && !l.term.quoted && !g.optional {
			words = append(words, i)
		}
	}
	return words
}

// allButOne returns the statements of a segment that all groups let through but one of the given ones.
func (p *plan) allButOne(s *segment, number int, words []int) set {
	all, one := s.all, set{} // that match all so far, and all but one
	for i := range p.groups {
		g := &p.groups[i]
		if g.optional {
			continue
		}
		found := g.in(s, number)
		one = and(one, found)
		if slices.Contains(words, i) {
			one = or(one, andNot(all, found))
		}
		all = and(all, found)
	}
	return one
}
