// Package line is the query line at the head of a screen: the line that one types into, how its words were taken, and
// the lines that were in force before.
package line

import (
	tea "charm.land/bubbletea/v2"

	"onrecord/ui/keys"
	"onrecord/ui/widget"
)

// Line is the query line of a screen. It knows what is in force, and not what that finds.
type Line struct {
	prompt widget.Prompt
	typing bool
	past   []string // the lines that were in force, the present one among them
	at     int
}

// New makes a line that is in force.
func New(value string) *Line {
	l := &Line{past: []string{value}}
	l.prompt.SetValue(value)
	return l
}

// Value returns the line as it stands.
func (l *Line) Value() string { return l.prompt.Value() }

// Caret is where in the line the cursor stands, in bytes; AtEnd tells whether that is behind the last sign.
func (l *Line) Caret() int  { return l.prompt.Caret() }
func (l *Line) AtEnd() bool { return l.prompt.AtEnd() }

// Replace puts another text into the line while one types, with the cursor at a byte of it. It does not come into force
// before the line is left.
func (l *Line) Replace(value string, caret int) {
	l.prompt.SetValue(value)
	l.prompt.SetCaret(caret)
}

// Typing tells whether the line has the keyboard.
func (l *Line) Typing() bool { return l.typing }

// Enter gives the line the keyboard. What stands there is selected, so that a new line can be typed at once.
func (l *Line) Enter() {
	if !l.typing {
		l.typing = true
		l.prompt.SelectAll()
	}
}

// Selected tells whether the line is selected.
func (l *Line) Selected() bool { return l.prompt.Selected() }

// Leave takes the keyboard away, and keeps what was typed.
func (l *Line) Leave() {
	l.typing = false
	l.prompt.Deselect()
	l.visit(l.prompt.Value())
}

// Set puts another line in force.
func (l *Line) Set(value string) {
	l.prompt.SetValue(value)
	l.visit(value)
}

// visit notes that a line came into force; what lay ahead is forgotten, as after following a link.
func (l *Line) visit(value string) {
	if l.past[l.at] != value {
		l.past = append(l.past[:l.at+1:l.at+1], value)
		l.at++
	}
}

// CanStep tells whether there is a line before (-1) or after (1) this one.
func (l *Line) CanStep(by int) bool { return l.at+by >= 0 && l.at+by < len(l.past) }

// Step puts the line before (-1) or after (1) in force, and reports false at either end.
func (l *Line) Step(by int) bool {
	if !l.CanStep(by) {
		return false
	}
	l.at += by
	l.prompt.SetValue(l.past[l.at])
	return true
}

// Edited is what a command did to the line.
type Edited uint8

// What a command can do.
const (
	Nothing Edited = iota // it is no command of the line
	Moved                 // the line is as it was
	Changed               // the line reads differently now
	Left                  // the line gave the keyboard away
)

// Refusal says why a command does nothing while one types. The line by itself has nothing to complete.
func (l *Line) Refusal(id keys.ID) string {
	switch id {
	case keys.Complete, keys.NextChoice, keys.PrevChoice:
		return "Nothing to complete here"
	}
	return ""
}

// Edit carries out a command while the line has the keyboard.
func (l *Line) Edit(id keys.ID) Edited {
	switch id {
	case keys.Back, keys.Open, keys.PrevPane:
		l.Leave()
		return Left
	case keys.Complete, keys.NextChoice, keys.PrevChoice:
		return Moved
	}
	changed, known := l.prompt.Edit(id)
	switch {
	case changed:
		return Changed
	case known:
		return Moved
	}
	return Nothing
}

// Type takes what is typed or pasted, and tells whether the line reads differently now.
func (l *Line) Type(msg tea.Msg) bool {
	text := ""
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		text = msg.Text
	case tea.PasteMsg:
		text = msg.Content
	}
	return text != "" && l.prompt.Insert(text)
}
