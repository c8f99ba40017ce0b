package search

import (
	"slices"
	"sync"
)

// inSequence finds the members in which the words of the spots stand one after the other. If all but the last are one
// word each, it looks for their codes, which is faster.
func (s *shelf) inSequence(spots []spot, t *trail) found {
	codes, ok := s.exactly(spots[:len(spots)-1])
	if t == nil {
		t = new(trail)
	}
	if ok && t.before != nil {
		return s.phrase(set{}, codes, &spots[len(spots)-1], t)
	}
	candidates := s.candidates(spots, t.within)
	switch {
	case candidates.empty():
		return found{}
	case ok:
		return s.phrase(candidates, codes, &spots[len(spots)-1], t)
	}
	return s.among(candidates, spots)
}

// candidates returns the members that have a word of each spot in any text, if within is not nil only those in that.
func (s *shelf) candidates(spots []spot, within *set) set {
	var candidates set
	if within != nil {
		candidates = *within
	}
	for i := range spots {
		members := s.withAny(&spots[i])
		if i > 0 || within != nil {
			members = and(candidates, members)
		}
		if candidates = members; candidates.empty() {
			break
		}
	}
	return candidates
}

// among finds those of some members in which the words of the spots stand one after the other.
func (s *shelf) among(candidates set, spots []spot) found {
	notes := newNotes()
	defer notes.free()
	candidates.each(func(member uint16) {
		s.sequences(int(member), spots, func(in field, q Quality) { notes.add(member, in, q) })
	})
	return notes.found()
}

// withAny returns the members that have a word of a spot in any text.
func (s *shelf) withAny(at *spot) set {
	var all gathering
	for _, w := range at.words {
		s.gather(w.word, w.word+1, &all)
	}
	s.gather(at.first, at.last, &all)
	sets := make([]set, maxFields)
	for in := range sets {
		sets[in] = all[in].set()
	}
	return or(sets...)
}

// exactly returns the codes of the words of a phrase, false if there is more than one word for a place.
func (s *shelf) exactly(spots []spot) ([]byte, bool) {
	var codes []byte
	for i := range spots {
		if len(spots[i].words) != 1 || spots[i].words[0].quality != Exact || spots[i].first < spots[i].last {
			return nil, false
		}
		codes = s.order.appendCode(codes, uint32(spots[i].words[0].word))
	}
	return codes, true
}

// phrase finds those of some members in one of whose texts the words with these codes follow each other, and then a word
// of a spot. If the trail tells where to look, it need not be told among which members.
func (s *shelf) phrase(candidates set, codes []byte, then *spot, t *trail) found {
	if only, ok := s.exactly([]spot{*then}); ok {
		codes, then = append(codes, only...), nil
	}
	p := s.order.newPhrase(codes, then)
	defer p.free()
	notes := newNotes()
	defer notes.free()
	if t.before != nil || candidates.n > s.size/phraseShare {
		p.everywhere(t, notes)
	} else {
		p.among(candidates, notes)
	}
	return notes.found()
}

// phraseShare is from which share of the members on looking through all codes is faster than through theirs.
const phraseShare = 3

// foundNotes are members as they are found, in order, by field and quality.
type foundNotes [maxFields][qualityCount][]uint16

// notesRoom keeps notes for the next time.
var notesRoom = sync.Pool{New: func() any { return new(foundNotes) }}

// newNotes returns notes without members, which must be freed.
func newNotes() *foundNotes { return notesRoom.Get().(*foundNotes) }

func (f *foundNotes) free() {
	for in := range f {
		for q := range f[in] {
			f[in][q] = f[in][q][:0]
		}
	}
	notesRoom.Put(f)
}

func (f *foundNotes) add(member uint16, in field, q Quality) {
	list := &f[in][q]
	if n := len(*list); n == 0 || (*list)[n-1] != member {
		*list = append(*list, member)
	}
}

func (f *foundNotes) found() found {
	var all found
	for in := range f {
		for q := range f[in] {
			all[in][q] = compressed(f[in][q])
		}
	}
	return all
}

// sequences yields the fields in which words of the spots stand one after the other, with the quality of the worst.
func (s *shelf) sequences(member int, spots []spot, yield func(field, Quality)) {
	var room [32]uint32
	words := room[:0]
	in := field(0)
	flush := func() {
		for at := 0; at+len(spots) <= len(words); at++ {
			if q, ok := worst(words[at:], spots); ok {
				yield(in, q)
			}
		}
		words = words[:0]
	}
	for codes := s.order.of(member); len(codes) > 0; {
		size, word, begin := s.order.next(codes)
		codes = codes[size:]
		if begin {
			flush()
			in = field(word)
			continue
		}
		words = append(words, word)
	}
	flush()
}

// compressed is compress for a list that is used again.
func compressed(list []uint16) set {
	if len(list) <= listMax {
		list = slices.Clone(list)
	}
	return compress(list)
}

func worst(words []uint32, spots []spot) (Quality, bool) {
	q := Exact
	for i := range spots {
		grade, ok := spots[i].of(int(words[i]))
		if !ok {
			return 0, false
		}
		q = max(q, grade)
	}
	return q, true
}
