//go:build unix

package cli_test

import (
	"testing"

	"onrecord/ui/screentest"
)

func TestNothingFoundIsNoDeadEnd(t *testing.T) {
	for _, c := range []struct {
		line  string
		shows []string
		key   string
		leads []string
	}{
		{"qxzwv", []string{"0 of 368", "c clears the line and shows all 368."}, "c", []string{"368 of 368"}},
		{`"minsk macron"`, []string{"0 of 368", "without the quotation marks", " 2 "}, "enter", []string{"❯ minsk macron ", "2 of 368"}},
		{`"macron -minsk"`, []string{"0 of 368", "c clears the line"}, "c", []string{"368 of 368"}},
		{`macron "open window"`, []string{"0 of 368", `without "open window"`}, "enter", []string{"❯ macron ", "8 of 368"}},
	} {
		t.Run(c.line, func(t *testing.T) {
			t.Parallel()
			terminal := start(t, screentest.Options{Width: 120, Height: 40}, c.line)
			terminal.WaitFor(c.shows...)
			terminal.Keys(c.key)
			terminal.WaitFor(c.leads...)
		})
	}
}
