package search

import (
	"context"

	"onrecord/model/crew"
)

// strong returns which statements match a term well.
func (x *Index) strong(ctx context.Context, m *memo, t *term) (*answer, error) {
	return x.remember(m, strongKey+t.key(), func() (*answer, error) {
		p := x.terms.pursue(t, len(x.segments))
		a, err := x.pursue(ctx, t.ways(), nil, p)
		if err != nil {
			return nil, err
		}
		x.terms.pursued(p, a)
		date, ok := t.date()
		if !ok {
			return a, nil
		}
		on, err := x.onDate(ctx, date)
		if err != nil {
			return nil, err
		}
		return x.joined(a, on), nil
	})
}

// strongKey begins the keys under which strong matches are remembered.
const strongKey = "s "

// weak returns which statements match a term by a misspelt word or by an abbreviated name, or if there are none, by a
// word with a misspelt beginning.
func (x *Index) weak(ctx context.Context, m *memo, t *term) (*answer, error) {
	return x.remember(m, "w "+t.key(), func() (*answer, error) {
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
func (x *Index) alongside(ctx context.Context, m *memo, first, second string) (*answer, error) {
	return x.remember(m, "j "+first+second, func() (*answer, error) {
		return x.evaluate(ctx, []way{joinedWay(first, second)}, nil)
	})
}

// scaled returns which statements have a number with its scale, however that is written.
func (x *Index) scaled(ctx context.Context, m *memo, number string, s *scale) (*answer, error) {
	return x.remember(m, "n "+number+s.word, func() (*answer, error) { return x.evaluate(ctx, scaledWays(number, s), nil) })
}

// remember returns what is remembered under a key, or finds it out.
func (x *Index) remember(m *memo, key string, find func() (*answer, error)) (*answer, error) {
	if a := m.answers[key]; a != nil {
		return a, nil
	}
	a := x.terms.get(key)
	if a == nil {
		var err error
		if a, err = find(); err != nil {
			return nil, err
		}
		x.terms.put(key, a)
	}
	m.answers[key] = a
	return a, nil
}

// nothing returns an answer that holds nothing.
func (x *Index) nothing() *answer {
	a := &answer{segments: make([]evidence, len(x.segments))}
	a.places.segments = make([][]sought, len(x.segments))
	a.places.speakers = make([][]sought, len(x.catalogue.speakers))
	a.places.topics = make([][]sought, len(x.catalogue.topics))
	a.places.sources = make([][]sought, len(x.catalogue.sources))
	return a
}

// evaluate finds the statements that match in any of the ways, and those of the records that are given besides.
func (x *Index) evaluate(ctx context.Context, ways []way, besides *recordsFound) (*answer, error) {
	return x.pursue(ctx, ways, besides, nil)
}

// pursue is evaluate for a phrase of which something may be known.
func (x *Index) pursue(ctx context.Context, ways []way, besides *recordsFound, p *pursuit) (*answer, error) {
	a := x.nothing()
	if len(ways) == 0 {
		return a, nil
	}
	if err := x.seek(ctx, ways, &a.places); err != nil {
		return nil, err
	}
	if known := x.terms.like(&a.places); known != nil && besides == nil {
		return known, nil
	}
	a.records = x.catalogue.lookUp(&a.places)
	if a.besides = besides != nil; a.besides {
		a.records.add(besides)
	}
	known := x.terms.precedents(a.records)
	known.pursuit = p
	err := crew.Each(ctx, len(x.segments), func(i int) { a.segments[i] = x.lookUp(i, a, &known) })
	for _, e := range a.segments {
		a.count += e.any.n
	}
	a.whole = err == nil
	return a, err
}

// seek finds out how the ways look on all shelves.
func (x *Index) seek(ctx context.Context, ways []way, p *places) error {
	p.segments = make([][]sought, len(x.segments))
	p.speakers, p.topics, p.sources = x.catalogue.speakers.seekAll(ways), x.catalogue.topics.seekAll(ways), x.catalogue.sources.seekAll(ways)
	return crew.Each(ctx, len(x.segments), func(i int) { p.segments[i] = x.segments[i].words.seekAll(ways) })
}

// size returns about how many bytes the sets of an answer take.
func (a *answer) size() int {
	n := 0
	for i := range a.segments {
		n += a.segments[i].any.size()
		for _, cs := range a.segments[i].sets {
			n += cs.set.size()
		}
	}
	return n
}

// memo remembers what was found as long as one request is answered: to find out what leaving out one word gives, nearly the
// same is asked again for each word, and the index keeps only the last answers.
type memo struct {
	answers map[string]*answer
	joints  map[[2]*answer]*answer
}

func newMemo() *memo { return &memo{map[string]*answer{}, map[[2]*answer]*answer{}} }

// joined returns what either of two answers holds.
func (m *memo) joined(x *Index, a, b *answer) *answer {
	both := m.joints[[2]*answer{a, b}]
	if both == nil {
		both = x.joined(a, b)
		m.joints[[2]*answer{a, b}] = both
	}
	return both
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
	both.records, both.besides = new(recordsFound), true
	for _, one := range []*answer{a, b} {
		if one.records != nil {
			both.records.add(one.records)
		}
	}
	both.places = a.places.join(&b.places)
	for i := range both.segments {
		both.segments[i] = join(a.segments[i], b.segments[i])
		both.count += both.segments[i].any.n
	}
	return both
}
