//go:build unix

package cli

import (
	"context"
	"errors"
	"io"
	"os"
	"os/signal"
	"syscall"
	"time"

	tea "charm.land/bubbletea/v2"

	"onrecord/ui/nav"
)

// jobs lets the shell stop the screen and go on with it later, by whatever signal.
type jobs struct {
	ctx     context.Context
	signals chan os.Signal
}

func newJobs(ctx context.Context) *jobs { return &jobs{ctx: ctx, signals: make(chan os.Signal, 4)} }

// watch takes part in job control until the program ends. A stop that is asked for from outside is that of ctrl+z. Whoever
// goes on after a stop that nobody could catch finds a terminal that the shell has used: it is given back and taken anew.
func (j *jobs) watch(send func(tea.Msg)) error {
	j.listen()
	defer signal.Stop(j.signals)
	for {
		select {
		case <-j.ctx.Done():
			return nil
		case s := <-j.signals:
			if s == syscall.SIGTSTP {
				send(tea.SuspendMsg{})
			} else {
				send(tea.Exec(while(func() error { return nil }), nil)())
			}
		}
	}
}

func (j *jobs) listen() { signal.Notify(j.signals, syscall.SIGTSTP, syscall.SIGCONT) }

// filter stops the program in the place of Bubble Tea, which waits for somebody to go on with it even where nobody can.
func (j *jobs) filter(_ tea.Model, msg tea.Msg) tea.Msg {
	if _, ok := msg.(tea.SuspendMsg); !ok {
		return msg
	}
	return tea.Exec(while(j.stop), func(err error) tea.Msg {
		if err != nil {
			return nav.Refuse(err.Error())()
		}
		return tea.ResumeMsg{}
	})()
}

// errNoShell says why ctrl+z does nothing.
var errNoShell = errors.New("no shell waits here that could bring the program back, so it goes on")

// How long the kernel may take to stop the program, and in how many looks: while it is stopped, one of them passes.
const (
	stopLooks = 10
	stopLook  = 20 * time.Millisecond
)

// stop stops the program with all that run with it, and returns when it goes on. The kernel stops nobody whose shell is
// gone or who never had one, such as what tmux starts in a window of its own. It asks with SIGTTIN, which stops like
// SIGTSTP: the Go runtime does not let a signal that has once been caught do again what it does by default.
func (j *jobs) stop() error {
	signal.Stop(j.signals)
	defer j.listen()
	continued := make(chan os.Signal, 1)
	signal.Notify(continued, syscall.SIGCONT)
	defer signal.Stop(continued)
	if err := syscall.Kill(0, syscall.SIGTTIN); err != nil {
		return err
	}
	for range stopLooks {
		select {
		case <-continued:
			return nil
		case <-j.ctx.Done():
			return nil
		case <-time.After(stopLook):
		}
	}
	return errNoShell
}

// while is something to do while the terminal is not the screen's.
type while func() error

// settling is how long Bubble Tea's renderer gets to come to rest. It stops its ticker only after it has said that it
// ends: if it is started again before that, the new one never draws (bubbletea#1778).
const settling = 50 * time.Millisecond

// Run does it.
func (w while) Run() error {
	err := w()
	time.Sleep(settling)
	return err
}

// SetStdin, SetStdout and SetStderr are of no use to it.
func (while) SetStdin(io.Reader)  {}
func (while) SetStdout(io.Writer) {}
func (while) SetStderr(io.Writer) {}
