package search_test

import (
	"context"
	"errors"
	"slices"
	"testing"

	"onrecord/data"
	"onrecord/model"
	"onrecord/model/query"
	"onrecord/model/search"
)

// Whatever is asked, a selection holds the statements that a search lists, and no others.
func TestSelectFindsWhatSearchFinds(t *testing.T) {
	ctx := context.Background()
	c, err := data.Embedded(ctx)
	if err != nil {
		t.Fatal(err)
	}
	x, err := search.New(ctx, c)
	if err != nil {
		t.Fatal(err)
	}
	marked := []int{3, 5, 8, 300}
	for _, line := range []string{
		"", "macron minsk", "macrno", "nothinglikethis", "stance:oppose", "for:russia stance:any", "topic:minsk,sanctions stance:none",
		"for:us -sanctions since:2022-02", "is:marked", "-is:marked form:direct", "stoltenberg | lavrov sort:date", `"open door"`,
	} {
		q := query.Parse(line)
		s, err := x.Select(ctx, q, marked)
		if err != nil {
			t.Fatal(err)
		}
		a, err := x.Search(ctx, search.Request{Query: q, Limit: c.Len(), Marked: marked})
		if err != nil {
			t.Fatal(err)
		}
		var want []int
		for _, h := range a.Hits {
			want = append(want, h.Index)
		}
		slices.Sort(want)
		checkSelection(t, line, c, s, want)
		if s.Widened() != a.Widened {
			t.Errorf("%q: widened %t, but the search says %t", line, s.Widened(), a.Widened)
		}
	}
}

func checkSelection(t *testing.T, line string, c *model.Collection, s *search.Selection, want []int) {
	t.Helper()
	var each, in []int
	s.Each(func(b *model.Block, i int) bool {
		each = append(each, b.First()+i)
		return true
	})
	for _, b := range c.Blocks() {
		s.In(b, func(i int) { in = append(in, b.First()+i) })
	}
	if !slices.Equal(each, want) || !slices.Equal(in, want) || s.Len() != len(want) {
		t.Errorf("%q selects %d statements, %v and by block %v, want %v", line, s.Len(), each, in, want)
	}
	for place := -1; place <= c.Len(); place++ {
		if s.Has(place) != slices.Contains(want, place) {
			t.Errorf("%q: Has(%d) is %t", line, place, s.Has(place))
		}
	}
}

func TestSelectTellsTopicsAndStances(t *testing.T) {
	ctx := context.Background()
	c, err := data.Embedded(ctx)
	if err != nil {
		t.Fatal(err)
	}
	x, err := search.New(ctx, c)
	if err != nil {
		t.Fatal(err)
	}
	s, err := x.Select(ctx, query.Parse("topic:nord-stream-2 stance:oppose,neutral"), nil)
	if err != nil {
		t.Fatal(err)
	}
	if topics := s.Topics(); len(topics) != 1 || c.Topics()[topics[0]].ID != "nord-stream-2" {
		t.Errorf("the topics are %v", topics)
	}
	if !slices.Equal(s.Stances(), []model.Stance{model.Oppose, model.Neutral}) {
		t.Errorf("the stances are %v", s.Stances())
	}
	if s, err = x.Select(ctx, query.Parse("gas"), nil); err != nil || s.Topics() != nil || s.Stances() != nil {
		t.Errorf("without filters: %v, %v, %v", s.Topics(), s.Stances(), err)
	}
	ended, cancel := context.WithCancel(ctx)
	cancel()
	if _, err := x.Select(ended, query.Parse("minsk"), nil); !errors.Is(err, context.Canceled) {
		t.Errorf("after the end: %v", err)
	}
}

func TestSelectionCanBeLeft(t *testing.T) {
	ctx := context.Background()
	c, err := data.Embedded(ctx)
	if err != nil {
		t.Fatal(err)
	}
	x, err := search.New(ctx, c)
	if err != nil {
		t.Fatal(err)
	}
	s, err := x.Select(ctx, query.Parse(""), nil)
	if err != nil {
		t.Fatal(err)
	}
	seen := 0
	s.Each(func(*model.Block, int) bool {
		seen++
		return seen < 3
	})
	if seen != 3 {
		t.Errorf("%d statements were seen after 3", seen)
	}
}
