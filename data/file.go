package data

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strings"

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
	in, err := newInput(name, size, from)
	if err != nil {
		return err
	}
	defer in.Close()
	r.describe(model.Info{Name: nameOf(name)})
	form, text, err := in.sniff()
	if err != nil {
		return err
	}
	switch form {
	case jsonForm:
		return r.json(ctx, in, text)
	case csvForm:
		source, err := newCSVSource(name, text, in.offset.n.Load)
		if err != nil {
			return err
		}
		r.named()
		return r.statements(ctx, source, atOnce)
	}
	r.named()
	var lines io.Reader = text
	if in.size == 0 {
		lines = newWaitless(ctx, text) // a stream may pause
	}
	return r.statements(ctx, newLineSource(name, lines, in.offset.n.Load), atOnce)
}

// sniff finds out the form of a file, and returns all its text.
func (in *input) sniff() (form, *bufio.Reader, error) {
	text := bufio.NewReaderSize(in, sniffed)
	form, err := formOf(in.name, text)
	return form, text, err
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

// sniffed is how much of a file is looked at to find out its form.
const sniffed = 64 << 10

// formOf finds out the form of a file by its name, or else by how it begins.
func formOf(name string, text *bufio.Reader) (form, error) {
	if _, err := text.Peek(1); err != nil && !errors.Is(err, io.EOF) {
		return linesForm, cantRead(name, err)
	}
	begin, _ := text.Peek(text.Buffered())
	if bytes.HasPrefix(begin, []byte("\xff\xfe")) || bytes.HasPrefix(begin, []byte("\xfe\xff")) {
		return linesForm, fmt.Errorf("can't read %s: it is written in UTF-16; save it as UTF-8", name)
	}
	switch strings.ToLower(filepath.Ext(unpackedName(name))) {
	case ".json":
		return jsonForm, nil
	case ".csv", ".tsv":
		return csvForm, nil
	case ".jsonl", ".ndjson":
		return linesForm, nil
	}
	return sniff(bytes.TrimLeft(bytes.TrimPrefix(begin, []byte(byteOrderMark)), " \t\r\n")), nil
}

func sniff(begin []byte) form {
	first, _, more := bytes.Cut(begin, []byte{'\n'})
	switch {
	case len(begin) == 0:
		return linesForm
	case begin[0] == '[':
		return jsonForm
	case begin[0] != '{':
		return csvForm
	}
	members, err := newObjectReader().decode(string(first))
	if err != nil && more {
		return jsonForm // an object over several lines
	}
	for _, m := range members {
		if m.name == "statements" && m.kind() == '[' {
			return jsonForm
		}
	}
	return linesForm
}
