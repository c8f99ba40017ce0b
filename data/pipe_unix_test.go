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

// TestWriteFileLeavesAPipeAlone writes to what is no file, and to a folder that may not be written to.
func TestWriteFileLeavesAPipeAlone(t *testing.T) {
	pipe := filepath.Join(t.TempDir(), "pipe")
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := data.WriteFile(pipe, text("x")); err == nil || err.Error() != "can't write "+pipe+": it is no regular file; write to another one" {
		t.Error(err)
	}
	if info, err := os.Lstat(pipe); err != nil || info.Mode()&os.ModeNamedPipe == 0 || !alone(t, pipe) {
		t.Error("the pipe is gone, or something lies beside it")
	}
	if os.Getuid() == 0 {
		return // root may write everywhere
	}
	path := put(t, "a.md", []byte("old"))
	if err := os.Chmod(filepath.Dir(path), 0o500); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.Chmod(filepath.Dir(path), 0o700) }) // so that it can be removed
	if err := data.WriteFile(path, text("new")); err == nil || err.Error() != "can't write "+path+": its folder may not be written to" {
		t.Error(err)
	}
	if contents(t, path) != "old" || !alone(t, path) {
		t.Error("the old file is not as it was")
	}
}
