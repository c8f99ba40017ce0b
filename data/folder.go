package data

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"path"
	"strings"
	"sync"

	"onrecord/model"
	"onrecord/model/crew"
)

const statementsFile = "statements.jsonl"

// folderFiles lists the files of the folder form.
func folderFiles() []string {
	return []string{"collection.json", "speakers.jsonl", "topics.jsonl", "sources.jsonl", statementsFile}
}

// folder is where the files of a collection lie.
type folder struct {
	fs.FS
	shown string // its name for people
	notes bool
}

// find returns the name under which a file is there, which may be packed.
func (f folder) find(name string) (string, fs.FileInfo, error) {
	for _, packed := range []string{"", ".gz", ".zst"} {
		info, err := fs.Stat(f.FS, name+packed)
		if !errors.Is(err, fs.ErrNotExist) {
			return name + packed, info, err
		}
	}
	return "", nil, fs.ErrNotExist
}

// open opens a file, which may be packed. If there is none, the error is fs.ErrNotExist.
func (f folder) open(ctx context.Context, name string) (*input, error) {
	name, info, err := f.find(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	var file fs.File
	if err == nil {
		file, err = opened(ctx, func() (fs.File, error) { return f.FS.Open(name) })
	}
	switch {
	case err != nil:
		return nil, cantRead(f.path(name), err)
	case info.Mode().IsRegular():
		return newInput(ctx, f.path(name), info.Size(), file)
	}
	return newInput(ctx, f.path(name), 0, newWaitless(ctx, file))
}

// statements opens the file without which a folder is no collection.
func (f folder) statements(ctx context.Context) (*input, error) {
	in, err := f.open(ctx, statementsFile)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, f.noCollection()
	}
	return in, err
}

func (f folder) noCollection() error {
	return &readError{sentence: "can't read " + f.shown + ": it is no collection, it has no " + statementsFile}
}

func (f folder) path(name string) string { return path.Join(f.shown, name) }

// folder reads a collection in the folder form. Its small files are read at the same time.
func (r *reading) folder(ctx context.Context, f folder) error {
	statements, err := f.statements(ctx)
	if err != nil {
		return err
	}
	defer statements.Close()
	others := r.others(ctx, f)
	r.described()
	r.readInfo(ctx, f)
	source := newLineSource(statements.name, statements, statements.offset.n.Load)
	if err := r.statements(ctx, source, others); err != nil {
		return err
	}
	return others() // if there was no statement to wait for them
}

// others reads what statements refer to in the background. The function that it returns waits for it, once, and adds it.
func (r *reading) others(ctx context.Context, f folder) func() error {
	speakers := later(ctx, f, "speakers.jsonl", readSpeaker)
	topics := later(ctx, f, "topics.jsonl", readTopic)
	sources := later(ctx, f, "sources.jsonl", readSource)
	return sync.OnceValue(func() error {
		s, t, o := <-speakers, <-topics, <-sources
		if err := errors.Join(s.err, t.err, o.err); err != nil {
			return err
		}
		r.addSpeakers(ctx, s)
		r.addTopics(t)
		r.addSources(o)
		return ctx.Err()
	})
}

func readSpeaker(p *recordParser, i item) (*speakerRecord, string, bool) {
	s, ok := p.speaker(i)
	return s, s.ID, ok
}

func readTopic(p *recordParser, i item) (*model.Topic, string, bool) {
	t, ok := p.topic(i)
	return t, t.ID, ok
}

func readSource(p *recordParser, i item) (*model.Source, string, bool) {
	s, ok := p.source(i)
	return s, s.ID, ok
}

// later reads a file of a folder in the background.
func later[T any](ctx context.Context, f folder, name string, read recordReader[T]) <-chan *recordsRead[T] {
	result := make(chan *recordsRead[T], 1)
	crew.Go(func() error {
		all, err := readOne(ctx, f, name, read)
		if err != nil {
			all = &recordsRead[T]{err: err}
		}
		result <- all
		return nil
	})
	return result
}

// readOne reads a file of a folder. One that is missing has no records.
func readOne[T any](ctx context.Context, f folder, name string, read recordReader[T]) (all *recordsRead[T], err error) {
	defer crew.Recover(&err)
	in, err := f.open(ctx, name)
	if errors.Is(err, fs.ErrNotExist) {
		missing := newRecordsRead[T](f.path(name))
		missing.note("", "missing; a collection has one, if only empty")
		return missing, nil
	}
	if err != nil {
		return nil, err
	}
	defer in.Close()
	p := newRecordParser()
	p.notes = f.notes
	return readRecords(p, in, read), nil
}

// readInfo reads collection.json. A collection without one has the name of its folder.
func (r *reading) readInfo(ctx context.Context, f folder) {
	p := newRecordParser()
	p.notes = f.notes
	in, err := f.open(ctx, "collection.json")
	var text []byte
	if err == nil {
		defer in.Close()
		text, err = io.ReadAll(io.LimitReader(in, MaxRecord+1))
	}
	info := model.Info{Name: path.Base(f.shown)}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		p.findings.note("", "missing; write {\"name\": …, \"version\": …}")
	case err != nil:
		p.broken("can't be read: %s", afterColon(err))
	case p.open(item{line: 1, text: strings.TrimPrefix(string(text), byteOrderMark)}):
		info = p.info(p.members)
		r.callPart(info.Name)
	default:
		p.list[len(p.list)-1].Whole = true // without it, the collection has lost its name
	}
	r.report(f.path("collection.json"), p.list)
	r.describe(info)
}

// afterColon returns why a file can't be read, where it has been said which.
func afterColon(err error) string {
	_, why, _ := strings.Cut(err.Error(), ": ")
	return why
}
