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
	if a.index == nil {
		return Marks{}
	}
	var h highlighter
	for _, l := range a.plan.terms {
		if !l.filler {
			h = append(h, l)
		}
	}
	x := a.index
	b := x.collection.Block(s.Index)
	i := s.Index - b.First()
	m := Marks{Text: h.text(s.Text), Venue: h.text(s.Venue), Context: h.text(s.Context), Role: h.text(s.Role)}
	m.Speaker = h.name(s.Speaker.Name, b.Speaker(i), false)
	if s.Source != nil {
		m.Source = h.text(s.Source.Title)
	}
	if actor := x.catalogue.actorOf(b, i); actor >= 0 && s.Affiliation != nil {
		m.Affiliation = h.name(s.Affiliation.Name, actor, false)
	}
	b.Topics(i, func(topic int, _ model.Stance) {
		t := x.collection.Topics()[topic]
		if ranges := h.name(t.Name, topic, true); len(ranges) > 0 {
			if m.Topics == nil {
				m.Topics = map[string][]Range{}
			}
			m.Topics[t.ID] = ranges
		}
	})
	return m
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

// union sorts ranges and joins those that overlap.
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

// highlighter finds terms in texts.
type highlighter []*leaf

// text returns where the terms stand in a text.
func (h highlighter) text(text string) []Range {
	return h.ranges(text, func(*leaf) bool { return false })
}

// name returns where the terms stand in the name of a speaker or topic, or all of it if one matches an alias only.
func (h highlighter) name(name string, record int, topic bool) []Range {
	return h.ranges(name, func(l *leaf) bool { return l.names(record, topic) })
}

// ranges returns where the terms stand in a text, or all of it if one that does not must match it otherwise.
func (h highlighter) ranges(text string, otherwise func(*leaf) bool) []Range {
	if text == "" || len(h) == 0 {
		return nil
	}
	words := readWords(text)
	var found []Range
	for _, l := range h {
		ranges := l.rangesIn(words)
		if len(ranges) == 0 && otherwise(l) {
			ranges = []Range{{0, len(text)}}
		}
		found = append(found, ranges...)
	}
	return union(found)
}

// markedBytes is how much of a text is looked through for what to mark: more than any speech has.
const markedBytes = 1 << 20

// readText is the words of a text, each different one once, so that it is compared once with what was typed.
type readText struct {
	different []string
	words     []uint32 // their places in different
	spans     []Range
}

func readWords(text string) *readText {
	var s fold.Scanner
	t := &readText{}
	known := map[string]uint32{}
	for s.Reset(text[:min(len(text), markedBytes)]); s.Next(); {
		at, ok := known[string(s.Text())]
		if !ok {
			word := string(s.Text())
			at = uint32(len(t.different))
			known[word] = at
			t.different = append(t.different, word)
		}
		start, end := s.Span()
		t.words, t.spans = append(t.words, at), append(t.spans, Range{start, end})
	}
	return t
}

// rangesIn returns where the term stands in a text.
func (l *leaf) rangesIn(t *readText) []Range {
	var found []Range
	begins := make([]bool, len(t.different))
	for _, w := range l.marking() {
		any := false
		for i, word := range t.different {
			begins[i] = w.words[0].matches(word)
			any = any || begins[i]
		}
		for i := 0; any && i+len(w.words) <= len(t.words); i++ {
			if begins[t.words[i]] && w.goesOn(t, i) {
				found = append(found, Range{t.spans[i][0], t.spans[i+len(w.words)-1][1]})
			}
		}
	}
	return found
}

// marking returns the ways in which the term is marked.
func (l *leaf) marking() []way {
	l.marked.Do(func() {
		l.marks = l.term.ways()
		if l.weak != nil {
			l.marks = slices.Concat(l.marks, l.term.weakWays(), l.term.halfWays())
		}
		l.marks = append(l.marks, l.pair...)
		for _, w := range l.marks {
			for i := range w.words {
				if m := &w.words[i]; m.slips || m.half { // made for this leaf alone
					m.reach = newSlipReach(m)
				}
			}
		}
	})
	return l.marks
}

// goesOn tells whether the words behind the first one at a place match.
func (w *way) goesOn(t *readText, at int) bool {
	for i := range w.words[1:] {
		if !w.words[i+1].matches(t.different[t.words[at+i+1]]) {
			return false
		}
	}
	return true
}
