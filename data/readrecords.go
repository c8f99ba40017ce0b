package data

import (
	"bufio"
	"errors"
	"fmt"
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

// MaxLine is how long a record can be, in bytes.
const MaxLine = 16 << 20

// readRecords reads a file with one record a line. read returns the record and its id.
func readRecords[T any](p *recordParser, file string, from io.Reader, read func(p *recordParser, line int, text string) (T, string, bool)) *recordsRead[T] {
	r := &recordsRead[T]{file: file, lost: map[string]place{}}
	lines := bufio.NewScanner(from)
	lines.Buffer(make([]byte, 0, 64<<10), MaxLine)
	n := 0
	for lines.Scan() {
		n++
		text := lines.Text()
		if n == 1 {
			text = strings.TrimPrefix(text, byteOrderMark)
		}
		if strings.TrimSpace(text) == "" {
			continue
		}
		r.take(p, n, text, read)
	}
	r.list = p.list
	if errors.Is(lines.Err(), bufio.ErrTooLong) {
		r.begin(n + 1)
		r.wrong("", "longer than %d MB; nothing after it was read", MaxLine>>20)
	} else if lines.Err() != nil {
		r.err = fmt.Errorf("read %s: %w", file, lines.Err())
	}
	return r
}

// take reads one record.
func (r *recordsRead[T]) take(p *recordParser, line int, text string, read func(p *recordParser, line int, text string) (T, string, bool)) {
	record, id, ok := read(p, line, text)
	if ok {
		r.records = append(r.records, record)
		r.lines = append(r.lines, line)
		return
	}
	r.unusable++
	if id != "" {
		r.lost[id] = place{r.file, line}
	}
}

const byteOrderMark = "\ufeff"
