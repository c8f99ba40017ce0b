package data_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"onrecord/data"
)

// shelfFiles is a small collection in the folder form.
func shelfFiles() map[string]string {
	return map[string]string{
		"collection.json": `{"name": "Shelf", "version": "1"}`,
		"speakers.jsonl": `{"id": "ruritania", "name": "Ruritania", "kind": "state"}
{"id": "rassendyll", "name": "Rudolf Rassendyll", "kind": "person", "affiliation": "ruritania"}
`,
		"topics.jsonl":  `{"id": "peace", "name": "Peace"}` + "\n" + `{"id": "trade", "name": "Trade"}` + "\n",
		"sources.jsonl": `{"id": "gazette", "title": "Gazette", "date": "1894-07-27", "url": "https://gazette.example/1"}` + "\n",
		"statements.jsonl": `{"id": "s1", "speaker": "rassendyll", "date": "1894-07-26", "form": "direct", "text": "If I am not the King.", ` +
			`"source": "gazette", "topics": ["peace"], "stances": [{"topic": "peace", "stance": "support"}]}` + "\n",
	}
}

// inFolder writes the shelf with some files changed, and returns its path.
func inFolder(t testing.TB, changed map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	files := shelfFiles()
	for name, text := range changed {
		files[name] = text
	}
	for name, text := range files {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// checked returns the lines that a check of paths tells, without the folder that they lie in.
func checked(t testing.TB, dir string, paths ...string) (string, data.Summary) {
	t.Helper()
	problems, sum, err := data.Check(t.Context(), paths...)
	if err != nil {
		t.Fatal(err)
	}
	var told strings.Builder
	for _, p := range problems {
		told.WriteString(strings.ReplaceAll(p.String(), dir+"/", "") + "\n")
	}
	return told.String(), sum
}

func TestCheckFindsNothingInAGoodCollection(t *testing.T) {
	dir := inFolder(t, nil)
	told, sum := checked(t, dir, dir)
	want := data.Summary{Statements: 1, Speakers: 2, Topics: 2, Sources: 1}
	if told != "" || sum != want {
		t.Errorf("told %q, counted %+v", told, sum)
	}
}

// TestCheckTellsWhatIsWrongWithAStatement shows one record after the other to the check; $ stands for fields that are
// right.
func TestCheckTellsWhatIsWrongWithAStatement(t *testing.T) {
	const right = `"id": "s2", "speaker": "rassendyll", "date": "1894-07-26", "form": "direct", "text": "No."`
	for _, test := range []struct{ record, want string }{
		{`{$}`, ``},
		{`{$,}`, `not JSON: invalid character ',' at start of value at column 92`},
		{`{"id": "s2", "speaker`, `not JSON: it ends in the middle`},
		{`{$} {$}`, `more text after the object; write each record on a line of its own`},
		{`["s2"]`, `not an object; a record is written as {"id": …}`},
		{`{"id": "s2"`, `not JSON: it ends in the middle`},
		{"{$, \"venue\": \"\x80\"}", `not UTF-8 at column 104; save the file as UTF-8`},
		{"{$, \"venue\": \"a\x01b\"}", `not JSON: invalid character '\x01' in string (expecting non-control character) at column 105`},
		{`{}`, `id: missing; it must be the same whenever the collection is read
speaker: missing; say who said it
date: missing; say when it was said
text: missing; write the words`},
		{`{"id": "", "speaker": " ", "date": "", "text": null, "form": "direct"}`, `id: empty; it must be the same whenever the collection is read
speaker: empty; say who said it
date: empty; say when it was said
text: missing; write the words`},
		{`{"id": 7, "speaker": ["rassendyll"], "date": 1894, "text": {}, "form": true}`, `note: id: a number; taken as it is written
speaker: an array, where a string is expected
note: date: a number; taken as it is written
date: "1894" is not a date; write it as 2022-01-26
text: an object, where a string is expected
warning: form: true or false, where a string is expected`},
		{`{$, "venue": "\ud800"}`, `warning: venue: holds one half of a \u pair, which is no character`},
		{`{$, "venue": "Strelsau", "venue": "Zenda"}`, `warning: venue: stands twice in the record; keep one`},
		{`{$, ` + manyFields(200) + `, "z0107": 1}`, `warning: z0107: stands twice in the record; keep one`},
		{`{$, "date": "1894-07-26"}`, `warning: date: stands twice in the record; keep one`},
		{`{"id": "s2", "speaker": "rassendyll", "date": "2022-02-30", "form": "direct", "text": "No."}`, `date: "2022-02-30" is no day of the calendar; February 2022 has 28 days`},
		{`{"id": "s2", "speaker": "rassendyll", "date": "26.1.2022", "form": "direct", "text": "No."}`, `date: "26.1.2022" is not written as year-month-day; did you mean "2022-01-26"?`},
		{`{"id": "s2", "speaker": "rassendyll", "date": "2022-13-01", "form": "direct", "text": "No."}`, `date: "2022-13-01" is not a date; write it as 2022-01-26`},
		{`{"id": "s2", "speaker": "rassendyll", "date": "yesterday", "form": "direct", "text": "No."}`, `date: "yesterday" is not a date; write it as 2022-01-26`},
		{`{"id": "s2", "speaker": "rassendyl", "date": "1894-07-26", "form": "Direct", "text": "No."}`, `speaker: there is no speaker "rassendyl"; did you mean "rassendyll"?`},
		{`{"id": "s2", "speaker": "rassendyl", "date": "1894-07-26", "form": "direct", "text": "No."}`, `speaker: there is no speaker "rassendyl"; did you mean "rassendyll"?`},
		{`{"id": "s2", "speaker": "sapt", "date": "1894-07-26", "form": "verbatim", "text": "No."}`, `warning: form: "verbatim" is not a form; it is one of direct, mixed, indirect (taken as indirect)
speaker: there is no speaker "sapt"; describe it in the collection`},
		{`{"id": "s2", "speaker": "sapt", "date": "1894-07-26", "form": "direct", "text": "No."}`, `speaker: there is no speaker "sapt"; describe it in the collection`},
		{`{$, "affiliation": "ruritanja"}`, `affiliation: there is no speaker "ruritanja"; did you mean "ruritania"?`},
		{`{$, "affiliation": "rassendyll"}`, `note: affiliation: "rassendyll" is a person; name the state or organization`},
		{`{$, "source": "gazete"}`, `warning: source: there is no source "gazete"; did you mean "gazette"? (shown by its id)`},
		{`{$, "topics": ["trad"]}`, `warning: topics: there is no topic "trad"; did you mean "trade"? (shown by its id)`},
		{`{$, "topics": "trade"}`, `warning: topics: a string, where an array of strings is expected; taken for its only element`},
		{`{$, "topics": [true]}`, `warning: topics: holds true or false, where strings are expected`},
		{`{$, "topics": {"trade": 1}}`, `warning: topics: an object, where an array of strings is expected`},
		{`{$, "venue": 7}`, `note: venue: a number; taken as it is written`},
		{`{$, "affiliation": ["ruritania"]}`, `affiliation: an array, where a string is expected`},
		{`{$, "text": "Yes."}`, `text: stands twice in the record; keep one`},
		{`{"id": "s2", "speaker": "rassendyll", "date": "0000-07-26", "form": "direct", "text": "No."}`, `date: "0000-07-26" is in the year 0, which no calendar has`},
		{`{$, "` + strings.Repeat("n", 1<<20) + `": 1, "` + strings.Repeat("n", 1<<20) + `": 1}`,
			`warning: ` + strings.Repeat("n", 60) + `… (cut from 1048576 bytes): stands twice in the record; keep one`},
		{`{$, "topics": ["trade", "trade"]}`, `warning: topics: "trade" is given twice; keep one`},
		{`{$, "topics": [` + strings.Repeat(`"trade", `, data.MaxTopics) + `"peace"]}`, `topics: 257 topics or stances; a statement can have 256 at most`},
		{`{$, "topics": ["trade"], "stances": [` + strings.Repeat(`{"topic": "trade", "stance": "support"}, `, data.MaxTopics) + `{"topic": "trade", "stance": "support"}]}`,
			`topics: 257 topics or stances; a statement can have 256 at most`},
		{`{$, "topics": ["trade"], "stances": [{"topic": "peace", "stance": "support"}]}`, `note: stances: a stance on "peace", which is not among the topics; taken for one of them`},
		{`{$, "topics": ["peace"], "stances": [{"topic": "peace", "stance": "suport"}]}`, `warning: stances: "suport" is not a stance; did you mean "support"?`},
		{`{$, "topics": ["peace"], "stances": [{"topic": "peace"}]}`, `warning: stances: a stance needs its topic and one of support, oppose, conditional, neutral`},
		{`{$, "topics": ["peace"], "stances": ["support"]}`, `warning: stances: not an object; a record is written as {"id": …}`},
		{`{$, "topics": ["peace"], "stances": [{"topic": "peace", "stance": "support"}, {"topic": "peace", "stance": "oppose"}]}`, `warning: stances: two stances on "peace"; none is used, keep one`},
		{`{$, "topics": ["peace"], "stances": [{"topic": "peace", "stance": "Support"}, {"topic": "trade", "stance": "against"}]}`, `note: stances: "against" is taken for oppose
note: stances: a stance on "trade", which is not among the topics; taken for one of them`},
		{`{$, "medium": "writen"}`, `warning: medium: "writen" is not a medium; did you mean "written"?`},
		{`{$, "vennue": "Strelsau"}`, `note: vennue: not a field that is known, kept as it is; did you mean "venue"?`},
		{`{$, "mood": "calm"}`, ``},
		{`{$, "lang": "en", "original_lang": "en"}`, `note: original_lang: the same as lang; leave it out if the words are no translation`},
		{`{"id": "s2", "speaker": "rassendyll", "date": "1894-07-28", "form": "direct", "text": "No.", "source": "gazette"}`,
			`note: date: 1894-07-28 is after the date of its source, 1894-07-27; one of them can't be right`},
		{`{"id": "s2", "speaker": "rassendyll", "date": "1894-07-26", "text": "No."}`,
			`note: form: missing; shown as indirect, because only direct and mixed hold the speaker's own words`},
		{`{"id": "s1", "speaker": "rassendyll", "date": "1894-07-26", "form": "direct", "text": "No."}`, `id: "s1" is taken by statements.jsonl:1; give each statement its own`},
	} {
		record := strings.ReplaceAll(test.record, "$", right)
		dir := inFolder(t, map[string]string{"statements.jsonl": shelfFiles()["statements.jsonl"] + "\n" + record + "\n"})
		want := ""
		for line := range strings.Lines(test.want) {
			want += "statements.jsonl:3: " + graded(strings.TrimSuffix(line, "\n")) + "\n"
		}
		got, sum := checked(t, dir, dir)
		if got != want {
			t.Errorf("%s\n got %swant %s", record, got, want)
		}
		if usable := sum.Errors == 0; usable != (sum.Statements == 2) || usable != (sum.LeftOut == 0) {
			t.Errorf("%s: counted %+v", record, sum)
		}
	}
}

func TestCheckTellsWhatIsWrongWithOtherRecords(t *testing.T) {
	statements := shelfFiles()["statements.jsonl"]
	for _, test := range []struct{ name, file, text, want string }{
		{"a speaker for nobody", "speakers.jsonl", `{"id": "ruritania", "name": "Ruritania", "kind": "stat"}
{"id": "rassendyll", "name": "", "affiliation": "ruritania"}
{"id": "sapt", "name": "Sapt", "affiliation": "ruritania"}
{"id": "sapt", "name": "Colonel Sapt"}
`, `speakers.jsonl:1: warning: kind: "stat" is not a kind of speaker; did you mean "state"? (taken as person)
speakers.jsonl:2: warning: name: missing; shown by its id, write the full name
speakers.jsonl:4: error: id: "sapt" is taken by speakers.jsonl:3; give each speaker its own
`},
		{"in turn", "speakers.jsonl", `{"id": "rassendyll", "name": "R", "affiliation": "rassendyll"}
{"id": "a", "name": "A", "affiliation": "b"}
{"id": "b", "name": "B", "affiliation": "a"}
`, `speakers.jsonl:1: warning: affiliation: the speaker itself; name the state or organization, or leave the field out
speakers.jsonl:3: warning: affiliation: "a" speaks for "b" in turn; one of them can't
`},
		{"twice", "topics.jsonl", `{"id": "peace", "name": "Peace", "aliases": "truce"}
{"id": "trade", "name": "Trade"}
{"id": "trade", "name": "Commerce"}
`, `topics.jsonl:1: warning: aliases: a string, where an array of strings is expected; taken for its only element
topics.jsonl:3: error: id: "trade" is taken by topics.jsonl:2; give each topic its own
`},
		{"a source that is odd", "sources.jsonl", `{"id": "gazette", "title": "Gazette", "date": "1894-07", "url": "javascript:alert(1)"}
{"id": "herald", "title": "Herald", "url": "javascript:alert(1)"}
`, `sources.jsonl:1: warning: date: "1894-07" is not a date; write it as 2022-01-26
sources.jsonl:1: note: url: "javascript:alert(1)" is not an http or https address; it will not be opened
sources.jsonl:2: note: url: "javascript:alert(1)" is not an http or https address; it will not be opened
`},
		{"what can't be used", "topics.jsonl", `{"id": "peace", "name": "Peace"` + "\n" + `{"id": "", "name": "Trade"}` + "\n", `topics.jsonl:1: error: not JSON: it ends in the middle
topics.jsonl:2: error: id: empty; statements name their topics by it
statements.jsonl:1: warning: topics: there is no topic "peace"; describe it in the collection (shown by its id)
`},
		{"no collection", "collection.json", `{"name": 1`, "collection.json:1: error: not JSON: it ends in the middle\n"},
		{"no text", "collection.json", "%PDF-1.7\n", "collection.json: error: can't be read: it is a PDF; its text must be written as records\n"},
		{"a mark at the beginning and Windows line ends", "statements.jsonl", "\ufeff" + strings.ReplaceAll(statements, "\n", "\r\n"), ""},
		{"no line end", "statements.jsonl", strings.TrimSuffix(statements, "\n"), ""},
	} {
		dir := inFolder(t, map[string]string{test.file: test.text})
		if got, _ := checked(t, dir, dir); got != test.want {
			t.Errorf("%s:\n got %swant %s", test.name, got, test.want)
		}
	}
}

// graded returns what is told with its grade, which is that of an error unless it is given.
func graded(told string) string {
	if strings.HasPrefix(told, "warning: ") || strings.HasPrefix(told, "note: ") {
		return told
	}
	return "error: " + told
}

// manyFields are so many fields that nobody knows, with names of one length.
func manyFields(n int) string {
	fields := make([]string, n)
	for i := range fields {
		fields[i] = fmt.Sprintf(`"z%04d": 0`, i)
	}
	return strings.Join(fields, ", ")
}
