package cli

import (
	"slices"
	"strings"

	"onrecord/data/report"
	"onrecord/model/position"
	"onrecord/ui/quote"
	"onrecord/ui/widget"
)

// The room of an actor beside another.
const (
	sideGap   = 3
	leastSide = 24
)

// sides are actors set side by side.
type sides struct {
	*page
	report *report.Report
	found  position.Comparison
	width  int  // of one actor
	beside bool // there is room for all of them side by side
}

// comparison draws where actors stand, the topics on which they differ first.
func (p *page) comparison(r *report.Report) {
	s := &sides{page: p, report: r, found: r.Matrix.Compare(r.Rows...)}
	n := len(r.Rows)
	s.width = (p.width - sideGap*(n-1)) / n
	if s.beside = s.width >= leastSide; !s.beside {
		s.width = p.width
	}
	for _, words := range r.Agreed() {
		s.lines(widget.Styled(p.theme.Strong, words))
	}
	s.print("")
	for i := range s.found.Lines {
		s.topic(&s.found.Lines[i])
	}
	s.legend()
	s.lines(widget.Styled(p.theme.Strong, widget.Thousands(r.Matrix.Statements)+" of "+counted(r.Total, "statement", "statements")).
		Add(p.theme.Quiet, "  "+p.theme.Signs.Dot+"  "+counted(len(s.found.Lines), "topic", "topics")))
	s.inForce(r)
}

// topic draws one topic.
func (s *sides) topic(line *position.CompareLine) {
	t := s.theme
	name := widget.Styled(t.Title, line.Column.Topic.Name).Add(t.Quiet, "  "+report.Together(line.Relation))
	s.lines(name)
	if proposition := line.Column.Topic.Proposition; proposition != "" {
		s.lines(widget.Styled(t.Faint, proposition))
	}
	blocks := make([][]string, len(s.found.Rows))
	for k := range blocks {
		blocks[k] = s.side(line, k)
	}
	drawn := slices.Concat(blocks...)
	if s.beside {
		drawn = widget.Columns(blocks, s.width, sideGap)
	}
	for _, l := range drawn {
		s.print(strings.TrimRight(l, " "))
	}
	s.print("")
}

// side is where one actor stands on a topic, with its strongest statement, whole.
func (s *sides) side(line *position.CompareLine, k int) []string {
	t, cell := s.theme, &line.Cells[k]
	style, sign := t.Stance(cell.Stand.String())
	head := widget.Styled(style, sign+" ").Add(t.Strong, s.found.Rows[k].Speaker.Short()).Add(t.Text, ": "+cell.Words())
	if n := behind(cell); n > 0 {
		head = head.Add(t.Faint, " ("+counted(n, "statement", "statements")+")")
	}
	var lines []string
	for _, l := range head.Wrap(s.width, s.wrapping(0)) {
		lines = append(lines, l.Styled)
	}
	m := line.Strongest[k]
	if m == nil {
		return lines
	}
	for _, l := range s.whole(s.report.Matrix, *m, s.width-len(indent)) {
		lines = append(lines, indent+l.Styled)
	}
	return lines
}

// indent stands before the words of a statement.
const indent = "  "

// whole is a statement, whole, with who said it, when, and its id.
func (p *page) whole(matrix *position.Matrix, m position.Mention, width int) []widget.Line {
	t, st := p.theme, matrix.Statement(m)
	w := p.wrapping(0)
	w.Breaks = true
	lines := quote.New(&st, t, t.Text, nil).Wrap(width, w)
	who := widget.Styled(t.Quiet, st.Speaker.Name+", "+st.Day.Long())
	lines = append(lines, who.Wrap(width, p.wrapping(0))...)
	return append(lines, widget.Styled(t.Faint, st.ID).Wrap(width, p.wrapping(0))...)
}
