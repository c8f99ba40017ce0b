package statements_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"onrecord/model/query"
	"onrecord/ui/keys"
	"onrecord/ui/statements"
)

// TestWhatOpensIsInView holds that enter never opens a neighbour that is not to be seen, however the page was scrolled.
func TestWhatOpensIsInView(t *testing.T) {
	roaming := []keys.ID{keys.Related, keys.Up, keys.Down, keys.PageUp, keys.PageDown, keys.HalfUp, keys.HalfDown, keys.Top, keys.Bottom}
	rapid.Check(t, func(rt *rapid.T) {
		d := open(t, newShelf(9), 60, "a").do(keys.Open)
		for range rapid.IntRange(1, 30).Draw(rt, "steps") {
			switch rapid.IntRange(0, 9).Draw(rt, "kind") {
			case 0:
				d.Resize(rapid.IntRange(40, 79).Draw(rt, "width"), rapid.IntRange(8, 40).Draw(rt, "height"))
			case 1:
				d.carryOut(d.Wheel(5, 5, rapid.IntRange(-9, 9).Draw(rt, "lines")))
			default:
				d.do(rapid.SampledFrom(roaming).Draw(rt, "key"))
			}
			screen := d.screen()
			if marked := strings.Contains(screen, "▌"); marked != (d.Refusal(keys.Open) == "") {
				rt.Fatalf("marker in view: %t, enter refused with %q:\n%s", marked, d.Refusal(keys.Open), screen)
			}
		}
	})
}

// TestFacetsSayWhatIsCutOff holds that the cursor is in view wherever it goes, and that what is above and below is told.
func TestFacetsSayWhatIsCutOff(t *testing.T) {
	l := newShelf(9)
	l.facet = func(string) statements.Facet {
		f := statements.Facet{Field: query.Speaker}
		for _, name := range strings.Split("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "") {
			f.Values = append(f.Values, statements.Value{Token: name, Label: "Speaker " + name, Count: 3})
		}
		return f
	}
	d := open(t, l, 60, "a").do(keys.PrevPane)
	d.Resize(60, 13)
	d.shows("SPEAKERS", "… 20 more").hides("more lines")
	d.do(keys.Bottom, keys.Open, keys.Bottom).shows("▌ … fewer", "SPEAKERS …").hides("more lines") // all are open now
	for range 26 {
		d.do(keys.Up).shows("▌ Speaker", "SPEAKERS")
	}
	d.shows("▌ Speaker A", "Speaker H", "… 19 more lines").hides("Speaker I", "SPEAKERS …")
}
