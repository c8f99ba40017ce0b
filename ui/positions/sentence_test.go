package positions_test

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"onrecord/ui/clip"
	"onrecord/ui/keys"
	"onrecord/ui/nav"
	"onrecord/ui/screentest"
)

// copied carries out a copy, and returns what it says was copied.
func (d *desk) copied(id keys.ID) string {
	d.Helper()
	label := ""
	cmd, _ := d.command(id)
	screentest.CarryOut(cmd, d.Update, func(msg tea.Msg) bool {
		done, ok := msg.(clip.Done)
		if ok {
			label = done.Label
		}
		return ok || d.take(msg)
	})
	return label
}

// TestCommandsAreAboutTheWordsThatAreShown copies and marks on every view that shows the words of a statement.
func TestCommandsAreAboutTheWordsThatAreShown(t *testing.T) {
	tests := []struct {
		name  string
		keys  []keys.ID
		words string // a part of the words of the statement that the commands are about
		label string
		id    string
	}{
		{"the newest statement of an actor on a topic", []keys.ID{keys.ShowTopic}, "Words of france on day 31", "France, 31 January 2022", "s9"},
		{"the statement after a shift", []keys.ID{keys.ShowShifts}, "Words of scholz on day 60", "Olaf Scholz, 1 March 2022", "s10"},
		{"the statement before a shift", []keys.ID{keys.ShowShifts, keys.NextPane}, "Words of scholz on day 3", "Olaf Scholz, 3 January 2022", "s2"},
		{"the strongest statement in a comparison", []keys.ID{keys.ChooseActor, keys.Down, keys.ChooseActor, keys.CompareActors, keys.NextPane},
			"Words of putin on day 5", "Vladimir Putin, 5 January 2022", "s4"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			d := open(t, winter(t), 120, 38, "").do(test.keys...)
			d.shows(test.words)
			if got := d.copied(keys.Copy); !strings.HasPrefix(got, "the citation: "+test.label) {
				t.Errorf("copied %q, want the citation of %s", got, test.label)
			}
			if d.do(keys.Mark); d.saying() != "Marked; is:marked finds all of them" || !d.shelf.marked[test.id] {
				t.Errorf("marking says %q; marked are %v", d.saying(), d.shelf.marked)
			}
			if d.do(keys.Mark); d.saying() != "No longer marked" {
				t.Errorf("marking again says %q", d.saying())
			}
			if d.do(keys.OpenSource); d.saying() != "This statement names no source" {
				t.Errorf("opening the source says %q", d.saying())
			}
		})
	}
}

func TestWhereNoWordsAreShownNothingIsCopied(t *testing.T) {
	for _, keysTo := range [][]keys.ID{nil, {keys.ShowRule}} {
		d := open(t, winter(t), 120, 38, "").do(keysTo...).do(keys.Copy)
		if d.saying() != "No statement is shown here" {
			t.Errorf("after %v copying says %q", keysTo, d.saying())
		}
	}
}

func TestAllChosenActorsAreDeselectedAtOnce(t *testing.T) {
	d := open(t, winter(t), 120, 38, "").do(keys.ChooseActor, keys.Down, keys.ChooseActor).shows("2 chosen")
	d.do(keys.ChooseNone).hides("chosen")
	if d.do(keys.ChooseNone); d.saying() != "No actor is chosen; space chooses one" {
		t.Errorf("said %q", d.saying())
	}
}

func TestLeavingOutACellAsksWhichOfTheTwo(t *testing.T) {
	for _, keysTo := range [][]keys.ID{nil, {keys.ShowTopic}, {keys.ShowShifts}} {
		d := open(t, winter(t), 120, 38, "").do(keysTo...)
		cmd, _ := d.command(keys.LeaveOut)
		choose, ok := cmd().(nav.Choose)
		if !ok || len(choose.Options) != 2 || !strings.HasPrefix(choose.Options[0].Go.Line, "-for:") ||
			!strings.HasPrefix(choose.Options[1].Go.Line, "-topic:") {
			t.Errorf("after %v it offers %+v", keysTo, choose)
		}
	}
}

func TestTypingGoesToAnActorOrATopic(t *testing.T) {
	tests := []struct{ typed, shows string }{
		{"fr", "France on Open door"},
		{"RUSS", "Russia on Open door"},
		{"conf", "Germany on Confidentiality of pipelines"},
		{"pipe", "Germany on Confidentiality of pipelines"},
		{"zz", "no such name"},
	}
	for _, test := range tests {
		d := open(t, winter(t), 120, 38, "").do(keys.GoToName)
		if d.Scope() != keys.Jump {
			t.Fatal("it takes no letters")
		}
		for _, key := range screentest.Typed(test.typed) {
			d.carryOut(d.Type(key))
		}
		d.shows(test.shows, "Go to: "+test.typed)
		before := d.do(keys.StayHere).screen()
		if d.hides("Go to: "); test.typed != "zz" && !strings.Contains(before, test.shows) {
			t.Errorf("the cursor left %q:\n%s", test.shows, before)
		}
	}
	d := open(t, winter(t), 120, 38, "").do(keys.Down, keys.GoToName)
	d.carryOut(d.Type(tea.PasteMsg{Content: "france"}))
	d.shows("France on Open door").do(keys.Back).shows("Russia on Open door").hides("Go to: ")
}
