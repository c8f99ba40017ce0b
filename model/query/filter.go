package query

import (
	"slices"
	"strings"

	"onrecord/model/fold"
)

// values reads the values of a filter, of which the name and the colon have been read.
func (r *reader) values(p *part) {
	for {
		v := r.value()
		r.understand(p.field, &v)
		p.values = append(p.values, v)
		if !strings.HasPrefix(r.rest(), ",") {
			break
		}
		r.at++
	}
	for _, v := range p.values {
		switch {
		case v.Text != "":
		case len(p.values) == 1:
			r.hint(p.pos, r.at, "%s: wants a value right behind the colon, as in %s.", p.field, p.field.example())
		default:
			r.hint(v.Pos, v.End, "A comma parts two values of which one is enough, without blanks, and one is missing here.")
		}
	}
}

func (f Field) example() string {
	for _, info := range Fields() {
		if info.Field == f {
			return info.Example
		}
	}
	return ""
}

// value reads one value.
func (r *reader) value() item {
	v := item{Value: Value{Pos: r.at}}
	if opener(r.rest()) != 0 {
		v.Text, v.unclosed = r.quoted()
		if v.unclosed {
			r.hint(v.Pos, r.at, "The quotation mark is not closed, so the value holds to the end.")
		}
	} else {
		n := tokenLen(r.rest(), true)
		v.Text = r.rest()[:n]
		r.at += n
	}
	v.End = r.at
	return v
}

// understand finds out what a value means.
func (r *reader) understand(f Field, v *item) {
	if v.Text == "" {
		return
	}
	options := Values(f)
	switch {
	case f.Dated():
		r.date(f, v)
	case options != nil:
		if spelt := spell(options, v.Text); spelt != "" {
			v.Text, v.means = spelt, true
			return
		}
		r.hint(v.Pos, v.End, "%s is no value of %s; these are: %s.", shown(v.Text), f, list(options))
	default:
		v.means = hasWords(v.Text)
		if !v.means {
			r.hint(v.Pos, v.End, "%s holds no letter and no digit to look for.", shown(v.Text))
		}
	}
}

func (r *reader) date(f Field, v *item) {
	p, spelt, ok := parsePeriod(v.Text)
	written := shown(v.Text)
	if backwards(p) {
		p.from, p.to = p.to, p.from
		r.hint(v.Pos, v.End, "%s ends before it begins, so it is taken the other way round.", written)
		spelt = p.String()
	}
	v.means = p != period{}
	if v.means {
		v.Text, v.period = spelt, p
	}
	switch {
	case ok:
	case slices.Contains(clockWords, fold.String(strings.TrimSpace(v.Text))):
		r.hint(v.Pos, v.End, "%s depends on the clock, and dates do not; %s:0d is the day of the newest statement, %s:7d a week before it.", written, f, f)
	case v.means:
		r.hint(v.Pos, v.End, "%s is not a date, so %s is taken; dates are 2022, 2022-01, 2022-01-26 or 7d.", written, spelt)
	default:
		r.hint(v.Pos, v.End, "%s is not a date; %s:2022, %s:2022-01, %s:2022-01-26 and %s:7d are.", written, f, f, f, f)
	}
}

// backwards tells whether both ends of a period are days of the calendar, and the last comes before the first.
func backwards(p period) bool {
	if p.from.year == 0 || p.to.year == 0 {
		return false
	}
	return p.from.span(0).From > p.to.span(0).To
}

// fieldLike tells which field somebody may have meant.
func fieldLike(name string) string {
	name = fold.String(name)
	switch name {
	case "before":
		return "use until:, which includes its last day"
	case "after":
		return "use since:, which includes its first day"
	}
	for _, info := range Fields() {
		for _, n := range append(info.Also, info.Name) {
			if len(name) > 1 && (strings.HasPrefix(n, name) || distance(name, n) <= max(1, len(n)/3)) {
				return "perhaps " + info.Name + ": is meant"
			}
		}
	}
	return "fields are " + list(FieldNames())
}

// distance counts the letters that must be changed, added, taken away or exchanged with their neighbour to turn one
// word into another (optimal string alignment).
func distance(a, b string) int {
	if len(a) > 2*len(b) {
		return len(a)
	}
	before, last, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := range a {
		row[0] = i + 1
		for j := range b {
			cost := 1
			if a[i] == b[j] {
				cost = 0
			}
			row[j+1] = min(last[j]+cost, last[j+1]+1, row[j]+1)
			if i > 0 && j > 0 && a[i] == b[j-1] && a[i-1] == b[j] {
				row[j+1] = min(row[j+1], before[j-1]+1)
			}
		}
		before, last, row = last, row, before
	}
	return last[len(b)]
}
