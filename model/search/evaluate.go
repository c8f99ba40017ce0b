package search

import (
	"context"
	"slices"
)

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
	a := x.nothing()
	if len(ways) == 0 {
		return a, nil
	}
	x.catalogue.lookUp(ways, a)
	if besides != nil {
		a.records.add(besides)
	}
	err := parallel(ctx, len(x.segments), func(i int) { a.segments[i] = x.segments[i].lookUp(ways, a.records) })
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
		e := join(a.segments[i], b.segments[i])
		e.spots = slices.Concat(a.segments[i].spots, b.segments[i].spots)
		both.segments[i] = e
		both.count += e.any.n
	}
	both.speakers, both.topics = joinSpots(a.speakers, b.speakers), joinSpots(a.topics, b.topics)
	return both
}

func joinSpots(a, b [][]spot) [][]spot {
	both := make([][]spot, len(a))
	for i := range a {
		both[i] = slices.Concat(a[i], b[i])
	}
	return both
}
