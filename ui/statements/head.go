package statements

import (
	tea "charm.land/bubbletea/v2"

	"onrecord/model/query"
	"onrecord/ui/keys"
	"onrecord/ui/line"
	"onrecord/ui/widget"
)

// head draws the search box with the number of hits, and below it what is in force, or what could be typed.
func (s *Screen) head(width int) ([]string, *tea.Cursor) {
	a := line.Around{Status: s.status(width), Taken: s.answers.last.Taken, Ghost: s.search.ghost()}
	if s.stale() {
		a.Taken = line.Taken{Hints: query.Parse(s.Line()).Hints} // how the line is taken is not known yet
	}
	if len(s.search.choices) > 0 {
		a.Offers = s.suggestions()
	}
	return s.search.Head(s.painter.theme, width, a)
}

// status says how many were found, in which order, and how far reading is, as far as there is room for it.
func (s *Screen) status(width int) widget.Text {
	t, a := s.painter.theme, &s.answers
	if a.failed != nil {
		return line.FailedStatus(t)
	}
	if !a.ready {
		return widget.Styled(t.Faint, "opening"+t.Signs.Ellipsis)
	}
	c := line.Count{Found: a.last.Count, Total: a.last.Total, Stale: s.stale(), Reading: a.last.Reading}
	if width >= mediumFrom {
		c.Order = orderName(query.Parse(s.Line()))
	}
	return c.Status(t, width)
}

// stale tells whether what is drawn answers an older line than the one in the box.
func (s *Screen) stale() bool { return s.answers.ready && s.answers.last.Line != s.Line() }

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

// dropsFrom is the line of the list on which the first part stands that could be dropped.
const dropsFrom = 4

// nothing says that nothing was found, and what to drop for something.
func (s *Screen) nothing() []string {
	p, t := s.painter, s.painter.theme
	width := s.layout.list.width - gutter - 1
	drops := s.answers.last.Drops
	lines := []string{"", "  " + t.Strong.Render("Nothing found."), ""}
	if a := &s.answers.last; a.Total == 0 {
		return append(lines[:1], "  "+t.Strong.Render(a.Reading.Nothing()))
	}
	if len(drops) == 0 {
		for _, line := range widget.Styled(t.Quiet, s.search.WayOut(s.answers.last.Total)).Wrap(width, p.wrapping(0)) {
			lines = append(lines, "  "+line.Styled)
		}
		return lines
	}
	how := keys.KeyLabel("down", t.Options.ASCII) + " selects, enter leaves it out:"
	lines = append(lines, "  "+p.one(widget.Styled(t.Quiet, how), width).Styled)
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
