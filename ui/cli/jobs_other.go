//go:build !unix

package cli

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"onrecord/ui/nav"
)

// jobs is the shell's control over the screen, which there is none of here.
type jobs struct{ ctx context.Context }

func newJobs(ctx context.Context) *jobs { return &jobs{ctx} }

func (j *jobs) watch(func(tea.Msg)) error { return nil }

// filter says that the program can't be stopped.
func (j *jobs) filter(_ tea.Model, msg tea.Msg) tea.Msg {
	if _, ok := msg.(tea.SuspendMsg); ok {
		return nav.Refuse("No shell here can bring a stopped program back")()
	}
	return msg
}
