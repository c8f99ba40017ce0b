package data_test

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"syscall"
	"testing"

	"onrecord/data"
)

func writes(text string) func(io.Writer) error {
	return func(w io.Writer) error {
		_, err := io.WriteString(w, text)
		return err
	}
}

func names(t *testing.T, dir string) []string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, e := range entries {
		all = append(all, e.Name())
	}
	return all
}

func TestWriteNewTakesAFreeName(t *testing.T) {
	dir := t.TempDir()
	for i, want := range []string{"matrix.csv", "matrix-2.csv", "matrix-3.csv"} {
		path, err := data.WriteNew(dir, "matrix", ".csv", writes(strings.Repeat("x", i+1)))
		if err != nil || path != filepath.Join(dir, want) {
			t.Fatalf("written to %s, want %s; %v", path, want, err)
		}
	}
	if text, err := os.ReadFile(filepath.Join(dir, "matrix.csv")); err != nil || string(text) != "x" {
		t.Errorf("the first file holds %q now, %v", text, err)
	}
	if got := names(t, dir); len(got) != 3 {
		t.Errorf("left behind: %q", got)
	}
}

func TestWriteNewAtTheSameTime(t *testing.T) {
	dir := t.TempDir()
	paths := make([]string, 20)
	var all sync.WaitGroup
	for i := range paths {
		all.Go(func() {
			var err error
			if paths[i], err = data.WriteNew(dir, "matrix", ".csv", writes("whole")); err != nil {
				t.Error(err)
			}
		})
	}
	all.Wait()
	slices.Sort(paths)
	if len(slices.Compact(paths)) != 20 || len(names(t, dir)) != 20 {
		t.Errorf("20 files became %q", names(t, dir))
	}
}

func TestWriteNewSaysWhyItCant(t *testing.T) {
	dir := t.TempDir()
	path, err := data.WriteNew(dir, "matrix", ".csv", func(w io.Writer) error { return syscall.ENOSPC })
	if path != "" || err == nil || !strings.HasSuffix(err.Error(), "matrix.csv: there is no room left on the disk") || !errors.Is(err, syscall.ENOSPC) {
		t.Errorf("%q, %v", path, err)
	}
	if got := names(t, dir); len(got) != 0 {
		t.Errorf("left behind: %q", got)
	}
	if _, err := data.WriteNew(filepath.Join(dir, "nowhere"), "matrix", ".csv", writes("x")); err == nil || !strings.HasSuffix(err.Error(), "its folder does not exist") {
		t.Error(err)
	}
	if os.Getuid() == 0 {
		return // root may write everywhere
	}
	if err := os.Chmod(dir, 0o500); err != nil {
		t.Fatal(err)
	}
	if _, err := data.WriteNew(dir, "matrix", ".csv", writes("x")); err == nil || !strings.HasSuffix(err.Error(), "its folder may not be written to") {
		t.Error(err)
	}
}
