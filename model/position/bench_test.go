package position_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"testing"

	"onrecord/model"
	"onrecord/model/position"
)

// big makes a collection of a million statements of 200 actors with 5,000 speakers on 300 topics. Few actors make
// most of them, as in life; days are in order, as files are, or not.
func big(b *testing.B, sorted bool) *model.Collection {
	random := rand.New(rand.NewPCG(1, 2))
	w := &world{}
	for i := range 5000 {
		s := &model.Speaker{ID: fmt.Sprint("s", i), Name: fmt.Sprint("Speaker ", i)}
		if s.Kind = model.State; i >= 200 {
			s.Kind, s.Affiliation = model.Person, w.speakers[skewed(random, 200)]
		}
		w.speakers = append(w.speakers, s)
	}
	for i := range 300 {
		w.topics = append(w.topics, &model.Topic{ID: fmt.Sprint("t", i), Name: fmt.Sprint("Topic ", i)})
	}
	builder := model.NewBuilder(model.Info{})
	for _, s := range w.speakers {
		builder.AddSpeaker(s)
	}
	for _, t := range w.topics {
		builder.AddTopic(t)
	}
	const n = 1_000_000
	for i := range n {
		s := model.Statement{ID: fmt.Sprint(i), Speaker: w.speakers[random.IntN(5000)], Day: model.Day(random.IntN(1500))}
		if sorted {
			s.Day = model.Day(i * 1500 / n)
		}
		first := random.IntN(300)
		for _, topic := range []int{first, (first + 1 + random.IntN(299)) % 300}[:1+random.IntN(2)] {
			s.Topics = append(s.Topics, w.topics[topic])
			if stance := drawStance(random, s.Speaker, topic); stance != model.NoStance {
				s.Positions = append(s.Positions, model.Position{Topic: w.topics[topic], Stance: stance})
			}
		}
		if err := builder.Add(s); err != nil {
			b.Fatal(err)
		}
	}
	builder.Close()
	return builder.Collection()
}

// drawStance returns a side that goes with the actor and the topic, and something else one time in eight.
func drawStance(random *rand.Rand, speaker *model.Speaker, topic int) model.Stance {
	if random.IntN(8) == 0 {
		return model.Stance(random.IntN(5))
	}
	if speaker.Affiliation != nil {
		speaker = speaker.Affiliation
	}
	if (len(speaker.ID)+int(speaker.ID[len(speaker.ID)-1])+topic)%2 == 0 {
		return model.Support
	}
	return model.Oppose
}

// skewed returns a number below n, small ones more often.
func skewed(random *rand.Rand, n int) int {
	return int(float64(n) * random.Float64() * random.Float64())
}

func BenchmarkMatrixOfAMillion(b *testing.B) {
	for _, sorted := range []bool{true, false} {
		c := big(b, sorted)
		b.Run(fmt.Sprintf("sorted=%t", sorted), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				build(b, c, position.Options{})
			}
		})
	}
}

func BenchmarkScreensOfAMillion(b *testing.B) {
	m := build(b, big(b, true), position.Options{})
	most := m.Ordered(position.ByCount)[0]
	column := m.Columns[0]
	ctx := context.Background()
	for name, show := range map[string]func(){
		"cells": func() {
			for _, r := range m.Rows {
				for _, c := range m.Columns {
					r.Cell(c)
				}
			}
		},
		"evidence": func() { m.Evidence(most, column) },
		"explain":  func() { m.Explain(most, column) },
		"unfold":   func() { m.Unfold(most) },
		"likeness": func() { m.Ordered(position.ByLikeness) },
		"shifts":   func() { m.Shifts(ctx) },
		"compare":  func() { m.Compare(m.Rows[0], m.Rows[1], m.Rows[2]) },
		"topic":    func() { m.Topic(column) },
	} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				show()
			}
		})
	}
}
