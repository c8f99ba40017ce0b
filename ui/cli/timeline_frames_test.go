//go:build unix

package cli_test

import (
	"fmt"
	"path/filepath"
	"testing"

	"onrecord/ui/screentest"
)

// timelineFrames are the pictures of the timeline: where the cursor goes, and what stands on the screen then.
var timelineFrames = []struct {
	name   string
	width  int
	height int
	env    []string
	args   []string
	keys   []string
	shows  []string
}{
	{"wide", 160, 45, nil, nil, []string{"down", "N"}, []string{"Wednesday 23 February 2022", "on Dialogue"}},
	{"usual", 120, 40, nil, nil, []string{"down", "N", "N", "space", "H", "v"}, []string{"8 days chosen", "ACTORS 1–", "for Russia"}},
	{"small", 80, 24, nil, []string{"macron"}, []string{"home"}, []string{"10 of 489", "in all"}},
	{"narrow", 50, 15, nil, nil, []string{"+", "down", "N"}, []string{"a bar is a day", "Wed 23 Feb 2022"}},
	{"tiny", 40, 10, nil, nil, []string{"down"}, []string{"107 in all"}},
	{"speakers-light.styles", 80, 24, nil, []string{"--theme", "light"}, []string{"down", "+", "v", "v"}, []string{"SPEAKERS", "by Jens Stoltenberg"}},
	{"ascii", 80, 24, nil, []string{"--ascii"}, []string{"-", "down"}, []string{"a bar is a month", "February 2022"}},
	{"nocolor.styles", 80, 24, []string{"NO_COLOR=1"}, []string{"topic:sanctions"}, []string{"down"}, []string{"67 of 489", "on Sanctions"}},
}

func TestTimelineFrames(t *testing.T) {
	for _, f := range timelineFrames {
		t.Run(f.name, func(t *testing.T) {
			term := start(t, screentest.Options{Width: f.width, Height: f.height, Environ: f.env}, f.args...)
			term.WaitFor(" of 489")
			term.Keys("3")
			term.WaitFor("Timeline", "in all")
			for _, key := range f.keys {
				term.Keys(key)
			}
			term.WaitFor(f.shows...)
			term.Golden(filepath.Join("testdata", "frames", fmt.Sprintf("timeline-%dx%d-%s", f.width, f.height, f.name)))
		})
	}
}

// TestTimelineLeadsToStatementsAndBack chooses days of a topic, reads the statements, comes back and keeps the days.
func TestTimelineLeadsToStatementsAndBack(t *testing.T) {
	term := start(t, screentest.Options{Width: 120, Height: 40})
	term.WaitFor("489 of 489")
	term.Keys("3")
	term.WaitFor("1 in all")
	term.Keys("down", "down", "down", "left", "space", "left", "left")
	term.WaitFor("21–23 February 2022", "3 days chosen", "27 on Sanctions on Russia")
	term.Keys("enter")
	term.WaitFor("on:2022-02-21..2022-02-23 topic:sanctions", "27 of 489", "SPEAKERS")
	term.Keys("3")
	term.WaitFor("3 days chosen", "27 on Sanctions on Russia", "489 of 489")
	term.Keys("z")
	term.WaitFor("on:2022-02-21..2022-02-23", "106 of 489", "tallest 47")
	term.Keys("x")
	term.WaitFor("-topic:sanctions", "79 of 489")
	term.Keys("esc", "esc", "esc")
	term.WaitFor("489 of 489", "press / to search")
	term.Keys("/", "lavrov")
	term.WaitFor("❯ lavrov", "tallest 7")
	term.Keys("esc")
	term.WaitFor("48 of 489", "choose days")
	term.Keys("1")
	term.WaitFor("❯ lavrov", "STANCE", "Sergey Lavrov")
}
