// Package cli is the command line. It wires the rest of the house: collections from data, answers from model/search,
// and the terminal program.
//
// # What comes out where
//
// Answers go to standard output, in a form for people on a terminal and in a form for programs in a pipe. Everything
// said about them goes to standard error, one sentence each. The exit code is 0 if something was found or done, 1 if
// nothing was found or problems were found, 2 for wrong use or a failure, and 130 if the user stopped it.
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
	"os/signal"
	"strings"
	"syscall"

	"onrecord/model/query"
	"onrecord/ui/widget"
)

// The exit codes.
const (
	exitDone        = 0
	exitNothing     = 1 // nothing found, or problems found
	exitFailure     = 2
	exitInterrupted = 130 // as shells count it: 128 and the number of the signal
)

// Process is what a run of the program has to do with the world.
type Process struct {
	Args    []string // without the name of the program
	Stdin   io.Reader
	Stdout  io.Writer
	Stderr  io.Writer
	Environ []string // entries NAME=value
}

// Main runs the program as the operating system started it and returns its exit code.
func Main() int {
	// A reader that has seen enough (head) closes the pipe. Being told by a failing write instead of being killed lets
	// the program end as having done its work.
	signal.Notify(make(chan os.Signal, 1), syscall.SIGPIPE)
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop) // a second Ctrl-C ends it at once
	return Run(ctx, Process{
		Args: os.Args[1:], Stdin: os.Stdin, Stdout: os.Stdout, Stderr: os.Stderr, Environ: os.Environ(),
	})
}

// Run runs the program and returns its exit code. Cancelling the context stops it.
func Run(ctx context.Context, p Process) int {
	a := newApp(p)
	err := a.execute(ctx)
	if flushed := a.out.Flush(); err == nil {
		err = flushed
	}
	if ctx.Err() != nil && err != nil {
		return exitInterrupted
	}
	a.sayLost()
	return a.tell(err)
}

// status is an error that only sets the exit code: what there was to say has been said.
type status int

func (s status) Error() string { return fmt.Sprintf("exit code %d", int(s)) }

// tell says an error in one sentence and returns the exit code for it.
func (a *app) tell(err error) int {
	var code status
	var wrong *query.Error
	switch {
	case err == nil || closedPipe(err):
		return exitDone
	case errors.As(err, &code):
		return int(code)
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
