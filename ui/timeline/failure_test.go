package timeline_test

import (
	"errors"
	"testing"
)

func TestAFailureStandsInThePlaceOfTheTimeline(t *testing.T) {
	d, l := ruritanian(t, 120, 30, "")
	before := d.screen()
	l.broken = errors.New("the index is damaged")
	d.carryOut(d.Narrow("minsk"))
	d.shows("Counting failed.", "the index is damaged", "✗ failed")
	l.broken = nil
	d.carryOut(d.Narrow(""))
	if after := d.screen(); after != before {
		t.Errorf("the timeline is\n%s\nand was\n%s", after, before)
	}
}
