package search

import (
	"fmt"
	"slices"
	"testing"

	"onrecord/model"
	"onrecord/model/query"
)

// TestDaysFarApart counts statements by days between which there are millions of others.
func TestDaysFarApart(t *testing.T) {
	days := []model.Day{model.NewDay(1, 1, 1), model.NewDay(2022, 1, 1), model.NewDay(2022, 1, 2), model.NewDay(9999, 12, 31)}
	b := model.NewBuilder(model.Info{})
	s := &model.Speaker{ID: "s", Name: "S"}
	b.AddSpeaker(s)
	for i := range 2 * deepFrom {
		if err := b.Add(model.Statement{ID: fmt.Sprintf("i%04d", i), Speaker: s, Text: "word", Day: days[i%len(days)]}); err != nil {
			t.Fatal(err)
		}
		if i == deepFrom {
			b.Seal()
		}
	}
	b.Close()
	x, err := New(t.Context(), b.Collection())
	if err != nil {
		t.Fatal(err)
	}
	for line, want := range map[string][]model.Day{"": days, "sort:-date": days, "word": days, "since:2022 until:2023": days[1:3]} {
		a, err := x.Search(t.Context(), Request{Query: query.Parse(line), Offset: deepFrom - 5, Limit: 10, Facets: []FacetWish{{Kind: ByDay}}})
		if err != nil {
			t.Fatal(err)
		}
		var got []model.Day
		for _, v := range a.Facets[0].Values {
			if got = append(got, v.Day); v.Count != 2*deepFrom/len(days) || v.Key != v.Day.String() {
				t.Errorf("%q: %+v", line, v)
			}
		}
		if !slices.Equal(got, want) || len(a.Hits) != min(10, a.Count-deepFrom+5) {
			t.Errorf("%q: %d of %d hits, on the days %v", line, len(a.Hits), a.Count, got)
		}
	}
}
