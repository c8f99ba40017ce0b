package data

import (
	"bytes"
	"context"
	"errors"
	"io"
	"time"
	"unsafe"
)

// How big chunks are. The first ones are small, so that there is something to show and to do for every processor soon.
const (
	smallChunk  = 48 << 10
	bigChunk    = 512 << 10
	smallChunks = 16
	chunkLines  = 16 << 10              // that a chunk holds at most, as each may take a record or a problem
	chunkDelay  = 40 * time.Millisecond // after which a chunk goes on its way as it is, if its source is slow
)

// tooLong says that a record is longer than any may be.
func tooLong() string { return "longer than " + inBytes(MaxRecord) + "; a record must fit into that" }

// endless says that the end of such a record was not found.
func endless() string {
	return "the record has no end within " + inBytes(MaxSkipped) + "; nothing behind it was read"
}

// lineSource cuts a file into chunks of whole lines.
type lineSource struct {
	file   string
	from   io.Reader
	offset func() int64 // how much of the file on the disk has been read
	buffer []byte       // the room of the chunk that is being filled
	whole  int          // bytes of the buffer that are whole lines
	rest   []byte       // what stood behind them in the chunk before
	line   int          // of the next chunk
	count  int          // chunks so far
	ended  error
	short  bool // whether the lines are so short that the chunk before was cut after chunkLines
	skip   bool // within a line that is too long
	passed int  // bytes of it
}

func newLineSource(file string, from io.Reader, offset func() int64) *lineSource {
	return &lineSource{file: file, from: from, offset: offset, line: 1}
}

func (s *lineSource) next(c *chunk) error {
	s.buffer = append(c.room[:0], s.rest...)
	s.whole = bytes.LastIndexByte(s.buffer, '\n') + 1
	s.fill(c)
	lines := s.cut()
	c.room, s.rest = s.buffer, append(s.rest[:0], s.buffer[s.whole:]...)
	c.file, c.line = s.file, s.line
	text := s.buffer[:s.whole]
	if len(text) == 0 && len(c.list) == 0 {
		return endOf(s.file, s.ended)
	}
	s.count++
	s.line += lines
	if c.line == 1 {
		text = bytes.TrimPrefix(text, []byte(byteOrderMark))
	}
	// Copying the text would be a third of all memory that reading asks for. Nothing keeps a part of it beyond
	// chunk.forget, and only after that the room is used again.
	c.text = unsafe.String(unsafe.SliceData(text), len(text))
	c.size = s.offset()
	return nil
}

// fill reads until the buffer holds a chunk: whole lines, or the rest of the file.
func (s *lineSource) fill(c *chunk) {
	want := smallChunk
	if s.count >= smallChunks && !s.short {
		want = bigChunk
	}
	begin := time.Now()
	for s.ended == nil && (s.whole == 0 || len(s.buffer) < want && time.Since(begin) < chunkDelay) {
		if s.whole > 0 && !comes(s.from, chunkDelay-time.Since(begin)) {
			return
		}
		s.read(want)
		if s.whole == 0 && len(s.buffer) > MaxRecord {
			c.begin(s.line, 0)
			c.wrong("", "%s", tooLong())
			c.unusable++
			s.buffer, s.skip, s.passed = s.buffer[:0], true, len(s.buffer)
		}
		if s.skip && s.passed > MaxSkipped {
			c.begin(s.line, 0)
			c.broken("%s", endless())
			s.ended = io.EOF
		}
	}
	if s.ended != nil && !s.skip {
		s.whole = len(s.buffer)
	}
}

// cut leaves no more lines in the chunk than it can hold, and returns how many there are.
func (s *lineSource) cut() int {
	lines := bytes.Count(s.buffer[:s.whole], []byte{'\n'})
	if s.short = lines > chunkLines; !s.short {
		return lines
	}
	s.whole = 0
	for range chunkLines {
		s.whole += bytes.IndexByte(s.buffer[s.whole:], '\n') + 1
	}
	return chunkLines
}

// comes waits until there is more to read, so long at most; false if nothing has come. A file always has more.
func comes(from io.Reader, within time.Duration) bool {
	stream, ok := from.(*waitless)
	return !ok || stream.within(within)
}

// read appends what comes next to the buffer, without the rest of a line that is too long.
func (s *lineSource) read(want int) {
	if len(s.buffer)+want/2 > cap(s.buffer) {
		s.buffer = append(make([]byte, 0, 2*cap(s.buffer)+want), s.buffer...)
	}
	had := len(s.buffer)
	n, err := s.from.Read(s.buffer[had:min(cap(s.buffer), had+want)])
	s.ended = err
	s.buffer = s.buffer[:had+n]
	if s.skip {
		s.passed += n
		at := bytes.IndexByte(s.buffer, '\n')
		if at < 0 {
			s.buffer = s.buffer[:0]
			return
		}
		s.buffer = s.buffer[:copy(s.buffer, s.buffer[at+1:])]
		s.skip, had = false, 0
		s.line++
	}
	if at := bytes.LastIndexByte(s.buffer[had:], '\n'); at >= 0 {
		s.whole = had + at + 1
	}
}

// endOf returns why nothing more comes from a file: io.EOF, the error of a context, or what is wrong with the file.
func endOf(file string, err error) error {
	if errors.Is(err, io.EOF) || errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded) {
		return err
	}
	return cantRead(file, err)
}
