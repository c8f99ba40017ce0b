package data

import (
	"errors"
	"io/fs"
	"os"
)

// CanOpen returns why one of the paths can't be opened as a collection, before anything is read: in one sentence, as Read
// would say it. It doesn't touch what may block, such as a pipe.
func CanOpen(paths ...string) error {
	for _, path := range paths {
		if path == "-" {
			continue
		}
		if err := canOpen(path); err != nil {
			return err
		}
	}
	return nil
}

func canOpen(path string) error {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return cantRead(path, err)
	case info.IsDir():
		in, err := folder{FS: os.DirFS(path), shown: path}.statements()
		if err == nil {
			err = in.Close()
		}
		return err
	case !info.Mode().IsRegular():
		return nil
	}
	file, err := os.Open(path)
	if err != nil {
		return cantRead(path, err)
	}
	in, err := newInput(path, info.Size(), file)
	if err != nil {
		return err
	}
	return in.Close()
}

// statements opens the file without which a folder is no collection.
func (f folder) statements() (*input, error) {
	in, err := f.open("statements.jsonl")
	if errors.Is(err, fs.ErrNotExist) {
		return nil, &readError{sentence: "can't read " + f.shown + ": it is no collection, it has no statements.jsonl"}
	}
	return in, err
}
