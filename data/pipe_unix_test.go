//go:build unix

package data_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"onrecord/data"
)

// TestWaitingForAPipeEndsWithTheContext reads named pipes that nobody writes to, which wait already to be opened.
func TestWaitingForAPipeEndsWithTheContext(t *testing.T) {
	alone := filepath.Join(t.TempDir(), "pipe")
	dirs := []string{inFolder(t, shelfFiles()), inFolder(t, shelfFiles())}
	pipes := []string{alone, filepath.Join(dirs[0], "statements.jsonl"), filepath.Join(dirs[1], "speakers.jsonl")}
	for _, pipe := range pipes {
		if err := os.RemoveAll(pipe); err != nil {
			t.Fatal(err)
		}
		if err := syscall.Mkfifo(pipe, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for _, path := range []string{alone, dirs[0], dirs[1]} {
		if err := data.CanOpen(path); err != nil {
			t.Errorf("%s: %v before it is opened", path, err)
		}
		ctx, cancel := context.WithCancel(t.Context())
		go cancel()
		if err := (data.Reader{Paths: []string{path}}).Read(ctx, func(data.Update) {}); !errors.Is(err, context.Canceled) {
			t.Errorf("%s: %v", path, err)
		}
	}
}
