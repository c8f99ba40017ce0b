// Package nav holds what screens and the root say to each other: requests, never orders to fields. It knows no
// statement.
package nav

import (
	tea "charm.land/bubbletea/v2"

	"onrecord/ui/keys"
)

// Filtered says that a query line came into force. It holds on all screens.
type Filtered struct{ Line string }

// Go asks for a screen, with a query line in force there.
type Go struct {
	Screen keys.ID // the command that leads to the screen
	Line   string
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
}
