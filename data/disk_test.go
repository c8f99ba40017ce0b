package data_test

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

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

// TestWriteFileFollowsALinkThatLeadsNowhere writes through links to files that are not there yet, and in a circle.
func TestWriteFileFollowsALinkThatLeadsNowhere(t *testing.T) {
	dir := t.TempDir()
	if err := os.MkdirAll(filepath.Join(dir, "far", "away"), 0o755); err != nil {
		t.Fatal(err)
	}
	for link, to := range map[string]string{
		"absolute": filepath.Join(dir, "far", "one"), "relative": filepath.Join("far", "two"), "second": "relative",
		"folder": filepath.Join("far", "away"), "far/away/up": filepath.Join("..", "three"), "circle": "back", "back": "circle",
	} {
		if err := os.Symlink(to, filepath.Join(dir, link)); err != nil {
			t.Skip(err)
		}
	}
	for _, test := range []struct{ link, target string }{
		{"absolute", "far/one"}, {"relative", "far/two"}, {"second", "far/two"}, {"folder/up", "far/three"},
	} {
		link := filepath.Join(dir, test.link)
		if err := data.WriteFile(link, text(test.link)); err != nil || contents(t, filepath.Join(dir, test.target)) != test.link {
			t.Errorf("%s: %v", test.link, err)
		}
		if info, err := os.Lstat(link); err != nil || info.Mode()&os.ModeSymlink == 0 {
			t.Errorf("%s is no link any more", test.link)
		}
	}
	circle := filepath.Join(dir, "circle")
	if err := data.WriteFile(circle, text("x")); err == nil || err.Error() != "can't write "+circle+": it is a link that leads back to itself" {
		t.Error(err)
	}
}

// TestWriteFileRemovesWhatKilledProgramsLeft looks at what stays of files beside the one that is written.
func TestWriteFileRemovesWhatKilledProgramsLeft(t *testing.T) {
	const nobody = 1 << 30 // no process has this number
	dir := t.TempDir()
	path := filepath.Join(dir, "a.md")
	left := func(pid int, age time.Duration) string {
		name := fmt.Sprintf(".a.md.%d-%08x.tmp", pid, int(age.Seconds()))
		if err := os.WriteFile(filepath.Join(dir, name), nil, 0o600); err != nil {
			t.Fatal(err)
		}
		at := time.Now().Add(-age)
		if err := os.Chtimes(filepath.Join(dir, name), at, at); err != nil {
			t.Fatal(err)
		}
		return name
	}
	kept := []string{left(os.Getpid(), time.Hour), left(nobody, time.Second)}
	left(nobody, time.Hour)
	left(os.Getpid(), 48*time.Hour)
	for _, other := range []string{".a.md.notes.tmp", ".b.md.1073741824-00000001.tmp"} {
		kept = append(kept, other)
		if err := os.WriteFile(filepath.Join(dir, other), nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := data.WriteFile(path, text("x")); err != nil {
		t.Fatal(err)
	}
	want := append(kept, "a.md")
	slices.Sort(want)
	if got := names(t, dir); !slices.Equal(got, want) {
		t.Errorf("there is\n%q, want\n%q", got, want)
	}
}

func TestWriteFileSaysInOneSentenceWhyNot(t *testing.T) {
	dir := t.TempDir()
	file := put(t, "file", nil)
	full := func(io.Writer) error { return &os.PathError{Op: "write", Path: "x", Err: syscall.ENOSPC} }
	for _, test := range []struct {
		path, want string
		write      func(io.Writer) error
	}{
		{filepath.Join(dir, "a.md"), "there is no room left on the disk", full},
		{filepath.Join(dir, "none", "a.md"), "its folder does not exist", text("x")},
		{filepath.Join(file, "a.md"), "what should be its folder is a file", text("x")},
		{filepath.Join(dir, strings.Repeat("x", 300)), "its name is too long", text("x")},
		{dir, "it is a folder", text("x")},
	} {
		err := data.WriteFile(test.path, test.write)
		if want := "can't write " + test.path + ": " + test.want; err == nil || err.Error() != want {
			t.Errorf("got  %v\nwant %s", err, want)
		}
	}
	if left := names(t, dir); len(left) > 0 {
		t.Errorf("left behind: %q", left)
	}
	if runtime.GOOS != "linux" {
		return
	}
	if err := data.WriteFile("/proc/a.md", text("x")); err == nil || strings.Contains(err.Error(), "\n") {
		t.Errorf("in a folder that takes no files: %v", err)
	}
}
