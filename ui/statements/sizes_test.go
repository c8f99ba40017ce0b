package statements_test

import (
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"

	"onrecord/model"
	"onrecord/model/query"
	"onrecord/ui/keys"
	"onrecord/ui/statements"
)

// crowded is a shelf with something in every pane: hits near the end of texts, rows that lack words, long names.
func crowded() *shelf {
	l := newShelf(40)
	l.count = func(line string) int {
		if line == "zzz" {
			return 0
		}
		return 40
	}
	l.change = func(s *model.Statement) {
		s.Text = "We need a plan B"
		s.Speaker = &model.Speaker{ID: "a", Name: "Ärztekammer der Rheinprovinz und Westfalen-Lippe", Role: "Ständiger Vertreter"}
		s.Source = &model.Source{ID: "s", Title: "A source", URL: "https://example.org/a/long/path/to/a/page"}
	}
	l.row = func(r *statements.Row) {
		r.Marks.Text = []statements.Range{{15, 16}}
		if r.Statement.Index%2 == 1 {
			r.Missing = []string{"first", "an extraordinarily long word"}
		}
	}
	l.facet = func(string) statements.Facet {
		f := statements.Facet{Field: query.On, Chart: []int{1, 0, 7, 40, 3}, More: 7}
		for _, month := range []string{"2021-11", "2021-12", "2022-01", "2022-02"} {
			f.Values = append(f.Values, statements.Value{Token: month, Label: month, Count: 1234})
		}
		return f
	}
	return l
}

// TestEverySizeIsDrawn holds that at any size each state of the screen is drawn in finite time, and where there is room for
// anything, no wider than it is.
func TestEverySizeIsDrawn(t *testing.T) {
	states := map[string][]keys.ID{
		"list": nil, "short rows": {keys.Density}, "facets": {keys.PrevPane, keys.Bottom}, "detail": {keys.Open, keys.Bottom, keys.Down},
		"neighbours": {keys.Related, keys.Open}, "typing": {keys.Find},
	}
	draw := func(name string, width, height int, line string, ids []keys.ID) {
		d := open(t, crowded(), width, line)
		d.Resize(width, height)
		d.do(ids...)
		lines, _ := d.View()
		for _, drawn := range lines {
			if w := ansi.StringWidth(drawn); width >= 20 && w > width {
				t.Errorf("%s at %dx%d: a line of %d columns: %q", name, width, height, w, ansi.Strip(drawn))
			}
		}
	}
	for name, ids := range states {
		for width := range 61 {
			for _, height := range []int{0, 1, 4, 13} {
				for _, line := range []string{"a", "zzz"} {
					within(t, func() { draw(name, width, height, line, ids) }, "%s of %q at %dx%d", name, line, width, height)
				}
			}
		}
	}
}

// within fails if something takes as long as only what never ends does.
func within(t *testing.T, do func(), what string, args ...any) {
	t.Helper()
	done := make(chan struct{})
	go func() {
		defer close(done)
		do()
	}()
	select {
	case <-done:
	case <-time.After(30 * time.Second):
		t.Fatalf(what+" does not end", args...)
	}
}
