package data

import (
	"context"
	"embed"
	"errors"
	"io/fs"

	"onrecord/model"
)

//go:embed embedded/collection.json embedded/speakers.jsonl embedded/topics.jsonl embedded/sources.jsonl embedded/statements.jsonl
var embeddedFiles embed.FS

func embedded() fs.FS {
	folder, err := fs.Sub(embeddedFiles, "embedded")
	if err != nil {
		panic(err) // the name is a constant
	}
	return folder
}

// Embedded reads the collection that the program carries. It takes about a millisecond.
func Embedded(ctx context.Context) (*model.Collection, error) {
	c, problems, err := Open(ctx)
	if err == nil && len(problems) > 0 {
		err = errors.New("the embedded collection: " + problems[0].String())
	}
	return c, err
}
