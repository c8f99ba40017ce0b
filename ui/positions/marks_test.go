package positions_test

import (
	"strings"
	"testing"

	"onrecord/ui/keys"
	"onrecord/ui/nav"
)

// TestMarksInForceAreAskedForAnew lets marks change while the matrix of is:marked is shown, and while another screen is.
func TestMarksInForceAreAskedForAnew(t *testing.T) {
	for line, want := range map[string]int{"is:marked": 1, "-is:marked topic:weapons": 1, "weapons": 0, "": 0} {
		d := open(t, winter(t), 120, 38, line)
		d.screen()
		for name, change := range map[string]func(){
			"a mark":      func() { d.carryOut(d.Update(nav.Marked{ID: "s1", On: true})) },
			"coming back": func() { d.carryOut(d.Narrow(line)) },
		} {
			d.screen()
			before := len(d.shelf.asked)
			if change(); len(d.shelf.asked)-before != want {
				t.Errorf("%q: asked %d times after %s, want %d", line, len(d.shelf.asked)-before, name, want)
			}
		}
	}
}

// TestEvidenceShowsItsMark marks what views show of a statement.
func TestEvidenceShowsItsMark(t *testing.T) {
	for name, lead := range map[string][]keys.ID{
		"topic":      {keys.ShowTopic},
		"shifts":     {keys.ShowShifts},
		"comparison": {keys.ChooseActor, keys.Down, keys.ChooseActor, keys.CompareActors},
	} {
		t.Run(name, func(t *testing.T) {
			d := open(t, winter(t), 120, 38, "").do(lead...)
			before := countMarks(d)
			if d.do(keys.Mark); countMarks(d) != before+1 {
				t.Errorf("no mark is shown:\n%s", d.screen())
			}
			if d.do(keys.Mark); countMarks(d) != before {
				t.Errorf("a mark is still shown:\n%s", d.screen())
			}
		})
	}
}

func countMarks(d *desk) int { return strings.Count(d.screen(), "◆") }
