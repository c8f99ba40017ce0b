package data_test

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

	"onrecord/data"
)

var (
	crisis = data.Part{Place: "/quotes/crisis", Name: "Crisis"}
	other  = data.Part{Place: "/quotes/other.csv"}
)

func setMarks(t *testing.T, folder string, p data.Part, on bool, ids ...string) []string {
	t.Helper()
	after, err := data.OpenMarks(folder).Set(t.Context(), p, on, ids...)
	if err != nil {
		t.Fatal(err)
	}
	return after
}

func marksOf(t *testing.T, folder string, p data.Part) []string {
	t.Helper()
	ids, err := data.OpenMarks(folder).Load(p)
	if err != nil {
		t.Fatal(err)
	}
	return ids
}

func TestMarksStay(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "state", "onrecord")
	if ids := marksOf(t, folder, crisis); len(ids) > 0 {
		t.Error(ids)
	}
	setMarks(t, folder, crisis, true, "b", "a", "b")
	setMarks(t, folder, other, true, "c")
	if got := setMarks(t, folder, crisis, false, "b", "x"); !slices.Equal(got, []string{"a"}) {
		t.Error(got)
	}
	if again := marksOf(t, folder, crisis); !slices.Equal(again, []string{"a"}) {
		t.Error(again)
	}
	setMarks(t, folder, crisis, false, "a")
	want := "{\n  \"version\": 2,\n  \"places\": {\n    \"/quotes/other.csv\": {\n      \"ids\": [\n        \"c\"\n      ]\n    }\n  }\n}\n"
	if got := contents(t, filepath.Join(folder, "marks.json")); got != want {
		t.Error(got)
	}
}

// TestMarksAreFoundAgain opens collections whose marks were kept by name in version 1, and some that have been moved.
func TestMarksAreFoundAgain(t *testing.T) {
	here := t.TempDir()
	for _, test := range []struct {
		name, file string
		part       data.Part
		want       []string
	}{
		{"by its own name", `{"marks": {"Crisis": ["b", "a"]}}`, crisis, []string{"a", "b"}},
		{"by its place", `{"marks": {"/quotes/other.csv": ["c"]}}`, other, []string{"c"}},
		{"not by the name of its file", `{"marks": {"other": ["c"]}}`, other, nil},
		{"besides those it has", `{"marks": {"Crisis": ["b"]}, "places": {"/quotes/crisis": {"ids": ["a"]}}}`, crisis, []string{"a", "b"}},
		{"moved", `{"version": 2, "places": {"/gone/crisis": {"name": "Crisis", "ids": ["a"]}}}`, crisis, []string{"a"}},
		{"another of that name", `{"version": 2, "places": {"` + here + `": {"name": "Crisis", "ids": ["a"]}}}`, crisis, nil},
		{"moved, but without a name", `{"version": 2, "places": {"/gone/other.csv": {"ids": ["a"]}}}`, other, nil},
		{"moved to where some are marked", `{"version": 2, "places": {"/gone/crisis": {"name": "Crisis", "ids": ["a"]}, "/quotes/crisis": {"ids": ["b"]}}}`,
			crisis, []string{"a", "b"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			folder := t.TempDir()
			path := filepath.Join(folder, "marks.json")
			if err := os.WriteFile(path, []byte(test.file), 0o600); err != nil {
				t.Fatal(err)
			}
			if got := marksOf(t, folder, test.part); !slices.Equal(got, test.want) || contents(t, path) != test.file {
				t.Errorf("%q marked, in %s", got, contents(t, path))
			}
			setMarks(t, folder, test.part, true, "z")
			if got := setMarks(t, folder, test.part, false, append(test.want, "z")...); len(got) > 0 {
				t.Error(got)
			}
			if got := marksOf(t, folder, test.part); len(got) > 0 {
				t.Errorf("%q are marked again", got)
			}
		})
	}
}

// TestMarksOfTwoProgramsAreNotLost marks from several sides at once.
func TestMarksOfTwoProgramsAreNotLost(t *testing.T) {
	folder := t.TempDir()
	var all sync.WaitGroup
	for program := range 4 {
		all.Go(func() {
			for i := range 10 {
				setMarks(t, folder, crisis, true, fmt.Sprintf("%d-%d", program, i))
			}
		})
	}
	all.Wait()
	if ids := marksOf(t, folder, crisis); len(ids) != 40 {
		t.Error(len(ids))
	}
}

