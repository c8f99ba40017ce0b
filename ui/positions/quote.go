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

// mark is the sign of a marked statement, and the space behind it; nothing for others.
func (p painter) mark(s *model.Statement) widget.Text {
	if !p.marked(s.ID) {
		return nil
	}
	return widget.Styled(p.theme.Accent, p.theme.Signs.Marked+" ")
}

// The widths from which on a statement stands on one line, and from which on names have more room there.
const (
	oneLineFrom = 44
	namesFrom   = 60
)

// quoteLine is a statement on one line: when, by whom, and what, each in a column of its own; where that has no room, what
// was said stands on a second line.
func (p painter) quoteLine(s *model.Statement, style theme.Style, width int) []string {
	const gap, indent = 2, 2
	who := append(widget.Styled(p.theme.Faint, s.Day.Column()+"  "), p.mark(s)...).Add(p.theme.Quiet, s.Speaker.Short())
	if width < oneLineFrom {
		return []string{p.one(who, width).Styled, spaces(indent) + p.quote(s, style, width-indent, 1)[0]}
	}
	names := 14
	if width >= namesFrom {
		names = 20
	}
	head := widget.Width(s.Day.Column()) + 2 + names
	return []string{p.one(who, head).Pad(head+gap) + p.quote(s, style, width-head-gap, 1)[0]}
}
