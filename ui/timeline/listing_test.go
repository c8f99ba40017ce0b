package timeline_test

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"onrecord/ui/clip"
	"onrecord/ui/keys"
	"onrecord/ui/screentest"
)

// TestCommandsAreAboutTheSelectedStatement goes to a day with three statements, where the second is selected.
func TestCommandsAreAboutTheSelectedStatement(t *testing.T) {
	for _, width := range []int{160, 120, 80, 50} {
		d, l := ruritanian(t, width, 30, "")
		d.do(keys.Top, keys.NextBusy).shows("› ").do(keys.NextPane, keys.Down).shows("▌ ")
		label := ""
		cmd, _ := d.command(keys.Copy)
		screentest.CarryOut(cmd, d.Update, func(msg tea.Msg) bool {
			done, ok := msg.(clip.Done)
			label += done.Label
			return ok
		})
		if label != "the citation: The Envoy, 3 January 2022" {
			t.Errorf("at %d columns %q is copied", width, label)
		}
		if d.do(keys.Mark); !l.marked["s2"] || d.saying() != "Marked; is:marked finds all of them" {
			t.Errorf("at %d columns %v are marked: %s", width, l.marked, d.saying())
		}
		if d.shows("◆ The Env").do(keys.Mark).hides("◆ The Env"); l.marked["s2"] {
			t.Errorf("at %d columns the mark can't be taken away", width)
		}
		if d.do(keys.OpenSource); d.saying() != "This statement names no source" {
			t.Errorf("said %q", d.saying())
		}
		if d.do(keys.Back).hides("▌ The"); d.Refusal(keys.Back) == "" {
			t.Error("esc leads on beyond the timeline")
		}
		if d.do(keys.Top, keys.Later, keys.Copy); d.saying() != "No statement is shown here" {
			t.Errorf("on a day without a statement copying says %q", d.saying())
		}
	}
}

func TestWhatIsOutOfViewIsCounted(t *testing.T) {
	d := open(t, big(t, 600), 80, 16, "").do(keys.ZoomOut, keys.ZoomOut, keys.ZoomOut, keys.ZoomOut)
	d.shows("↓ 1 of ").do(keys.NextPane, keys.Down).shows("↑ ↓ 2 of ")
	d.do(keys.Bottom)
	if screen := d.screen(); !strings.Contains(screen, "↑ ") || strings.Contains(screen, "↓") {
		t.Errorf("at the end it says:\n%s", screen)
	}
}

// TestAWideScreenHasAPaneOfStatements holds that the bars leave room for statements beside them, and none is lost.
func TestAWideScreenHasAPaneOfStatements(t *testing.T) {
	d, _ := ruritanian(t, 160, 43, "")
	d.do(keys.Top, keys.NextBusy).shows("│ Monday 3 January 2022", "│ 3 in all", "The Count  France", "Statement number 1.", "Statement number 3.")
	d.Resize(120, 38)
	d.hides("│ Monday 3 January 2022").shows("Monday 3 January 2022", "Statement number 3.")
}

func TestDraggingChoosesDays(t *testing.T) {
	d, _ := ruritanian(t, 120, 30, "")
	x, y := d.find("2022")
	d.do(keys.Top)
	before := d.Line()
	d.drag(x, y-2, x+6, y-2).shows("days chosen")
	if d.goes != nil || d.Line() != before {
		t.Errorf("choosing days leads to %v", d.goes)
	}
	d.do(keys.KeepDays)
	if line := d.Line(); !strings.HasPrefix(line, "on:") || !strings.Contains(line, "..") {
		t.Errorf("kept as %q", line)
	}
	d.goes = nil
	d.do(keys.Clear, keys.Bottom)
	if d.drag(x, y-2, x, y-2).hides("chosen"); d.goes != nil {
		t.Errorf("the first click leads to %v", d.goes)
	}
	// From the bar under the cursor, too, and back to it.
	d.carryOut(d.Click(x, y-2))
	d.carryOut(d.Drag(x+4, y))
	d.carryOut(d.Drag(x, y))
	d.carryOut(d.Release(x, y))
	if d.shows("1 day chosen"); d.goes != nil {
		t.Errorf("dragging leads to %v", d.goes)
	}
}

func TestWithoutStatementsNoKeyOfTheTimelineIsOffered(t *testing.T) {
	d := open(t, shelve(t, collect(t, nil)), 120, 30, "")
	for _, c := range keys.Default().Footed(keys.Timeline) {
		if c.Scope&keys.Timeline != 0 && c.Scope&keys.Global == 0 && d.Refusal(c.ID) == "" {
			t.Errorf("%s is offered", c.ID)
		}
	}
}
