package query

import (
	"fmt"
	"slices"
)

// Parse reads a line. It never fails: what it cannot understand means what can be made of it, and is told in a hint.
func Parse(line string) Query {
	s := read(line)
	if s.cut {
		s.note(len(s.line), len(line), fmt.Sprintf("query cut: only its first %d kB are read.", MaxBytes>>10))
	}
	q := Query{Line: s.line + line[len(s.line):], Sort: s.sort, Hints: s.hints}
	for _, l := range s.layers {
		g := Group{Pos: l.pos, End: l.end}
		for _, p := range l.parts {
			if p.restricts() {
				g.Clauses = append(g.Clauses, p.clause(s))
			}
		}
		q.Groups = append(q.Groups, g)
	}
	return q
}

// ParseStrict reads a line of which everything must be understood. The error is an *[Error]; the hints that are left are
// notes.
func ParseStrict(line string) (Query, error) {
	q := Parse(line)
	for _, hint := range q.Hints {
		if !hint.Note {
			return q, &Error{Line: line, Hint: hint}
		}
	}
	return q, nil
}

// syntax is a line taken apart, with all that is needed to change it.
type syntax struct {
	line   string // as far as it is read
	cut    bool   // it goes on
	layers []layer
	sort   Sort
	hints  []Hint
	closer string // what has to be added to close a quotation mark that is open at the end
	bar    int    // where a "|" stands that nothing follows, -1 if none does
}

// layer is a group as it stands in the line.
type layer struct {
	parts    []part
	pos, end int
}

// part is a clause as it stands in the line, also one that means nothing.
type part struct {
	not      bool
	kind     Kind
	field    Field
	text     string
	values   []item
	body     int  // where the values of a filter begin, behind the colon
	unclosed bool // its quotation mark is not closed
	beyond   bool // it is one word more than are searched for
	unknown  int  // the length of a field name that does not exist, with the colon, 0 if there is none
	pos, end int
}

// item is a value as it stands in the line, also one that means nothing.
type item struct {
	Value
	means    bool
	unclosed bool
}

// restricts tells whether the part is a condition.
func (p part) restricts() bool {
	if p.kind != Filter {
		return !p.beyond && hasWords(p.text)
	}
	return p.field != SortBy && p.means() > 0
}

// means returns how many values mean something.
func (p part) means() int {
	n := 0
	for _, v := range p.values {
		if v.means {
			n++
		}
	}
	return n
}

// clause returns what the part means.
func (p part) clause(s *syntax) Clause {
	c := Clause{Not: p.not, Kind: p.kind, Text: p.text, Field: p.field, Pos: p.pos, End: p.end}
	for _, v := range p.values {
		if v.means {
			c.Values = append(c.Values, v.Value)
		}
	}
	c.Open = p.end == len(s.line) && !s.cut && !p.closed(s.line)
	return c
}

// closed tells whether the part ends with a quotation mark that closes.
func (p part) closed(line string) bool {
	switch {
	case p.kind == Phrase:
		return !p.unclosed
	case p.kind == Filter && len(p.values) > 0:
		last := p.values[len(p.values)-1]
		return last.Pos < last.End && opener(line[last.Pos:]) != 0 && !last.unclosed
	}
	return false
}

// read takes a line apart.
func read(whole string) *syntax {
	line, words := inSigns(within(whole, MaxBytes), true)
	r := reader{syntax: &syntax{line: line, cut: len(line) < len(whole), bar: -1}}
	for r.skip(); !r.done(); r.skip() {
		if line[r.at] == '|' {
			r.either()
			continue
		}
		r.add(r.part())
	}
	if r.bar >= 0 {
		r.hint(r.bar, r.bar+1, "| parts two things of which one is enough, and nothing stands behind this one.")
	}
	r.split()
	r.bound()
	r.tellWords(words)
	return r.syntax
}

// add puts a part into the last layer if a "|" stands before it, and else into a layer of its own, as an order of
// answers always is.
func (r *reader) add(p part) {
	if p.field == SortBy {
		r.setSort(p)
	}
	last := len(r.layers) - 1
	if r.bar >= 0 && p.field != SortBy && r.layers[last].parts[0].field != SortBy {
		r.layers[last].parts = append(r.layers[last].parts, p)
		r.layers[last].end = p.end
	} else {
		r.layers = append(r.layers, layer{parts: []part{p}, pos: p.pos, end: p.end})
	}
	r.bar = -1
}

// either reads a "|".
func (r *reader) either() {
	if len(r.layers) == 0 || r.bar >= 0 {
		r.hint(r.at, r.at+1, "| parts two things of which one is enough, and nothing stands before this one.")
	}
	if len(r.layers) > 0 {
		r.bar = r.at
	}
	r.at++
}

func (r *reader) setSort(p part) {
	for _, v := range p.values {
		for s := Best; s <= Oldest; s++ {
			if v.means && v.Text == s.String() {
				r.sort = s
			}
		}
	}
}

// split makes two layers of a field that does not exist and its value, if nothing else is looked for in their layer:
// both are words to look for, and need not stand side by side.
func (r *reader) split() {
	var layers []layer
	for _, l := range r.layers {
		i := l.alone()
		if i < 0 || l.parts[i].unknown == 0 || l.parts[i].not || !plain(l.parts[i].text[l.parts[i].unknown:]) {
			layers = append(layers, l)
			continue
		}
		name, value := l.parts[i].halves()
		layers = append(layers,
			layer{append(slices.Clone(l.parts[:i]), name), l.pos, name.end},
			layer{append([]part{value}, l.parts[i+1:]...), value.pos, l.end})
	}
	r.layers = layers
}

// alone returns the place of the only part that is a condition, -1 if there is none or more than one.
func (l layer) alone() int {
	found := -1
	for i, p := range l.parts {
		if p.restricts() {
			if found >= 0 {
				return -1
			}
			found = i
		}
	}
	return found
}

// halves parts the name of a field that does not exist from its value.
func (p part) halves() (name, value part) {
	name, value = p, p
	name.text = colonless(p.text[:p.unknown])
	name.end = p.pos + len(name.text)
	value.text = p.text[p.unknown:]
	value.pos = p.pos + p.unknown
	name.unknown, value.unknown = 0, 0
	return name, value
}

// plain tells whether a text that stands alone is one word, and nothing but a word.
func plain(text string) bool {
	r := reader{syntax: &syntax{line: text, bar: -1}}
	r.skip()
	if r.at > 0 || r.done() || text[0] == '|' {
		return false
	}
	p := r.part()
	return r.done() && !p.not && p.kind == Word && p.text == text && p.unknown == 0 && p.restricts() && len(r.hints) == 0
}
