package search

import (
	"bytes"
	"encoding/binary"
	"math/bits"
	"sort"
	"sync"
)

// phrase is some words one after the other, by their codes, and which word may follow them.
type phrase struct {
	order *orders
	codes []byte
	then  *spot    // nil if nothing need follow
	known *replies // nil likewise
}

// replies is what a spot says to two bytes with which the code of a word begins, and the code behind it if it has only one:
// 0 if the word does not match, or else the quality and 1. For codes of three bytes or more it says nothing, but nearly
// all words that follow a word have shorter ones.
type replies [1 << 16]uint8

var repliesRoom = sync.Pool{New: func() any { return new(replies) }}

// newPhrase also asks the spot for all words with short codes. The phrase must be freed.
func (o *orders) newPhrase(codes []byte, then *spot) *phrase {
	p := &phrase{order: o, codes: codes, then: then}
	if then == nil {
		return p
	}
	p.known = repliesRoom.Get().(*replies)
	*p.known = replies{}
	at := sort.Search(len(o.sorted), func(i int) bool { return int(o.sorted[i]) >= then.first })
	for ; at < len(o.sorted) && int(o.sorted[at]) < then.last; at++ {
		p.known.set(o.rank[at], Start)
	}
	for _, w := range then.words {
		at := sort.Search(len(o.sorted), func(i int) bool { return int(o.sorted[i]) >= w.word })
		if at < len(o.sorted) && int(o.sorted[at]) == w.word {
			q, _ := then.of(w.word)
			p.known.set(o.rank[at], q)
		}
	}
	return p
}

func (p *phrase) free() {
	if p.known != nil {
		repliesRoom.Put(p.known)
	}
}

// set notes what to say to a word. Behind the only byte of a code stands one below 0x80.
func (r *replies) set(rank uint16, q Quality) {
	reply := uint8(q) + 1
	if rank >= codes1 {
		rank -= codes1
		r[(firstCode+rank>>7)<<8|0x80|rank&0x7f] = reply
		return
	}
	at := int(firstCode+rank) << 8
	for i := range r[at : at+0x80] {
		r[at+i] = reply
	}
}

// among notes those of some members in which the phrase stands.
func (p *phrase) among(members set, notes *foundNotes) {
	members.each(func(member uint16) {
		words := p.order.of(int(member))
		fields := fieldFinder{codes: words}
		for at := p.next(words, 0); at >= 0; at = p.next(words, at+1) {
			if q, ok := p.follows(words, at+len(p.codes)); ok {
				notes.add(member, fields.at(at), q)
			}
		}
	})
}

// next returns where the codes stand next in those of a member; -1 if they do not.
func (p *phrase) next(words []byte, from int) int {
	for at := from; ; at++ {
		n := bytes.IndexByte(words[at:], p.codes[0])
		if n < 0 {
			return -1
		}
		if at += n; len(p.codes) == 1 || bytes.HasPrefix(words[at:], p.codes) {
			return at
		}
	}
}

// follows tells whether, and how well, the codes from a place on begin with a word that may follow. If nothing need
// follow, they must not go on with the code before: it would be that of another word.
func (p *phrase) follows(words []byte, at int) (Quality, bool) {
	switch {
	case p.then == nil:
		return Exact, at == len(words) || words[at] < 0x80
	case at == len(words) || words[at] < firstCode || words[at] >= 0x80:
		return 0, false
	}
	two := int(words[at]) << 8
	if at+1 < len(words) {
		two |= int(words[at+1])
	}
	if two&0x80 != 0 && at+2 < len(words) && words[at+2] >= 0x80 {
		_, word, _ := p.order.next(words[at:])
		return p.then.of(int(word))
	}
	r := p.known[two]
	return Quality(r - 1), r > 0
}

