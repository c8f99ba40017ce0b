package keys

// The commands.
const (
	Find        ID = "search"
	Open        ID = "open"
	Back        ID = "back"
	NextPane    ID = "next-pane"
	PrevPane    ID = "previous-pane"
	Statements  ID = "statements"
	Positions   ID = "positions"
	Dates       ID = "timeline"
	Commands    ID = "commands"
	ShowKeys    ID = "keys"
	Copy        ID = "copy"
	CopyWords   ID = "copy-words"
	CopyLink    ID = "copy-link"
	OpenSource  ID = "open-source"
	Mark        ID = "mark"
	Quit        ID = "quit"
	Interrupt   ID = "interrupt"
	Suspend     ID = "suspend"
	Redraw      ID = "redraw"
	FreeMouse   ID = "select-text"
	Problems    ID = "problems"
	Plain       ID = "plain"
	SwitchTheme ID = "switch-theme"

	Up       ID = "up"
	Down     ID = "down"
	PageUp   ID = "page-up"
	PageDown ID = "page-down"
	HalfUp   ID = "half-page-up"
	HalfDown ID = "half-page-down"
	Top      ID = "top"
	Bottom   ID = "bottom"
	Next     ID = "next-statement"
	Previous ID = "previous-statement"

	FilterBack    ID = "filter-back"
	FilterForward ID = "filter-forward"
	Clear         ID = "clear"
	Sort          ID = "sort"
	Density       ID = "density"
	Toggle        ID = "toggle"
	Exclude       ID = "exclude"
	Related       ID = "related"
	ShowStand     ID = "position-of-statement"

	Complete       ID = "complete"
	NextChoice     ID = "next-completion"
	PrevChoice     ID = "previous-completion"
	ClearLine      ID = "clear-line"
	KillLine       ID = "kill-line"
	DeleteWord     ID = "delete-word"
	DeleteBackward ID = "delete-backward"
	DeleteForward  ID = "delete-forward"
	CaretLeft      ID = "caret-left"
	CaretRight     ID = "caret-right"
	WordLeft       ID = "word-left"
	WordRight      ID = "word-right"
	LineStart      ID = "line-start"
	LineEnd        ID = "line-end"
)

// table lists every command, in the order in which the footer, the help and the palette show them.
func table() []Command {
	var all []Command
	all = append(all, reading()...)
	all = append(all, filtering()...)
	all = append(all, dating()...)
	all = append(all, standing()...)
	all = append(all, going()...)
	all = append(all, moving()...)
	return append(all, editing()...)
}

// reading is what one does with the statement in view.
func reading() []Command {
	return []Command{
		{ID: Find, Title: "Search", Help: "Puts the cursor into the search box.",
			Keys: []string{"/"}, Scope: Global, Footer: "search"},
		{ID: Toggle, Title: "Choose this facet", Help: "Adds the value to the filter, or takes it out again.",
			Keys: []string{"space"}, Scope: Facets, Footer: "choose"},
		{ID: Exclude, Title: "Leave this facet out", Help: "Shows only what does not have the value.",
			Keys: []string{"x"}, Scope: Facets, Footer: "leave out"},
		{ID: Open, Title: "Open", Help: "Opens what is under the cursor.",
			Keys: []string{"enter"}, Scope: Global | Search | Palette | Choice, Footer: "open"},
		{ID: Back, Title: "Go back one step", Help: "Takes one layer off: an overlay, a pane, the way from another screen, a filter. Never quits.",
			Keys: []string{"esc"}, Scope: Global | modal, Footer: "back"},
		{ID: Copy, Title: "Copy as citation", Help: "Copies the words with who said them, when, and the source.",
			Keys: []string{"y"}, Scope: Sentences, Footer: "copy"},
		{ID: Mark, Title: "Mark", Help: "Marks the statement, so that is:marked finds it, or takes the mark away.",
			Keys: []string{"m"}, Scope: Sentences, Footer: "mark"},
		{ID: OpenSource, Title: "Open the source in the browser", Help: "Opens the source's link outside of the terminal.",
			Keys: []string{"o"}, Scope: Sentences, Footer: "source"},
		{ID: CopyWords, Title: "Copy the words only", Help: "Copies the words of the statement and nothing else.",
			Keys: []string{"Y"}, Scope: Sentences},
		{ID: CopyLink, Title: "Copy the link of the source", Help: "Copies the address of the source.",
			Keys: []string{"u"}, Scope: Sentences},
		{ID: Related, Title: "Go to what is related", Help: "Moves to what else was said on the topic.",
			Keys: []string{"r"}, Scope: Panes},
		{ID: ShowStand, Title: "Go to the position behind this", Help: "Shows the statement's cell among the positions; esc comes back.",
			Keys: []string{"P"}, Scope: Panes},
	}
}

