package query_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"onrecord/model/query"
)

func TestExclude(t *testing.T) {
	for _, c := range []struct {
		line  string
		field query.Field
		value string
		want  string
	}{
		{"", query.For, "russia", "-for:russia"},
		{"minsk", query.Speaker, "macron", "minsk -speaker:macron"},
		{"minsk -speaker:macron", query.Speaker, "macron", "minsk"},
		{"speaker:macron,scholz minsk", query.Speaker, "macron", "speaker:scholz minsk -speaker:macron"},
		{"-for:russia,china x", query.For, "russia", "x -for:china"},
		{"-speaker:a | -speaker:b", query.Speaker, "a", "-speaker:a | -speaker:b -speaker:a"},
		{`-venue:"press conference"`, query.Venue, "Press Conference", ""},
		{"minsk", query.Stance, "nonsense", "minsk"},
	} {
		if got := query.Exclude(c.line, c.field, c.value); got != c.want {
			t.Errorf("Exclude(%q, %v, %q) = %q, want %q", c.line, c.field, c.value, got, c.want)
		}
	}
	for line, want := range map[string]bool{"-for:russia": true, "-for:china,russia": true, "for:russia": false, "-speaker:russia": false, "": false} {
		if got := query.Leaves(line, query.For, "Russia"); got != want {
			t.Errorf("Leaves(%q) = %v", line, got)
		}
	}
}

func TestLeftOut(t *testing.T) {
	for line, want := range map[string]string{
		"minsk": "", "-speaker:b,a minsk -speaker:c": "b a c", "speaker:a -for:b": "", "-speaker:a | minsk": "", "-speaker:a -speaker:a,b": "a b",
		`-speaker:"Ann Lee"`: "Ann Lee",
	} {
		got := query.ChoicesOf(line).LeftOut(query.Speaker)
		for _, value := range got {
			if line = query.Exclude(line, query.Speaker, value); query.Leaves(line, query.Speaker, value) {
				t.Errorf("%q still leaves out %q", line, value)
			}
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%q leaves out %q, want %q", line, got, want)
		}
	}
}

func TestExcludeTwiceGivesTheLineBack(t *testing.T) {
	part := rapid.SampledFrom([]string{"minsk", `"open door"`, "speaker:a,b", "-speaker:c", "-speaker:c,d", "for:x | topic:y", "sort:date", "-", "topic:", `"half`})
	rapid.Check(t, func(t *rapid.T) {
		line := strings.Join(rapid.SliceOfN(part, 0, 5).Draw(t, "parts"), " ")
		value := rapid.SampledFrom([]string{"a", "b", "c", "e f"}).Draw(t, "value")
		once := query.Exclude(line, query.Speaker, value)
		if had := query.Leaves(line, query.Speaker, value); query.Leaves(once, query.Speaker, value) == had {
			t.Fatalf("%q stays as it was: %q", line, once)
		}
		if query.Has(once, query.Speaker, value) && query.Leaves(once, query.Speaker, value) {
			t.Fatalf("%q asks for what it leaves out", once)
		}
	})
}

func TestAskingALineAboutManyValues(t *testing.T) {
	for _, line := range []string{"", "macron", "speaker:macron,scholz -for:russia", "speaker:macron | minsk", "-topic:minsk topic:gas", `venue:"a b"`} {
		choices := query.ChoicesOf(line)
		for field, values := range map[query.Field][]string{
			query.Speaker: {"macron", "scholz", "putin", ""}, query.For: {"russia", "france"}, query.Topic: {"minsk", "gas"}, query.Venue: {"a b"},
		} {
			for _, value := range values {
				if got, want := choices.Has(field, value), query.Has(line, field, value); got != want {
					t.Errorf("%q has %s:%s is %v, want %v", line, field, value, got, want)
				}
				if got, want := choices.Leaves(field, value), query.Leaves(line, field, value); got != want {
					t.Errorf("%q leaves out %s:%s is %v, want %v", line, field, value, got, want)
				}
				if choices.Has(field, value) && !choices.Names(field) {
					t.Errorf("%q says nothing about %s", line, field)
				}
			}
		}
	}
}
