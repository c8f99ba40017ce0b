package search

import (
	"math/bits"
	"slices"
	"sync"

	"onrecord/model"
)

// nearness finds out how close together the terms stand in the statements of a segment and in the records that they
// refer to.
type nearness struct {
	*ranker
	segment *segment
	spots   [][]spot // of each term
	pairs   []nearPair
	bits    []termBit // by word of the segment, once it is needed
	room    closeness
}

// nearPair is where two neighbouring terms stand in a segment.
type nearPair struct {
	own     *bitmap // the statements in which both may stand in one text, not counting their records; nil if there are none
	records set     // the statements with a record in which they stand close together
	surely  set     // those with a record in which they stand as they were typed, or of the date that both mean
	dated   set     // those of the date
}

// termBit has a bit for each of the first 16 terms, which a word matches.
type termBit uint16

const nearTerms = 16

func (k *ranker) newNearness(number int) *nearness {
	n := &nearness{ranker: k, segment: k.x.segments[number]}
	if len(k.pairs) == 0 {
		return n
	}
	own := make([][len(ownPlaces)]set, len(k.terms))
	for i := range k.terms {
		a := k.terms[i].answer
		n.spots = append(n.spots, spotsOf(a.places.segments[number]))
		own[i] = a.segments[number].inOwnWords()
	}
	for i, p := range k.pairs {
		var here nearPair
		var both [len(ownPlaces)]set
		for place := range both {
			both[place] = and(own[p.first][place], own[p.second][place])
		}
		if either := or(both[:]...); !either.empty() {
			here.own = either.asBitmap()
		}
		near := &k.near[i]
		here.records = or(n.segment.speakers.union(near.speakers, 1), n.segment.stances.union(near.topics, stanceCount))
		here.surely = or(n.segment.speakers.union(near.surelySpeakers, 1), n.segment.stances.union(near.surelyTopics, stanceCount))
		if p.dated != nil {
			here.dated = p.dated.segments[number].any
			here.records, here.surely = or(here.records, here.dated), or(here.surely, here.dated)
		}
		n.pairs = append(n.pairs, here)
	}
	return n
}

// ownPlaces are the places of a statement's own words.
var ownPlaces = [...]Place{InText, InSetting, InRole}

// inOwnWords returns the statements that match in their own words, by place.
func (e *evidence) inOwnWords() [len(ownPlaces)]set {
	var in [len(ownPlaces)]set
	for i, place := range ownPlaces {
		var sets []set
		for _, cs := range e.own {
			if cs.class.place() == place {
				sets = append(sets, cs.set)
			}
		}
		in[i] = or(sets...)
	}
	return in
}

// score returns what closeness adds to the score of a statement: for each two neighbouring terms the closest places.
func (n *nearness) score(doc int) int32 {
	best := n.room.begin(len(n.pairs))
	for i := range n.pairs {
		if own := n.pairs[i].own; own != nil && own.has(uint16(doc)) {
			n.inStatement(doc)
			break
		}
	}
	if len(n.ofSpeaker) > 0 {
		keepBest(best, n.ofSpeaker[n.segment.block.Speaker(doc)])
	}
	if len(n.ofTopic) > 0 {
		n.segment.block.Topics(doc, func(topic int, _ model.Stance) { keepBest(best, n.ofTopic[topic]) })
	}
	score := int32(0)
	for i, c := range best {
		if n.pairs[i].dated.has(uint16(doc)) {
			c = 1
		}
		if c > 0 {
			score += n.pairScore(n.ranker.pairs[i], c)
		}
	}
	return score
}

func keepBest(best, other []float64) {
	for i := range other {
		best[i] = max(best[i], other[i])
	}
}

// inStatement rates the statement's own words.
func (n *nearness) inStatement(doc int) {
	words := n.segment.words
	if n.bits == nil {
		n.bits = termBits(words.len(), n.spots)
	}
	n.room.read(&words.order, doc, n.ranker.pairs, n.bits)
}

// termBits returns for each word of a vocabulary which terms it matches.
func termBits(vocabulary int, terms [][]spot) []termBit {
	of := roomForBits(vocabulary)
	eachTermWord(terms, func(word, term int) { of[word] |= 1 << term })
	return of
}

// eachTermWord yields the words that the first terms match.
func eachTermWord(terms [][]spot, yield func(word, term int)) {
	for i, spots := range terms[:min(len(terms), nearTerms)] {
		for _, at := range spots {
			for _, w := range at.words {
				yield(w.word, i)
			}
			for w := at.first; w < at.last; w++ {
				yield(w, i)
			}
		}
	}
}

// bitRooms keeps what termBits returns for the next time, all zero: making it anew takes longer than filling it.
var bitRooms sync.Pool

func roomForBits(vocabulary int) []termBit {
	if room, ok := bitRooms.Get().(*[]termBit); ok && cap(*room) >= vocabulary {
		return (*room)[:vocabulary]
	}
	return make([]termBit, vocabulary)
}

// free gives back what the nearness needed. It cannot be used afterwards.
func (n *nearness) free() {
	if n.bits != nil {
		eachTermWord(n.spots, func(word, _ int) { n.bits[word] = 0 })
		room := n.bits
		n.bits = nil
		bitRooms.Put(&room)
	}
}

// farthest is less than the closeness of any two terms that are close at all.
const farthest = 1e-9

// nearRecords is in which records two neighbouring terms stand close together, and in which as they were typed.
type nearRecords struct {
	speakers, topics             recordSet
	surelySpeakers, surelyTopics recordSet
}

