package search

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"onrecord/model/crew"
	"onrecord/model/fold"
	"onrecord/model/query"
)

const (
	nearBelow = 5   // how few statements must match for others to be offered besides
	nearMost  = 20  // how many of those are returned at most
	nearShare = 0.5 // which part of the best one's score they have at least
)

// nearHits is which statements nearly match.
type nearHits struct {
	best  []NearHit
	count int   // as in Answer.NearBy
	hits  *hits // the best ones
}

// nearly finds the statements that match all of the query but a word or a few, for a query that hardly anything matches:
// people remember words that were not said. They lack half of the words at most, or two thirds if there is nothing else.
// The best are those of which the words that they have tell most, however many they lack; what tells far less than these
// is not offered. Phrases, filters and what is to be left out must hold.
func (x *Index) nearly(ctx context.Context, p *plan, r *Request, matching *hits) (nearHits, error) {
	words := p.words()
	least := 2
	if matching.count > 0 && !matching.widened {
		least = 3 // half of two words is little where something matches both well
	}
	found := nearHits{hits: x.noHits()}
	if matching.count >= nearBelow || len(words) < least || r.Offset > 0 || r.Limit <= 0 {
		return found, ctx.Err()
	}
	all, err := x.lacking(ctx, p, words, len(words)/2)
	if most := 2 * len(words) / 3; err == nil && all.count+matching.count == 0 && most > len(words)/2 {
		all, err = x.lacking(ctx, p, words, most) // rather than nothing at all
	}
	if err != nil {
		return found, err
	}
	near := *r
	near.Limit, near.Query.Sort = min(r.Limit, nearMost), query.Best
	best, err := x.rank(ctx, p, all, &near)
	found.count = all.count
	for i, hit := range best {
		if hit.Score < nearShare*best[0].Score {
			found.count = i
			break
		}
		found.best = append(found.best, NearHit{hit, x.missing(p, words, hit.Index)})
		found.hits.add(x, hit.Index)
	}
	return found, err
}

// add adds a statement to what has been found.
func (h *hits) add(x *Index, index int) {
	number := x.segmentAt(index)
	doc := uint16(index - x.segments[number].block.First())
	h.segments[number].all = or(h.segments[number].all, listSet([]uint16{doc}))
	h.count++
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

// lacking finds the statements that match all but one of the words or more, up to most.
func (x *Index) lacking(ctx context.Context, p *plan, words []int, most int) (*hits, error) {
	h := x.noHits()
	err := crew.Each(ctx, len(x.segments), func(i int) {
		h.segments[i].all = or(p.lacking(x.segments[i], i, words, most)[1:]...)
	})
	for _, s := range h.segments {
		h.count += s.all.n
	}
	return h, err
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

// missing returns the words that a statement lacks, as they were typed but without the punctuation around them, each once.
func (x *Index) missing(p *plan, words []int, index int) []string {
	number := x.segmentAt(index)
	s := x.segments[number]
	doc := uint16(index - s.block.First())
	var missing []string
	for _, w := range words {
		g := &p.groups[w]
		text := bare(g.leaves[0].text)
		known := slices.ContainsFunc(missing, func(m string) bool { return fold.Equal(m, text) })
		if !known && !g.in(s, number).has(doc) {
			missing = append(missing, text)
		}
	}
	return missing
}

// bare is a word as it was typed, without the punctuation of a sentence around it: "drone," is drone, but "U.S." stays.
func bare(text string) string {
	word := strings.Trim(text, `,;:!?…"“”„()[]`)
	if strings.Count(word, ".") == 1 {
		word = strings.TrimSuffix(word, ".")
	}
	return cmp.Or(word, text)
}
