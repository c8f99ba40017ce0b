package search

import (
	"cmp"
	"math"
	"slices"
	"sync"
)

// rated is a statement with its score.
type rated struct {
	score int32
	rank  uint16 // in the segment's order
	doc   uint16
}

func compareRated(a, b rated) int {
	return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.rank, b.rank))
}

// rate rates the statements of a part one by one, drops those that nobody wants any more, and puts the rest in order.
func (t *tiers) rate(p part) []rated {
	list := t.rateEach(p)
	if p.more > 0 || t.wanted == 0 { // closeness may change the order
		slices.SortFunc(list, compareRated)
		return list
	}
	return bestOf(list, t.wanted)
}

// rateEach is rate in no order.
func (t *tiers) rateEach(p part) []rated {
	docs := p.set.appendTo(make([]uint16, 0, p.set.n))
	list := make([]rated, len(docs))
	groups := make([]int32, len(docs)) // what the terms of the group that is being looked at score
	for i, doc := range docs {
		list[i], groups[i] = rated{score: p.score, rank: t.segment.rank[doc], doc: doc}, p.group
	}
	for term := p.term; term < len(t.ways) && len(docs) > 0; term++ {
		ways, settled := t.ways[term], mask(0)
		if term == p.term {
			ways, settled = ways[p.way:], p.mask
		}
		known := knownScores{term: t.terms[term]}
		last, rest := t.groupOf[term] == term+1, t.rest[t.groupOf[term]]+p.more
		if !last {
			rest += t.bestOfGroup(term + 1)
		}
		worst, n := t.k.worst.Load(), 0
		for i, m := range masksOf(ways, docs) {
			r, group := list[i], max(groups[i], known.score(m|settled))
			if standing(r.score+group+rest, math.MaxInt32) < worst {
				continue
			}
			if last {
				r.score, group = r.score+group, 0
			}
			list[n], groups[n], docs[n] = r, group, r.doc
			n++
		}
		list, groups, docs = list[:n], groups[:n], docs[:n]
	}
	return list
}

// bestOf returns the best of some rated statements, in order.
func bestOf(list []rated, wanted int) []rated {
	if wanted < len(list) {
		best := top{size: wanted, list: make([]rated, 0, wanted)}
		for _, r := range list {
			best.add(r)
		}
		list = best.list
	}
	slices.SortFunc(list, compareRated)
	return list
}

// knownScores remembers the scores of masks, of which there are few.
type knownScores struct {
	term   *rankedTerm
	masks  []mask
	scores []int32
}

func (k *knownScores) score(m mask) int32 {
	for i, known := range k.masks {
		if known == m {
			return k.scores[i]
		}
	}
	score := k.term.score(m)
	if len(k.masks) < 16 {
		k.masks, k.scores = append(k.masks, m), append(k.scores, score)
	}
	return score
}

// masksOf returns for each statement in which of the ways it matches.
func masksOf(ways []classSet, docs []uint16) []mask {
	masks := make([]mask, len(docs)+1)
	at := placesOf(docs)
	for _, w := range ways {
		bit := mask(1) << w.class
		switch list := w.set.list; {
		case w.set.bits != nil:
			for i, doc := range docs {
				masks[i+1] |= mask(w.set.bits[doc>>6]>>(doc&63)&1) << w.class
			}
		case len(list) > 64*len(docs):
			for i, doc := range docs {
				if w.set.has(doc) {
					masks[i+1] |= bit
				}
			}
		default:
			for _, doc := range list {
				masks[at[doc]] |= bit // those that are not asked for come together at 0
			}
		}
	}
	at.free(docs)
	return masks[1:]
}

// placeTable holds for each member of a segment its place in a list, from 1; 0 for those that are not on it.
type placeTable [members]uint16

var placeTables = sync.Pool{New: func() any { return new(placeTable) }}

func placesOf(docs []uint16) *placeTable {
	at := placeTables.Get().(*placeTable)
	for i, doc := range docs {
		at[doc] = uint16(i + 1)
	}
	return at
}

// free empties the table for its next use.
func (t *placeTable) free(docs []uint16) {
	for _, doc := range docs {
		t[doc] = 0
	}
	placeTables.Put(t)
}
