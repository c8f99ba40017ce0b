package positions

import (
	"slices"

	"onrecord/model/position"
	"onrecord/ui/widget"
)

// Where there is no room for a matrix, one actor is shown with all topics, or one topic with all actors. The arrow keys
// that go across lead to the next actor or topic.

// listTitle names the actor whose topics are listed, or the topic whose actors are.
func (g *grid) listTitle(width int) string {
	t, at, m := g.theme, g.subject(), g.cast.matrix
	name, about := "", ""
	switch {
	case g.across && at.column != nil:
		name, about = at.column.Topic.Name, listed(at.column.Statements, len(m.Rows), m.HiddenRows)
	case !g.across && at.row != nil:
		name, about = at.row.Speaker.Short(), listed(at.row.Statements, len(m.Columns), m.HiddenTopics)
		if at.row.Actor != nil {
			name = at.row.Speaker.Name + ", " + at.row.Actor.Short()
		}
	}
	seen, n := g.layout.rows, g.length()
	if seen < n {
		about = g.span(g.top+1, min(g.top+seen, n)) + " of " + widget.Thousands(n)
	}
	mark := ""
	if at.row != nil && !g.across && slices.Contains(g.cast.chosen, whoIs(at.row)) {
		mark = t.Signs.Marked + " "
	}
	title := widget.Styled(t.Faint, t.Signs.Back+" ").Add(t.Strong, name)
	rest := widget.Styled(t.Faint, " "+t.Signs.Forward+"  ").Add(t.Accent, mark)
	right := widget.Styled(t.KeyName, "tab").Add(t.KeyHelp, map[bool]string{true: " by actor", false: " by topic"}[g.across])
	most := width - rest.Width() - right.Width() - 1
	// Which part is in view is said before the whole name; how much was said is not.
	if seen < n || title.Width()+widget.Width(about) <= most {
		rest = rest.Add(t.Faint, about)
		most -= widget.Width(about)
	}
	head := g.one(title, max(10, most))
	return head.Styled + g.ends(rest, right, width-head.Width)
}

// listed says how much there is, or where the filter hides some of what is listed, how many of them are shown.
func listed(said, shown, hidden int) string {
	if hidden == 0 {
		return statements(said)
	}
	return widget.Thousands(shown) + " of " + widget.Thousands(shown+hidden)
}

// listRows draws the rows in view.
func (g *grid) listRows() []string {
	var lines []string
	for i := g.top; i < min(g.top+g.layout.rows, g.length()); i++ {
		if g.across {
			lines = append(lines, g.actorLine(i))
		} else {
			lines = append(lines, g.topicLine(i))
		}
	}
	return lines
}

// listCell is the room of a cell at the left of a list.
func (g *grid) listCell() int { return g.size.digits + cellFrame + 1 }

func (g *grid) topicLine(i int) string {
	column := g.cast.matrix.Columns[i]
	selected := i == g.column
	cell := subject{g.subject().row, column}.cell()
	return g.listLine(&cell, column.Topic.Name, 0, selected)
}

func (g *grid) actorLine(i int) string {
	e := &g.cast.entries[i]
	cell := subject{e.row, g.subject().column}.cell()
	if e.speaker {
		return g.listLine(&cell, e.row.Speaker.Name, foldWidth, i == g.row)
	}
	return g.listLine(&cell, e.row.Speaker.Short(), 0, i == g.row)
}

func (g *grid) listLine(c *position.Cell, name string, indent int, selected bool) string {
	t := g.theme
	style, text := g.cellText(c)
	label := t.Quiet
	switch {
	case selected:
		label = t.Strong
	case c.Stand == position.Silent:
		label = t.Faint
	}
	line := widget.Styled(label, name)
	room := g.layout.width - gutter - g.listCell() - indent - 1
	pad := g.listCell() - widget.Width(text) + indent
	return g.bar(selected) + style.Render(text) + spaces(pad) + g.one(line, room).Styled
}
