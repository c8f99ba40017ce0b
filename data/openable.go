package data

import (
	"context"
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
		return folder{FS: os.DirFS(path), shown: path}.canOpen()
	case !info.Mode().IsRegular():
		return nil
	}
	file, err := os.Open(path)
	if err != nil {
		return cantRead(path, err)
	}
	in, err := newInput(context.Background(), path, info.Size(), file)
	if err != nil {
		return err
	}
	return in.Close()
}

func (f folder) canOpen() error {
	_, info, err := f.find(statementsFile)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return f.noCollection()
	case err == nil && !info.Mode().IsRegular():
		return nil
	}
	in, err := f.statements(context.Background())
	if err == nil {
		err = in.Close()
	}
	return err
}
