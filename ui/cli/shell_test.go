package cli_test

import (
	"bytes"
	"context"
	"io"
	"os/exec"
	"regexp"
	"strings"
	"time"

	"github.com/creack/pty"
	"github.com/rogpeppe/go-internal/testscript"
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
