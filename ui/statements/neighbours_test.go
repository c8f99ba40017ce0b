package statements_test

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"onrecord/ui/keys"
	"onrecord/ui/nav"
)

func TestRelatedWaitsForTheNeighbours(t *testing.T) {
	for name, test := range map[string]struct {
		keys []keys.ID
		back string // where the way back leads after opening what is under the cursor
	}{
		"they come later":     {[]keys.ID{keys.Down, keys.Related}, "back to Anthony Hope"},
		"given up by esc":     {[]keys.ID{keys.Down, keys.Related, keys.Back, keys.Open}, ""},
		"something else next": {[]keys.ID{keys.Down, keys.Related, keys.Down}, ""},
	} {
		t.Run(name, func(t *testing.T) {
			d := &slow{desk: open(t, newShelf(9), 120, "")}
			d.press(test.keys...)
			d.hides("back to")
			d.release()
			d.do(keys.Open)
			if shown := strings.Contains(d.screen(), "back to"); shown != (test.back != "") {
				t.Errorf("the way back is there: %v\n%s", shown, d.screen())
			}
		})
	}
}

func TestRelatedAndOpenWaitForTheNeighboursTogether(t *testing.T) {
	d := &slow{desk: open(t, newShelf(9), 120, "")}
	d.press(keys.Down, keys.Related, keys.Open)
	d.hides("back to")
	d.release()
	d.shows("back to Anthony Hope")
}

func TestANeighbourStaysInViewWhileMoreArrives(t *testing.T) {
	l := newShelf(300)
	d := open(t, l, 120, "").do(keys.Open, keys.Related, keys.Open).shows("back to Anthony Hope")
	l.grown = 250
	d.carryOut(d.Update(nav.Grown{}))
	d.carryOut(d.Update(tea.WindowSizeMsg{Width: 120, Height: 40}))
	d.shows("550 of 1,250", "back to Anthony Hope")
}

func TestNeighboursAreThoseOfAllThatHasBeenRead(t *testing.T) {
	l := newShelf(9)
	d := open(t, l, 120, "").do(keys.Open, keys.Related, keys.Down).shows("SAME SPEAKER ON THIS", "all 9", "▌ 20 Jan 2022")
	before := d.screen()
	l.grown = 250
	d.carryOut(d.Update(nav.Grown{}))
	d.shows("all 259").hides("all 9")
	if got := d.screen(); underCursor(got) != underCursor(before) {
		t.Errorf("the cursor was on\n%s\nand is on\n%s", before, got)
	}
}

func TestNeighboursComeBackAfterTyping(t *testing.T) {
	d := open(t, newShelf(9), 120, "").shows("SAME SPEAKER ON THIS")
	d.do(keys.Find).typeText("abc").shows("SAME SPEAKER ON THIS")
}

// underCursor returns what a screen shows right of its last cursor.
func underCursor(screen string) string {
	at := strings.LastIndex(screen, "▌")
	line, _, _ := strings.Cut(screen[at:], "\n")
	return line
}
