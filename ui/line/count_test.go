package line_test

import (
	"testing"

	"github.com/charmbracelet/x/ansi"

	"onrecord/ui/line"
	"onrecord/ui/theme"
	"onrecord/ui/widget"
)

func TestCount(t *testing.T) {
	th := theme.New(theme.Options{})
	for _, c := range []struct {
		count        line.Count
		wide, narrow string
	}{
		{line.Count{Found: 10478, Total: 1e6, Order: "best first"}, "10,478 of 1,000,000  ·  best first", "10,478 of 1,000,000"},
		{line.Count{Found: 3, Total: 368}, "3 of 368", "3 of 368"},
		{line.Count{Found: 0, Total: 1200, Order: "best first", Reading: &line.Progress{Done: 0.256}},
			"0 of 1,200 so far, 25% read", "0 of 1,200 · 25%"},
		{line.Count{Found: 12, Total: 1200, Reading: &line.Progress{}}, "12 of 1,200 so far, reading…", "12 of 1,200…"},
		{line.Count{Found: 12, Total: 1200, Reading: &line.Progress{Broken: true}}, "12 of 1,200, not all could be read", "12 of 1,200…"},
	} {
		for width, want := range map[int]string{80: c.wide, 40: c.narrow} {
			if got := ansi.Strip(c.count.Status(th, width).Cut(width, widget.Wrapping{}).Styled); got != want {
				t.Errorf("%d columns: %q, want %q", width, got, want)
			}
		}
	}
	old := line.Count{Found: 3, Total: 9, Stale: true}
	if got := ansi.Strip(old.Status(th, 80).Cut(80, widget.Wrapping{}).Styled); got != "… of 9" {
		t.Errorf("while the count is that of an older line, %q is shown", got)
	}
}
