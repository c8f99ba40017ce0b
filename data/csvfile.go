package data

import (
	"bytes"
	"errors"
	"io"
	"slices"
	"strings"
	"time"
)

// row is one record of a CSV file.
type row struct {
	line   int
	header *header
	cells  []string
	state  scanned // unless it is whole, the cells are those of its first line, with all quotation marks as they stand
	bare   bool
	tabs   bool // whether tabs part the cells, where quotation marks often are signs like any other
}

// errEndless ends the reading within a line that is too long.
var errEndless = errors.New(endless())

// csvSource hands out the rows of a CSV file. The first one names the fields.
type csvSource struct {
	rowScanner
	file   string
	from   io.Reader
	offset func() int64
	buffer []byte
	at     int // in the buffer, up to where it has been handed out
	line   int
	header *header
	ended  error
	skip   bool // within a line that is too long
	passed int  // bytes of it
	enough int  // bytes of a long row to wait for, so that it is not scanned again for every few that come
}

func newCSVSource(file string, from io.Reader, offset func() int64) *csvSource {
	return &csvSource{file: file, from: from, offset: offset, line: 1}
}

func (s *csvSource) next(c *chunk) error {
	c.file = s.file
	if s.header == nil {
		s.begin(c)
	}
	begin := time.Now()
	for length := 0; length < smallChunk; {
		r, ok := s.row()
		switch {
		case ok && !r.empty():
			r.header = s.header
			length += 1 + len(s.record)
			c.rows = append(c.rows, r)
		case ok:
		case s.ended != nil && s.at == len(s.buffer):
			length = smallChunk
		case len(c.rows) > 0 && !comes(s.from, chunkDelay-time.Since(begin)):
			length = smallChunk
		default:
			s.read()
		}
	}
	if s.ended == errEndless {
		c.findings.begin(s.line, 0)
		c.broken("%s", endless())
		s.ended = io.EOF
	}
	c.size = s.offset()
	if len(c.rows) == 0 && len(c.list) == 0 {
		return endOf(s.file, s.ended)
	}
	return nil
}

// begin reads up to the row that names the fields.
func (s *csvSource) begin(c *chunk) {
	found := headerFound{}
	for {
		if found = findHeader(s.buffer, s.ended != nil); found.known >= enoughNames || found.rows == headerRows {
			break
		}
		if s.ended != nil || len(s.buffer) > headerBytes {
			break
		}
		s.read()
	}
	s.comma = found.comma
	s.header = &header{}
	for n := 0; ; {
		r, ok := s.row()
		switch {
		case !ok && s.ended != nil:
			return // an empty file
		case !ok:
			s.read()
			continue
		case n < found.row:
			c.findings.begin(r.line, 0)
			if !r.empty() {
				c.warn("", "stands before the row that names the fields; left out")
			}
			n++
			continue
		case r.empty():
			continue
		}
		c.findings.begin(r.line, 0)
		if r.state == rowLong {
			c.broken("the row that names the fields is %s", tooLong())
			return
		}
		s.header = newHeader(&c.findings, r.cells)
		return
	}
}

// row returns the next row, false if it is not all in the buffer.
func (s *csvSource) row() (row, bool) {
	text, final := s.buffer[s.at:], s.ended != nil
	if len(text) == 0 || len(text) < s.enough && !final {
		return row{}, false
	}
	s.enough = 0
	size, state := s.scan(text, final, true)
	if state == rowMore && len(text) > MaxRecord {
		state = rowUnclosed
	}
	if state == rowMore {
		return s.later(text)
	}
	if state == rowWhole && s.broken && s.swallowed(text[:size]) {
		state = rowUnclosed
	}
	if state != rowWhole {
		end := lineEnd(text, final)
		if end < 0 {
			return s.long(text)
		}
		if size > end {
			state = rowUnclosed // up to a quotation mark of another row
		}
		size = end
		s.scan(text[:size], true, false)
	}
	r := row{line: s.line, cells: s.cells(), state: state, bare: s.bare, tabs: s.comma == '\t'}
	s.line += lineEnds(text[:size])
	s.at += size
	return r, true
}

// swallowed tells whether a row of several lines is no row, because another of its lines is one: a quotation mark has opened
// a cell by mistake. A line is one if it has a date where rows have theirs, or if only it has as many cells as it should.
func (s *csvSource) swallowed(text []byte) bool {
	fits := len(s.ends) == len(s.header.names)
	for rest := text[lineEnd(text, true):]; len(rest) > 0 && len(s.header.names) > 1; {
		end := lineEnd(rest, true)
		if s.isRow(rest[:end], false, fits) || s.isRow(rest[:end], true, fits) {
			return true
		}
		rest = rest[end:]
	}
	return false
}

// isRow tells whether a line alone has as many cells as a row, and, if that is asked for, a date.
func (s *csvSource) isRow(line []byte, quotes, dated bool) bool {
	alone := rowScanner{comma: s.comma}
	if _, state := alone.scan(line, true, quotes); state != rowWhole || len(alone.ends) != len(s.header.names) {
		return false
	}
	date := slices.Index(s.header.names, "date")
	if !dated || date < 0 {
		return !dated
	}
	_, ok := usualDay(strings.Trim(alone.cells()[date], `"`))
	return ok
}

// later waits for more of a row: of a long one for as much as there is, at most for so much that it is too long.
func (s *csvSource) later(text []byte) (row, bool) {
	if len(text) > smallChunk {
		s.enough = min(2*len(text), MaxRecord+1)
	}
	return row{}, false
}

// long waits for the end of a line, or drops one that is too long.
func (s *csvSource) long(text []byte) (row, bool) {
	if len(text) <= MaxRecord {
		return s.later(text)
	}
	s.at, s.skip, s.passed = len(s.buffer), true, len(text)
	return row{line: s.line, state: rowLong}, true
}

// read appends what comes next to the buffer, without the rest of a line that is too long.
func (s *csvSource) read() {
	if s.at > 0 {
		s.buffer = s.buffer[:copy(s.buffer, s.buffer[s.at:])]
		s.at = 0
	}
	had, want := len(s.buffer), max(smallChunk, len(s.buffer))
	s.buffer = slices.Grow(s.buffer, want)
	n, err := s.from.Read(s.buffer[had : had+want])
	s.buffer, s.ended = s.buffer[:had+n], err
	if s.line == 1 && had == 0 && !s.skip {
		s.buffer = bytes.TrimPrefix(s.buffer, []byte(byteOrderMark))
	}
	if !s.skip {
		return
	}
	if end := lineEnd(s.buffer, s.ended != nil); end >= 0 {
		s.at, s.skip = end, false
		s.line++
		return
	}
	s.buffer = s.buffer[:0]
	if s.passed += n; s.passed > MaxSkipped {
		s.ended = errEndless
	}
}

// empty tells whether a row has no content, as spreadsheets leave them below a table.
func (r row) empty() bool {
	return r.state == rowWhole && !slices.ContainsFunc(r.cells, func(cell string) bool { return strings.TrimSpace(cell) != "" })
}
