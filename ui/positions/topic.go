package positions

import (
	"context"
	"strings"

	tea "charm.land/bubbletea/v2"

	"onrecord/model/position"
	"onrecord/ui/keys"
	"onrecord/ui/turns"
	"onrecord/ui/widget"
)

// topicPage shows a topic: what it proposes, how much was said when, and who stands where.
type topicPage struct {
	*desk
	topic         string
	width, height int
	order         turns.Order
	column        *position.Column // nil if nothing is said on it under the filter
	rows          []*position.Row  // all actors, by where they stand
	actors        []stander
	silent        []string // names
	hush          []string // the names of the silent, in lines
	days          []position.TopicDay
	groups        map[position.Stand]int // how many actors stand where
	roll
}

// stander is an actor who spoke on the topic, with the newest statement.
type stander struct {
	row    *position.Row
	cell   position.Cell
	first  bool              // of those who stand here
	newest *position.Mention // of the statements behind the cell
}

// gathered brings what there is on a topic.
type gathered struct {
	turn   *turns.Turn
	page   position.TopicPage
	newest map[*position.Row]*position.Mention
}

// openTopic asks for the page of a topic.
type openTopic struct{ topic string }

func newTopicPage(d *desk, topic string) *topicPage {
	p := &topicPage{desk: d, topic: topic}
	p.roll = newRoll(p.stands)
	return p
}

func (p *topicPage) scope() keys.Scope { return keys.TopicPage }

func (p *topicPage) resize(width, height int) tea.Cmd {
	p.width, p.height = width, height
	p.hush = p.silence()
	p.set(len(p.actors)+len(p.hush), p.at())
	p.window.Resize(max(0, height-len(p.head())))
	return nil
}

// renew asks who stands where in another answer.
func (p *topicPage) renew() tea.Cmd {
	p.order.End()
	p.column, p.rows = nil, nil
	m := p.answer.Matrix
	i := columnOf(m, p.topic)
	if i < 0 {
		p.actors, p.silent, p.days = nil, nil, nil
		return p.resize(p.width, p.height)
	}
	p.column = m.Columns[i]
	turn, column := p.order.Next(), p.column
	return func() tea.Msg { return gather(turn, gathered{turn: turn, page: m.Topic(column)}, m) }
}

// gather finds the newest statement behind each of the positions.
func gather(ctx context.Context, found gathered, m *position.Matrix) tea.Msg {
	found.newest = map[*position.Row]*position.Mention{}
	for _, g := range found.page.Groups {
		for _, row := range g.Rows {
			if ctx.Err() != nil {
				return nil
			}
			mentions := m.Mentions(row, found.page.Column)
			if g.Stand.Taken() {
				mentions = m.Evidence(row, found.page.Column)
			}
			if len(mentions) > 0 {
				found.newest[row] = &mentions[0]
			}
		}
	}
	return found
}

// update takes what was gathered. The cursor stays on its actor.
func (p *topicPage) update(msg tea.Msg) tea.Cmd {
	found, ok := msg.(gathered)
	if !ok || !p.order.Is(found.turn) {
		return nil
	}
	at := p.subject()
	p.list(&found)
	cursor := p.at()
	for i, a := range p.actors {
		if at.row != nil && whoIs(a.row) == whoIs(at.row) {
			cursor = i
		}
	}
	p.resize(p.width, p.height)
	p.set(len(p.actors)+len(p.hush), cursor)
	return nil
}

// list lists the actors by where they stand.
func (p *topicPage) list(found *gathered) {
	p.rows, p.actors, p.silent, p.days = nil, nil, nil, found.page.Days
	p.groups = map[position.Stand]int{}
	for _, g := range found.page.Groups {
		p.groups[g.Stand] = len(g.Rows)
		p.rows = append(p.rows, g.Rows...)
		for i, row := range g.Rows {
			if g.Stand == position.Silent {
				p.silent = append(p.silent, row.Speaker.Short())
				continue
			}
			p.actors = append(p.actors, stander{row: row, cell: g.Cells[i], first: i == 0, newest: found.newest[row]})
		}
	}
}

func (p *topicPage) do(id keys.ID) (tea.Cmd, bool) {
	if id == keys.Open {
		return p.evidence(p.subject()), true
	}
	return nil, p.roll.do(id)
}

func (p *topicPage) click(_, y int) tea.Cmd {
	if p.roll.click(y - len(p.head())) {
		return p.evidence(p.subject())
	}
	return nil
}

func (p *topicPage) wheel(by int) tea.Cmd {
	p.window.Scroll(by)
	return nil
}

func (p *topicPage) subject() subject {
	if i := p.at(); i >= 0 && i < len(p.actors) {
		return subject{p.actors[i].row, p.column}
	}
	return subject{column: p.column}
}

func (p *topicPage) draw() []string { return append(p.head(), p.roll.draw()...) }

// highFrom is the height from which on there is room for more than the list; below lowBelow there is hardly any for it.
const (
	highFrom = 24
	lowBelow = 8
)

