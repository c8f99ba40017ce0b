package positions

import (
	"onrecord/model"
	"onrecord/ui/quote"
	"onrecord/ui/theme"
	"onrecord/ui/widget"
)

// quote lays out what was said.
func (p painter) quote(s *model.Statement, style theme.Style, width, maxLines int) []string {
	var lines []string
	for _, line := range quote.New(s, p.theme, style, nil).Wrap(max(1, width), p.wrapping(maxLines)) {
		lines = append(lines, line.Styled)
	}
	return lines
}

// quoteLine is a statement on one line: when, by whom, and what.
func (p painter) quoteLine(s *model.Statement, style theme.Style, width int) string {
	const gap, leastWords, names, namesFrom = 2, 12, 20, 60
	who := widget.Styled(p.theme.Faint, s.Day.Column()+"  ").Add(p.theme.Quiet, s.Speaker.Short())
	drawn := p.one(who, width)
	head, room := drawn.Styled, width-drawn.Width-gap
	if width >= namesFrom {
		// What was said begins in one column.
		most := len(s.Day.Column()) + 2 + names
		head, room = p.one(who, most).Pad(most), width-most-gap
	}
	if room < leastWords {
		return head
	}
	return head + spaces(gap) + p.quote(s, style, room, 1)[0]
}
