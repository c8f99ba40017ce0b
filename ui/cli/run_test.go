package cli_test

import (
	"bytes"
	"context"
	"io"
	"runtime/debug"
	"strings"
	"syscall"
	"testing"

	"onrecord/ui/cli"
	"onrecord/ui/screentest"
)

// runWith runs the program in this process.
func runWith(ctx context.Context, out io.Writer, args ...string) (code int, said string) {
	var stderr bytes.Buffer
	code = cli.Run(ctx, cli.Process{Args: args, Stdin: strings.NewReader(""), Stdout: out, Stderr: &stderr})
	return code, stderr.String()
}

// broken is an output that fails.
type broken struct{ err error }

func (b broken) Write([]byte) (int, error) { return 0, b.err }

func TestOutputThatFails(t *testing.T) {
	for _, args := range [][]string{
		{"search"}, {"search", "--format", "table", "--limit", "0"}, {"search", "--format", "csv"}, {"search", "qqqxyzw", "--format", "json"},
		{"show", "macron-2022-02-08-minsk-only-path"}, {"man"}, {"completion", "bash"}, {"--version"}, {"check", "../../data/embedded"},
	} {
		if code, said := runWith(t.Context(), broken{syscall.EPIPE}, args...); code > 1 || said != "" && code == 0 {
			t.Errorf("%v: a closed pipe ended with %d: %s", args, code, said)
		}
		code, said := runWith(t.Context(), broken{syscall.ENOSPC}, args...)
		if code != 2 || strings.Count(said, "\n") != 1 || !strings.Contains(said, "no space left") {
			t.Errorf("%v: a full disk ended with %d: %s", args, code, said)
		}
	}
}

func TestInterruption(t *testing.T) {
	ctx, stop := context.WithCancel(t.Context())
	stop()
	for _, args := range [][]string{
		{"search", "macron"}, {"search", "--format", "table"}, {"show", "macron-2022-02-08-minsk-only-path"}, {"check", "../../data/embedded"},
	} {
		var out bytes.Buffer
		if code, said := runWith(ctx, &out, args...); code != 130 || said != "" {
			t.Errorf("%v: an interruption ended with %d: %s", args, code, said)
		}
	}
}

func TestVersion(t *testing.T) {
	build := func(version string, settings ...debug.BuildSetting) *debug.BuildInfo {
		return &debug.BuildInfo{Main: debug.Module{Version: version}, Settings: settings}
	}
	commit := debug.BuildSetting{Key: "vcs.revision", Value: "0123456789abcdef0123"}
	for _, test := range []struct {
		info *debug.BuildInfo
		want string
	}{
		{nil, "of an unknown version"},
		{build("v1.2.3"), "v1.2.3"},
		{build("(devel)"), "built from source"},
		{build("(devel)", commit), "built from source (0123456789ab)"},
		{build("v1.2.3", commit, debug.BuildSetting{Key: "vcs.modified", Value: "true"}), "v1.2.3 (0123456789ab, changed)"},
	} {
		if got := cli.Version(test.info, test.info != nil); got != test.want {
			t.Errorf("%q, not %q", got, test.want)
		}
	}
}

// TestTheScreenNeedsATerminal holds that one sentence tells what the terminal lacks, and that nothing is written to it.
func TestTheScreenNeedsATerminal(t *testing.T) {
	for _, kind := range []string{"TERM=dumb", "TERM="} {
		var said strings.Builder
		terminal := screentest.Start(t, screentest.Options{Width: 80, Height: 24, Environ: []string{kind}}, func(tty screentest.TTY) error {
			if code := cli.Run(t.Context(), cli.Process{Stdin: tty.In, Stdout: tty.Out, Stderr: &said, Environ: tty.Environ}); code != 2 {
				t.Errorf("%s: the exit code is %d", kind, code)
			}
			return nil
		})
		if err := terminal.End(); err != nil || terminal.Raw() != "" || strings.Count(said.String(), "\n") != 1 || !strings.Contains(said.String(), "TERM is ") {
			t.Errorf("%s: wrote %q, said %q, %v", kind, terminal.Raw(), said.String(), err)
		}
	}
}
