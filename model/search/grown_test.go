package search_test

import (
	"context"
	"reflect"
	"testing"

	"onrecord/model"
	"onrecord/model/query"
	"onrecord/model/search"
)

// TestGrown checks that who speaks for a state or is sent to an organization scores the same whether the collection was
// indexed at once or as it grew.
func TestGrown(t *testing.T) {
	early, late := growing(t, embedded(t))
	index := func(prev *search.Index, c *model.Collection) *search.Index {
		x, err := search.Extend(context.Background(), prev, c)
		if err != nil {
			t.Fatal(err)
		}
		return x
	}
	whole, grown := index(nil, late), index(index(nil, early), late)
	for _, line := range []string{"nato", "us ambassador", "kenya recognition", "osce", "who spoke for russia"} {
		request := search.Request{Query: query.Parse(line), Limit: late.Len()}
		want, err := whole.Search(context.Background(), request)
		if err != nil {
			t.Fatal(err)
		}
		got, err := grown.Search(context.Background(), request)
		if err != nil {
			t.Fatal(err)
		}
		if len(want.Hits) == 0 || !reflect.DeepEqual(got.Hits, want.Hits) {
			t.Errorf("%s: %v when it has grown, %v as a whole", line, got.Hits, want.Hits)
		}
	}
}

// growing returns a collection when half of its statements have been added, with all of its speakers, and then all of it.
func growing(t *testing.T, c *model.Collection) (early, late *model.Collection) {
	t.Helper()
	b := withRecordsOf(c)
	for i := range c.Len() {
		if i == c.Len()/2 {
			b.Seal()
			early = b.Collection()
		}
		if err := b.Add(c.At(i)); err != nil {
			t.Fatal(err)
		}
	}
	b.Seal()
	return early, b.Collection()
}
