package report_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"flag"
	"html"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"onrecord/data"
	"onrecord/data/escape"
	"onrecord/data/report"
	"onrecord/model"
	"onrecord/model/position"
	"onrecord/model/query"
	"onrecord/model/search"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// asked is a report on what a query finds in the embedded collection.
func asked(t testing.TB, line string) *report.Report {
	t.Helper()
	c, err := data.Embedded(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return reportOn(t, c, line)
}

func reportOn(t testing.TB, c *model.Collection, line string) *report.Report {
	t.Helper()
	index, err := search.New(t.Context(), c)
	if err != nil {
		t.Fatal(err)
	}
	found, err := index.Select(t.Context(), query.Parse(line), nil)
	if err != nil {
		t.Fatal(err)
	}
	m, err := position.Build(t.Context(), c, found, position.Options{Topics: found.Topics(), Stances: found.Stances()})
	if err != nil {
		t.Fatal(err)
	}
	return &report.Report{
		Collection: c.Info, Total: c.Len(), Read: 1, Query: line, Matrix: m, Rows: m.Ordered(position.ByCount), Order: "statements",
		Quoted: report.DefaultQuoted,
	}
}

// onTopic is the report of one topic, moved that of what moved.
func onTopic(t testing.TB, line, topic string) *report.Report {
	t.Helper()
	r := asked(t, line)
	for _, c := range r.Matrix.Columns {
		if c.Topic.ID == topic {
			r.Topic = c
		}
	}
	return r
}

func moved(t testing.TB, line string) *report.Report {
	t.Helper()
	r := asked(t, line)
	shifts, err := r.Matrix.Shifts(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	r.Moved, r.Shifts = true, shifts
	return r
}

// compared sets the rows of some actors side by side.
func compared(t testing.TB, line string, actors ...string) *report.Report {
	t.Helper()
	r := asked(t, line)
	r.Compared, r.Rows = true, nil
	for _, row := range r.Matrix.Rows {
		for _, id := range actors {
			if row.Speaker.ID == id {
				r.Rows = append(r.Rows, row)
			}
		}
	}
	if len(r.Rows) != len(actors) {
		t.Fatalf("%d of %q have statements", len(r.Rows), actors)
	}
	return r
}

func written(t testing.TB, format report.Format, r *report.Report) string {
	t.Helper()
	var b bytes.Buffer
	if err := report.Write(context.Background(), &b, format, r); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// TestGolden holds small reports in all formats, and the whole matrix in the one that is read line by line.
func TestGolden(t *testing.T) {
	for name, r := range map[string]*report.Report{
		"weapons": asked(t, "for:canada,russia topic:weapons"),
		"nobody":  asked(t, "topic:minsk for:sweden"),
		"compare": compared(t, "topic:nord-stream-2,minsk-normandy", "france", "germany", "russia"),
		"topic":   onTopic(t, "for:canada,russia", "arms-to-ukraine"),
		"shifts":  moved(t, "for:canada,russia"),
	} {
		for _, format := range report.Formats() {
			golden(t, name+"."+string(format), withoutShared(t, withoutRule(t, style.ReplaceAllString(written(t, format, r), "<style></style>"))))
		}
	}
	golden(t, "whole.csv", written(t, report.CSV, asked(t, "")))
}

// withoutShared leaves out what every page begins with, and the list of the signs, which are held in files of their own.
func withoutShared(t *testing.T, page string) string {
	t.Helper()
	for name, part := range shared {
		if same := part.FindString(page); same != "" {
			golden(t, name, same)
			page = strings.Replace(page, same, "("+name+")\n", 1)
		}
	}
	return page
}

// shared are the parts that pages have in common.
var shared = map[string]*regexp.Regexp{
	"head.html":   regexp.MustCompile(`(?s)\A<!DOCTYPE html>.*?<meta name="generator"[^>]*>\n`),
	"legend.html": regexp.MustCompile(`(?s)<ul class="legend".*?</ul>\n`),
}

// withoutRule leaves the rule out, which has tests of its own.
func withoutRule(t *testing.T, text string) string {
	t.Helper()
	for _, paragraph := range position.Rule() {
		quoted, err := json.Marshal(paragraph)
		if err != nil {
			t.Fatal(err)
		}
		for _, form := range []string{paragraph, html.EscapeString(paragraph), escape.Markdown(paragraph), strings.Trim(string(quoted), `"`)} {
			text = strings.ReplaceAll(text, form, "(rule)")
		}
	}
	return paragraphs.ReplaceAllString(text, "")
}

// paragraphs are those of the rule in each format.
var paragraphs = regexp.MustCompile(`"\(rule\)",?|<p>\(rule\)</p>\n|\(rule\)\n\n`)

// style is left out of golden pages: what matters of it is seen in a browser.
var style = regexp.MustCompile(`(?s)<style>.*?</style>`)

func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got == string(want) {
		return
	}
	gotLines, wantLines := strings.Split(got, "\n"), strings.Split(string(want), "\n")
	for i := range min(len(gotLines), len(wantLines)) {
		if gotLines[i] != wantLines[i] {
			t.Errorf("%s, line %d\n got %s\nwant %s", name, i+1, gotLines[i], wantLines[i])
			return
		}
	}
	t.Errorf("%s has %d lines, want %d", name, len(gotLines), len(wantLines))
}

func TestReportsAreAlwaysTheSame(t *testing.T) {
	for _, format := range report.Formats() {
		if first, second := written(t, format, asked(t, "nato")), written(t, format, asked(t, "nato")); first != second {
			t.Errorf("%s differs from one time to the next", format)
		}
	}
}

// full is a disk with room for so many bytes.
type full int

var errFull = errors.New("there is no room")

func (f *full) Write(p []byte) (int, error) {
	if len(p) > int(*f) {
		return 0, errFull
	}
	*f -= full(len(p))
	return len(p), nil
}

func TestWriteTellsWhatWentWrong(t *testing.T) {
	stopped, stop := context.WithCancel(context.Background())
	stop()
	for _, r := range []*report.Report{asked(t, ""), compared(t, "", "france", "germany")} {
		for _, format := range report.Formats() {
			disk := full(5000)
			if err := report.Write(context.Background(), &disk, format, r); !errors.Is(err, errFull) {
				t.Errorf("%s on a full disk: %v", format, err)
			}
			var b bytes.Buffer
			if err := report.Write(stopped, &b, format, r); !errors.Is(err, context.Canceled) {
				t.Errorf("%s after a stop: %v", format, err)
			}
		}
	}
	if err := report.Write(context.Background(), &bytes.Buffer{}, "pdf", asked(t, "nato")); err == nil {
		t.Error("a format that does not exist was written")
	}
}

// TestReportsForReadingSayWhatTheyLeaveOut quotes few of many statements.
func TestReportsForReadingSayWhatTheyLeaveOut(t *testing.T) {
	r := asked(t, "for:us")
	for quoted, notes := range map[int][]string{
		0:  {},
		20: {"quoted are the newest 1 of each cell", "The newest 1 of 15. All are found by: stance:any topic:diplomacy for:us"},
		35: {"quoted are the newest 2 of each cell", "The newest 2 of 15. All are found by: stance:any topic:diplomacy for:us"},
		3:  {"its evidence, 97 in all cells, is too much to quote. A narrower query quotes it."},
	} {
		r.Quoted = quoted
		page := written(t, report.HTML, r)
		n := strings.Count(page, `<li class="statement `)
		if quoted > 0 && n > quoted {
			t.Errorf("%d statements are quoted, and may be %d", n, quoted)
		}
		for _, format := range []report.Format{report.HTML, report.Markdown} {
			text := strings.NewReplacer(`\`, "").Replace(written(t, format, r))
			for _, note := range notes {
				if !strings.Contains(text, note) {
					t.Errorf("%s with %d quoted does not say %q", format, quoted, note)
				}
			}
			if len(notes) == 0 && (strings.Contains(text, "The newest 1 of") || strings.Contains(text, "quoted are")) {
				t.Errorf("%s leaves something out", format)
			}
		}
	}
}

// TestPagesListTheNewestShifts holds a page of an actor that never rests.
func TestPagesListTheNewestShifts(t *testing.T) {
	b := model.NewBuilder(model.Info{Name: "Unrest"})
	state, topic := &model.Speaker{ID: "state", Name: "State", Kind: model.State}, &model.Topic{ID: "topic", Name: "Topic"}
	b.AddSpeaker(state)
	b.AddTopic(topic)
	for i := range 800 {
		stance := []model.Stance{model.Support, model.Oppose}[i/2%2]
		err := b.Add(model.Statement{
			ID: strconv.Itoa(i), Speaker: state, Day: model.NewDay(2000, 1, 1+31*i), Text: "We change.", Lang: "en",
			Topics: []*model.Topic{topic}, Positions: []model.Position{{Topic: topic, Stance: stance}},
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	b.Seal()
	page := written(t, report.HTML, reportOn(t, b.Collection(), ""))
	if n := strings.Count(page, `<span class="day">`); n != 300 || !strings.Contains(page, "The newest 300 of 399 shifts.") {
		t.Errorf("%d shifts are listed", n)
	}
}

func TestReportsSayWhatIsMissing(t *testing.T) {
	r := asked(t, "for:us,russia")
	r.Read = 0.255
	c := compared(t, "", "france", "germany")
	c.Absent = []*model.Speaker{{ID: "atlantis", Name: "Atlantis", Kind: model.State}}
	for _, format := range []report.Format{report.HTML, report.Markdown} {
		if text := written(t, format, r); !strings.Contains(text, "25% of it had") || !strings.Contains(text, "56 actors") {
			t.Errorf("%s does not say what is missing", format)
		}
		if text := written(t, format, c); !strings.Contains(text, "No statement under this filter: Atlantis.") {
			t.Errorf("%s does not say who is missing", format)
		}
	}
	if text := written(t, report.JSON, r); !strings.Contains(text, `"read":0.255`) {
		t.Error("JSON does not say that the collection had not been read")
	}
	r.Read = 0
	if text := written(t, report.Markdown, r); !strings.Contains(text, "not been read to its end.") {
		t.Error("a report on a part of unknown size does not say that it is one")
	}
	if text := written(t, report.JSON, c); !strings.Contains(text, `"absent": ["atlantis"]`) {
		t.Error("JSON does not say who is missing")
	}
}

func BenchmarkWrite(b *testing.B) {
	r := asked(b, "")
	for _, format := range report.Formats() {
		b.Run(string(format), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				written(b, format, r)
			}
		})
	}
}
