//go:build unix

package cli_test

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/charmbracelet/x/term"
	"github.com/creack/pty"

	"onrecord/data"
	"onrecord/model"
	"onrecord/model/generate"
	"onrecord/ui/cli"
	"onrecord/ui/screentest"
)

// TestGrowing opens a stream that pauses: what has come can be searched and browsed, and when more comes, the cursor
// stays on its statement and its line.
func TestGrowing(t *testing.T) {
	stream := filepath.Join(t.TempDir(), "stream.jsonl")
	if err := syscall.Mkfifo(stream, 0o600); err != nil {
		t.Skip("no named pipes here: ", err)
	}
	terminal := start(t, wide, "--data", stream)
	terminal.WaitFor("opening")
	in, err := os.OpenFile(stream, os.O_WRONLY, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()

	say(t, in, 2001, 1, 50)
	terminal.WaitFor("50 of 50 so far, reading", "word number 50")
	terminal.Keys("down", "down")
	terminal.WaitUntil("the cursor on the third statement", func(f screentest.Frame) bool { return under(f) == "word number 48" })
	before := terminal.Frame()

	say(t, in, 2011, 51, 30)
	after := terminal.WaitFor("80 of 80 so far", "word number 50")
	_, was, _ := before.Find("word number 48")
	if _, is, ok := after.Find("word number 48"); !ok || is != was || under(after) != "word number 48" {
		t.Errorf("the statement under the cursor was on line %d and is on line %d; under the cursor is %q", was, is, under(after))
	}

	terminal.Keys("/", "number 17")
	terminal.WaitFor("1 of 80 so far", "word number 17")
	say(t, in, 2021, 81, 3000)
	terminal.WaitFor("1 of 3,080 so far")
	terminal.Keys("ctrl+u", "number 3000")
	terminal.WaitFor("1 of 3,080 so far", "word number 3000")
	terminal.Keys("enter")
	for _, screen := range [][2]string{{"2", "Nobody takes a position here"}, {"3", "All statements"}, {"1", "word number 3000"}} {
		terminal.Keys(screen[0])
		terminal.WaitFor("1 of 3,080 so far, reading", screen[1])
	}
	if err := in.Close(); err != nil {
		t.Fatal(err)
	}
	terminal.WaitFor("1 of 3,080  ·  best first")
	terminal.WaitGone("so far")
}

// say writes n statements with their numbers in them, one a day from the first day of a year on, the last one newest.
func say(tb testing.TB, to io.Writer, year, first, n int) {
	tb.Helper()
	var lines strings.Builder
	day := time.Date(year, 1, 1, 0, 0, 0, 0, time.UTC)
	for i := range n {
		fmt.Fprintf(&lines, `{"id": "s%d", "speaker": "Ada %d", "date": %q, "text": "The word number %d."}`+"\n",
			first+i, (first+i)%7, day.AddDate(0, 0, i).Format(time.DateOnly), first+i)
	}
	if _, err := io.WriteString(to, lines.String()); err != nil {
		tb.Fatal(err)
	}
}

var numbered = regexp.MustCompile(`word number \d+`)

// under is the numbered words of the statement under the cursor of the list.
func under(f screentest.Frame) string {
	for y := range f.Cells {
		_, line, _ := strings.Cut(f.Line(y), "▌")
		if words := numbered.FindString(line); words != "" {
			return words
		}
	}
	return ""
}

// typist types on the terminal of a program in this process, as fast as the program answers, and keeps nothing of what
// it draws.
type typist struct {
	t     *testing.T
	tty   *os.File
	drawn chan struct{}
	ended chan int
}

func newTypist(t *testing.T, args ...string) *typist {
	master, slave, err := pty.Open()
	if err != nil {
		t.Skip("no pseudo-terminals here: ", err)
	}
	if err := pty.Setsize(master, &pty.Winsize{Cols: 120, Rows: 40}); err != nil {
		t.Fatal(err)
	}
	if _, err := term.MakeRaw(slave.Fd()); err != nil {
		t.Fatal(err)
	}
	p := &typist{t: t, tty: master, drawn: make(chan struct{}, 1), ended: make(chan int, 1)}
	go p.read()
	go func() {
		p.ended <- cli.Run(context.Background(), cli.Process{
			Args: args, Stdin: slave, Stdout: slave, Stderr: os.Stderr, Environ: screentest.Environ(),
		})
	}()
	t.Cleanup(func() {
		master.Close()
		slave.Close()
	})
	return p
}

func (p *typist) read() {
	buf := make([]byte, 1<<16)
	for {
		if _, err := p.tty.Read(buf); err != nil {
			return
		}
		select {
		case p.drawn <- struct{}{}:
		default:
		}
	}
}

// press types some keys and waits until the screen changes, as long as one would notice.
func (p *typist) press(keys string) {
	p.t.Helper()
	select {
	case <-p.drawn:
	default:
	}
	if _, err := p.tty.WriteString(keys); err != nil {
		p.t.Fatal(err)
	}
	p.wait()
}

func (p *typist) wait() {
	p.t.Helper()
	select {
	case <-p.drawn:
	case code := <-p.ended:
		p.t.Fatal("the program has ended with exit code ", code)
	case <-time.After(100 * time.Millisecond): // a key that changes nothing, or that takes back what the one before did
	}
}

// round types all lines, two keys at a time, and after each moves, opens, follows and comes back. It returns how many
// keys that was.
func (p *typist) round(lines []string) int {
	const (
		escape      = "\x1b[27u" // as terminals write it that tell it from the beginning of other keys
		enter, wipe = "\r", "\x15"
		up, down    = "\x1b[A", "\x1b[B"
	)
	keys := 0
	for _, line := range lines {
		p.press("/")
		for pair := line; pair != ""; pair = pair[min(2, len(pair)):] {
			p.press(pair[:min(2, len(pair))])
		}
		p.press(down + down + up + enter)
		p.press(escape)
		p.press("/" + wipe)
		p.press(escape)
		keys += len(line) + 9
	}
	return keys
}

// held is what a program holds on to: bytes on the heap, and goroutines.
type held struct{ heap, goroutines int }

// settled measures once all that was begun has come to its end: when the number of goroutines no longer falls.
func settled() held {
	now := held{goroutines: runtime.NumGoroutine()}
	ticker := time.NewTicker(100 * time.Millisecond)
	defer ticker.Stop()
	for calm := 0; calm < 5; calm++ {
		<-ticker.C
		if n := runtime.NumGoroutine(); n < now.goroutines {
			now.goroutines, calm = n, 0
		}
	}
	var memory runtime.MemStats
	runtime.GC()
	runtime.GC()
	runtime.ReadMemStats(&memory)
	now.heap = int(memory.HeapAlloc)
	return now
}

// hour is how many keys somebody presses in an hour who never stops to read: two a second.
const hour = 7200

// TestSoak types for an hour, squeezed into less than a minute; in short mode for some minutes. Memory and goroutines
// must not grow after the first round.
func TestSoak(t *testing.T) {
	path := filepath.Join(t.TempDir(), "many.jsonl")
	lines := writeMany(t, 20_000, path)
	wanted := hour
	if testing.Short() {
		wanted, lines = hour/20, lines[:20]
	}
	p := newTypist(t, "--data", path)
	p.round(lines)
	before := settled()
	keys := 0
	for keys < wanted {
		keys += p.round(lines)
	}
	after := settled()
	t.Logf("after %d keys: %d KB, before %d KB; %d goroutines, before %d", keys, after.heap>>10, before.heap>>10,
		after.goroutines, before.goroutines)
	if after.goroutines > before.goroutines+2 {
		t.Errorf("%d goroutines have become %d", before.goroutines, after.goroutines)
	}
	if after.heap > before.heap+before.heap/10+1<<20 {
		t.Errorf("a heap of %d bytes has become one of %d", before.heap, after.heap)
	}
	if _, err := p.tty.WriteString("\x03"); err != nil {
		t.Fatal(err)
	}
	select {
	case code := <-p.ended:
		if code != 0 {
			t.Errorf("the exit code is %d", code)
		}
	case <-time.After(20 * time.Second):
		t.Error("the program does not end")
	}
}

// writeMany writes n generated statements with names, and returns the lines to type for them.
func writeMany(tb testing.TB, n int, path string) []string {
	tb.Helper()
	c, err := generate.Collection(1, n)
	if err != nil {
		tb.Fatal(err)
	}
	file, err := os.Create(path)
	if err != nil {
		tb.Fatal(err)
	}
	defer file.Close()
	out := bufio.NewWriterSize(file, 1<<20)
	for i := range c.Len() {
		out.Write(append(data.Record(named(c.At(i))), '\n'))
	}
	if err := out.Flush(); err != nil {
		tb.Fatal(err)
	}
	text, err := os.ReadFile("../../testdata/compare/lines.txt")
	if err != nil {
		tb.Fatal(err)
	}
	lastName := func(i int) string {
		words := strings.Fields(strings.ToLower(c.At(i).Speaker.Name))
		return words[len(words)-1]
	}
	topic := strings.ToLower(strings.Fields(c.Topics()[0].Name)[0])
	names := strings.NewReplacer("%1", lastName(n/3), "%2", lastName(n/2), "%3", topic)
	return strings.Split(strings.TrimSpace(names.Replace(string(text))), "\n")
}

// named returns a statement that refers to everything by name, as a file of statements alone does.
func named(s model.Statement) model.Statement {
	s.Speaker = &model.Speaker{ID: s.Speaker.Name}
	if s.Affiliation != nil {
		s.Affiliation, s.OwnAffiliation = &model.Speaker{ID: s.Affiliation.Name}, true
	}
	if s.Source != nil {
		s.Source = &model.Source{ID: s.Source.Title}
	}
	topics := map[*model.Topic]*model.Topic{}
	for i, t := range s.Topics {
		topics[t] = &model.Topic{ID: t.Name}
		s.Topics[i] = topics[t]
	}
	for i, p := range s.Positions {
		s.Positions[i].Topic = topics[p.Topic]
	}
	return s
}
