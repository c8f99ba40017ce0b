package cli

import (
	"context"
	"fmt"
	"slices"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"onrecord/data"
	"onrecord/ui"
	"onrecord/ui/keys"
	"onrecord/ui/statements"
	"onrecord/ui/theme"
)

// driven is the program on the embedded collection without a terminal: what it asks to be done is done at once.
type driven struct {
	app   tea.Model
	frame tea.View
}

func drive(b *testing.B, width, height int) *driven {
	b.Helper()
	lib := newLibrary(newMarks(b.TempDir()))
	if _, err := lib.read(context.Background(), data.Reader{}); err != nil {
		b.Fatal(err)
	}
	o := theme.Options{Known: true, Dark: true, Profile: colorprofile.TrueColor}
	d := &driven{app: ui.New(ui.Options{Theme: ui.Dark, Profile: o.Profile}, keys.Default(),
		ui.Tab{Command: keys.Statements, Name: "Statements", Screen: statements.New(lib, theme.New(o), "")})}
	d.take(tea.WindowSizeMsg{Width: width, Height: height})
	d.do(d.app.Init())
	return d
}

// take gives the program a message, draws the frame, and goes on with all that the message leads to.
func (d *driven) take(msg tea.Msg) {
	next, cmd := d.app.Update(msg)
	d.app, d.frame = next, next.View()
	d.do(cmd)
}

func (d *driven) do(cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	switch msg := cmd().(type) {
	case nil:
	case tea.BatchMsg:
		for _, c := range msg {
			d.do(c)
		}
	default:
		d.take(msg)
	}
}

// BenchmarkKeyToFrame types lines into the search box. An operation is a key with all that it leads to: the search, the
// facets, the suggestions, the neighbours, and every frame drawn on the way, one after the other.
func BenchmarkKeyToFrame(b *testing.B) {
	d := drive(b, 120, 40)
	d.take(press("/"))
	var typed []tea.KeyPressMsg
	for _, line := range []string{"macron minsk", "nato secretary general", "speaker:lavrov -sanctions", `"open door"`, "stoltenburg"} {
		for _, r := range line {
			typed = append(typed, tea.KeyPressMsg{Code: r, Text: string(r)})
		}
		typed = append(typed, press("ctrl+u"))
	}
	var times []time.Duration
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		began := time.Now()
		d.take(typed[i%len(typed)])
		times = append(times, time.Since(began))
	}
	slices.Sort(times)
	b.ReportMetric(float64(times[len(times)/2].Microseconds())/1000, "p50-ms")
	b.ReportMetric(float64(times[len(times)*99/100].Microseconds())/1000, "p99-ms")
	b.ReportMetric(float64(times[len(times)-1].Microseconds())/1000, "max-ms")
}

// BenchmarkFrame draws the screen again after the selection has moved, as while scrolling.
func BenchmarkFrame(b *testing.B) {
	for _, size := range [][2]int{{160, 45}, {120, 40}, {80, 24}, {50, 15}} {
		b.Run(fmt.Sprintf("%dx%d", size[0], size[1]), func(b *testing.B) {
			d := drive(b, size[0], size[1])
			step := []tea.KeyPressMsg{press("down"), press("down"), press("up"), press("up")}
			b.ReportAllocs()
			for i := 0; b.Loop(); i++ {
				next, _ := d.app.Update(step[i%len(step)])
				d.app, d.frame = next, next.View()
			}
		})
	}
}

// BenchmarkStill draws the screen while nothing has changed.
func BenchmarkStill(b *testing.B) {
	d := drive(b, 120, 40)
	b.ReportAllocs()
	for b.Loop() {
		d.frame = d.app.View()
	}
}
