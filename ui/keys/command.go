// Package keys is the one registry of what a user can do and with which key.
//
// Key handling, the footer, the help, the palette and the table in the README all read the same rows, so
// none of them can tell something that another does not do. No other package holds the name of a key.
package keys

import "strings"

// ID names a command; screens switch on it.
type ID string

// Scope is a set of places where a command works. A screen asks with the place that has the keyboard.
type Scope uint32

// The places. Global is underneath all of them, except those that are modal.
const (
	Global  Scope = 1 << iota
	Search        // typing in the search box
	List          // the list of statements
	Facets        // the facets beside it
	Detail        // the detail of one statement
	Palette       // choosing a command by name
	Help          // reading the keys
	Matrix
	Timeline
	Compare
	Shifts
	TopicPage
	RulePage
	Choice // choosing one of a few
	Jump   // typing the name of a row or a column

	// Panes are the three panes of the statements screen.
	Panes = List | Facets | Detail
	// Sentences is every place where the words of one statement are shown.
	Sentences = Panes | Compare | Shifts | TopicPage | Timeline
	// Moving is every place where a selection or a page can be moved.
	Moving = Panes | Help | Choice | Matrix | Timeline | Compare | Shifts | TopicPage | RulePage

	typing = Search | Palette | Jump
	modal  = typing | Help | Choice
)

var scopeNames = []struct {
	scope Scope
	name  string
}{
	{Global, "Everywhere"}, {Search, "Search box"}, {List, "List"}, {Facets, "Facets"}, {Detail, "Detail"},
	{Palette, "Palette"}, {Help, "Help"}, {Matrix, "Positions"}, {Timeline, "Timeline"},
	{Compare, "Comparison"}, {Shifts, "Shifts"}, {TopicPage, "Topic"}, {RulePage, "Rule"}, {Choice, "Choice"}, {Jump, "Go to a name"},
}

// String names the places of s.
func (s Scope) String() string {
	var names []string
	for _, n := range scopeNames {
		if s&n.scope != 0 {
			names = append(names, n.name)
		}
	}
	return strings.Join(names, ", ")
}

// Command is one thing a user can do.
type Command struct {
	ID     ID
	Title  string   // what it does, as an imperative
	Help   string   // the same in one sentence
	Keys   []string // as Bubble Tea names them, the best one first; none: only in the palette
	Scope  Scope    // where it works
	Footer string   // short label; empty: not in the footer
	Always bool     // works even where a modal place hides the global commands
	Hidden bool     // not offered by the palette, because it makes no sense there (moving, editing)
}
