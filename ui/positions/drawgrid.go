package positions

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"onrecord/model/position"
	"onrecord/ui/theme"
	"onrecord/ui/widget"
)

// draw draws the matrix, or the list, and below it what is told about the cell under the cursor.
func (g *grid) draw() []string {
	l := &g.layout
	lines := []string{" " + g.info(l.width-2)}
	if l.list {
		lines = append(lines, g.listRows()...)
	} else {
		lines = append(lines, g.heads()...)
		for i := g.top; i < min(g.top+l.rows, len(g.cast.entries)); i++ {
			lines = append(lines, g.rowLine(i))
		}
	}
	for len(lines) < l.told-1 {
		lines = append(lines, "")
	}
	lines = append(lines, g.rule(l.width))
	lines = append(lines, g.told.lines(g.desk, l)...)
	if l.key > 0 {
		for _, line := range g.legend(l.width - gutter - 1) {
			lines = append(lines, "  "+line)
		}
	}
	return lines[:min(len(lines), max(0, l.height))]
}

// info says what is listed, in which order, and what is not.
func (g *grid) info(width int) string {
	if g.jump.typing {
		line, _ := g.jumpLine(width)
		return line
	}
	if g.layout.list {
		return g.listTitle(width)
	}
	t, m := g.theme, g.cast.matrix
	what := actors
	if len(g.cast.entries) > len(m.Rows) {
		what = func(n int) string { return counted(n, "row", "rows") }
	}
	left := g.part(what, g.top, g.layout.rows, len(g.cast.entries)).Add(t.Faint, g.gap())
	left = append(left, g.part(topics, g.left, g.layout.across, len(m.Columns))...)
	if n := len(g.cast.chosen); n > 0 {
		left = left.Add(t.Faint, g.gap()).Add(t.Accent, fmt.Sprintf("%s %d", t.Signs.Marked, n))
		if width >= mediumFrom {
			left = left.Add(t.Accent, " chosen")
		}
	}
	// The order can be told again by its key; what is hidden cannot be seen otherwise.
	const apart = 3
	if whole := left.Add(t.Faint, g.gap()+orders[g.cast.order].words); whole.Width()+apart+widget.Width(hiddenNote(m, 0)) <= width {
		left = whole
	}
	return g.ends(left, widget.Styled(t.Faint, hiddenNote(m, width-left.Width()-apart)), width)
}

// part says how many there are of something, and which are in view if not all are.
func (g *grid) part(what func(int) string, first, seen, count int) widget.Text {
	t := g.theme
	if seen >= count {
		return widget.Styled(t.Quiet, what(count))
	}
	return widget.Styled(t.Quiet, g.span(first+1, min(first+seen, count))).Add(t.Faint, " of "+what(count))
}

func (p painter) span(from, to int) string {
	if from == to {
		return widget.Thousands(from)
	}
	dash := "–"
	if p.theme.Options.ASCII {
		dash = "-"
	}
	return widget.Thousands(from) + dash + widget.Thousands(to)
}

// hiddenNote says what the filter leaves without a statement: in a sentence if that has room.
func hiddenNote(m *position.Matrix, width int) string {
	var parts []string
	if m.HiddenRows > 0 {
		parts = append(parts, actors(m.HiddenRows))
	}
	if m.HiddenTopics > 0 {
		parts = append(parts, topics(m.HiddenTopics))
	}
	if len(parts) == 0 {
		return ""
	}
	have := " have"
	if m.HiddenRows+m.HiddenTopics == 1 {
		have = " has"
	}
	note := strings.Join(parts, " and ") + have + " no statement under this filter"
	if widget.Width(note) > width {
		return "hidden: " + strings.Join(parts, ", ")
	}
	return note
}

// heads draws the names of the topics in view, standing on the first row.
func (g *grid) heads() []string {
	l, t := &g.layout, g.theme
	lines := make([]strings.Builder, l.heads)
	for i := range lines {
		lines[i].WriteString(strings.Repeat(" ", l.cells))
	}
	if l.heads > 0 {
		lines[l.heads-1].Reset()
		lines[l.heads-1].WriteString(strings.Repeat(" ", gutter+foldWidth+l.name+1) + widget.FitRight(t.Faint, "all", l.total, t.Signs.Ellipsis) + "  ")
	}
	columns := g.cast.matrix.Columns
	for i := g.left; i < min(g.left+l.across, len(columns)); i++ {
		style := t.Quiet
		switch {
		case i == g.column && g.row == none:
			style = g.chosen
		case i == g.column:
			style = t.Strong
		}
		g.head(lines, columns[i].Topic.Name, style)
	}
	drawn := make([]string, len(lines))
	for i := range lines {
		drawn[i] = lines[i].String()
	}
	return drawn
}

