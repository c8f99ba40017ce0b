package statements

import (
	"onrecord/model/query"
	"onrecord/ui/theme"
)

// facets is the pane that parts the statements found by speaker, actor, topic, stance, form and date.
type facets struct {
	cursor int // among rows
	top    int
	open   map[query.Field]bool // facets that show all their values
	rows   []facetRow
	of     []Facet // which the rows show
	made   madeFrom
	look   facetLook
	drawn  []string // the lines in view, as they were drawn last
}

// facetLook is all that the drawing of the lines depends on.
type facetLook struct {
	madeFrom
	width, height, top int
	cursor             int // -1 while another pane has the keyboard
	theme              *theme.Theme
}

// madeFrom tells for which answer and choice of open facets the rows were made.
type madeFrom struct {
	answer int
	line   string
	opened int
}

type facetKind uint8

const (
	facetGap facetKind = iota
	facetTitle
	facetChart
	facetValue
	facetMore
)

// facetRow is one line of the pane.
type facetRow struct {
	kind  facetKind
	facet int // among facets.of
	value int // among its values, and behind those the ones that are left out
	state choice
}

// value is one of the values of a facet, or behind those, one that is left out.
func (f *Facet) value(i int) Value {
	if i < len(f.Values) {
		return f.Values[i]
	}
	return f.Left[i-len(f.Values)]
}

// choice is whether a value is asked for, left out, or neither.
type choice uint8

const (
	unchosen choice = iota
	included
	excluded
)

// firstValues is how many values a facet shows before it is opened.
const firstValues = 6

var facetTitles = map[query.Field]string{
	query.Speaker: "SPEAKERS", query.For: "ACTORS", query.Topic: "TOPICS", query.Stance: "STANCE", query.Form: "FORM",
	query.On: "DATES", query.Medium: "MEDIUM", query.Lang: "LANGUAGE",
}

// refresh makes the rows anew if the answer or what is open has changed. The cursor stays on its value if the pane has the
// keyboard, and else on its line: before anybody has looked, that is the first.
func (f *facets) refresh(a *answers, focused bool) {
	made := madeFrom{a.generation, a.last.Line, len(f.open)}
	if made == f.made && f.rows != nil {
		return
	}
	from, was, stood := f.under()
	f.made, f.of, f.rows, f.drawn = made, a.last.Facets, nil, nil
	line := query.ChoicesOf(a.last.Line)
	for i, facet := range f.of {
		if len(facet.Values)+len(facet.Left) == 0 {
			continue
		}
		if len(f.rows) > 0 {
			f.rows = append(f.rows, facetRow{kind: facetGap})
		}
		f.rows = append(f.rows, facetRow{kind: facetTitle, facet: i})
		if facet.Field == query.On {
			f.rows = append(f.rows, facetRow{kind: facetChart, facet: i})
		}
		f.values(i, line)
	}
	if stood && focused {
		f.find(from.Field, was.Token)
	}
	f.settle()
}

// values adds the values of a facet: the first, those that are chosen, and all if the facet is open; then those that are
// left out.
func (f *facets) values(i int, line query.Choices) {
	facet := f.of[i]
	filtered := line.Names(facet.Field) // there can be hundreds of values, which need not be looked for one by one
	hidden := 0
	for j, value := range facet.Values {
		state := unchosen
		if filtered {
			state = chosen(line, facet.Field, value.Token)
		}
		if j >= firstValues && state == unchosen && !f.open[facet.Field] {
			hidden++
			continue
		}
		f.rows = append(f.rows, facetRow{facetValue, i, j, state})
	}
	for j := range facet.Left {
		f.rows = append(f.rows, facetRow{facetValue, i, len(facet.Values) + j, excluded})
	}
	if hidden+facet.More > 0 || (f.open[facet.Field] && len(facet.Values) > firstValues) {
		f.rows = append(f.rows, facetRow{kind: facetMore, facet: i, value: hidden + facet.More})
	}
}

func chosen(line query.Choices, field query.Field, token string) choice {
	switch {
	case line.Has(field, token):
		return included
	case line.Leaves(field, token):
		return excluded
	}
	return unchosen
}

// find moves the cursor to a value, if it is there.
func (f *facets) find(field query.Field, token string) {
	for i, row := range f.rows {
		if row.kind == facetValue && f.of[row.facet].Field == field && f.of[row.facet].value(row.value).Token == token {
			f.cursor = i
			return
		}
	}
}

// settle moves the cursor to a row that can be chosen.
func (f *facets) settle() {
	f.cursor = max(0, min(f.cursor, len(f.rows)-1))
	if !f.canRest(f.cursor) && !f.step(1) {
		f.step(-1)
	}
}

func (f *facets) canRest(i int) bool {
	return i >= 0 && i < len(f.rows) && (f.rows[i].kind == facetValue || f.rows[i].kind == facetMore)
}

// step moves the cursor to the next row that can be chosen, down (1) or up (-1); false at the end.
func (f *facets) step(by int) bool {
	for i := f.cursor + by; i >= 0 && i < len(f.rows); i += by {
		if f.canRest(i) {
			f.cursor = i
			return true
		}
	}
	return false
}

// jump moves the cursor by about so many rows.
func (f *facets) jump(by int) {
	direction := 1
	if by < 0 {
		direction, by = -1, -by
	}
	for range by {
		if !f.step(direction) {
			return
		}
	}
}

// under returns the facet and the value under the cursor.
func (f *facets) under() (facet Facet, value Value, ok bool) {
	if !f.canRest(f.cursor) || f.rows[f.cursor].kind != facetValue {
		return Facet{}, Value{}, false
	}
	row := f.rows[f.cursor]
	facet = f.of[row.facet]
	return facet, facet.value(row.value), true
}

// unfold shows all values of the facet under the cursor, or the first again. It tells whether it could.
func (f *facets) unfold(a *answers) bool {
	if !f.canRest(f.cursor) || f.rows[f.cursor].kind != facetMore {
		return false
	}
	field := f.of[f.rows[f.cursor].facet].Field
	open := make(map[query.Field]bool, len(f.open)+1)
	for k := range f.open {
		open[k] = true
	}
	if open[field] {
		delete(open, field)
	} else {
		open[field] = true
	}
	f.open, f.rows = open, nil
	f.refresh(a, true)
	return true
}
