package query_test

import (
	"slices"
	"strings"
	"testing"

	"onrecord/model/query"
)

// many repeats a text so often, with its number behind it.
func many(text string, n int) string { return strings.TrimSpace(strings.Repeat(text+" ", n)) }

func TestALineOfManyWordsIsBounded(t *testing.T) {
	for _, c := range []struct {
		line  string
		words int // that are searched for
		note  string
	}{
		{many("gas", query.MaxWords), query.MaxWords, ""},
		{many("gas", query.MaxWords+1), query.MaxWords, "query cut: only its first 64 words are searched for, 1 more are left out."},
		{many(`"open door"`, 100), query.MaxWords, "query cut: only its first 64 words are searched for, 36 more are left out."},
		{many("gas | war", 50), query.MaxWords, "query cut: only its first 64 words are searched for, 36 more are left out."},
		{many("-gas", 3000), query.MaxWords, "query cut: only its first 64 words are searched for, 2936 more are left out."},
		{many("speaker:macron", 100), 0, ""},
	} {
		q, err := query.ParseStrict(c.line + " topic:minsk")
		if err != nil {
			t.Fatalf("%.40s…: %v", c.line, err)
		}
		words, topic := 0, false
		for _, g := range q.Groups {
			for _, clause := range g.Clauses {
				topic = topic || clause.Field == query.Topic
				if clause.Kind != query.Filter {
					words++
				}
			}
		}
		if words != c.words || !topic {
			t.Errorf("%.40s…: %d words are searched for, and the topic: %t", c.line, words, topic)
		}
		var notes []string
		for _, h := range q.Hints {
			notes = append(notes, h.Text)
			if !h.Note || h.Unfinished || h.Pos >= h.End {
				t.Errorf("%.40s…: %+v", c.line, h)
			}
		}
		if got := strings.Join(notes, " "); got != c.note {
			t.Errorf("%.40s…: %q, want %q", c.line, got, c.note)
		}
	}
}

// TestALineOfManyBytesIsBounded checks that no more is read, that this is told, and that the line can still be changed.
func TestALineOfManyBytesIsBounded(t *testing.T) {
	for name, line := range map[string]string{
		"words":          many("gas", 100_000),
		"no blank":       strings.Repeat("слово", 100_000),
		"phrase":         `"` + many("gas", 100_000) + `"`,
		"values":         "speaker:" + strings.Repeat("a,", 100_000) + "b",
		"colons":         many("foo:bar", 100_000),
		"signs":          many("-", 100_000),
		"thousands":      many("000", 100_000),
		"two per number": many("127 450", 100_000),
	} {
		q := query.Parse(line)
		if read := q.Groups[len(q.Groups)-1].End; read > query.MaxBytes || read < query.MaxBytes-20 {
			t.Errorf("%s: %d bytes are read", name, read)
		}
		if !slices.ContainsFunc(q.Hints, func(h query.Hint) bool { return h.Note && h.Text == "query cut: only its first 32 kB are read." }) {
			t.Errorf("%s: nothing tells that the rest is left out", name)
		}
		for _, h := range q.Hints {
			if h.End > len(line) || h.Pos > h.End {
				t.Fatalf("%s: a hint at %d to %d", name, h.Pos, h.End)
			}
		}
		changed := query.Toggle(line, query.For, "nato")
		if len(changed) > query.MaxBytes || !query.Has(changed, query.For, "nato") {
			t.Errorf("%s: changed, it has %d bytes and ends in %q", name, len(changed), changed[max(0, len(changed)-40):])
		}
	}
}