// head adds the name of a topic to the lines above the rows.
func (g *grid) head(lines []strings.Builder, name string, style theme.Style) {
	width := g.layout.cell - 1
	w := g.wrapping(len(lines))
	parts := widget.Styled(style, hyphenated(name, width)).Wrap(width, w)
	for i := range lines {
		part := i - (len(lines) - len(parts))
		if part < 0 {
			lines[i].WriteString(strings.Repeat(" ", width+1))
			continue
		}
		lines[i].WriteString(parts[part].Pad(width) + " ")
	}
}

// hyphenated gives long words a hyphen where they will not fit into a line.
func hyphenated(name string, width int) string {
	const rest = 3 // letters that may stand alone on the next line
	words := strings.Fields(name)
	for i, word := range words {
		var parts []string
		for n := utf8.RuneCountInString(word); n > width && width > rest+1 && isLatin(word); n = utf8.RuneCountInString(word) {
			runes := []rune(word)
			cut := min(width-1, n-rest)
			parts = append(parts, string(runes[:cut])+"-")
			word = string(runes[cut:])
		}
		words[i] = strings.Join(append(parts, word), "")
	}
	return strings.Join(words, " ")
}

func isLatin(word string) bool {
	for _, r := range word {
		if !unicode.Is(unicode.Latin, r) && !strings.ContainsRune(",.:;'’", r) {
			return false
		}
	}
	return true
}

// rowLine draws an actor, or one of its speakers, with the cells in view.
func (g *grid) rowLine(i int) string {
	l, t, e := &g.layout, g.theme, &g.cast.entries[i]
	selected := i == g.row
	var b strings.Builder
	b.WriteString(g.margin(e, selected))
	b.WriteString(g.nameOf(e, l.name, selected))
	b.WriteString(" " + widget.FitRight(t.Faint, widget.Thousands(e.row.Statements), l.total, t.Signs.Ellipsis) + "  ")
	columns := g.cast.matrix.Columns
	for c := g.left; c < min(g.left+l.across, len(columns)); c++ {
		cell := e.row.Cell(columns[c])
		g.cellAt(&b, &cell, l.cell, selected && c == g.column)
	}
	return b.String()
}

// margin draws the cursor bar and the sign of an actor chosen for comparing.
func (g *grid) margin(e *entry, selected bool) string {
	t := g.theme
	bar, mark := " ", " "
	if selected {
		bar = t.Cursor.Render(t.Signs.Bar)
	}
	if slices.Contains(g.cast.chosen, whoIs(e.row)) {
		mark = t.Accent.Render(t.Signs.Marked)
	}
	return bar + mark
}

// nameOf draws whether an entry can be unfolded, and its name.
func (g *grid) nameOf(e *entry, width int, selected bool) string {
	t := g.theme
	style := t.Quiet
	switch {
	case selected && g.column == none && !g.layout.list:
		style = g.chosen
	case selected:
		style = t.Strong
	}
	if e.speaker {
		return strings.Repeat(" ", foldWidth+1) + widget.Fit(style, e.row.Speaker.Name, width-1, t.Signs.Ellipsis)
	}
	sign := " "
	switch {
	case e.row.Own:
	case e.open:
		sign = t.Signs.Unfolded
	default:
		sign = t.Signs.Folded
	}
	return t.Faint.Render(sign) + " " + widget.Fit(style, e.row.Speaker.Short(), width, t.Signs.Ellipsis)
}

// cellAt draws where an actor stands: the sign, how many statements stand behind it, and whether it moved.
func (g *grid) cellAt(b *strings.Builder, c *position.Cell, width int, selected bool) {
	style, text := g.cellText(c)
	if selected {
		style = g.selected[c.Stand]
		style.Append(b, text+strings.Repeat(" ", max(0, width-1-widget.Width(text))))
		b.WriteByte(' ')
		return
	}
	style.Append(b, text)
	b.WriteString(strings.Repeat(" ", max(0, width-widget.Width(text))))
}

// cellText is a cell in signs. The numbers of all cells end in one column.
func (g *grid) cellText(c *position.Cell) (theme.Style, string) {
	style, sign := g.stand(c.Stand)
	if c.Stand == position.Silent {
		return style, sign
	}
	if c.Stand == position.Spoke {
		style = g.theme.Quiet
	}
	number := widget.Thousands(behind(c))
	return style, sign + " " + strings.Repeat(" ", max(0, g.size.digits-len(number))) + number + g.moveSign(c.Move)
}

func (g *grid) plain() string { return g.told.plain(g.desk) }
