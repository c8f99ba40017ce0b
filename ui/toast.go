package ui

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"onrecord/ui/clip"
	"onrecord/ui/link"
	"onrecord/ui/nav"
	"onrecord/ui/theme"
	"onrecord/ui/widget"
)

// toast is news in the place of the footer, until the next key or click; what was done also goes by itself after a while.
type toast struct {
	nav.Said
	seq int
}

// toastFor is how long news is shown.
const toastFor = 4 * time.Second

// expired takes a toast away again.
type expired struct{ seq int }

// copied says what was copied and where to, and only as much as can be known.
func copied(done clip.Done) nav.Said {
	if done.Err != nil {
		return nav.Said{Kind: nav.Failed, Text: done.Err.Error()}
	}
	if !done.Known {
		return nav.Said{Text: "Copying " + done.Label + ": " + done.How}
	}
	return nav.Said{Kind: nav.Finished, Text: "Copied " + done.Label + " to " + done.How}
}

func opened(link link.Opened) nav.Said {
	if link.Err != nil {
		return nav.Said{Kind: nav.Failed, Text: link.Err.Error()}
	}
	return nav.Said{Text: "Opening " + link.URL}
}

func (a *App) say(said nav.Said) tea.Cmd {
	a.toast = toast{Said: said, seq: a.toast.seq + 1}
	seq := a.toast.seq
	return tea.Tick(toastFor, func(time.Time) tea.Msg { return expired{seq} })
}

// expire takes news away that has been shown for long enough.
func (a *App) expire(e expired) {
	if e.seq == a.toast.seq && !a.toast.Lasts() {
		a.toast.Text = ""
	}
}

// newsSign is the sign before news, and its style: its shape tells what kind of news it is, also without colours.
func (a *App) newsSign() (theme.Style, string) {
	t := a.theme
	switch a.toast.Kind {
	case nav.Finished:
		return t.Good, t.Signs.Check
	case nav.Refused:
		return t.Warn, t.Signs.Refused
	case nav.Failed:
		return t.Bad, t.Signs.Fail
	}
	return t.Text, ""
}

// news draws the news.
func (a *App) news() string {
	style, sign := a.newsSign()
	line := widget.Styled(style, " ")
	if sign != "" {
		line = line.Add(style, sign+" ")
	}
	return line.Add(a.theme.Text, a.toast.Text).Cut(a.width-1, a.cutting()).Styled
}
