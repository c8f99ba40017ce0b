package widget_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"onrecord/ui/widget"
)

// seen draws the window: the rows from top to bottom with the lines of each, the cursor's in brackets.
func seen(w *widget.Window) string {
	var parts []string
	for _, s := range w.Slots() {
		part := fmt.Sprint(s.Index)
		if s.Lines > 1 || s.Skip > 0 {
			part += fmt.Sprintf(":%d-%d", s.Skip, s.Skip+s.Lines)
		}
		if s.Index == w.Cursor() {
			part = "[" + part + "]"
		}
		parts = append(parts, part)
	}
	return strings.Join(parts, " ")
}

func TestWindowOverLinesOfOne(t *testing.T) {
	tests := []struct {
		name          string
		count, height int
		do            func(*widget.Window)
		want          string
	}{
		{"no rows", 0, 3, func(w *widget.Window) { w.Move(1); w.Page(1); w.End(); w.Scroll(1) }, ""},
		{"one row", 1, 3, func(w *widget.Window) { w.Move(5); w.Move(-9) }, "[0]"},
		{"exactly fits", 3, 3, func(w *widget.Window) { w.End() }, "0 1 [2]"},
		{"one more", 4, 3, func(w *widget.Window) { w.End() }, "1 2 [3]"},
		{"down scrolls only at the edge", 9, 3, func(w *widget.Window) { w.Move(2); w.Move(1) }, "1 2 [3]"},
		{"up scrolls only at the edge", 9, 3, func(w *widget.Window) { w.End(); w.Move(-2) }, "[6] 7 8"},
		{"a page keeps a row in view", 9, 3, func(w *widget.Window) { w.Page(1) }, "[2] 3 4"},
		{"pages keep the cursor's line", 9, 3, func(w *widget.Window) { w.Move(1); w.Page(1); w.Page(1) }, "4 [5] 6"},
		{"a page back", 9, 3, func(w *widget.Window) { w.End(); w.Page(-1) }, "4 5 [6]"},
		{"pages end on the last row", 9, 3, func(w *widget.Window) { w.Page(1); w.Page(1); w.Page(1); w.Page(1); w.Page(1) }, "6 7 [8]"},
		{"half a page", 9, 4, func(w *widget.Window) { w.Half(1) }, "[2] 3 4 5"},
		{"top", 9, 3, func(w *widget.Window) { w.End(); w.Home() }, "[0] 1 2"},
		{"the wheel takes the cursor along", 9, 3, func(w *widget.Window) { w.Scroll(2) }, "[2] 3 4"},
		{"the wheel leaves it where it can", 9, 3, func(w *widget.Window) { w.Move(2); w.Scroll(1) }, "1 [2] 3"},
		{"the wheel stops at the end", 9, 3, func(w *widget.Window) { w.Scroll(99) }, "[6] 7 8"},
		{"fewer rows", 9, 3, func(w *widget.Window) { w.End(); w.SetCount(2) }, "0 [1]"},
		{"more rows do not move anything", 9, 3, func(w *widget.Window) { w.Move(4); w.SetCount(1000) }, "2 3 [4]"},
		{"rows come before the cursor's", 9, 5, func(w *widget.Window) { w.Move(2); w.Follow(102, 109) }, "100 101 [102] 103 104"},
		{"rows go before the cursor's", 109, 5, func(w *widget.Window) { w.Move(9); w.Move(-2); w.Follow(1, 90) }, "0 [1] 2 3 4"},
		{"smaller", 9, 5, func(w *widget.Window) { w.Move(4); w.Resize(2) }, "3 [4]"},
		{"larger at the end", 9, 3, func(w *widget.Window) { w.End(); w.Resize(5) }, "4 5 6 7 [8]"},
		{"no height and back", 9, 3, func(w *widget.Window) { w.Move(4); w.Resize(0); w.Resize(3) }, "2 3 [4]"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			w := widget.Uniform()
			w.Resize(test.height)
			w.Reset(test.count)
			test.do(w)
			if got := seen(w); got != test.want {
				t.Errorf("sees %q, want %q", got, test.want)
			}
		})
	}
}

func TestWindowOverTallRows(t *testing.T) {
	tall := []int{2, 3, 1, 7, 2, 2}
	tests := []struct {
		name string
		do   func(*widget.Window)
		want string
	}{
		{"the last is seen in part", func(*widget.Window) {}, "[0:0-2] 1:0-2"},
		{"what the cursor is on is seen whole", func(w *widget.Window) { w.Move(1) }, "0:1-2 [1:0-3]"},
		{"too tall: from its first line", func(w *widget.Window) { w.Select(3) }, "[3:0-4]"},
		{"the wheel goes through it", func(w *widget.Window) { w.Select(3); w.Scroll(2) }, "[3:2-6]"},
		{"and on", func(w *widget.Window) { w.Select(3); w.Scroll(5) }, "3:5-7 [4:0-2]"},
		{"the end", func(w *widget.Window) { w.End() }, "4:0-2 [5:0-2]"},
		{"a page is at most a window", func(w *widget.Window) { w.Page(1) }, "[1:0-3] 2"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			w := widget.NewWindow(func(i int) int { return tall[i] })
			w.Resize(4)
			w.Reset(len(tall))
			test.do(w)
			if got := seen(w); got != test.want {
				t.Errorf("sees %q, want %q", got, test.want)
			}
		})
	}
}

