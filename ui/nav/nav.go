// Package nav holds what screens and the root say to each other: requests, never orders to fields. It knows no
// statement.
package nav

import (
	tea "charm.land/bubbletea/v2"

	"onrecord/ui/keys"
)

// Go asks for a screen, with a query line in force there. Going back one step from there leads back.
type Go struct {
	Screen keys.ID // the command that leads to the screen
	Line   string
	Cell   Cell // where to put the cursor, if the screen has cells
}

// Cell is a place on the screen of positions: where an actor stands on a topic, each by its id. The zero value is none.
type Cell struct{ Actor, Topic string }

// Choose asks the user for one of several.
type Choose struct {
	Title   string
	Options []Option
}

// Option is what can be chosen: what it is called, what is to be said about it, and what choosing it asks for.
type Option struct {
	Name, Note string
	Go         Go
}

// Said is news for the user: what was done, or what could not be.
type Said struct {
	Text string
	Bad  bool
}

// Say tells the user what was done.
func Say(text string) tea.Cmd { return func() tea.Msg { return Said{Text: text} } }

// Warn tells the user what could not be done.
func Warn(err error) tea.Cmd { return func() tea.Msg { return Said{Text: err.Error(), Bad: true} } }

// Grown says that more of the collection has been read, so that answers may have changed.
type Grown struct {
	Collection string // its name, "" if it has none
	LeftOut    int    // records that can't be used, so far
}
