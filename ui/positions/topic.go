package positions

import (
	"context"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"onrecord/model"
	"onrecord/model/position"
	"onrecord/ui/keys"
	"onrecord/ui/widget"
)

// topicPage shows a topic: what it proposes, how much was said when, and who stands where.
type topicPage struct {
	*desk
	topic         string
	width, height int
	seq           int
	cancel        context.CancelFunc
	column        *position.Column // nil if nothing is said on it under the filter
	actors        []stander
	silent        []string
	days          []model.Day
	roll
}

// stander is an actor who spoke on the topic, with the newest statement.
type stander struct {
	row    *position.Row
	cell   position.Cell
	first  bool              // of those who stand here
	newest *position.Mention // of the statements behind the cell, nil while it is not known
}

// gathered brings the statements on a topic.
type gathered struct {
	of     *topicPage
	seq    int
	newest []*position.Mention
	days   []model.Day
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
	p.window.Resize(max(0, height-len(p.head())))
	return nil
}

// renew lists who stands where, and asks for the statements.
func (p *topicPage) renew() tea.Cmd {
	at := p.subject()
	m := p.answer.Matrix
	p.column, p.actors, p.silent, p.days = nil, nil, nil, nil
	if i := columnOf(m, p.topic); i >= 0 {
		p.column = m.Columns[i]
		p.list(m)
	}
	cursor := p.at()
	for i, a := range p.actors {
		if at.row != nil && whoIs(a.row) == whoIs(at.row) {
			cursor = i
		}
	}
	p.set(len(p.actors), cursor)
	p.resize(p.width, p.height)
	return p.gather()
}

// list lists the actors by where they stand, those with most statements first.
func (p *topicPage) list(m *position.Matrix) {
	for _, stand := range position.Stands() {
		from := len(p.actors)
		for _, row := range m.Rows {
			cell := row.Cell(p.column)
			switch {
			case cell.Stand != stand:
			case stand == position.Silent:
				p.silent = append(p.silent, row.Speaker.Short())
			default:
				p.actors = append(p.actors, stander{row: row, cell: cell})
			}
		}
		slices.SortStableFunc(p.actors[from:], func(a, b stander) int { return behind(&b.cell) - behind(&a.cell) })
		if from < len(p.actors) {
			p.actors[from].first = true
		}
	}
}

func (p *topicPage) gather() tea.Cmd {
	if p.cancel != nil {
		p.cancel()
	}
	if p.column == nil {
		return nil
	}
	ctx, cancel := context.WithCancel(context.Background())
	p.cancel = cancel
	p.seq++
	msg := gathered{of: p, seq: p.seq}
	m, column, actors := p.answer.Matrix, p.column, p.actors
	return func() tea.Msg {
		for i := range actors {
			if ctx.Err() != nil {
				return nil
			}
			var newest *position.Mention
			for _, mention := range m.Mentions(actors[i].row, column) {
				msg.days = append(msg.days, mention.Day)
				if newest == nil && (mention.Stance != model.NoStance || !actors[i].cell.Stand.Taken()) {
					newest = &mention
				}
			}
			msg.newest = append(msg.newest, newest)
		}
		return msg
	}
}

func (p *topicPage) update(msg tea.Msg) tea.Cmd {
	if msg, ok := msg.(gathered); ok && msg.of == p && msg.seq == p.seq {
		for i, mention := range msg.newest {
			p.actors[i].newest = mention
		}
		p.days = msg.days
	}
	return nil
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

// highFrom is the height from which on a topic's page says more above its list.
const highFrom = 24

// head draws the topic, what it proposes, and the statements over time.
func (p *topicPage) head() []string {
	t := p.theme
	width := p.width - gutter - 2
	if p.column == nil {
		return []string{"", "  " + p.one(widget.Styled(t.Quiet, "Nothing is said on this topic under this filter."), width).Styled}
	}
	topic := p.column.Topic
	title := widget.Styled(t.Title, topic.Name).Add(t.Faint, p.gap()).Add(t.Quiet, statements(p.column.Statements))
	lines := []string{p.one(title, width).Styled}
	lines = append(lines, p.wrapped(widget.Styled(t.Text, sentence(topic.Proposition)), min(readable, width), 2)...)
	if p.height >= highFrom && topic.Description != "" {
		lines = append(lines, p.wrapped(widget.Styled(t.Faint, topic.Description), min(readable, width), 2)...)
	}
	if p.height < highFrom {
		lines = append(lines, p.chart(width))
	} else {
		lines = append(lines, "", p.chart(width), "")
		lines = append(lines, p.silence(width)...)
		lines = append(lines, "")
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
	room := min(int(to-from)+1, width-len(from.Short())-len(to.Short())-2)
	if room < 8 || len(p.days) == 0 {
		return ""
	}
	counts := make([]int, room)
	for _, day := range p.days {
		counts[max(0, min(int(day-from)*room/(int(to-from)+1), room-1))]++
	}
	return t.Faint.Render(from.Short()) + " " + t.Accent.Render(widget.Sparkline(counts, room, t.Signs)) + " " + t.Faint.Render(to.Short())
}

// silence names those of whom nothing is known on the topic.
func (p *topicPage) silence(width int) []string {
	t := p.theme
	if len(p.silent) == 0 {
		return nil
	}
	_, sign := p.stand(position.Silent)
	text := widget.Styled(t.Faint, sign+" silent "+p.theme.Signs.Dot+" "+widget.Thousands(len(p.silent))+"  ").
		Add(t.Faint, strings.Join(p.silent[:min(len(p.silent), 200)], ", "))
	return p.wrapped(text, min(readable, width), 2)
}

// stands draws an actor, and above the first one of several how all of them stand.
func (p *topicPage) stands(i int, selected bool) []string {
	a, t := &p.actors[i], p.theme
	width := p.width - gutter - 1
	style, sign := p.stand(a.cell.Stand)
	var lines []string
	if a.first {
		if i > 0 {
			lines = append(lines, "")
		}
		lines = append(lines, "  "+style.Render(sign)+" "+t.Strong.Render(a.cell.Stand.Words())+" "+
			t.Faint.Render(t.Signs.Dot+" "+widget.Thousands(p.column.Stands[a.cell.Stand])))
	}
	name, words := t.Quiet, t.Faint
	if selected {
		name, words = t.Strong, t.Text
	}
	room := min(nameWidth(p.width), width/2)
	line := widget.Fit(name, a.row.Speaker.Short(), room, t.Signs.Ellipsis) + " " +
		widget.FitRight(t.Quiet, widget.Thousands(behind(&a.cell)), 4, t.Signs.Ellipsis) + style.Render(p.moveSign(a.cell.Move)) + "  "
	if rest := width - room - 8; a.newest != nil && rest > 20 {
		st := p.answer.Matrix.Statement(*a.newest)
		line += p.quoteLine(&st, words, rest)
	}
	return append(lines, p.bar(selected)+line)
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
	return b.String()
}
