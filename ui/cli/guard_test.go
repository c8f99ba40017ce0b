package cli

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"testing/synctest"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/term"

	"onrecord/data"
	"onrecord/model/crew"
	"onrecord/ui/nav"
	"onrecord/ui/screentest"
	"onrecord/ui/statements"
)

// brittle is a program of which one part panics when somebody presses a key.
type brittle struct {
	part string
	view string
}

func (b *brittle) Init() tea.Cmd {
	if b.part == "Init" {
		panic("no beginning")
	}
	return nil
}

func (b *brittle) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		return b, b.key(msg.String())
	case nav.Said:
		b.view = "news: " + msg.Text
	}
	return b, nil
}

func (b *brittle) key(key string) tea.Cmd {
	throws := func() tea.Msg { panic("no answer") }
	switch {
	case key == "q":
		return tea.Quit
	case b.part == "Update":
		panic("no way on")
	case b.part == "View":
		b.view = "broken"
	case b.part == "a command":
		return throws
	case b.part == "one of several commands":
		return tea.Batch(func() tea.Msg { return nil }, tea.Batch(nil, throws))
	}
	return nil
}

func (b *brittle) View() tea.View {
	if b.view == "broken" {
		panic("no picture")
	}
	v := tea.NewView("ready " + b.view)
	v.AltScreen, v.MouseMode = true, tea.MouseModeCellMotion
	return v
}

// showBrittle runs a program on a terminal, with some work behind it.
func showBrittle(t *testing.T, b *brittle, work func() error) (*screentest.Terminal, *app) {
	t.Helper()
	a := newApp(Process{Args: []string{"macron", "minsk"}})
	a.faults.folder = filepath.Join(t.TempDir(), "state")
	terminal := screentest.Start(t, screentest.Options{Width: 60, Height: 10}, func(tty screentest.TTY) error {
		found, err := term.GetState(tty.In.Fd())
		if err != nil {
			return err
		}
		o := terminalOptions{In: tty.In, Out: tty.Out, Environ: tty.Environ, TTY: &a.tty, Faults: &a.faults, profile: colorprofile.TrueColor}
		ended := o.show(context.Background(), b, func(context.Context, func(tea.Msg)) error { return work() })
		if now, err := term.GetState(tty.In.Fd()); err != nil || *now != *found {
			t.Errorf("the settings of the line are not restored: %v", err)
		}
		return ended
	})
	return terminal, a
}

func nothing() error { return nil }

// checkEnded holds that a program was ended by a panic, and that the terminal is given back.
func checkEnded(t *testing.T, terminal *screentest.Terminal, a *app, value string) {
	t.Helper()
	err := terminal.End()
	var thrown *crew.PanicError
	if !errors.As(err, &thrown) || thrown.Value != value {
		t.Errorf("the error is %v", err)
	}
	if f := terminal.Frame(); f.AltScreen || !f.Cursor.Visible {
		t.Errorf("left behind: alternate screen %v, cursor %s", f.AltScreen, f.Cursor)
	}
	for _, mode := range []ansi.Mode{ansi.ModeMouseButtonEvent, ansi.ModeMouseExtSgr, ansi.ModeBracketedPaste} {
		if terminal.Set(mode) {
			t.Errorf("mode %d is left on", mode.Mode())
		}
	}
	var said strings.Builder
	a.process.Stderr = &said
	if code := a.tell(err); code != exitFailure {
		t.Errorf("the exit code is %d", code)
	}
	lines := strings.Split(strings.TrimSuffix(said.String(), "\n"), "\n")
	if len(lines) != 2 || !strings.Contains(lines[0], value) || !strings.Contains(lines[1], a.faults.path) {
		t.Errorf("said %q", lines)
	}
	checkReport(t, a.faults.path, value)
}

// checkReport holds what the report of a fault says, and to whom.
func checkReport(t *testing.T, path, value string) {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{value, "guard_test.go", `["macron" "minsk"]`, runtime.GOOS + "/" + runtime.GOARCH} {
		if !strings.Contains(string(text), want) {
			t.Errorf("the report lacks %q:\n%s", want, text)
		}
	}
	if info, err := os.Stat(path); err != nil || runtime.GOOS != "windows" && info.Mode().Perm() != 0o600 {
		t.Errorf("the report may be read by others: %v, %v", info.Mode(), err)
	}
}

// skipKilling skips a test in which a program of this process is killed, under the race detector: Bubble Tea 2.1.1 closes
// its input then while its own goroutine still reads it. Without the detector these tests always run.
func skipKilling(t *testing.T) {
	t.Helper()
	if raceDetector {
		t.Skip("killing a program races inside Bubble Tea")
	}
}

func TestAPanicGivesTheTerminalBack(t *testing.T) {
	skipKilling(t)
	for part, value := range map[string]string{"Init": "no beginning", "Update": "no way on", "View": "no picture"} {
		t.Run(part, func(t *testing.T) {
			terminal, a := showBrittle(t, &brittle{part: part}, nothing)
			if part != "Init" {
				terminal.WaitFor("ready")
				terminal.Keys("x")
			}
			checkEnded(t, terminal, a, value)
		})
	}
}

func TestAPanicBehindTheScreenGivesTheTerminalBack(t *testing.T) {
	skipKilling(t)
	begin := make(chan struct{})
	terminal, a := showBrittle(t, &brittle{}, func() error {
		<-begin
		panic("no file")
	})
	terminal.WaitFor("ready")
	close(begin)
	checkEnded(t, terminal, a, "no file")
}

