package search

import (
	"cmp"
	"context"
	"math"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"onrecord/model"
	"onrecord/model/crew"
	"onrecord/model/query"
)

// ranked is a hit on its way to the screen.
type ranked struct {
	segment int
	doc     uint16
	score   int32 // in thousandths
}

// rank returns the hits that are wanted, in order.
func (x *Index) rank(ctx context.Context, p *plan, h *hits, r *Request) ([]Hit, error) {
	wanted := min(h.count, r.Offset+r.Limit)
	if r.Limit <= 0 || r.Offset < 0 || wanted <= r.Offset {
		return nil, ctx.Err()
	}
	ranker := x.newRanker(p)
	page, err := x.page(ctx, ranker, h, r.order(p), r.Offset, wanted)
	if err != nil {
		return nil, err
	}
	var wantedHits []Hit
	for _, one := range page {
		hit := Hit{Index: x.segments[one.segment].block.First() + int(one.doc), Score: float64(one.score) / 1000}
		if r.Explain {
			hit.Why = ranker.explain(one)
		}
		wantedHits = append(wantedHits, hit)
	}
	return wantedHits, nil
}

// order returns how the hits are ordered: without terms, all score the same.
func (r *Request) order(p *plan) query.Sort {
	if r.Query.Sort == query.Best && len(p.terms) == 0 {
		return query.Newest
	}
	return r.Query.Sort
}

// page returns the hits from a place in the order to another.
func (x *Index) page(ctx context.Context, k *ranker, h *hits, by query.Sort, offset, wanted int) ([]ranked, error) {
	if by != query.Best && wanted > deepFrom {
		return x.datedPage(ctx, h, by, offset, wanted)
	}
	best := make([][]ranked, len(x.segments))
	err := crew.Each(ctx, len(x.segments), func(i int) {
		found := h.segments[i].all
		switch by {
		case query.Oldest:
			best[i] = x.segments[i].oldest(i, found, wanted)
		case query.Newest:
			best[i] = x.segments[i].newest(i, found, wanted)
		default:
			best[i] = k.best(i, found, wanted)
		}
	})
	if err != nil {
		return nil, err
	}
	return x.inOrder(best, by, offset, wanted), nil
}

// compare puts hits into their order, which is the same whatever the segments are.
func (x *Index) compare(by query.Sort, a, b ranked) int {
	if by == query.Best && a.score != b.score {
		return cmp.Compare(b.score, a.score)
	}
	blockA, blockB := x.segments[a.segment].block, x.segments[b.segment].block
	if by == query.Oldest {
		return cmp.Or(cmp.Compare(blockA.Day(int(a.doc)), blockB.Day(int(b.doc))),
			strings.Compare(blockA.ID(int(a.doc)), blockB.ID(int(b.doc))))
	}
	return compareAge(blockA, int(a.doc), blockB, int(b.doc))
}

// newest returns the newest statements of a set.
func (s *segment) newest(number int, found set, wanted int) []ranked {
	list := make([]ranked, 0, min(wanted, found.n))
	s.eachNewest(found, func(_, doc uint16) bool {
		list = append(list, ranked{segment: number, doc: doc})
		return len(list) < wanted
	})
	return list
}

// eachNewest yields the statements of a set, the newest first, with their ranks, as long as they are wanted.
func (s *segment) eachNewest(found set, yield func(rank, doc uint16) bool) {
	if found.bits == nil {
		ranks := make([]uint16, len(found.list))
		for i, doc := range found.list {
			ranks[i] = s.rank[doc]
		}
		eachInOrder(ranks, func(rank uint16) bool { return yield(rank, s.order[rank]) })
		return
	}
	left := found.n
	for rank, doc := range s.order {
		if found.bits.has(doc) {
			if left--; !yield(uint16(rank), doc) || left == 0 {
				return
			}
		}
	}
}

// oldest returns the oldest statements of a set, those of one day by id.
func (s *segment) oldest(number int, found set, wanted int) []ranked {
	list := make([]ranked, 0, min(wanted, found.n))
	for n := len(s.days) - 1; n >= 0; n-- {
		for _, doc := range s.ofDay(n) {
			if len(list) == cap(list) {
				return list
			}
			if found.has(doc) {
				list = append(list, ranked{segment: number, doc: doc})
			}
		}
	}
	return list
}

