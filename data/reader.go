package data

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"math"
	"os"
	"path/filepath"
	"slices"
	"syscall"
	"time"

	"onrecord/model"
)

// Update tells how far a reading has come. Its collection holds everything that was read so far; each later one begins
// with the same statements.
type Update struct {
	Collection *model.Collection
	Parts      []Part    // what it has been read from so far, in the order of their statements
	Problems   []Problem // found since the update before, of each grade no more than MaxProblems in all updates
	Counts               // of all problems so far; notes only if the reader tells them
	BytesRead  int64
	BytesTotal int64 // 0 if it can't be known
	Done       bool  // nothing comes after this one
}

// Reader reads collections, several as one.
type Reader struct {
	Paths []string  // folders and files; "-" for standard input; none for the embedded collection
	Stdin io.Reader // os.Stdin if nil
	Notes bool      // also tell what is only worth a look
	All   bool      // tell all problems, however many there are
}

// Read reads everything. It calls each on one goroutine, soon after the first statements, then each time that many more
// have come, and at the end with Done, also if an error ends the reading before. The error is that of the context, or
// says which file can't be read.
func (r Reader) Read(ctx context.Context, each func(Update)) error {
	run := &reading{assembler: newAssembler(r.Notes), each: each, stdin: r.Stdin, begun: time.Now()}
	run.listAll = r.All
	if run.stdin == nil {
		run.stdin = os.Stdin
	}
	run.total = r.size()
	var err error
	if len(r.Paths) == 0 {
		run.parts = []Part{{Place: embeddedPlace}}
		err = run.folder(ctx, folder{FS: embedded(), notes: r.Notes})
	}
	for _, path := range r.inOrder() {
		run.parts = append(run.parts, partAt(path, len(run.places.lines)))
		if err = run.path(ctx, path); err != nil {
			break
		}
		run.before += run.size
		run.size = 0
	}
	run.show(true)
	return err
}

// inOrder returns the paths, those first that describe what others name.
func (r Reader) inOrder() []string {
	var first, then []string
	for _, path := range r.Paths {
		info, err := os.Stat(path)
		if described(path, err == nil && info.IsDir()) {
			first = append(first, path)
		} else {
			then = append(then, path)
		}
	}
	return append(first, then...)
}

// Open reads collections to the end. It returns what can be used and everything that is wrong; the error is for files
// that can't be read at all.
func Open(ctx context.Context, paths ...string) (*model.Collection, []Problem, error) {
	var last Update
	var problems []Problem
	err := Reader{Paths: paths}.Read(ctx, func(u Update) {
		problems = append(problems, u.Problems...)
		last = u
	})
	return last.Collection, problems, err
}

// size returns how many bytes there are to read, 0 if that can't be known.
func (r Reader) size() int64 {
	var total int64
	for _, path := range r.Paths {
		info, err := os.Stat(path)
		if err != nil || !info.IsDir() && !info.Mode().IsRegular() {
			return 0
		}
		if !info.IsDir() {
			total += info.Size()
			continue
		}
		for _, name := range folderFiles() {
			for _, packed := range []string{"", ".gz", ".zst"} {
				if info, err := os.Stat(filepath.Join(path, name+packed)); err == nil {
					total += info.Size()
					break
				}
			}
		}
	}
	return total
}

// reading is a collection on its way from files to somebody who waits for it.
type reading struct {
	*assembler
	each   func(Update)
	info   model.Info
	infos  int // how many collections the info stands for
	parts  []Part
	stdin  io.Reader
	begun  time.Time
	before int64 // bytes of the paths that are done
	size   int64 // bytes read of the path that is being read
	total  int64

	shown     int // statements in the last update
	lastShown time.Time
	halved    bool // whether what is left after the last update has been parted in two blocks
}

// path reads one folder or file.
func (r *reading) path(ctx context.Context, path string) error {
	if path == "-" {
		return r.file(ctx, "standard input", 0, newWaitless(ctx, r.stdin))
	}
	info, err := os.Stat(path)
	if err != nil {
		return cantRead(path, err)
	}
	if info.IsDir() {
		return r.folder(ctx, folder{os.DirFS(path), path, r.notes})
	}
	file, err := opened(ctx, func() (*os.File, error) { return os.Open(path) })
	if err != nil {
		return cantRead(path, err)
	}
	if !info.Mode().IsRegular() {
		return r.file(ctx, path, 0, newWaitless(ctx, file))
	}
	return r.file(ctx, path, info.Size(), file)
}

