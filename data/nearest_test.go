package data

import (
	"fmt"
	"iter"
	"strings"
	"testing"
)

func TestAdviceIsBounded(t *testing.T) {
	asked := 0
	ids := func(n int) iter.Seq[string] {
		return func(yield func(string) bool) {
			for i := range n {
				asked++
				if !yield(fmt.Sprintf("speaker-number-%06d", i)) {
					return
				}
			}
		}
	}
	advice := newAdviser()
	if near := advice.nearest("speaker", "speeker-number-000007", ids(100)); near != "speaker-number-000007" {
		t.Errorf("%q is near", near)
	}
	asked = 0
	if near := advice.nearest("speaker", strings.Repeat("speaker", maxSlip), ids(100)); near != "" || asked > 0 {
		t.Errorf("%q is near to a name that nobody types; looked at %d", near, asked)
	}
	for i := range 1000 {
		advice.nearest("speaker", fmt.Sprintf("speeker-numbre-%06dx", i), ids(10_000))
	}
	if asked > maxLetters/10 {
		t.Errorf("looked at %d names", asked)
	}
}
