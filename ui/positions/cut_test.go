package positions_test

import (
	"fmt"
	"strings"
	"testing"

	"onrecord/ui/keys"
	"onrecord/ui/screentest"
)

// sizes are the sizes of a terminal without the root's two lines.
var sizes = [][2]int{{160, 43}, {120, 38}, {80, 22}, {50, 13}, {40, 8}}

// throng is a collection in which many take positions, on one topic each.
func throng(t *testing.T) *shelf {
	var said []string
	for i := range 20 {
		said = append(said, fmt.Sprint(i+1, " scholz door support"), fmt.Sprint(i+30, " scholz gas ", []string{"support", "oppose"}[i%2]))
	}
	return &shelf{c: collection(t, append(said, "1 putin door oppose", "2 macron door support", "3 pilger talks neutral", "4 france moon support")...)}
}

func TestTheStanceIsNeverCut(t *testing.T) {
	for _, size := range sizes {
		d := open(t, throng(t), size[0], size[1], "")
		if d.shows("● supports"); !strings.Contains(d.screen(), "enter") {
			t.Errorf("at %v enter is not explained:\n%s", size, d.screen())
		}
	}
}

// TestWhatIsOutOfViewIsCounted looks at each list where it has more than it can show.
func TestWhatIsOutOfViewIsCounted(t *testing.T) {
	views := []struct {
		name  string
		keys  []keys.ID
		count string
	}{
		{"the matrix", nil, " of 4 "},
		{"the topic", []keys.ID{keys.ShowTopic}, " of 5"},
		{"the shifts", []keys.ID{keys.ShowShifts}, " of "},
		{"the comparison", []keys.ID{keys.ChooseActor, keys.Down, keys.ChooseActor, keys.CompareActors}, " of "},
	}
	for _, view := range views {
		d := open(t, throng(t), 80, 22, "").do(view.keys...)
		for height := 22; height >= 8; height-- {
			d.Resize(80, height)
			whole := !strings.Contains(body(d.screen()), " of ")
			if d.do(keys.Bottom); whole && strings.Contains(body(d.screen()), "↑") {
				t.Errorf("%s at %d lines goes on without a sign:\n%s", view.name, height, d.screen())
			}
			d.do(keys.Top)
		}
	}
}

// body is the screen without the query line.
func body(screen string) string {
	lines := strings.SplitN(screen, "\n", 4)
	return lines[len(lines)-1]
}

func TestAnItemTallerThanTheWindowIsReadToItsEnd(t *testing.T) {
	d := open(t, throng(t), 50, 11, "").do(keys.ChooseActor, keys.TopicRight, keys.ChooseActor, keys.CompareActors)
	seen := d.screen()
	for range 150 {
		seen += d.do(keys.Down).screen()
	}
	for _, topic := range []string{"Open door", "Confid", "The moon"} {
		if !strings.Contains(seen, topic) {
			t.Errorf("%s cannot be reached", topic)
		}
	}
	if !strings.Contains(seen, "Emmanuel Macron") && !strings.Contains(seen, "Vladimir Putin") {
		t.Errorf("the second actor of a topic is never in view")
	}
}

func TestTheRuleSaysThatItGoesOn(t *testing.T) {
	d := open(t, throng(t), 80, 22, "").do(keys.ShowRule).shows("↓ ", " more lines")
	d.do(keys.Bottom).hides(" more line")
}

// TestTheActorUnderTheCursorIsSeenWithoutColours moves between the actors of a comparison, and the statements of a shift.
func TestTheActorUnderTheCursorIsSeenWithoutColours(t *testing.T) {
	d := open(t, winter(t), 120, 38, "").do(keys.ChooseActor, keys.Down, keys.ChooseActor, keys.CompareActors)
	d.shows("▌ › ● supports").do(keys.NextPane).hides("▌ › ●").shows("› ○ opposes")
	d.do(keys.Back, keys.ShowShifts).shows("› ● 1 March 2022").do(keys.NextPane).shows("› ○ 3 January 2022")
}

func TestTheTitleOfShiftsKeepsItsCount(t *testing.T) {
	for _, size := range sizes {
		d := open(t, throng(t), size[0], size[1], "").do(keys.ShowShifts)
		title := screentest.LineThat(d, d.screen(), "the title", func(line string) bool { return strings.Contains(line, "What moved") })
		if !strings.Contains(title, " of 17") && !strings.Contains(title, " shift") {
			t.Errorf("no count at %v: %q", size, title)
		}
	}
}
