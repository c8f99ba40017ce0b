package statements_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"onrecord/model"
	"onrecord/model/query"
	"onrecord/ui/keys"
	"onrecord/ui/nav"
	"onrecord/ui/screentest"
	"onrecord/ui/statements"
	"onrecord/ui/theme"
)

// shelf is a library of numbered statements. A line finds as many of them as count says.
type shelf struct {
	count   func(line string) int
	grown   int // statements that stand before all others now
	change  func(*model.Statement)
	row     func(*statements.Row)
	facet   func(line string) statements.Facet // nil: of stances, all of which oppose
	asked   []statements.Question
	failing error // of marking
	broken  error // of finding
	marked  map[string]bool
}

func newShelf(n int) *shelf {
	return &shelf{count: func(string) int { return n }, marked: map[string]bool{}}
}

var (
	france  = &model.Speaker{ID: "france", Name: "France", Kind: model.State}
	speaker = &model.Speaker{ID: "hope", Name: "Anthony Hope", Role: "Writer", Affiliation: france}
	peace   = &model.Topic{ID: "peace", Name: "Peace", Proposition: "There is peace"}
)

// statement makes the statement of a number; every third is a direct quotation.
func statement(i int) model.Statement {
	s := model.Statement{
		Index: i, ID: fmt.Sprint("s", i), Speaker: speaker, Role: speaker.Role, Affiliation: france, Day: model.NewDay(2022, 1, 20),
		Form: model.Indirect, Text: fmt.Sprintf("Statement number %d.", i), Topics: []*model.Topic{peace},
		Positions: []model.Position{{Topic: peace, Stance: model.Oppose}}, Lang: "en",
	}
	if i%3 == 0 {
		s.Form = model.Direct
	}
	return s
}

func (l *shelf) Find(ctx context.Context, q statements.Question) (statements.Answer, error) {
	l.asked = append(l.asked, q)
	if err := ctx.Err(); err != nil {
		return statements.Answer{}, err
	}
	if l.broken != nil {
		return statements.Answer{}, l.broken
	}
	n := l.count(q.Line) + l.grown
	a := statements.Answer{Line: q.Line, Total: 1000 + l.grown, Count: n, Offset: q.Offset, Kept: -1}
	if q.Keep >= 0 {
		a.Kept = q.Keep + l.grown
	}
	first := -l.grown
	if strings.Contains(q.Line, "speaker:") {
		first = 100 // neighbours are others
	}
	for i := q.Offset; i < min(n, q.Offset+q.Limit); i++ {
		s := statement(i + first)
		if l.change != nil {
			l.change(&s)
		}
		row := statements.Row{Statement: s}
		if l.row != nil {
			l.row(&row)
		}
		a.Rows = append(a.Rows, row)
	}
	if q.Facets {
		a.Facets = []statements.Facet{{Field: query.Stance, Values: []statements.Value{{Token: "oppose", Label: "oppose", Count: n}}}}
	}
	if q.Facets && l.facet != nil {
		a.Facets = []statements.Facet{l.facet(q.Line)}
	}
	if n == 0 {
		a.Drops = []statements.Drop{{Text: "b", Line: "a", Count: 3}, {Text: "a", Line: "b", Count: 2}}
	}
	return a, nil
}

func (l *shelf) Suggest(_ context.Context, slot query.Slot) ([]statements.Suggestion, error) {
	if slot.Kind == query.ValueSlot && slot.Field == query.Speaker {
		return []statements.Suggestion{{Token: "hope", Label: "Anthony Hope", Count: 7 + l.grown}}, nil
	}
	return nil, nil
}

func (l *shelf) ToggleMark(_ context.Context, id string) (bool, string, error) {
	if l.failing == nil {
		l.marked[id] = !l.marked[id]
	}
	return l.marked[id], "", l.failing
}

func (l *shelf) Marked(id string) bool { return l.marked[id] }

// desk is a screen with its commands carried out at once.
type desk struct {
	*testing.T
	*statements.Screen
	said []nav.Said
}

func open(t *testing.T, l *shelf, width int, line string) *desk {
	d := &desk{T: t, Screen: statements.New(l, theme.New(theme.Options{}), line)}
	d.Resize(width, 38)
	d.carryOut(d.Init())
	return d
}

func (d *desk) carryOut(cmd tea.Cmd) { screentest.CarryOut(cmd, d.Update, d.take) }

// take keeps what is said to the root.
func (d *desk) take(msg tea.Msg) bool {
	switch msg := msg.(type) {
	case nav.Said:
		d.said = append(d.said, msg)
	case nav.Marked:
		d.said = append(d.said, msg.News())
		return false
	default:
		return false
	}
	return true
}

func (d *desk) do(ids ...keys.ID) *desk {
	d.Helper()
	screentest.Commands(d, d.command, d.carryOut, ids...)
	return d
}

// command carries out a command as the root does: not if the screen refuses it.
func (d *desk) command(id keys.ID) (tea.Cmd, bool) {
	if reason := d.Refusal(id); reason != "" {
		return nav.Refuse(reason), true
	}
	return d.Do(id)
}

func (d *desk) typeText(text string) *desk {
	for _, key := range screentest.Typed(text) {
		d.carryOut(d.Type(key))
	}
	return d
}

func (d *desk) screen() string { return screentest.Drawn(d.View()) }

func (d *desk) shows(texts ...string) *desk {
	d.Helper()
	screentest.Shows(d, d.screen(), texts...)
	return d
}

func (d *desk) hides(texts ...string) *desk {
	d.Helper()
	screentest.Hides(d, d.screen(), texts...)
	return d
}

// slow holds back what a screen wants done until it is let go on.
type slow struct {
	*desk
	held []tea.Cmd
}

func (d *slow) press(ids ...keys.ID) {
	d.Helper()
	for _, id := range ids {
		cmd, ok := d.Do(id)
		if !ok {
			d.Fatalf("%s means nothing here", id)
		}
		d.held = append(d.held, cmd)
	}
}

func (d *slow) release() {
	for _, cmd := range d.held {
		d.carryOut(cmd)
	}
	d.held = nil
}
