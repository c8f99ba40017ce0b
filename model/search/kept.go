package search

import (
	"context"
	"slices"

	"onrecord/model/crew"
	"onrecord/model/query"
)

// ranks returns the ranks of the statements that the request wants to keep in view.
func (x *Index) ranks(ctx context.Context, p *plan, h *hits, r *Request) ([]int, error) {
	ranks := make([]int, len(r.Keep))
	for i, place := range r.Keep {
		rank, err := x.rankOf(ctx, p, h, r.Query.Sort, place)
		if err != nil {
			return nil, err
		}
		ranks[i] = rank
	}
	return ranks, nil
}

// rankOf counts how many hits come before a statement; -1 if it is none.
func (x *Index) rankOf(ctx context.Context, p *plan, h *hits, by query.Sort, place int) (int, error) {
	if place < 0 || place >= x.collection.Len() {
		return -1, nil
	}
	if by == query.Best && len(p.terms) == 0 {
		by = query.Newest
	}
	kept := ranked{segment: x.segmentAt(place)}
	kept.doc = uint16(place - x.segments[kept.segment].block.First())
	if !h.segments[kept.segment].all.has(kept.doc) {
		return -1, nil
	}
	k := x.newRanker(p)
	if by == query.Best {
		kept.score = k.scoreOf(kept)
	}
	counts := make([]int, len(x.segments))
	err := crew.Each(ctx, len(x.segments), func(i int) { counts[i] = k.before(i, h.segments[i].all, by, kept) })
	rank := 0
	for _, n := range counts {
		rank += n
	}
	return rank, err
}

func (x *Index) segmentAt(place int) int {
	for i, s := range x.segments {
		if place < s.block.First()+s.size {
			return i
		}
	}
	return -1
}

// before counts the hits of a segment that come before a given one.
func (k *ranker) before(number int, found set, by query.Sort, kept ranked) int {
	s := k.x.segments[number]
	// cut is how many statements of the segment are newer.
	cut, _ := slices.BinarySearchFunc(s.order, kept, func(doc uint16, kept ranked) int {
		return compareAge(s.block, int(doc), k.x.segments[kept.segment].block, int(kept.doc))
	})
	switch by {
	case query.Best:
		near := k.newNearness(number)
		defer near.free()
		t := k.newTiers(number, found, near.pairs)
		defer t.close()
		return t.before(bar{kept.score, cut}, near.score)
	case query.Newest:
		return s.countNewer(found, cut)
	}
	return k.olderThan(number, found, kept)
}

// countNewer counts the statements of a set that stand before a place of the order.
func (s *segment) countNewer(found set, place int) int {
	switch {
	case place == s.size:
		return found.n
	case found.bits != nil:
		return int(found.bits.countList(s.order[:place]))
	}
	n := 0
	for _, doc := range found.list {
		if int(s.rank[doc]) < place {
			n++
		}
	}
	return n
}

// olderThan counts the statements of a set that are older than another one, or of its day with a smaller id.
func (k *ranker) olderThan(number int, found set, kept ranked) int {
	n := 0
	found.each(func(doc uint16) {
		if k.x.compare(query.Oldest, ranked{segment: number, doc: doc}, kept) < 0 {
			n++
		}
	})
	return n
}

// bar is what stands before a statement: what scores more, and what scores the same and is newer than it.
type bar struct {
	score int32
	newer int // how many statements of the segment are newer
}

// before counts the statements that stand before a bar, given how to rate closeness. It uses the tiers up.
func (t *tiers) before(kept bar, near func(doc int) int32) int {
	n := 0
	for len(t.parts) > 0 {
		p := t.parts[len(t.parts)-1]
		t.parts = t.parts[:len(t.parts)-1]
		switch {
		case p.most < kept.score:
		case t.leastOf(&p) > kept.score:
			n += p.set.n
		case t.isSmall(&p):
			for _, r := range t.rateEach(p) {
				n += t.isBefore(r, kept, &p, near)
			}
		case p.pair < len(t.pairs):
			t.splitPair(p)
			continue
		case p.term == len(t.ways) && p.more == 0: // which score the same
			n += t.segment.countNewer(p.set, kept.newer)
		case p.term == len(t.ways):
			p.set.each(func(doc uint16) { n += t.isBefore(rated{p.score, t.segment.rank[doc], doc}, kept, &p, near) })
		case t.isSettled(&p):
			t.push(t.settled(p))
			continue
		default:
			t.split(p)
			continue
		}
		t.free(p)
	}
	return n
}

// leastOf returns what the score of a part is at least.
func (t *tiers) leastOf(p *part) int32 {
	if p.term == len(t.ways) {
		return p.score
	}
	return p.score + max(p.group, t.terms[p.term].score(p.mask))
}

func (t *tiers) isBefore(r rated, kept bar, p *part, near func(doc int) int32) int {
	if r.score+p.more < kept.score {
		return 0
	}
	if r.score <= kept.score && p.more > 0 {
		r.score += near(int(r.doc)) - p.sure
	}
	if r.score > kept.score || r.score == kept.score && int(r.rank) < kept.newer {
		return 1
	}
	return 0
}
