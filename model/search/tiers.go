package search

import (
	"cmp"
	"container/heap"
	"math"
	"slices"
)

// tiers hands out the hits of a segment in the order of what their scores can be at most, the best first, and the newest
// first among equal ones, without rating all of them. All statements that match the terms in the same ways have the
// same score; so it parts the hits way by way, the best way first, and always goes on with the part that can still
// have the best score (branch and bound, best first: Land and Doig, 1960).
type tiers struct {
	k       *ranker
	segment *segment
	terms   []*rankedTerm
	ways    [][]classSet // by term, the ways in which it is matched here, the best first
	bundles [][]bundle   // by term and way: see bundlesOf
	pairs   []nearPair
	groupOf []int   // by term, where the terms of the next group begin
	rest    []int32 // what the groups that begin at a term can score at most
	wanted  int     // how many statements are wanted at most, 0 for all
	parts   partHeap
	spare   []*bitmap
}

// part is a part of the hits: those of which the first ways of the terms are settled.
type part struct {
	set   set
	owned bool  // its bitmap belongs to nobody else
	term  int   // which term is being looked at
	way   int   // which of its ways comes next
	mask  mask  // the ways of this term that the statements match in
	score int32 // of the groups before
	group int32 // of the terms before that are in the group of this one: the best counts
	pair  int   // which pair of terms is being looked at; before, how close they can stand is settled
	sure  int32 // what closeness adds to the score, which has it already
	more  int32 // what it can add beyond that
	most  int32 // what the score can be at most

	docs []rated // if the part is small, what of it is wanted, in order
}

// partHeap has the part on top that can have the best score.
type partHeap []part

func (h partHeap) Len() int           { return len(h) }
func (h partHeap) Less(i, j int) bool { return h[i].most > h[j].most }
func (h partHeap) Swap(i, j int)      { h[i], h[j] = h[j], h[i] }
func (h *partHeap) Push(p any)        { *h = append(*h, p.(part)) }
func (h *partHeap) Pop() any {
	old := *h
	p := old[len(old)-1]
	*h = old[:len(old)-1]
	return p
}

// smallPart is up to how many statements are rated one by one.
const smallPart = 1024

// newTiers parts the hits of a segment, given where pairs of terms may stand close together.
func (k *ranker) newTiers(number int, hits set, pairs []nearPair) *tiers {
	t := &tiers{k: k, segment: k.x.segments[number], pairs: pairs, terms: k.inTurn(number)}
	for _, term := range t.terms {
		ways := slices.Clone(term.answer.segments[number].sets)
		slices.SortFunc(ways, func(a, b classSet) int {
			return cmp.Or(cmp.Compare(term.grades[b.class], term.grades[a.class]), cmp.Compare(a.class, b.class))
		})
		t.ways, t.bundles = append(t.ways, ways), append(t.bundles, bundlesOf(ways))
	}
	t.findGroups()
	t.push(part{set: hits})
	return t
}

// inTurn returns the terms in the order in which they are looked at: those first that can score most, because then the
// bounds fall soonest. The terms of a group stay together.
func (k *ranker) inTurn(number int) []*rankedTerm {
	most, ofGroup := map[*rankedTerm]int32{}, map[int]int32{}
	terms := make([]*rankedTerm, len(k.terms))
	for i := range k.terms {
		t, all := &k.terms[i], mask(0)
		for _, w := range t.answer.segments[number].sets {
			all |= 1 << w.class
		}
		terms[i], most[t] = t, t.score(all)
		ofGroup[t.inGroup] = max(ofGroup[t.inGroup], most[t])
	}
	slices.SortStableFunc(terms, func(a, b *rankedTerm) int {
		return cmp.Or(cmp.Compare(ofGroup[b.inGroup], ofGroup[a.inGroup]), cmp.Compare(a.inGroup, b.inGroup), cmp.Compare(most[b], most[a]))
	})
	return terms
}

func (t *tiers) findGroups() {
	n := len(t.terms)
	t.groupOf, t.rest = make([]int, n), make([]int32, n+1)
	for i := n - 1; i >= 0; i-- {
		t.groupOf[i] = i + 1
		if i+1 < n && t.terms[i+1].inGroup == t.terms[i].inGroup {
			t.groupOf[i] = t.groupOf[i+1]
		}
		t.rest[i] = t.bestOfGroup(i) + t.rest[t.groupOf[i]]
	}
}

// bestOfGroup returns what the terms of a group can score at most, from a term on.
func (t *tiers) bestOfGroup(term int) int32 {
	most := int32(0)
	for i := term; i < t.groupOf[term]; i++ {
		most = max(most, t.best(i, 0, 0))
	}
	return most
}

// best returns what a term can score at most if the ways before a given one are settled.
func (t *tiers) best(term, way int, m mask) int32 {
	for _, w := range t.ways[term][way:] {
		m |= 1 << w.class
	}
	return t.terms[term].score(m)
}

