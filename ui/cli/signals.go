package cli

import (
	"context"
	"errors"
	"os"
	"os/signal"
	"syscall"
	"time"
)

// ending are the signals that ask the program to end. The terminal sends SIGHUP when it goes away, and SIGINT and SIGQUIT
// for keys wherever the program has not taken the keyboard.
var ending = [...]syscall.Signal{syscall.SIGHUP, syscall.SIGINT, syscall.SIGQUIT, syscall.SIGABRT, syscall.SIGTERM}

// signals catches the signals that ask this process to end. One that is ignored, as nohup has it, stays ignored.
func signals() <-chan os.Signal {
	// A reader that has seen enough (head) closes the pipe. Being told by a failing write instead of being killed lets
	// the program end as having done its work.
	signal.Notify(make(chan os.Signal, 1), syscall.SIGPIPE)
	caught := make(chan os.Signal, len(ending))
	for _, s := range ending {
		if !signal.Ignored(s) {
			signal.Notify(caught, s)
		}
	}
	return caught
}

// stopped is why the program ends: by a signal.
type stopped syscall.Signal

func (s stopped) Error() string { return "ended by " + syscall.Signal(s).String() }

// stoppedCode is the exit code of a program that was stopped.
func stoppedCode(ctx context.Context) int {
	s := stopped(syscall.SIGINT)
	errors.As(context.Cause(ctx), &s)
	return exitSignal + int(s)
}

// grace is how long the program may take to come to rest after a signal.
const grace = 500 * time.Millisecond

// obey ends the program at the first signal. If it does not come to rest in time, or at a second signal, the terminal is
// given back and the process ended from here: nothing that hangs may keep it.
func (a *app) obey(ctx context.Context, cancel context.CancelCauseFunc, rested <-chan struct{}) error {
	select {
	case s := <-a.process.Signals:
		cancel(stopped(s.(syscall.Signal)))
	case <-rested:
		return nil
	}
	select {
	case <-a.process.Signals:
	case <-time.After(grace):
	case <-rested:
		return nil
	}
	if a.process.Exit != nil {
		a.tty.giveBack()
		a.process.Exit(stoppedCode(ctx))
	}
	return nil
}
