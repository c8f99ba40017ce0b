package positions_test

import (
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"

	"onrecord/model"
	"onrecord/ui/keys"
	"onrecord/ui/nav"
	"onrecord/ui/positions"
	"onrecord/ui/theme"
)

// Whatever is pressed at whatever size, nothing is wider or higher than the screen.
func TestNothingLeavesTheScreen(outer *testing.T) {
	all := keys.Default().For(keys.Matrix, keys.Compare, keys.Shifts, keys.TopicPage, keys.RulePage)
	l := winter(outer)
	rapid.Check(outer, func(t *rapid.T) {
		d := &desk{T: outer, Screen: positions.New(l, theme.New(theme.Options{ASCII: rapid.Bool().Draw(t, "ascii")}), "")}
		size := rapid.IntRange(0, 140)
		d.Resize(size.Draw(t, "width"), size.Draw(t, "height"))
		d.carryOut(d.Narrow(""))
		for range rapid.IntRange(0, 25).Draw(t, "steps") {
			width, height := step(t, d, all)
			if width >= 0 {
				fits(t, d, width, height)
			}
		}
	})
}

// step does something, and returns the size of the screen if that is known.
func step(t *rapid.T, d *desk, all []keys.Command) (width, height int) {
	size := rapid.IntRange(0, 140)
	switch rapid.IntRange(0, 9).Draw(t, "what") {
	case 0:
		width, height = size.Draw(t, "width"), size.Draw(t, "height")
		d.Resize(width, height)
		return width, height
	case 1:
		d.carryOut(d.Click(size.Draw(t, "x"), size.Draw(t, "y")))
	case 2:
		d.carryOut(d.Wheel(0, 0, rapid.IntRange(-9, 9).Draw(t, "by")))
	case 3:
		lines := []string{"", "for:germany", "for:russia topic:door", "topic:moon", "-for:france", "speaker:pilger"}
		d.carryOut(d.Narrow(rapid.SampledFrom(lines).Draw(t, "line")))
	case 4:
		d.carryOut(d.Update(nav.Grown{}))
	case 5:
		d.carryOut(d.Type(tea.KeyPressMsg{Text: "x"}))
	default:
		id := rapid.SampledFrom(all).Draw(t, "command").ID
		cmd, _ := d.command(id)
		d.carryOut(cmd)
	}
	d.View()
	d.Plain()
	return -1, -1
}

func fits(t *rapid.T, d *desk, width, height int) {
	lines, _ := d.View()
	if len(lines) > height {
		t.Fatalf("%d lines on a screen of %d:\n%s", len(lines), height, strings.Join(lines, "\n"))
	}
	for _, line := range lines {
		if w := ansi.StringWidth(line); width >= 40 && w > width {
			t.Fatalf("%d columns on a screen of %d: %q", w, width, line)
		}
	}
}

func BenchmarkScreen(b *testing.B) {
	for _, size := range [][2]int{{120, 38}, {250, 90}} {
		b.Run(fmt.Sprintf("%dx%d", size[0], size[1]), func(b *testing.B) {
			d := &desk{Screen: positions.New(crowd(b), theme.New(theme.Options{}), "")}
			d.Resize(size[0], size[1])
			d.carryOut(d.Narrow(""))
			b.ReportAllocs()
			for b.Loop() {
				cmd, _ := d.Do(keys.Down)
				d.carryOut(cmd)
				d.View()
			}
		})
	}
}

// crowd is a library of 1,000 actors, 300 topics and 100,000 statements.
func crowd(b *testing.B) *shelf {
	b.Helper()
	made := model.NewBuilder(model.Info{})
	speakers, topics := make([]*model.Speaker, 1000), make([]*model.Topic, 300)
	for i := range speakers {
		speakers[i] = &model.Speaker{ID: fmt.Sprint("actor", i), Name: fmt.Sprint("Actor number ", i), Kind: model.State}
		made.AddSpeaker(speakers[i])
	}
	for i := range topics {
		topics[i] = &model.Topic{ID: fmt.Sprint("topic", i), Name: fmt.Sprint("The question of number ", i), Proposition: "It is so"}
		made.AddTopic(topics[i])
	}
	for i := range 100_000 {
		topic := topics[i*31%len(topics)]
		s := model.Statement{
			ID: fmt.Sprint(i), Speaker: speakers[i*i%997], Day: model.NewDay(2022, 1, 1+i%90), Text: "Words.", Lang: "en",
			Topics: []*model.Topic{topic}, Positions: []model.Position{{Topic: topic, Stance: model.Stances()[i%4]}},
		}
		if err := made.Add(s); err != nil {
			b.Fatal(err)
		}
	}
	made.Seal()
	return &shelf{c: made.Collection()}
}
