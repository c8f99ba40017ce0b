//go:build unix

package cli_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/vt"
	"github.com/creack/pty"

	"onrecord/ui/screentest"
)

// scaleSizes are how many statements the benchmarks of growth open, one size after the other.
var scaleSizes = []int{10_000, 100_000, 1_000_000}

// slowKeys lists the keys that take longer.
var slowKeys = flag.Duration("slow-keys", 0, "list the keys that take longer than this")

// BenchmarkOpenAndType opens generated collections in the built program on a terminal of 120 by 40 and types lines key
// by key. It reports, in milliseconds and megabytes: the time from the start of the process to the first screen, to the
// first statements, and until everything can be searched; the most memory while opening, what is held afterwards, and
// how many times these are the size of the words alone (the field "text") and of all strings of the file; and the time
// from a key to the last change of the screen that it leads to.
func BenchmarkOpenAndType(b *testing.B) {
	if testing.Short() {
		b.Skip("takes minutes")
	}
	binary := build(b, "onrecord")
	for _, n := range scaleSizes {
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			path := filepath.Join(b.TempDir(), "many.jsonl")
			lines := writeMany(b, n, path)
			size := sizeOf(b, path)
			var all []keyTime
			for b.Loop() {
				w := watch(b, binary, path)
				b.ReportMetric(milliseconds(w.until("Statements")), "ms/first-screen")
				b.ReportMetric(milliseconds(w.until(" of ")), "ms/first-statements")
				b.ReportMetric(milliseconds(w.untilRead()), "ms/all")
				w.show(w.quiet())
				reportMemory(b, w.cmd.Process.Pid, size)
				for _, line := range lines {
					all = append(all, w.typeLine(line)...)
				}
				w.end()
			}
			reportKeys(b, "answer", all, func(k keyTime) time.Duration { return k.answer })
			reportKeys(b, "last", all, func(k keyTime) time.Duration { return k.last })
			b.ReportMetric(float64(len(all))/float64(b.N), "keys")
			b.ReportMetric(0, "ns/op")
		})
	}
}

func reportKeys(b *testing.B, name string, keys []keyTime, time func(keyTime) time.Duration) {
	times := make([]float64, len(keys))
	for i, key := range keys {
		times[i] = milliseconds(time(key))
	}
	slices.Sort(times)
	b.ReportMetric(times[len(times)/2], "ms/"+name+"-median")
	b.ReportMetric(times[len(times)*99/100], "ms/"+name+"-p99")
	b.ReportMetric(times[len(times)-1], "ms/"+name+"-worst")
}

// watched is a program on a pseudo-terminal, of which only the time and the text of every write is kept.
type watched struct {
	tb     testing.TB
	cmd    *exec.Cmd
	began  time.Time
	tty    *os.File
	writes chan write
	seen   []byte
	screen *vt.Emulator // plays what was written, when there is time for it
}

type write struct {
	at   time.Time
	text []byte
}

func watch(tb testing.TB, binary, path string) *watched {
	tb.Helper()
	cmd := exec.Command(binary, "--data", path)
	cmd.Env = screentest.Environ("PATH=", "HOME="+tb.TempDir())
	w := &watched{tb: tb, cmd: cmd, began: time.Now(), writes: make(chan write, 4096), screen: vt.NewEmulator(120, 40)}
	go io.Copy(io.Discard, w.screen)
	var err error
	if w.tty, err = pty.StartWithSize(cmd, &pty.Winsize{Cols: 120, Rows: 40}); err != nil {
		tb.Fatal(err)
	}
	go w.read()
	return w
}

// read notes what is written, and answers what is asked.
func (w *watched) read() {
	defer close(w.writes)
	for {
		buf := make([]byte, 1<<16)
		n, err := w.tty.Read(buf)
		if err != nil {
			return
		}
		w.writes <- write{time.Now(), buf[:n]}
		answer(w.tty, buf[:n])
	}
}

// until waits for a text, and returns how long after the start of the program it came.
func (w *watched) until(text string) time.Duration {
	w.tb.Helper()
	return w.untilTrue("the text "+text, func(seen []byte) bool { return bytes.Contains(seen, []byte(text)) })
}

// untilRead waits until the whole collection can be searched: the count no longer says "so far".
func (w *watched) untilRead() time.Duration {
	w.tb.Helper()
	return w.untilTrue("the end of the reading", func(seen []byte) bool {
		return bytes.LastIndex(seen, []byte("newest first")) > bytes.LastIndex(seen, []byte("read"))
	})
}

func (w *watched) untilTrue(what string, ok func([]byte) bool) time.Duration {
	w.tb.Helper()
	deadline := time.After(2 * time.Minute)
	at := time.Now()
	for !ok(w.seen) {
		select {
		case one, running := <-w.writes:
			if !running {
				w.tb.Fatalf("the program ended before %s came", what)
			}
			at, w.seen = one.at, append(w.seen, one.text...)
			w.screen.Write(one.text)
		case <-deadline:
			w.tb.Fatalf("waited in vain for %s", what)
		}
	}
	return at.Sub(w.began)
}

// stillness is how long nothing is written before the screen counts as complete.
const stillness = 120 * time.Millisecond

