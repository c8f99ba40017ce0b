package line

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"onrecord/model/query"
	"onrecord/ui/theme"
	"onrecord/ui/widget"
)

// Height is how many lines a head takes: the line, how it was taken, and a hairline.
const Height = 3

// Reading says how a part of the line was taken: Macron → Emmanuel Macron (France).
type Reading struct{ Word, Meaning string }

// Taken is how a line was understood.
type Taken struct {
	Readings []Reading
	Hints    []query.Hint // what was not understood
}

// Around is what stands around a line.
type Around struct {
	Status widget.Text // at its right end
	Taken  Taken
	Ghost  string      // behind the cursor, while one types: how the line could go on
	Offers widget.Text // what could be typed next, in the place of how the line was taken; may be empty
}

// head draws one line with what stands around it.
type head struct {
	*Line
	theme *theme.Theme
	width int
}

// View draws the line with the status at its right end, how it was taken, and a hairline, which is heavy while the line
// has not the keyboard.
func (l *Line) View(t *theme.Theme, width int, status widget.Text, taken Taken) ([]string, *tea.Cursor) {
	lines, cursor := l.Head(t, width, Around{Status: status, Taken: taken})
	sign, style := t.Signs.Heavy, t.Accent
	if l.typing {
		sign, style = t.Signs.Horizontal, t.Line
	}
	return append(lines, style.Render(strings.Repeat(sign, max(0, width)))), cursor
}

// Head draws the line and what is below it, without a hairline.
func (l *Line) Head(t *theme.Theme, width int, a Around) ([]string, *tea.Cursor) {
	h := head{l, t, width}
	drawn, cursor := h.box(a)
	if l.typing && len(a.Offers) > 0 {
		return []string{drawn, h.indented(append(a.Offers, h.hints(a.Taken)...))}, cursor
	}
	return []string{drawn, h.below(a.Taken)}, cursor
}

const (
	indent    = 3  // of the sign before the line
	leastLine = 10 // columns that the status leaves to the line
)

// statusRoom is how many columns a status may have on a screen of some width.
func statusRoom(width int) int { return max(0, width-indent-leastLine-2) }

func (h head) box(a Around) (string, *tea.Cursor) {
	t := h.theme
	right := a.Status.Cut(statusRoom(h.width), h.wrapping())
	room := max(1, h.width-indent-right.Width-2)
	look := widget.Look{
		Style: t.Text, Colour: h.colour, GhostStyle: t.Ghost, Selection: t.Selected, Ellipsis: t.Signs.Ellipsis,
		ASCII: t.Options.ASCII,
	}
	if h.typing {
		look.Ghost = a.Ghost
	} else {
		look.Placeholder = "press / to search: who, what, when"
	}
	line, column := h.prompt.View(room, look)
	drawn := " " + t.Caret.Render(t.Signs.Caret) + " " + line.Pad(room) + " " + right.Styled
	if !h.typing {
		return drawn, nil
	}
	return drawn, widget.Cursor(indent, 0, column)
}

// below shows every filter in force, how its words were taken, and what was not understood.
func (h head) below(taken Taken) string {
	t := h.theme
	text := h.hints(taken) // first, because readings may take the whole width
	if len(text) > 0 && len(taken.Readings) > 0 {
		text = text.Add(t.Faint, "   ")
	}
	for i, reading := range taken.Readings {
		if i > 0 {
			text = text.Add(t.Faint, "  "+t.Signs.Dot+"  ")
		}
		text = text.Add(t.Chip, reading.Word)
		if reading.Meaning != "" {
			text = text.Add(t.Faint, " "+t.Signs.Arrow+" ").Add(t.Quiet, reading.Meaning)
		}
	}
	return h.indented(text)
}

// hints say what was not understood. While one types, what may still become right is said quietly.
func (h head) hints(taken Taken) widget.Text {
	var text widget.Text
	for i, hint := range taken.Hints {
		style := h.theme.Warn
		if h.typing && hint.Unfinished {
			style = h.theme.Faint
		}
		if i > 0 {
			text = text.Add(h.theme.Faint, "   ")
		}
		text = text.Add(style, hint.Text)
	}
	return text
}

func (h head) indented(text widget.Text) string {
	return strings.Repeat(" ", indent) + text.Cut(max(0, h.width-indent-1), h.wrapping()).Styled
}

// colour draws the parts of a query line in their styles.
func (h head) colour(value string) widget.Text {
	var out widget.Text
	at := 0
	for _, g := range query.Parse(value).Groups {
		for _, c := range g.Clauses {
			if c.Pos >= at && c.Pos <= c.End && c.End <= len(value) {
				out = out.Add(h.theme.Text, value[at:c.Pos]).Add(h.style(c), value[c.Pos:c.End])
				at = c.End
			}
		}
	}
	return out.Add(h.theme.Text, value[at:])
}

func (h head) style(c query.Clause) theme.Style {
	switch {
	case c.Not:
		return h.theme.Exclude
	case c.Kind == query.Phrase:
		return h.theme.Phrase
	case c.Kind == query.Filter:
		return h.theme.Field
	}
	return h.theme.Text
}

func (h head) wrapping() widget.Wrapping {
	return widget.Wrapping{MaxLines: 1, Ellipsis: h.theme.Signs.Ellipsis, ASCII: h.theme.Options.ASCII}
}