// everywhere is among for all members. It goes through all codes step by step, a few thousand bytes at a time: it notes
// where the phrase may be, drops the places where it is not, and only then asks whose places they are. Dropping does the
// same whatever it finds, which makes it fast: a processor that has to guess what comes next often guesses wrong.
func (p *phrase) everywhere(t *trail, notes *foundNotes) {
	var room [stride]uint32
	codes, starts, member := p.order.codes, p.order.starts, 0
	if len(p.codes) > len(codes) {
		return // longer than all texts together
	}
	fields := fieldFinder{codes: codes}
	writer := t.writer()
	defer writer.close()
	for from := 0; from < len(codes); from += stride {
		places := p.stretch(from, t.before, &room)
		for i := range p.codes[1:] {
			places = p.goOn(places, i+1)
		}
		for _, at := range p.end(places) {
			for starts[member+1] <= at {
				member++
			}
			if q, ok := p.follows(codes[:starts[member+1]], int(at)+len(p.codes)); ok {
				notes.add(uint16(member), fields.at(int(at)), q)
				writer.add(int(at) - from)
			}
		}
		writer.endStretch()
	}
}

// stretch notes where the phrase may be in one step.
func (p *phrase) stretch(from int, before *stands, room *[stride]uint32) []uint32 {
	if before != nil {
		return before.in(from/stride, room)
	}
	return p.begin(from, min(from+stride, len(p.order.codes)), room)
}

// stride is how many bytes are looked at in one step.
const stride = 1 << 13

// begin notes the places where the first byte of the phrase stands. It finds out for 64 bytes at a time which of them are
// such, as bits of one number: each step of eight bytes leaves eight bits, which a multiplication moves side by side.
func (p *phrase) begin(from, to int, places *[stride]uint32) []uint32 {
	const gather = 0x0102040810204080
	codes, n := p.order.codes, 0
	first := uint64(p.codes[0]) * lowest
	at := from
	for ; at+64 <= to; at += 64 {
		some, hits := codes[at:at+64], uint64(0)
		for i := 0; i < len(some); i += 8 {
			same := zeros(binary.LittleEndian.Uint64(some[i:i+8]) ^ first)
			hits |= (same >> 7 * gather >> 56) << i
		}
		for ; hits != 0; hits &= hits - 1 {
			places[n] = uint32(at + bits.TrailingZeros64(hits))
			n++
		}
	}
	for ; at < to; at++ {
		if codes[at] == p.codes[0] {
			places[n] = uint32(at)
			n++
		}
	}
	return places[:n]
}

// The lowest and the seven lowest bits of each of eight bytes.
const (
	lowest = 0x0101010101010101
	lower  = 0x7f7f7f7f7f7f7f7f
)

// zeros returns the highest bit of each byte that is zero.
func zeros(w uint64) uint64 { return ^((w&lower + lower) | w | lower) }

// goOn keeps the places behind which a byte of the phrase stands.
func (p *phrase) goOn(places []uint32, by int) []uint32 {
	codes, want, n := p.order.codes[by:], p.codes[by], 0
	for _, at := range places {
		places[n] = at
		if int(at) < len(codes) && codes[at] == want {
			n++
		}
	}
	return places[:n]
}

// end keeps the places behind which a word may stand that may follow.
func (p *phrase) end(places []uint32) []uint32 {
	if p.then == nil {
		return places
	}
	codes, n := p.order.codes[len(p.codes):], 0
	for _, at := range places {
		places[n] = at
		if int(at)+4 > len(codes) {
			n++
			continue
		}
		next := binary.BigEndian.Uint32(codes[at:])
		isLong := (next >> 23) & (next >> 15) & 1
		keep := isLong
		if p.known[next>>16] != 0 {
			keep = 1
		}
		n += int(keep)
	}
	return places[:n]
}

// fieldFinder finds out in which fields the codes of members stand, at one place after the other. Only what stands between a
// place and the one before is looked at: in a long text of few words a phrase may stand nearly everywhere.
type fieldFinder struct {
	codes []byte
	next  int // what stands before has been looked at
	in    field
}

// at returns the field of the text in which the code at a place stands. It looks for the byte with which the text begins,
// eight bytes at a time: one of which nothing is left without the lowest bits.
func (f *fieldFinder) at(place int) field {
	next := f.next
	f.next = place + 1
	for ; place >= next+7; place -= 8 {
		w := binary.LittleEndian.Uint64(f.codes[place-7 : place+1])
		if begins := zeros(w &^ (lowest * (firstCode - 1))); begins != 0 {
			f.in = field(f.codes[place-bits.LeadingZeros64(begins)>>3])
			return f.in
		}
	}
	for ; place >= next; place-- {
		if c := f.codes[place]; c < firstCode {
			f.in = field(c)
			break
		}
	}
	return f.in
}
