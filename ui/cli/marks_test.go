package cli

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/gofrs/flock"

	"onrecord/data"
	"onrecord/model/query"
	"onrecord/ui/nav"
	"onrecord/ui/statements"
)

// writeFile writes a file below a folder, and returns where it is.
func writeFile(t *testing.T, folder, name, text string) string {
	t.Helper()
	path := filepath.Join(folder, name)
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// quotes are statements of some ids, as a table.
func quotes(ids ...string) string {
	table := "id,speaker,date,form,text\n"
	for _, id := range ids {
		table += id + ",Ada,2022-01-01,direct,I say " + id + ".\n"
	}
	return table
}

// read opens collections with the marks that a folder keeps.
func read(t *testing.T, state string, paths ...string) *library {
	t.Helper()
	l := newLibrary(newMarks(state))
	if _, err := l.read(t.Context(), data.Reader{Paths: paths, Stdin: strings.NewReader(quotes("typed"))}); err != nil {
		t.Fatal(err)
	}
	return l
}

func toggle(t *testing.T, l *library, id string, want bool) (lasts string) {
	t.Helper()
	on, lasts, err := l.ToggleMark(t.Context(), id)
	if err != nil || on != want || l.Marked(id) != want {
		t.Fatalf("%s: marked %v, shown as %v, %v", id, on, l.Marked(id), err)
	}
	return lasts
}

// holdsMarks says which statements is:marked finds.
func holdsMarks(t *testing.T, l *library, want ...string) {
	t.Helper()
	a, err := l.Find(t.Context(), statements.Question{Line: "is:marked sort:-date", Limit: 100, Keep: -1})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, row := range a.Rows {
		got = append(got, row.Statement.ID)
	}
	if slices.Sort(got); !slices.Equal(got, want) || a.Count != len(want) {
		t.Errorf("is:marked finds %q, want %q", got, want)
	}
}

func TestFilesOfOneNameHaveTheirOwnMarks(t *testing.T) {
	state, folder := t.TempDir(), t.TempDir()
	one, two := writeFile(t, folder, "one/quotes.csv", quotes("1", "2")), writeFile(t, folder, "two/quotes.csv", quotes("1", "2"))
	toggle(t, read(t, state, one), "1", true)
	holdsMarks(t, read(t, state, two))
	holdsMarks(t, read(t, state, one), "1")
}

// TestAJoinedCollectionHasTheMarksOfItsParts marks in a part and in the whole.
func TestAJoinedCollectionHasTheMarksOfItsParts(t *testing.T) {
	state, folder := t.TempDir(), t.TempDir()
	one, two := writeFile(t, folder, "one/quotes.csv", quotes("1", "2")), writeFile(t, folder, "two/quotes.csv", quotes("3", "4"))
	toggle(t, read(t, state, one), "2", true)
	both := read(t, state, two, one)
	holdsMarks(t, both, "2")
	toggle(t, both, "3", true)
	toggle(t, both, "2", false)
	toggle(t, both, "1", true)
	holdsMarks(t, both, "1", "3")
	holdsMarks(t, read(t, state, one), "1")
	holdsMarks(t, read(t, state, two), "3")
}

// TestAnIDIsMarkedInItsOwnPartOnly joins a file that has lost a marked statement with one that has another of that id.
func TestAnIDIsMarkedInItsOwnPartOnly(t *testing.T) {
	state, folder := t.TempDir(), t.TempDir()
	one := writeFile(t, folder, "one.csv", quotes("1", "2"))
	toggle(t, read(t, state, one), "1", true)
	writeFile(t, folder, "one.csv", quotes("2"))
	both := read(t, state, one, writeFile(t, folder, "two.csv", quotes("1")))
	holdsMarks(t, both)
	if both.Marked("1") {
		t.Error("the statement of the other part is shown as marked")
	}
}

// TestAMarkSetWhileTwoCollectionsAreReadStays marks a statement of the first as soon as it is there.
func TestAMarkSetWhileTwoCollectionsAreReadStays(t *testing.T) {
	state, folder := t.TempDir(), t.TempDir()
	var paths []string
	for _, name := range []string{"a", "b"} {
		writeFile(t, folder, name+"/collection.json", `{"name":"`+name+`"}`)
		writeFile(t, folder, name+"/speakers.jsonl", `{"id":"s","name":"S","kind":"person"}`)
		var lines strings.Builder
		for i := range 5000 {
			fmt.Fprintf(&lines, `{"id":"%s%d","speaker":"s","date":"2022-01-01","form":"direct","text":"Hello."}`+"\n", name, i)
		}
		writeFile(t, folder, name+"/statements.jsonl", lines.String())
		paths = append(paths, filepath.Join(folder, name))
	}
	l := newLibrary(newMarks(state))
	var once sync.Once
	l.tell = func(nav.Grown) { once.Do(func() { toggle(t, l, "a1", true) }) }
	if _, err := l.read(t.Context(), data.Reader{Paths: paths}); err != nil {
		t.Fatal(err)
	}
	holdsMarks(t, l, "a1")
	holdsMarks(t, read(t, state, paths...), "a1")
	holdsMarks(t, read(t, state, paths[0]), "a1")
}

func TestACollectionThatHasBeenMovedKeepsItsMarks(t *testing.T) {
	state, folder := t.TempDir(), t.TempDir()
	text := `{"name": "Mine", "statements": [{"id": "1", "speaker": "Ada", "date": "2022-01-01", "form": "direct", "text": "Well."}]}`
	old := writeFile(t, folder, "old.json", text)
	toggle(t, read(t, state, old), "1", true)
	moved := filepath.Join(folder, "new.json")
	if err := os.Rename(old, moved); err != nil {
		t.Fatal(err)
	}
	holdsMarks(t, read(t, state, moved), "1")
	toggle(t, read(t, state, moved), "1", false)
	holdsMarks(t, read(t, state, moved))
}

// TestMarksOfTheFirstVersionStay opens the embedded collection with marks that were kept by its name.
func TestMarksOfTheFirstVersionStay(t *testing.T) {
	state := t.TempDir()
	const one, other = "macron-2022-02-08-minsk-only-path", "biden-2022-01-19-minor-incursion"
	writeFile(t, state, "marks.json", `{"marks": {"European security crisis, winter 2021–22": ["`+one+`"], "Another": ["x"]}}`)
	l := read(t, state)
	holdsMarks(t, l, one)
	toggle(t, l, other, true)
	toggle(t, l, one, false)
	holdsMarks(t, read(t, state), other)
	if text, err := os.ReadFile(filepath.Join(state, "marks.json")); err != nil || !strings.Contains(string(text), `"Another"`) {
		t.Errorf("the marks of another collection are gone: %s %v", text, err)
	}
}

func TestMarksThatCantBeKeptLastAsLongAsTheProgram(t *testing.T) {
	state := t.TempDir()
	l := read(t, state, "-")
	if lasts := toggle(t, l, "typed", true); !strings.Contains(lasts, "standard input") {
		t.Errorf("a mark on standard input lasts %q", lasts)
	}
	toggle(t, l, "typed", false)
	if left, err := os.ReadDir(state); err != nil || len(left) > 0 {
		t.Errorf("on the disk there is %v, %v", left, err)
	}
	t.Chdir(state)
	l = read(t, "")
	if lasts := toggle(t, l, "macron-2022-02-08-minsk-only-path", true); !strings.Contains(lasts, "HOME") {
		t.Errorf("a mark of who has no home lasts %q", lasts)
	}
	holdsMarks(t, l, "macron-2022-02-08-minsk-only-path")
	if left, err := os.ReadDir("."); err != nil || len(left) > 0 {
		t.Errorf("on the disk there is %v, %v", left, err)
	}
}

// TestManyMarksAtOnce toggles from several sides: what is remembered is what is on the disk, and nothing is toggled by
// what it was before.
func TestManyMarksAtOnce(t *testing.T) {
	state, folder := t.TempDir(), t.TempDir()
	path := writeFile(t, folder, "quotes.csv", quotes("0", "1", "2", "3", "4", "5", "6", "7"))
	l := read(t, state, path)
	var all sync.WaitGroup
	for i := range 24 {
		all.Go(func() {
			if _, _, err := l.ToggleMark(t.Context(), fmt.Sprint(i%8)); err != nil {
				t.Error(err)
			}
		})
	}
	all.Wait()
	want := []string{"0", "1", "2", "3", "4", "5", "6", "7"} // each three times
	holdsMarks(t, l, want...)
	holdsMarks(t, read(t, state, path), want...)
}

func TestALockThatIsHeldIsTold(t *testing.T) {
	state, folder := t.TempDir(), t.TempDir()
	l := read(t, state, writeFile(t, folder, "quotes.csv", quotes("1")))
	if l.marks.patience != 2*time.Second {
		t.Errorf("a change waits for %v", l.marks.patience)
	}
	lock := flock.New(filepath.Join(state, "marks.lock"))
	if err := lock.Lock(); err != nil {
		t.Fatal(err)
	}
	l.marks.patience = 10 * time.Millisecond
	if on, _, err := l.ToggleMark(context.Background(), "1"); on || err == nil || !strings.Contains(err.Error(), lock.Path()) {
		t.Errorf("marked %v, %v", on, err)
	}
	if err := lock.Close(); err != nil {
		t.Fatal(err)
	}
	l.marks.patience = time.Minute
	toggle(t, l, "1", true)
}

// TestMarksThatCantBeReadAreToldOnce opens a joined collection with marks that nobody can read: its statements are there,
// and the file stays as it is.
func TestMarksThatCantBeReadAreToldOnce(t *testing.T) {
	for _, text := range []string{"not json", `{"version": 99}`, ""} {
		state, folder := t.TempDir(), t.TempDir()
		path := writeFile(t, state, "marks.json", text)
		var told []error
		l := newLibrary(newMarks(state))
		l.warn = func(err error) { told = append(told, err) }
		paths := []string{writeFile(t, folder, "one.csv", quotes("1")), writeFile(t, folder, "two.csv", quotes("2"))}
		if _, err := l.read(t.Context(), data.Reader{Paths: paths}); err != nil {
			t.Fatal(err)
		}
		if len(told) != 1 || !strings.Contains(told[0].Error(), path) {
			t.Errorf("%q: told %v", text, told)
		}
		on, _, err := l.ToggleMark(t.Context(), "1")
		if left, _ := os.ReadFile(path); on || err == nil || string(left) != text {
			t.Errorf("%q: marked %v, %v, and now %q", text, on, err, left)
		}
		if a, err := l.Find(t.Context(), statements.Question{Limit: 9, Keep: -1}); err != nil || a.Count != 2 {
			t.Errorf("%q: %d statements, %v", text, a.Count, err)
		}
	}
}

func TestAQueryTellsWhetherItAsksForMarks(t *testing.T) {
	for line, want := range map[string]bool{"is:marked": true, "macron -is:marked": true, "is:": false, "marked": false, "": false} {
		if got := query.Parse(line).AsksMarked(); got != want {
			t.Errorf("%q: %v", line, got)
		}
	}
}