// head draws the topic, what it proposes, and the statements over time.
func (p *topicPage) head() []string {
	t := p.theme
	width := p.width - gutter - 2
	if p.column == nil {
		return []string{"", "  " + p.one(widget.Styled(t.Quiet, "Nothing is said on this topic under this filter."), width).Styled}
	}
	topic := p.column.Topic
	title := widget.Styled(t.Title, topic.Name).Add(t.Faint, p.gap()).Add(t.Quiet, statements(p.column.Statements))
	part := p.part(p.painter)
	if title.Width()+part.Width()+2 > width {
		title = widget.Styled(t.Title, topic.Name)
	}
	lines := []string{p.ends(title, part, width)}
	proposition := widget.Styled(t.Text, sentence(topic.Proposition))
	switch {
	case p.height < lowBelow:
		lines = append(lines, p.one(proposition, width).Styled)
	case p.height < highFrom:
		lines = append(lines, p.wrapped(proposition, min(readable, width), 2)...)
		lines = append(lines, p.chart(width))
	default:
		lines = append(lines, p.wrapped(proposition, min(readable, width), 2)...)
		if topic.Description != "" {
			lines = append(lines, p.wrapped(widget.Styled(t.Faint, topic.Description), min(readable, width), 2)...)
		}
		lines = append(lines, "", p.chart(width), "")
	}
	for i := range lines {
		lines[i] = "  " + lines[i]
	}
	return lines
}

// chart draws how many statements were made when.
func (p *topicPage) chart(width int) string {
	t := p.theme
	from, to := p.answer.from, p.answer.to
	first, last := dates(from, to, width)
	room := min(int(to-from)+1, width-len(first)-len(last)-2)
	if room < 8 || len(p.days) == 0 {
		return ""
	}
	counts := make([]int, room)
	for _, day := range p.days {
		counts[max(0, min(int(day.Day-from)*room/(int(to-from)+1), room-1))] += day.Statements()
	}
	return t.Faint.Render(first) + " " + t.Accent.Render(widget.Sparkline(counts, room, t.Signs)) + " " + t.Faint.Render(last)
}

// mostSilent is how many of the silent are named.
const mostSilent = 200

// silence is the names of those of whom nothing is known on the topic, in lines.
func (p *topicPage) silence() []string {
	if len(p.silent) == 0 {
		return nil
	}
	names := strings.Join(p.silent[:min(len(p.silent), mostSilent)], ", ")
	if more := len(p.silent) - mostSilent; more > 0 {
		names += " and " + widget.Thousands(more) + " more"
	}
	return p.wrapped(widget.Styled(p.theme.Faint, names), min(readable, p.width-gutter-2), 0)
}

// silentLine draws a line of the names of the silent, below all others.
func (p *topicPage) silentLine(k int, selected bool) []string {
	line := p.bar(selected) + p.hush[k]
	if k > 0 {
		return []string{line}
	}
	return append(p.groupHead(position.Silent, len(p.silent), len(p.actors) > 0), line)
}

// groupHead says how those stand who follow.
func (p *topicPage) groupHead(stand position.Stand, n int, apart bool) []string {
	style, sign := p.stand(stand)
	words := p.theme.Strong
	if stand == position.Silent {
		words = p.theme.Quiet
	}
	head := "  " + style.Render(sign) + " " + words.Render(stand.Words()) + " " + p.theme.Faint.Render(p.theme.Signs.Dot+" "+widget.Thousands(n))
	if apart {
		return []string{"", head}
	}
	return []string{head}
}

// stands draws an actor, and above the first one of several how all of them stand.
func (p *topicPage) stands(i int, selected bool) []string {
	if i >= len(p.actors) {
		return p.silentLine(i-len(p.actors), selected)
	}
	a, t := &p.actors[i], p.theme
	width := p.width - gutter - 1
	style, _ := p.stand(a.cell.Stand)
	var lines []string
	if a.first {
		lines = p.groupHead(a.cell.Stand, p.groups[a.cell.Stand], i > 0)
	}
	name, words := t.Quiet, t.Faint
	if selected {
		name, words = t.Strong, t.Text
	}
	room := min(nameWidth(p.width), width/2)
	line := widget.Fit(name, a.row.Speaker.Short(), room, t.Signs.Ellipsis) + " " +
		widget.FitRight(t.Quiet, widget.Thousands(behind(&a.cell)), 4, t.Signs.Ellipsis) + style.Render(p.moveSign(a.cell.Move)) + "  "
	if a.newest == nil {
		return append(lines, p.bar(selected)+line)
	}
	st := p.answer.Matrix.Statement(*a.newest)
	rest := width - room - 8
	if rest >= oneLineFrom {
		return append(lines, p.bar(selected)+line+p.quoteLine(&st, words, rest)[0])
	}
	who := widget.Styled(t.Faint, st.Day.Column()+"  ").Add(t.Quiet, st.Speaker.Short())
	return append(lines, p.bar(selected)+line+p.one(who, rest).Styled, p.bar(selected)+"  "+p.quote(&st, words, width-2, 1)[0])
}

func (p *topicPage) plain() string {
	if p.column == nil {
		return ""
	}
	var b strings.Builder
	b.WriteString(p.column.Topic.Name + "\n" + sentence(p.column.Topic.Proposition) + "\n")
	for _, a := range p.actors {
		if a.first {
			b.WriteString("\n" + a.cell.Stand.Words() + "\n")
		}
		b.WriteString("  " + a.row.Speaker.Short() + ": " + statements(behind(&a.cell)) + "\n")
	}
	if len(p.silent) > 0 {
		b.WriteString("\n" + position.Silent.Words() + "\n  " + strings.Join(p.silent, ", ") + "\n")
	}
	return b.String()
}
