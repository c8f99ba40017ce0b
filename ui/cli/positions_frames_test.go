//go:build unix

package cli_test

import (
	"fmt"
	"path/filepath"
	"testing"

	"onrecord/ui/screentest"
)

// positionsFrames are the pictures of the positions: what is done, and what stands on the screen then.
var positionsFrames = []struct {
	name   string
	width  int
	height int
	env    []string
	args   []string
	keys   []string
	shows  []string
}{
	{"wide", 160, 45, nil, nil, []string{"down", "down", "right"}, []string{"NATO on Allied forces in the east", "15 Dec"}},
	{"usual", 120, 40, nil, nil, []string{"e", "down"}, []string{"Vladimir Putin on NATO's open door"}},
	{"small", 80, 24, nil, nil, []string{"s", "s", "L"}, []string{"by likeness"}},
	{"narrow", 50, 15, nil, nil, []string{"down", "right"}, []string{"‹ United States ›  1–4 of 18", "● supports enter 5"}},
	{"narrow-topic", 50, 15, nil, nil, []string{"down", "tab"}, []string{"›  1–4 of 58 tab by actor"}},
	{"filtered", 120, 40, nil, []string{"for:nato"}, nil, []string{"47 of 489", "no statement under this filter"}},
	{"topic", 120, 40, nil, nil, []string{"right", "T"}, []string{"Allied troops and weapons", "Jens Stoltenberg"}},
	{"shifts", 120, 40, nil, nil, []string{"S"}, []string{"What moved", "newest first"}},
	{"compare", 160, 45, nil, nil, []string{"space", "down", "space", "down", "space", "C"}, []string{"Russia, United States and NATO agree"}},
	{"compare-narrow", 50, 15, nil, nil, []string{"space", "right", "space", "C"}, []string{"Russia and United States"}},
	{"tiny", 40, 10, nil, nil, []string{"down", "right"}, []string{"›  1–2 of 18 tab by topic", "● supports enter 5"}},
	{"topic-narrow", 50, 15, nil, nil, []string{"down", "down", "T"}, []string{"Security guarantees for Russia     ↓", "● supports · 3"}},
	{"shifts-speakers", 80, 24, nil, nil, []string{"S", "e"}, []string{"9 shifts", "Olaf Scholz, Germany on Nord Stream 2"}},
	{"compare-small", 80, 24, nil, nil, []string{"space", "down", "space", "C"}, []string{"Russia and United States agree", "on opposite sides"}},
	{"moved", 120, 40, nil, nil, []string{"L", "right", "right", "right"}, []string{"Russia on Minsk and Normandy", "position "}},
	{"rule", 80, 24, nil, nil, []string{"R"}, []string{"How a position comes about"}},
	{"light.styles", 80, 24, nil, []string{"--theme", "light"}, []string{"right"}, []string{"Russia on Allied"}},
	{"ascii", 80, 24, nil, []string{"--ascii"}, []string{"down"}, []string{"United States on NATO's open door"}},
	{"nocolor.styles", 80, 24, []string{"NO_COLOR=1"}, nil, []string{"down"}, []string{"United States on NATO's open door"}},
}

func TestPositionsFrames(t *testing.T) {
	for _, f := range positionsFrames {
		t.Run(f.name, func(t *testing.T) {
			term := start(t, screentest.Options{Width: f.width, Height: f.height, Environ: f.env}, f.args...)
			term.WaitFor(" of 489")
			term.Keys("2")
			opened := "most said first"
			if f.width < 60 {
				opened = "‹ Russia ›"
			}
			term.WaitFor(opened)
			term.Keys(f.keys...)
			term.WaitFor(f.shows...)
			term.Golden(filepath.Join("testdata", "frames", fmt.Sprintf("positions-%dx%d-%s", f.width, f.height, f.name)))
		})
	}
}

// TestPositionsLeadToEvidenceAndBack reads a cell, its statements, and comes back to the cell; compares, and looks at
// what moved.
func TestPositionsLeadToEvidenceAndBack(t *testing.T) {
	term := start(t, screentest.Options{Width: 120, Height: 40})
	term.WaitFor("489 of 489")
	term.Keys("2")
	term.WaitFor("Russia on NATO's open door", "enter 9 statements")
	term.Keys("right", "right")
	term.WaitFor("Russia on Security guarantees for Russia", "enter 15 statements")
	term.Keys("enter")
	term.WaitFor("stance:any topic:security-guarantees for:russia", "15 of 489", "SPEAKERS")
	term.Keys("2")
	term.WaitFor("489 of 489", "Russia on Security guarantees for Russia", "enter 15 statements")
	term.Keys("f")
	term.WaitFor("for:russia topic:security-guarantees", "1 actor")
	term.Keys("esc", "esc")
	term.WaitFor("489 of 489", "Russia on Security guarantees for Russia")
	term.Keys("space", "down", "down", "space", "C")
	term.WaitFor("Russia and NATO agree on")
	term.Keys("esc", "S")
	term.WaitFor("What moved")
	term.Keys("esc", "3")
	term.WaitFor("in all")
}
