package timeline

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"onrecord/model/query"
	"onrecord/ui/theme"
	"onrecord/ui/widget"
)

// The widths from which on there is room for words in full, and for more of them.
const (
	wideFrom  = 80
	roomyFrom = 110
)

// head draws the search line with the number of statements found, below it how the filters were taken, and a hairline.
func (s *Screen) head(width int) ([]string, *tea.Cursor) {
	t := s.theme
	status := s.one(s.status(), width/2)
	const indent = 3
	room := max(1, width-indent-status.Width-2)
	look := widget.Look{
		Style: t.Text, Colour: s.colour, GhostStyle: t.Ghost, Ellipsis: t.Signs.Ellipsis, ASCII: t.Options.ASCII,
	}
	if !s.typing {
		look.Placeholder = "press / to search: who, what, when"
	}
	line, column := s.prompt.View(room, look)
	var cursor *tea.Cursor
	sign, style := t.Signs.Heavy, t.Accent
	if s.typing {
		cursor = widget.Cursor(indent, 0, column)
		sign, style = t.Signs.Horizontal, t.Line
	}
	return []string{
		" " + t.Caret.Render(t.Signs.Caret) + " " + line.Pad(room) + " " + status.Styled,
		"   " + s.one(s.chips(), width-indent-1).Styled,
		style.Render(strings.Repeat(sign, width)),
	}, cursor
}

// status says how many were found, and how far reading is.
func (s *Screen) status() widget.Text {
	t := s.theme
	if s.answer.Chart == nil {
		return widget.Styled(t.Faint, "counting"+t.Signs.Ellipsis)
	}
	number := t.Strong
	if s.stale() {
		number = t.Faint
	}
	text := widget.Styled(number, widget.Thousands(s.all().Len())).Add(t.Quiet, " of "+widget.Thousands(s.answer.Total))
	if p := s.answer.Progress; p != nil {
		return text.Add(t.Warn, fmt.Sprintf(" so far, %d%% read", int(p.Done*100)))
	}
	return text
}

// chips shows every filter in force, how its words were taken, and what was not understood.
func (s *Screen) chips() widget.Text {
	t := s.theme
	var line widget.Text
	for i, reading := range s.answer.Readings {
		if i > 0 {
			line = line.Add(t.Faint, "  "+t.Signs.Dot+"  ")
		}
		line = line.Add(t.Chip, reading.Word)
		if reading.Meaning != "" {
			line = line.Add(t.Faint, " "+t.Signs.Arrow+" ").Add(t.Quiet, reading.Meaning)
		}
	}
	for _, hint := range s.answer.Hints {
		if !s.typing || !hint.Unfinished {
			line = line.Add(t.Faint, "   ").Add(t.Warn, hint.Text)
		}
	}
	return line
}

// colour draws the parts of a query line in their styles.
func (s *Screen) colour(line string) widget.Text {
	var out widget.Text
	at := 0
	for _, g := range query.Parse(line).Groups {
		for _, c := range g.Clauses {
			if c.Pos >= at && c.Pos <= c.End && c.End <= len(line) {
				out = out.Add(s.theme.Text, line[at:c.Pos]).Add(s.clauseStyle(c), line[c.Pos:c.End])
				at = c.End
			}
		}
	}
	return out.Add(s.theme.Text, line[at:])
}

func (s *Screen) clauseStyle(c query.Clause) theme.Style {
	switch {
	case c.Not:
		return s.theme.Exclude
	case c.Kind == query.Phrase:
		return s.theme.Phrase
	case c.Kind == query.Filter:
		return s.theme.Field
	}
	return s.theme.Text
}

// one draws a text on one line of at most width columns.
func (s *Screen) one(text widget.Text, width int) widget.Line {
	return text.Cut(max(0, width), s.wrapping())
}

func (s *Screen) wrapping() widget.Wrapping {
	return widget.Wrapping{MaxLines: 1, Ellipsis: s.theme.Signs.Ellipsis, ASCII: s.theme.Options.ASCII}
}

// ends draws a line with something at either end; the left part is cut where it would touch the right one.
func (s *Screen) ends(left, right widget.Text, width int) string {
	r := s.one(right, width)
	l := s.one(left, width-r.Width-1)
	return l.Pad(width-r.Width) + r.Styled
}
