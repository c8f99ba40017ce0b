package cli

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"onrecord/data"
	"onrecord/model/position"
	"onrecord/ui/line"
	"onrecord/ui/positions"
	"onrecord/ui/screentest"
)

// opened is the embedded collection, as the screen gets it, with a folder to save in.
func opened(t *testing.T) stands {
	t.Helper()
	lib := newLibrary(newMarks(t.TempDir()))
	if _, err := lib.read(t.Context(), data.Reader{}); err != nil {
		t.Fatal(err)
	}
	return stands{lib, t.TempDir()}
}

func shown(t *testing.T, l stands, line string) positions.Sheet {
	t.Helper()
	a, err := l.Stand(t.Context(), line)
	if err != nil {
		t.Fatal(err)
	}
	return positions.Sheet{Answer: a, Rows: a.Matrix.Ordered(position.ByName)}
}

// TestSavingWritesWhatTheCommandPrints saves in every format, and holds the files against what the command line prints.
func TestSavingWritesWhatTheCommandPrints(t *testing.T) {
	l := opened(t)
	for format, name := range map[positions.Format]string{
		positions.Table: "onrecord-positions.txt", positions.CSV: "onrecord-positions.csv", positions.JSON: "onrecord-positions.json",
		positions.Markdown: "onrecord-positions.md", positions.HTML: "onrecord-positions.html",
	} {
		sheet := shown(t, l, "for:canada,russia topic:weapons")
		sheet.Format = format
		told, err := l.Export(t.Context(), sheet)
		if err != nil || !strings.Contains(told, name+", ") || !strings.HasSuffix(told, " KB") && !strings.HasSuffix(told, " bytes") {
			t.Errorf("%s: told %q, %v", format, told, err)
		}
		saved, err := os.ReadFile(filepath.Join(l.folder, name))
		if err != nil {
			t.Fatal(err)
		}
		var out strings.Builder
		Run(context.Background(), Process{
			Args:   []string{"positions", "--order", "name", "--format", string(format), "for:canada,russia topic:weapons"},
			Stdout: &out, Stderr: os.Stderr, Environ: []string{"NO_COLOR=1"},
		})
		printed := strings.NewReplacer(`"order": "name"`, `"order": "shown"`, " · by name", "").Replace(out.String())
		if string(saved) != printed {
			t.Errorf("%s: saved\n%s\nand printed\n%s", format, saved, printed)
		}
	}
}

// TestSavingWritesTheViewThatIsShown saves a topic and what moved as a table for reading.
func TestSavingWritesTheViewThatIsShown(t *testing.T) {
	l := opened(t)
	topic := shown(t, l, "for:canada,russia")
	shifts, err := topic.Answer.Matrix.Shifts(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	moved := positions.Sheet{Answer: topic.Answer, Moved: true, Shifts: shifts}
	topic.Topic = shifts[0].Column
	for _, test := range []struct {
		sheet positions.Sheet
		name  string
		holds []string
		lacks []string
	}{
		{topic, "onrecord-topic.txt", []string{"Minsk and Normandy: The Minsk", "2 actors  ·  1 topic", "Russia "}, []string{"Weapons for Ukraine"}},
		{moved, "onrecord-shifts.txt", []string{"Russia on Minsk and Normandy  22 February 2022  ● supports → ○ opposes", "2 shifts"}, []string{"2 actors"}},
	} {
		test.sheet.Format = positions.Table
		if _, err := l.Export(t.Context(), test.sheet); err != nil {
			t.Fatal(err)
		}
		saved, err := os.ReadFile(filepath.Join(l.folder, test.name))
		if err != nil {
			t.Fatal(err)
		}
		screentest.Shows(t, string(saved), test.holds...)
		screentest.Hides(t, string(saved), test.lacks...)
	}
}

func TestSavingNeverOverwrites(t *testing.T) {
	l := opened(t)
	sheet := shown(t, l, "for:us,russia")
	sheet.Format, sheet.Compared = positions.CSV, true
	for _, want := range []string{"onrecord-comparison.csv", "onrecord-comparison-2.csv"} {
		told, err := l.Export(t.Context(), sheet)
		if err != nil || !strings.Contains(told, want+", ") {
			t.Errorf("told %q, %v", told, err)
		}
		if err := os.WriteFile(filepath.Join(l.folder, want), []byte("mine"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if text, err := os.ReadFile(filepath.Join(l.folder, "onrecord-comparison.csv")); err != nil || string(text) != "mine" {
		t.Errorf("the file of somebody else holds %q", text)
	}
}

func TestSavingSaysWhyItCant(t *testing.T) {
	l := opened(t)
	l.folder = filepath.Join(l.folder, "gone")
	sheet := shown(t, l, "nato")
	sheet.Format = positions.HTML
	told, err := l.Export(t.Context(), sheet)
	if told != "" || err == nil || !strings.HasSuffix(err.Error(), "onrecord-positions.html: its folder does not exist") {
		t.Errorf("told %q, %v", told, err)
	}
}

// TestSavingWhileReadingSaysSo saves what has been read so far.
func TestSavingWhileReadingSaysSo(t *testing.T) {
	l := opened(t)
	sheet := shown(t, l, "for:us")
	sheet.Answer.Reading = &line.Progress{Done: 0.4}
	for format, want := range map[positions.Format]string{
		positions.Table: "40% of it had", positions.JSON: `"read":0.4`, positions.Markdown: "40% of it had", positions.HTML: "40% of it had",
	} {
		sheet.Format = format
		if _, err := l.Export(t.Context(), sheet); err != nil {
			t.Fatal(err)
		}
		text, err := os.ReadFile(filepath.Join(l.folder, "onrecord-positions"+extension(format)))
		if err != nil || !strings.Contains(string(text), want) {
			t.Errorf("%s does not say %q, %v", format, want, err)
		}
	}
}