func TestWindowHoldsTheCursorsLineWhenRowsChange(t *testing.T) {
	tall := 3
	w := widget.NewWindow(func(int) int { return tall })
	w.Resize(30)
	w.Reset(100)
	w.Select(50)
	w.Scroll(12)
	before := w.Slots()[slices.IndexFunc(w.Slots(), func(s widget.Slot) bool { return s.Index == 50 })].Y
	tall = 2
	w.Resize(30)
	after := w.Slots()[slices.IndexFunc(w.Slots(), func(s widget.Slot) bool { return s.Index == 50 })].Y
	if before != after {
		t.Errorf("row 50 was on line %d and is on %d", before, after)
	}
}

func TestWindowAt(t *testing.T) {
	w := widget.NewWindow(func(int) int { return 2 })
	w.Resize(5)
	w.Reset(3)
	for y, want := range []int{0, 0, 1, 1, 2} {
		if got, ok := w.At(y); !ok || got != want {
			t.Errorf("line %d is row %d, want %d", y, got, want)
		}
	}
	if _, ok := w.At(5); ok {
		t.Error("there is a row below the window")
	}
}

// Whatever is done, the cursor is on a row that is seen (whole, if it can be), the rows follow each other
// without a hole, and there is no empty line below while there are rows above.
func TestWindowAlwaysFitsTogether(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		tall := rapid.SliceOfN(rapid.IntRange(1, 6), 1, 40).Draw(t, "heights")
		w := widget.NewWindow(func(i int) int { return tall[i%len(tall)] })
		t.Repeat(map[string]func(*rapid.T){
			"move":   func(t *rapid.T) { w.Move(rapid.IntRange(-5, 5).Draw(t, "by")) },
			"page":   func(t *rapid.T) { w.Page(rapid.SampledFrom([]int{-1, 1}).Draw(t, "to")) },
			"half":   func(t *rapid.T) { w.Half(rapid.SampledFrom([]int{-1, 1}).Draw(t, "to")) },
			"scroll": func(t *rapid.T) { w.Scroll(rapid.IntRange(-9, 9).Draw(t, "by")) },
			"resize": func(t *rapid.T) { w.Resize(rapid.IntRange(0, 12).Draw(t, "height")) },
			"count":  func(t *rapid.T) { w.SetCount(rapid.IntRange(0, 60).Draw(t, "count")) },
			"heights": func(t *rapid.T) {
				tall = rapid.SliceOfN(rapid.IntRange(1, 6), 1, 40).Draw(t, "heights")
				w.Resize(w.Height())
			},
			"ends": func(t *rapid.T) { w.End() },
			"":     func(t *rapid.T) { checkWindow(t, w, func(i int) int { return tall[i%len(tall)] }) },
		})
	})
}

func checkWindow(t *rapid.T, w *widget.Window, tall func(int) int) {
	slots := w.Slots()
	if w.Count() == 0 || w.Height() == 0 {
		return
	}
	y, whole := 0, false
	for i, s := range slots {
		if s.Y != y || s.Lines < 1 || s.Skip+s.Lines > tall(s.Index) || i > 0 && s.Index != slots[i-1].Index+1 {
			t.Fatalf("rows do not follow each other: %+v", slots)
		}
		y += s.Lines
		if s.Index == w.Cursor() {
			whole = s.Lines == min(tall(s.Index), w.Height()) || tall(s.Index) >= w.Height() || len(slots) <= 2
		}
	}
	if y > w.Height() || y < w.Height() && (slots[0].Index > 0 || slots[0].Skip > 0) {
		t.Fatalf("%d of %d lines are used: %+v", y, w.Height(), slots)
	}
	if !whole {
		t.Fatalf("the cursor on %d is not seen whole: %s", w.Cursor(), seen(w))
	}
}

func BenchmarkWindowOverAMillionRows(b *testing.B) {
	w := widget.NewWindow(func(i int) int { return 2 + i%3 })
	w.Resize(40)
	w.Reset(1_000_000)
	b.ReportAllocs()
	for b.Loop() {
		w.End()
		w.Page(-1)
		w.Select(500_000)
		w.Slots()
	}
}
