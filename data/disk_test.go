package data_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
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

func TestMarksStay(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "state", "onrecord")
	marks := data.OpenMarks(dir)
	if ids, err := marks.Load("crisis"); err != nil || len(ids) > 0 {
		t.Error(ids, err)
	}
	set := func(collection string, marked bool, ids ...string) []string {
		t.Helper()
		after, err := marks.Set(t.Context(), collection, marked, ids...)
		if err != nil {
			t.Fatal(err)
		}
		return after
	}
	set("crisis", true, "b", "a", "b")
	set("other", true, "c")
	if got := set("crisis", false, "b", "x"); !slices.Equal(got, []string{"a"}) {
		t.Error(got)
	}
	again, err := data.OpenMarks(dir).Load("crisis")
	if err != nil || !slices.Equal(again, []string{"a"}) {
		t.Error(again, err)
	}
	set("crisis", false, "a")
	if got := contents(t, filepath.Join(dir, "marks.json")); got != "{\n  \"marks\": {\n    \"other\": [\n      \"c\"\n    ]\n  }\n}\n" {
		t.Error(got)
	}
}

// TestMarksOfTwoProgramsAreNotLost marks from several sides at once.
func TestMarksOfTwoProgramsAreNotLost(t *testing.T) {
	dir := t.TempDir()
	var all sync.WaitGroup
	for program := range 4 {
		all.Go(func() {
			marks := data.OpenMarks(dir)
			for i := range 10 {
				if _, err := marks.Set(t.Context(), "crisis", true, fmt.Sprintf("%d-%d", program, i)); err != nil {
					t.Error(err)
				}
			}
		})
	}
	all.Wait()
	if ids, err := data.OpenMarks(dir).Load("crisis"); err != nil || len(ids) != 40 {
		t.Error(len(ids), err)
	}
}

func TestMarksThatCantBeReadAreLeftAlone(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "marks.json")
	for text, ok := range map[string]bool{
		`{"marks": {"crisis": ["a"`: false, `{"marks": ["a"]}`: false, ``: false,
		`{"later": {"x": 1}, "marks": null}`: true,
	} {
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		_, err := data.OpenMarks(dir).Set(t.Context(), "crisis", true, "b")
		if (err == nil) != ok || !ok && contents(t, path) != text {
			t.Errorf("%s: %v, and now %s", text, err, contents(t, path))
		}
		if ok && !strings.Contains(contents(t, path), `"later": {`) {
			t.Errorf("%s: of a later version, lost: %s", text, contents(t, path))
		}
	}
}

func TestMarksWaitForAnotherProgramOnlySoLong(t *testing.T) {
	dir := t.TempDir()
	hold, err := data.HoldMarks(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer hold()
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Millisecond)
	defer cancel()
	_, err = data.OpenMarks(dir).Set(ctx, "crisis", true, "a")
	if err == nil || !strings.Contains(err.Error(), "another program holds") {
		t.Error(err)
	}
}
