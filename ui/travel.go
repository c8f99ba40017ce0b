package ui

import (
	tea "charm.land/bubbletea/v2"

	"onrecord/ui/nav"
)

// travel shows another screen, and remembers the way back.
func (a *App) travel(to nav.Go) tea.Cmd {
	i := a.tabOf(to.Screen)
	if i < 0 {
		return nil
	}
	a.trips = append(a.trips, trip{from: a.at, to: i, left: a.screen().Line(), there: to.Line})
	cmd := a.show(i, to.Line)
	if s, ok := a.screen().(seeker); ok && to.Cell != (nav.Cell{}) {
		return tea.Batch(cmd, s.Seek(to.Cell))
	}
	return cmd
}

// goBack returns to where the last trip began, if its end is as it was found. It reports false if there is no way back,
// or something else to be taken off first: what was opened there, or filters that were added.
func (a *App) goBack() (tea.Cmd, bool) {
	if !a.canGoBack() {
		return nil, false
	}
	n := len(a.trips) - 1
	last := a.trips[n]
	a.trips = a.trips[:n]
	return a.show(last.from, last.left), true
}

func (a *App) canGoBack() bool {
	n := len(a.trips) - 1
	if n < 0 || !a.screen().Rests() {
		return false
	}
	return a.trips[n].to == a.at && a.trips[n].there == a.screen().Line()
}
