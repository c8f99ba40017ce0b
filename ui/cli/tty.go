package cli

import (
	"context"
	"io"
	"sync"
	"syscall"
	"time"

	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/term"

	"onrecord/model/crew"
)

// tty is the terminal as the screen found it, so that it can be given back where Bubble Tea can't do that any more.
type tty struct {
	mu    sync.Mutex
	out   io.Writer
	line  uintptr // the file descriptor that keys are read from
	found *term.State
}

// take notes how the terminal is before the screen changes it.
func (t *tty) take(in any, out io.Writer) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if file, ok := in.(interface{ Fd() uintptr }); ok {
		t.out, t.line = out, file.Fd()
		t.found, _ = term.GetState(t.line)
	}
}

// left says that the terminal is as it was.
func (t *tty) left() {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.found = nil
}

// asBefore switches off all that the screen switches on.
const asBefore = ansi.ResetModeSynchronizedOutput + ansi.ResetModifyOtherKeys + "\x1b[<1u" /* the keyboard protocol */ +
	ansi.ResetModeBracketedPaste + ansi.ResetModeMouseButtonEvent + ansi.ResetModeMouseAnyEvent + ansi.ResetModeMouseExtSgr +
	ansi.ResetModeUnicodeCore + ansi.ResetModeAltScreenSaveCursor + ansi.SetModeTextCursorEnable

// slowest is how long a terminal may take that does not read what is written to it.
const slowest = 100 * time.Millisecond

// giveBack makes the terminal what it was, if the screen has it.
func (t *tty) giveBack() {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.found == nil {
		return
	}
	_ = term.Restore(t.line, t.found)
	t.found = nil
	out := t.out
	written := crew.Go(func() error {
		_, err := io.WriteString(out, asBefore+ansi.SetWindowTitle(""))
		return err
	})
	select {
	case <-written:
	case <-time.After(slowest):
	}
}

// keyed is a terminal that keys are read from.
type keyed struct {
	cancelable
	gone context.CancelCauseFunc
}

// cancelable is what Bubble Tea needs of a file to give up reading from it.
type cancelable interface {
	io.ReadWriteCloser
	Fd() uintptr
	Name() string
}

// keyboard reads keys, and ends the program when there is nobody left to press any: where SIGHUP is ignored, as nohup has
// it, nothing else tells that the terminal has gone, and Bubble Tea would wait for ever.
func keyboard(in io.Reader, end context.CancelCauseFunc) io.Reader {
	if file, ok := in.(cancelable); ok {
		return keyed{file, end}
	}
	return in
}

func (k keyed) Read(p []byte) (int, error) {
	n, err := k.cancelable.Read(p)
	if err != nil {
		k.gone(stopped(syscall.SIGHUP))
	}
	return n, err
}
