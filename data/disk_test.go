package data_test

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"

	"onrecord/data"
)

func text(text string) func(io.Writer) error {
	return func(w io.Writer) error {
		_, err := io.WriteString(w, text)
		return err
	}
}

func contents(t *testing.T, path string) string {
	t.Helper()
	got, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(got)
}

// alone tells whether nothing else lies in a file's folder.
func alone(t *testing.T, path string) bool {
	t.Helper()
	entries, err := os.ReadDir(filepath.Dir(path))
	if err != nil {
		t.Fatal(err)
	}
	return len(entries) == 1
}

func TestWriteFileReplacesAFileAsAWhole(t *testing.T) {
	path := put(t, "a.md", []byte("old"))
	if err := os.Chmod(path, 0o640); err != nil {
		t.Fatal(err)
	}
	if err := data.WriteFile(path, text("new")); err != nil {
		t.Fatal(err)
	}
	info, err := os.Stat(path)
	if err != nil || info.Mode().Perm() != 0o640 || contents(t, path) != "new" || !alone(t, path) {
		t.Errorf("%v %v %q", info.Mode(), err, contents(t, path))
	}
	broken := errors.New("broken off")
	err = data.WriteFile(path, func(w io.Writer) error {
		_, _ = io.WriteString(w, "half")
		return broken
	})
	if !errors.Is(err, broken) || contents(t, path) != "new" || !alone(t, path) {
		t.Errorf("after a failure: %v %q", err, contents(t, path))
	}
}

func TestWriteFileFollowsALink(t *testing.T) {
	path := put(t, "real.md", []byte("old"))
	link := filepath.Join(t.TempDir(), "link.md")
	if err := os.Symlink(path, link); err != nil {
		t.Skip(err)
	}
	if err := data.WriteFile(link, text("new")); err != nil || contents(t, path) != "new" {
		t.Errorf("%v %q", err, contents(t, path))
	}
	if info, err := os.Lstat(link); err != nil || info.Mode()&os.ModeSymlink == 0 {
		t.Error("the link is gone")
	}
}

func TestWriteFileSaysInOneSentenceWhyNot(t *testing.T) {
	dir := t.TempDir()
	full := func(io.Writer) error { return &os.PathError{Op: "write", Path: "x", Err: syscall.ENOSPC} }
	for _, test := range []struct {
		path, want string
		write      func(io.Writer) error
	}{
		{filepath.Join(dir, "a.md"), "there is no room left on the disk", full},
		{filepath.Join(dir, "none", "a.md"), "its folder does not exist", text("x")},
		{dir, "it is a folder", text("x")},
	} {
		err := data.WriteFile(test.path, test.write)
		if want := "can't write " + test.path + ": " + test.want; err == nil || err.Error() != want {
			t.Errorf("got  %v\nwant %s", err, want)
		}
	}
	if runtime.GOOS != "linux" {
		return
	}
	if err := data.WriteFile("/proc/a.md", text("x")); err == nil || strings.Contains(err.Error(), "\n") {
		t.Errorf("in a folder that takes no files: %v", err)
	}
}
