package data

import (
	"context"
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/klauspost/compress/zstd"

	"onrecord/model"
)

// noEnd reads the same byte again and again.
type noEnd byte

func (e noEnd) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = byte(e)
	}
	return len(p), nil
}

func TestSwollenFilesAreGivenUp(t *testing.T) {
	for _, test := range []struct {
		name   string
		packed int64
		want   error
	}{{"more than anybody writes", MaxUnproved / MaxPacked, errSwollen}, {"well packed", MaxUnproved, nil}} {
		packed := &counter{}
		packed.n.Store(test.packed)
		g := &guard{ctx: t.Context(), from: noEnd('x'), packed: packed}
		n, err := io.CopyN(io.Discard, g, MaxUnproved+1<<20)
		if !errors.Is(err, test.want) || n < MaxUnproved {
			t.Errorf("%s: %v after %d bytes", test.name, err, n)
		}
	}
}

func TestTheEndOfTheContextEndsReading(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	in, err := newInput(ctx, "endless", 0, noEnd('x'))
	if err != nil {
		t.Fatal(err)
	}
	cancel()
	if _, err := io.Copy(io.Discard, in); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
}

// TestTheEndOfTheContextEndsAFileThatIsHeldWhole ends the context when the whole file has been read, but no record.
func TestTheEndOfTheContextEndsAFileThatIsHeldWhole(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	last := iotest.DataErrReader(strings.NewReader(`{"speakers": [{"id": "a", "name": "A"}], "statements": []}`))
	run := &reading{assembler: newAssembler(false), each: func(Update) {}}
	err := run.file(ctx, "a.json", 0, readFunc(func(p []byte) (int, error) {
		n, err := last.Read(p)
		if err != nil {
			cancel()
		}
		return n, err
	}))
	run.show(true)
	if c := run.builder.Collection(); !errors.Is(err, context.Canceled) || len(c.Speakers()) > 0 {
		t.Error(err, c.Speakers())
	}
}

type readFunc func([]byte) (int, error)

func (f readFunc) Read(p []byte) (int, error) { return f(p) }

// TestALineWithoutAnEndIsGivenUp reads a stream that holds one record, and then a line that never ends.
func TestALineWithoutAnEndIsGivenUp(t *testing.T) {
	var last Update
	var problems []Problem
	run := &reading{assembler: newAssembler(false), each: func(u Update) { last, problems = u, append(problems, u.Problems...) }}
	record := `{"id": "a", "speaker": "Ada", "date": "1894-07-26", "form": "direct", "text": "No."}` + "\n"
	err := run.file(t.Context(), "endless", 0, io.MultiReader(strings.NewReader(record), noEnd('x')))
	run.show(true)
	if err != nil || last.Collection.Len() != 1 || last.LeftOut != 1 || len(problems) != 2 {
		t.Fatal(err, last.Counts, problems)
	}
	if got, want := problems[1].String(), "endless:2: error: the record has no end within 256 MB; nothing behind it was read"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// TestAFileThatMustBeHeldWholeIsBounded reads a list that never ends.
func TestAFileThatMustBeHeldWholeIsBounded(t *testing.T) {
	if testing.Short() {
		t.Skip("reads 256 MB")
	}
	run := &reading{assembler: newAssembler(false)}
	err := run.file(t.Context(), "a.json", 0, io.MultiReader(strings.NewReader("["), noEnd(' ')))
	if want := "can't read all of a.json: it has more than 256 MB, which must be held as a whole; write its statements one a line, as .jsonl"; err == nil || err.Error() != want {
		t.Errorf("got %v, want %s", err, want)
	}
}

// TestAWindowIsBounded reads what refers back farther than is kept.
func TestAWindowIsBounded(t *testing.T) {
	packed := func(window int) io.Reader {
		read, write := io.Pipe()
		go func() {
			z, err := zstd.NewWriter(write, zstd.WithWindowSize(window), zstd.WithEncoderConcurrency(1))
			if err == nil {
				_, err = io.CopyN(z, noEnd('\n'), 1<<20)
				err = errors.Join(err, z.Close())
			}
			write.CloseWithError(err)
		}()
		return read
	}
	for _, test := range []struct {
		window int
		want   string
	}{{MaxWindow, ""}, {2 * MaxWindow, "can't read all of lines: it is packed with a window of more than 128 MB; pack it with a smaller one"}} {
		run := &reading{assembler: newAssembler(false), each: func(Update) {}, info: model.Info{}}
		got := ""
		if err := run.file(t.Context(), "lines", 0, packed(test.window)); err != nil {
			got = err.Error()
		}
		if got != test.want {
			t.Errorf("got %s, want %s", got, test.want)
		}
	}
}
