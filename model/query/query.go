package query

import (
	"slices"
	"strings"
)

// Query is what a line means.
type Query struct {
	Line   string  // as it was typed, but for signs in the place of operators
	Groups []Group // all of them must hold; they are the layers of the line, in its order
	Sort   Sort
	Hints  []Hint // what was not understood, in the order of the line; then notes
}

// Group holds if one of its clauses holds. One without clauses (a sort order, a filter without a value) restricts
// nothing.
type Group struct {
	Clauses  []Clause
	Pos, End int // where it stands in the line, in bytes
}

// Kind tells what a clause looks for.
type Kind uint8

// The kinds of clauses.
const (
	Word   Kind = iota // Text, somewhere in the record
	Phrase             // the words of Text in their order
	Filter             // one of Values in Field
)

// Clause is one condition. Its text holds at least one letter or digit, and a filter at least one value.
type Clause struct {
	Not      bool
	Kind     Kind
	Text     string  // of a word or a phrase, without its quotation marks
	Field    Field   // of a filter
	Values   []Value // of a filter
	Open     bool    // it touches the end of the line, so that its last word or value may still be being typed
	Pos, End int     // where it stands in the line, in bytes
}

// Value is one value of a filter. For dates, and for fields with a vocabulary of their own, Text is spelt in one way
// (2022-01-05, oppose), however it was typed.
type Value struct {
	Text     string
	Pos, End int // where it stands in the line, with its quotation marks

	period period // of a date
}

// Sort is the order of the answers.
type Sort uint8

// The orders. The newest first is sort:date, the oldest first sort:-date.
const (
	Best Sort = iota
	Newest
	Oldest
)

func (s Sort) String() string { return [...]string{"best", "date", "-date"}[s] }

// Empty tells whether the query restricts nothing.
func (q Query) Empty() bool {
	return !slices.ContainsFunc(q.Groups, func(g Group) bool { return len(g.Clauses) > 0 })
}

// AsksMarked tells whether what the query finds depends on what is marked.
func (q Query) AsksMarked() bool {
	return slices.ContainsFunc(q.Groups, func(g Group) bool {
		return slices.ContainsFunc(g.Clauses, func(c Clause) bool { return c.Kind == Filter && c.Field == Is })
	})
}

// String writes the query in its plainest form. Parsing that gives an equal query.
func (q Query) String() string {
	var b strings.Builder
	for _, g := range q.Groups {
		if len(g.Clauses) == 0 {
			continue
		}
		text := g.String()
		b.WriteString(gap(b.String(), text))
		b.WriteString(text)
	}
	if q.Sort != Best {
		text := SortBy.String() + ":" + q.Sort.String()
		b.WriteString(gap(b.String(), text))
		b.WriteString(text)
	}
	return b.String()
}

// String writes the group in its plainest form.
func (g Group) String() string {
	texts := make([]string, len(g.Clauses))
	for i, c := range g.Clauses {
		texts[i] = c.String()
	}
	return strings.Join(texts, " | ")
}

// String writes the clause in its plainest form.
func (c Clause) String() string {
	minus := ""
	if c.Not {
		minus = "-"
	}
	switch c.Kind {
	case Phrase:
		return minus + quote(c.Text)
	case Filter:
		values := make([]string, len(c.Values))
		for i, v := range c.Values {
			values[i] = quoteValue(v.Text)
		}
		return minus + c.Field.String() + ":" + strings.Join(values, ",")
	}
	return minus + c.Text
}

// Equal tells whether two queries are made of the same clauses in the same order, wherever those stand in their lines.
func Equal(a, b Query) bool {
	restricts := func(groups []Group) []Group {
		return slices.DeleteFunc(slices.Clone(groups), func(g Group) bool { return len(g.Clauses) == 0 })
	}
	return a.Sort == b.Sort && slices.EqualFunc(restricts(a.Groups), restricts(b.Groups), func(a, b Group) bool {
		return slices.EqualFunc(a.Clauses, b.Clauses, equalClauses)
	})
}

func equalClauses(a, b Clause) bool {
	return a.Not == b.Not && a.Kind == b.Kind && a.Text == b.Text && a.Field == b.Field &&
		slices.EqualFunc(a.Values, b.Values, func(a, b Value) bool { return a.Text == b.Text })
}
