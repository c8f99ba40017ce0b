//go:build unix

package cli_test

import (
	"bytes"
	"context"
	"io"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"onrecord/ui/cli"
)

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
