package data

import (
	"errors"
	"io"
	"strings"
)

// recordsRead is what has been read from a file of speakers, topics or sources.
type recordsRead[T any] struct {
	findings
	file     string
	records  []T
	lines    []int
	places   map[string]int   // of the records in the list, by id
	lost     map[string]place // ids of records that can't be used
	unusable int
	err      error
}

func newRecordsRead[T any](file string) *recordsRead[T] {
	return &recordsRead[T]{file: file, places: map[string]int{}, lost: map[string]place{}}
}

// recordReader reads a record, and returns it with its id, and whether it can be used.
type recordReader[T any] func(p *recordParser, i item) (record T, id string, ok bool)

// readRecords reads a file with one record a line.
func readRecords[T any](p *recordParser, in *input, read recordReader[T]) *recordsRead[T] {
	r := newRecordsRead[T](in.name)
	source := newLineSource(in.name, in, in.offset.n.Load)
	for whole := 0; ; {
		c := &chunk{}
		err := source.next(c)
		if err != nil {
			if !errors.Is(err, io.EOF) {
				r.err = err
			}
			break
		}
		p.take(&c.findings)
		r.unusable += c.unusable
		if whole += len(c.text); whole > MaxWhole {
			p.begin(c.line, 0)
			p.broken("more than %s; nothing from here on was read, as the records of this file are held as a whole", inBytes(MaxWhole))
			break
		}
		c.eachLine(func(i item) { r.take(p, i, read) })
	}
	r.findings = p.findings
	return r
}

// take reads one record.
func (r *recordsRead[T]) take(p *recordParser, i item, read recordReader[T]) {
	record, id, ok := read(p, i)
	first, taken := r.places[id]
	if taken && ok && len(r.records)-len(r.places) >= maxDoubles {
		p.wrong("id", "%s is taken by %v; give each record its own", quote(id), place{r.file, r.lines[first]})
		r.unusable++
		return
	}
	if ok {
		if !taken {
			r.places[id] = len(r.records)
		}
		r.records = append(r.records, record)
		r.lines = append(r.lines, i.line)
		return
	}
	r.unusable++
	if id != "" {
		r.lost[strings.Clone(id)] = place{r.file, i.line}
	}
}

// maxDoubles is how many records are kept whose ids are taken, for the case that the first ones can't be used after all.
const maxDoubles = 1000

const byteOrderMark = "\ufeff"
