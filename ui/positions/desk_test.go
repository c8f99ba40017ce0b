package positions_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"onrecord/model"
	"onrecord/model/position"
	"onrecord/model/query"
	"onrecord/ui/keys"
	"onrecord/ui/line"
	"onrecord/ui/nav"
	"onrecord/ui/positions"
	"onrecord/ui/screentest"
	"onrecord/ui/theme"
)

// shelf is a library over a small collection. It understands for:, topic: and speaker:, each with ids.
type shelf struct {
	c       *model.Collection
	asked   []string
	reading bool
	saving  error
	broken  error           // of finding the positions
	sheet   positions.Sheet // what was saved last
	marked  map[string]bool
}

// said is a statement in short: "day speaker topic stance".
func collection(t *testing.T, said ...string) *model.Collection {
	t.Helper()
	b := model.NewBuilder(model.Info{Name: "A winter"})
	speakers := map[string]*model.Speaker{}
	for _, s := range []*model.Speaker{
		{ID: "france", Name: "France", Kind: model.State},
		{ID: "germany", Name: "Germany", Kind: model.State},
		{ID: "russia", Name: "Russian Federation", Aliases: []string{"Russia"}, Kind: model.State},
		{ID: "macron", Name: "Emmanuel Macron", Kind: model.Person},
		{ID: "scholz", Name: "Olaf Scholz", Kind: model.Person},
		{ID: "baerbock", Name: "Annalena Baerbock", Kind: model.Person},
		{ID: "putin", Name: "Vladimir Putin", Kind: model.Person},
		{ID: "pilger", Name: "Ada Pilger", Kind: model.Person},
	} {
		home := map[string]string{"macron": "france", "scholz": "germany", "baerbock": "germany", "putin": "russia"}[s.ID]
		s.Affiliation = speakers[home]
		speakers[s.ID] = s
		b.AddSpeaker(s)
	}
	topics := map[string]*model.Topic{}
	for _, topic := range []*model.Topic{
		{ID: "door", Name: "Open door", Proposition: "The door stays open"},
		{ID: "gas", Name: "Confidentiality of pipelines", Proposition: "The pipeline is stopped"},
		{ID: "talks", Name: "Talks", Proposition: "They talk"},
		{ID: "moon", Name: "The moon", Proposition: "It is made of cheese"},
	} {
		topics[topic.ID] = topic
		b.AddTopic(topic)
	}
	for i, line := range said {
		var day int
		var who, what, stance string
		if _, err := fmt.Sscan(line, &day, &who, &what, &stance); err != nil {
			t.Fatal(err)
		}
		s := model.Statement{
			ID: fmt.Sprint("s", i), Speaker: speakers[who], Affiliation: speakers[who].Affiliation, Day: model.NewDay(2022, 1, day),
			Text: fmt.Sprintf("Words of %s on day %d.", who, day), Topics: []*model.Topic{topics[what]}, Lang: "en",
		}
		if i%2 == 0 {
			s.Form = model.Direct
		}
		if parsed, err := model.ParseStance(stance); err == nil && parsed != model.NoStance {
			s.Positions = []model.Position{{Topic: topics[what], Stance: parsed}}
		}
		if err := b.Add(s); err != nil {
			t.Fatal(err)
		}
	}
	b.Seal()
	return b.Collection()
}

// winter is a collection in which everything happens once.
func winter(t *testing.T) *shelf {
	return &shelf{c: collection(t,
		"1 macron door support", "2 macron talks support", "3 scholz gas oppose", "4 putin door oppose",
		"5 putin door oppose", "6 baerbock door support", "7 putin talks conditional", "8 putin gas none",
		"20 pilger talks neutral", "31 france door support", "60 scholz gas support", "61 baerbock gas support",
	)}
}

// chosen is the statements that a shelf found.
type chosen map[int]bool

func (c chosen) Len() int { return len(c) }
func (c chosen) In(b *model.Block, yield func(i int)) {
	for i := range b.Len() {
		if c[b.First()+i] {
			yield(i)
		}
	}
}

func (l *shelf) find(line string) chosen {
	found := chosen{}
	for i := range l.c.Len() {
		if l.matches(l.c.At(i), line) {
			found[i] = true
		}
	}
	return found
}

func (l *shelf) matches(s model.Statement, line string) bool {
	for _, g := range query.Parse(line).Groups {
		for _, c := range g.Clauses {
			ok := false
			for _, v := range c.Values {
				switch c.Field {
				case query.For:
					ok = ok || s.Affiliation != nil && s.Affiliation.ID == v.Text || s.Speaker.ID == v.Text
				case query.Speaker:
					ok = ok || s.Speaker.ID == v.Text
				case query.Topic:
					ok = ok || s.Topics[0].ID == v.Text
				case query.Stance:
					ok = ok || s.Stance(s.Topics[0]) != model.NoStance
				}
			}
			if ok == c.Not {
				return false
			}
		}
	}
	return true
}

func (l *shelf) Stand(ctx context.Context, value string) (positions.Answer, error) {
	l.asked = append(l.asked, value)
	if l.broken != nil {
		return positions.Answer{}, l.broken
	}
	m, err := position.Build(ctx, l.c, l.find(value), position.Options{})
	if err != nil {
		return positions.Answer{}, err
	}
	a := positions.Answer{Line: value, Total: l.c.Len(), Matrix: m}
	if l.reading {
		a.Reading = &line.Progress{Done: 0.25}
	}
	return a, nil
}

func (l *shelf) Export(_ context.Context, sheet positions.Sheet) (string, error) {
	l.sheet = sheet
	return "matrix." + string(sheet.Format), l.saving
}

func (l *shelf) Marked(id string) bool { return l.marked[id] }

func (l *shelf) ToggleMark(_ context.Context, id string) (bool, string, error) {
	if l.marked == nil {
		l.marked = map[string]bool{}
	}
	l.marked[id] = !l.marked[id]
	return l.marked[id], "", nil
}

// desk is a screen with its commands carried out at once.
type desk struct {
	*testing.T
	*positions.Screen
	shelf *shelf
	said  []nav.Said
	went  []nav.Go
}

func open(t *testing.T, l *shelf, width, height int, line string) *desk {
	d := &desk{T: t, Screen: positions.New(l, theme.New(theme.Options{}), line), shelf: l}
	d.Resize(width, height)
	d.carryOut(d.Init())
	d.carryOut(d.Narrow(line))
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
		d.went = append(d.went, msg)
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

// lead returns where the screen led to last.
func (d *desk) lead() nav.Go {
	d.Helper()
	if len(d.went) == 0 {
		d.Fatal("it led nowhere")
	}
	return d.went[len(d.went)-1]
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

// row is the line on the screen that shows an actor.
func (d *desk) row(name string) string {
	d.Helper()
	return screentest.LineThat(d, d.screen(), name, func(line string) bool { return strings.Contains(line, name+" ") })
}
