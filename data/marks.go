package data

import (
	"bytes"
	"cmp"
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

// StateFolder returns where the program keeps what the user does with collections, "" if the user has no home and the
// environment names no other folder.
func StateFolder() string {
	if _, err := os.UserHomeDir(); err != nil && os.Getenv("XDG_STATE_HOME") == "" {
		return ""
	}
	return filepath.Join(xdg.StateHome, "onrecord")
}

// Marks keeps the ids of marked statements on disk, for each part of a collection. Several programs can share them: each
// change is made to what is on the disk at that moment, so that none is lost.
type Marks struct{ folder string }

// OpenMarks returns the marks kept in a folder, which is made when the first mark is set.
func OpenMarks(folder string) *Marks { return &Marks{folder} }

// marksVersion is that of the file. In version 1, which did not say so, marks were kept by the name of the collection.
const marksVersion = 2

// markFile is what is on the disk.
type markFile struct {
	Version int                 `json:"version"`
	Places  map[string]marked   `json:"places,omitempty"` // by the place of the collection
	Marks   map[string][]string `json:"marks,omitempty"`  // of version 1, as far as nobody has claimed them
	Other   jsontext.Value      `json:",embed"`           // to be written back
}

// marked are the marked statements of a collection.
type marked struct {
	Name  string         `json:"name,omitempty"` // what the collection calls itself
	IDs   []string       `json:"ids"`            // in order
	Other jsontext.Value `json:",embed"`
}

// Load returns the ids of the marked statements of a part, in order.
func (m *Marks) Load(p Part) ([]string, error) {
	file, err := m.read()
	if err != nil {
		return nil, err
	}
	file.claim(p)
	return file.Places[p.Place].IDs, nil
}

// Set marks statements of a part, or takes their marks away, and returns all that are marked then, those by other
// programs included. It waits for another program that is writing until the context ends.
func (m *Marks) Set(ctx context.Context, p Part, on bool, ids ...string) ([]string, error) {
	unlock, err := m.lock(ctx)
	if err != nil {
		return nil, err
	}
	defer unlock()
	file, err := m.read()
	if err != nil {
		return nil, err
	}
	claimed := file.claim(p)
	own := file.Places[p.Place]
	after := slices.DeleteFunc(slices.Clone(own.IDs), func(id string) bool { return slices.Contains(ids, id) })
	if on {
		after = inOrder(append(after, ids...))
	}
	if !claimed && slices.Equal(own.IDs, after) {
		return after, nil
	}
	own.Name, own.IDs = cmp.Or(p.Name, own.Name), after
	file.Places[p.Place] = own
	if len(after) == 0 && len(own.Other) == 0 {
		delete(file.Places, p.Place)
	}
	return after, m.write(file)
}

func inOrder(ids []string) []string {
	slices.Sort(ids)
	return slices.Compact(ids)
}

// claim gives a part the marks that were kept for it under another key: by its name in version 1, which must be one that
// it gives itself, as a file's may be that of many; or by the place from where it has been moved.
func (f *markFile) claim(p Part) bool {
	own := f.Places[p.Place]
	claimed := false
	take := func(ids []string) {
		own.IDs, claimed = inOrder(append(slices.Clone(own.IDs), ids...)), true
	}
	for _, name := range []string{p.Name, p.Place} {
		if ids, ok := f.Marks[name]; ok && name != "" {
			take(ids)
			delete(f.Marks, name)
		}
	}
	for place, other := range f.Places {
		if place != p.Place && p.Name != "" && other.Name == p.Name && gone(place) {
			take(other.IDs)
			delete(f.Places, place)
		}
	}
	if claimed {
		own.Name = cmp.Or(p.Name, own.Name)
		f.Places[p.Place] = own
	}
	return claimed
}

// gone tells whether nothing is left at a place of the disk.
func gone(place string) bool {
	_, err := os.Stat(place)
	return filepath.IsAbs(place) && errors.Is(err, fs.ErrNotExist)
}

func (m *Marks) path() string { return filepath.Join(m.folder, "marks.json") }

func (m *Marks) read() (*markFile, error) {
	file := &markFile{}
	text, err := readRegular(m.path())
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	if err == nil {
		if err := file.parse(text); err != nil {
			return nil, fmt.Errorf("can't read %s: %w", m.path(), err)
		}
	}
	file.Version = marksVersion
	if file.Places == nil {
		file.Places = map[string]marked{}
	}
	return file, nil
}

// parse reads the version first: nobody knows what the rest of a later one is made of.
func (f *markFile) parse(text []byte) error {
	var known struct {
		Version int `json:"version"`
	}
	err := json.Unmarshal(text, &known)
	if err == nil && known.Version > marksVersion {
		return errors.New("a later version of onrecord has written it; use that one")
	}
	if err == nil {
		err = json.Unmarshal(text, f)
	}
	if err != nil {
		return fmt.Errorf("mend or remove it, nothing is written to it: %w", err)
	}
	return nil
}

// readRegular reads a file. Of anything else, such as a pipe, nobody knows whether reading it ever ends.
func readRegular(path string) ([]byte, error) {
	if err := mustBeRegular(path); err != nil {
		return nil, err
	}
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, cantRead(path, err)
	}
	return text, nil
}

// mustBeRegular says what is wrong if there is something at a path that is no file, or one that nobody would wait for.
func mustBeRegular(path string) error {
	switch info, err := os.Stat(path); {
	case err != nil:
		return cantRead(path, err)
	case info.IsDir():
		return cantRead(path, errIsFolder)
	case !info.Mode().IsRegular():
		return cantRead(path, errors.New("it is no regular file; remove it"))
	case info.Size() > MaxWhole:
		return cantRead(path, errors.New("it has more than "+inBytes(MaxWhole)))
	}
	return nil
}

func (m *Marks) write(file *markFile) error {
	text, err := json.Marshal(file, json.Deterministic(true), jsontext.WithIndent("  "))
	if err != nil {
		return cantWrite(m.path(), err)
	}
	m.sweep()
	return WriteFile(m.path(), func(w io.Writer) error {
		_, err := io.Copy(w, bytes.NewReader(append(text, '\n')))
		return err
	})
}

// sweep removes what programs left that were killed while they wrote. Who holds the lock is the only one that writes.
func (m *Marks) sweep() {
	left, _ := fs.Glob(os.DirFS(m.folder), "."+filepath.Base(m.path())+".*.tmp") // the pattern is well formed
	for _, name := range left {
		_ = os.Remove(filepath.Join(m.folder, name))
	}
}

// lockRetry is how often a lock is tried that another program holds.
const lockRetry = 5 * time.Millisecond

// lock keeps other programs from changing the marks. A file of its own is locked, because the other one is replaced.
func (m *Marks) lock(ctx context.Context) (unlock func(), err error) {
	if err := os.MkdirAll(m.folder, 0o700); err != nil {
		return nil, cantWrite(m.path(), err)
	}
	lock := flock.New(filepath.Join(m.folder, "marks.lock"))
	if err := mustBeRegular(lock.Path()); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	_, err = lock.TryLockContext(ctx, lockRetry)
	if errors.Is(err, context.DeadlineExceeded) {
		return nil, fmt.Errorf("can't mark: another program holds %s; try again, or end that program", lock.Path())
	}
	if err != nil {
		return nil, cantWrite(m.path(), err)
	}
	return func() { _ = lock.Close() }, nil
}
