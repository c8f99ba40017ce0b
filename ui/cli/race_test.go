package cli

import (
	"context"
	"io"
	"testing"
	"testing/synctest"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"onrecord/data"
	"onrecord/ui/keys"
	"onrecord/ui/nav"
	"onrecord/ui/screentest"
)

// walker runs the whole program as Bubble Tea does: Update and View one after the other, and each command beside them.
type walker struct {
	ctx  context.Context
	app  tea.Model
	msgs chan tea.Msg
}

// run runs a command in a goroutine of its own, and brings what comes of it.
func (w *walker) run(cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	go func() {
		msg := cmd()
		if batch, ok := msg.(tea.BatchMsg); ok {
			for _, cmd := range batch {
				w.run(cmd)
			}
			return
		}
		select {
		case w.msgs <- msg:
		case <-w.ctx.Done():
		}
	}()
}

// take updates the program while earlier commands still run.
func (w *walker) take(msg tea.Msg) {
	model, cmd := w.app.Update(msg)
	w.app = model
	w.run(cmd)
}

// press presses keys by their names.
func (w *walker) press(names ...string) {
	for _, name := range names {
		w.take(screentest.Pressed(name))
	}
}

// arrived takes what has come by now, and draws the program.
func (w *walker) arrived() {
	for {
		select {
		case msg := <-w.msgs:
			w.take(msg)
		default:
			w.app.View()
			return
		}
	}
}

// settle takes all that comes of what was done.
func (w *walker) settle() {
	for range 3 { // an answer asks for more rows, and those for their neighbours
		synctest.Wait()
		w.arrived()
	}
}

// command carries out a command by its keys, or by its title where it has none.
func (w *walker) command(c keys.Command) {
	if len(c.Keys) > 0 {
		w.press(c.Keys[0])
		return
	}
	w.press(":")
	w.take(tea.PasteMsg{Content: c.Title})
	w.press("enter")
}

// places are the ways from the list of statements to every place that has commands of its own.
var places = []struct {
	scope keys.Scope
	way   []string
}{
	{keys.List, nil},
	{keys.Facets, []string{"shift+tab"}},
	{keys.Detail, []string{"enter"}},
	{keys.Search, []string{"/", "m"}},
	{keys.Palette, []string{":"}},
	{keys.Help, []string{"?"}},
	{keys.Matrix, []string{"2"}},
	{keys.Compare, []string{"2", "space", "down", "space", "C"}},
	{keys.Jump, []string{"2", "a"}},
	{keys.Shifts, []string{"2", "S"}},
	{keys.TopicPage, []string{"2", "T"}},
	{keys.RulePage, []string{"2", "R"}},
	{keys.Timeline, []string{"3"}},
}

// TestEveryCommandWhileAnswersArrive uses every command at every place and goes on while it runs, for the race detector: a
// command must not look at what Update changes.
func TestEveryCommandWhileAnswersArrive(t *testing.T) {
	t.Setenv("PATH", "") // no browser, and no clipboard
	t.Chdir(t.TempDir())
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithCancel(t.Context())
		lib := newLibrary(newMarks(t.TempDir()))
		o := terminalOptions{Out: io.Discard, profile: colorprofile.TrueColor}
		w := &walker{ctx, o.screens(lib), make(chan tea.Msg)}
		w.run(w.app.Init())
		w.take(tea.WindowSizeMsg{Width: 120, Height: 30})
		if _, err := lib.read(ctx, data.Reader{}); err != nil {
			t.Fatal(err)
		}
		for _, place := range places {
			for _, c := range keys.Default().For(place.scope) {
				if c.ID == keys.Quit || c.ID == keys.Interrupt || c.ID == keys.Suspend {
					continue
				}
				w.press("esc", "esc", "esc", "c", "1")
				w.settle()
				w.press(place.way...)
				w.settle()
				w.command(c)
				w.take(nav.Grown{}) // so that all is asked anew
				w.press("down", "up")
				w.arrived()
			}
		}
		cancel()
		time.Sleep(time.Minute) // of the bubble, which passes at once: until no news waits to be taken away
	})
}
