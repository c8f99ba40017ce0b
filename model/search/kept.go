package search

import (
	"context"

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
		kept.score = k.scores(kept.segment, []uint16{kept.doc})[0] + k.newNearness(kept.segment).score(int(kept.doc))
	}
	counts := make([]int, len(x.segments))
	err := parallel(ctx, len(x.segments), func(i int) { counts[i] = k.before(i, h.segments[i].all, by, kept) })
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
	docs := found.appendTo(make([]uint16, 0, found.n))
	var scores []int32
	var near *nearness
	if by == query.Best {
		scores, near = k.scores(number, docs), k.newNearness(number)
	}
	n := 0
	for i, doc := range docs {
		one := ranked{segment: number, doc: doc}
		if by == query.Best {
			if one.score = scores[i]; one.score+k.most < kept.score {
				continue
			}
			if one.score <= kept.score {
				one.score += near.score(int(doc))
			}
		}
		if k.x.compare(by, one, kept) < 0 {
			n++
		}
	}
	return n
}
