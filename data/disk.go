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
	"syscall"
)

// WriteFile writes a file so that at any moment either the old or the new one is there, whole: it writes beside it and
// renames. A file that is there keeps its permissions, and a link still leads to it. The error says in one sentence why
// nothing was written.
func WriteFile(path string, write func(io.Writer) error) error {
	target := path
	if real, err := filepath.EvalSymlinks(path); err == nil {
		target = real
	}
	if err := replace(target, write); err != nil {
		return cantWrite(path, err)
	}
	return nil
}

func replace(target string, write func(io.Writer) error) error {
	mode := fs.FileMode(0o666) // less what the user takes away from new files
	info, err := os.Stat(target)
	switch {
	case err == nil && info.IsDir():
		return errIsFolder
	case err == nil:
		mode = info.Mode().Perm()
	}
	beside, err := createBeside(target, mode)
	if err != nil {
		return err
	}
	if err := fill(beside, write); err != nil {
		return errors.Join(err, os.Remove(beside.Name()))
	}
	if info != nil {
		err = os.Chmod(beside.Name(), mode) // also what the user takes away from new files
	}
	if err == nil {
		err = os.Rename(beside.Name(), target)
	}
	if err != nil {
		return errors.Join(err, os.Remove(beside.Name()))
	}
	return syncFolder(filepath.Dir(target))
}

var errIsFolder = errors.New("it is a folder")

// createBeside creates a file in the same folder, under a name that is free.
func createBeside(target string, mode fs.FileMode) (*os.File, error) {
	for {
		name := fmt.Sprintf(".%s.%08x.tmp", filepath.Base(target), rand.Uint32())
		file, err := os.OpenFile(filepath.Join(filepath.Dir(target), name), os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
		if !errors.Is(err, fs.ErrExist) {
			return file, err
		}
	}
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
	return errors.Join(err, file.Close())
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
	switch {
	case errors.Is(err, syscall.ENOSPC), errors.Is(err, syscall.EDQUOT):
		why = "there is no room left on the disk"
	case errors.Is(err, syscall.EROFS):
		why = "the disk can only be read"
	case errors.Is(err, fs.ErrPermission):
		why = "its folder may not be written to"
	case errors.Is(err, fs.ErrNotExist):
		why = "its folder does not exist"
	default:
		return fmt.Errorf("can't write %s: %w", path, err)
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