// readError says why a file can't be read.
type readError struct {
	sentence string
	cause    error
}

func (e *readError) Error() string { return e.sentence }
func (e *readError) Unwrap() error { return e.cause }

// cantRead says in one sentence why a file can't be read, unless the error says it already.
func cantRead(path string, err error) error {
	var known *readError
	if errors.As(err, &known) || errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded) {
		return err
	}
	return &readError{whyNot(path, err), err}
}

func whyNot(path string, err error) string {
	var file *fs.PathError
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return "can't read " + path + ": there is no such file or folder"
	case errors.Is(err, fs.ErrPermission):
		return "can't read " + path + ": it is not allowed"
	case errors.Is(err, syscall.EISDIR):
		return "can't read " + path + ": it is a folder"
	case slices.ContainsFunc(readInPart(), func(known error) bool { return errors.Is(err, known) }):
		return "can't read all of " + path + ": " + err.Error()
	case errors.As(err, &file):
		err = file.Err // which does not name the file again
	}
	return "can't read " + path + ": " + err.Error()
}

// readInPart lists the errors behind which a file may go on.
func readInPart() []error { return []error{errCutOff, errDamaged, errSwollen, errWindow, errNotWhole} }

// statements adds the statements of a source, and shows them as they come. It calls ready before it adds any.
func (r *reading) statements(ctx context.Context, source chunkSource, ready func() error) error {
	before := r.size
	pipe := &chunkPipe{source: source, notes: r.notes, keysOf: r.keysOf, idle: r.showSoon}
	return pipe.run(ctx, func(c *chunk) error {
		if err := ready(); err != nil {
			return err
		}
		r.addStatements(c)
		r.size = before + c.size
		r.showSoon()
		return nil
	})
}

// When to show what has been read: the first statements at once, then at growing steps, so that a big collection is not
// cut into small blocks, and at times if a source is slow. What comes last is parted in two blocks of one size that are
// shown together at the end: nothing is read any more meanwhile, and each keeps a processor busy.
const (
	firstShown = 2000
	firstWait  = 50 * time.Millisecond
	nextWait   = time.Second

	manyProblems = 10_000
)

func (r *reading) showSoon() {
	added := len(r.places.lines) - r.shown
	if !r.halved && added >= model.BlockSize/4 && added >= r.rest() {
		r.halved = true
		r.builder.Seal()
	}
	switch {
	case len(r.problems) > manyProblems:
		r.show(false) // so that they need not be kept here
	case added == 0:
	case r.shown == 0:
		if added >= firstShown || time.Since(r.begun) > firstWait {
			r.builder.Seal()
			r.show(false)
		}
	case added >= model.BlockSize && !r.halved:
		r.show(false) // the blocks that are full; the builder has ended them
	case r.shown < model.BlockSize && !r.halved:
		if added >= 3*r.shown || time.Since(r.lastShown) > nextWait {
			r.builder.Seal()
			r.show(false)
		}
	case time.Since(r.lastShown) > nextWait:
		r.builder.Seal()
		r.show(false)
	}
}

// rest estimates how many statements are still to come, by the bytes that are left. As long as that tells nothing,
// because a file was read before its statements are, there may be any number.
func (r *reading) rest() int {
	read := r.before + r.size
	if read == 0 || read >= r.total {
		return math.MaxInt
	}
	return int(float64(len(r.places.lines)) * float64(r.total-read) / float64(read))
}

func (r *reading) show(done bool) {
	if done {
		r.builder.Close()
	}
	c := r.builder.Collection()
	c.Info = r.info
	r.settleTaken(c)
	r.each(Update{
		Collection: c, Parts: slices.Clone(r.parts), Problems: r.problems, Counts: r.counts,
		BytesRead: r.before + r.size, BytesTotal: r.total, Done: done,
	})
	r.problems = nil
	r.shown, r.lastShown = c.Len(), time.Now()
}

// describe says what the collection is. Several read as one have the names of all.
func (r *reading) describe(info model.Info) {
	r.infos++
	if r.infos == 1 {
		r.info = info
		return
	}
	r.info = model.Info{Name: r.info.Name + " + " + info.Name}
}

// callPart notes what the part that is being read calls itself.
func (r *reading) callPart(name string) { r.parts[len(r.parts)-1].Name = name }

// atOnce is for statements that wait for nothing.
func atOnce() error { return nil }