// afterKey waits for what a key leads to, however long the first of it takes.
func (w *watched) afterKey() []write {
	select {
	case one, running := <-w.writes:
		if !running {
			w.tb.Fatal("the program has ended")
		}
		return w.quiet(one)
	case <-time.After(10 * time.Second):
		w.tb.Fatal("a key has changed nothing")
	}
	return nil
}

// quiet waits until nothing has been written for a while, and returns what was, behind what was written before.
func (w *watched) quiet(writes ...write) []write {
	for {
		select {
		case one, running := <-w.writes:
			if !running {
				w.tb.Fatal("the program has ended")
			}
			writes = append(writes, one)
		case <-time.After(stillness):
			return writes
		}
	}
}

// keyTime is how long a key took: to the frame with the whole answer, and to the last change of the screen, when the
// neighbours of the selected statement and the completions have come, too.
type keyTime struct{ answer, last time.Duration }

// typeLine opens the search box, types a line, and returns how long each key took; then it clears the line.
func (w *watched) typeLine(line string) []keyTime {
	w.press("/")
	w.show(w.quiet())
	var keys []keyTime
	for i, key := range line {
		began := time.Now()
		w.press(string(key))
		took := w.timesOf(w.afterKey(), began)
		keys = append(keys, took)
		if *slowKeys > 0 && took.answer > *slowKeys {
			fmt.Fprintf(os.Stderr, "%8.1f %8.1f ms  %s\n", milliseconds(took.answer), milliseconds(took.last), line[:i+len(string(key))])
		}
	}
	w.press("\x15")
	w.show(w.quiet())
	w.press("\x1b")
	w.show(w.quiet())
	return keys
}

// timesOf plays what was written on a screen, and looks after which write the answer stood on it as it does at the end.
func (w *watched) timesOf(writes []write, began time.Time) keyTime {
	answers := make([]string, len(writes))
	for i, one := range writes {
		w.screen.Write(one.text)
		answers[i] = w.answer()
	}
	complete := len(writes) - 1
	for complete > 0 && answers[complete-1] == answers[complete] {
		complete--
	}
	return keyTime{writes[complete].at.Sub(began), writes[len(writes)-1].at.Sub(began)}
}

func (w *watched) show(writes []write) {
	for _, one := range writes {
		w.screen.Write(one.text)
	}
}

// answer is what the screen shows of the answer: everything but the completions below the search box, the detail below
// its first lines, and the last line, from which a note goes by itself.
func (w *watched) answer() string {
	var b strings.Builder
	for y := range w.screen.Height() {
		for x := range w.screen.Width() {
			if y == completionsRow || y == footerRow || y > detailHead && x >= detailColumn {
				continue
			}
			if c := w.screen.CellAt(x, y); c != nil {
				b.WriteString(c.Content)
			}
		}
	}
	return b.String()
}

// Where things stand on a screen of 120 by 40.
const (
	completionsRow = 2
	detailHead     = 8
	detailColumn   = 77
	footerRow      = 39
)

func (w *watched) press(key string) {
	if _, err := w.tty.WriteString(key); err != nil {
		w.tb.Fatal(err)
	}
}

func (w *watched) end() {
	w.cmd.Process.Kill()
	w.cmd.Wait()
	w.tty.Close()
}

// fileSize is how many bytes the strings of a file of statements have: the words alone, and all of them.
type fileSize struct{ words, strings float64 }

func sizeOf(b *testing.B, path string) fileSize {
	b.Helper()
	file, err := os.Open(path)
	if err != nil {
		b.Fatal(err)
	}
	defer file.Close()
	var size fileSize
	for decoder := json.NewDecoder(file); decoder.More(); {
		var record map[string]any
		if err := decoder.Decode(&record); err != nil {
			b.Fatal(err)
		}
		text, _ := record["text"].(string)
		size.words += float64(len(text))
		size.strings += lengthOf(record)
	}
	return size
}

// lengthOf returns how many bytes the strings of a value have, without the names of fields.
func lengthOf(value any) float64 {
	length := 0.0
	switch value := value.(type) {
	case string:
		return float64(len(value))
	case []any:
		for _, item := range value {
			length += lengthOf(item)
		}
	case map[string]any:
		for _, item := range value {
			length += lengthOf(item)
		}
	}
	return length
}

// reportMemory reports how much memory a process has had at most, and has now, where the system tells.
func reportMemory(b *testing.B, pid int, size fileSize) {
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	if err != nil {
		return
	}
	for _, line := range strings.Split(string(status), "\n") {
		name, rest, _ := strings.Cut(line, ":")
		kilobytes, _ := strconv.ParseFloat(strings.TrimSuffix(strings.TrimSpace(rest), " kB"), 64)
		what := map[string]string{"VmHWM": "most", "VmRSS": "held"}[name]
		if what == "" {
			continue
		}
		b.ReportMetric(kilobytes*1024/1e6, "MB/"+what)
		b.ReportMetric(kilobytes*1024/size.words, "x-words/"+what)
		b.ReportMetric(kilobytes*1024/size.strings, "x-strings/"+what)
	}
}
