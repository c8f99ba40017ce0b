package data

import (
	"context"
	"errors"
	"io"
	"runtime"
	"strings"
	"time"

	"onrecord/model"
	"onrecord/model/crew"
)

// chunk is a run of statements on their way from a file into the collection: first as text, then as records.
type chunk struct {
	findings
	file     string
	line     int    // of the first record
	text     string // whole lines, or else items or rows
	items    []item
	rows     []row
	size     int64 // bytes of the file up to the end of the chunk, as they stand on the disk
	records  []statementRecord
	used     int    // of records, the rest is kept for its memory
	keys     []keys // of the records that are used
	unusable int
	ready    chan struct{}

	room   []byte           // where the text stands, if that is whole lines
	refers model.References // what the statement that is being added refers to
}

// item is the text of one record, on the line where it begins.
type item struct {
	line  int
	index int // in its list, counted from 1, if others stand on the line; else 0
	text  string
}

// chunkSource cuts a file into chunks. next returns io.EOF after the last one.
type chunkSource interface {
	next(c *chunk) error
}

// chunkPipe parses chunks on all processors and hands them on in their order.
type chunkPipe struct {
	source chunkSource
	notes  bool
	keysOf func(*statementRecord) keys
	idle   func() // called from time to time while nothing comes
	work   chan *chunk
	order  chan *chunk
	free   chan *chunk
	broken error // why the source could not be read to its end
}

// run reads all chunks of the source and calls each with one after the other, also with those before a place where the
// source breaks off, which it returns then.
func (p *chunkPipe) run(ctx context.Context, each func(*chunk) error) error {
	workers := runtime.GOMAXPROCS(0)
	p.work, p.order, p.free = make(chan *chunk, 2*workers), make(chan *chunk, 2*workers), make(chan *chunk, 5*workers)
	group, ctx := crew.WithContext(ctx)
	group.Go(func() error { return p.read(ctx) })
	for range workers {
		group.Go(func() error {
			p.parse()
			return nil
		})
	}
	group.Go(func() error { return p.hand(ctx, each) })
	if err := group.Wait(); err != nil {
		return err
	}
	return p.broken
}

func (p *chunkPipe) read(ctx context.Context) error {
	defer close(p.order)
	defer close(p.work)
	for {
		c := p.empty()
		err := p.source.next(c)
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			p.broken = err
			return ctx.Err()
		}
		select {
		case p.order <- c:
		case <-ctx.Done():
			return ctx.Err()
		}
		select {
		case p.work <- c: // as roomy as order, so that it can't be full for long, unless all workers have ended
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

// empty returns a chunk to fill, with the memory of one that has been handed on.
func (p *chunkPipe) empty() *chunk {
	select {
	case c := <-p.free:
		*c = chunk{
			findings: findings{list: c.list[:0]}, records: c.records, keys: c.keys[:0], ready: make(chan struct{}),
			room: c.room, refers: c.refers, items: c.items[:0], rows: c.rows[:0],
		}
		return c
	default:
		return &chunk{ready: make(chan struct{})}
	}
}

func (p *chunkPipe) parse() {
	parser := newRecordParser()
	parser.notes = p.notes
	for c := range p.work {
		c.parse(parser)
		for i := range c.statements() {
			c.keys = append(c.keys, p.keysOf(&c.records[i]))
		}
		close(c.ready)
	}
}

func (p *chunkPipe) hand(ctx context.Context, each func(*chunk) error) error {
	ticker := time.NewTicker(nextWait)
	defer ticker.Stop()
	for {
		select {
		case <-ticker.C:
			p.idle()
		case c, ok := <-p.order:
			if !ok {
				return nil
			}
			select {
			case <-c.ready:
			case <-ctx.Done():
				return ctx.Err()
			}
			if err := each(c); err != nil {
				return err
			}
			c.forget()
			select {
			case p.free <- c:
			default:
			}
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

// forget lets go of everything that is cut from texts, so that the room that is kept holds none of them back. Whoever
// keeps a part of a text for longer clones it.
func (c *chunk) forget() {
	c.text = ""
	if cap(c.room) > 4*bigChunk { // for a line that was very long
		c.room = nil
	}
	clear(c.items)
	clear(c.rows)
	for i := range c.records[:c.used] {
		c.records[i].forget()
	}
}

// parse reads the records of a chunk's text.
func (c *chunk) parse(p *recordParser) {
	p.list = c.list
	if len(c.records) == 0 {
		c.records = make([]statementRecord, 0, min(strings.Count(c.text, "\n"), len(c.text)/shortRecord)+1)
	}
	c.eachLine(func(i item) { c.parseOne(p, i) })
	for _, item := range c.items {
		c.parseOne(p, item)
	}
	for _, row := range c.rows {
		c.parseRow(p, row)
	}
	c.list = p.list
}

// shortRecord is how many bytes a statement has at least.
const shortRecord = 40

// eachLine calls yield with each line of the text that is not blank.
func (c *chunk) eachLine(yield func(item)) {
	line := c.line
	for rest := c.text; rest != ""; line++ {
		text, more, _ := strings.Cut(rest, "\n")
		rest = more
		if strings.TrimSpace(text) != "" {
			yield(item{line: line, text: text})
		}
	}
}

func (c *chunk) parseOne(p *recordParser, i item) {
	c.count(p.statement(i, c.record()))
}

// record returns the next record to fill, which is empty.
func (c *chunk) record() *statementRecord {
	if c.used == len(c.records) {
		c.records = append(c.records, statementRecord{})
	}
	return &c.records[c.used]
}

// count notes whether the record that was filled can be used.
func (c *chunk) count(usable bool) {
	if usable {
		c.used++
	} else {
		c.records[c.used].forget()
		c.unusable++
	}
}

// statements returns the records that can be used.
func (c *chunk) statements() []statementRecord { return c.records[:c.used] }
