//go:build unix

package cli_test

import (
	"testing"

	"onrecord/ui/screentest"
)

// TestAStatementLeadsToItsCellAndBack goes from a statement to where its actor stands, to the evidence there, and back
// the same way.
func TestAStatementLeadsToItsCellAndBack(t *testing.T) {
	term := start(t, screentest.Options{Width: 120, Height: 40}, "macron", "minsk")
	term.WaitFor("2 of 489", "President · France")
	term.Keys("P")
	term.WaitFor("2 of 489", "2 actors", "France on Minsk and Normandy", "enter 1 statement")
	term.Keys("enter")
	term.WaitFor("1 of 489", "President · France", "for:france")
	term.Keys("esc")
	term.WaitFor("2 of 489", "France on Minsk and Normandy", "enter 1 statement")
	term.Keys("esc")
	term.WaitFor("2 of 489", "President · France", "OTHERS ON THIS")
	term.Keys("down", "P")
	term.WaitFor("China on", "Dialogue, not force", "Minsk and Normandy", "● support")
	term.Golden(frameFile("120x40-choice"))
	term.Keys("down", "enter")
	term.WaitFor("China on Minsk and Normandy", "enter 1 statement")
}

// TestNeighboursComeWhenThereIsRoomForThem starts where a statement has no room beside the list, and makes some.
func TestNeighboursComeWhenThereIsRoomForThem(t *testing.T) {
	term := start(t, screentest.Options{Width: 50, Height: 15}, "macron", "minsk")
	term.WaitFor("2 of 489")
	term.Resize(120, 40)
	term.WaitFor("President · France", "OTHERS ON THIS WITHIN A WEEK")
}
