package positions

import (
	"cmp"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"onrecord/model/fold"
	"onrecord/ui/keys"
	"onrecord/ui/widget"
)

// jump goes to the row or the column whose name is typed.
type jump struct {
	typing bool
	prompt widget.Prompt
	from   [2]int   // the row and the column where it began
	found  [][2]int // rows or columns that fit, best first; the other one is that of from
	at     int      // among found
}

// beginJump takes the keyboard.
func (g *grid) beginJump() {
	g.jump = jump{typing: true, from: [2]int{g.row, g.column}}
}

// doJump carries out a command while a name is typed.
func (g *grid) doJump(id keys.ID) (tea.Cmd, bool) {
	j := &g.jump
	switch id {
	case keys.StayHere:
		j.typing = false
		return nil, true
	case keys.Back:
		j.typing = false
		g.row, g.column = j.from[0], j.from[1]
		return g.moved(), true
	case keys.Down, keys.NextChoice:
		return g.hop(1), true
	case keys.Up, keys.PrevChoice:
		return g.hop(-1), true
	}
	changed, known := j.prompt.Edit(id)
	if !changed {
		return nil, known
	}
	return g.findNames(), true
}

// typeJump takes letters of a name.
func (g *grid) typeJump(text string) tea.Cmd {
	if text == "" || !g.jump.prompt.Insert(text) {
		return nil
	}
	return g.findNames()
}

// hop goes to the next name that fits.
func (g *grid) hop(by int) tea.Cmd {
	j := &g.jump
	if n := len(j.found); n > 0 {
		j.at = (j.at + by + n) % n
		g.row, g.column = j.found[j.at][0], j.found[j.at][1]
	}
	return g.moved()
}

// findNames looks for the name that has been typed: actors before topics, those whose name begins so before those with a
// word that does.
func (g *grid) findNames() tea.Cmd {
	j := &g.jump
	j.found, j.at = nil, 0
	typed := fold.String(strings.TrimSpace(j.prompt.Value()))
	if typed == "" {
		g.row, g.column = j.from[0], j.from[1]
		return g.moved()
	}
	type fit struct {
		place [2]int
		rank  int
	}
	var fits []fit
	add := func(place [2]int, names ...string) {
		if rank := nameRank(typed, names); rank > 0 {
			fits = append(fits, fit{place, rank})
		}
	}
	for i, e := range g.cast.entries {
		add([2]int{i, max(0, j.from[1])}, append(slices.Clone(e.row.Speaker.Aliases), e.row.Speaker.Name, e.row.Speaker.Short())...)
	}
	for i, c := range g.cast.matrix.Columns {
		add([2]int{max(0, j.from[0]), i}, append(slices.Clone(c.Topic.Aliases), c.Topic.Name)...)
	}
	slices.SortStableFunc(fits, func(a, b fit) int { return cmp.Compare(b.rank, a.rank) })
	for _, f := range fits {
		j.found = append(j.found, f.place)
	}
	return g.hop(0)
}

// nameRank is 2 if a name begins with what was typed, 1 if a word in it does, and otherwise 0.
func nameRank(typed string, names []string) int {
	rank := 0
	for _, name := range names {
		name = fold.String(name)
		switch {
		case strings.HasPrefix(name, typed):
			return 2
		case strings.Contains(" "+name, " "+typed):
			rank = 1
		}
	}
	return rank
}

// jumpHead is what introduces the name.
const jumpHead = "Go to: "

// jumpLine draws what has been typed, and how many names fit.
func (g *grid) jumpLine(width int) (string, *tea.Cursor) {
	t, j := g.theme, &g.jump
	var note widget.Text
	switch {
	case len(j.found) > 0:
		note = widget.Styled(t.Quiet, widget.Thousands(j.at+1)+" of "+widget.Thousands(len(j.found)))
	case j.prompt.Value() != "":
		note = widget.Styled(t.Warn, "no such name")
	}
	room := max(1, width-len(jumpHead)-note.Width()-2)
	line, column := j.prompt.View(room, widget.Look{
		Style: t.Text, GhostStyle: t.Ghost, Ellipsis: t.Signs.Ellipsis, ASCII: t.Options.ASCII, Placeholder: "an actor or a topic",
	})
	return t.Caret.Render(jumpHead) + line.Pad(room) + " " + g.one(note, width).Styled, widget.Cursor(1+len(jumpHead), 0, column)
}
