package cli_test

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"testing"

	"github.com/creack/pty"
	"github.com/rogpeppe/go-internal/testscript"

	"onrecord/ui/cli"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"onrecord": func() { os.Exit(cli.Main()) }})
}

// TestScripts runs the program as a user does: each script is a story of commands, what they print, and how they end.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "../../testdata/script",
		RequireExplicitExec: true,
		Cmds:                map[string]func(*testscript.TestScript, bool, []string){"terminal": onTerminal, "typed": typed},
	})
}

// onTerminal runs a command on a terminal that answers no question, and puts what it prints into the file "screen":
//
//	[!] terminal COLUMNS program [args...]
func onTerminal(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) < 2 {
		ts.Fatalf("usage: terminal COLUMNS program [args...]")
	}
	size := pty.Winsize{Rows: 24}
	if _, err := fmt.Sscan(args[0], &size.Cols); err != nil {
		ts.Fatalf("%s columns: %v", args[0], err)
	}
	cmd := exec.Command(args[1], args[2:]...)
	cmd.Dir = ts.Getenv("WORK")
	for _, name := range []string{"PATH", "HOME", "TERM", "COLORTERM", "NO_COLOR", "GOCOVERDIR", "TESTSCRIPT_COMMAND"} {
		cmd.Env = append(cmd.Env, name+"="+ts.Getenv(name))
	}
	terminal, err := pty.StartWithSize(cmd, &size)
	ts.Check(err)
	defer terminal.Close()
	var screen bytes.Buffer
	io.Copy(&screen, terminal) // ends with an error when the program does
	err = cmd.Wait()
	ts.Check(os.WriteFile(ts.MkAbs("screen"), screen.Bytes(), 0o666))
	ts.Logf("%s", screen.String())
	var exit *exec.ExitError
	if failed := errors.As(err, &exit); failed != neg {
		ts.Fatalf("%v ended with %v", args[1:], err)
	}
}
