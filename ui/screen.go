package ui

import (
	tea "charm.land/bubbletea/v2"

	"onrecord/ui/keys"
	"onrecord/ui/nav"
	"onrecord/ui/theme"
)

// Screen is one of the program's screens. The root gives it a size, keys and messages, and joins what it draws with the
// title above and the footer below.
type Screen interface {
	// Init returns what the screen needs done when the program starts.
	Init() tea.Cmd
	// Update takes a message that is neither a key nor the mouse.
	Update(tea.Msg) tea.Cmd
	// Do carries out a command. It reports whether the command means anything here.
	Do(keys.ID) (tea.Cmd, bool)
	// Refusal says in a sentence why a command does nothing here and now, "" if it does something. What is refused is
	// not carried out, and neither the footer nor the help nor the palette offers it.
	Refusal(keys.ID) string
	// Type takes what is typed or pasted while the scope is one in which one types.
	Type(tea.Msg) tea.Cmd
	// Click takes a click on a cell of the screen, Wheel a turn of the wheel over it, by lines.
	Click(x, y int) tea.Cmd
	Wheel(x, y, by int) tea.Cmd
	// Narrow puts a query line in force.
	Narrow(line string) tea.Cmd
	// Line is the query line in force. It holds on every screen that is shown next.
	Line() string
	// Rests tells whether nothing has been opened on the screen that going back one step would close.
	Rests() bool
	// Resize tells how much room there is.
	Resize(width, height int)
	// Scope is the place that has the keyboard.
	Scope() keys.Scope
	// SetTheme tells how things look from now on.
	SetTheme(*theme.Theme)
	// View draws the screen as lines, at most as many and as wide as there is room, and says where the cursor stands.
	View() ([]string, *tea.Cursor)
	// Plain returns the text in view without any furniture, for selecting with the mouse.
	Plain() string
}

// seeker is a screen on which a cell can be gone to.
type seeker interface {
	Seek(nav.Cell) tea.Cmd
}

// dragger is a screen on which something is chosen by moving the mouse with its button down.
type dragger interface {
	// Drag takes the place of the mouse while the button that Click told of is down, Release where it is let go.
	Drag(x, y int) tea.Cmd
	Release(x, y int) tea.Cmd
}

// Tab is a screen in its place: the command that leads to it, and its name.
type Tab struct {
	Command keys.ID
	Name    string
	Screen  Screen
}

// refuser is an overlay in which a command may do nothing. It says why, "" if the command does something.
type refuser interface {
	refuses(keys.ID) string
}

// overlay is what lies on top of a screen and has the keyboard: the palette, the keys, the plain text.
type overlay interface {
	scope() keys.Scope
	// do carries out a command; done tells that the overlay has served its turn, and then is what follows, or nil.
	do(keys.ID) (then tea.Msg, done bool)
	typed(tea.Msg)
	click(x, y int) (then tea.Msg, done bool)
	wheel(by int)
	view(width, height int) (lines []string, cursor *tea.Cursor, full bool)
}
