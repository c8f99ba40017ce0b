package data

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"time"
)

// WriteFile writes a file so that at any moment either the old or the new one is there, whole: it writes beside it and
// renames. A file that is there keeps its permissions, and a link still leads to it, also one that led nowhere. The error
// says in one sentence why nothing was written.
func WriteFile(path string, write func(io.Writer) error) error {
	target, err := followed(path)
	if err == nil {
		err = replace(target, write)
	}
	if err != nil {
		return cantWrite(path, err)
	}
	return nil
}

// maxLinks is how many links may lead to each other.
const maxLinks = 40

// followed returns where a path leads that may be a link, whether anything is there or not.
func followed(path string) (string, error) {
	for range maxLinks {
		to, err := os.Readlink(path)
		if err != nil {
			return path, nil // no link
		}
		if !filepath.IsAbs(to) {
			dir := filepath.Dir(path)
			if real, err := filepath.EvalSymlinks(dir); err == nil {
				dir = real // so that .. leads where the system takes it
			}
			to = filepath.Join(dir, to)
		}
		path = to
	}
	return "", errLoop
}

func replace(target string, write func(io.Writer) error) error {
	mode := fs.FileMode(0o666) // less what the user takes away from new files
	info, err := os.Stat(target)
	switch {
	case err == nil && info.IsDir():
		return errIsFolder
	case err == nil && !info.Mode().IsRegular():
		return errNoFile
	case err == nil:
		mode = info.Mode().Perm()
	}
	beside, err := createBeside(target, mode)
	if err != nil {
		return err
	}
	if err := fill(beside, write); err != nil {
		_ = os.Remove(beside.Name())
		return err
	}
	if info != nil {
		err = os.Chmod(beside.Name(), mode) // also what the user takes away from new files
	}
	if err == nil {
		err = os.Rename(beside.Name(), target)
	}
	if err != nil {
		_ = os.Remove(beside.Name())
		return err
	}
	return syncFolder(filepath.Dir(target))
}

var (
	errIsFolder = errors.New("it is a folder")
	errNoFile   = errors.New("it is no regular file; write to another one")
	errLoop     = errors.New("it is a link that leads back to itself")
)

// createBeside creates a file in the same folder, under a name that is free. The name tells whose it is.
func createBeside(target string, mode fs.FileMode) (*os.File, error) {
	sweep(target)
	for {
		name := fmt.Sprintf("%s%d-%08x.tmp", besidePrefix(target), os.Getpid(), rand.Uint32())
		file, err := os.OpenFile(filepath.Join(filepath.Dir(target), name), os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
		if !errors.Is(err, fs.ErrExist) {
			return file, err
		}
	}
}

// maxPrefix is how much of a file's name stands in that of the one beside it, so that this is not too long.
const maxPrefix = 200

func besidePrefix(target string) string {
	name := filepath.Base(target)
	if len(name) > maxPrefix {
		name = cutAt(name, maxPrefix)
	}
	return "." + name + "."
}

// How old a file that was left beside another one must be to be removed: young ones are kept even if no program of that
// number runs, as it may run on another machine that has the same folder.
const (
	leftByDead = time.Minute
	leftByAny  = 24 * time.Hour
)

// sweep removes what programs left beside a file that were killed while they wrote.
func sweep(target string) {
	dir := filepath.Dir(target)
	entries, err := os.ReadDir(dir)
	if err != nil {
		return // to be told when the file is written
	}
	for _, entry := range entries {
		var owner, number uint32
		rest, beside := strings.CutPrefix(entry.Name(), besidePrefix(target))
		if _, err := fmt.Sscanf(rest, "%d-%08x.tmp", &owner, &number); err != nil || !beside || !strings.HasSuffix(rest, ".tmp") {
			continue
		}
		info, err := entry.Info()
		if err != nil || !info.Mode().IsRegular() {
			continue
		}
		if age := time.Since(info.ModTime()); age > leftByAny || age > leftByDead && !alive(int(owner)) {
			_ = os.Remove(filepath.Join(dir, entry.Name()))
		}
	}
}

// alive tells whether a process may be running.
func alive(pid int) bool {
	process, err := os.FindProcess(pid)
	if err != nil {
		return false
	}
	defer func() { _ = process.Release() }()
	return !errors.Is(process.Signal(syscall.Signal(0)), os.ErrProcessDone)
}

// fill writes a file to the disk and closes it.
func fill(file *os.File, write func(io.Writer) error) error {
	out := bufio.NewWriterSize(file, 64<<10)
	err := write(out)
	if err == nil {
		err = out.Flush()
	}
	if err == nil {
		err = file.Sync()
	}
	if closed := file.Close(); err == nil {
		err = closed
	}
	return err
}

// syncFolder makes a renaming last. Where folders can't be synced, the system sees to it.
func syncFolder(path string) error {
	folder, err := os.Open(path)
	if err != nil {
		return nil
	}
	_ = folder.Sync()
	return folder.Close()
}

// cantWrite says in one sentence why a file can't be written.
func cantWrite(path string, err error) error {
	why := ""
	var onPath *fs.PathError
	var onLink *os.LinkError
	switch {
	case errors.Is(err, syscall.ENOSPC), errors.Is(err, syscall.EDQUOT):
		why = "there is no room left on the disk"
	case errors.Is(err, syscall.EROFS):
		why = "the disk can only be read"
	case errors.Is(err, fs.ErrPermission):
		why = "its folder may not be written to"
	case errors.Is(err, fs.ErrNotExist):
		why = "its folder does not exist"
	case errors.Is(err, syscall.ENOTDIR):
		why = "what should be its folder is a file"
	case errors.Is(err, syscall.ENAMETOOLONG):
		why = "its name is too long"
	case errors.As(err, &onPath):
		why = onPath.Err.Error() // which does not name the file beside it
	case errors.As(err, &onLink):
		why = onLink.Err.Error()
	default:
		why = err.Error()
	}
	return &writeError{"can't write " + path + ": " + why, err}
}

// writeError is a sentence for the user, with its cause for those who look for it.
type writeError struct {
	sentence string
	cause    error
}

func (e *writeError) Error() string { return e.sentence }
func (e *writeError) Unwrap() error { return e.cause }
