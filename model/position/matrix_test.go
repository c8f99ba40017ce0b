package position_test

import (
	"context"
	"errors"
	"testing"

	"onrecord/model"
	"onrecord/model/position"
	"onrecord/model/query"
	"onrecord/model/search"
)

func TestWhoSpeaksForWhom(t *testing.T) {
	union := &model.Speaker{ID: "union", Name: "Union", Kind: model.Organization}
	anna := &model.Speaker{ID: "anna", Name: "Anna"}
	w := &world{speakers: []*model.Speaker{union, anna}, topics: []*model.Topic{{ID: "gas", Name: "Gas"}}}
	w.say(anna, 1, model.Support)
	w.say(anna, 2, model.Oppose)
	w.statements[1].Affiliation, w.statements[1].OwnAffiliation = union, true
	m := build(t, w.collection(t, nil), position.Options{})

	gas := m.Column(w.topics[0])
	own, office := m.Row(anna), m.Row(union)
	if !own.Own || own.Cell(gas).Stand != position.Support {
		t.Errorf("Anna for herself: own %t, %s", own.Own, own.Cell(gas).Stand)
	}
	if office.Own || office.Cell(gas).Stand != position.Oppose {
		t.Errorf("the union: own %t, %s", office.Own, office.Cell(gas).Stand)
	}
	if m.Unfold(own) != nil {
		t.Error("a person who spoke for nobody unfolds")
	}
	if rows := m.Unfold(office); len(rows) != 1 || rows[0].Speaker != anna || rows[0].Actor != union {
		t.Errorf("the union unfolds into %v", rows)
	}
	if line, ok := m.Query("", own, gas); !ok || line != "stance:any topic:gas -for:union speaker:anna" {
		t.Errorf("what Anna said for herself is found by %q, %t", line, ok)
	}
}

func TestFilterEmptiesRowsAndColumns(t *testing.T) {
	ctx := context.Background()
	full := embedded(t)
	line := "id:singh-2022-02-22-ns2-not-operational"
	m := filtered(t, line)
	if m.Statements != 1 || len(m.Rows) != 1 {
		t.Errorf("%s shows %d statements in %d rows", line, m.Statements, len(m.Rows))
	}
	if len(m.Rows)+m.HiddenRows != len(full.Rows) || len(m.Columns)+m.HiddenTopics != len(full.Columns) {
		t.Errorf("%d rows and %d columns are hidden of %d and %d", m.HiddenRows, m.HiddenTopics, len(full.Rows), len(full.Columns))
	}
	us, sanctions := find(m, "United States", "sanctions")
	if us == nil || us.Cell(sanctions).Taken() != 1 {
		t.Error("the one statement is not there")
	}
	ended, cancel := context.WithCancel(ctx)
	cancel()
	if _, err := m.Shifts(ended); !errors.Is(err, context.Canceled) {
		t.Errorf("after the end: %v", err)
	}
}

// A filter on a topic and a stance shows nothing of what the same statements say on others.
func TestFilterHoldsInTheColumns(t *testing.T) {
	m := filtered(t, "topic:nord-stream-2 stance:support")
	if len(m.Columns) != 1 || m.Columns[0].Topic.ID != "nord-stream-2" {
		t.Errorf("there are %d columns", len(m.Columns))
	}
	if c := m.Columns[0]; c.Counts[model.Support] != m.Statements || c.Statements != m.Statements {
		t.Errorf("%d statements, of which the column counts %v", m.Statements, c.Counts)
	}
}

func filtered(t *testing.T, line string) *position.Matrix {
	t.Helper()
	ctx := context.Background()
	c := embeddedCollection(t)
	x, err := search.New(ctx, c)
	if err != nil {
		t.Fatal(err)
	}
	chosen, err := x.Select(ctx, query.Parse(line), nil)
	if err != nil {
		t.Fatal(err)
	}
	m, err := position.Build(ctx, c, chosen, position.Options{Topics: chosen.Topics(), Stances: chosen.Stances()})
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func TestSpeakersShift(t *testing.T) {
	m := embedded(t)
	shifts, err := m.SpeakerShifts(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	found := false
	for i, s := range shifts {
		if s.Row.Actor == nil || s.Before.Speaker != s.Row.Speaker || s.After.Speaker != s.Row.Speaker {
			t.Errorf("%s shifts between statements of %s and %s", s.Row.Speaker.Name, s.Before.Speaker.Name, s.After.Speaker.Name)
		}
		if i > 0 && s.Day > shifts[i-1].Day {
			t.Errorf("%s comes after %s", s.Day, shifts[i-1].Day)
		}
		found = found || s.Row.Speaker.Name == "Olaf Scholz" && s.Row.Actor.Name == "Germany" && s.Column.Topic.ID == "nord-stream-2" &&
			s.Move == position.Up
	}
	if !found {
		t.Errorf("Olaf Scholz has not moved: %s", shiftText(shifts))
	}
}
