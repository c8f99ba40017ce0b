// Package cli is the command line. It wires the rest of the house: collections from data, answers from model/search,
// and the terminal program.
//
// # What comes out where
//
// Answers go to standard output, in a form for people on a terminal and in a form for programs in a pipe. Everything
// said about them goes to standard error, one sentence each.
//
// The exit codes:
//
//	0    something was found or done, or the screen was left
//	1    nothing was found, or problems were found; records with missing words are not what was asked for
//	2    wrong use or a failure, said in one sentence on standard error, or an error in onrecord itself, with a report
//	129  the terminal went away (SIGHUP)
//	130  interrupted (SIGINT); ctrl+c on the screen is a key like q
//	131  ended by SIGQUIT
//	134  ended by SIGABRT
//	143  terminated (SIGTERM)
//
// Text from collections is data. In tables and Markdown it is shown so that it can't act on a terminal; the formats for
// programs escape it by their own rules.
package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"syscall"

	"onrecord/model/crew"
	"onrecord/model/query"
	"onrecord/ui/widget"
)

// The exit codes. A signal that ends the program adds its number to exitSignal, as shells do.
const (
	exitDone    = 0
	exitNothing = 1 // nothing found, or problems found
	exitFailure = 2
	exitSignal  = 128
)

// exitCodes lists the exit codes as the manual does.
func exitCodes() [][2]string {
	return [][2]string{
		{"0", "something was found or done, or the screen was left"},
		{"1", "nothing was found, or problems were found; records with missing words are not what was asked for"},
		{"2", "wrong use or a failure, said in one sentence on standard error, or an error in onrecord itself, with a report"},
		{"129", "the terminal went away (SIGHUP)"},
		{"130", "interrupted (SIGINT); ctrl+c on the screen is a key like q"},
		{"131", "ended by SIGQUIT"},
		{"134", "ended by SIGABRT"},
		{"143", "terminated (SIGTERM)"},
	}
}

// Process is what a run of the program has to do with the world.
type Process struct {
	Args    []string // without the name of the program
	Stdin   io.Reader
	Stdout  io.Writer
	Stderr  io.Writer
	Environ []string         // entries NAME=value
	Signals <-chan os.Signal // each asks the program to end; nil where none comes
	Exit    func(code int)   // ends the process, whatever it is doing; nil where nothing may
}

// Main runs the program as the operating system started it and returns its exit code.
func Main() int {
	return Run(context.Background(), Process{
		Args: os.Args[1:], Stdin: os.Stdin, Stdout: os.Stdout, Stderr: os.Stderr, Environ: os.Environ(),
		Signals: signals(), Exit: os.Exit,
	})
}

// Run runs the program and returns its exit code. Cancelling the context stops it, and so does a signal.
func Run(ctx context.Context, p Process) int {
	a := newApp(p)
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	rested := make(chan struct{})
	defer close(rested)
	crew.Go(func() error { return a.obey(ctx, cancel, rested) })
	err := a.run(ctx)
	if ctx.Err() != nil && err != nil {
		return stoppedCode(ctx)
	}
	a.sayLost()
	return a.tell(err)
}

// run does what the arguments ask for.
func (a *app) run(ctx context.Context) (err error) {
	defer crew.Recover(&err)
	err = a.execute(ctx)
	if flushed := a.out.Flush(); err == nil {
		err = flushed
	}
	return err
}

// status is an error that only sets the exit code: what there was to say has been said.
type status int

func (s status) Error() string { return fmt.Sprintf("exit code %d", int(s)) }

// tell says an error in one sentence and returns the exit code for it.
func (a *app) tell(err error) int {
	var code status
	var signal stopped
	var wrong *query.Error
	var thrown *crew.PanicError
	switch {
	case err == nil || closedPipe(err):
		if last := a.faults.last(); last != "" {
			a.say(last)
		}
		return exitDone
	case errors.As(err, &code):
		return int(code)
	case errors.As(err, &signal):
		return exitSignal + int(signal)
	case errors.As(err, &thrown):
		a.say(a.faults.what(thrown))
		a.say(a.faults.where(thrown))
	case errors.As(err, &wrong):
		a.say(err.Error())
		for line := range strings.SplitSeq(wrong.Caret(), "\n") {
			fmt.Fprintln(a.process.Stderr, "  "+line)
		}
	default:
		a.say(err.Error())
	}
	return exitFailure
}

// say writes one sentence to standard error.
func (a *app) say(sentence string) {
	fmt.Fprintln(a.process.Stderr, "onrecord: "+widget.Unjoined(widget.Safe(sentence)))
}

// closedPipe tells whether an error is only that nobody reads any more.
func closedPipe(err error) bool {
	return errors.Is(err, syscall.EPIPE) || errors.Is(err, io.ErrClosedPipe)
}
