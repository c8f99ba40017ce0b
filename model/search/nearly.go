package search

import (
	"context"

	"onrecord/model/crew"
	"onrecord/model/query"
)

const (
	nearBelow = 5  // how few statements must match for others to be offered besides
	nearMost  = 20 // how many of those are returned at most
)

// nearly finds the statements that match all of the query but a word, for a query that hardly anything matches: people
// remember a word that was not said. If there are none, those count that match all but two words, and so on, as long as
// half of the words match. Phrases, filters and what is to be left out must hold.
func (x *Index) nearly(ctx context.Context, p *plan, r *Request, count int) ([]NearHit, *hits, error) {
	words := p.words()
	least := 2
	if count > 0 {
		least = 3 // half of two words is little where something matches both
	}
	if count >= nearBelow || len(words) < least || r.Offset > 0 || r.Limit <= 0 {
		return nil, x.noHits(), ctx.Err()
	}
	h, lacking, err := x.lackingFewest(ctx, p, words)
	if err != nil {
		return nil, h, err
	}
	near := *r
	near.Limit, near.Query.Sort = min(r.Limit, nearMost), query.Best
	hits, err := x.rank(ctx, p, h, &near)
	var found []NearHit
	for _, hit := range hits {
		found = append(found, NearHit{hit, x.missing(p, words, hit.Index, lacking)})
	}
	return found, h, err
}

func (x *Index) noHits() *hits { return &hits{segments: make([]hitSets, len(x.segments))} }

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

// lackingFewest finds the statements that match all but as few of the words as possible, one at least, and says how few.
// There are none if half of the words match none.
func (x *Index) lackingFewest(ctx context.Context, p *plan, words []int) (*hits, int, error) {
	most := len(words) / 2
	found := make([][]set, len(x.segments))
	err := crew.Each(ctx, len(x.segments), func(i int) { found[i] = p.lacking(x.segments[i], i, words, most) })
	for lacking := 1; err == nil && lacking <= most; lacking++ {
		h := x.noHits()
		for i := range found {
			h.segments[i].all = found[i][lacking]
			h.count += found[i][lacking].n
		}
		if h.count > 0 {
			return h, lacking, nil
		}
	}
	return x.noHits(), 0, err
}

// lacking returns the statements of a segment that match all groups but so many of the words, by how many, up to most.
func (p *plan) lacking(s *segment, number int, words []int, most int) []set {
	by := make([]set, most+1)
	by[0] = s.all
	next := 0 // of the words
	for i := range p.groups {
		g := &p.groups[i]
		if g.optional {
			continue
		}
		found := g.in(s, number)
		isWord := next < len(words) && words[next] == i
		if isWord {
			next++
		}
		for n := most; n >= 0; n-- {
			has := and(by[n], found)
			if isWord && n > 0 {
				has = or(has, andNot(by[n-1], found))
			}
			by[n] = has
		}
	}
	return by
}

// missing returns the words that a statement lacks, as they were typed.
func (x *Index) missing(p *plan, words []int, index, lacking int) []string {
	missing := make([]string, 0, lacking)
	for number, s := range x.segments {
		doc := index - s.block.First()
		if doc < 0 || doc >= s.block.Len() {
			continue
		}
		for _, w := range words {
			if g := &p.groups[w]; !g.in(s, number).has(uint16(doc)) {
				missing = append(missing, g.leaves[0].text)
			}
		}
	}
	return missing
}
