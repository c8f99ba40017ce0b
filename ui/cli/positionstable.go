package cli

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"onrecord/data/report"
	"onrecord/model/position"
	"onrecord/ui/theme"
	"onrecord/ui/widget"
)

// matrixTable is a matrix drawn for reading.
type matrixTable struct {
	*page
	report  *report.Report
	columns []tableColumn
	name    int // columns of an actor's name
	total   int // columns of its number of statements
	digits  int // columns of the greatest number in a cell
}

// tableColumn is a topic with the width that it gets.
type tableColumn struct {
	*position.Column
	width int
}

// The columns of a cell: sign, space, number and move are four and the digits; its name gets more, but no more than can
// be seen as one table.
const (
	cellFrame = 3
	leastCell = 8
	mostCell  = 16
	mostName  = 26
	cellGap   = 2
)

// matrix draws where everybody stands: as many topics as there is room for.
func (p *page) matrix(r *report.Report) {
	t := newMatrixTable(p, r)
	t.heads()
	for _, row := range r.Rows {
		t.row(row)
	}
	t.print("")
	t.legend()
	t.propositions()
	t.counts()
}

func newMatrixTable(p *page, r *report.Report) *matrixTable {
	t := &matrixTable{page: p, report: r}
	for _, row := range r.Rows {
		t.name = max(t.name, widget.Width(rowName(row)))
		t.total = max(t.total, len(widget.Thousands(row.Statements)))
		for _, c := range r.Columns() {
			cell := row.Cell(c)
			t.digits = max(t.digits, len(widget.Thousands(behind(&cell))))
		}
	}
	t.total = max(t.total, len("all"))
	t.name = min(t.name, mostName, max(8, p.width/3))
	room := p.width - t.name - cellGap - t.total
	for _, c := range r.Columns() {
		width := t.cellWidth(c.Topic.Name)
		if room -= cellGap + width; room < 0 {
			break
		}
		t.columns = append(t.columns, tableColumn{c, width})
	}
	return t
}

// cellWidth is how wide a column is: as its numbers need, and as the longest word of its name, within bounds.
func (t *matrixTable) cellWidth(name string) int {
	width := leastCell
	for _, word := range strings.Fields(name) {
		width = max(width, widget.Width(word))
	}
	return max(t.digits+cellFrame, min(width, mostCell))
}

// rowName names a row; a speaker stands below the actor.
func rowName(row *position.Row) string {
	if row.Actor != nil {
		return "  " + row.Speaker.Name
	}
	return row.Speaker.Short()
}

// behind is how many statements stand behind a cell: those that take a position, or if none does, those about it.
func behind(c *position.Cell) int {
	if c.Stand.Taken() {
		return c.Taken()
	}
	return c.Statements()
}

// heads draws the names of the topics, standing on the first row.
func (t *matrixTable) heads() {
	heads := make([][]widget.Line, len(t.columns))
	tall := 1
	for i, c := range t.columns {
		heads[i] = widget.Styled(t.theme.Quiet, c.Topic.Name).Wrap(c.width, t.wrapping(0))
		tall = max(tall, len(heads[i]))
	}
	for y := range tall {
		var b strings.Builder
		all := ""
		if y == tall-1 {
			all = "all"
		}
		b.WriteString(strings.Repeat(" ", t.name+cellGap) + widget.FitRight(t.theme.Faint, all, t.total, t.theme.Signs.Ellipsis))
		for i, c := range t.columns {
			b.WriteString(strings.Repeat(" ", cellGap))
			if part := y - (tall - len(heads[i])); part >= 0 {
				b.WriteString(heads[i][part].Pad(c.width))
			} else {
				b.WriteString(strings.Repeat(" ", c.width))
			}
		}
		t.print(strings.TrimRight(b.String(), " "))
	}
}

