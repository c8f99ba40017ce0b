package screentest

import (
	"strings"
	"time"
)

// WaitFor waits until all texts stand on the screen, and returns it. A text is looked for within one line.
func (t *Terminal) WaitFor(texts ...string) Frame {
	t.tb.Helper()
	return t.WaitUntil(`the screen to show "`+strings.Join(texts, `", "`)+`"`, func(f Frame) bool {
		text := f.String()
		for _, want := range texts {
			if !strings.Contains(text, want) {
				return false
			}
		}
		return true
	})
}

// WaitGone waits until none of the texts stands on the screen.
func (t *Terminal) WaitGone(texts ...string) Frame {
	t.tb.Helper()
	return t.WaitUntil(`"`+strings.Join(texts, `", "`)+`" to go`, func(f Frame) bool {
		text := f.String()
		for _, unwanted := range texts {
			if strings.Contains(text, unwanted) {
				return false
			}
		}
		return true
	})
}

// WaitUntil waits until the screen is as it should be; what says how that is, for the failure.
func (t *Terminal) WaitUntil(what string, ok func(Frame) bool) Frame {
	t.tb.Helper()
	f, done := t.wait(ok)
	if !done {
		t.tb.Fatalf("waited for %s; the screen is\n%s", what, f.box())
	}
	return f
}

// wait looks at the screen after every write until it is as it should be. It gives up when the program has ended or
// time is over.
func (t *Terminal) wait(ok func(Frame) bool) (Frame, bool) {
	deadline := time.NewTimer(patience)
	defer deadline.Stop()
	for over := false; ; {
		f := t.Frame()
		if ok(f) {
			return f, true
		}
		if over {
			return f, false
		}
		select {
		case <-t.changed:
		case <-t.ended:
			over = true // what it wrote last counts
		case <-deadline.C:
			over = true
		}
	}
}

// settled waits until the program has written nothing for a while. Only what writes goldens may use it: a check waits
// for what it expects.
func (t *Terminal) settled() Frame {
	const quiet = 400 * time.Millisecond
	for {
		select {
		case <-t.changed:
		case <-time.After(quiet):
			return t.Frame()
		}
	}
}

// End waits until the program has ended by itself, and returns its error.
func (t *Terminal) End() error {
	t.tb.Helper()
	t.waitForEnd()
	return t.err
}

func (t *Terminal) waitForEnd() {
	t.tb.Helper()
	select {
	case <-t.ended:
	case <-time.After(patience):
		t.tb.Fatalf("the program does not end; the screen is\n%s", t.Frame().box())
	}
}
