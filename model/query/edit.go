package query

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"onrecord/model/fold"
)

// Chip is one layer of a line as a user sees it: a condition in force, or the order.
type Chip struct {
	Text     string // as it is typed
	Group    int    // its place in Query.Groups, for Without
	Kind     Kind   // of its first clause
	Field    Field  // of its first clause
	Not      bool   // all its clauses leave something out
	Pos, End int
}

// Chips returns the layers of a line that do something, in the order of the line.
func Chips(line string) []Chip {
	var chips []Chip
	s := read(line)
	for i, l := range s.layers {
		var does []part
		for _, p := range l.parts {
			if p.restricts() || p.field == SortBy && p.means() > 0 {
				does = append(does, p)
			}
		}
		if len(does) == 0 {
			continue
		}
		chip := Chip{Text: s.line[l.pos:l.end], Group: i, Kind: does[0].kind, Field: does[0].field, Not: true, Pos: l.pos, End: l.end}
		for _, p := range does {
			chip.Not = chip.Not && p.not
		}
		chips = append(chips, chip)
	}
	return chips
}

// Without returns the line without its group i.
func Without(line string, i int) string {
	s := read(withSigns(line))
	if i < 0 || i >= len(s.layers) {
		return line
	}
	return s.without(i)
}

// DropLast returns the line without its last layer.
func DropLast(line string) string {
	s := read(withSigns(line))
	if len(s.layers) == 0 {
		return ""
	}
	return s.without(len(s.layers) - 1)
}

// And returns a line that wants what both lines want. The order of the second one stands above that of the first.
func And(line, other string) string {
	other = strings.TrimLeftFunc(withSigns(other), blankOrBar)
	return join(ended(line, len(other)), other)
}

// Has tells whether a line lets a field have a value, among others or alone: whether the facet is on.
func Has(line string, f Field, value string) bool {
	_, _, _, ok := read(line).find(f, value)
	return ok
}

// Toggle switches a facet: it adds the value to those that the line lets the field have, or takes it away if it is
// there.
func Toggle(line string, f Field, value string) string {
	if !meaningful(f, value) {
		return line
	}
	if f == SortBy {
		if Has(line, f, value) {
			value = ""
		}
		return Set(line, f, value)
	}
	s := read(withSigns(line))
	if _, _, _, ok := s.find(f, value); !ok {
		return add(line, f, value)
	}
	for {
		layer, part, item, ok := s.find(f, value)
		if !ok {
			return s.line
		}
		s = read(s.withoutValue(layer, part, item))
	}
}

// AnyOf returns a line that lets a field have any of some values, as many of them as leave room for as much again.
func AnyOf(f Field, values ...string) string {
	var line strings.Builder
	for _, value := range values {
		if line.Len()+len(value) > MaxBytes/2 || !meaningful(f, value) {
			continue
		}
		text := quoteValue(value)
		if line.Len() == 0 {
			line.WriteString(f.String() + ":")
		} else {
			line.WriteByte(',')
		}
		line.WriteString(text)
	}
	return line.String()
}

// Set makes a value the only one that the line lets a field have; "" takes all away. Values that are left out, and
// those of a clause that stands beside another field's with "|", stay.
func Set(line string, f Field, value string) string {
	if value != "" && !meaningful(f, value) {
		return line
	}
	clause := f.String() + ":" + quoteValue(value)
	s := read(ended(line, len(clause)))
	kept := value == ""
	for i := 0; i < len(s.layers); {
		if !s.layers[i].only(f) {
			i++
			continue
		}
		if kept {
			s = read(s.without(i))
			continue
		}
		l := s.layers[i]
		s = read(seam(s.line[:l.pos], clause, s.line[l.end:]))
		kept = true
		i++
	}
	if !kept {
		return And(s.line, clause)
	}
	return s.line
}

// meaningful tells whether a value means something for a field.
func meaningful(f Field, value string) bool { return f != NoField && canonical(f, value) != "" }

// canonical returns how a value is spelt in a query, "" if it means nothing.
func canonical(f Field, value string) string {
	s := read(f.String() + ":" + quoteValue(value))
	if len(s.layers) == 1 && s.layers[0].parts[0].means() == 1 {
		return s.layers[0].parts[0].values[0].Text
	}
	return ""
}

// only tells whether a layer lets one field have values, and does nothing else.
func (l layer) only(f Field) bool {
	found := false
	for _, p := range l.parts {
		is := p.kind == Filter && p.field == f && !p.not
		if !is && (p.restricts() || p.kind == Filter) {
			return false
		}
		found = found || is
	}
	return found
}