// mostOf returns what the score of a part can be at most.
func (t *tiers) mostOf(p *part) int32 {
	if p.term == len(t.ways) {
		return p.score + p.more
	}
	group := max(p.group, t.best(p.term, p.way, p.mask))
	if end := t.groupOf[p.term]; p.term+1 < end {
		group = max(group, t.bestOfGroup(p.term+1))
	}
	most := p.score + group + t.rest[t.groupOf[p.term]] + p.more
	for i := p.pair; i < len(t.pairs); i++ {
		most += t.k.pairScore(t.k.pairs[i], 1)
	}
	return most
}

// settled goes on to the next term when all ways of one are settled.
func (t *tiers) settled(p part) part {
	p.group = max(p.group, t.terms[p.term].score(p.mask))
	if p.term++; p.term == t.groupOf[p.term-1] {
		p.score += p.group
		p.group = 0
	}
	p.way, p.mask = 0, 0
	return p
}

// push adds a part, unless it is empty or nobody wants it any more.
func (t *tiers) push(p part) {
	if p.set.empty() {
		t.free(p)
		return
	}
	if p.most = t.mostOf(&p); standing(p.most, math.MaxInt32) < t.k.worst.Load() {
		t.free(p)
		return
	}
	heap.Push(&t.parts, p)
}

// isSmall tells whether the statements of a part are better rated one by one.
func (t *tiers) isSmall(p *part) bool {
	return p.set.n <= smallPart && p.pair == len(t.pairs) && p.term < len(t.ways)
}

// pushRated adds what is wanted of a small part, rated one by one.
func (t *tiers) pushRated(p part) {
	if p.docs = t.rate(p); len(p.docs) > 0 {
		p.most = p.docs[0].score + p.more
		heap.Push(&t.parts, p)
	}
}

// bound returns what the score of all that has not been handed out can be at most.
func (t *tiers) bound() int32 {
	if len(t.parts) == 0 {
		return math.MinInt32
	}
	return t.parts[0].most
}

func (t *tiers) done() bool { return len(t.parts) == 0 }

// next goes on with the part that can have the best score. If it is settled, its statements are handed out, with what
// closeness can add to their scores, the newest first, as long as yield wants them.
func (t *tiers) next(yield func(r rated, sure, more int32) bool) {
	p := heap.Pop(&t.parts).(part)
	t.trim(&p)
	switch {
	case p.docs != nil:
		t.listed(p, yield)
	case p.set.empty():
	case t.isSmall(&p):
		t.pushRated(p)
	case p.pair < len(t.pairs):
		t.splitPair(p)
	case p.term == len(t.ways):
		t.tier(p, yield)
		t.free(p)
	case t.isSettled(&p):
		t.push(t.settled(p))
	default:
		t.split(p)
	}
}

// isSettled tells whether what comes next cannot change what the term scores: the ways come best first, and two places
// count.
func (t *tiers) isSettled(p *part) bool { return p.way == len(t.ways[p.term]) || p.mask.places() == 2 }

// split parts a part by the next way, or by the next few that few statements match in.
func (t *tiers) split(p part) {
	if t.bundles[p.term][p.way].end > 0 && p.pair == len(t.pairs) {
		t.splitBundle(p)
		return
	}
	w := t.ways[p.term][p.way]
	p.way++
	if p.mask.in(w.class.place()) {
		heap.Push(&t.parts, p)
		return
	}
	in, out := p, p
	in.mask |= 1 << w.class
	in.set, in.owned, out.set, out.owned = t.both(p.set, w.set)
	t.free(p)
	t.push(in)
	t.push(out)
}

// splitPair parts a part by whether two terms stand as they were typed in a record, or may be close together elsewhere.
func (t *tiers) splitPair(p part) {
	here, most := &t.pairs[p.pair], t.k.pairScore(t.k.pairs[p.pair], 1)
	p.pair++
	sure, rest, maybe, not := p, p, p, p
	sure.set, sure.owned, rest.set, rest.owned = t.both(p.set, here.surely)
	sure.score, sure.sure = p.score+most, p.sure+most
	t.free(p)
	t.push(sure)
	near := here.records
	if here.own != nil {
		near = or(near, set{bits: here.own, n: here.own.count()})
	}
	maybe.set, maybe.owned, not.set, not.owned = t.both(rest.set, near)
	maybe.more = p.more + most
	t.free(rest)
	t.push(maybe)
	t.push(not)
}

// listed hands out the first of a small part, those of one score.
func (t *tiers) listed(p part, yield func(r rated, sure, more int32) bool) {
	n := 1
	for n < len(p.docs) && p.docs[n].score == p.docs[0].score {
		n++
	}
	first := p.docs[:n]
	if p.docs = p.docs[n:]; len(p.docs) > 0 {
		p.most = p.docs[0].score + p.more
		heap.Push(&t.parts, p)
	}
	for _, r := range first {
		if !yield(r, p.sure, p.more) {
			return
		}
	}
}

// tier hands out the statements of a part whose terms are all settled.
func (t *tiers) tier(p part, yield func(r rated, sure, more int32) bool) {
	t.segment.eachNewest(p.set, func(rank, doc uint16) bool { return yield(rated{p.score, rank, doc}, p.sure, p.more) })
}
