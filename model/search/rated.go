package search

import (
	"cmp"
	"math"
	"slices"
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

// rate rates the statements of a part one by one, and drops those that nobody wants any more.
func (t *tiers) rate(p part) []rated {
	docs := p.set.appendTo(make([]uint16, 0, p.set.n))
	list := make([]rated, len(docs))
	for i, doc := range docs {
		list[i] = rated{score: p.score, rank: t.segment.rank[doc], doc: doc}
	}
	groups := make([]int32, len(docs))
	for i := range groups {
		groups[i] = p.group
	}
	for term := p.term; term < len(t.ways); term++ {
		ways, settled := t.ways[term], mask(0)
		if term == p.term {
			ways, settled = ways[p.way:], p.mask
		}
		known := knownScores{term: &t.k.terms[term]}
		last := t.groupOf[term] == term+1
		for i, m := range masksOf(ways, docs) {
			groups[i] = max(groups[i], known.score(m|settled))
			if last {
				list[i].score += groups[i]
				groups[i] = 0
			}
		}
	}
	worst := t.k.worst.Load()
	list = slices.DeleteFunc(list, func(r rated) bool { return standing(r.score+p.more, math.MaxInt32) < worst })
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
	masks := make([]mask, len(docs))
	for _, w := range ways {
		bit := mask(1) << w.class
		switch list := w.set.list; {
		case w.set.bits != nil:
			for i, doc := range docs {
				if w.set.bits.has(doc) {
					masks[i] |= bit
				}
			}
		case len(list) > 16*len(docs):
			for i, doc := range docs {
				if w.set.has(doc) {
					masks[i] |= bit
				}
			}
		default:
			for i, k := 0, 0; i < len(docs) && k < len(list); {
				switch {
				case docs[i] < list[k]:
					i++
				case docs[i] > list[k]:
					k++
				default:
					masks[i] |= bit
					i, k = i+1, k+1
				}
			}
		}
	}
	return masks
}
