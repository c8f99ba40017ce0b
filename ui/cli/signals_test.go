//go:build unix

package cli_test

import (
	"context"
	"fmt"
	"io"
	"os"
	"os/exec"
	"regexp"
	"strconv"
	"strings"
	"syscall"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"onrecord/ui/cli"
	"onrecord/ui/screentest"
)

// testSignals holds that each signal that asks the screen to end does so, that the terminal is given back, and that the
// exit code tells the signal.
func testSignals(t *testing.T, binary string) {
	for _, s := range []syscall.Signal{syscall.SIGHUP, syscall.SIGINT, syscall.SIGQUIT, syscall.SIGABRT, syscall.SIGTERM} {
		p := run(t, wide, binary)
		p.WaitFor("489 of 489")
		p.Signal(s)
		if code, want := p.ExitCode(), 128+int(s); code != want {
			t.Errorf("%v: the exit code is %d, want %d", s, code, want)
		}
		leftAsFound(t, p)
	}
}

// testHangUp holds that the program ends with its terminal, also where SIGHUP is ignored.
func testHangUp(t *testing.T, binary string) {
	for _, command := range []string{`exec "$0"`, `trap "" HUP; exec "$0"`} {
		p := run(t, wide, "/bin/sh", "-c", command, binary)
		p.WaitFor("489 of 489")
		p.HangUp()
		if code := p.ExitCode(); code != 128+int(syscall.SIGHUP) {
			t.Errorf("%s: the exit code is %d", command, code)
		}
	}
}

// withShell runs the program in a shell that controls jobs and says how each ended, and returns the program's process too.
func withShell(t *testing.T, binary string) (*screentest.Process, *os.Process) {
	t.Helper()
	p := run(t, wide, "/bin/sh", "-c", `set -m
/bin/sh -c 'echo "process $$."; exec "$0"' "$0"
while echo "stopped: $?"; read line; do fg; done`, binary)
	p.WaitFor("489 of 489")
	found := regexp.MustCompile(`process (\d+)\.`).FindStringSubmatch(p.Raw())
	if found == nil {
		t.Fatal("the shell does not say which process it runs")
	}
	pid, _ := strconv.Atoi(found[1])
	process, err := os.FindProcess(pid)
	if err != nil {
		t.Fatal(err)
	}
	return p, process
}

// testSuspend holds that the screen can be stopped in every way and gone on with, that the shell gets the terminal as it
// was meanwhile, and that the screen has it whole afterwards.
func testSuspend(t *testing.T, binary string) {
	p, process := withShell(t, binary)
	for what, stop := range map[string]func(){
		"ctrl+z":          func() { p.Keys("ctrl+z") },
		"SIGTSTP":         func() { process.Signal(syscall.SIGTSTP) },
		"SIGSTOP":         func() { process.Signal(syscall.SIGSTOP) },
		"ctrl+z, resized": func() { p.Keys("ctrl+z") },
	} {
		before := strings.Count(p.Raw(), "stopped: ")
		stop()
		p.WaitUntil(what+" to stop the program", func(screentest.Frame) bool { return strings.Count(p.Raw(), "stopped: ") > before })
		if what != "SIGSTOP" && (p.Frame().AltScreen || p.Set(ansi.ModeMouseButtonEvent) || p.Set(ansi.ModeBracketedPaste) || !p.Frame().Cursor.Visible) {
			t.Errorf("%s: the shell does not get the terminal as it was", what)
		}
		if strings.Contains(what, "resized") {
			p.Resize(100, 30)
		}
		const enter = "\x1b[?1049h"
		taken := strings.Count(p.Raw(), enter)
		// The line that the shell waits for; after SIGSTOP the terminal does not make it of the key enter.
		p.Keys("\n")
		p.WaitUntil("the whole screen after "+what, func(f screentest.Frame) bool {
			return strings.Count(p.Raw(), enter) > taken && f.AltScreen && strings.Contains(f.String(), "489 of 489") && p.Set(ansi.ModeMouseButtonEvent) && p.Set(ansi.ModeBracketedPaste)
		})
		p.Keys("/", "lavrov")
		p.WaitFor("❯ lavrov", "Sergey Lavrov")
		p.Keys("esc", "c")
		p.WaitFor("489 of 489")
	}
	p.Keys("q")
	p.WaitFor("stopped: 0")
	p.HangUp()
}

