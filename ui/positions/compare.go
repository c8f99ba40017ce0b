package positions

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"onrecord/model/position"
	"onrecord/ui/keys"
	"onrecord/ui/turns"
)

// comparison shows some actors side by side: the topics on which they differ first, with the strongest statement of
// each.
type comparison struct {
	*desk
	who           []who
	width, height int
	order         turns.Order
	found         *position.Comparison // nil until it has come
	from          Answer               // of which it was found
	agreement     []agreement
	column        int // the actor under the cursor
	roll
}

// compared brings a comparison.
type compared struct {
	turn      *turns.Turn
	found     *position.Comparison
	from      Answer
	agreement []agreement
}

// agreement is on how much some of the actors agree.
type agreement struct {
	who   []*position.Row
	found position.Comparison
}

func newComparison(d *desk, rows []*position.Row) *comparison {
	c := &comparison{desk: d}
	for _, row := range rows {
		c.who = append(c.who, whoIs(row))
	}
	c.roll = newRoll(c.topicLines)
	return c
}

func (c *comparison) scope() keys.Scope { return keys.Compare }

func (c *comparison) resize(width, height int) tea.Cmd {
	c.width, c.height = width, height
	c.window.Resize(max(0, height-len(c.head())))
	return nil
}

// renew compares anew. Who is not heard under the filter is left out, and said to be.
func (c *comparison) renew() tea.Cmd {
	turn, from, m := c.order.Next(), c.answer, c.answer.Matrix
	list := cast{matrix: m, chosen: c.who}
	return func() tea.Msg {
		rows := list.rows()
		found := m.Compare(rows...)
		msg := compared{turn: turn, found: &found, from: from, agreement: []agreement{{rows, found}}}
		for i := range rows {
			for k := i + 1; k < len(rows) && len(rows) > 2; k++ {
				if turn.Err() != nil {
					return nil
				}
				pair := []*position.Row{rows[i], rows[k]}
				msg.agreement = append(msg.agreement, agreement{pair, m.Compare(pair...)})
			}
		}
		return msg
	}
}

func (c *comparison) update(msg tea.Msg) tea.Cmd {
	if msg, ok := msg.(compared); ok && c.order.Is(msg.turn) {
		at := c.subject()
		c.found, c.from, c.agreement = msg.found, msg.from, msg.agreement
		c.column = max(0, min(c.column, len(c.found.Rows)-1))
		cursor := c.at()
		for i := range c.found.Lines {
			if at.column != nil && c.found.Lines[i].Column.Topic.ID == at.column.Topic.ID {
				cursor = i
			}
		}
		c.set(len(c.found.Lines), cursor)
		c.resize(c.width, c.height)
	}
	return nil
}

func (c *comparison) do(id keys.ID) (tea.Cmd, bool) {
	switch id {
	case keys.Open:
		return c.evidence(c.subject()), true
	case keys.TopicLeft:
		c.turn(-1)
		return nil, true
	case keys.TopicRight:
		c.turn(1)
		return nil, true
	case keys.NextPane, keys.PrevPane:
		c.cycle(id)
		return nil, true
	}
	return nil, c.roll.do(id)
}

// turn goes to the actor beside.
func (c *comparison) turn(by int) {
	if c.found != nil {
		c.column = max(0, min(c.column+by, len(c.found.Rows)-1))
	}
}

// cycle goes to the actor beside, and from the last one to the first.
func (c *comparison) cycle(id keys.ID) {
	by, n := 1, len(c.found.Rows)
	if id == keys.PrevPane {
		by = n - 1
	}
	c.column = (c.column + by) % n
}

func (c *comparison) click(x, y int) tea.Cmd {
	again := c.roll.click(y - len(c.head()))
	if c.found != nil && c.beside() {
		column := max(0, min((x-gutter)/(c.columnWidth()+columnGap), len(c.found.Rows)-1))
		again = again && column == c.column
		c.column = column
	}
	if again {
		return c.evidence(c.subject())
	}
	return nil
}

func (c *comparison) wheel(by int) tea.Cmd {
	c.window.Scroll(by)
	return nil
}

func (c *comparison) subject() subject {
	if i := c.at(); c.found != nil && i >= 0 && i < len(c.found.Lines) {
		return subject{c.found.Rows[c.column], c.found.Lines[i].Column}
	}
	return subject{}
}

// columnGap is the space between two actors.
const columnGap = 3

// leastColumn is the least room in which an actor stands beside another.
const leastColumn = 24

func (c *comparison) columnWidth() int {
	n := max(1, len(c.found.Rows))
	return (c.width - gutter - 1 - columnGap*(n-1)) / n
}

// beside tells whether the actors have room side by side.
func (c *comparison) beside() bool { return c.columnWidth() >= leastColumn }

func (c *comparison) plain() string {
	i := c.at()
	if c.found == nil || i < 0 || i >= len(c.found.Lines) {
		return ""
	}
	at := &c.found.Lines[i]
	var b strings.Builder
	for k := range c.agreement {
		a := &c.agreement[k]
		var names []string
		for _, row := range a.who {
			names = append(names, row.Speaker.Name)
		}
		b.WriteString(strings.Join(names, ", ") + ": " + a.found.Words() + "\n")
	}
	b.WriteString("\n" + at.Column.Topic.Name + "\n" + sentence(at.Column.Topic.Proposition) + "\n")
	for k, row := range c.found.Rows {
		b.WriteString("\n" + row.Speaker.Name + " " + at.Cells[k].Stand.Words() + "\n")
		if at.Strongest[k] != nil {
			st := c.answer.Matrix.Statement(*at.Strongest[k])
			b.WriteString(st.Citation() + "\n")
		}
	}
	return b.String()
}