// find returns the place of a value among those that the line lets a field have.
func (s *syntax) find(f Field, value string) (layer, part, item int, ok bool) {
	value = canonical(f, value)
	for i, l := range s.layers {
		if !l.only(f) {
			continue
		}
		for j, p := range l.parts {
			for k, v := range p.values {
				if v.means && value != "" && fold.Equal(v.Text, value) {
					return i, j, k, true
				}
			}
		}
	}
	return 0, 0, 0, false
}

// add adds a value where the field has some already, or else as a new clause.
func add(line string, f Field, value string) string {
	clause := f.String() + ":" + quoteValue(value)
	line = ended(line, len(clause))
	s := read(line)
	for _, l := range s.layers {
		if !l.only(f) {
			continue
		}
		for _, p := range l.parts {
			if p.kind != Filter {
				continue
			}
			comma := ","
			if last := p.values[len(p.values)-1]; last.Pos == last.End {
				comma = ""
			}
			return seam(line[:p.end], comma+quoteValue(value), line[p.end:])
		}
	}
	return join(line, clause)
}

// without returns the line without a layer, and without the blanks and signs behind it.
func (s *syntax) without(i int) string {
	start, end := s.layers[i].pos, len(s.line)
	if i == 0 {
		start = 0
	} else if before := s.layers[i-1].end; colonless(s.line[before:start]) == "" {
		start = before // the value of a field that does not exist: the colon goes with it
	}
	if i+1 < len(s.layers) {
		end = s.layers[i+1].pos
	}
	return join(strings.TrimRightFunc(s.line[:start], blankOrBar), s.line[end:])
}

// withoutValue returns the line without one value, and without its clause if it was the only one.
func (s *syntax) withoutValue(layer, part, item int) string {
	l := s.layers[layer]
	p := l.parts[part]
	var rest []string
	for k, v := range p.values {
		if k != item && v.Pos < v.End {
			rest = append(rest, s.line[v.Pos:v.End])
		}
	}
	switch {
	case len(rest) > 0:
		return seam(s.line[:p.body], strings.Join(rest, ","), s.line[p.end:])
	case len(l.parts) == 1:
		return s.without(layer)
	case part+1 < len(l.parts):
		return join(s.line[:p.pos], s.line[l.parts[part+1].pos:])
	}
	return join(s.line[:l.parts[part-1].end], s.line[p.end:])
}

// ended returns the line as something that so many bytes more can follow: without blanks and a "|" at its end, and with its
// quotation mark closed. What would then be too much for a line has no effect, and goes.
func ended(line string, more int) string {
	s := read(within(withSigns(line), MaxBytes-more-len(`\" `)))
	if s.closer != "" {
		return s.line + s.closer
	}
	return strings.TrimRightFunc(s.line, blankOrBar)
}

func blankOrBar(c rune) bool { return c == '|' || unicode.IsSpace(c) }

// join puts two parts of a line side by side, so that each keeps its meaning.
func join(a, b string) string { return a + gap(a, b) + b }

// seam puts a text into a line in the place of another.
func seam(before, text, after string) string { return before + text + gap(text, after) + after }

// gap returns the blanks that have to be added between two parts of a line. Between digits there must be two, which
// could else be read as one number.
func gap(a, b string) string {
	left, right := strings.TrimRightFunc(a, unicode.IsSpace), strings.TrimLeftFunc(b, unicode.IsSpace)
	if left == "" || right == "" {
		return ""
	}
	want := 1
	last, _ := utf8.DecodeLastRuneInString(left)
	first, _ := utf8.DecodeRuneInString(right)
	if unicode.IsDigit(last) && unicode.IsDigit(first) {
		want = 2
	}
	have := len(a) - len(left) + len(b) - len(right)
	return strings.Repeat(" ", max(0, want-have))
}

// escapes stand before what would end a phrase, or before what they would stand before themselves.
var escapes = strings.NewReplacer(`\`, `\\`, `"`, `\"`, `＂`, `\＂`)

// quote writes a text as a phrase.
func quote(text string) string { return `"` + escapes.Replace(text) + `"` }

// quoteValue writes a value, in quotation marks if it needs them.
func quoteValue(text string) string {
	if text == "" || opener(text) != 0 || strings.HasPrefix(text, "//") || tokenLen(text, true) < len(text) {
		return quote(text)
	}
	return text
}
