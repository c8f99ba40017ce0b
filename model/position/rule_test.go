package position_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"onrecord/model/position"
)

func TestWhereAnActorStands(t *testing.T) {
	tests := []struct{ name, story, want string }{
		{"one statement is a position", "1 Anna support", "supports"},
		{"about it, without a stance", "1 Anna about", "took no position"},
		{"a statement without a stance changes nothing", "1 Anna oppose, 5 Ben about", "opposes"},
		{"the state itself is a voice", "1 Land oppose", "opposes"},

		{"support and opposition are mixed", "1 Anna support, 9 Ben oppose, 9 Anna support", "mixed, its speakers disagree"},
		{"no majority outvotes the other side", "5 Anna support, 5 Ben support, 5 Carl support, 5 Dora oppose", "mixed, its speakers disagree"},
		{"one side older than the other is moving", "1 Anna oppose, 9 Ben support", "mixed, its speakers disagree, moving to support"},
		{"moving the other way", "1 Anna support, 9 Ben oppose", "mixed, its speakers disagree, moving to opposition"},
		{"both on one day", "1 Anna support, 1 Anna oppose", "mixed"},
		{"there and back again", "1 Anna support, 5 Anna oppose, 9 Anna support", "mixed"},
		{"there and back again, between others", "1 Anna support, 5 Anna oppose, 9 Anna support, 9 Ben support", "mixed, its speakers disagree"},

		{"changing sides is moving", "1 Anna support, 9 Anna oppose", "opposes, before: supports"},
		{"both on an older day do not count", "1 Anna support, 1 Anna oppose, 9 Anna oppose", "opposes"},
		{"after the window another voice may differ", "1 Anna support, 31 Ben oppose", "opposes, before: supports"},
		{"the last day of the window", "1 Anna support, 30 Ben oppose", "mixed, its speakers disagree, moving to opposition"},

		{"conditions only", "1 Anna conditional", "conditional"},
		{"more conditions than sides", "1 Anna support, 2 Ben conditional, 3 Carl conditional", "conditional"},
		{"more sides than conditions", "1 Anna support, 2 Ben support, 3 Carl conditional", "supports"},
		{"as many, and the side is newer", "1 Anna conditional, 2 Ben oppose", "opposes"},
		{"as many, and the condition is newer", "1 Anna oppose, 2 Ben conditional", "conditional"},
		{"as many on the same day", "1 Anna oppose, 1 Ben conditional", "conditional"},
		{"a condition on the same day holds for the side", "1 Anna support, 1 Anna conditional", "conditional"},
		{"each voice counts once", "1 Anna support, 2 Anna support, 3 Anna support, 3 Ben conditional, 3 Carl conditional", "conditional"},
		{"a condition is given up", "1 Anna conditional, 9 Anna support", "supports, before: conditional"},

		{"neutral only", "1 Anna neutral", "neutral"},
		{"neutral gives way to others", "1 Anna support, 9 Ben neutral", "supports"},
		{"neutral takes nothing back", "1 Anna support, 9 Anna neutral", "supports"},
		{"neutral gives way to a condition", "1 Anna conditional, 9 Ben neutral", "conditional"},
		{"neutral long after", "1 Anna support, 40 Anna neutral", "neutral, before: supports"},
		{"neutral and then a side", "1 Anna neutral, 9 Anna oppose", "opposes, before: neutral"},
		{"neutral and then another's side is no move", "1 Anna neutral, 9 Ben oppose", "opposes"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			m := build(t, told(t, test.story).collection(t, nil), position.Options{})
			cell := m.Rows[0].Cell(m.Columns[0])
			if got := cell.Words(); got != test.want {
				t.Errorf("%s: %s, want %s", test.story, got, test.want)
			}
		})
	}
}

func TestWindow(t *testing.T) {
	c := told(t, "1 Anna support, 20 Ben oppose, 60 Carl oppose").collection(t, nil)
	for window, want := range map[int]position.Stand{0: position.Oppose, 41: position.Oppose, 60: position.Mixed, -1: position.Mixed} {
		m := build(t, c, position.Options{Window: window})
		if got := m.Rows[0].Cell(m.Columns[0]).Stand; got != want {
			t.Errorf("a window of %d days: %s, want %s", window, got, want)
		}
	}
}

