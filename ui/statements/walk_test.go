package statements_test

import (
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"

	"onrecord/ui/keys"
	"onrecord/ui/nav"
	"onrecord/ui/widget"
)

// TestARandomWalk goes through the screen by commands, typing, pastes, the mouse, resizes and news, on collections of many
// shapes, and holds after each step what has to hold always.
func TestARandomWalk(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		l := crowded()
		total := rapid.SampledFrom([]int{0, 1, 2, 40, 5000}).Draw(rt, "statements")
		l.count = func(line string) int { return total / (1 + len(line)%7) }
		w := walk{rt, open(t, l, 120, ""), l, &size{120, 38}}
		watchdog := time.AfterFunc(time.Minute, func() { panic("a step does not end") })
		defer watchdog.Stop()
		for range 30 {
			watchdog.Reset(time.Minute)
			w.step()
			w.check()
		}
		for range 100 {
			if w.d.Refusal(keys.Back) != "" {
				return
			}
			cmd, _ := w.d.Do(keys.Back)
			w.d.carryOut(cmd)
		}
		rt.Fatalf("esc does not lead out of\n%s", w.d.screen())
	})
}

type walk struct {
	*rapid.T
	d    *desk
	l    *shelf
	size *size
}

type size struct{ width, height int }

func (w walk) step() {
	d := w.d
	switch rapid.IntRange(0, 11).Draw(w.T, "kind") {
	case 0:
		*w.size = size{rapid.IntRange(30, 170).Draw(w.T, "width"), rapid.IntRange(8, 45).Draw(w.T, "height")}
		d.Resize(w.size.width, w.size.height)
		d.carryOut(d.Update(tea.WindowSizeMsg{}))
	case 1:
		d.carryOut(d.Click(rapid.IntRange(0, 169).Draw(w.T, "x"), rapid.IntRange(0, 44).Draw(w.T, "y")))
	case 2:
		d.carryOut(d.Wheel(rapid.IntRange(0, 169).Draw(w.T, "x"), rapid.IntRange(0, 44).Draw(w.T, "y"), rapid.IntRange(-9, 9).Draw(w.T, "by")))
	case 3:
		d.carryOut(d.Update(nav.Grown{}))
	case 4:
		d.carryOut(d.Narrow(rapid.SampledFrom([]string{"", "a", "a b", "zzz", "speaker:hope"}).Draw(w.T, "line")))
	case 5, 6:
		if keys.Typing(d.Scope()) {
			text := rapid.SampledFrom([]string{"x", " ", "speaker:h", "“", "俄", strings.Repeat("a paste of words ", 6)}).Draw(w.T, "text")
			d.carryOut(d.Type(tea.PasteMsg{Content: text}))
		}
	default:
		w.command()
	}
}

// command carries out a command that the screen offers, as the root does.
func (w walk) command() {
	commands := keys.Default().For(w.d.Scope())
	c := rapid.SampledFrom(commands).Draw(w.T, "command")
	cmd, ok := w.d.command(c.ID)
	if !ok && c.Footer != "" && c.Scope&keys.Panes != 0 {
		w.Fatalf("%s is in the footer of %s, and neither does something nor is refused", c.ID, w.d.Scope())
	}
	w.d.carryOut(cmd)
}

func (w walk) check() {
	lines, cursor := w.d.View()
	if len(lines) > w.size.height {
		w.Fatalf("%d lines on a screen of %d", len(lines), w.size.height)
	}
	for _, line := range lines {
		if width := ansi.StringWidth(line); width > w.size.width {
			w.Fatalf("a line has %d columns of %d: %q", width, w.size.width, ansi.Strip(line))
		}
	}
	if cursor != nil && cursor.X >= w.size.width {
		w.Fatalf("the cursor stands in column %d of %d", cursor.X, w.size.width)
	}
	screen, found := w.d.screen(), w.l.count(w.d.Line())
	if count := widget.Thousands(found) + " of 1,000"; !strings.Contains(screen, count) {
		w.Fatalf("the count is not %s:\n%s", count, screen)
	}
	if w.d.Scope() == keys.List && found > 0 && !strings.Contains(screen, "▌") {
		w.Fatalf("what is selected is not in view:\n%s", screen)
	}
}
