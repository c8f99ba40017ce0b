package statements_test

import (
	"testing"

	"onrecord/model/query"
	"onrecord/ui/keys"
	"onrecord/ui/nav"
	"onrecord/ui/statements"
)

func TestWhatIsLeftOutStaysUnderTheCursor(t *testing.T) {
	support, oppose := statements.Value{Token: "support", Label: "support", Count: 6}, statements.Value{Token: "oppose", Label: "oppose", Count: 3}
	l := newShelf(9)
	l.facet = func(line string) statements.Facet {
		if query.Leaves(line, query.Stance, "support") {
			return statements.Facet{Field: query.Stance, Values: []statements.Value{oppose}, Left: []statements.Value{support}}
		}
		return statements.Facet{Field: query.Stance, Values: []statements.Value{support, oppose}}
	}
	d := open(t, l, 160, "a").do(keys.PrevPane).shows("▌ ● support")
	d.do(keys.Exclude).shows("▌ − ● support  ", "  ○ oppose").hides("support               6")
	if d.do(keys.Exclude); d.Line() != "a" {
		t.Errorf("no longer left out: %q", d.Line())
	}
	d.shows("▌ ● support").do(keys.Exclude)
	if d.do(keys.Toggle); d.Line() != "a" {
		t.Errorf("chosen instead of left out: %q", d.Line())
	}
}

func TestTheCursorStaysOnItsFacetWhileTheCountsChange(t *testing.T) {
	values := []statements.Value{{Token: "support", Label: "support", Count: 6}, {Token: "oppose", Label: "oppose", Count: 3}}
	l := newShelf(9)
	l.facet = func(string) statements.Facet { return statements.Facet{Field: query.Stance, Values: values} }
	d := open(t, l, 160, "").do(keys.PrevPane, keys.Down).shows("▌ ○ oppose")
	values = []statements.Value{{Token: "oppose", Label: "oppose", Count: 8}, {Token: "support", Label: "support", Count: 7}}
	l.grown = 6
	d.carryOut(d.Update(nav.Grown{}))
	d.shows("▌ ○ oppose", "  ● support").do(keys.NextPane)
	values[0], values[1] = values[1], values[0]
	d.carryOut(d.Update(nav.Grown{}))
	d.do(keys.PrevPane).shows("▌ ● support").do(keys.Down, keys.Exclude)
	if d.Line() != "-stance:oppose" {
		t.Errorf("left out: %q", d.Line())
	}
}