// filtering is what changes which statements are shown, and how.
func filtering() []Command {
	return []Command{
		{ID: Clear, Title: "Clear all filters", Help: "Empties the search line and shows everything.",
			Keys: []string{"c"}, Scope: Global},
		{ID: FilterBack, Title: "Go back to the filter before", Help: "Takes the last change of the search line back.",
			Keys: []string{"[", "alt+left"}, Scope: Global},
		{ID: FilterForward, Title: "Go forward to the filter after", Help: "Does again what going back undid.",
			Keys: []string{"]", "alt+right"}, Scope: Global},
		{ID: Sort, Title: "Change the order", Help: "Best first, newest first, oldest first.",
			Keys: []string{"s"}, Scope: Panes, Footer: "sort"},
		{ID: Density, Title: "Show rows whole or short", Help: "Changes how many lines a row of the list may take.",
			Keys: []string{"e"}, Scope: Panes},
	}
}

// going is what leads from one place of the program to another.
func going() []Command {
	return []Command{
		{ID: NextPane, Title: "Go to the next pane", Help: "Moves the keyboard to the next pane.",
			Keys: []string{"tab"}, Scope: Panes | Matrix | Compare | Timeline, Footer: "pane", Hidden: true},
		{ID: PrevPane, Title: "Go to the previous pane", Help: "Moves the keyboard to the previous pane.",
			Keys: []string{"shift+tab"}, Scope: Panes | Matrix | Compare | Timeline | Search, Hidden: true},
		{ID: Statements, Title: "Show the statements", Help: "Who said what, when.",
			Keys: []string{"1"}, Scope: Global},
		{ID: Positions, Title: "Show the positions", Help: "Where everybody stands on every topic.",
			Keys: []string{"2"}, Scope: Global, Footer: "positions"},
		{ID: Dates, Title: "Show the timeline", Help: "What was said on which day.",
			Keys: []string{"3"}, Scope: Global},
		{ID: Plain, Title: "Show the text plainly", Help: "Shows the text alone, for selecting with the mouse.",
			Keys: []string{"p"}, Scope: Global},
		{ID: Problems, Title: "Show the problems", Help: "Lists what could not be used of the collection, and why.",
			Scope: Global},
		{ID: FreeMouse, Title: "Release the mouse to select text",
			Help: "Lets the terminal select text; the same key captures the mouse again.",
			Keys: []string{"t"}, Scope: Global},
		{ID: SwitchTheme, Title: "Switch between dark and light", Help: "For a terminal that does not tell its background.",
			Scope: Global},
		{ID: Redraw, Title: "Redraw", Help: "Repairs a screen that something else wrote on.",
			Keys: []string{"ctrl+l"}, Scope: Global | Search},
		{ID: Commands, Title: "Find a command", Help: "Lists every command by name, with its key.",
			Keys: []string{":"}, Scope: Global, Footer: "commands", Hidden: true},
		{ID: ShowKeys, Title: "Show the keys", Help: "Lists the keys that work here and now.",
			Keys: []string{"?", "f1"}, Scope: Global | Search | Help, Footer: "keys"},
		{ID: Quit, Title: "Quit", Help: "Leaves the program.",
			Keys: []string{"q"}, Scope: Global | Help | Choice},
		{ID: Interrupt, Title: "Quit at once", Help: "Leaves the program, whatever it is doing.",
			Keys: []string{"ctrl+c"}, Scope: Global, Always: true, Hidden: true},
		{ID: Suspend, Title: "Suspend", Help: "Stops the program; fg brings it back.",
			Keys: []string{"ctrl+z"}, Scope: Global, Always: true},
	}
}

