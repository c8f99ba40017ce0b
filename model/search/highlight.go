package search

import (
	"cmp"
	"slices"

	"onrecord/model"
	"onrecord/model/fold"
)

// Range is a part of a text, from byte Range[0] to before byte Range[1].
type Range = [2]int

// Marks says which parts of a statement match what was asked for, in order and without overlaps.
type Marks struct {
	Speaker     []Range            // in the speaker's name
	Affiliation []Range            // in the name of the state or organization
	Role        []Range            // in the role
	Text        []Range            // in the words
	Venue       []Range            // in the venue
	Context     []Range            // in the context
	Source      []Range            // in the title of the source
	Topics      map[string][]Range // in the names of topics, by id
}

// Marks returns which parts of a statement of the collection match the query that has been answered. A name of which
// only an alias matches is marked as a whole. Marks are made when they are asked for, because few hits reach a screen.
func (a *Answer) Marks(s model.Statement) Marks {
	var m Marks
	if a.index == nil {
		return m
	}
	for _, l := range a.plan.terms {
		if !l.filler {
			m.add(a.index, l, &s)
		}
	}
	return m.tidy()
}

func (m *Marks) add(x *Index, l *leaf, s *model.Statement) {
	h := highlighter{l}
	m.Text = append(m.Text, h.ranges(s.Text)...)
	m.Venue = append(m.Venue, h.ranges(s.Venue)...)
	m.Context = append(m.Context, h.ranges(s.Context)...)
	m.Role = append(m.Role, h.ranges(s.Role)...)
	if s.Source != nil {
		m.Source = append(m.Source, h.ranges(s.Source.Title)...)
	}
	b := x.collection.Block(s.Index)
	i := s.Index - b.First()
	m.Speaker = append(m.Speaker, h.name(s.Speaker.Name, l.names(b.Speaker(i), false))...)
	if actor := x.catalogue.actorOf(b, i); actor >= 0 && s.Affiliation != nil {
		m.Affiliation = append(m.Affiliation, h.name(s.Affiliation.Name, l.names(actor, false))...)
	}
	b.Topics(i, func(topic int, _ model.Stance) {
		t := x.collection.Topics()[topic]
		if ranges := h.name(t.Name, l.names(topic, true)); len(ranges) > 0 {
			if m.Topics == nil {
				m.Topics = map[string][]Range{}
			}
			m.Topics[t.ID] = append(m.Topics[t.ID], ranges...)
		}
	})
}

// names tells whether the leaf's term matches a name or alias of a speaker or topic.
func (l *leaf) names(record int, topic bool) bool {
	for _, a := range []*answer{l.strong, l.weak} {
		if a.empty() || a.records == nil {
			continue
		}
		r := &a.records.speakers
		if topic {
			r = &a.records.topics
		}
		if slices.ContainsFunc(r[nameField][:], func(set recordSet) bool { return set.has(record) }) {
			return true
		}
	}
	return false
}

// tidy sorts the ranges and joins those that overlap.
func (m Marks) tidy() Marks {
	for _, ranges := range []*[]Range{&m.Speaker, &m.Affiliation, &m.Role, &m.Text, &m.Venue, &m.Context, &m.Source} {
		*ranges = union(*ranges)
	}
	for id, ranges := range m.Topics {
		m.Topics[id] = union(ranges)
	}
	return m
}

func union(ranges []Range) []Range {
	slices.SortFunc(ranges, func(a, b Range) int { return cmp.Or(a[0]-b[0], a[1]-b[1]) })
	var joined []Range
	for _, r := range ranges {
		if n := len(joined); n > 0 && r[0] <= joined[n-1][1] {
			joined[n-1][1] = max(joined[n-1][1], r[1])
			continue
		}
		joined = append(joined, r)
	}
	return joined
}

// highlighter finds a term in texts.
type highlighter struct{ *leaf }

// name returns the ranges in a name, or all of it if only an alias matches.
func (h highlighter) name(name string, matches bool) []Range {
	if ranges := h.ranges(name); len(ranges) > 0 {
		return ranges
	}
	if matches && name != "" {
		return []Range{{0, len(name)}}
	}
	return nil
}

// ranges returns where the term stands in a text.
func (h highlighter) ranges(text string) []Range {
	if text == "" {
		return nil
	}
	ways := h.term.ways()
	if h.weak != nil {
		ways = append(ways, h.term.weakWays()...)
		ways = append(ways, h.term.halfWays()...)
	}
	if h.pair != nil {
		ways = append(ways, h.pair...)
	}
	words := slices.Collect(fold.Words(text))
	var found []Range
	for _, w := range ways {
		for i := 0; i+len(w.words) <= len(words); i++ {
			if w.standsAt(words[i:]) {
				found = append(found, Range{words[i].Start, words[i+len(w.words)-1].End})
			}
		}
	}
	return found
}

func (w *way) standsAt(words []fold.Word) bool {
	for i := range w.words {
		if !w.words[i].matches(words[i].Text) {
			return false
		}
	}
	return true
}