func TestMarksThatCantBeReadAreLeftAlone(t *testing.T) {
	for text, says := range map[string]string{
		`{"marks": {"crisis": ["a"`: "mend or remove it",
		`{"marks": ["a"]}`:          "mend or remove it",
		``:                          "mend or remove it",
		`{"version": 3, "places": [], "new": true}`: "later version",
		`{"version": 3, "places": {}}`:              "later version",
		`{"later": {"x": 1}, "marks": null}`:        "",
	} {
		folder := t.TempDir()
		path := filepath.Join(folder, "marks.json")
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		marks := data.OpenMarks(folder)
		_, loading := marks.Load(crisis)
		_, setting := marks.Set(t.Context(), crisis, true, "b")
		for _, err := range []error{loading, setting} {
			if (err == nil) != (says == "") || err != nil && !strings.Contains(err.Error(), says) {
				t.Errorf("%s: %v", text, err)
			}
		}
		if says != "" && contents(t, path) != text || says == "" && !strings.Contains(contents(t, path), `"later": {`) {
			t.Errorf("%s is now %s", text, contents(t, path))
		}
	}
}

func TestWhatIsNoFileHoldsNoMarks(t *testing.T) {
	for _, name := range []string{"marks.json", "marks.lock"} {
		folder := t.TempDir()
		if err := os.Mkdir(filepath.Join(folder, name), 0o700); err != nil {
			t.Fatal(err)
		}
		_, err := data.OpenMarks(folder).Set(t.Context(), crisis, true, "a")
		if err == nil || strings.Count(err.Error(), name) != 1 || !strings.Contains(err.Error(), "it is a folder") {
			t.Error(err)
		}
	}
}

func TestMarksHaveABound(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "marks.json")
	if err := os.WriteFile(path, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Truncate(path, data.MaxWhole+1); err != nil {
		t.Fatal(err)
	}
	if _, err := data.OpenMarks(folder).Load(crisis); err == nil || !strings.Contains(err.Error(), "more than 256 MB") {
		t.Error(err)
	}
}

func TestMarksWaitForAnotherProgramOnlySoLong(t *testing.T) {
	folder := t.TempDir()
	hold, err := data.HoldMarks(folder)
	if err != nil {
		t.Fatal(err)
	}
	defer hold()
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Millisecond)
	defer cancel()
	_, err = data.OpenMarks(folder).Set(ctx, crisis, true, "a")
	if err == nil || !strings.Contains(err.Error(), "another program holds "+filepath.Join(folder, "marks.lock")) {
		t.Error(err)
	}
}

// TestACollectionHasOnePlace reads collections over different ways, alone and joined.
func TestACollectionHasOnePlace(t *testing.T) {
	root, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	write := func(name, text string) string {
		path := filepath.Join(root, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	one := write("one/quotes.csv", "id,speaker,date,form,text\n1,Ada,2022-01-01,direct,Peace.\n2,Ada,2022-01-02,direct,Now.\n")
	two := write("two/quotes.csv", "id,speaker,date,form,text\n3,Bob,2022-01-01,direct,War.\n")
	write("named/collection.json", `{"name": "Named"}`)
	write("named/speakers.jsonl", `{"id": "eve", "name": "Eve", "kind": "person"}`)
	write("named/statements.jsonl", `{"id": "4", "speaker": "eve", "date": "2022-01-01", "form": "direct", "text": "Well."}`)
	link := filepath.Join(root, "link")
	if err := os.Symlink(filepath.Join(root, "named"), link); err != nil {
		t.Skip(err)
	}
	named := data.Part{Place: filepath.Join(root, "named"), Name: "Named"}
	t.Chdir(root)
	for _, test := range []struct {
		paths []string
		want  []data.Part
	}{
		{[]string{"one/quotes.csv"}, []data.Part{{Place: one}}},
		{[]string{"two/../one/./quotes.csv"}, []data.Part{{Place: one}}},
		{[]string{link + "/"}, []data.Part{named}},
		{[]string{one, "two/quotes.csv", "named"}, []data.Part{named, {Place: one, First: 1}, {Place: two, First: 3}}},
		{[]string{"-", one}, []data.Part{{}, {Place: one, First: 1}}},
	} {
		var last data.Update
		reader := data.Reader{Paths: test.paths, Stdin: strings.NewReader(`{"id": "5", "speaker": "Dan", "date": "2022-01-01", "form": "direct", "text": "Hm."}`)}
		if err := reader.Read(t.Context(), func(u data.Update) { last = u }); err != nil {
			t.Fatal(err)
		}
		if !slices.Equal(last.Parts, test.want) {
			t.Errorf("%q: %+v", test.paths, last.Parts)
		}
		for i, part := range last.Parts {
			if got := data.PartOf(last.Parts, part.First); got != i {
				t.Errorf("%q: statement %d is of part %d, not %d", test.paths, part.First, got, i)
			}
		}
	}
}

func TestWithoutAHomeThereIsNoStateFolder(t *testing.T) {
	t.Setenv("HOME", "")
	t.Setenv("XDG_STATE_HOME", "")
	if got := data.StateFolder(); got != "" {
		t.Error(got)
	}
}
