package screentest

import (
	"bytes"
	"errors"
	"image/color"
	"io"
	"os"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/term"
	"github.com/charmbracelet/x/vt"
	"github.com/creack/pty"
)

// Answers is what a terminal says when it is asked.
type Answers uint8

// The ways to answer: with a dark or a light background, or with silence, also to every other question.
const (
	Dark Answers = iota
	Light
	Silence
)

// Options are the terminal that a program runs in.
type Options struct {
	Width, Height int
	Answers       Answers
	Environ       []string // besides what every program gets
}

// patience is how long a wait may take before the test fails: long enough for a busy machine under the race detector.
const patience = 20 * time.Second

// Terminal is a terminal with a program in it.
type Terminal struct {
	tb    testing.TB
	input io.Writer // where keys go

	mu      sync.Mutex
	screen  *vt.Emulator
	raw     bytes.Buffer // all that the program has written
	title   string
	hidden  bool               // whether the cursor is hidden
	modes   map[ansi.Mode]bool // those set now
	changed chan struct{}      // told after every write
	ended   chan struct{}      // closed when the program has ended
	err     error              // how it ended
	resize  func(pty.Winsize) error
}

// TTY is what an in-process program gets for its terminal.
type TTY struct {
	In      *os.File
	Out     io.Writer // a terminal too, by its file descriptor
	Environ []string
}

// Environ is the environment of every program: that of a usual terminal, wherever the tests run.
func Environ(more ...string) []string {
	return append([]string{"TERM=xterm-256color", "COLORTERM=truecolor", "LANG=C.UTF-8"}, more...)
}

// Start runs a program in this process. It must end at ctrl+c, which is typed at the end of the test. Every write of the
// program appears on the screen at once and whole.
func Start(tb testing.TB, o Options, run func(TTY) error) *Terminal {
	tb.Helper()
	master, slave := open(tb, o)
	if _, err := term.MakeRaw(slave.Fd()); err != nil {
		tb.Fatal(err)
	}
	t := newTerminal(tb, o, master)
	t.resize = func(size pty.Winsize) error {
		if err := pty.Setsize(master, &size); err != nil {
			return err
		}
		// No signal reaches a program in this process, but terminals also tell their size in the input.
		t.send(ansi.WindowOp(8, int(size.Rows), int(size.Cols)))
		return nil
	}
	go func() {
		t.err = run(TTY{In: slave, Out: output{slave, t}, Environ: Environ(o.Environ...)})
		close(t.ended)
	}()
	tb.Cleanup(func() {
		t.Keys("ctrl+c")
		t.waitForEnd()
		t.hangUp()
		slave.Close()
		master.Close()
	})
	return t
}

func open(tb testing.TB, o Options) (master, slave *os.File) {
	tb.Helper()
	master, slave, err := pty.Open()
	if errors.Is(err, pty.ErrUnsupported) {
		tb.Skip("no pseudo-terminals here")
	}
	if err != nil {
		tb.Fatal(err)
	}
	if err := pty.Setsize(master, &pty.Winsize{Cols: uint16(o.Width), Rows: uint16(o.Height)}); err != nil {
		tb.Fatal(err)
	}
	return master, slave
}

func newTerminal(tb testing.TB, o Options, input io.Writer) *Terminal {
	t := &Terminal{
		tb: tb, input: input, screen: vt.NewEmulator(o.Width, o.Height), modes: map[ansi.Mode]bool{},
		changed: make(chan struct{}, 1), ended: make(chan struct{}),
	}
	if o.Answers == Light {
		t.screen.SetDefaultBackgroundColor(color.White)
		t.screen.SetDefaultForegroundColor(color.Black)
	}
	t.screen.SetCallbacks(vt.Callbacks{
		Title:            func(title string) { t.title = title },
		CursorVisibility: func(visible bool) { t.hidden = !visible },
		EnableMode:       func(mode ansi.Mode) { t.modes[mode] = true },
		DisableMode:      func(mode ansi.Mode) { delete(t.modes, mode) },
	})
	answers := input
	if o.Answers == Silence {
		answers = io.Discard
	}
	go io.Copy(answers, t.screen)
	return t
}

// hangUp ends the terminal's answers.
func (t *Terminal) hangUp() {
	if pipe, ok := t.screen.InputPipe().(io.Closer); ok {
		pipe.Close()
	}
}

// feed shows what the program has written.
func (t *Terminal) feed(p []byte) {
	t.mu.Lock()
	t.raw.Write(p)
	t.screen.Write(p)
	t.mu.Unlock()
	select {
	case t.changed <- struct{}{}:
	default:
	}
}

func (t *Terminal) send(s string) {
	if _, err := io.WriteString(t.input, s); err != nil {
		t.tb.Helper()
		t.tb.Errorf("typing %q: %v", s, err)
	}
}

// Keys types: names of keys (enter, esc, ctrl+c, alt+left), and anything else as text, sign by sign.
func (t *Terminal) Keys(keys ...string) {
	t.tb.Helper()
	for _, key := range keys {
		t.send(sequence(key))
	}
}

// Paste pastes a text as terminals do for programs that want to know.
func (t *Terminal) Paste(text string) {
	t.send(ansi.BracketedPasteStart + text + ansi.BracketedPasteEnd)
}

// Click presses and releases the left button over a cell, counted from 0.
func (t *Terminal) Click(x, y int) {
	t.send(ansi.MouseSgr(0, x, y, false) + ansi.MouseSgr(0, x, y, true))
}

// Wheel turns the wheel over a cell by some notches, down or (negative) up.
func (t *Terminal) Wheel(x, y, notches int) {
	button := byte(65)
	if notches < 0 {
		button, notches = 64, -notches
	}
	t.send(strings.Repeat(ansi.MouseSgr(button, x, y, false), notches))
}

// Resize gives the terminal another size.
func (t *Terminal) Resize(width, height int) {
	t.tb.Helper()
	t.mu.Lock()
	t.screen.Resize(width, height)
	t.mu.Unlock()
	if err := t.resize(pty.Winsize{Cols: uint16(width), Rows: uint16(height)}); err != nil {
		t.tb.Fatal(err)
	}
}

// Raw is all that the program has written so far.
func (t *Terminal) Raw() string {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.raw.String()
}

// Set tells whether a mode of the terminal is switched on.
func (t *Terminal) Set(mode ansi.Mode) bool {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.modes[mode]
}

// output writes to the terminal what is written to it, and has a real terminal's file descriptor, so that the program
// sees a terminal and finds its size.
type output struct {
	tty *os.File
	t   *Terminal
}

func (o output) Write(p []byte) (int, error) {
	o.t.feed(p)
	return len(p), nil
}

func (o output) Read(p []byte) (int, error) { return o.tty.Read(p) }
func (o output) Close() error               { return nil }
func (o output) Fd() uintptr                { return o.tty.Fd() }
