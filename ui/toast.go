package ui

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"onrecord/ui/clip"
	"onrecord/ui/link"
	"onrecord/ui/nav"
)

// toast is news that is shown for a while; bad news also waits for somebody to be there, who presses a key.
type toast struct {
	nav.Said
	seq    int
	waited bool
}

// toastFor is how long news is shown.
const toastFor = 4 * time.Second

// expired takes a toast away again.
type expired struct{ seq int }

// copied says what was copied and where to, and only as much as can be known.
func copied(done clip.Done) nav.Said {
	if done.Err != nil {
		return nav.Said{Text: done.Err.Error(), Bad: true}
	}
	if !done.Known {
		return nav.Said{Text: "Copying " + done.Label + ": " + done.How}
	}
	return nav.Said{Text: "Copied " + done.Label + " to " + done.How}
}

func opened(link link.Opened) nav.Said {
	if link.Err != nil {
		return nav.Said{Text: link.Err.Error(), Bad: true}
	}
	return nav.Said{Text: "Opening " + link.URL}
}

func (a *App) say(said nav.Said) tea.Cmd {
	a.toast = toast{Said: said, seq: a.toast.seq + 1}
	seq := a.toast.seq
	return tea.Tick(toastFor, func(time.Time) tea.Msg { return expired{seq} })
}

// forget takes the news away if it has been shown for long enough.
func (a *App) forget(enough bool) {
	if enough {
		a.toast.Text = ""
	}
}
