package data

import (
	"bytes"
	"context"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"onrecord/model"
	"onrecord/model/control"
)

// readAll reads with one of the readers, and checks what holds for every input: everything read can be written and read
// again, and what is written doesn't change thereby.
func readAll(t *testing.T, read func(*reading) error) {
	t.Helper()
	first, err := collect(read)
	if err != nil {
		return
	}
	lines := recordsOf(first)
	again, err := collect(func(r *reading) error { return lineReader(r, lines) })
	if err != nil {
		t.Fatal(err)
	}
	if again.Len() != first.Len() {
		t.Fatalf("%d of %d statements come back from\n%s", again.Len(), first.Len(), lines)
	}
	if second := recordsOf(again); second != lines {
		t.Fatalf("written again it differs:\n%s%s", lines, second)
	}
}

func collect(read func(*reading) error) (*model.Collection, error) {
	var c *model.Collection
	run := &reading{assembler: newAssembler(true), each: func(u Update) { c = u.Collection }, parts: []Part{{}}, begun: time.Now()}
	err := read(run)
	run.show(true)
	return c, err
}

func recordsOf(c *model.Collection) string {
	var b strings.Builder
	for i := range c.Len() {
		b.Write(Record(c.At(i)))
		b.WriteByte('\n')
	}
	return b.String()
}

func lineReader(r *reading, text string) error {
	r.named()
	return r.statements(context.Background(), newLineSource("lines", strings.NewReader(text), func() int64 { return 0 }), atOnce)
}

const fuzzRecord = `{"id": "a", "speaker": "Ada", "affiliation": "Ruritania", "date": "1894-07-26", "form": "mixed", "medium": "written", ` +
	`"text": "so \"he\" said e\u0301", "source": "Gazette", "url": "https://g.example", "topics": ["Peace", "b"], ` +
	`"stances": [{"topic": "Peace", "stance": "support", "why": 1}], "lang": "en", "original_lang": "de", "mood": {"k": [1, 2.50]}}`

func FuzzReadStatements(f *testing.F) {
	f.Add(fuzzRecord + "\n" + strings.Replace(fuzzRecord, `"a"`, `"b"`, 1) + "\r\n\n" + fuzzRecord)
	f.Add("\ufeff{\"id\": \"\\ud800\", \"id\": 1}\n[]\nnull\n{\"text\": \"\xff\"}")
	f.Fuzz(func(t *testing.T, text string) {
		readAll(t, func(r *reading) error { return lineReader(r, text) })
	})
}

func FuzzReadCSV(f *testing.F) {
	f.Add("id,speaker,date,form,text,topics,stances,url,source,extra\na,Ada,1894-07-26,direct,\"'=1, \n\"\"no\"\"\",a\\;b; c,c: support,https://x.example,g,\"{\"\"k\"\":1}\"\n")
	f.Add("id;speaker\n\"a;b\n")
	f.Fuzz(func(t *testing.T, text string) {
		readAll(t, func(r *reading) error {
			r.named()
			source := newCSVSource("table", strings.NewReader(text), func() int64 { return 0 })
			return r.statements(context.Background(), source, atOnce)
		})
	})
}

func FuzzReadJSON(f *testing.F) {
	f.Add("[" + fuzzRecord + "]")
	f.Add(`{"name": "n", "mood": 1, "statements": [` + fuzzRecord + `, 7]}`)
	f.Add(`{"speakers": [{"id": "Ada", "name": "Ada", "affiliation": "Ada"}, {"id": "R", "name": "R", "kind": "state"}], "topics": [], "statements": [{}], "statements": []}`)
	f.Fuzz(func(t *testing.T, text string) {
		readAll(t, func(r *reading) error {
			in, err := newInput(context.Background(), "one", 0, strings.NewReader(text))
			if err != nil {
				return err
			}
			return r.json(context.Background(), in)
		})
	})
}

func FuzzReadFolder(f *testing.F) {
	f.Add(`{"name": "n"}`, `{"id": "Ada", "name": "Ada", "affiliation": "Ruritania"}`+"\n"+`{"id": "Ruritania", "name": "R", "kind": "state", "aliases": ["x"]}`,
		`{"id": "Peace", "name": "P"}`+"\n"+`{"id": "b", "name": "B"}`, `{"id": "Gazette", "title": "G", "date": "1894-07-26", "url": "x"}`, fuzzRecord)
	f.Fuzz(func(t *testing.T, info, speakers, topics, sources, statements string) {
		files := fstest.MapFS{}
		for i, text := range []string{info, speakers, topics, sources, statements} {
			files[folderFiles()[i]] = &fstest.MapFile{Data: []byte(text)}
		}
		readAll(t, func(r *reading) error { return r.folder(context.Background(), folder{FS: files, notes: true}) })
	})
}

func FuzzWrittenFormatsStayHarmless(f *testing.F) {
	f.Add("=1\x1b[31m \u202e </b> \n- a\n1. b", "https://x.example/>")
	f.Fuzz(func(t *testing.T, text, link string) {
		s := Scored{Statement: model.Statement{
			ID: text, Speaker: &model.Speaker{ID: text, Name: text}, Text: text, Venue: text,
			Source: &model.Source{ID: text, Title: text, URL: link},
		}}
		for _, format := range Formats() {
			var b bytes.Buffer
			if err := Write(&b, format, func(yield func(Scored) bool) { yield(s) }, WriteOptions{}); err != nil {
				t.Fatal(err)
			}
			if strings.ContainsFunc(strings.ReplaceAll(b.String(), "\r\n", "\n"), control.Acts) {
				t.Errorf("%s: %q", format, b.String())
			}
		}
	})
}
