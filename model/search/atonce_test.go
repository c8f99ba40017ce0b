package search

import (
	"context"
	"slices"
	"sync"
	"testing"

	"onrecord/model/query"
)

// TestManyAskAtOnce lets several type different lines into one index at the same time. They use the same room, one after the
// other, and what one of them asked before, and must get the answers that they get alone.
func TestManyAskAtOnce(t *testing.T) {
	x, err := New(context.Background(), generated(t, 3000))
	if err != nil {
		t.Fatal(err)
	}
	facets := []FacetWish{{BySpeaker, 5}, {ByTopic, 5}, {ByDay, 0}}
	typed := func(line string) []Answer {
		var answers []Answer
		for i := range line {
			a, err := x.Search(context.Background(), Request{Query: query.Parse(line[:i+1]), Limit: 20, Facets: facets})
			if err != nil {
				t.Error(err)
			}
			answers = append(answers, a)
		}
		return answers
	}
	lines := []string{`"of the`, `"in the`, "minister war p", "the president s", "-the gas", "russia | europe", "form:direct of", "sanctoins"}
	var alone [][]Answer
	for _, line := range lines {
		alone = append(alone, typed(line))
	}
	var all sync.WaitGroup
	for worker := range 4 {
		all.Go(func() {
			for n := range lines {
				at := (n + 2*worker) % len(lines)
				for i, a := range typed(lines[at]) {
					b := alone[at][i]
					sameFacets := slices.EqualFunc(a.Facets, b.Facets, func(a, b Facet) bool { return slices.Equal(a.Values, b.Values) })
					sameHits := slices.EqualFunc(a.Hits, b.Hits, func(a, b Hit) bool { return a.Index == b.Index && a.Score == b.Score })
					if a.Count != b.Count || !sameHits || !sameFacets {
						t.Errorf("%s: not the answer that one gets alone: %d and %d hits", lines[at][:i+1], a.Count, b.Count)
					}
				}
			}
		})
	}
	all.Wait()
}
