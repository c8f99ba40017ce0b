package position_test

import (
	"fmt"

	"pgregory.net/rapid"

	"onrecord/model"
)

// drawWorld draws records of every kind: states, organizations, people who speak for them, for others now and then, or
// for nobody, and statements on some topics or none.
func drawWorld(t *rapid.T) *world {
	w := &world{}
	actors := rapid.IntRange(1, 4).Draw(t, "actors")
	for i := range actors {
		kind := rapid.SampledFrom([]model.Kind{model.State, model.Organization}).Draw(t, "kind")
		w.speakers = append(w.speakers, &model.Speaker{ID: fmt.Sprintf("actor-%d", i), Name: fmt.Sprintf("Land %d", i/2), Kind: kind})
	}
	for i := range rapid.IntRange(1, 6).Draw(t, "people") {
		person := &model.Speaker{ID: fmt.Sprintf("person-%d", i), Name: fmt.Sprintf("Person %d", (9-i)/2)}
		if of := rapid.IntRange(-1, actors-1).Draw(t, "affiliation"); of >= 0 {
			person.Affiliation = w.speakers[of]
		}
		w.speakers = append(w.speakers, person)
	}
	for i := range rapid.IntRange(1, 4).Draw(t, "topics") {
		w.topics = append(w.topics, &model.Topic{ID: fmt.Sprintf("topic-%d", i), Name: fmt.Sprintf("Question %d", i)})
	}
	for i := range rapid.IntRange(0, 60).Draw(t, "statements") {
		w.statements = append(w.statements, w.drawStatement(t, i, actors))
	}
	return w
}

func (w *world) drawStatement(t *rapid.T, i, actors int) model.Statement {
	s := model.Statement{ID: fmt.Sprintf("s%02d", i), Text: rapid.SampledFrom([]string{"Peace now.", "No deal.", "Wait."}).Draw(t, "text")}
	s.Speaker = rapid.SampledFrom(w.speakers).Draw(t, "speaker")
	s.Affiliation = s.Speaker.Affiliation
	if rapid.IntRange(0, 5).Draw(t, "own") == 0 {
		s.Affiliation, s.OwnAffiliation = w.speakers[rapid.IntRange(0, actors-1).Draw(t, "for")], true
	}
	s.Day = model.NewDay(2022, 1, rapid.IntRange(1, 80).Draw(t, "day"))
	s.Form = rapid.SampledFrom(model.Forms()).Draw(t, "form")
	for _, topic := range w.topics {
		if rapid.Bool().Draw(t, "about") {
			s.Topics = append(s.Topics, topic)
			stance := model.Stance(rapid.IntRange(0, int(model.Neutral)).Draw(t, "stance"))
			if stance != model.NoStance {
				s.Positions = append(s.Positions, model.Position{Topic: topic, Stance: stance})
			}
		}
	}
	return s
}

// drawCollection draws records, and the collection that they make, in several blocks.
func drawCollection(t *rapid.T) (*world, *model.Collection) {
	w := drawWorld(t)
	n := len(w.statements)
	return w, w.collection(t, nil, rapid.IntRange(0, n).Draw(t, "cut"), rapid.IntRange(0, n).Draw(t, "cut"))
}
