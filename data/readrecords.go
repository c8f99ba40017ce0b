package data

import (
	"io"
	"strings"
)

// recordsRead is what has been read from a file of speakers, topics or sources.
type recordsRead[T any] struct {
	findings
	file     string
	records  []T
	lines    []int
	lost     map[string]place // ids of records that can't be used
	unusable int
	err      error
}

// readRecords reads a file with one record a line. The records share its memory. read returns the record and its id.
func readRecords[T any](p *recordParser, file string, from io.Reader, read func(p *recordParser, i item) (T, string, bool)) *recordsRead[T] {
	r := &recordsRead[T]{file: file, lost: map[string]place{}}
	var all strings.Builder
	if _, err := io.Copy(&all, from); err != nil {
		r.err = cantRead(file, err)
	}
	line := 0
	for text := range strings.Lines(strings.TrimPrefix(all.String(), byteOrderMark)) {
		if line++; strings.TrimSpace(text) != "" {
			r.take(p, item{line: line, text: strings.TrimRight(text, "\r\n")}, read)
		}
	}
	r.list = p.list
	return r
}

// take reads one record.
func (r *recordsRead[T]) take(p *recordParser, i item, read func(p *recordParser, i item) (T, string, bool)) {
	record, id, ok := read(p, i)
	if ok {
		r.records = append(r.records, record)
		r.lines = append(r.lines, i.line)
		return
	}
	r.unusable++
	if id != "" {
		r.lost[id] = place{r.file, i.line}
	}
}

const byteOrderMark = "\ufeff"
