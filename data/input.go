package data

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strings"
	"sync/atomic"
	"time"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
	"golang.org/x/text/encoding/unicode"

	"onrecord/model/crew"
)

// input is one file of a collection, open for reading as plain text.
type input struct {
	*bufio.Reader
	name   string // as it is shown
	begin  []byte // how the text begins
	utf16  bool   // whether it is written in UTF-16
	size   int64  // on the disk; 0 if not known
	offset *counter
	close  []func() error
}

// counter counts the bytes that go through it.
type counter struct {
	from io.Reader
	n    atomic.Int64
}

func (c *counter) Read(p []byte) (int, error) {
	n, err := c.from.Read(p)
	c.n.Add(int64(n))
	return n, err
}

// newInput reads a file that is open, unpacking it if it is packed, until the context ends.
func newInput(ctx context.Context, name string, size int64, from io.Reader) (*input, error) {
	in := &input{name: name, size: size, offset: &counter{from: from}}
	if c, ok := from.(io.Closer); ok {
		in.close = append(in.close, c.Close)
	}
	if err := in.open(ctx); err != nil {
		return nil, errors.Join(cantRead(name, err), in.Close())
	}
	return in, nil
}

// open looks at how the file begins: whether it has to be unpacked or decoded first, and whether it can be a collection.
func (in *input) open(ctx context.Context) error {
	buffered := bufio.NewReaderSize(in.offset, 16<<10)
	magic, err := buffered.Peek(4)
	if err != nil && !errors.Is(err, io.EOF) {
		return err
	}
	plain, err := in.unpack(string(magic), buffered)
	if err != nil {
		return err
	}
	if err := in.look(&guard{ctx: ctx, from: plain, packed: in.offset}); err != nil {
		return err
	}
	if in.utf16 = bytes.HasPrefix(in.begin, []byte("\xff\xfe")) || bytes.HasPrefix(in.begin, []byte("\xfe\xff")); in.utf16 {
		decoder := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder()
		if err := in.look(decoder.Reader(in.Reader)); err != nil {
			return err
		}
	}
	if endsInCR(in.begin) {
		if err := in.look(&lineFeeds{in.Reader}); err != nil {
			return err
		}
	}
	return notACollection(in.name, in.begin)
}

// endsInCR tells whether the lines of JSON end in carriage returns alone, as on an old Macintosh.
func endsInCR(begin []byte) bool {
	text := bytes.TrimLeft(bytes.TrimPrefix(begin, []byte(byteOrderMark)), " \t\r")
	at := bytes.IndexByte(begin, '\r')
	return len(text) > 0 && (text[0] == '{' || text[0] == '[') && at >= 0 && at < len(begin)-1 && bytes.IndexByte(begin, '\n') < 0
}

// lineFeeds reads carriage returns as line feeds. In JSON, neither can stand within a string.
type lineFeeds struct{ from io.Reader }

func (l *lineFeeds) Read(p []byte) (int, error) {
	n, err := l.from.Read(p)
	for i, c := range p[:n] {
		if c == '\r' {
			p[i] = '\n'
		}
	}
	return n, err
}

// sniffed is how much of a file is looked at to find out what it is.
const sniffed = 64 << 10

// look begins to read.
func (in *input) look(from io.Reader) error {
	in.Reader = bufio.NewReaderSize(from, sniffed)
	if _, err := in.Peek(1); err != nil && !errors.Is(err, io.EOF) {
		return err
	}
	in.begin, _ = in.Peek(in.Buffered())
	return nil
}

// unpack looks at the first bytes rather than at the name, so that a packed standard input is known too.
func (in *input) unpack(magic string, from io.Reader) (io.Reader, error) {
	switch {
	case strings.HasPrefix(magic, "\x1f\x8b"):
		r, err := gzip.NewReader(from)
		return unpacked{r}, packedError(err)
	case magic == "\x28\xb5\x2f\xfd":
		r, err := zstd.NewReader(from, zstd.WithDecoderMaxWindow(MaxWindow))
		if err == nil {
			in.close = append(in.close, func() error { r.Close(); return nil })
		}
		return unpacked{r}, packedError(err)
	}
	return from, nil
}

