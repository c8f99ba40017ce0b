//go:build unix

package cli_test

import (
	"bytes"
	"context"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/creack/pty"
	"github.com/rogpeppe/go-internal/testscript"

	"onrecord/ui/cli"
)

// shells are how each is started for typing, without what a user has set up, and how it learns to complete.
var shells = map[string]struct {
	args  []string
	learn string
}{
	"bash": {[]string{"--norc", "--noprofile", "-i"}, "source <(onrecord completion bash)"},
	"zsh":  {[]string{"-f", "-i"}, "autoload -U compinit; compinit -D; source <(onrecord completion zsh)"},
	"fish": {[]string{"--no-config", "-i"}, "onrecord completion fish | source"},
}

var escapes = regexp.MustCompile(`\x1b(\[[0-9;?>=]*[a-zA-Z]|\][^\x07]*\x07|[=>()][0B]?)`)

// typed types a line and Tab in a shell, and looks at what became of the line, which an echo before it tells:
//
//	typed SHELL LINE WANT
func typed(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) != 3 || neg {
		ts.Fatalf("usage: typed SHELL LINE WANT")
	}
	shell := shells[args[0]]
	ctx, stop := context.WithTimeout(context.Background(), 20*time.Second) // one that hangs is told
	defer stop()
	cmd := exec.CommandContext(ctx, args[0], shell.args...)
	cmd.Dir = ts.Getenv("WORK")
	for _, name := range []string{"PATH", "GOCOVERDIR", "TESTSCRIPT_COMMAND"} {
		cmd.Env = append(cmd.Env, name+"="+ts.Getenv(name))
	}
	cmd.Env = append(cmd.Env, "HOME="+cmd.Dir, "TERM=xterm", "LC_ALL=C.UTF-8")
	terminal, err := pty.StartWithSize(cmd, &pty.Winsize{Rows: 24, Cols: 200})
	ts.Check(err)
	defer func() {
		stop()
		terminal.Close()
		cmd.Wait() // it was killed
	}()
	var screen bytes.Buffer
	until := func(wanted string) {
		part := make([]byte, 4096)
		for !strings.Contains(escapes.ReplaceAllString(screen.String(), ""), wanted) {
			n, err := terminal.Read(part)
			screen.Write(part[:n])
			if err != nil {
				ts.Fatalf("%s did not print %q but\n%s", args[0], wanted, escapes.ReplaceAllString(screen.String(), ""))
			}
		}
	}
	say := func(text string) {
		_, err := io.WriteString(terminal, text)
		ts.Check(err)
	}
	say(shell.learn + "; echo rea''dy\r")
	until("ready")
	say(args[1] + "\t\x01echo \x05'|'\r")
	until(args[2]) // what was typed has quotes in it
}

type untouched struct{ testing.TB }

func (u untouched) Read([]byte) (int, error) {
	u.Error("standard input is read")
	return 0, io.EOF
}

// TestCompletingReadsNothingThatWaits: standard input is what the user types next, and a pipe may never bring anything.
func TestCompletingReadsNothingThatWaits(t *testing.T) {
	pipe := filepath.Join(t.TempDir(), "pipe.jsonl")
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Skip(err)
	}
	writer, err := os.OpenFile(pipe, os.O_RDWR, 0) // keeps it open, and says nothing
	if err != nil {
		t.Fatal(err)
	}
	defer writer.Close()
	for _, path := range []string{"-", pipe} {
		for _, words := range [][]string{{"search", "speaker:m"}, {"show", "m"}, {"compare", "m"}} {
			var out bytes.Buffer
			args := append([]string{"__complete", "--data", path}, words...)
			cli.Run(context.Background(), cli.Process{Args: args, Stdin: untouched{t}, Stdout: &out, Stderr: io.Discard, Environ: os.Environ()})
			if strings.Contains(out.String(), "macron") {
				t.Errorf("%q offers what the collection does not hold: %s", args, out.String())
			}
		}
	}
}