func TestAPanicOfACommandIsNews(t *testing.T) {
	for _, part := range []string{"a command", "one of several commands"} {
		t.Run(part, func(t *testing.T) {
			terminal, a := showBrittle(t, &brittle{part: part}, nothing)
			terminal.WaitFor("ready")
			terminal.Keys("x")
			terminal.WaitFor("news: an error in onrecord; a report is in")
			checkReport(t, a.faults.path, "no answer")
			terminal.Keys("q")
			var said strings.Builder
			a.process.Stderr = &said
			if code := a.tell(terminal.End()); code != exitDone || strings.Count(said.String(), "\n") != 1 || !strings.Contains(said.String(), a.faults.path) {
				t.Errorf("the exit code is %d, said %q", code, said.String())
			}
		})
	}
}

func TestManyFaultsMakeOneReport(t *testing.T) {
	f := faults{folder: t.TempDir()}
	for range 100 {
		err := <-crew.Go(func() error { panic("again") })
		f.sentence(err)
	}
	files, err := os.ReadDir(f.folder)
	if err != nil || len(files) != 1 {
		t.Fatalf("%d files, %v", len(files), err)
	}
	text, err := os.ReadFile(f.path)
	if n := strings.Count(string(text), "panic: again"); err != nil || n != reportsMost {
		t.Errorf("%d faults are reported, %v", n, err)
	}
}

func TestAReportThatCannotBeWrittenIsToldOf(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	f := faults{folder: filepath.Join(file, "state")}
	err := f.sentence(&crew.PanicError{Value: "oh"})
	if !strings.Contains(err.Error(), "no report could be written: ") {
		t.Errorf("said %v", err)
	}
}

func TestAReportQuotesNothing(t *testing.T) {
	for thrown, want := range map[any]string{
		errors.New(`bad token "the words of the collection" at 3`): `bad token "…" at 3`,
		"strings: negative Repeat count":                           "strings: negative Repeat count",
		"regexp: Compile(`the words`): missing )":                  `regexp: Compile("…"): missing )`,
		strings.Repeat("é", 300):                                   strings.Repeat("é", 100) + "…",
	} {
		if got := wordless(thrown); got != want {
			t.Errorf("%v is reported as %q, want %q", thrown, got, want)
		}
	}
}

// bomb is standard input that panics when it is read.
type bomb struct{}

func (bomb) Read([]byte) (int, error) { panic("no input") }

func TestAPanicOfAReaderEndsACommandInTwoLines(t *testing.T) {
	state := t.TempDir()
	for _, args := range [][]string{{"check", "-"}, {"search", "--data", "-", "x"}, {"positions", "--data", "-"}} {
		var said strings.Builder
		a := newApp(Process{Args: args, Stdin: bomb{}, Stdout: &strings.Builder{}, Stderr: &said})
		a.faults.folder = state
		if code := a.tell(a.run(t.Context())); code != exitFailure {
			t.Errorf("%q: the exit code is %d", args, code)
		}
		if lines := strings.Split(said.String(), "\n"); len(lines) != 3 || !strings.Contains(lines[1], state) {
			t.Errorf("%q: said %q", args, lines)
		}
	}
}

func TestAPanicWhileReadingBehindTheScreenEndsIt(t *testing.T) {
	lib := newLibrary(newMarks(t.TempDir()))
	_, err := lib.read(t.Context(), data.Reader{Paths: []string{"-"}, Stdin: bomb{}})
	var thrown *crew.PanicError
	if !errors.As(err, &thrown) || thrown.Value != "no input" {
		t.Errorf("the error is %v", err)
	}
}

// TestAFailingSearchIsAnError holds that each question of the screens has an error for an answer if the engine panics: here
// because there is none.
func TestAFailingSearchIsAnError(t *testing.T) {
	lib := newLibrary(newMarks(t.TempDir()))
	lib.faults.folder = t.TempDir()
	lib.latest.Store(&shelf{})
	close(lib.first)
	for what, ask := range map[string]func() error{
		"statements": func() error { _, err := lib.Find(t.Context(), statements.Question{Line: "minsk"}); return err },
		"positions":  func() error { _, err := stands{lib, ""}.Stand(t.Context(), "minsk"); return err },
		"timeline":   func() error { _, err := dates{lib}.Count(t.Context(), "minsk", 0); return err },
	} {
		if err := ask(); err == nil || !strings.Contains(err.Error(), lib.faults.path) || lib.faults.path == "" {
			t.Errorf("%s: the error is %v", what, err)
		}
	}
	if text, err := os.ReadFile(lib.faults.path); err != nil || !strings.Contains(string(text), `query: "minsk"`) {
		t.Errorf("the report does not tell what was asked: %v\n%s", err, text)
	}
}

// TestTheLastMarkIsWritten holds that the program waits at its end for a mark that is being written.
func TestTheLastMarkIsWritten(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		m := newMarks("")
		m.changing <- struct{}{}
		settled := false
		go func() {
			m.settle()
			settled = true
		}()
		if synctest.Wait(); settled {
			t.Error("the program ends while a mark is being written")
		}
		<-m.changing
		if synctest.Wait(); !settled {
			t.Error("the program does not end when the mark is written")
		}
	})
}

// TestWithoutAnythingToShowTheScreenEnds holds that a collection that can't be read is one sentence, not an empty screen.
func TestWithoutAnythingToShowTheScreenEnds(t *testing.T) {
	broken := filepath.Join(t.TempDir(), "nowhere.csv")
	lib := newLibrary(newMarks(""))
	if news, err := readAll(t.Context(), lib, []string{broken}); news != nil || !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("news %v, error %v", news, err)
	}
}