// unpacked reads from a decompressor, and says in its errors that the packed bytes are to blame.
type unpacked struct{ from io.Reader }

func (u unpacked) Read(p []byte) (int, error) {
	n, err := u.from.Read(p)
	if !errors.Is(err, io.EOF) {
		err = packedError(err)
	}
	return n, err
}

// guard reads what has been unpacked of a file, until the reading is given up or more comes of it than can be meant.
type guard struct {
	ctx    context.Context
	from   io.Reader
	packed *counter
	n      int64
}

func (g *guard) Read(p []byte) (int, error) {
	if err := g.ctx.Err(); err != nil {
		return 0, err
	}
	n, err := g.from.Read(p)
	if g.n += int64(n); g.n > MaxUnproved && g.n/MaxPacked > g.packed.n.Load() {
		err = errSwollen
	}
	return n, err
}

var (
	errCutOff  = errors.New("it is packed, and breaks off in the middle")
	errDamaged = errors.New("it is packed, and the packed bytes are damaged")
	errSwollen = fmt.Errorf("it is packed, and unpacked it has more than %d times its size, which no collection has", MaxPacked)
	errWindow  = fmt.Errorf("it is packed with a window of more than %s; pack it with a smaller one", inBytes(MaxWindow))
)

// packedError says what is wrong with packed bytes, unless they could not be read.
func packedError(err error) error {
	var file *fs.PathError
	switch {
	case err == nil || errors.As(err, &file) || errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded):
		return err
	case errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF):
		return errCutOff
	case errors.Is(err, zstd.ErrWindowSizeExceeded):
		return errWindow
	}
	return errDamaged
}

// Close closes everything that was opened for the input.
func (in *input) Close() error {
	var errs []error
	for i := len(in.close) - 1; i >= 0; i-- {
		errs = append(errs, in.close[i]())
	}
	return errors.Join(errs...)
}

// opened opens a file. Some wait to be opened, as a pipe waits for who writes to it; the context ends that.
func opened[F any](ctx context.Context, open func() (F, error)) (F, error) {
	var file F
	select {
	case err := <-crew.Go(func() (err error) {
		file, err = open()
		return err
	}):
		return file, err
	case <-ctx.Done():
		var none F // the other one may still come
		return none, ctx.Err()
	}
}

// waitless reads from a stream that may never end, such as a terminal or a pipe, and gives up when the context ends.
type waitless struct {
	ctx  context.Context
	from io.Reader
	got  chan waitlessRead
	rest []byte
	err  error
}

type waitlessRead struct {
	data []byte
	err  error
}

func newWaitless(ctx context.Context, from io.Reader) *waitless {
	w := &waitless{ctx: ctx, from: from, got: make(chan waitlessRead, 4)}
	crew.Go(w.pump)
	return w
}

func (w *waitless) pump() error {
	for {
		data := make([]byte, 64<<10)
		n, err := w.readInto(data)
		select {
		case w.got <- waitlessRead{data[:n], err}:
		case <-w.ctx.Done():
			return nil
		}
		if err != nil {
			return nil
		}
	}
}

// readInto reads what has come. A stream that panics has an error.
func (w *waitless) readInto(data []byte) (n int, err error) {
	defer crew.Recover(&err)
	return w.from.Read(data)
}

// within waits until there is something to read, so long at most; false if nothing has come.
func (w *waitless) within(d time.Duration) bool {
	if len(w.rest) > 0 || w.err != nil {
		return true
	}
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case r := <-w.got:
		w.rest, w.err = r.data, r.err
	case <-w.ctx.Done():
		w.err = w.ctx.Err()
	case <-timer.C:
		return false
	}
	return true
}

func (w *waitless) Read(p []byte) (int, error) {
	if len(w.rest) == 0 && w.err == nil {
		select {
		case r := <-w.got:
			w.rest, w.err = r.data, r.err
		case <-w.ctx.Done():
			w.err = w.ctx.Err()
		}
	}
	n := copy(p, w.rest)
	w.rest = w.rest[n:]
	if len(w.rest) > 0 {
		return n, nil
	}
	return n, w.err
}
