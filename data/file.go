package data

import (
	"context"
	"io"
	"path/filepath"
	"strings"

	"onrecord/model"
)

// file reads statements from one file.
func (r *reading) file(ctx context.Context, name string, size int64, from io.Reader) error {
	in, err := newInput(name, size, from)
	if err != nil {
		return err
	}
	defer in.Close()
	r.describe(model.Info{Name: nameOf(name)})
	r.own, r.byName = r.all, true
	return r.statements(ctx, newLineSource(name, in, in.offset.n.Load))
}

// nameOf names a collection after its file.
func nameOf(file string) string {
	name := filepath.Base(file)
	for _, packed := range []string{".gz", ".zst"} {
		name = strings.TrimSuffix(name, packed)
	}
	return strings.TrimSuffix(name, filepath.Ext(name))
}
