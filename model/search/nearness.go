package search

import "onrecord/model"

// nearness finds out how close together the terms stand in the statements of a segment and in the records that they
// refer to.
type nearness struct {
	*ranker
	number   int
	segment  *segment
	spots    [][]spot
	speakers map[int][]float64
	topics   map[int][]float64
}

func (k *ranker) newNearness(number int) *nearness {
	n := &nearness{ranker: k, number: number, segment: k.x.segments[number]}
	n.speakers, n.topics = map[int][]float64{}, map[int][]float64{}
	for i := range k.terms {
		n.spots = append(n.spots, k.terms[i].answer.segments[number].spots)
	}
	return n
}

// score returns what closeness adds to the score of a statement: for each two neighbouring terms the closest places.
func (n *nearness) score(doc int) int32 {
	if len(n.pairs) == 0 {
		return 0
	}
	score := int32(0)
	for i, c := range n.closest(doc) {
		score += n.pairScore(n.pairs[i], c)
	}
	return score
}

// closest returns for each two neighbouring terms how close they stand, from 0 to 1.
func (n *nearness) closest(doc int) []float64 {
	best := n.segment.words.closeness(doc, n.spots, n.pairs)
	speaker := n.segment.block.Speaker(doc)
	keepBest(best, n.record(n.speakers, speaker, n.x.catalogue.speakers, func(a *answer) [][]spot { return a.speakers }))
	n.segment.block.Topics(doc, func(topic int, _ model.Stance) {
		keepBest(best, n.record(n.topics, topic, n.x.catalogue.topics, func(a *answer) [][]spot { return a.topics }))
	})
	return best
}

func keepBest(best, other []float64) {
	for i := range best {
		best[i] = max(best[i], other[i])
	}
}

// record returns the closeness of the terms in the names of a record.
func (n *nearness) record(known map[int][]float64, record int, r roll, spotsOf func(*answer) [][]spot) []float64 {
	if c, ok := known[record]; ok {
		return c
	}
	at := record / members
	all := make([][]spot, len(n.terms))
	for i := range n.terms {
		if spots := spotsOf(n.terms[i].answer); at < len(spots) {
			all[i] = spots[at]
		}
	}
	c := r[at].closeness(record%members, all, n.pairs)
	known[record] = c
	return c
}

// maxGap is how many words may stand between two terms at most to count as close.
const maxGap = 8

// closeness returns for each pair of terms how close they stand in a text of a member: 1 if they stand as they were
// typed, less for each word too many or missing between them, and less in the wrong order.
func (s *shelf) closeness(member int, terms [][]spot, pairs []pair) []float64 {
	best := make([]float64, len(pairs))
	last := make([]int, len(terms)) // where each term stood last
	for i := range last {
		last[i] = -maxGap - 2
	}
	at := 0
	for codes := s.order.of(member); len(codes) > 0; {
		size, word, begin := s.order.next(codes)
		codes = codes[size:]
		at++
		if begin {
			at += maxGap + 2
			continue
		}
		for i := range terms {
			if isSpot(terms[i], int(word)) {
				last[i] = at
			}
		}
		for i, p := range pairs {
			switch {
			case last[p.second] == at:
				best[i] = max(best[i], closenessOf(at-last[p.first], p.apart))
			case last[p.first] == at:
				best[i] = max(best[i], reversed*closenessOf(at-last[p.second], 1))
			}
		}
	}
	return best
}

// isSpot tells whether a word is one of those that match.
func isSpot(spots []spot, word int) bool {
	for i := range spots {
		if _, ok := spots[i].of(word); ok {
			return true
		}
	}
	return false
}

// reversed is how much two terms in the wrong order count.
const reversed = 0.6

// closenessOf rates two terms of which one stands so many words behind the other, where they are typed apart words apart.
func closenessOf(gap, apart int) float64 {
	if gap < 1 || gap > maxGap+apart {
		return 0
	}
	return 1 / float64(1+max(gap-apart, apart-gap))
}