func TestShifts(t *testing.T) {
	tests := []struct{ name, story, want string }{
		{"none", "1 Anna support, 5 Ben support", ""},
		{"one speaker changes sides", "1 Anna support, 3 Anna support, 9 Anna oppose, 12 Anna oppose",
			"support>oppose day 9 between 3 Anna and 9 Anna since 2"},
		{"of those who take the new stance the same speaker is named", "1 Anna support, 40 Ben oppose, 40 Anna oppose",
			"support>oppose day 40 between 1 Anna and 40 Anna since 2"},
		{"of several others the one whose id comes first", "1 Anna support, 40 Ben oppose, 40 Carl oppose",
			"support>oppose day 40 between 1 Anna and 40 Ben since 2"},
		{"another speaker after the window", "1 Anna support, 40 Ben oppose", "support>oppose day 40 between 1 Anna and 40 Ben since 1"},
		{"disagreement is no shift", "1 Anna support, 5 Ben oppose, 9 Anna support", ""},
		{"through mixed", "1 Anna support, 20 Ben oppose, 40 Ben oppose", "support>oppose day 20 between 1 Anna and 20 Ben since 2"},
		{"one out of line is no shift", "1 Anna support, 40 Ben oppose, 80 Anna support", ""},
		{"two out of line are two shifts", "1 Anna support, 40 Ben oppose, 41 Ben oppose, 80 Anna support",
			"support>oppose day 40 between 1 Anna and 40 Ben since 2; oppose>support day 80 between 41 Ben and 80 Anna since 1"},
		{"the newest one may be out of line", "1 Anna support, 40 Ben oppose, 80 Anna support, 120 Anna oppose",
			"support>oppose day 120 between 80 Anna and 120 Anna since 1"},
		{"more voices are no shift while one holds the old stance", "1 Anna oppose, 5 Ben conditional, 6 Carl conditional", ""},
		{"all voices one by one", "1 Anna support, 1 Ben support, 5 Anna conditional, 9 Ben conditional",
			"support>conditional day 5 between 1 Anna and 5 Anna since 2"},
		{"from a condition to neutral is no shift", "1 Anna conditional, 40 Anna neutral", ""},
		{"who was silent on it and answers", "1 Anna neutral, 5 Anna support", "neutral>support day 5 between 1 Anna and 5 Anna since 1"},
		{"others answer for who is neutral", "1 Anna neutral, 5 Ben support", ""},
		{"to neutral only after a while", "1 Anna support, 5 Anna neutral, 40 Anna neutral",
			"support>neutral day 5 between 1 Anna and 5 Anna since 2"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			m := build(t, told(t, test.story).collection(t, nil), position.Options{})
			strip := m.Strip(m.Rows[0], m.Columns[0])
			if got := shiftText(strip.Shifts); got != test.want {
				t.Errorf("%s:\n got %q\nwant %q", test.story, got, test.want)
			}
		})
	}
}

func shiftText(shifts []position.Shift) string {
	var parts []string
	for _, s := range shifts {
		parts = append(parts, fmt.Sprintf("%s>%s day %d between %d %s and %d %s since %d", s.From, s.To, day(s.Day),
			day(s.Before.Day), s.Before.Speaker.Name, day(s.After.Day), s.After.Speaker.Name, s.Since))
	}
	return strings.Join(parts, "; ")
}

func TestOfManyShiftsTheLastIsTold(t *testing.T) {
	m := build(t, told(t, "1 Anna support, 2 Anna support, 40 Anna oppose, 41 Anna oppose, 80 Anna support, 81 Anna support, "+
		"120 Anna oppose, 121 Anna oppose, 240 Anna neutral").collection(t, nil), position.Options{})
	got := m.Explain(m.Rows[0], m.Columns[0])
	want := []string{
		"It, with Anna, moved from opposes to neutral between 1 May 2022 and 28 August 2022.",
		"It had shifted 3 times before.",
	}
	if n := len(m.Strip(m.Rows[0], m.Columns[0]).Shifts); n != 4 || !slices.Equal(got[len(got)-2:], want) {
		t.Errorf("of %d shifts is told %q, want %q", n, got, want)
	}
}

func TestShiftListIsNewestFirst(t *testing.T) {
	m := build(t, told(t, "1 Anna support, 40 Ben oppose, 41 Ben oppose, 80 Anna support").collection(t, nil), position.Options{})
	shifts, err := m.Shifts(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	if len(shifts) != 2 || shifts[0].Move != position.Up || shifts[1].Move != position.Down {
		t.Errorf("shifts are %q, want up before down", shiftText(shifts))
	}
}

func TestStripReadsThePositionOverTime(t *testing.T) {
	m := build(t, told(t, "1 Anna support, 5 Ben oppose, 40 Ben oppose, 41 Anna about").collection(t, nil), position.Options{})
	strip := m.Strip(m.Rows[0], m.Columns[0])
	var got []string
	for _, s := range strip.Steps {
		got = append(got, fmt.Sprint(day(s.Day), " ", s.Stand))
	}
	if text := strings.Join(got, ", "); text != "1 support, 5 mixed, 40 oppose" {
		t.Errorf("the strip reads %s", text)
	}
	if len(strip.Points) != 3 || day(strip.Points[0].Day) != 1 {
		t.Errorf("the points are %v", strip.Points)
	}
}

func TestRuleCanBeRead(t *testing.T) {
	rule := strings.Join(position.Rule(), "\n")
	if !strings.Contains(rule, fmt.Sprint(position.DefaultWindow, " days")) {
		t.Error("the rule does not tell the window")
	}
	for _, word := range []string{"Mixed", "Conditional", "Neutral", "Silent", "shift"} {
		if !strings.Contains(rule, word) {
			t.Errorf("the rule does not explain %q", word)
		}
	}
}
