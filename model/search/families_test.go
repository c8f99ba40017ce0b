package search

import (
	"strings"
	"testing"
)

// TestFamilies holds that all words of a family are forms of each other, in whatever inflection, and that respelling a
// word to find its root leaves no word without its forms.
func TestFamilies(t *testing.T) {
	for line := range strings.Lines(wordFamilies) {
		words := strings.Fields(line)
		for _, one := range words {
			f := formsOf(one)
			for _, other := range words {
				if f == nil || !f.has(other) {
					t.Errorf("%s does not find %s", one, other)
				}
			}
		}
	}
	for _, pair := range [][2]string{
		{"occupied", "occupations"}, {"occupations", "occupied"}, {"economies", "economical"}, {"provoked", "provocations"},
		{"proved", "proofs"}, {"dying", "deaths"}, {"advisers", "advising"}, {"democratic", "democracies"}, {"strengthened", "strongly"},
		{"presidential", "presidency"}, {"criticized", "critics"}, {"stabilize", "stabilities"},
		{"give", "giving"}, {"using", "use"}, {"possible", "possibility"}, {"capabilities", "capable"}, {"challenged", "challenge"},
		{"shell", "shelling"}, {"general", "generally"}, {"political", "politically"}, {"citizens", "citizen"}, {"completely", "complete"},
		{"encouraging", "encourage"}, {"chancellor", "chancellors"}, {"peace", "peaceful"}, {"fulfill", "fulfilment"},
		{"upheld", "upholding"}, {"redrawn", "redraw"}, {"maneuvers", "manoeuvre"}, {"panicked", "panics"}, {"satisfied", "satisfactory"},
	} {
		if f := formsOf(pair[0]); f == nil || !f.has(pair[1]) {
			t.Errorf("%s does not find %s", pair[0], pair[1])
		}
	}
}
