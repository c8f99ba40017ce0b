package data

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// WriteNew writes a file that was not there before, and returns its path: folder/name.ext, or if that is taken
// folder/name-2.ext and so on. Nothing is ever overwritten, also by another program that writes at the same time, and
// the file appears only once it is whole. The error says in one sentence why nothing was written.
func WriteNew(folder, name, ext string, write func(io.Writer) error) (path string, err error) {
	path = filepath.Join(folder, name+ext)
	beside, err := createBeside(path, 0o666)
	if err != nil {
		return "", cantWrite(path, err)
	}
	err = fill(beside, write)
	for n := 2; err == nil; n++ {
		if err = appear(beside.Name(), path); !errors.Is(err, fs.ErrExist) {
			break
		}
		path, err = filepath.Join(folder, fmt.Sprintf("%s-%d%s", name, n, ext)), nil
	}
	if removed := os.Remove(beside.Name()); err == nil && !errors.Is(removed, fs.ErrNotExist) {
		err = removed
	}
	if err != nil {
		return "", cantWrite(path, err)
	}
	return path, syncFolder(folder)
}

// appear gives a file a second name, which must be free. Where files can have but one, it is renamed.
func appear(from, to string) error {
	err := os.Link(from, to)
	if err == nil || errors.Is(err, fs.ErrExist) {
		return err
	}
	if _, err := os.Lstat(to); !errors.Is(err, fs.ErrNotExist) {
		return fs.ErrExist
	}
	return os.Rename(from, to)
}
