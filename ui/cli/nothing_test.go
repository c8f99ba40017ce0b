//go:build unix

package cli_test

import (
	"bytes"
	"compress/gzip"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"

	"onrecord/ui/screentest"
)

func TestNothingFoundIsNoDeadEnd(t *testing.T) {
	for _, c := range []struct {
		line  string
		shows []string
		keys  []string
		leads []string
	}{
		{"qxzwv", []string{"0 of 489", "c clears the line and shows all 489."}, []string{"c"}, []string{"489 of 489"}},
		{`"minsk macron"`, []string{"0 of 489", "without the quotation marks", " 2 "}, []string{"down", "enter"}, []string{"❯ minsk macron ", "2 of 489"}},
		{`"macron -minsk"`, []string{"0 of 489", "c clears the line"}, []string{"c"}, []string{"489 of 489"}},
		{`macron "open window"`, []string{"0 of 489", `without "open window"`}, []string{"down", "enter"}, []string{"❯ macron ", "10 of 489"}},
	} {
		t.Run(c.line, func(t *testing.T) {
			t.Parallel()
			terminal := start(t, screentest.Options{Width: 120, Height: 40}, c.line)
			terminal.WaitFor(c.shows...)
			terminal.Keys(c.keys...)
			terminal.WaitFor(c.leads...)
		})
	}
}

func TestTheWayOutIsThatOfTheScreenAndOfTheSearchBox(t *testing.T) {
	terminal := start(t, screentest.Options{Width: 120, Height: 40}, "qxzwv")
	for _, screen := range []string{"1", "2", "3"} {
		terminal.Keys(screen)
		terminal.WaitFor("0 of 489", "c clears the line and shows all 489.")
		terminal.Keys("/")
		terminal.WaitFor("ctrl+u clears the line and shows all 489.")
		terminal.Keys("enter")
	}
	terminal.Keys("/", "ctrl+u")
	terminal.WaitFor("489 of 489")
}

func TestAFileAmongTheWordsIsTold(t *testing.T) {
	folder := t.TempDir()
	for _, name := range []string{"mine.csv", "my own.csv"} {
		path := filepath.Join(folder, name)
		if err := os.WriteFile(path, []byte("id,speaker,date,form,text\n"), 0o600); err != nil {
			t.Fatal(err)
		}
		terminal := start(t, screentest.Options{Width: 300, Height: 40}, path, "grain")
		terminal.WaitFor("0 of 489", path+" is a file; to open it: onrecord --data")
	}
	terminal := start(t, screentest.Options{Width: 120, Height: 40}, "macron", "-n", "3")
	terminal.WaitFor(`-n leaves out the word "n"`)
}

func TestAPartIsNotTakenForTheWhole(t *testing.T) {
	folder := t.TempDir()
	whole, cut, wrong := filepath.Join(folder, "whole.jsonl"), filepath.Join(folder, "cut.jsonl.gz"), filepath.Join(folder, "wrong.jsonl")
	record := `{"id": "a", "speaker": "Ann", "date": "2022-01-20", "form": "direct", "text": "Here I stand.", "source": "Notes"}`
	for path, text := range map[string]string{whole: record, wrong: record[1:], cut: cutGzip(t)} {
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for _, c := range []struct {
		name  string
		args  []string
		count string
		shows [3]string // on each screen
	}{
		{"some of it", []string{"--data", whole, "--data", cut}, "1 of 1, not all could be read",
			[3]string{"Here I stand.", "Nobody takes a position here.", "All statements"}},
		{"nothing of it", []string{"--data", wrong}, "0 of 0, not all could be read",
			[3]string{"No statement could be read.", "1 left out", "The problems (:) say why."}},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			terminal := start(t, screentest.Options{Width: 120, Height: 40}, c.args...)
			for i, screen := range []string{"1", "2", "3"} {
				terminal.Keys(screen)
				terminal.WaitFor(c.count, c.shows[i])
			}
		})
	}
}

// cutGzip returns packed bytes that break off within their only line.
func cutGzip(t *testing.T) string {
	t.Helper()
	line := make([]byte, 300_000)
	random := rand.New(rand.NewPCG(1, 2))
	for i := range line {
		line[i] = byte('a' + random.IntN(26))
	}
	var packed bytes.Buffer
	w := gzip.NewWriter(&packed)
	if _, err := w.Write(line); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return packed.String()[:packed.Len()/2]
}
