package data_test

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"onrecord/data"
	"onrecord/model"
)

func all(c *model.Collection) []data.Scored {
	list := make([]data.Scored, c.Len())
	for i := range list {
		list[i].Statement = c.At(i)
	}
	return list
}

func written(t testing.TB, format data.Format, statements []data.Scored, options data.WriteOptions) string {
	t.Helper()
	var b bytes.Buffer
	if err := data.Write(&b, format, slices.Values(statements), options); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// TestEmbeddedStatementsAreWrittenAsTheyWere compares bytes: order of fields, blanks, everything.
func TestEmbeddedStatementsAreWrittenAsTheyWere(t *testing.T) {
	want, err := os.ReadFile("embedded/statements.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	got := strings.Split(written(t, data.JSONL, all(embedded(t)), data.WriteOptions{}), "\n")
	for i, line := range strings.Split(string(want), "\n") {
		// The stances of this one are written in the order of its topics.
		if got[i] != line && !strings.Contains(line, "us-2022-01-26-paper-indivisible") {
			t.Errorf("line %d\n got %s\nwant %s", i+1, got[i], line)
		}
	}
}

// hostile is a collection whose texts try to be something else wherever they are shown.
func hostile(t *testing.T) []data.Scored {
	t.Helper()
	dir := t.TempDir()
	lines := `{"id": "=1+1", "speaker": "@home", "date": "2022-01-26", "form": "direct", "text": "-2+3 \"so\", <b>he</b> said;\n# no\r\n1. heading\u001b[31m\u009b\u202e", "venue": "'=x", "source": "[x](javascript:alert(1))", "url": "https://example.org/a>b(c)", "topics": ["a; b", "c\\d"], "stances": [{"topic": "a; b", "stance": "oppose"}], "mood": {"k": [1, 2.50]}}
{"id": "plain", "speaker": "Somebody_Else", "date": "2022-01-27", "form": "indirect", "text": "Said *nothing* at https://example.org & left.", "medium": "written", "lang": "en", "original_lang": "fr", "affiliation": "NATO", "role": "Envoy"}
`
	path := filepath.Join(dir, "hostile.jsonl")
	if err := os.WriteFile(path, []byte(lines), 0o600); err != nil {
		t.Fatal(err)
	}
	c, problems, err := data.Open(t.Context(), path)
	if err != nil || len(problems) > 0 || c.Len() != 2 {
		t.Fatal(problems, err)
	}
	list := all(c)
	list[0].Score, list[1].Score = 12.5, 3
	return list
}

func TestWriteHostileTextSoThatItStaysText(t *testing.T) {
	for _, test := range []struct {
		format  data.Format
		options data.WriteOptions
		want    string
	}{
		{data.JSONL, data.WriteOptions{Scores: true}, `{"id": "=1+1", "speaker": "@home", "date": "2022-01-26", "form": "direct", "text": "-2+3 \"so\", <b>he</b> said;\n# no\r\n1. heading\u001b[31m\u009b\u202e", "venue": "'=x", "source": "[x](javascript:alert(1))", "topics": ["a; b", "c\\d"], "stances": [{"topic": "a; b", "stance": "oppose"}], "url": "https://example.org/a>b(c)", "mood": {"k": [1, 2.50]}, "score": 12.5}
{"id": "plain", "speaker": "Somebody_Else", "role": "Envoy", "affiliation": "NATO", "date": "2022-01-27", "form": "indirect", "medium": "written", "text": "Said *nothing* at https://example.org & left.", "topics": [], "stances": [], "lang": "en", "original_lang": "fr", "score": 3}
`},
		{data.JSON, data.WriteOptions{}, `[
  {"id": "=1+1", "speaker": "@home", "date": "2022-01-26", "form": "direct", "text": "-2+3 \"so\", <b>he</b> said;\n# no\r\n1. heading\u001b[31m\u009b\u202e", "venue": "'=x", "source": "[x](javascript:alert(1))", "topics": ["a; b", "c\\d"], "stances": [{"topic": "a; b", "stance": "oppose"}], "url": "https://example.org/a>b(c)", "mood": {"k": [1, 2.50]}},
  {"id": "plain", "speaker": "Somebody_Else", "role": "Envoy", "affiliation": "NATO", "date": "2022-01-27", "form": "indirect", "medium": "written", "text": "Said *nothing* at https://example.org & left.", "topics": [], "stances": [], "lang": "en", "original_lang": "fr"}
]
`},
		{data.CSV, data.WriteOptions{Scores: true}, "id,date,speaker,role,affiliation,form,medium,text,context,venue,source,publisher,url,locator,topics,stances,lang,original_lang,extra,score\r\n" +
			"'=1+1,2022-01-26,'@home,,,direct,spoken,\"'-2+3 \"\"so\"\", <b>he</b> said;\n# no\n1. heading␛[31m‹U+009B›‹U+202E›\",,''=x,[x](javascript:alert(1)),,https://example.org/a>b(c),,\"a\\; b; c\\\\d\",\"a\\; b: oppose\",,,\"{\"\"mood\"\":{\"\"k\"\": [1, 2.50]}}\",12.5\r\n" +
			"plain,2022-01-27,Somebody_Else,Envoy,NATO,indirect,written,\"Said *nothing* at https://example.org & left.\",,,,,,,,,en,fr,,3\r\n"},
		{data.Markdown, data.WriteOptions{}, `> “-2+3 "so", \<b\>he\</b\> said;
> \# no
> 1\. heading␛\[31m‹U+009B›‹U+202E›”
>
> — \@home, 26 January 2022, '=x (quotation). Source: [\[x\](javascript:alert(1))](<https://example.org/a%3Eb(c)>).

Said \*nothing\* at https\://example.org \& left.

— Somebody\_Else, Envoy, NATO, 27 January 2022 (reported, written, translated from French).
`},
	} {
		if got := written(t, test.format, hostile(t), test.options); got != test.want {
			t.Errorf("%s:\n got %s\nwant %s", test.format, got, test.want)
		}
	}
}

// TestNoFormatLetsCommandsThrough looks for the bytes that a terminal would obey.
func TestNoFormatLetsCommandsThrough(t *testing.T) {
	for _, format := range data.Formats() {
		got := written(t, format, hostile(t), data.WriteOptions{})
		if strings.ContainsAny(got, "\x1b\u009b\u202e") {
			t.Errorf("%s: %q", format, got)
		}
	}
}

// TestCSVIsReadBackByNames writes the embedded collection as a table, and reads it as one.
func TestCSVIsReadBackByNames(t *testing.T) {
	c := embedded(t)
	text := written(t, data.CSV, all(c), data.WriteOptions{})
	rows, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	if err != nil || len(rows) != c.Len()+1 {
		t.Fatal(len(rows), err)
	}
	path := filepath.Join(t.TempDir(), "table.csv")
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	again, problems, err := data.Open(t.Context(), path)
	if err != nil || len(problems) > 0 || again.Len() != c.Len() {
		t.Fatal(again.Len(), problems, err)
	}
	if second := written(t, data.CSV, all(again), data.WriteOptions{}); second != text {
		t.Errorf("written again it differs:\n%s", firstDifference(text, second))
	}
}

func firstDifference(x, y string) string {
	i := 0
	for i < min(len(x), len(y)) && x[i] == y[i] {
		i++
	}
	from := max(0, i-80)
	return x[from:min(len(x), i+80)] + "\n" + y[from:min(len(y), i+80)]
}

func TestParseFormat(t *testing.T) {
	for _, format := range data.Formats() {
		if got, err := data.ParseFormat(string(format)); got != format || err != nil {
			t.Errorf("%s: %v %v", format, got, err)
		}
	}
	if _, err := data.ParseFormat("jsnol"); err == nil || err.Error() != `"jsnol" is not a format; did you mean "jsonl"?` {
		t.Error(err)
	}
}

// TestMarkdownWordsACitationAsTheClipboardDoes takes the markup away again.
func TestMarkdownWordsACitationAsTheClipboardDoes(t *testing.T) {
	link := regexp.MustCompile(`\[([^\]]*)\]\(<[^>]*>\)`)
	for _, s := range all(embedded(t)) {
		md := strings.ReplaceAll(written(t, data.Markdown, []data.Scored{s}, data.WriteOptions{}), `\`, "")
		plain := link.ReplaceAllString(strings.ReplaceAll(md, "> ", ""), "$1")
		if reference := s.Reference(model.Plain()); !strings.Contains(plain, reference) && !strings.ContainsAny(reference, "[]") {
			t.Errorf("%s: Markdown has\n%s\nthe citation\n%s", s.ID, plain, reference)
		}
	}
}

// TestSourcesOfOneNameKeepIt: each has an address of its own, which is no part of the name.
func TestSourcesOfOneNameKeepIt(t *testing.T) {
	const table = "id,speaker,date,form,text,source,url\r\n" +
		"a,Ann,2022-01-01,direct,One.,Speech,https://x.example/1\r\nb,Ann,2022-01-01,direct,Two.,Speech,https://x.example/2\r\n"
	path := filepath.Join(t.TempDir(), "speeches.csv")
	if err := os.WriteFile(path, []byte(table), 0o600); err != nil {
		t.Fatal(err)
	}
	c, _, err := data.Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	for i, s := range all(c) {
		if want := fmt.Sprintf("https://x.example/%d", i+1); s.Source.Title != "Speech" || s.Source.URL != want {
			t.Errorf("%s has %q at %s, want Speech at %s", s.ID, s.Source.Title, s.Source.URL, want)
		}
		if record := string(data.Record(s.Statement)); !strings.Contains(record, `"source": "Speech"`) {
			t.Errorf("%s is written as %s", s.ID, record)
		}
	}
}