// ranker rates hits. See the package comment for what counts. Filler words only count by keeping the words between which
// they stand apart.
type ranker struct {
	x                  *Index
	terms              []rankedTerm
	pairs              []pair
	near               []nearRecords     // by pair
	ofSpeaker, ofTopic map[int][]float64 // by record and pair, how close terms stand in the record
	worst              atomic.Int64      // the score and the day below which nothing is wanted: see standing
	mu                 sync.Mutex
	standings          minHeap[int64] // the best of all segments, as many as are wanted
}

// rankedTerm is a term with its weights.
type rankedTerm struct {
	*leaf
	weight float64 // by how rare it is
	grades [placeCount * qualityCount]float64
}

func (x *Index) newRanker(p *plan) *ranker {
	k := &ranker{x: x, pairs: p.pairs()}
	for _, l := range p.terms {
		if !l.filler {
			k.terms = append(k.terms, x.newRankedTerm(l, len(k.terms) == 0))
		}
	}
	k.worst.Store(math.MinInt64)
	k.findNearRecords()
	return k
}

// newRankedTerm weighs a term; first tells whether it is the first.
func (x *Index) newRankedTerm(l *leaf, first bool) rankedTerm {
	t := rankedTerm{leaf: l, weight: x.rarity(l.answer.count)}
	state := first && x.catalogue.states[l.term.words[0]]
	for c := range t.grades {
		p, q := class(c).place(), class(c).quality()
		t.grades[c] = qualityWeight(q, l.term) * (rarityWeight*t.weight + placeWeights[p]*min(t.weight, placeCap))
		if first && !(state && p == InRole) && (q != Start || len(l.term.words[0]) >= speakerLetters) {
			t.grades[c] += firstWeights[p]
		}
	}
	return t
}

// speakerLetters is how much of a name must be typed to be taken for who said it.
const speakerLetters = 3

// rarity is the inverse document frequency of BM25 (Robertson, Zaragoza: The probabilistic relevance framework, 2009):
// near 0 for a term that all statements match, 14 for one in a million.
func (x *Index) rarity(count int) float64 {
	total, n := float64(x.collection.Len()), float64(count)
	return math.Log(1 + (total-n+0.5)/(n+0.5))
}

// placeWeights say how much a place counts.
var placeWeights = [placeCount]float64{
	InName: 1, InText: 0.9, InActor: 0.7, InTopic: 0.5, InRole: 0.65, InSetting: 0.4, InBio: 0.35, InGist: 0.3, InSource: 0.15,
}

const (
	rarityWeight  = 0.4 // of how rare a term is, wherever it stands
	placeCap      = 3   // the rarity from which on the place does not count for more
	alsoWeight    = 0.1 // of a match in another place than the best
	togetherFlat  = 0.7 // added for two neighbouring terms that stand together
	togetherShare = 0.3 // of their rarity, which is added, too
)

// firstWeights are added if the first term is the speaker, or who stands behind, or is of a role: people begin with who
// said it. The name of a state or an organization is none of a role (ambassador to NATO).
var firstWeights = [placeCount]float64{InName: 2, InActor: 1.75, InRole: 1.5}

// qualityWeight says how much a quality counts for a term. A beginning counts the more the longer it is.
func qualityWeight(q Quality, t *term) float64 {
	switch q {
	case Exact:
		return 1
	case Form:
		return 0.75
	case Start:
		return min(0.35+0.05*float64(len(t.words[len(t.words)-1])), 0.75)
	case Misspelt:
		return 0.45
	case Shortened:
		return 0.4
	}
	return 0.25
}

// grade rates the ways in which one statement matches one term: the best place fully, the second best a little. Who speaks
// and who stands behind the speaker are one place.
func (t *rankedTerm) grade(m mask) float64 {
	best, second := 0.0, 0.0
	for p := range Place(placeCount) {
		g := t.gradeIn(p, m)
		switch p {
		case InActor:
			continue
		case InName:
			g = max(g, t.gradeIn(InActor, m))
		}
		best, second = max(best, g), max(second, min(best, g))
	}
	return best + alsoWeight*second
}

// gradeIn rates the best of the ways in one place.
func (t *rankedTerm) gradeIn(p Place, m mask) float64 {
	for q := range Quality(qualityCount) {
		if m.has(classOf(p, q)) {
			return t.grades[classOf(p, q)]
		}
	}
	return 0
}

func (t *rankedTerm) score(m mask) int32 { return int32(math.Round(1000 * t.grade(m))) }

