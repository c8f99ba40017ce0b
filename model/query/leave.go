package query

import (
	"slices"

	"onrecord/model/fold"
)

// Leaves tells whether a line leaves out a value of a field, alone or with others.
func Leaves(line string, f Field, value string) bool {
	_, _, ok := leaver(Parse(line), f, value)
	return ok
}

// Choices is a line that is read once, to be asked about many values.
type Choices struct {
	read   *syntax
	parsed Query
}

// ChoicesOf reads a line.
func ChoicesOf(line string) Choices { return Choices{read(line), Parse(line)} }

// Names tells whether the line says anything about a field.
func (c Choices) Names(f Field) bool {
	for _, g := range c.parsed.Groups {
		for _, clause := range g.Clauses {
			if clause.Kind == Filter && clause.Field == f {
				return true
			}
		}
	}
	return false
}

// Has tells whether the line lets a field have a value, as Has does.
func (c Choices) Has(f Field, value string) bool {
	_, _, _, ok := c.read.find(f, value)
	return ok
}

// Leaves tells whether the line leaves a value out, as Leaves does.
func (c Choices) Leaves(f Field, value string) bool {
	_, _, ok := leaver(c.parsed, f, value)
	return ok
}

// LeftOut lists the values of a field that the line leaves out, each as Leaves and Exclude know it.
func (c Choices) LeftOut(f Field) []string {
	var values []string
	for _, g := range c.parsed.Groups {
		for _, clause := range g.Clauses {
			for _, v := range clause.Values {
				if clause.Field == f && !slices.Contains(values, v.Text) && c.Leaves(f, v.Text) {
					values = append(values, v.Text)
				}
			}
		}
	}
	return values
}

// Exclude switches the leaving out of a facet: it leaves out what has the value, instead of asking for it, or no longer
// leaves it out if it does.
func Exclude(line string, f Field, value string) string {
	if !meaningful(f, value) || f == SortBy {
		return line
	}
	if Has(line, f, value) {
		line = Toggle(line, f, value)
	}
	if !Leaves(line, f, value) {
		return And(line, "-"+f.String()+":"+quoteValue(value))
	}
	for {
		q := Parse(line)
		group, item, ok := leaver(q, f, value)
		if !ok {
			return line
		}
		clause := q.Groups[group].Clauses[0]
		clause.Values = slices.Delete(slices.Clone(clause.Values), item, item+1)
		if line = Without(line, group); len(clause.Values) > 0 {
			line = And(line, clause.String())
		}
	}
}

// leaver returns the group that leaves out a value and does nothing else, and the place among its values.
func leaver(q Query, f Field, value string) (group, item int, ok bool) {
	value = canonical(f, value)
	for i, g := range q.Groups {
		if len(g.Clauses) != 1 {
			continue
		}
		c := g.Clauses[0]
		if !c.Not || c.Kind != Filter || c.Field != f || value == "" {
			continue
		}
		if k := slices.IndexFunc(c.Values, func(v Value) bool { return fold.Equal(v.Text, value) }); k >= 0 {
			return i, k, true
		}
	}
	return 0, 0, false
}
