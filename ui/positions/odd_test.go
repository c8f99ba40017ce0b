package positions_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"onrecord/model"
	"onrecord/ui/keys"
)

// named is a collection in which each of some names spoke on each of some topics, on some days.
func named(t *testing.T, names, topics []string, days ...model.Day) *shelf {
	t.Helper()
	b := model.NewBuilder(model.Info{Name: "Odd"})
	var all []*model.Topic
	for i, name := range topics {
		all = append(all, &model.Topic{ID: fmt.Sprint("t", i), Name: name, Proposition: name})
		b.AddTopic(all[i])
	}
	stances := append(model.Stances(), model.NoStance)
	for i, name := range names {
		actor := &model.Speaker{ID: fmt.Sprint("a", i), Name: name, Kind: model.State}
		person := &model.Speaker{ID: fmt.Sprint("p", i), Name: name, Kind: model.Person, Affiliation: actor}
		b.AddSpeaker(actor)
		b.AddSpeaker(person)
		for k, day := range days {
			s := model.Statement{
				ID: fmt.Sprint("s", i, "-", k), Speaker: person, Affiliation: actor, Day: day, Text: strings.Repeat(name+" ", 30), Topics: all,
			}
			for n, topic := range all {
				if stance := stances[(i+k+n)%len(stances)]; stance != model.NoStance {
					s.Positions = append(s.Positions, model.Position{Topic: topic, Stance: stance})
				}
			}
			if err := b.Add(s); err != nil {
				t.Fatal(err)
			}
		}
	}
	b.Seal()
	return &shelf{c: b.Collection()}
}

// several returns names made of a number.
func several(n int, name func(i int) string) []string {
	names := make([]string, n)
	for i := range names {
		names[i] = name(i)
	}
	return names
}

// TestOddCollections carries out every command on each view of collections that nobody expects, at each size.
func TestOddCollections(t *testing.T) {
	first, last := model.NewDay(1, 1, 1), model.NewDay(9999, 12, 31)
	day := model.NewDay(2022, 2, 1)
	letters := several(26, func(i int) string { return string(rune('A' + i)) })
	collections := map[string]*shelf{
		"empty":                   named(t, nil, nil),
		"one statement":           named(t, []string{"France"}, []string{"Talks"}, day),
		"on no topic":             named(t, letters, nil, day),
		"names of one letter":     named(t, letters, letters, day, day+40),
		"names of 200 letters":    named(t, several(9, func(i int) string { return strings.Repeat(string(rune('a'+i)), 200) }), []string{strings.Repeat("topic", 40), "T"}, day, day+1),
		"200 actors, one day":     named(t, several(200, func(i int) string { return fmt.Sprint("Actor ", i) }), []string{"Talks"}, day),
		"the first and last days": named(t, []string{"France", "Germany"}, []string{"Talks", "Gas"}, first, day, last),
		"every script": named(t, []string{"Հայաստան", "საქართველო", "中华人民共和国", "भारत", "مصر", "👩‍👩‍👧 family", "e\u0301\u0301\u0301", "\u202eabc", "ไทย"},
			[]string{"关于和平的对话", "حوار", "بات-चीत"}, day, day+50),
	}
	for name, l := range collections {
		t.Run(name, func(t *testing.T) {
			for _, size := range sizes {
				for _, to := range [][]keys.ID{nil, {keys.ShowTopic}, {keys.ShowShifts}, {keys.ShowRule}, {keys.ChooseActor, keys.TopicRight, keys.Down, keys.ChooseActor, keys.CompareActors}} {
					everything(t, open(t, l, size[0], size[1], ""), to, size)
				}
			}
		})
	}
}

// everything goes to a view and carries out each command that its place knows, coming back to the view before each.
func everything(t *testing.T, d *desk, to []keys.ID, size [2]int) {
	t.Helper()
	for _, id := range to {
		d.try(id)
	}
	for _, c := range keys.Default().For(d.Scope()) {
		if c.ID == keys.Find || c.ID == keys.GoToName || c.Always {
			continue
		}
		d.try(c.ID)
		lines, _ := d.View()
		if len(lines) > size[1] {
			t.Fatalf("%d lines at %v after %s", len(lines), size, c.ID)
		}
		for _, line := range lines {
			if w := ansi.StringWidthWc(line); w > size[0] {
				t.Fatalf("%d columns at %v after %s: %q", w, size, c.ID, line)
			}
		}
		d.Plain()
	}
	for range 12 { // esc leads out of everything
		d.try(keys.Back)
	}
	if reason := d.Refusal(keys.Back); reason == "" {
		t.Errorf("esc does not lead out from %v at %v", to, size)
	}
}

// try carries a command out, if it means anything.
func (d *desk) try(id keys.ID) {
	cmd, _ := d.command(id)
	d.carryOut(cmd)
}
