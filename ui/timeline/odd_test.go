package timeline_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"onrecord/model"
	"onrecord/ui/keys"
)

// named is a collection in which each of some names spoke on some days on a topic of the same name.
func named(t *testing.T, names []string, days ...model.Day) *shelf {
	t.Helper()
	b := model.NewBuilder(model.Info{Name: "Odd"})
	for i, name := range names {
		actor := &model.Speaker{ID: fmt.Sprint("a", i), Name: name, Kind: model.State}
		topic := &model.Topic{ID: fmt.Sprint("t", i), Name: name}
		b.AddSpeaker(actor)
		b.AddTopic(topic)
		for k, day := range days {
			s := model.Statement{ID: fmt.Sprint("s", i, "-", k), Speaker: actor, Day: day, Text: strings.Repeat(name+" ", 30), Topics: []*model.Topic{topic}}
			if err := b.Add(s); err != nil {
				t.Fatal(err)
			}
		}
	}
	b.Seal()
	return shelve(t, b.Collection())
}

// TestOddCollections carries out every command, with the keyboard on the days, a lane and the statements, at each size.
func TestOddCollections(t *testing.T) {
	day := model.NewDay(2022, 2, 1)
	var letters, many []string
	for i := range 200 {
		letters, many = append(letters, string(rune('A'+i%26))), append(many, fmt.Sprint("Actor number ", i))
	}
	collections := map[string]*shelf{
		"empty":                   named(t, nil),
		"one statement":           named(t, []string{"France"}, day),
		"200 names of one letter": named(t, letters, day, day+1),
		"names of 200 letters":    named(t, []string{strings.Repeat("a", 200), strings.Repeat("wide 中", 40)}, day, day+400),
		"all on one day":          named(t, many, day),
		"the first and last days": named(t, []string{"France", "Germany"}, model.NewDay(1, 1, 1), day, model.NewDay(9999, 12, 31)),
		"every script":            named(t, []string{"Հայաստան", "中华人民共和国", "भारत", "مصر", "👩‍👩‍👧 family", "e\u0301\u0301", "\u202eabc", "ไทย"}, day, day+9),
	}
	for name, l := range collections {
		t.Run(name, func(t *testing.T) {
			for _, size := range [][2]int{{160, 43}, {120, 38}, {80, 22}, {50, 13}, {40, 8}} {
				for _, to := range [][]keys.ID{nil, {keys.Down}, {keys.NextPane, keys.Down}, {keys.SwitchLanes, keys.ZoomIn, keys.Top}, {keys.ChooseDays, keys.Earlier}} {
					everything(t, open(t, l, size[0], size[1], ""), to, size)
				}
			}
		})
	}
}

// everything goes to a place and carries out each command that is known there.
func everything(t *testing.T, d *desk, to []keys.ID, size [2]int) {
	t.Helper()
	for _, id := range to {
		d.try(id)
	}
	for _, c := range keys.Default().For(d.Scope()) {
		if c.ID == keys.Find || c.Always {
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
	if d.Refusal(keys.Back) == "" {
		t.Errorf("esc does not lead out from %v at %v", to, size)
	}
}

// try carries a command out, if it means anything.
func (d *desk) try(id keys.ID) {
	cmd, _ := d.command(id)
	d.carryOut(cmd)
}
