package positions_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"onrecord/model"
	"onrecord/ui/keys"
	"onrecord/ui/nav"
	"onrecord/ui/positions"
	"onrecord/ui/theme"
)

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

// Finding out who spoke for an actor takes a while if that said much; the cursor stays, on a speaker also when another
// answer comes.
func TestSpeakersAreFoundOutAside(t *testing.T) {
	said := []string{"1 putin door oppose", "1 baerbock gas support", "1 scholz door support"}
	for i := range 5000 {
		said = append(said, fmt.Sprint(i%50, " scholz door support"))
	}
	d := open(t, &shelf{c: collection(t, said...)}, 120, 38, "")
	cmd, _ := d.Do(keys.Unfold)
	d.shows("▾ Germany").hides("   Olaf Scholz")
	d.do(keys.Down).shows("Russia on Open door")
	d.carryOut(cmd)
	d.shows("   Olaf Scholz", "Russia on Open door")
	d.do(keys.Up, keys.Up).shows("Olaf Scholz on Open door")
	d.carryOut(d.Narrow("for:germany"))
	d.shows("Olaf Scholz on Open door", "1 actor")
}

func TestWhoComesBackFindsTheMatrixAsItWas(t *testing.T) {
	d := open(t, winter(t), 120, 38, "")
	d.do(keys.Down, keys.TopicRight)
	before := d.screen()
	d.do(keys.Open)
	d.carryOut(d.Narrow(d.lead().Line))
	if d.Line() != "" || d.screen() != before {
		t.Errorf("the line is %q, and the screen:\n%s\nand was:\n%s", d.Line(), d.screen(), before)
	}
}

func TestALineThatAsksForACellLeadsThere(t *testing.T) {
	d := open(t, winter(t), 120, 38, "")
	d.carryOut(d.Narrow("for:russia topic:talks"))
	d.shows("Russia on Talks", "◐ conditional", "3 actors and 2 topics have no statement")
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
			if d.Line() != test.want {
				t.Errorf("the line is %q, want %q", d.Line(), test.want)
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

func TestSaving(t *testing.T) {
	l := winter(t)
	d := open(t, l, 120, 38, "").do(keys.SaveHTML)
	if d.saying() != "Saved as matrix.html" {
		t.Errorf("said %q", d.saying())
	}
	l.saving = errors.New("the disk is full")
	if d.do(keys.SaveCSV); d.saying() != "the disk is full" || d.said[len(d.said)-1].Kind != nav.Failed {
		t.Errorf("said %+v", d.said)
	}
}

// TestWhatIsShownIsSaved unfolds an actor, and compares two.
func TestWhatIsShownIsSaved(t *testing.T) {
	l := winter(t)
	saved := func() string {
		var names []string
		for _, row := range l.sheet.Rows {
			names = append(names, row.Speaker.Short())
		}
		return strings.Join(names, ", ")
	}
	d := open(t, l, 120, 38, "for:germany,russia").do(keys.OrderActors, keys.Unfold, keys.SaveCSV)
	if got := saved(); got != "Germany, Annalena Baerbock, Olaf Scholz, Russia" || l.sheet.Compared || l.sheet.Answer.Line != "for:germany,russia" {
		t.Errorf("saved %s of %q", got, l.sheet.Answer.Line)
	}
	d.do(keys.Unfold, keys.ChooseActor, keys.Down, keys.ChooseActor, keys.CompareActors, keys.SaveCSV)
	if got := saved(); got != "Germany, Russia" || !l.sheet.Compared {
		t.Errorf("saved the comparison of %s", got)
	}
}

func TestNothingFoundSaysSo(t *testing.T) {
	d := open(t, winter(t), 120, 38, "topic:moon")
	d.shows("0 of 12", "No statement is found")
	for _, id := range []keys.ID{keys.Up, keys.Open, keys.Unfold, keys.ChooseActor, keys.NextPane, keys.ShowTopic, keys.AskFor, keys.LeaveOut, keys.ShowShifts} {
		d.do(id)
	}
	d.do(keys.Back, keys.Back).shows("Germany")
	if d.Refusal(keys.Back) == "" {
		t.Error("there is a layer below the last one")
	}
}

func TestStatementsOnNoTopicMakeNoMatrix(t *testing.T) {
	b := model.NewBuilder(model.Info{})
	s := &model.Speaker{ID: "a", Name: "Actor", Kind: model.State}
	b.AddSpeaker(s)
	if err := b.Add(model.Statement{ID: "s", Speaker: s, Day: model.NewDay(2022, 1, 1), Text: "Words."}); err != nil {
		t.Fatal(err)
	}
	b.Seal()
	d := open(t, &shelf{c: b.Collection()}, 80, 24, "")
	d.shows("Nobody takes a position here.", "1 statement found, on no topic.")
	d.do(keys.Open, keys.Unfold, keys.Down, keys.TopicRight, keys.Open)
	if len(d.went) > 0 {
		t.Errorf("it leads to %v", d.went)
	}
}

func TestPlainTellsTheCell(t *testing.T) {
	d := open(t, winter(t), 120, 38, "").do(keys.Down)
	if got := d.Plain(); !strings.HasPrefix(got, "The proposition: The door stays open.\nRussia on Open door: opposes.\n") || len(got) < 120 {
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
	d.shows("They talk.", "– neutral · 1")
}

// TestTheViewOnTopIsSaved saves a topic and the shifts, and nothing where there is only the rule.
func TestTheViewOnTopIsSaved(t *testing.T) {
	l := winter(t)
	d := open(t, l, 120, 38, "").do(keys.ShowTopic, keys.SaveHTML)
	if l.sheet.Topic == nil || l.sheet.Topic.Topic.ID != "door" || len(l.sheet.Rows) != 4 || l.sheet.Rows[3].Speaker.ID != "pilger" {
		t.Errorf("on a topic %v is saved", l.sheet.Topic)
	}
	d.do(keys.Back, keys.ShowShifts, keys.SaveCSV)
	if !l.sheet.Moved || len(l.sheet.Shifts) != 1 || l.sheet.Topic != nil {
		t.Errorf("of the shifts %v are saved", l.sheet.Shifts)
	}
	if d.do(keys.Back, keys.ShowRule, keys.SaveCSV); d.saying() != "Nothing to save here; esc leads back to the positions" {
		t.Errorf("of the rule it says %q", d.saying())
	}
}

func TestFewStepsLeadBackFromAnyNumberOfViews(t *testing.T) {
	d := open(t, winter(t), 120, 38, "")
	for range 5 {
		d.do(keys.ShowTopic, keys.ShowShifts, keys.ShowRule)
	}
	for range 3 {
		d.do(keys.Back)
	}
	if d.Scope() != keys.Matrix {
		t.Errorf("after three steps back it is at %s", d.Scope())
	}
}