// best returns the best of the hits in a segment.
func (k *ranker) best(number int, found set, wanted int) []ranked {
	if found.empty() {
		return nil
	}
	near := k.newNearness(number)
	defer near.free()
	t := k.newTiers(number, found, near.pairs)
	defer t.close()
	t.wanted = wanted
	top := top{size: wanted}
	days := k.x.segments[number].block
	consider := func(r rated, sure, more int32) bool {
		day := days.Day(int(r.doc))
		if !top.wants(rated{score: r.score + more, rank: r.rank}) || standing(r.score+more, day) < k.worst.Load() {
			return false // and those that follow have the same score, and are older
		}
		if more > 0 {
			r.score += near.score(int(r.doc)) - sure
		}
		if top.add(r) {
			k.note(standing(r.score, day), wanted)
		}
		return true
	}
	for !t.done() && top.wants(rated{score: t.bound()}) && standing(t.bound(), math.MaxInt32) >= k.worst.Load() {
		t.next(consider)
	}
	slices.SortFunc(top.list, compareRated)
	list := make([]ranked, len(top.list))
	for i, r := range top.list {
		list[i] = ranked{number, r.doc, r.score}
	}
	return list
}

// standing is a score and a day in one number, which is the bigger the better they are. When one segment has as many
// statements as are wanted, statements of others that stand below the worst of those need not be looked at.
func standing(score int32, day model.Day) int64 {
	return int64(score)<<32 | (int64(day) + 1<<31)
}

// dayOf returns the day of a standing.
func dayOf(standing int64) int64 { return standing&math.MaxUint32 - 1<<31 }

// note notes the standing of a statement that may be wanted. When there are as many as are wanted, in whatever segments,
// nothing below the worst of them is wanted any more.
func (k *ranker) note(one int64, wanted int) {
	if one <= k.worst.Load() || wanted > deepFrom { // of so many the segments need not share
		return
	}
	k.mu.Lock()
	defer k.mu.Unlock()
	switch {
	case len(k.standings) < wanted:
		k.standings.push(one)
	case one > k.standings[0]:
		k.standings.replace(one)
	}
	if len(k.standings) == wanted {
		k.worst.Store(k.standings[0])
	}
}

// top keeps the best of many rated statements: a heap with the worst on top.
type top struct {
	size int
	list []rated
}

// wants tells whether a statement would be among the best.
func (t *top) wants(r rated) bool {
	return len(t.list) < t.size || compareRated(r, t.list[0]) < 0
}

// add adds a statement if it is among the best, and tells whether it is.
func (t *top) add(r rated) bool {
	if !t.wants(r) {
		return false
	}
	if len(t.list) < t.size {
		t.list = append(t.list, r)
		for i := len(t.list) - 1; i > 0 && compareRated(t.list[i], t.list[(i-1)/2]) > 0; i = (i - 1) / 2 {
			t.list[i], t.list[(i-1)/2] = t.list[(i-1)/2], t.list[i]
		}
		return true
	}
	t.list[0] = r
	for i := 0; ; {
		worst := i
		for _, child := range []int{2*i + 1, 2*i + 2} {
			if child < len(t.list) && compareRated(t.list[child], t.list[worst]) > 0 {
				worst = child
			}
		}
		if worst == i {
			return true
		}
		t.list[i], t.list[worst] = t.list[worst], t.list[i]
		i = worst
	}
}

// pair is two neighbouring terms, apart from filler words between them.
type pair struct {
	first, second int // in the terms
	apart         int // how many words lie between their beginnings in the query
	dated         *answer
}

// pairs returns the neighbouring terms of a query. Terms of one group are no neighbours: either may be missing.
func (p *plan) pairs() []pair {
	var pairs []pair
	number, apart := -1, 0
	var before *leaf
	for _, l := range p.terms {
		if !l.filler {
			number++
			if before != nil && l.inGroup != before.inGroup {
				pairs = append(pairs, pair{number - 1, number, apart, l.dated})
			}
			before, apart = l, 0
		}
		apart += len(l.term.words)
	}
	return pairs
}

// pairScore is what the closeness of two terms adds: something for standing together at all, and more for rare ones.
func (k *ranker) pairScore(p pair, closeness float64) int32 {
	weight := togetherFlat + togetherShare*(k.terms[p.first].weight+k.terms[p.second].weight)/2
	return int32(math.Round(1000 * weight * closeness))
}
