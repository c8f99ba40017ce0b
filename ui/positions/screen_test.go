package positions_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"onrecord/model"
	"onrecord/model/position"
	"onrecord/model/query"
	"onrecord/ui/keys"
	"onrecord/ui/nav"
	"onrecord/ui/positions"
	"onrecord/ui/theme"
)

// shelf is a library over a small collection. It understands for:, topic: and speaker:, each with ids.
type shelf struct {
	c       *model.Collection
	asked   []string
	reading bool
	saving  error
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

func (l *shelf) Stand(ctx context.Context, line string) (positions.Answer, error) {
	l.asked = append(l.asked, line)
	m, err := position.Build(ctx, l.c, l.find(line), position.Options{})
	if err != nil {
		return positions.Answer{}, err
	}
	a := positions.Answer{Line: line, Total: l.c.Len(), Matrix: m}
	if l.reading {
		a.Reading = &positions.Progress{Done: 0.25}
	}
	return a, nil
}

func (l *shelf) Export(_ context.Context, f positions.Format, line string) (string, error) {
	return "matrix." + string(f), l.saving
}

// desk is a screen with its commands carried out at once.
type desk struct {
	*testing.T
	*positions.Screen
	shelf *shelf
	said  []nav.Said
	went  []nav.Go
	line  string // the query in force, as other screens are told
}

func open(t *testing.T, l *shelf, width, height int, line string) *desk {
	d := &desk{T: t, Screen: positions.New(l, theme.New(theme.Options{}), line), shelf: l, line: line}
	d.Resize(width, height)
	d.carryOut(d.Init())
	d.carryOut(d.Narrow(line))
	return d
}

// carryOut runs a command and gives what it brings to the screen, until nothing more comes.
func (d *desk) carryOut(cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	switch msg := cmd().(type) {
	case nil:
	case tea.BatchMsg:
		for _, c := range msg {
			d.carryOut(c)
		}
	case nav.Said:
		d.said = append(d.said, msg)
	case nav.Filtered:
		d.line = msg.Line
	case nav.Go:
		d.went = append(d.went, msg)
	default:
		d.carryOut(d.Update(msg))
	}
}

func (d *desk) do(ids ...keys.ID) *desk {
	d.Helper()
	for _, id := range ids {
		cmd, ok := d.Do(id)
		if !ok {
			d.Fatalf("%s means nothing here", id)
		}
		d.carryOut(cmd)
	}
	return d
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

func (d *desk) screen() string {
	lines, _ := d.View()
	return ansi.Strip(strings.Join(lines, "\n"))
}

func (d *desk) shows(texts ...string) *desk {
	d.Helper()
	screen := d.screen()
	for _, text := range texts {
		if !strings.Contains(screen, text) {
			d.Errorf("%q is not on the screen:\n%s", text, screen)
		}
	}
	return d
}

func (d *desk) hides(texts ...string) *desk {
	d.Helper()
	screen := d.screen()
	for _, text := range texts {
		if strings.Contains(screen, text) {
			d.Errorf("%q is on the screen:\n%s", text, screen)
		}
	}
	return d
}

// row is the line on the screen that shows an actor.
func (d *desk) row(name string) string {
	d.Helper()
	for _, line := range strings.Split(d.screen(), "\n") {
		if strings.Contains(line, name+" ") {
			return line
		}
	}
	d.Fatalf("%s has no row:\n%s", name, d.screen())
	return ""
}

func TestACellShowsSignNumberAndMove(t *testing.T) {
	d := open(t, winter(t), 120, 38, "")
	for actor, want := range map[string]string{
		"Russia": "▸ Russia 4 ○ 2 · 1 ◐ 1", "France": "▸ France 3 ● 2 · ● 1", "Ada Pilger": "Ada Pilger 1 · · – 1",
		"Germany": "▸ Germany 4 ● 1 ● 3↗ ·",
	} {
		got := strings.Join(strings.Fields(strings.TrimLeft(d.row(actor), "▌ ")), " ")
		if got != want {
			t.Errorf("the row of %s is %q, want %q", actor, got, want)
		}
	}
	d.shows("Open door", "12 of 12", "4 actors  ·  3 topics", "● supports")
}

func TestEnterLeadsToTheEvidence(t *testing.T) {
	d := open(t, winter(t), 120, 38, "")
	for _, test := range []struct {
		goal, want string
	}{
		{"for:russia topic:door", "stance:any topic:door for:russia"},
		{"for:russia topic:gas", "topic:gas for:russia"}, // spoke about it, took no position
	} {
		d := open(t, winter(t), 120, 38, "")
		d.carryOut(d.Narrow(test.goal))
		d.do(keys.Clear, keys.Open)
		if got := d.lead(); got.Screen != keys.Statements || got.Line != test.want {
			t.Errorf("led to %+v, want %q", got, test.want)
		}
	}
	if d.do(keys.Down, keys.Down, keys.TopicRight, keys.Open); len(d.went) > 0 || !strings.Contains(d.saying(), "France is silent on") {
		t.Errorf("on a silent cell it led to %v and said %q", d.went, d.saying())
	}
}

func TestASpeakerOfAnActorHasItsOwnEvidence(t *testing.T) {
	d := open(t, winter(t), 120, 38, "for:germany")
	d.do(keys.Unfold).shows("▾ Germany", "Olaf Scholz", "Annalena Baerbock")
	d.do(keys.Down, keys.TopicRight, keys.Open)
	if got := d.lead().Line; !strings.Contains(got, "speaker:") || !strings.Contains(got, "for:germany") {
		t.Errorf("led to %q", got)
	}
	d.do(keys.Unfold).shows("▸ Germany").hides("   Olaf Scholz")
}

func TestWhoComesBackFindsTheMatrixAsItWas(t *testing.T) {
	d := open(t, winter(t), 120, 38, "")
	d.do(keys.Down, keys.TopicRight)
	before := d.screen()
	d.do(keys.Open)
	d.line = d.lead().Line
	d.carryOut(d.Narrow(d.line))
	if d.line != "" || d.screen() != before {
		t.Errorf("the line is %q, and the screen:\n%s\nand was:\n%s", d.line, d.screen(), before)
	}
}

func TestALineThatAsksForACellLeadsThere(t *testing.T) {
	d := open(t, winter(t), 120, 38, "")
	d.carryOut(d.Narrow("for:russia topic:talks"))
	d.shows("Russia on Talks", "◐ sets conditions", "3 actors and 2 topics have no statement")
	d.do(keys.Clear).shows("Russia on Talks", "4 actors")
}

func TestFiltersFromTheMatrix(t *testing.T) {
	for _, test := range []struct {
		name string
		do   []keys.ID
		want string
	}{
		{"a cell asks for both", []keys.ID{keys.AskFor}, "for:germany topic:door"},
		{"and takes both out again", []keys.ID{keys.AskFor, keys.AskFor}, ""},
		{"an actor's name asks for the actor", []keys.ID{keys.TopicLeft, keys.AskFor}, "for:germany"},
		{"and leaves it out", []keys.ID{keys.TopicLeft, keys.LeaveOut}, "-for:germany"},
		{"a topic's name asks for the topic", []keys.ID{keys.Up, keys.AskFor}, "topic:door"},
		{"and leaves it out", []keys.ID{keys.NextPane, keys.NextPane, keys.LeaveOut}, "-topic:door"},
		{"a cell leaves nothing out", []keys.ID{keys.LeaveOut}, ""},
		{"esc takes the last layer off", []keys.ID{keys.AskFor, keys.Back}, "for:germany"},
		{"and the past comes back", []keys.ID{keys.AskFor, keys.Back, keys.FilterBack}, "for:germany topic:door"},
	} {
		t.Run(test.name, func(t *testing.T) {
			d := open(t, winter(t), 120, 38, "").do(test.do...)
			if d.line != test.want {
				t.Errorf("the line is %q, want %q", d.line, test.want)
			}
		})
	}
}

func TestOrders(t *testing.T) {
	d := open(t, winter(t), 120, 38, "")
	order := func() string {
		var names []string
		for _, line := range strings.Split(d.screen(), "\n") {
			for _, name := range []string{"France", "Germany", "Russia", "Ada Pilger"} {
				if strings.Contains(line, name) && !strings.Contains(line, " on ") && len(names) < 4 {
					names = append(names, name)
				}
			}
		}
		return strings.Join(names, ",")
	}
	if got := order(); got != "Germany,Russia,France,Ada Pilger" {
		t.Errorf("by number: %s", got)
	}
	d.do(keys.Down).shows("Russia on Open door")
	d.do(keys.OrderActors).shows("by name", "Russia on Open door")
	if got := order(); got != "Ada Pilger,France,Germany,Russia" {
		t.Errorf("by name: %s", got)
	}
	d.do(keys.OrderActors).shows("by likeness", "Russia on Open door")
	if got := order(); strings.Index(got, "France") > strings.Index(got, "Russia") && strings.Index(got, "Germany") < strings.Index(got, "Russia") {
		t.Errorf("by likeness Russia stands between Germany and France: %s", got)
	}
}

func TestALateAnswerIsDropped(t *testing.T) {
	d := open(t, winter(t), 120, 38, "")
	d.do(keys.Find)
	late := d.Type(tea.KeyPressMsg{Text: "for:russia", Code: 'a'})
	d.carryOut(d.Type(tea.KeyPressMsg{Text: " topic:door", Code: 'a'}))
	d.shows("2 of 12")
	d.carryOut(late)
	d.shows("2 of 12", "for:russia topic:door")
}

func TestTheCursorStaysWhileMoreArrives(t *testing.T) {
	l := winter(t)
	d := open(t, l, 120, 38, "").do(keys.Down, keys.TopicRight, keys.TopicRight).shows("Russia on Talks")
	l.c = collection(t, "1 france moon support", "2 france moon support", "3 france moon support", "4 france door support",
		"7 putin talks conditional", "8 putin talks oppose")
	l.reading = true
	d.carryOut(d.Update(nav.Grown{}))
	d.shows("Russia on Talks", "6 of 6 so far, 25% read", "The moon")
}

func TestAScreenThatNobodyHasSeenAsksNothing(t *testing.T) {
	l := winter(t)
	d := &desk{T: t, Screen: positions.New(l, theme.New(theme.Options{}), ""), shelf: l}
	d.Resize(120, 38)
	d.carryOut(d.Init())
	d.carryOut(d.Update(nav.Grown{}))
	if len(l.asked) > 0 {
		t.Errorf("asked for %q", l.asked)
	}
	d.carryOut(d.Narrow(""))
	d.carryOut(d.Narrow(""))
	if len(l.asked) != 1 {
		t.Errorf("asked for %q", l.asked)
	}
}

func TestNarrowScreensShowAList(t *testing.T) {
	d := open(t, winter(t), 50, 13, "")
	d.shows("‹ Germany ›", "● 1   Open door").hides("▸ Russia")
	d.do(keys.Down).shows("▌ ● 3↗  Confidentiality of pipelines")
	d.do(keys.TopicRight).shows("‹ Russia ›", "▌ · 1   Confidentiality")
	d.do(keys.NextPane).shows("‹ Confidentiality of pipelines ›", "▌ · 1   Russia", "● 3↗  Germany")
}

func TestShifts(t *testing.T) {
	d := open(t, winter(t), 120, 38, "").do(keys.ShowShifts)
	d.shows("What moved  ·  1 shift", "Germany on Confidentiality of pipelines", "○ oppose → ● support",
		"○ 3 January 2022  Olaf Scholz", "“Words of scholz on day 3.”", "2 statements agree with it from then on")
	d.do(keys.Open)
	if got := d.lead().Line; got != "stance:any topic:gas for:germany" {
		t.Errorf("led to %q", got)
	}
	d.do(keys.Back).shows("▸ Germany")
	d.carryOut(d.Narrow("for:france"))
	d.do(keys.ShowShifts).shows("nobody's position shifted")
}

func TestCompare(t *testing.T) {
	d := open(t, winter(t), 120, 38, "")
	if d.do(keys.CompareActors); !strings.Contains(d.saying(), "Choose two to four") {
		t.Errorf("said %q", d.saying())
	}
	d.do(keys.ChooseActor, keys.Down, keys.ChooseActor).shows("2 chosen")
	d.do(keys.CompareActors).shows("Germany and Russia agree on 0 of 1 topic on which both take a position (0%)",
		"Annalena Baerbock, 6 January 2022", "Vladimir Putin, 5 January 2022")
	d.do(keys.TopicRight, keys.Open)
	if got := d.lead().Line; got != "stance:any topic:door for:russia" {
		t.Errorf("led to %q", got)
	}
	d.do(keys.Back).do(keys.ChooseActor).shows("1 chosen")
}

func TestFiveAreTooMany(t *testing.T) {
	d := open(t, winter(t), 120, 38, "").do(keys.Unfold)
	for range 5 {
		d.do(keys.ChooseActor, keys.Down)
	}
	if d.shows("4 chosen"); !strings.Contains(d.saying(), "Four") {
		t.Errorf("said %q", d.saying())
	}
}

func TestATopicHasAPage(t *testing.T) {
	d := open(t, winter(t), 120, 38, "").do(keys.ShowTopic)
	d.shows("Open door  ·  5 statements", "The door stays open.", "● supports it · 2", "○ opposes it · 1", "silent · 1  Ada Pilger")
	d.do(keys.Down, keys.Down, keys.Open)
	if got := d.lead().Line; got != "stance:any topic:door for:russia" {
		t.Errorf("led to %q", got)
	}
	d.do(keys.Back, keys.TopicRight, keys.Up, keys.Open).shows("The pipeline is stopped.")
	d.carryOut(d.Narrow("for:france"))
	d.shows("Nothing is said on this topic under this filter.")
}

func TestTheRuleCanBeRead(t *testing.T) {
	d := open(t, winter(t), 120, 38, "").do(keys.ShowRule)
	d.shows("How a position comes about")
	for _, paragraph := range position.Rule()[:2] {
		d.shows(strings.Join(strings.Fields(paragraph)[:4], " "))
	}
	d.do(keys.Back).hides("How a position comes about")
}

func TestSaving(t *testing.T) {
	l := winter(t)
	d := open(t, l, 120, 38, "").do(keys.SaveHTML)
	if d.saying() != "Saved as matrix.html" {
		t.Errorf("said %q", d.saying())
	}
	l.saving = errors.New("the disk is full")
	if d.do(keys.SaveCSV); d.saying() != "the disk is full" || !d.said[len(d.said)-1].Bad {
		t.Errorf("said %+v", d.said)
	}
}

func TestNothingFoundSaysSo(t *testing.T) {
	d := open(t, winter(t), 120, 38, "topic:moon")
	d.shows("0 of 12", "No statement is found")
	for _, id := range []keys.ID{keys.Up, keys.Open, keys.Unfold, keys.ChooseActor, keys.NextPane, keys.ShowTopic, keys.AskFor, keys.LeaveOut, keys.ShowShifts} {
		d.do(id)
	}
	d.do(keys.Back, keys.Back).shows("Germany")
	if _, ok := d.Do(keys.Back); ok {
		t.Error("there is a layer below the last one")
	}
}

func TestPlainTellsTheCell(t *testing.T) {
	d := open(t, winter(t), 120, 38, "").do(keys.Down)
	if got := d.Plain(); !strings.HasPrefix(got, "The proposition: The door stays open.\nRussia on Open door: opposes it.\n") || len(got) < 120 {
		t.Errorf("plain: %q", got)
	}
}

func TestClicks(t *testing.T) {
	d := open(t, winter(t), 120, 38, "")
	click := func(text string) {
		t.Helper()
		for y, line := range strings.Split(d.screen(), "\n") {
			if i := strings.Index(line, text); i >= 0 {
				d.carryOut(d.Click(len([]rune(line[:i])), y))
				return
			}
		}
		t.Fatalf("%q is nowhere", text)
	}
	click("○ 2")
	d.shows("Russia on Open door")
	click("○ 2")
	if got := d.lead().Line; got != "stance:any topic:door for:russia" {
		t.Errorf("led to %q", got)
	}
	click("France")
	d.shows("France  ·  3 statements")
	click("Talks")
	click("Talks")
	d.shows("They talk.", "– is neutral · 1")
}
