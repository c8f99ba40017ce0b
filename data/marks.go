package data

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"time"

	"github.com/adrg/xdg"
	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
	"github.com/gofrs/flock"
)

// StateFolder returns where the program keeps what the user does with collections.
func StateFolder() string { return filepath.Join(xdg.StateHome, "onrecord") }

// Marks keeps the ids of marked statements on disk, for each collection. Several programs can share them: each change is
// made to what is on the disk at that moment, so that none is lost.
type Marks struct{ folder string }

// OpenMarks returns the marks kept in a folder, which is made when the first mark is set.
func OpenMarks(folder string) *Marks { return &Marks{folder} }

// markFile is what is on the disk: ids by the name of the collection.
type markFile struct {
	Marks map[string][]string `json:"marks"`
	Other jsontext.Value      `json:",embed"` // of a later version, to be written back
}

// Load returns the ids of a collection's marked statements, in their order.
func (m *Marks) Load(collection string) ([]string, error) {
	file, err := m.read()
	return file.Marks[collection], err
}

// Set marks statements of a collection, or takes their marks away, and returns all that are marked then, those by other
// programs included. It waits for another program that is writing until the context ends.
func (m *Marks) Set(ctx context.Context, collection string, marked bool, ids ...string) ([]string, error) {
	unlock, err := m.lock(ctx)
	if err != nil {
		return nil, err
	}
	defer unlock()
	file, err := m.read()
	if err != nil {
		return nil, err
	}
	before := file.Marks[collection]
	after := slices.DeleteFunc(slices.Clone(before), func(id string) bool { return slices.Contains(ids, id) })
	if marked {
		after = append(after, ids...)
	}
	slices.Sort(after)
	after = slices.Compact(after)
	if slices.Equal(before, after) {
		return after, nil
	}
	file.Marks[collection] = after
	if len(after) == 0 {
		delete(file.Marks, collection)
	}
	return after, m.write(file)
}

func (m *Marks) path() string { return filepath.Join(m.folder, "marks.json") }

func (m *Marks) read() (markFile, error) {
	file := markFile{Marks: map[string][]string{}}
	text, err := os.ReadFile(m.path())
	if errors.Is(err, fs.ErrNotExist) {
		return file, nil
	}
	if err != nil {
		return file, cantRead(m.path(), err)
	}
	if err := json.Unmarshal(text, &file); err != nil {
		return file, fmt.Errorf("can't read the marks in %s, which is left as it is: %w", m.path(), err)
	}
	if file.Marks == nil {
		file.Marks = map[string][]string{}
	}
	return file, nil
}

func (m *Marks) write(file markFile) error {
	text, err := json.Marshal(file, json.Deterministic(true), jsontext.WithIndent("  "))
	if err != nil {
		return cantWrite(m.path(), err)
	}
	return WriteFile(m.path(), func(w io.Writer) error {
		_, err := io.Copy(w, bytes.NewReader(append(text, '\n')))
		return err
	})
}

// lockRetry is how often a lock is tried that another program holds.
const lockRetry = 5 * time.Millisecond

// lock keeps other programs from changing the marks. A file of its own is locked, because the other one is replaced.
func (m *Marks) lock(ctx context.Context) (unlock func(), err error) {
	if err := os.MkdirAll(m.folder, 0o700); err != nil {
		return nil, cantWrite(m.path(), err)
	}
	lock := flock.New(filepath.Join(m.folder, "marks.lock"))
	_, err = lock.TryLockContext(ctx, lockRetry)
	if errors.Is(err, context.DeadlineExceeded) {
		return nil, fmt.Errorf("can't write %s: another program holds %s", m.path(), lock.Path())
	}
	if err != nil {
		return nil, cantWrite(m.path(), err)
	}
	return func() { _ = lock.Close() }, nil
}
