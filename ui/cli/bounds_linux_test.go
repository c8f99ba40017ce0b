package cli_test

import (
	"bytes"
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/klauspost/compress/gzip"
)

// mostMemory is how much of the machine any file may cost, in bytes: what a .json file that is held as a whole takes twice.
const mostMemory = 450 << 20

// swollen packs a text of which the middle stands there so many times.
func swollen(t *testing.T, path, begin, middle string, times int, end string) {
	t.Helper()
	packed := func(text string) []byte {
		var b bytes.Buffer
		w := gzip.NewWriter(&b)
		if _, err := w.Write([]byte(text)); err != nil || w.Close() != nil {
			t.Fatal(err)
		}
		return b.Bytes()
	}
	// What is packed in parts is read as one.
	all := append(packed(begin), bytes.Repeat(packed(middle), times)...)
	if err := os.WriteFile(path, append(all, packed(end)...), 0o600); err != nil {
		t.Fatal(err)
	}
}

// TestNoFileEatsTheMachine opens files that swell, or in which everything is wrong, and looks at the memory that it took.
func TestNoFileEatsTheMachine(t *testing.T) {
	if testing.Short() {
		t.Skip("unpacks some gigabytes")
	}
	const record = `{"id": "a", "speaker": "Ada", "date": "1894-07-26", "form": "direct", "text": "No."}` + "\n"
	const header = "id,speaker,date,form,text\n"
	const mega = 1 << 20
	binary := build(t, "onrecord")
	for _, test := range []struct {
		file, begin, middle string
		times               int
		end, want           string
	}{
		{"line.jsonl.gz", record, strings.Repeat("x", 16*mega), 64, "\n" + record, "unpacked it has more than 250 times its size"},
		{"long.jsonl.gz", record, strings.Repeat("x", 16*mega), 4, "\n", "longer than 16 MB; a record must fit into that"},
		{"cell.csv.gz", header + "a,Ada,1894-07-26,direct,\"", strings.Repeat("x", 16*mega), 64, "\"\n", "the record has no end within 256 MB"},
		{"header.csv.gz", "id,", strings.Repeat("x", 16*mega), 64, "\n", "longer than 16 MB; a record must fit into that"},
		{"columns.csv.gz", header, strings.Repeat(",", 4*mega), 3, "\n", "no problems"},
		{"blank.json.gz", "[", strings.Repeat(" ", 16*mega), 64, "]", "it has more than 256 MB, which must be held as a whole"},
		{"numbers.json.gz", "[1", strings.Repeat(",1", 2*mega), 4, "]", "more than 2000000 statements"},
		{"fields.json.gz", `{"statements": []`, strings.Repeat(`,"a":1`, mega), 30, "}", "too much is wrong with the file; nothing from here on was read"},
		{"twice.json.gz", `{"statements": []`, strings.Repeat(`,"statements":1`, mega), 16, "}", "statements stand twice in the file; keep one list"},
		{"deep.json.gz", `[{"id":`, strings.Repeat(`[`, 8*mega), 8, "", "longer than 16 MB; a record must fit into that"},
		{"unclosed.json.gz", "[", strings.Repeat(`{"id":"a","b":[`, mega), 4, "", "too much is wrong with the file; nothing from here on was read"},
		{"quotes.json.gz", "[", strings.Repeat(`{"id":"a,`, mega), 8, "", "too much is wrong with the file; nothing from here on was read"},
		{"breaks.jsonl.gz", record, strings.Repeat("\n", 10*mega), 2, record, "1 record left out"},
		{"wrong.jsonl.gz", record, strings.Repeat("x\n", mega), 1, "", "1,048,576 records left out"},
		{"same.jsonl.gz", record, strings.Repeat(record, 100_000), 5, "", "500,000 records left out"},
	} {
		t.Run(test.file, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), test.file)
			swollen(t, path, test.begin, test.middle, test.times, test.end)
			runsInBounds(t, test.want, binary, "check", path)
		})
	}
	t.Run("speakers.jsonl.gz", func(t *testing.T) {
		dir := t.TempDir()
		for name, text := range map[string]string{"collection.json": `{"name": "n"}`, "statements.jsonl": "", "topics.jsonl": "", "sources.jsonl": ""} {
			if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		swollen(t, filepath.Join(dir, "speakers.jsonl.gz"), "", strings.Repeat("x", 16*mega), 64, "")
		runsInBounds(t, "the record has no end within 256 MB", binary, "check", dir)
	})
	t.Run("a device", func(t *testing.T) {
		runsInBounds(t, "can't read /dev/zero: it is no text", binary, "check", "/dev/zero")
	})
}

// runsInBounds runs the program, and looks at what it says, how it ends and how much memory it has taken at most.
func runsInBounds(t *testing.T, want string, binary string, args ...string) {
	t.Helper()
	ctx, stop := context.WithTimeout(t.Context(), 2*time.Minute) // for one that never ends
	defer stop()
	// The shell keeps one that breaks its bounds from eating the machine.
	cmd := exec.CommandContext(ctx, "sh", append([]string{"-c", `ulimit -v 8000000; exec "$0" "$@"`, binary}, args...)...)
	out := &ends{}
	cmd.Stdout, cmd.Stderr = out, out
	var exit *exec.ExitError
	if err := cmd.Run(); err != nil && !errors.As(err, &exit) || ctx.Err() != nil {
		t.Fatal(err)
	}
	text := out.String()
	if !strings.Contains(text, want) || strings.Contains(text, "goroutine") {
		t.Errorf("it says\n%.2000s\nwhere %q is expected", text, want)
	}
	usage, ok := cmd.ProcessState.SysUsage().(*syscall.Rusage)
	if !ok {
		t.Fatal("the system does not tell what it took")
	}
	if peak := usage.Maxrss << 10; peak > mostMemory {
		t.Errorf("it took %d MB, more than %d", peak>>20, mostMemory>>20)
	}
}

// ends keeps the beginning and the end of what is written.
type ends struct{ first, last []byte }

// kept is how much of each end is kept.
const kept = 4 << 10

func (e *ends) Write(p []byte) (int, error) {
	if room := kept - len(e.first); room > 0 {
		e.first = append(e.first, p[:min(room, len(p))]...)
	}
	e.last = append(e.last, p...)
	if extra := len(e.last) - kept; extra > 0 {
		e.last = append(e.last[:0], e.last[extra:]...)
	}
	return len(p), nil
}

func (e *ends) String() string { return string(e.first) + "\n…\n" + string(e.last) }
