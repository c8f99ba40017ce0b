package positions_test

import (
	"errors"
	"testing"

	"onrecord/ui/keys"
)

func TestAFailureStandsInThePlaceOfTheMatrix(t *testing.T) {
	l := winter(t)
	d := open(t, l, 120, 38, "")
	l.broken = errors.New("the index is damaged")
	d.carryOut(d.Narrow("for:germany"))
	d.shows("Finding the positions failed.", "the index is damaged", "✗ failed").hides("Russia", "Open door")
	d.do(keys.Down, keys.NextPane) // nothing to move on
	l.broken = nil
	d.carryOut(d.Narrow("for:france"))
	d.shows("France", "Open door").hides("failed")
}
