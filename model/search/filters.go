package search

import (
	"slices"
	"strings"

	"onrecord/model"
	"onrecord/model/fold"
	"onrecord/model/query"
)

// A filter finds the statements of a segment that have one of some values in a field.
type filter func(s *segment) set

// hasRecords tells whether the values of a field are records.
func hasRecords(f query.Field) bool {
	return f == query.Speaker || f == query.For || f == query.Topic || f == query.Source
}

// filterOf returns what a clause lets through, given the records that its values mean, if they mean any. If a query asks for stances and topics, the stances are those on these
// topics, which are given then.
func (x *Index) filterOf(c *query.Clause, r recordSet, marked []int, topics recordSet) filter {
	switch c.Field {
	case query.Speaker:
		return func(s *segment) set { return s.speakers.union(r, 1) }
	case query.For:
		return func(s *segment) set { return s.actors.union(r, 1) }
	case query.Topic:
		return func(s *segment) set { return s.stances.union(r, stanceCount) }
	case query.Source:
		return func(s *segment) set { return s.sources.union(r, 1) }
	case query.Stance:
		return stanceFilter(c.Stances(), topics)
	case query.Form:
		forms := c.Forms()
		return func(s *segment) set { return pick(s.forms, forms) }
	case query.Medium:
		media := c.Media()
		return func(s *segment) set { return pick(s.media, media) }
	case query.Lang:
		return langFilter(c.Values)
	case query.Venue:
		return x.venueFilter(c.Values)
	case query.ID:
		return x.idFilter(c.Values)
	case query.Is:
		return x.placesFilter(marked)
	}
	return dayFilter(c.Spans(x.newest))
}

// union returns the statements of the keys that belong to the records; each record has so many keys. A statement has one
// of the keys, unless records have several: if most records are wanted, it is faster to leave out those of the others.
func (g *groups) union(r recordSet, keysOf uint32) set {
	n := r.count()
	if keysOf != 1 || g.places.empty() || n <= fewRecords {
		var u unifier
		g.selected(r, keysOf, u.add)
		return u.set()
	}
	marks, but := emptyBitmap(), 2*n > len(g.keys)
	for number, records := range r {
		g.markOf(records, number*members, but, marks)
	}
	if !but {
		return marks.settled()
	}
	rest := andNot(g.all, set{bits: marks, n: marks.count()})
	marks.free()
	return rest
}

// fewRecords is up to how many records the statements are listed rather than marked.
const fewRecords = 32

func pick[T ~uint8](sets []set, which []T) set {
	var picked []set
	for _, i := range which {
		picked = append(picked, sets[i])
	}
	return or(picked...)
}

func stanceFilter(stances []model.Stance, topics recordSet) filter {
	return func(s *segment) set {
		if topics == nil {
			return pick(s.taken, stances)
		}
		b := new(bitmap)
		topics.each(func(topic int) {
			for _, stance := range stances {
				b.addList(s.stances.of(topicStance(topic, stance)))
			}
		})
		return b.set()
	}
}

func langFilter(values []query.Value) filter {
	return func(s *segment) set {
		var picked []set
		for _, v := range values {
			wanted := fold.String(v.Text)
			for lang, statements := range s.langs {
				if lang == wanted || len(wanted) > 2 && strings.HasPrefix(fold.String(model.LanguageName(lang)), wanted) {
					picked = append(picked, statements)
				}
			}
		}
		return or(picked...)
	}
}

func dayFilter(spans []query.Span) filter {
	return func(s *segment) set {
		var picked []set
		for _, span := range spans {
			picked = append(picked, s.between(span.From, span.To))
		}
		return or(picked...)
	}
}

// venueFilter finds the statements of whose venue each word of a value begins a word, or if no statement has such a
// venue, is a misspelt word.
func (x *Index) venueFilter(values []query.Value) filter {
	matches := make([][]wordMatch, len(values))
	for i, v := range values {
		matches[i] = startsAll(v.Text)
		if !slices.ContainsFunc(x.segments, func(s *segment) bool { return !s.venues(matches[i]).empty() }) {
			for k := range matches[i] {
				matches[i][k].slips = true
			}
		}
	}
	return func(s *segment) set {
		var picked []set
		for _, m := range matches {
			picked = append(picked, s.venues(m))
		}
		return or(picked...)
	}
}

