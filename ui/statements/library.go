package statements

import (
	"context"

	"onrecord/model"
	"onrecord/model/query"
	"onrecord/ui/actions"
	"onrecord/ui/line"
)

// Library answers the screen's questions. The screen knows nothing else of where statements come from, so that the
// engine behind it may run in this process or somewhere else. All methods may be called from any goroutine and give up
// with the context's error when it is cancelled.
type Library interface {
	actions.Marks
	// Find answers a query. Its only error is the context's: a malformed line means what can be made of it.
	Find(ctx context.Context, q Question) (Answer, error)
	// Suggest lists what could stand in a place of the query line, best first.
	Suggest(ctx context.Context, slot query.Slot) ([]Suggestion, error)
}

// Question asks for a part of the answer to a query.
type Question struct {
	Line   string // the query line
	Offset int    // the first row wanted
	Limit  int    // how many rows are wanted
	Facets bool   // whether facet counts are wanted
	Keep   int    // a statement whose row is wanted, by its place in the collection; -1 for none
}

// Answer is what a query finds.
type Answer struct {
	Line   string // the line that it answers
	Total  int    // statements in the collection
	Count  int    // statements found; exact
	Offset int    // the place of the first of Rows among those found
	Rows   []Row
	Near   []Row   // if hardly anything was found: statements that lack words of the line, best first
	NearBy int     // how many of those there are; exact
	Kept   int     // the place of Question.Keep among those found; -1 if it is not
	Facets []Facet // nil if not asked for

	Taken line.Taken // how the line was understood
	Drops []Drop     // if nothing was found: what would be found without one part of it

	Span    [2]model.Day   // the first and the last day of the collection
	Reading *line.Progress // not nil while the collection has not been read to its end
}

// Row is a statement with the places that the query hit.
type Row struct {
	Statement model.Statement
	Marks     Marks
	Missing   []string // the words of the line that it lacks; nil for a statement that was found
}

// Marks are the hits in the fields of a statement, as byte ranges [begin, end) of each.
type Marks struct {
	Speaker     []Range
	Affiliation []Range
	Role        []Range
	Text        []Range
	Venue       []Range
	Context     []Range
	Source      []Range
	Topics      map[string][]Range // by topic id
}

// Range is a part of a string in bytes.
type Range = [2]int

// Facet is one way to part the statements found.
type Facet struct {
	Field  query.Field // the field that its values go into
	Values []Value     // most first; dates in their order
	More   int         // values that are not listed
	Left   []Value     // that the line leaves out, so that there is nothing to count
	Chart  []int       // of dates: the counts over time, from the oldest to the newest
}

// Value is one part of a facet.
type Value struct {
	Token string // as the query line writes it
	Label string
	Count int
}

// Drop is a part of the line, and how many statements there would be without it.
type Drop struct {
	Text  string // a filter or a phrase as it stands in the line, or the quotation marks of a phrase
	Line  string // the line without it
	Count int
}

// Suggestion is something that could stand in the query line.
type Suggestion struct {
	Token string // as the line writes it
	Label string // for people, "" if the token says it all
	Count int    // statements that it would find, -1 if unknown
}
