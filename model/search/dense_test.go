package search

import (
	"context"
	"fmt"
	"runtime"
	"slices"
	"testing"

	"onrecord/model/query"
)

// TestDenseAgainstTwin compares the index with a scan of so many statements that frequent words have bitmaps, scores
// are bounded, and phrases are looked for in the order of all words.
func TestDenseAgainstTwin(t *testing.T) {
	if testing.Short() {
		t.Skip("a scan of thousands of statements for each query")
	}
	const n = 4500
	x, err := New(context.Background(), generated(t, n))
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range []string{"the", "s", "the of", `"of the`, `"in the"`, "-war -form:direct", "security | gas minister", "form:direct the since:2022", "the minister s"} {
		q := query.Parse(line)
		got, a, err := find(x, Request{Query: q})
		if err != nil || len(got) == 0 {
			t.Fatalf("%s: %d hits, %v", line, len(got), err)
		}
		found, _ := twin{x.collection, nil}.answer(q)
		var want []int
		for i, f := range found {
			if f {
				want = append(want, i)
			}
		}
		if sorted := slices.Sorted(slices.Values(got)); !slices.Equal(sorted, want) || a.Count != len(want) {
			t.Errorf("%s: %d, a scan finds %d", line, a.Count, len(want))
		}
		page, err := x.Search(context.Background(), Request{Query: q, Offset: 7, Limit: 40, Keep: got[min(60, len(got)-1):min(61, len(got))]})
		if err != nil {
			t.Fatal(err)
		}
		if first := a.Hits[min(7, len(got)):min(47, len(got))]; !slices.EqualFunc(page.Hits, first, func(a, b Hit) bool { return a.Index == b.Index && a.Score == b.Score }) {
			t.Errorf("%s: a page is not the part of the whole", line)
		}
		if page.Kept[0] != min(60, len(got)-1) {
			t.Errorf("%s: the statement at %d is said to be at %d", line, min(60, len(got)-1), page.Kept[0])
		}
	}
}

// TestTypingKeepsMemory types for long, and checks that nothing piles up.
func TestTypingKeepsMemory(t *testing.T) {
	x, err := New(context.Background(), generated(t, 2000))
	if err != nil {
		t.Fatal(err)
	}
	typeAll := func(round int) {
		for i, line := range typedLines {
			typeLine(t, x, fmt.Sprintf("%s%c%d", line, 'a'+i%26, round))
		}
	}
	typeAll(0)
	before, goroutines := heapBytes(), runtime.NumGoroutine()
	for round := range 3 {
		typeAll(round)
	}
	if after := heapBytes(); after > before+before/4+1<<20 {
		t.Errorf("%d bytes before, %d after", before, after)
	}
	if now := runtime.NumGoroutine(); now > goroutines {
		t.Errorf("%d goroutines before, %d after", goroutines, now)
	}
	runtime.KeepAlive(x)
}
