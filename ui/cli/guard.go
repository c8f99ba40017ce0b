package cli

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"onrecord/model/crew"
	"onrecord/ui/nav"
)

// guard stands between Bubble Tea and the program, so that no panic of the program reaches a goroutine of Bubble Tea's. One
// in Update or View ends the program, because nobody knows what is left half done; one in a command is news.
type guard struct {
	model  tea.Model
	faults *faults
	end    context.CancelCauseFunc
	last   tea.View
}

// Init starts the program.
func (g *guard) Init() (cmd tea.Cmd) {
	g.mind(func() { cmd = watched(g.faults, g.model.Init()) })
	return cmd
}

// Update hands a message on.
func (g *guard) Update(msg tea.Msg) (_ tea.Model, cmd tea.Cmd) {
	g.mind(func() {
		model, then := g.model.Update(msg)
		g.model, cmd = model, watched(g.faults, then)
	})
	return g, cmd
}

// View draws the program, or what it was before it could not be drawn.
func (g *guard) View() tea.View {
	g.mind(func() { g.last = g.model.View() })
	return g.last
}

// mind ends the program if f panics.
func (g *guard) mind(f func()) {
	if err := caught(f); err != nil {
		g.end(err)
	}
}

// watched is a command of which a panic is news.
func watched(f *faults, cmd tea.Cmd) tea.Cmd {
	if cmd == nil {
		return nil
	}
	return func() tea.Msg { return runWatched(f, cmd) }
}

// runWatched runs a command. Of several, each is watched.
func runWatched(f *faults, cmd tea.Cmd) tea.Msg {
	var msg tea.Msg
	err := caught(func() { msg = cmd() })
	if err != nil {
		return nav.Warn(f.sentence(err))()
	}
	if batch, ok := msg.(tea.BatchMsg); ok {
		for i := range batch {
			batch[i] = watched(f, batch[i])
		}
	}
	return msg
}

// caught makes an error of a panic.
func caught(f func()) (err error) {
	defer crew.Recover(&err)
	f()
	return nil
}
