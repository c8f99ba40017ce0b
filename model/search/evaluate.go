package search

import "context"

// strong returns which statements match a term well.
func (x *Index) strong(ctx context.Context, t *term) (*answer, error) {
	return x.remember("s "+t.key(), func() (*answer, error) { return x.evaluate(ctx, t.ways(), nil) })
}

// weak returns which statements match a term by a misspelt word or by an abbreviated name, or if there are none, by a
// word with a misspelt beginning.
func (x *Index) weak(ctx context.Context, t *term) (*answer, error) {
	return x.remember("w "+t.key(), func() (*answer, error) {
		if t.quoted {
			return x.nothing(), nil
		}
		var short *recordsFound
		if len(t.words) == 1 {
			short = new(recordsFound)
			speakers, topics := x.catalogue.abbreviated(t.words[0])
			short.speakers[nameField][Shortened] = speakers
			short.topics[nameField][Shortened] = topics
		}
		a, err := x.evaluate(ctx, t.weakWays(), short)
		if err != nil || a.count > 0 {
			return a, err
		}
		return x.evaluate(ctx, t.halfWays(), nil)
	})
}

// alongside returns which statements match what a term and its neighbour make when they are written as one word.
func (x *Index) alongside(ctx context.Context, first, second string) (*answer, error) {
	return x.remember("j "+first+second, func() (*answer, error) {
		return x.evaluate(ctx, []way{joinedWay(first, second)}, nil)
	})
}

// remember returns what is remembered under a key, or finds it out.
func (x *Index) remember(key string, find func() (*answer, error)) (*answer, error) {
	if a := x.terms.get(key); a != nil {
		return a, nil
	}
	a, err := find()
	if err != nil {
		return nil, err
	}
	x.terms.put(key, a)
	return a, nil
}

func (x *Index) nothing() *answer { return &answer{segments: make([]evidence, len(x.segments))} }

// evaluate finds the statements that match in any of the ways, and those of the records that are given besides.
func (x *Index) evaluate(ctx context.Context, ways []way, besides *recordsFound) (*answer, error) {
	if len(ways) == 0 {
		return x.nothing(), nil
	}
	records := x.catalogue.lookUp(ways)
	a := x.nothing()
	if besides != nil {
		records.add(besides)
	}
	a.records = records
	a.speakers, a.topics = x.catalogue.speakers.spots(ways), x.catalogue.topics.spots(ways)
	err := parallel(ctx, len(x.segments), func(i int) {
		s := x.segments[i]
		e := s.lookUp(ways, records)
		e.spots = s.words.spots(ways)
		a.segments[i] = e
	})
	for _, e := range a.segments {
		a.count += e.any.n
	}
	return a, err
}

// joined returns what either of two answers holds.
func (x *Index) joined(a, b *answer) *answer {
	if a.empty() {
		return b
	}
	if b.empty() {
		return a
	}
	both := x.nothing()
	both.records = new(recordsFound)
	both.records.add(a.records)
	both.records.add(b.records)
	for i := range both.segments {
		both.segments[i] = join(a.segments[i], b.segments[i])
		both.segments[i].spots = append(a.segments[i].spots[:len(a.segments[i].spots):len(a.segments[i].spots)], b.segments[i].spots...)
		both.count += both.segments[i].any.n
	}
	both.speakers, both.topics = joinSpots(a.speakers, b.speakers), joinSpots(a.topics, b.topics)
	return both
}

// spots are the words of a vocabulary that match a term.
type spots []wordSpots

type wordSpots struct {
	words       []graded
	first, last int
}

// has tells whether a word is one of those.
func (s spots) has(word int) bool {
	for i := range s {
		if s[i].first <= word && word < s[i].last {
			return true
		}
		for _, w := range s[i].words {
			if w.word == word {
				return true
			}
		}
	}
	return false
}

// spots returns the words that match any word of the ways.
func (s *shelf) spots(ways []way) spots {
	var all spots
	for i := range ways {
		for k := range ways[i].words {
			words, first, last := s.matching(&ways[i].words[k])
			if len(words) > 0 || first < last {
				all = append(all, wordSpots{words, first, last})
			}
		}
	}
	return all
}

// spots returns the words of each shelf that match.
func (r roll) spots(ways []way) []spots {
	all := make([]spots, len(r))
	for i, shelf := range r {
		all[i] = shelf.spots(ways)
	}
	return all
}

func joinSpots(a, b []spots) []spots {
	if len(a) == 0 {
		return b
	}
	both := make([]spots, len(a))
	for i := range a {
		both[i] = append(append(spots{}, a[i]...), b[i]...)
	}
	return both
}
