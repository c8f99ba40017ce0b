package statements

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"onrecord/model/query"
	"onrecord/ui/widget"
)

// head draws the search box with the number of hits, and below it what is in force, or what could be typed.
func (s *Screen) head(width int) ([]string, *tea.Cursor) {
	t := s.painter.theme
	status := s.painter.one(s.status(width), width/2)
	left := " " + t.Caret.Render(t.Signs.Caret) + " "
	const indent = 3
	room := max(1, width-indent-status.Width-2)
	look := widget.Look{
		Style: t.Text, Colour: s.painter.colour, GhostStyle: t.Ghost, Ellipsis: t.Signs.Ellipsis, ASCII: t.Options.ASCII,
		Placeholder: "press / to search: who, what, when",
	}
	var cursor *tea.Cursor
	if s.search.active {
		look.Ghost, look.Placeholder = s.search.ghost(), ""
	}
	line, column := s.search.prompt.View(room, look)
	if s.search.active {
		cursor = widget.Cursor(indent, 0, column)
	}
	return []string{left + line.Pad(room) + " " + status.Styled, "   " + s.below(width-indent-1)}, cursor
}

// status says how many were found, in which order, and how far reading is.
func (s *Screen) status(width int) widget.Text {
	t, a := s.painter.theme, &s.answers
	if !a.ready {
		return widget.Styled(t.Faint, "opening"+t.Signs.Ellipsis)
	}
	text := widget.Styled(t.Strong, widget.Thousands(a.last.Count)).Add(t.Quiet, " of "+widget.Thousands(a.last.Total))
	if p := a.last.Reading; p != nil {
		if p.Done == 0 { // nobody knows how much there is
			return text.Add(t.Warn, " so far, reading"+t.Signs.Ellipsis)
		}
		return text.Add(t.Warn, fmt.Sprintf(" so far, %d%% read", int(p.Done*100)))
	}
	if width >= mediumFrom {
		text = text.Add(t.Faint, "  "+t.Signs.Dot+"  "+orderName(query.Parse(s.search.prompt.Value())))
	}
	return text
}

// orderName says in which order a query's answers stand. Without words to match, the best are the newest.
func orderName(q query.Query) string {
	switch {
	case q.Sort == query.Oldest:
		return "oldest first"
	case q.Sort == query.Newest || !ranked(q):
		return "newest first"
	}
	return "best first"
}

// ranked tells whether a query has words by which answers can be better or worse.
func ranked(q query.Query) bool {
	for _, g := range q.Groups {
		for _, c := range g.Clauses {
			if !c.Not && c.Kind != query.Filter {
				return true
			}
		}
	}
	return false
}

// below is the second line: suggestions while one types, or else hints, and how the filters in force were taken.
func (s *Screen) below(width int) string {
	t := s.painter.theme
	if s.search.active && len(s.search.choices) > 0 {
		return s.painter.one(s.suggestions(), width).Styled
	}
	line := s.chips()
	for _, hint := range s.answers.last.Hints {
		if s.search.active && hint.Unfinished {
			continue
		}
		line = line.Add(t.Warn, hint.Text+"  ")
	}
	return s.painter.one(line, width).Styled
}

// suggestions lists what could be typed next; tab takes the one that stands out.
func (s *Screen) suggestions() widget.Text {
	t := s.painter.theme
	line := widget.Styled(t.KeyName, "tab").Add(t.Faint, " ")
	for i, choice := range s.search.choices {
		style := t.Quiet
		if i == max(0, s.search.choice) {
			style = t.Accent
		}
		line = line.Add(style, choice.Token)
		switch {
		case choice.Count >= 0:
			line = line.Add(t.Faint, " "+widget.Thousands(choice.Count))
		case choice.Label != "" && i == max(0, s.search.choice):
			line = line.Add(t.Faint, " "+choice.Label)
		}
		line = line.Add(t.Faint, "   ")
	}
	return line
}

// chips shows every filter in force, and how its words were taken.
func (s *Screen) chips() widget.Text {
	t := s.painter.theme
	var line widget.Text
	gap := func() {
		if len(line) > 0 {
			line = line.Add(t.Faint, "  "+t.Signs.Dot+"  ")
		}
	}
	for _, reading := range s.answers.last.Readings {
		gap()
		line = line.Add(t.Chip, reading.Word)
		if reading.Meaning != "" {
			line = line.Add(t.Faint, " "+t.Signs.Arrow+" ").Add(t.Quiet, reading.Meaning)
		}
	}
	if len(line) > 0 {
		line = line.Add(t.Faint, "   ")
	}
	return line
}

// colour draws the parts of a query line in their styles.
func (p painter) colour(line string) widget.Text {
	t := p.theme
	var out widget.Text
	at := 0
	for _, g := range query.Parse(line).Groups {
		for _, c := range g.Clauses {
			if c.Pos < at || c.End > len(line) || c.End < c.Pos {
				continue
			}
			out = out.Add(t.Text, line[at:c.Pos])
			style := t.Text
			switch {
			case c.Not:
				style = t.Exclude
			case c.Kind == query.Phrase:
				style = t.Phrase
			case c.Kind == query.Filter:
				style = t.Field
			}
			out = out.Add(style, line[c.Pos:c.End])
			at = c.End
		}
	}
	return out.Add(t.Text, line[at:])
}

// nothing says that nothing was found, and which single filter to drop for something.
func (s *Screen) nothing() []string {
	p, t := s.painter, s.painter.theme
	width := s.layout.list.width - gutter - 1
	drops := s.answers.last.Drops
	lines := []string{"", "  " + t.Strong.Render("Nothing found."), ""}
	if s.answers.last.Total == 0 && s.answers.last.Reading == nil {
		return append(lines[:1], "  "+t.Strong.Render("This collection holds no statements."))
	}
	if len(drops) == 0 {
		hint := "Nothing changes that by dropping one filter; c clears all."
		return append(lines, "  "+p.one(widget.Styled(t.Quiet, hint), width).Styled)
	}
	lines = append(lines, "  "+p.one(widget.Styled(t.Quiet, "Enter drops the filter under the cursor:"), width).Styled)
	for i, drop := range drops {
		style := t.Quiet
		if i == s.dropping {
			style = t.Strong
		}
		left := widget.Styled(style, "without ").Add(t.Chip, drop.Text)
		lines = append(lines, p.bar(i == s.dropping)+p.ends(left, widget.Styled(t.Faint, widget.Thousands(drop.Count)), min(width, 60)))
	}
	return lines
}
