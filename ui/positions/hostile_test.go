package positions_test

import (
	"strings"
	"testing"
	"unicode"

	"github.com/charmbracelet/x/ansi"

	"onrecord/model"
	"onrecord/ui/keys"
)

// Names and words of a collection act on nothing, in no view.
func TestHostileNamesStayText(t *testing.T) {
	const harm = "\x1b]0;owned\a\x1b[2J\u202eliated\r\n\t\u0000"
	b := model.NewBuilder(model.Info{})
	topic := &model.Topic{ID: "t", Name: "Topic " + harm, Proposition: "It is so " + harm, Description: harm}
	b.AddTopic(topic)
	for i, id := range []string{"a", "b"} {
		s := &model.Speaker{ID: id, Name: "Actor " + id + harm, Kind: model.State}
		b.AddSpeaker(s)
		for k, stance := range []model.Stance{model.Oppose, model.Support} {
			err := b.Add(model.Statement{
				ID: id + string(rune('0'+k)), Speaker: s, Day: model.NewDay(2022, 1, 1+100*k+i), Text: "Words " + harm, Form: model.Direct,
				Topics: []*model.Topic{topic}, Positions: []model.Position{{Topic: topic, Stance: stance}},
			})
			if err != nil {
				t.Fatal(err)
			}
		}
	}
	b.Seal()
	for _, size := range [][2]int{{120, 38}, {50, 13}} {
		d := open(t, &shelf{c: b.Collection()}, size[0], size[1], "")
		for _, id := range []keys.ID{keys.ChooseActor, keys.Unfold, keys.OrderActors, keys.ShowTopic, keys.Back, keys.ShowShifts, keys.Back,
			keys.Down, keys.TopicRight, keys.ChooseActor, keys.CompareActors} {
			d.do(id)
			for _, r := range strings.ReplaceAll(d.screen(), "\n", "") {
				if unicode.IsControl(r) || r == '\u202e' {
					t.Fatalf("after %s %q is on the screen:\n%q", id, r, d.screen())
				}
			}
			lines, _ := d.View()
			if drawn := strings.Join(lines, ""); strings.Contains(drawn, "\x1b]") || strings.Contains(drawn, "\x1b[2J") || ansi.Strip(drawn) == "" {
				t.Fatalf("after %s the screen is %q", id, drawn)
			}
		}
	}
}