// moving is how the selection moves. While one types, only the keys that are no text move it.
func moving() []Command {
	const everywhere = Moving | typing
	return []Command{
		{ID: Up, Title: "Move up", Help: "Moves the selection up.", Keys: []string{"up", "k"}, Scope: everywhere},
		{ID: Down, Title: "Move down", Help: "Moves the selection down.", Keys: []string{"down", "j"}, Scope: everywhere},
		{ID: PageUp, Title: "Move up a page", Help: "Moves the selection up by a page.",
			Keys: []string{"pgup"}, Scope: everywhere},
		{ID: PageDown, Title: "Move down a page", Help: "Moves the selection down by a page.",
			Keys: []string{"pgdown"}, Scope: everywhere},
		{ID: HalfUp, Title: "Move up half a page", Help: "Moves the selection up by half a page.",
			Keys: []string{"ctrl+u"}, Scope: Moving},
		{ID: HalfDown, Title: "Move down half a page", Help: "Moves the selection down by half a page.",
			Keys: []string{"ctrl+d"}, Scope: Moving},
		{ID: Top, Title: "Move to the first", Help: "Moves the selection to the first entry.",
			Keys: []string{"g", "home"}, Scope: Moving},
		{ID: Bottom, Title: "Move to the last", Help: "Moves the selection to the last entry.",
			Keys: []string{"G", "end"}, Scope: Moving},
		{ID: Next, Title: "Go to the next statement", Help: "Shows the statement after this one.",
			Keys: []string{"n"}, Scope: Panes},
		{ID: Previous, Title: "Go to the statement before", Help: "Shows the statement before this one.",
			Keys: []string{"N"}, Scope: Panes},
	}
}

// editing is how a line is written.
func editing() []Command {
	return []Command{
		{ID: Complete, Title: "Complete", Help: "Takes the completion; without one, goes to the next pane.",
			Keys: []string{"tab"}, Scope: Search, Footer: "complete"},
		{ID: NextChoice, Title: "Next completion", Help: "Chooses the next completion.",
			Keys: []string{"ctrl+n"}, Scope: typing},
		{ID: PrevChoice, Title: "Previous completion", Help: "Chooses the completion before.",
			Keys: []string{"ctrl+p"}, Scope: typing},
		{ID: ClearLine, Title: "Clear the line", Help: "Empties the line.", Keys: []string{"ctrl+u"}, Scope: typing},
		{ID: KillLine, Title: "Delete to the end", Help: "Deletes from the cursor to the end of the line.",
			Keys: []string{"ctrl+k"}, Scope: typing},
		{ID: DeleteWord, Title: "Delete a word", Help: "Deletes the word before the cursor.",
			Keys: []string{"ctrl+w", "alt+backspace"}, Scope: typing},
		{ID: DeleteBackward, Title: "Delete backward", Help: "Deletes the sign before the cursor.",
			Keys: []string{"backspace", "ctrl+h"}, Scope: typing},
		{ID: DeleteForward, Title: "Delete forward", Help: "Deletes the sign after the cursor.",
			Keys: []string{"delete", "ctrl+d"}, Scope: typing},
		{ID: CaretLeft, Title: "Cursor left", Help: "Moves the cursor one sign to the left.",
			Keys: []string{"left"}, Scope: typing},
		{ID: CaretRight, Title: "Cursor right", Help: "Moves the cursor one sign to the right.",
			Keys: []string{"right", "ctrl+f"}, Scope: typing},
		{ID: WordLeft, Title: "Cursor one word left", Help: "Moves the cursor one word to the left.",
			Keys: []string{"ctrl+left", "alt+left", "alt+b"}, Scope: typing},
		{ID: WordRight, Title: "Cursor one word right", Help: "Moves the cursor one word to the right.",
			Keys: []string{"ctrl+right", "alt+right", "alt+f"}, Scope: typing},
		{ID: LineStart, Title: "Cursor to the start", Help: "Moves the cursor to the start of the line.",
			Keys: []string{"home", "ctrl+a"}, Scope: typing},
		{ID: LineEnd, Title: "Cursor to the end", Help: "Moves the cursor to the end of the line.",
			Keys: []string{"end", "ctrl+e"}, Scope: typing},
	}
}
