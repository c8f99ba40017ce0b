package search

// inSequence finds the members in which the words of the spots stand one after the other. If all but the last are one
// word each, and frequent ones, it looks for their codes; otherwise at the members that have all the words.
func (s *shelf) inSequence(spots []spot) found {
	var candidates set
	for i := range spots {
		members := s.withAny(&spots[i])
		if i > 0 {
			members = and(candidates, members)
		}
		if candidates = members; candidates.empty() {
			return found{}
		}
	}
	if codes, ok := s.exactly(spots[:len(spots)-1]); ok && candidates.n > s.size/phraseShare {
		return s.phrase(codes, &spots[len(spots)-1])
	}
	return s.among(candidates, spots)
}

// phraseShare is from which share of the members on looking through all codes is faster.
const phraseShare = 64

// among finds those of some members in which the words of the spots stand one after the other.
func (s *shelf) among(candidates set, spots []spot) found {
	var by [maxFields][qualityCount][]uint16
	candidates.each(func(member uint16) {
		s.sequences(int(member), spots, func(in field, q Quality) {
			list := by[in][q]
			if len(list) == 0 || list[len(list)-1] != member {
				by[in][q] = append(list, member)
			}
		})
	})
	return compressed(&by)
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

// phrase finds the members in one of whose texts the words with these codes follow each other, and then a word of a spot.
func (s *shelf) phrase(codes []byte, then *spot) found {
	var by [maxFields][qualityCount][]uint16
	member := 0
	note := func(end int, q Quality) {
		member = s.order.memberAt(member, end)
		in := s.fieldAt(member, end-1)
		if list := by[in][q]; len(list) == 0 || list[len(list)-1] != uint16(member) {
			by[in][q] = append(list, uint16(member))
		}
	}
	if only, ok := s.exactly([]spot{*then}); ok {
		s.order.each(append(codes, only...), func(end int) { note(end, Exact) })
	} else {
		s.order.followed(codes, then, note)
	}
	return compressed(&by)
}

func compressed(by *[maxFields][qualityCount][]uint16) found {
	var f found
	for in := range by {
		for q := range by[in] {
			f[in][q] = compress(by[in][q])
		}
	}
	return f
}

// fieldAt returns the field of the text in which the code at a place of a member stands.
func (s *shelf) fieldAt(member, at int) field {
	for first := int(s.order.starts[member]); at >= first; at-- {
		if c := s.order.codes[at]; c < firstCode {
			return field(c)
		}
	}
	return 0
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
