package escape_test

import (
	"strings"
	"testing"

	"onrecord/data/escape"
)

func TestCellsKeepWhatTheyHold(t *testing.T) {
	for _, cell := range []string{"", "a", "=1", "'=1", "''=1", "'", "'a", "+", "\t", "\rx", "a=1", "-", "'-", "@x"} {
		written := escape.Cell(cell)
		if got := escape.Bare(written); got != cell {
			t.Errorf("%q comes back as %q", cell, got)
		}
		if strings.ContainsAny(written[:min(1, len(written))], "=+-@\t\r") {
			t.Errorf("%q is written as a formula", cell)
		}
	}
}

func TestOnlyTheWebIsALink(t *testing.T) {
	for address, want := range map[string]bool{
		"https://example.org/a?b=c#d": true, "http://example.org": true, "javascript:alert(1)": false,
		"data:text/html,x": false, "https:///nowhere": false, "//example.org": false, "example.org": false, "": false,
		"java\tscript:alert(1)": false, " https://example.org": false, "file:///etc/passwd": false,
	} {
		if got := escape.IsLink(address); got != want {
			t.Errorf("%q is a link: %v", address, got)
		}
	}
}
