package data

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
)

// jsonFile is a collection in one JSON file, cut into its records.
type jsonFile struct {
	ctx    context.Context // which ends the looking for records
	file   string
	text   []byte
	arrays map[string][]span
	info   []member

	described int    // bytes of info
	vain      int    // bytes that were looked at for ends that are not there
	open      []byte // the signs that close what is open, in value
	told      bool   // whether something is wrong with the file as a whole
	findings
}

// json reads a collection in one JSON file. It is held in memory as a whole, because its statements may stand before
// what they refer to.
func (r *reading) json(ctx context.Context, in *input) error {
	text, err := in.whole()
	if err != nil {
		return cantRead(in.name, err)
	}
	text = bytes.TrimPrefix(text, []byte(byteOrderMark))
	f := &jsonFile{ctx: ctx, file: in.name, text: text, arrays: map[string][]span{}}
	if f.split(); ctx.Err() != nil {
		return ctx.Err()
	}
	if f.describes() {
		r.described()
		r.addSpeakers(ctx, listRecords(r.notes, f, "speakers", readSpeaker))
		r.addTopics(listRecords(r.notes, f, "topics", readTopic))
		r.addSources(listRecords(r.notes, f, "sources", readSource))
	} else {
		r.named()
	}
	r.describeJSON(f)
	r.report(f.file, f.list)
	if err := r.statements(ctx, itemSource{newItemReader(f, "statements"), in.offset.n.Load()}, atOnce); err != nil {
		return err
	}
	return ctx.Err()
}

var errNotWhole = fmt.Errorf("it has more than %s, which must be held as a whole; write its statements one a line, as .jsonl", inBytes(MaxWhole))

// whole reads a file to its end. What is made for it at first is enough for most, so that seldom two copies are held.
func (in *input) whole() ([]byte, error) {
	text := make([]byte, 0, min(max(in.size+1, sniffed), MaxWhole+1))
	for {
		if len(text) == cap(text) {
			text = append(make([]byte, 0, min(4*cap(text), MaxWhole+1)), text...)
		}
		n, err := in.Read(text[len(text):cap(text)])
		text = text[:len(text)+n]
		switch {
		case len(text) > MaxWhole:
			return nil, errNotWhole
		case errors.Is(err, io.EOF):
			return text, nil
		case err != nil:
			return nil, err
		}
	}
}

// describes tells whether the file describes what its statements refer to.
func (f *jsonFile) describes() bool {
	_, alone := f.arrays["statements"]
	return len(f.arrays) > 1 || len(f.arrays) == 1 && !alone
}

func (r *reading) describeJSON(f *jsonFile) {
	p := newRecordParser()
	p.begin(1, 0)
	info := p.info(f.info)
	f.list = append(f.list, p.list...)
	r.callPart(info.Name)
	if info.Name == "" {
		info.Name = r.info.Name
	}
	r.infos--
	r.describe(info)
}

// itemReader cuts the records of a list out of the file, one after the other.
type itemReader struct {
	file  *jsonFile
	spans []span
	taken int
	at    int // in the text, up to where lines are counted
	line  int // of the place
	last  int // the line of the record before
}

func newItemReader(f *jsonFile, name string) *itemReader {
	return &itemReader{file: f, spans: f.arrays[name], line: 1}
}

// next returns the next record, false after the last one.
func (r *itemReader) next() (item, bool) {
	if r.taken == len(r.spans) || r.file.ctx.Err() != nil {
		return item{}, false
	}
	at := r.spans[r.taken]
	i := item{line: r.lineOf(at.begin), text: string(r.file.text[at.begin:at.end])}
	r.taken++
	if i.line == r.last || r.taken < len(r.spans) && r.lineOf(r.spans[r.taken].begin) == i.line {
		i.index = r.taken
	}
	r.last = i.line
	return i, true
}

// lineOf counts the lines up to a place that is not before the one that was asked for last.
func (r *itemReader) lineOf(at int) int {
	r.line += bytes.Count(r.file.text[r.at:at], []byte{'\n'})
	r.at = at
	return r.line
}

// listRecords reads the records of one of the lists.
func listRecords[T any](notes bool, f *jsonFile, name string, read recordReader[T]) *recordsRead[T] {
	r := newRecordsRead[T](f.file)
	p := newRecordParser()
	p.notes = notes
	items := newItemReader(f, name)
	for i, ok := items.next(); ok; i, ok = items.next() {
		r.take(p, i, read)
	}
	r.list = p.list
	return r
}

// itemSource hands out the statements of a JSON file.
type itemSource struct {
	*itemReader
	size int64
}

func (s itemSource) next(c *chunk) error {
	c.file, c.size = s.file.file, s.size
	for length := 0; length < smallChunk; {
		i, ok := s.itemReader.next()
		if !ok {
			break
		}
		length += len(i.text)
		c.items = append(c.items, i)
	}
	if len(c.items) == 0 {
		return io.EOF
	}
	return nil
}