// findNearRecords finds out how close the terms stand in the texts of records.
func (k *ranker) findNearRecords() {
	if len(k.pairs) == 0 {
		return
	}
	c := k.x.catalogue
	speakers := k.nearIn(c.speakers, func(p *places) [][]sought { return p.speakers }, func(r *recordsFound) *rollFound { return &r.speakers })
	topics := k.nearIn(c.topics, func(p *places) [][]sought { return p.topics }, func(r *recordsFound) *rollFound { return &r.topics })
	k.ofSpeaker, k.ofTopic = speakers.rated, topics.rated
	for i := range k.pairs {
		k.near = append(k.near, nearRecords{speakers.with(i, farthest), topics.with(i, farthest), speakers.with(i, 1), topics.with(i, 1)})
	}
}

// nearRoll is how close the terms stand in the texts of the records of a roll.
type nearRoll struct {
	roll  roll
	rated map[int][]float64 // by record and pair, how close they stand
}

// with returns the records in which a pair stands at least so close.
func (n *nearRoll) with(pair int, least float64) recordSet {
	var records []int
	for record, rated := range n.rated {
		if rated[pair] >= least {
			records = append(records, record)
		}
	}
	slices.Sort(records)
	return n.roll.recordsOf(records)
}

func (k *ranker) nearIn(r roll, waysIn func(*places) [][]sought, foundIn func(*recordsFound) *rollFound) nearRoll {
	n := nearRoll{r, map[int][]float64{}}
	for _, p := range k.pairs {
		for at := range r {
			and(k.membersOf(p.first, at, foundIn), k.membersOf(p.second, at, foundIn)).each(func(i uint16) {
				if record := at*members + int(i); n.rated[record] == nil {
					n.rated[record] = k.rateRecord(r, record, waysIn)
				}
			})
		}
	}
	return n
}

func (k *ranker) rateRecord(r roll, record int, waysIn func(*places) [][]sought) []float64 {
	at := record / members
	terms := make([][]spot, len(k.terms))
	for i := range terms {
		if ways := waysIn(&k.terms[i].answer.places); at < len(ways) {
			terms[i] = spotsOf(ways[at])
		}
	}
	var c closeness
	best := c.begin(len(k.pairs))
	c.readWith(&r[at].order, record%members, k.pairs, func(word uint32) termBit { return bitsOf(terms, int(word)) })
	return best
}

// membersOf returns the members of a shelf of records in which a term stands.
func (k *ranker) membersOf(term, shelf int, foundIn func(*recordsFound) *rollFound) set {
	records := k.terms[term].answer.records
	if records == nil {
		return set{}
	}
	var sets []set
	for in := range foundIn(records) {
		for _, r := range foundIn(records)[in] {
			if shelf < len(r) {
				sets = append(sets, r[shelf])
			}
		}
	}
	return or(sets...)
}

// bitsOf returns which terms a word matches.
func bitsOf(terms [][]spot, word int) termBit {
	var found termBit
	for i, spots := range terms[:min(len(terms), nearTerms)] {
		for k := range spots {
			if _, ok := spots[k].of(word); ok {
				found |= 1 << i
			}
		}
	}
	return found
}

// inOneText is how much two terms count that stand in one text, but not close.
const inOneText = 0.1

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

// read rates all texts of a member, given which terms each word matches.
func (c *closeness) read(o *orders, member int, pairs []pair, terms []termBit) {
	for i := range c.last {
		c.last[i] = farAway
	}
	at := 0
	codes := o.codes[o.starts[member]:o.starts[member+1]]
	for i := 0; i < len(codes); at++ {
		first := codes[i]
		if first < firstCode {
			at -= farAway
			i++
			continue
		}
		var word uint32
		if i+1 < len(codes) && codes[i+1] >= 0x80 {
			var size int
			size, word, _ = o.next(codes[i:])
			i += size
		} else {
			word = o.common[first-firstCode]
			i++
		}
		if here := terms[word]; here != 0 {
			c.note(here, at, pairs)
		}
	}
}

// readWith is read for few members.
func (c *closeness) readWith(o *orders, member int, pairs []pair, termsOf func(word uint32) termBit) {
	for i := range c.last {
		c.last[i] = farAway
	}
	at := 0
	for codes := o.of(member); len(codes) > 0; at++ {
		size, word, begin := o.next(codes)
		codes = codes[size:]
		if begin {
			at -= farAway
		} else if here := termsOf(word); here != 0 {
			c.note(here, at, pairs)
		}
	}
}

// farAway is too far for any two terms to be close.
const farAway = -1 << 20

// note notes that some terms stand at a place. Where a word was typed twice, both terms stand there, and are as close as
// the place is to the one before.
func (c *closeness) note(here termBit, at int, pairs []pair) {
	for i, p := range pairs {
		switch {
		case p.second >= nearTerms:
		case here>>p.second&1 != 0:
			c.best[i] = max(c.best[i], closenessOf(at-c.last[p.first], p.apart))
		case here>>p.first&1 != 0:
			c.best[i] = max(c.best[i], reversed*closenessOf(at-c.last[p.second], 1))
		}
	}
	for rest := here; rest != 0; rest &= rest - 1 {
		c.last[bits.TrailingZeros16(uint16(rest))] = at
	}
}

// reversed is how much two terms in the wrong order count.
const reversed = 0.6

// closenessOf rates two terms of which one stands so many words behind the other, where they are typed apart words apart.
func closenessOf(gap, apart int) float64 {
	if gap < 1 || gap >= -farAway/2 {
		return 0
	}
	if gap > maxGap+apart {
		return inOneText
	}
	return 1 / float64(1+max(gap-apart, apart-gap))
}
