package positions

import (
	"slices"
	"strings"

	"onrecord/model/position"
	"onrecord/ui/widget"
)

func (c *comparison) draw() []string {
	lines := c.head()
	if c.found != nil {
		lines = append(lines, c.roll.draw()...)
	}
	return lines
}

// head draws on how many topics they agree, each figure with its count, and the names above the columns.
func (c *comparison) head() []string {
	t := c.theme
	width := c.width - gutter - 1
	if c.found == nil {
		return []string{"  " + t.Title.Render("Comparison"), "  " + t.Faint.Render(t.Signs.Ellipsis)}
	}
	lines := c.agreements(width)
	if missing := len(c.who) - len(c.found.Rows); missing > 0 {
		lines = append(lines, "  "+c.one(widget.Styled(t.Warn, actors(missing)+" without a statement under this filter"), width).Styled)
	}
	lines = append(lines, "  "+c.ends(nil, c.part(c.painter), width))
	if c.beside() && len(c.found.Lines) > 0 {
		lines = append(lines, c.names())
	}
	return lines
}

// agreements draws on how much the actors agree, all of them and any two, in at most half of the room.
func (c *comparison) agreements(width int) []string {
	var lines []string
	for i := range c.agreement {
		if more := len(c.agreement) - i; i > 0 && more > 1 && len(lines)+2 > c.height/2 {
			note := widget.Styled(c.theme.Faint, counted(more, "more pair", "more pairs")+"; p tells of them")
			return append(lines, "  "+c.one(note, width).Styled)
		}
		// The first one says of which topics; the pairs after it need not say so again.
		for _, part := range c.wrapped(c.agree(&c.agreement[i], i > 0 && c.width < roomyFrom), width, max(1, min(3, (c.height-4)/2))) {
			lines = append(lines, "  "+part)
		}
	}
	return lines
}

// agree says on how many topics actors agree, and of how many.
func (c *comparison) agree(a *agreement, short bool) widget.Text {
	t := c.theme
	var text widget.Text
	for i, row := range a.who {
		switch {
		case i == 0:
		case i < len(a.who)-1:
			text = text.Add(t.Quiet, ", ")
		default:
			text = text.Add(t.Quiet, " and ")
		}
		text = text.Add(t.Strong, row.Speaker.Short())
	}
	if a.found.Shared == 0 {
		return text.Add(t.Quiet, ": "+a.found.Words())
	}
	words := a.found.Words()
	if short {
		words = "agree on " + widget.Thousands(a.found.Agreed) + " of " + widget.Thousands(a.found.Shared)
	}
	return text.Add(t.Quiet, " "+words+" ("+percent(a.found.Agreed, a.found.Shared)+")")
}

// names draws the names above the columns.
func (c *comparison) names() string {
	t := c.theme
	var b strings.Builder
	for i, row := range c.found.Rows {
		if i > 0 {
			b.WriteString(spaces(columnGap))
		}
		style := t.Quiet
		if i == c.column {
			style = t.Accent
		}
		b.WriteString(widget.Fit(style, row.Speaker.Short(), c.columnWidth(), t.Signs.Ellipsis))
	}
	return "  " + b.String()
}

// quoteLines is how many lines the strongest statement of an actor gets.
const quoteLines = 3

// relations are the words for how the actors stand to each other.
var relations = map[position.Relation]string{
	position.Opposed: "on opposite sides", position.Differ: "not the same", position.Same: "the same",
	position.Missing: "not all take a position", position.Unspoken: "one or none takes a position",
}

// topicLines draws a topic with where each of the actors stands on it.
func (c *comparison) topicLines(i int, selected bool) []string {
	at, t := &c.found.Lines[i], c.theme
	name := t.Quiet
	if selected {
		name = t.Strong
	}
	width := c.width - gutter - 1
	right := widget.Styled(t.Faint, relations[at.Relation])
	var lines []string
	for _, line := range c.proposed(widget.Styled(name, at.Column.Topic.Name), at.Column.Topic, right, width) {
		lines = append(lines, c.bar(selected)+line)
	}
	blocks := make([][]string, len(c.found.Rows))
	room := width - gutter
	if c.beside() {
		room = c.columnWidth()
	}
	for k := range blocks {
		blocks[k] = c.block(at, k, room, selected)
	}
	for _, line := range c.arranged(blocks, room) {
		lines = append(lines, c.bar(selected)+line)
	}
	return append(lines, "")
}

// arranged puts the blocks of the actors side by side, or one below the other.
func (c *comparison) arranged(blocks [][]string, width int) []string {
	if c.beside() {
		return widget.Columns(blocks, width, columnGap)
	}
	return slices.Concat(blocks...)
}

// wholeBlock is the width from which on what stands in a block is told in words.
const wholeBlock = 36

// block draws where one actor stands on a topic, and its strongest statement.
func (c *comparison) block(at *position.CompareLine, k, width int, selected bool) []string {
	t, cell := c.theme, &at.Cells[k]
	style, sign := c.stand(cell.Stand)
	label := t.Quiet
	if selected && k == c.column {
		label = t.Strong
	}
	line := widget.Styled(style, sign+" ")
	if selected && k == c.column { // its statement is what commands are about
		line = widget.Styled(t.Accent, t.Signs.Forward+" ").Add(style, sign+" ")
	}
	if !c.beside() {
		line = line.Add(label, c.found.Rows[k].Speaker.Short()+" ")
	}
	n := behind(cell)
	switch {
	case width < wholeBlock && n > 0:
		line = line.Add(label, cell.Stand.Words()+strings.TrimRight(c.moveSign(cell.Move), " ")).Add(t.Faint, c.gap()+widget.Thousands(n))
	case n > 0:
		line = line.Add(label, cell.Words()).Add(t.Faint, c.gap()+statements(n))
	default:
		line = line.Add(label, cell.Words())
	}
	lines := []string{c.one(line, width).Styled}
	if mention := at.Strongest[k]; mention != nil {
		lines = append(lines, c.strongest(*mention, width, selected)...)
	}
	return lines
}

// strongest draws the statement that says most clearly where an actor stands.
func (c *comparison) strongest(m position.Mention, width int, selected bool) []string {
	words := c.theme.Faint
	if selected {
		words = c.theme.Text
	}
	st := c.answer.Matrix.Statement(m)
	lines := c.quote(&st, words, width-2, quoteLines)
	said := st.Speaker.Short() + ", " + st.Day.Long()
	if width < wholeBlock {
		said = strings.TrimSpace(st.Day.Column()) + "  " + st.Speaker.Short()
	}
	lines = append(lines, c.one(c.mark(&st).Add(c.theme.Faint, said), width-2).Styled)
	for i := range lines {
		lines[i] = "  " + lines[i]
	}
	return lines
}
