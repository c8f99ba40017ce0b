package timeline

import (
	"onrecord/ui/line"
	"onrecord/ui/widget"
)

// The widths from which on there is room for words in full, and for more of them.
const (
	wideFrom  = 80
	roomyFrom = 110
)

// status says how many were found, and how far reading is.
func (s *Screen) status() widget.Text {
	t := s.theme
	if s.asked.failed != nil {
		return line.FailedStatus(t)
	}
	if s.answer.Chart == nil {
		return widget.Styled(t.Faint, "counting"+t.Signs.Ellipsis)
	}
	c := line.Count{Found: s.all().Len(), Total: s.answer.Total, Stale: s.stale(), Reading: s.answer.Reading}
	return c.Status(t, s.layout.width)
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
