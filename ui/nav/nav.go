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

// Said is news for the user. It stands in the footer until the next key.
type Said struct {
	Kind Kind
	Text string
}

// Kind is what a piece of news tells.
type Kind uint8

// The kinds of news.
const (
	Info     Kind = iota // something to know, which nobody did
	Finished             // what the user wanted has been done
	Refused              // the key means nothing here, or something else has to be done first
	Failed               // something went wrong
)

// Lasts tells whether the news stays until the user has seen it: nobody is to wonder why nothing happened.
func (s Said) Lasts() bool { return s.Kind >= Refused }

// Done tells the user what was done.
func Done(text string) tea.Cmd { return say(Finished, text) }

// Tell tells the user something to know.
func Tell(text string) tea.Cmd { return say(Info, text) }

// Refuse tells the user why a key does nothing here.
func Refuse(text string) tea.Cmd { return say(Refused, text) }

// Warn tells the user what went wrong.
func Warn(err error) tea.Cmd { return say(Failed, err.Error()) }

func say(kind Kind, text string) tea.Cmd { return func() tea.Msg { return Said{kind, text} } }

// Grown says that more of the collection has been read, so that answers may have changed.
type Grown struct {
	Collection string // its name, "" if it has none
	Problems   Problems
}

// Problems is what could not be used of the collection so far, for a person to read.
type Problems struct {
	Errors   int
	LeftOut  int      // records that can't be used
	Warnings int      // what was repaired or ignored in records that are used
	List     []string // the first problems, each in words
	More     int      // how many are not in the list
	Listing  string   // how to see them all, if that is possible
}

// Marked says that the mark of a statement has been set or taken away, or could not be.
type Marked struct {
	ID    string
	On    bool
	Lasts string // how long, if not for good
	Err   error
}

// News tells the user about it.
func (m Marked) News() Said {
	switch {
	case m.Err != nil:
		return Said{Failed, m.Err.Error()}
	case m.On && m.Lasts != "":
		return Said{Finished, "Marked " + m.Lasts}
	case m.On:
		return Said{Finished, "Marked; is:marked finds all of them"}
	}
	return Said{Finished, "No longer marked"}
}
