package search

import "onrecord/model"

// nearness finds out how close together the terms stand in the statements of a segment and in the records that they
// refer to.
type nearness struct {
	*ranker
	segment  *segment
	spots    [][]spot  // of each term
	own      set       // the statements in which two neighbouring terms both stand, not counting their records
	terms    []termBit // by word of the segment, once it is needed
	speakers map[int][]float64
	topics   map[int][]float64
	room     closeness
}

// termBit has a bit for each of the first 16 terms, which a word matches.
type termBit uint16

const nearTerms = 16

func (k *ranker) newNearness(number int) *nearness {
	n := &nearness{ranker: k, segment: k.x.segments[number]}
	if len(k.pairs) == 0 {
		return n
	}
	n.speakers, n.topics = map[int][]float64{}, map[int][]float64{}
	own := make([]set, len(k.terms))
	for i := range k.terms {
		e := &k.terms[i].answer.segments[number]
		n.spots = append(n.spots, e.spots)
		own[i] = e.own()
	}
	var both []set
	for _, p := range k.pairs {
		both = append(both, and(own[p.first], own[p.second]))
	}
	n.own = or(both...)
	return n
}

// own returns the statements in whose own words a term stands.
func (e *evidence) own() set {
	var sets []set
	for _, cs := range e.sets {
		if p := cs.class.place(); p == InText || p == InSetting || p == InRole {
			sets = append(sets, cs.set)
		}
	}
	return or(sets...)
}

// score returns what closeness adds to the score of a statement: for each two neighbouring terms the closest places.
func (n *nearness) score(doc int) int32 {
	if len(n.pairs) == 0 {
		return 0
	}
	best := n.room.begin(len(n.pairs))
	if n.own.has(uint16(doc)) {
		n.inStatement(doc, &n.room)
	}
	keepBest(best, n.record(n.speakers, n.segment.block.Speaker(doc), n.x.catalogue.speakers, (*answer).speakerSpots))
	n.segment.block.Topics(doc, func(topic int, _ model.Stance) {
		keepBest(best, n.record(n.topics, topic, n.x.catalogue.topics, (*answer).topicSpots))
	})
	score := int32(0)
	for i, c := range best {
		if c > 0 {
			score += n.pairScore(n.pairs[i], c)
		}
	}
	return score
}

func (a *answer) speakerSpots() [][]spot { return a.speakers }
func (a *answer) topicSpots() [][]spot   { return a.topics }

func keepBest(best, other []float64) {
	for i := range best {
		best[i] = max(best[i], other[i])
	}
}

// inStatement rates the statement's own words.
func (n *nearness) inStatement(doc int, c *closeness) {
	words := n.segment.words
	if n.terms == nil {
		n.terms = termBits(words.len(), n.spots)
	}
	c.read(&words.order, doc, len(n.spots), n.pairs, func(word uint32) termBit { return n.terms[word] })
}

// termBits returns for each word of a vocabulary which terms it matches.
func termBits(vocabulary int, terms [][]spot) []termBit {
	bits := make([]termBit, vocabulary)
	for i, spots := range terms[:min(len(terms), nearTerms)] {
		for _, at := range spots {
			for _, w := range at.words {
				bits[w.word] |= 1 << i
			}
			for w := at.first; w < at.last; w++ {
				bits[w] |= 1 << i
			}
		}
	}
	return bits
}

// record returns the closeness of the terms in the texts of a record.
func (n *nearness) record(known map[int][]float64, record int, r roll, spotsOf func(*answer) [][]spot) []float64 {
	if c, ok := known[record]; ok {
		return c
	}
	at := record / members
	terms := make([][]spot, len(n.ranker.terms))
	for i := range terms {
		if spots := spotsOf(n.ranker.terms[i].answer); at < len(spots) {
			terms[i] = spots[at]
		}
	}
	var c closeness
	best := c.begin(len(n.pairs))
	c.read(&r[at].order, record%members, len(terms), n.pairs, func(word uint32) termBit { return bitsOf(terms, int(word)) })
	known[record] = best
	return best
}

// bitsOf returns which terms a word matches.
func bitsOf(terms [][]spot, word int) termBit {
	var bits termBit
	for i, spots := range terms[:min(len(terms), nearTerms)] {
		for k := range spots {
			if _, ok := spots[k].of(word); ok {
				bits |= 1 << i
			}
		}
	}
	return bits
}

// maxGap is how many words may stand between two terms at most to count as close.
const maxGap = 8

// closeness rates for each pair of terms how close they stand in a text: 1 if they stand as they were typed, less for
// each word too many or missing between them, and less in the wrong order.
type closeness struct {
	best []float64
	last [nearTerms]int // where each term stood last
}

// begin forgets the member rated last.
func (c *closeness) begin(pairs int) []float64 {
	if cap(c.best) < pairs {
		c.best = make([]float64, pairs)
	}
	c.best = c.best[:pairs]
	clear(c.best)
	return c.best
}

// read rates all texts of a member.
func (c *closeness) read(o *orders, member, terms int, pairs []pair, termsOf func(word uint32) termBit) {
	for i := range c.last {
		c.last[i] = -2 * (maxGap + nearTerms)
	}
	at := 0
	for codes := o.of(member); len(codes) > 0; {
		size, word, begin := o.next(codes)
		codes = codes[size:]
		at++
		if begin {
			at += 2 * (maxGap + nearTerms)
			continue
		}
		if here := termsOf(word); here != 0 {
			c.note(here, at, min(terms, nearTerms), pairs)
		}
	}
}

// note notes that some terms stand at a place.
func (c *closeness) note(here termBit, at, terms int, pairs []pair) {
	for i := range terms {
		if here>>i&1 != 0 {
			c.last[i] = at
		}
	}
	for i, p := range pairs {
		switch {
		case p.second >= nearTerms:
		case here>>p.second&1 != 0:
			c.best[i] = max(c.best[i], closenessOf(at-c.last[p.first], p.apart))
		case here>>p.first&1 != 0:
			c.best[i] = max(c.best[i], reversed*closenessOf(at-c.last[p.second], 1))
		}
	}
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
