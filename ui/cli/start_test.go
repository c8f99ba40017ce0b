package cli_test

import (
	"context"
	"fmt"
	"os"
	"testing"

	"onrecord/ui/cli"
	"onrecord/ui/screentest"
)

// start runs the program in this process, in a terminal for tests, with the embedded collection unless the arguments
// say otherwise.
func start(tb testing.TB, o screentest.Options, args ...string) *screentest.Terminal {
	tb.Helper()
	return screentest.Start(tb, o, func(tty screentest.TTY) error {
		code := cli.Run(context.Background(), cli.Process{
			Args: args, Stdin: tty.In, Stdout: tty.Out, Stderr: os.Stderr, Environ: tty.Environ,
		})
		if code != 0 {
			return fmt.Errorf("exit code %d", code)
		}
		return nil
	})
}
