package positions

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"onrecord/model"
	"onrecord/model/position"
	"onrecord/ui/turns"
	"onrecord/ui/widget"
)

// told is what is said about the subject under the cursor: words, and the statements over time. What takes long to find
// out is asked for; until it has come, what the cell itself tells is shown.
type told struct {
	order  turns.Order
	at     subject
	words  []string
	points []point
	steps  []position.Step
}

// heard brings what there is to be told about a cell.
type heard struct {
	turn   *turns.Turn
	words  []string
	points []point
	steps  []position.Step
}

// ask asks what there is to be told about a subject.
func (t *told) ask(d *desk, at subject) tea.Cmd {
	t.order.End()
	t.at, t.words, t.points, t.steps = at, nil, nil, nil
	if at.row == nil || at.column == nil || at.cell().Stand == position.Silent {
		return nil
	}
	turn, m := t.order.Next(), d.answer.Matrix
	return func() tea.Msg {
		if turn.Err() != nil {
			return nil
		}
		return heard{turn, m.Explain(at.row, at.column), pointsOf(m, at), m.Strip(at.row, at.column).Steps}
	}
}

func (t *told) take(msg heard) {
	if t.order.Is(msg.turn) {
		t.words, t.points, t.steps = msg.words, msg.points, msg.steps
	}
}

// title names the subject, says in a few words where it stands, and what enter leads to.
func (t *told) title(d *desk, width int) string {
	th, at := d.theme, t.at
	switch {
	case at.row == nil && at.column == nil:
		return ""
	case at.row == nil:
		return t.name(d, at.column.Topic.Name, at.column.Statements, "the topic", width)
	case at.column == nil && at.row.Actor == nil && !at.row.Own:
		return t.name(d, at.row.Speaker.Name, at.row.Statements, "the speakers", width)
	case at.column == nil:
		return t.name(d, at.row.Speaker.Name, at.row.Statements, statements(at.row.Statements), width)
	}
	names := widget.Styled(th.Strong, at.row.Speaker.Short()).Add(th.Quiet, " on ").Add(th.Strong, at.column.Topic.Name)
	return d.cellTitle(names, at.cell(), width)
}

// leastName is the least room that the names of an actor and a topic get.
const leastName = 12

// cellTitle says where somebody stands on what. The names are cut before the stand is.
func (d *desk) cellTitle(names widget.Text, cell position.Cell, width int) string {
	style, sign := d.stand(cell.Stand)
	stand := widget.Styled(style, sign+" "+cell.Words())
	var right widget.Text
	switch {
	case cell.Stand == position.Silent:
	case width < listBelow:
		right = d.leads(widget.Thousands(behind(&cell)))
	default:
		right = d.leads(statements(behind(&cell)))
	}
	if leastName+stand.Width()+right.Width()+3 > width {
		stand = widget.Styled(style, sign+" "+cell.Stand.Words()+strings.TrimSpace(d.moveSign(cell.Move)))
	}
	room := width - stand.Width() - 2
	if len(right) > 0 {
		room -= right.Width() + 1
	}
	left := d.one(names, max(leastName, room))
	return left.Styled + spaces(2) + d.ends(stand, right, width-left.Width-2)
}

// name is the title of an actor or a topic.
func (t *told) name(d *desk, name string, n int, to string, width int) string {
	left := widget.Styled(d.theme.Strong, name).Add(d.theme.Faint, d.gap()).Add(d.theme.Quiet, statements(n))
	return d.ends(left, d.leads(to), width)
}

// leads says what enter leads to.
func (d *desk) leads(to string) widget.Text {
	return widget.Styled(d.theme.KeyName, "enter").Add(d.theme.KeyHelp, " "+to)
}

// behind is how many statements stand behind a cell: those that take a position, or if none does, those about it.
func behind(c *position.Cell) int {
	if c.Stand.Taken() {
		return c.Taken()
	}
	return c.Statements()
}

// text is what is said about the subject.
func (t *told) text(d *desk) widget.Text {
	th, at := d.theme, t.at
	switch {
	case at.row == nil && at.column == nil:
		return nil
	case at.row == nil:
		return widget.Styled(th.Text, sentence(at.column.Topic.Proposition)).Add(th.Quiet, " "+tally(at.column.Stands))
	case at.column == nil:
		return widget.Styled(th.Quiet, d.portrait(at.row))
	case at.cell().Stand == position.Silent:
		return t.proposition(d).Add(th.Quiet, fmt.Sprintf("No statement of %s on this is found.", at.row.Speaker.Short()))
	}
	if len(t.words) == 0 {
		return nil
	}
	return t.proposition(d).Add(th.Text, strings.Join(t.words[1:], " ")) // the first sentence is the title
}

// proposition is what a position is on. It stands first, because the name of a topic alone can be taken for the opposite.
func (t *told) proposition(d *desk) widget.Text {
	proposition := t.at.column.Topic.Proposition
	if proposition == "" {
		return nil
	}
	return widget.Styled(d.theme.Quiet, "Proposition: ").Add(d.theme.Strong, sentence(proposition)).Add(d.theme.Quiet, " ")
}

func sentence(s string) string {
	if s == "" || strings.HasSuffix(s, ".") {
		return s
	}
	return s + "."
}

// lines draws what is told: a title, words, and the statements over time.
func (t *told) lines(d *desk, l *layout) []string {
	width := l.width - gutter - 1
	lines := []string{"  " + t.title(d, width)}
	words := d.wrapped(t.text(d), width, max(1, l.words))
	for i := range l.words {
		if i < len(words) {
			lines = append(lines, "  "+words[i])
		} else {
			lines = append(lines, "")
		}
	}
	s := strip{painter: d.painter, points: t.points, steps: t.steps, from: d.answer.from, to: d.answer.to}
	for _, line := range s.lines(width, l.strip) {
		lines = append(lines, "  "+line)
	}
	return lines
}

// plain is the same without any furniture.
func (t *told) plain(d *desk) string {
	at := t.at
	var lines []string
	switch {
	case at.row != nil && at.column != nil:
		lines = append([]string{"The proposition: " + sentence(at.column.Topic.Proposition)}, d.answer.Matrix.Explain(at.row, at.column)...)
	case at.row != nil:
		lines = []string{at.row.Speaker.Name, d.portrait(at.row)}
	case at.column != nil:
		lines = []string{at.column.Topic.Name, sentence(at.column.Topic.Proposition), tally(at.column.Stands)}
	}
	return strings.Join(lines, "\n")
}

// point is a statement in time.
type point struct {
	day    model.Day
	stance model.Stance
}

func pointsOf(m *position.Matrix, at subject) []point {
	var points []point
	for _, mention := range m.Mentions(at.row, at.column) {
		points = append(points, point{mention.Day, mention.Stance})
	}
	return points
}