// testNoShell holds that ctrl+z does not stop a program that nobody could go on with, as in a window of tmux.
func testNoShell(t *testing.T, binary string) {
	p := run(t, wide, binary)
	p.WaitFor("489 of 489")
	p.Keys("ctrl+z")
	p.WaitFor("no shell waits here", "489 of 489")
	p.Keys("/", "lavrov")
	p.WaitFor("❯ lavrov", "Sergey Lavrov")
	p.Keys("esc")
	quit(t, p, "q")
}

// testTiny holds that the smallest terminal does no harm.
func testTiny(t *testing.T, binary string) {
	p := run(t, wide, binary, "macron", "minsk")
	before := p.WaitFor("❯ macron minsk", "The Minsk agreements are", "OTHERS ON THIS WITHIN A WEEK").String()
	p.Resize(1, 1)
	p.WaitUntil("the smallest screen", func(f screentest.Frame) bool { return f.Width == 1 && f.Height == 1 })
	p.Keys("down", "/", "esc")
	p.Keys("up")
	p.Resize(120, 40)
	p.WaitUntil("the screen as it was", func(f screentest.Frame) bool { return f.String() == before })
	quit(t, p, "q")
}

// stuck is a stream on which nothing ever comes or goes.
type stuck struct{ touched chan struct{} }

func (s stuck) Write([]byte) (int, error) {
	s.touched <- struct{}{}
	select {}
}

// TestNothingHoldsOutAgainstASignal holds that a program that does not come to rest is ended all the same.
func TestNothingHoldsOutAgainstASignal(t *testing.T) {
	for times, name := range []string{1: "once", 2: "twice"} {
		if name == "" {
			continue
		}
		t.Run(name, func(t *testing.T) {
			signals, ended := make(chan os.Signal, 2), make(chan int)
			out := stuck{make(chan struct{})}
			go cli.Run(context.Background(), cli.Process{
				Args: []string{"schema"}, Stdin: strings.NewReader(""), Stdout: out, Stderr: os.Stderr, Environ: screentest.Environ(),
				Signals: signals, Exit: func(code int) { ended <- code },
			})
			<-out.touched
			for range times {
				signals <- syscall.SIGTERM
			}
			if code := <-ended; code != 143 {
				t.Errorf("the exit code is %d", code)
			}
		})
	}
}

// TestFirstInterruptEndsEveryCommand holds that ctrl+c ends what waits for input that never comes.
func TestFirstInterruptEndsEveryCommand(t *testing.T) {
	if testing.Short() {
		t.Skip("builds the program")
	}
	binary := build(t, "onrecord")
	for _, args := range [][]string{{"check", "-"}, {"search", "--data", "-"}, {"positions", "--data", "-"}} {
		t.Run(fmt.Sprint(args), func(t *testing.T) {
			t.Parallel()
			cmd := exec.Command(binary, args...)
			cmd.Env = screentest.Environ("HOME=" + t.TempDir())
			in, err := cmd.StdinPipe()
			if err != nil {
				t.Fatal(err)
			}
			defer in.Close()
			if err := cmd.Start(); err != nil {
				t.Fatal(err)
			}
			const line = `{"id":"x","speaker":"A","date":"2022-01-01","text":"t","form":"direct"}` + "\n"
			if _, err := io.WriteString(in, strings.Repeat(line, 10_000)); err != nil {
				t.Fatal(err) // no pipe holds so much: the program has begun to read
			}
			if err := cmd.Process.Signal(os.Interrupt); err != nil {
				t.Fatal(err)
			}
			cmd.Wait()
			if code := cmd.ProcessState.ExitCode(); code != 130 {
				t.Errorf("the exit code is %d", code)
			}
		})
	}
}
