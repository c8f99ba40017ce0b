package search

import (
	"cmp"
	"context"
	"strings"
	"testing"

	"onrecord/model"
	"onrecord/model/query"
)

// TestPagesFarDown goes through all pages of long answers, and checks that each hit comes once, and in its place.
func TestPagesFarDown(t *testing.T) {
	c := generated(t, 5000)
	x, err := New(context.Background(), c)
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range []string{"the", "", "the minister s", "sort:-date", "form:direct sort:date", "minister sort:-date"} {
		q := query.Parse(line)
		var all []Hit
		count := 1
		for offset := 0; offset < count; offset += 700 {
			a, err := x.Search(context.Background(), Request{Query: q, Offset: offset, Limit: 700})
			if err != nil {
				t.Fatal(err)
			}
			all, count = append(all, a.Hits...), a.Count
		}
		if len(all) != count || count < deepFrom {
			t.Fatalf("%q: %d hits on all pages, of %d", line, len(all), count)
		}
		for i := range all[1:] {
			if !inPlace(c, q.Sort, all[i], all[i+1]) {
				t.Fatalf("%q: at %d, %+v comes before %+v", line, i, all[i], all[i+1])
			}
		}
	}
}

// inPlace tells whether one hit comes before another. None comes before itself.
func inPlace(c *model.Collection, by query.Sort, a, b Hit) bool {
	x, y := c.At(a.Index), c.At(b.Index)
	age := cmp.Compare(y.Day, x.Day)
	if by == query.Oldest {
		age = -age
	}
	return cmp.Or(cmp.Compare(b.Score, a.Score), age, strings.Compare(x.ID, y.ID)) < 0
}
