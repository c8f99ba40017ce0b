package data

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"

	"onrecord/model"
)

// folderFiles lists the files of the folder form.
func folderFiles() []string {
	return []string{"collection.json", "speakers.jsonl", "topics.jsonl", "sources.jsonl", "statements.jsonl"}
}

// folder reads a collection in the folder form. Its small files are read at the same time.
func (r *reading) folder(ctx context.Context, folder fs.FS, shown string) error {
	statements, err := openFile(folder, "statements.jsonl", shown)
	if errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("can't read %s: it is no collection, it has no statements.jsonl", shown)
	}
	if err != nil {
		return cantRead(path.Join(shown, "statements.jsonl"), err)
	}
	defer statements.Close()
	speakers := later(folder, shown, "speakers.jsonl", readSpeaker)
	topics := later(folder, shown, "topics.jsonl", readTopic)
	sources := later(folder, shown, "sources.jsonl", readSource)
	r.own, r.byName = newScope(), false
	r.readInfo(folder, shown)
	s, t, o := <-speakers, <-topics, <-sources
	if err := errors.Join(s.err, t.err, o.err); err != nil {
		return err
	}
	r.addSpeakers(s)
	r.addTopics(t)
	r.addSources(o)
	source := newLineSource(statements.name, statements, statements.offset.n.Load)
	return r.statements(ctx, source)
}

func readSpeaker(p *recordParser, line int, text string) (*speakerRecord, string, bool) {
	s, ok := p.speaker(line, text)
	return s, s.ID, ok
}

func readTopic(p *recordParser, line int, text string) (*model.Topic, string, bool) {
	t, ok := p.topic(line, text)
	return t, t.ID, ok
}

func readSource(p *recordParser, line int, text string) (*model.Source, string, bool) {
	s, ok := p.source(line, text)
	return s, s.ID, ok
}

// later reads a file of a folder in the background.
func later[T any](folder fs.FS, shown, name string, read func(*recordParser, int, string) (T, string, bool)) <-chan *recordsRead[T] {
	result := make(chan *recordsRead[T], 1)
	go func() {
		in, err := openFile(folder, name, shown)
		if errors.Is(err, fs.ErrNotExist) {
			missing := &recordsRead[T]{file: path.Join(shown, name), lost: map[string]place{}}
			missing.note("", "missing; a collection has one, if only empty")
			result <- missing
			return
		}
		if err != nil {
			result <- &recordsRead[T]{err: cantRead(path.Join(shown, name), err)}
			return
		}
		defer in.Close()
		result <- readRecords(in.name, in, read)
	}()
	return result
}

// readInfo reads collection.json. A collection without one has the name of its folder.
func (r *reading) readInfo(folder fs.FS, shown string) {
	file := path.Join(shown, "collection.json")
	p := newRecordParser()
	in, err := openFile(folder, "collection.json", shown)
	var text []byte
	if err == nil {
		defer in.Close()
		text, err = io.ReadAll(io.LimitReader(in, MaxLine))
	}
	info := model.Info{Name: path.Base(shown)}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		p.note("", "missing; write {\"name\": …, \"version\": …}")
	case err != nil:
		p.note("", "can't be read: %v", err)
	case p.open(1, string(text)):
		info = p.info(p.members)
	}
	r.report(file, p.list)
	r.describe(info)
}
