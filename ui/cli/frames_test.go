//go:build unix

package cli_test

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"onrecord/ui/screentest"
)

// scene is a moment of the statements screen: what was done, and a text that tells that it is there.
type scene struct {
	name  string
	args  []string
	steps []step
}

// step is a few keys, and what the screen shows after them.
type step struct {
	keys  []string
	shows []string
}

// scenes are the moments that are held at every size.
var scenes = []scene{
	{"start", nil, []step{{nil, []string{"489 of 489", "Vladimir Putin"}}}},
	{"typing", nil, []step{
		{nil, []string{"489 of 489"}},
		{[]string{"/", "macron min"}, []string{"❯ macron min", "tab minsk"}},
	}},
	{"found", []string{"macron", "minsk"}, []step{{nil, []string{"2 of 489", "macron → Emmanuel Macron"}}}},
	{"detail", []string{"macron", "minsk"}, []step{
		{nil, []string{"2 of 489"}},
		{[]string{"enter"}, []string{"President · France"}},
	}},
	{"neighbour", []string{"macron", "minsk"}, []step{
		{nil, []string{"2 of 489"}},
		{[]string{"enter"}, []string{"President · France"}},
		{[]string{"r", "enter"}, []string{"‹ back to Emmanuel Macron"}},
	}},
	{"facets", []string{"nato"}, []step{
		{nil, []string{"of 489"}},
		{[]string{"shift+tab"}, []string{"SPEAKERS"}},
		{[]string{"space"}, []string{"✓ Jens Stoltenberg", "speaker:stoltenberg"}},
		{[]string{"down", "space"}, []string{"speaker:stoltenberg,"}},
	}},
	{"nothing", []string{"le-drian", "topic:nord-stream-2", "since:2022-02-20"}, []step{
		{nil, []string{"0 of 489", "Nothing found.", "without"}},
		{[]string{"down"}, []string{"▌ without"}},
	}},
	{"palette", nil, []step{
		{nil, []string{"489 of 489"}},
		{[]string{":", "copy"}, []string{"Commands", "Copy as citation"}},
	}},
	{"help", nil, []step{
		{nil, []string{"489 of 489"}},
		{[]string{"?"}, []string{"Keys: "}},
	}},
	{"plain", []string{"macron", "minsk"}, []step{
		{nil, []string{"2 of 489"}},
		{[]string{"p"}, []string{"— Emmanuel Macron", "esc goes back"}},
	}},
	{"near", []string{"mass", "grave", "drone", "pretext"}, []step{
		{nil, []string{"0 of 489", "No statement matches every word", "without drone", "Antony"}},
	}},
}

var sizes = [][2]int{{160, 45}, {120, 40}, {80, 24}, {50, 15}}

func TestFrames(t *testing.T) {
	for _, size := range sizes {
		for _, s := range scenes {
			name := fmt.Sprintf("%dx%d-%s", size[0], size[1], s.name)
			t.Run(name, func(t *testing.T) {
				t.Parallel()
				s.play(t, screentest.Options{Width: size[0], Height: size[1]}).Golden(frameFile(name))
			})
		}
	}
}

// play starts the program and goes to the moment.
func (s scene) play(t *testing.T, o screentest.Options, flags ...string) *screentest.Terminal {
	t.Helper()
	terminal := start(t, o, append(flags, s.args...)...)
	for _, step := range s.steps {
		terminal.Keys(step.keys...)
		terminal.WaitFor(step.shows...)
	}
	return terminal
}

func frameFile(name string) string { return filepath.Join("testdata", "frames", name) }

// looks are the ways in which the same screen may have to be drawn. Their frames hold the styles as well.
var looks = []struct {
	name  string
	o     screentest.Options
	flags []string
}{
	{"dark.styles", screentest.Options{Answers: screentest.Dark}, nil},
	{"light.styles", screentest.Options{Answers: screentest.Light}, nil},
	{"unknown-background.styles", screentest.Options{Answers: screentest.Silence}, nil},
	{"theme-light-on-dark.styles", screentest.Options{Answers: screentest.Dark}, []string{"--theme", "light"}},
	{"16-colours.styles", screentest.Options{Environ: []string{"TERM=xterm", "COLORTERM="}}, nil},
	{"no-colour.styles", screentest.Options{Environ: []string{"NO_COLOR=yes"}}, nil},
	{"ascii", screentest.Options{}, []string{"--ascii"}},
}

func TestLooks(t *testing.T) {
	for _, look := range looks {
		for _, s := range []scene{scenes[3], scenes[5], scenes[6]} {
			if ascii := look.name == "ascii"; ascii {
				s = s.inASCII()
			}
			name := s.name + "-" + look.name
			t.Run(name, func(t *testing.T) {
				t.Parallel()
				o := look.o
				o.Width, o.Height = 120, 40
				s.play(t, o, look.flags...).Golden(frameFile(name))
			})
		}
	}
}

// inASCII is the same moment as it is told apart without other signs.
func (s scene) inASCII() scene {
	signs := strings.NewReplacer("✓", "*", "▌", ">", "❯", ">", "→", ">", "‹", "<", "·", "|")
	steps := make([]step, len(s.steps))
	for i, old := range s.steps {
		steps[i].keys = old.keys
		for _, text := range old.shows {
			steps[i].shows = append(steps[i].shows, signs.Replace(text))
		}
	}
	s.steps = steps
	return s
}

// TestASCIIDrawsNoOtherSigns holds that with --ascii every sign of the program's own is ASCII; letters of names stay.
func TestASCIIDrawsNoOtherSigns(t *testing.T) {
	for _, s := range scenes {
		t.Run(s.name, func(t *testing.T) {
			t.Parallel()
			f := s.inASCII().play(t, screentest.Options{Width: 120, Height: 40}, "--ascii").Frame()
			for y := range f.Cells {
				if i := strings.IndexAny(f.Line(y), "─│┬┴┼├┤╭╮╰╯━▌❯●○◐◑…→‹›↗“”▸▾·◆┃✓✗▁▂▃▄▅▆▇█"); i >= 0 {
					t.Errorf("line %d: %s", y+1, f.Line(y))
				}
			}
		})
	}
}

// TestSmallScreens holds what is said where there is too little room, and the least room that is enough.
func TestSmallScreens(t *testing.T) {
	for _, size := range [][2]int{{30, 8}, {39, 10}, {40, 9}, {1, 1}} {
		terminal := start(t, screentest.Options{Width: size[0], Height: size[1]})
		if size[0] > 1 {
			terminal.WaitFor("needs 40x10", fmt.Sprintf("this is %dx%d", size[0], size[1]))
		}
		terminal.Resize(40, 10)
		terminal.WaitFor("489 of 489", "24 Feb 2022  Vladimir")
		terminal.Golden(frameFile("40x10-start"))
	}
}
