package search

import (
	"bytes"
	"encoding/binary"
	"math/bits"
	"sort"
)

// phrase is some words one after the other, by their codes, and which word may follow them.
type phrase struct {
	order *orders
	codes []byte
	then  *spot // nil if nothing need follow
	known replies
}

// replies is what a spot says to the words with codes of one or two bytes: 0 if they do not match, or else the quality
// and 1. Nearly all words that follow a word are such. It begins with the codes of one byte.
type replies [1<<8 + 1<<14]uint8

// newPhrase also asks the spot for all words with short codes.
func (o *orders) newPhrase(codes []byte, then *spot) *phrase {
	p := &phrase{order: o, codes: codes, then: then}
	if then == nil {
		return p
	}
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

func (r *replies) set(rank uint16, q Quality) {
	at := uint32(firstCode) + uint32(rank)
	if rank >= codes1 {
		at = 1<<8 + firstCode<<7 + uint32(rank) - codes1
	}
	r[at] = uint8(q) + 1
}

// among notes those of some members in which the phrase stands.
func (p *phrase) among(members set, notes *foundNotes) {
	members.each(func(member uint16) {
		words := p.order.of(int(member))
		for at := p.next(words, 0); at >= 0; at = p.next(words, at+1) {
			if q, ok := p.follows(words, at+len(p.codes)); ok {
				notes.add(member, fieldAt(words, at), q)
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
	if at+1 == len(words) || words[at+1] < 0x80 {
		r := p.known[words[at]]
		return Quality(r - 1), r > 0
	}
	_, word, _ := p.order.next(words[at:])
	return p.then.of(int(word))
}

// everywhere is among for all members. It goes through all codes step by step, a few thousand bytes at a time: it notes
// where the phrase may be, drops the places where it is not, and only then asks whose places they are. The first steps
// do the same whatever they find, which makes them fast: a processor that has to guess what comes next often guesses wrong.
func (p *phrase) everywhere(notes *foundNotes) {
	var room [stride + 8]uint32
	codes, starts, member := p.order.codes, p.order.starts, 0
	for from := 0; from < len(codes); from += stride {
		places := p.begin(from, min(from+stride, len(codes)), &room)
		for i := range p.codes[1:] {
			places = p.goOn(places, i+1)
		}
		for _, at := range p.end(places) {
			for starts[member+1] <= at {
				member++
			}
			if q, ok := p.follows(codes[:starts[member+1]], int(at)+len(p.codes)); ok {
				notes.add(uint16(member), fieldAt(codes, int(at)), q)
			}
		}
	}
}

// stride is how many bytes are looked at in one step.
const stride = 1 << 13

// The lowest and the seven lowest bits of each of eight bytes.
const (
	lowest = 0x0101010101010101
	lower  = 0x7f7f7f7f7f7f7f7f
)

// begin notes the places where the first byte of the phrase stands.
func (p *phrase) begin(from, to int, places *[stride + 8]uint32) []uint32 {
	codes, n := p.order.codes, 0
	first := uint64(p.codes[0]) * lowest
	at := from
	for ; at+8 <= to; at += 8 {
		w := binary.LittleEndian.Uint64(codes[at:]) ^ first
		hits := ^((w&lower + lower) | w | lower) // the highest bit of each byte that is zero in w
		end := n + bits.OnesCount64(hits)
		places[n] = uint32(at + bits.TrailingZeros64(hits)>>3) // counts only if there is one
		for n++; n < end; n++ {
			hits &= hits - 1
			places[n] = uint32(at + bits.TrailingZeros64(hits)>>3)
		}
		n = end
	}
	for ; at < to; at++ {
		if codes[at] == p.codes[0] {
			places[n] = uint32(at)
			n++
		}
	}
	return places[:n]
}

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
	codes, n := p.order.codes, 0
	for _, at := range places {
		places[n] = at
		next := int(at) + len(p.codes)
		if next+2 >= len(codes) {
			n++
			continue
		}
		one, two, three := uint32(codes[next]), uint32(codes[next+1]), uint32(codes[next+2])
		code := one
		if two >= 0x80 {
			code = 1<<8 + (one&0x7f)<<7 + two&0x7f
		}
		code &= one>>7 - 1       // nothing, if the code of the last word goes on
		keep := two & three >> 7 // a long code
		if p.known[code] != 0 {
			keep = 1
		}
		n += int(keep)
	}
	return places[:n]
}
