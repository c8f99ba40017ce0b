package position_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"onrecord/model"
	"onrecord/model/position"
)

// world is records to make collections of.
type world struct {
	speakers   []*model.Speaker
	topics     []*model.Topic
	statements []model.Statement
}

// collection makes a collection of the statements, in a new block after each of the places in cuts.
func (w *world) collection(t interface{ Fatal(...any) }, order []int, cuts ...int) *model.Collection {
	b := model.NewBuilder(model.Info{Name: "test"})
	for _, s := range w.speakers {
		b.AddSpeaker(s)
	}
	for _, topic := range w.topics {
		b.AddTopic(topic)
	}
	if order == nil {
		for i := range w.statements {
			order = append(order, i)
		}
	}
	for n, i := range order {
		for _, cut := range cuts {
			if n == cut {
				b.Seal()
			}
		}
		if err := b.Add(w.statements[i]); err != nil {
			t.Fatal(err)
		}
	}
	b.Close()
	return b.Collection()
}

// say adds a statement on the first topic, on a day of January 2022 and after.
func (w *world) say(speaker *model.Speaker, day int, stance model.Stance) {
	s := model.Statement{
		ID: fmt.Sprintf("s%03d", len(w.statements)), Speaker: speaker, Affiliation: speaker.Affiliation,
		Day: model.NewDay(2022, 1, day), Topics: w.topics[:1], Text: "Words.",
	}
	if stance != model.NoStance {
		s.Positions = []model.Position{{Topic: w.topics[0], Stance: stance}}
	}
	w.statements = append(w.statements, s)
}

// told makes a world of one state out of a story like "1 Anna support, 9 Ben oppose".
func told(t *testing.T, story string) *world {
	t.Helper()
	state := &model.Speaker{ID: "land", Name: "Land", Kind: model.State}
	w := &world{speakers: []*model.Speaker{state}, topics: []*model.Topic{{ID: "gas", Name: "Gas"}}}
	people := map[string]*model.Speaker{"Land": state}
	for part := range strings.SplitSeq(story, ", ") {
		var day int
		var name, word string
		if _, err := fmt.Sscan(part, &day, &name, &word); err != nil {
			t.Fatal(part, err)
		}
		if people[name] == nil {
			people[name] = &model.Speaker{ID: strings.ToLower(name), Name: name, Affiliation: state}
			w.speakers = append(w.speakers, people[name])
		}
		stance := model.NoStance
		if word != "about" {
			var err error
			if stance, err = model.ParseStance(word); err != nil {
				t.Fatal(err)
			}
		}
		w.say(people[name], day, stance)
	}
	return w
}

func build(t interface{ Fatal(...any) }, c *model.Collection, o position.Options) *position.Matrix {
	m, err := position.Build(context.Background(), c, position.All(c), o)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// day counts the days from the last one of 2021 on, as stories do.
func day(d model.Day) int { return int(d-model.NewDay(2022, 1, 1)) + 1 }
