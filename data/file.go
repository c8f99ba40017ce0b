package data

import (
	"bytes"
	"context"
	"io"
	"path/filepath"
	"strings"

	"github.com/go-json-experiment/json/jsontext"

	"onrecord/model"
)

// form is how the statements stand in one file.
type form uint8

const (
	linesForm form = iota // .jsonl
	jsonForm
	csvForm
)

// file reads one file, in whatever form.
func (r *reading) file(ctx context.Context, name string, size int64, from io.Reader) error {
	in, err := newInput(ctx, name, size, from)
	if err != nil {
		return err
	}
	defer in.Close()
	r.describe(model.Info{Name: nameOf(name)})
	if in.utf16 && r.notes {
		r.report(name, []Problem{{Text: "written in UTF-16; read as such", Grade: Note}})
	}
	switch formOf(name, in.begin) {
	case jsonForm:
		return r.json(ctx, in)
	case csvForm:
		r.named()
		return r.statements(ctx, newCSVSource(name, mayPause(ctx, in), in.offset.n.Load), atOnce)
	}
	r.named()
	return r.statements(ctx, newLineSource(name, mayPause(ctx, in), in.offset.n.Load), atOnce)
}

// mayPause reads a stream so that what has come need not wait for what has not.
func mayPause(ctx context.Context, in *input) io.Reader {
	if in.size == 0 {
		return newWaitless(ctx, in)
	}
	return in
}

// nameOf names a collection after its file.
func nameOf(file string) string {
	name := unpackedName(filepath.Base(file))
	return strings.TrimSuffix(name, filepath.Ext(name))
}

func unpackedName(name string) string {
	return strings.TrimSuffix(strings.TrimSuffix(name, ".gz"), ".zst")
}

// described tells whether a path is likely to describe its speakers, topics and sources itself, rather than to name
// them. Such paths are read first, so that the names of others can mean what they describe.
func described(path string, folder bool) bool {
	return folder || strings.EqualFold(filepath.Ext(unpackedName(path)), ".json")
}

// formOf finds out the form of a file by how it begins, and by its name where that leaves it open.
func formOf(name string, begin []byte) form {
	begin = bytes.TrimLeft(bytes.TrimPrefix(begin, []byte(byteOrderMark)), " \t\r\n")
	switch strings.ToLower(filepath.Ext(unpackedName(name))) {
	case ".csv", ".tsv":
		return csvForm
	case ".jsonl", ".ndjson":
		if len(begin) > 0 && begin[0] == '[' {
			return jsonForm
		}
		return linesForm
	case ".json":
		if len(begin) > 0 && begin[0] == '{' && isLines(begin, true) {
			return linesForm
		}
		return jsonForm
	}
	switch {
	case len(begin) == 0:
		return linesForm
	case begin[0] == '[':
		return jsonForm
	case begin[0] != '{':
		return csvForm
	case isLines(begin, false):
		return linesForm
	}
	return jsonForm
}

// isLines tells whether a text that begins with an object is one record a line. In a file that is called .json, an object
// that no other follows is a collection.
func isLines(begin []byte, json bool) bool {
	if listsRecords(begin) {
		return false
	}
	first, rest, more := bytes.Cut(begin, []byte{'\n'})
	if bytes.HasPrefix(bytes.TrimLeft(rest, " \t\r\n"), []byte{'{'}) {
		return true // as no second line of one object begins
	}
	if json {
		return false
	}
	_, err := newObjectReader().decode(string(first))
	return err == nil || !more
}

// listsRecords tells whether an object has a list of records, as a collection in one file has.
func listsRecords(begin []byte) bool {
	d := jsontext.NewDecoder(bytes.NewReader(begin), lenient()...)
	if _, err := d.ReadToken(); err != nil {
		return false
	}
	for {
		token, err := d.ReadToken()
		if err != nil || token.Kind() != '"' {
			return false
		}
		name := token.String()
		if d.PeekKind() == '[' && isList(name, begin[d.InputOffset():]) {
			return true
		}
		if d.SkipValue() != nil {
			return false
		}
	}
}

// isList tells whether an array of a name is a list of records. Statements have topics, too, but those are strings.
func isList(name string, array []byte) bool {
	switch name {
	case "speakers", "sources", "statements":
		return true
	case "topics":
		return !bytes.HasPrefix(bytes.TrimLeft(array, "[: \t\r\n"), []byte{'"'})
	}
	return false
}