func (t *matrixTable) row(row *position.Row) {
	style := t.theme.Strong
	if row.Actor != nil {
		style = t.theme.Quiet
	}
	var b strings.Builder
	b.WriteString(widget.Fit(style, rowName(row), t.name, t.theme.Signs.Ellipsis) + strings.Repeat(" ", cellGap))
	b.WriteString(widget.FitRight(t.theme.Faint, widget.Thousands(row.Statements), t.total, t.theme.Signs.Ellipsis))
	for _, c := range t.columns {
		cell := row.Cell(c.Column)
		style, text := t.cell(&cell)
		b.WriteString(strings.Repeat(" ", cellGap))
		style.Append(&b, text)
		b.WriteString(strings.Repeat(" ", max(0, c.width-utf8.RuneCountInString(text))))
	}
	t.print(strings.TrimRight(b.String(), " "))
}

// cell is a position in signs. The numbers of all cells of a column end in one column.
func (t *matrixTable) cell(c *position.Cell) (theme.Style, string) {
	style, sign := t.theme.Stance(c.Stand.String())
	if c.Stand == position.Silent {
		return style, sign
	}
	if c.Stand == position.Spoke {
		style = t.theme.Quiet
	}
	move := " "
	switch c.Move {
	case position.Up:
		move = t.theme.Signs.MovedUp
	case position.Down:
		move = t.theme.Signs.MovedDown
	}
	return style, fmt.Sprintf("%s %*s%s", sign, t.digits, widget.Thousands(behind(c)), move)
}

// legend tells the signs apart: as many in a line as there is room for.
func (p *page) legend() {
	signs := p.theme.Signs
	var line widget.Text
	add := func(style theme.Style, sign, words string) {
		item := widget.Styled(style, sign).Add(p.theme.Faint, " "+words)
		if len(line) > 0 && line.Width()+3+item.Width() > p.width {
			p.print(line.Cut(p.width, p.wrapping(1)).Styled)
			line = nil
		}
		if len(line) > 0 {
			line = line.Add(p.theme.Faint, "   ")
		}
		line = append(line, item...)
	}
	for _, stand := range position.Stands() {
		style, sign := p.theme.Stance(stand.String())
		if stand == position.Spoke {
			style, sign = p.theme.Quiet, sign+" 2"
		}
		add(style, sign, stand.Words())
	}
	add(p.theme.Quiet, signs.MovedUp+" "+signs.MovedDown, "moved")
	p.print(line.Cut(p.width, p.wrapping(1)).Styled)
}

// lines writes a text in as many lines as it needs.
func (p *page) lines(text widget.Text) { p.paragraph("", text, p.wrapping(0)) }

// propositions tells what each topic proposes, because that is what a position is on, and a name alone can be taken for
// the opposite.
func (t *matrixTable) propositions() {
	t.print("")
	for _, c := range t.columns {
		if c.Topic.Proposition != "" {
			t.lines(widget.Styled(t.theme.Quiet, c.Topic.Name+": ").Add(t.theme.Text, c.Topic.Proposition))
		}
	}
	t.print("")
}

// counts says what the matrix is read from, and what of it is not shown.
func (t *matrixTable) counts() {
	m, r := t.report.Matrix, t.report
	dot := "  " + t.theme.Signs.Dot + "  "
	text := widget.Styled(t.theme.Strong, widget.Thousands(m.Statements)+" of "+counted(r.Total, "statement", "statements"))
	text = text.Add(t.theme.Quiet, dot+counted(len(m.Rows), "actor", "actors")+dot+counted(len(r.Columns()), "topic", "topics"))
	t.lines(text)
	t.inForce(r)
	if n := len(r.Columns()) - len(t.columns); n > 0 {
		words := counted(n, "topic is", "topics are") + " not shown for want of room; a wider terminal shows more, and a pipe all"
		t.lines(widget.Styled(t.theme.Warn, words))
	}
	if hidden := r.Hidden(); hidden != "" {
		t.lines(widget.Styled(t.theme.Quiet, hidden))
	}
}

// inForce tells the query, if there is one.
func (p *page) inForce(r *report.Report) {
	if r.Query != "" {
		p.lines(widget.Styled(p.theme.Faint, "query: ").Add(p.theme.Text, r.Query))
	}
	if r.Read < 1 {
		p.lines(widget.Styled(p.theme.Warn, fmt.Sprintf("the collection had not been read to its end: %d%% of it had", int(r.Read*100))))
	}
}
