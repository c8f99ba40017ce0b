package timeline_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"onrecord/model"
	"onrecord/model/query"
	"onrecord/model/search"
	"onrecord/ui/keys"
	"onrecord/ui/line"
	"onrecord/ui/nav"
	"onrecord/ui/screentest"
	"onrecord/ui/theme"
	"onrecord/ui/timeline"
)

// shelf is a library with an index in it.
type shelf struct {
	index    *search.Index
	progress *line.Progress
	asked    []string
	broken   error // of counting
	marked   map[string]bool
}

func (l *shelf) Marked(id string) bool { return l.marked[id] }

func (l *shelf) ToggleMark(_ context.Context, id string) (bool, string, error) {
	if l.marked == nil {
		l.marked = map[string]bool{}
	}
	l.marked[id] = !l.marked[id]
	return l.marked[id], "", nil
}

func (l *shelf) Count(ctx context.Context, value string, by timeline.By) (timeline.Answer, error) {
	l.asked = append(l.asked, value)
	if l.broken != nil {
		return timeline.Answer{}, l.broken
	}
	q := query.Parse(value)
	found, err := l.index.Select(ctx, q, nil)
	if err != nil {
		return timeline.Answer{}, err
	}
	c := l.index.Collection()
	chart, err := timeline.Gather(ctx, c, found, timeline.Wish{By: by, Topics: found.Topics(), Stances: found.Stances()})
	return timeline.Answer{Line: value, Total: c.Len(), Chart: chart, Taken: line.Taken{Hints: q.Hints}, Reading: l.progress}, err
}

// finds counts what a line finds.
func (l *shelf) finds(t testing.TB, line string) int {
	t.Helper()
	found, err := l.index.Select(context.Background(), query.Parse(line), nil)
	if err != nil {
		t.Fatal(err)
	}
	return found.Len()
}

func shelve(t testing.TB, c *model.Collection) *shelf {
	t.Helper()
	index, err := search.Extend(context.Background(), nil, c)
	if err != nil {
		t.Fatal(err)
	}
	return &shelf{index: index}
}

// said is a statement in short: when, who, on what, with which stance.
type said struct {
	date, who string
	topics    []string
	stance    model.Stance
	form      model.Form
}

// ruritania is a small collection. Hope speaks for nobody, the count for France, and the envoy speaks once for France
// and otherwise for Ruritania.
var ruritania = []said{
	{date: "2021-11-30", who: "hope", topics: []string{"throne"}},
	{date: "2022-01-03", who: "count", topics: []string{"throne", "border"}, stance: model.Support},
	{date: "2022-01-03", who: "envoy", topics: []string{"border"}, stance: model.Oppose, form: model.Direct},
	{date: "2022-01-03", who: "france", topics: []string{"border"}},
	{date: "2022-01-05", who: "envoy", topics: []string{"border"}},
	{date: "2022-01-20", who: "count"},
	{date: "2022-02-10", who: "count", topics: []string{"border"}, stance: model.Oppose},
	{date: "2022-02-10", who: "envoy:france", topics: []string{"throne"}},
}

func collect(t testing.TB, all []said) *model.Collection {
	t.Helper()
	france := &model.Speaker{ID: "france", Name: "France", Kind: model.State}
	home := &model.Speaker{ID: "ruritania", Name: "Ruritania", Kind: model.State}
	speakers := map[string]*model.Speaker{
		"france": france, "ruritania": home,
		"hope":  {ID: "hope", Name: "Anthony Hope"},
		"count": {ID: "count", Name: "The Count", Affiliation: france},
		"envoy": {ID: "envoy", Name: "The Envoy", Affiliation: home},
	}
	topics := map[string]*model.Topic{
		"throne": {ID: "throne", Name: "Throne"}, "border": {ID: "border", Name: "Open border"},
	}
	b := model.NewBuilder(model.Info{Name: "test"})
	for _, id := range []string{"france", "ruritania", "hope", "count", "envoy"} {
		b.AddSpeaker(speakers[id])
	}
	b.AddTopic(topics["throne"])
	b.AddTopic(topics["border"])
	for i, one := range all {
		who, actor, own := strings.Cut(one.who, ":")
		day, err := model.ParseDay(one.date)
		if err != nil {
			t.Fatal(err)
		}
		s := model.Statement{
			ID: fmt.Sprint("s", i), Speaker: speakers[who], Day: day, Form: one.form, Lang: "en",
			Text: fmt.Sprintf("Statement number %d.", i),
		}
		if own {
			s.OwnAffiliation, s.Affiliation = true, speakers[actor]
		}
		for k, id := range one.topics {
			s.Topics = append(s.Topics, topics[id])
			if k == 0 && one.stance != model.NoStance {
				s.Positions = []model.Position{{Topic: topics[id], Stance: one.stance}}
			}
		}
		if err := b.Add(s); err != nil {
			t.Fatal(err)
		}
	}
	b.Seal()
	return b.Collection()
}

// desk is a screen with its commands carried out at once.
type desk struct {
	testing.TB
	*timeline.Screen
	said  []nav.Said
	goes  *nav.Go // where it led last
	width int
}

func open(t testing.TB, l *shelf, width, height int, value string) *desk {
	d := &desk{TB: t, Screen: timeline.New(l, theme.New(theme.Options{}), value), width: width}
	d.Resize(width, height)
	d.carryOut(d.Init())
	d.carryOut(d.Narrow(value))
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
	case nav.Go:
		d.goes = &msg
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

// command carries a command out as the root does, unless the screen refuses it.
func (d *desk) command(id keys.ID) (tea.Cmd, bool) {
	if reason := d.Refusal(id); reason != "" {
		return nav.Refuse(reason), true
	}
	return d.Do(id)
}

// click presses and lets go of the button, with the mouse where it was or somewhere else.
func (d *desk) click(x, y int) *desk { return d.drag(x, y, x, y) }

func (d *desk) drag(x, y, toX, toY int) *desk {
	d.carryOut(d.Click(x, y))
	if x != toX || y != toY {
		d.carryOut(d.Drag(toX, toY))
	}
	d.carryOut(d.Release(toX, toY))
	return d
}

func (d *desk) typeText(text string) *desk {
	for _, key := range screentest.Typed(text) {
		d.carryOut(d.Type(key))
	}
	return d
}

func (d *desk) saying() string {
	if len(d.said) == 0 {
		return ""
	}
	return d.said[len(d.said)-1].Text
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

// row is the line of the screen that begins with a label, without its gutter.
func (d *desk) row(label string) string {
	d.Helper()
	return screentest.LineThat(d, d.screen(), label, func(line string) bool {
		return strings.HasPrefix(strings.TrimLeft(line, "▌✓ "), label)
	})
}

// find returns where a text begins on the screen.
func (d *desk) find(text string) (x, y int) {
	d.Helper()
	for y, line := range strings.Split(d.screen(), "\n") {
		if at := strings.Index(line, text); at >= 0 {
			return len([]rune(line[:at])), y
		}
	}
	d.Fatalf("%q is not on the screen:\n%s", text, d.screen())
	return 0, 0
}

func press(key string) tea.KeyPressMsg { return tea.KeyPressMsg{Text: key, Code: []rune(key)[0]} }

func dark() *theme.Theme { return theme.New(theme.Options{Known: true, Dark: true}) }