// startsAll is the words of a value, which may all be beginnings.
func startsAll(text string) []wordMatch {
	var words []wordMatch
	for _, w := range wordsOf(text) {
		words = append(words, wordMatch{text: w, start: true})
	}
	return words
}

func (s *segment) venues(words []wordMatch) set {
	found := s.all
	for i := range words {
		at := s.words.spot(&words[i])
		f := s.words.lookUp(&at)
		found = and(found, or(f[venueField][:]...))
	}
	return found
}

func (x *Index) idFilter(values []query.Value) filter {
	var places []int
	for _, v := range values {
		if place, ok := x.collection.Find(v.Text); ok {
			places = append(places, place)
		}
	}
	return x.placesFilter(places)
}

// placesFilter finds the statements at some places of the collection.
func (x *Index) placesFilter(places []int) filter {
	return func(s *segment) set {
		b := new(bitmap)
		first := s.block.First()
		for _, place := range places {
			if i := place - first; i >= 0 && i < s.size {
				b.add(uint16(i))
			}
		}
		return b.set()
	}
}

// valueRecords returns the records that the values of a filter mean.
func (x *Index) valueRecords(c *query.Clause) recordSet {
	var all []int
	for _, v := range c.Values {
		all = append(all, x.catalogue.meant(c.Field, v.Text)...)
	}
	return x.catalogue.rollOf(c.Field).recordsOf(unique(all))
}

func (c *catalogue) rollOf(f query.Field) roll {
	switch f {
	case query.Topic:
		return c.topics
	case query.Source:
		return c.sources
	}
	return c.speakers
}

// meant returns the records that one value of a field means: the one with this id; or else those with this name or
// alias; or else those of whose names and id each word of the value begins a word; or else those where each word is a
// misspelt one.
func (c *catalogue) meant(f query.Field, value string) []int {
	if record := c.withID(f, value); record >= 0 && c.fits(f, record) {
		return []int{record}
	}
	words := startsAll(value)
	starting := c.havingAll(f, words)
	text := strings.Join(wordsOf(value), " ")
	named := slices.Clone(starting)
	if named = slices.DeleteFunc(named, func(record int) bool { return !c.isNamed(f, record, text) }); len(named) > 0 {
		return named
	}
	if len(starting) > 0 {
		return starting
	}
	for i := range words {
		words[i].slips = true
	}
	return c.havingAll(f, words)
}

// havingAll returns the records that have each word in a name or the id.
func (c *catalogue) havingAll(f query.Field, words []wordMatch) []int {
	var records []int
	for number, shelf := range c.rollOf(f) {
		all := span(shelf.size)
		for i := range words {
			at := shelf.spot(&words[i])
			found := shelf.lookUp(&at)
			all = and(all, or(append(found[nameField][:], found[idField][:]...)...))
		}
		all.each(func(i uint16) {
			if record := number*members + int(i); c.fits(f, record) {
				records = append(records, record)
			}
		})
	}
	return records
}

// fits tells whether a record can be a value of a field: only states, organizations and those that somebody speaks for
// are actors.
func (c *catalogue) fits(f query.Field, record int) bool {
	return f != query.For || c.isActor[record]
}

func (c *catalogue) withID(f query.Field, id string) int {
	switch f {
	case query.Topic:
		return place(c.collection.Topics(), c.collection.Topic(id))
	case query.Source:
		return place(c.collection.Sources(), c.collection.Source(id))
	}
	return place(c.collection.Speakers(), c.collection.Speaker(id))
}

// place returns where a record stands, -1 if it is nil.
func place[T any](records []*T, record *T) int {
	if record == nil {
		return -1
	}
	return slices.Index(records, record)
}

// isNamed tells whether a record has exactly this name.
func (c *catalogue) isNamed(f query.Field, record int, text string) bool {
	is := func(name string) bool { return strings.Join(wordsOf(name), " ") == text }
	switch f {
	case query.Topic:
		t := c.collection.Topics()[record]
		return is(t.Name) || slices.ContainsFunc(t.Aliases, is)
	case query.Source:
		s := c.collection.Sources()[record]
		return is(s.Title) || is(s.Publisher)
	}
	s := c.collection.Speakers()[record]
	return is(s.Name) || slices.ContainsFunc(s.Aliases, is)
}
