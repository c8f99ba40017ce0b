package escape_test

import (
	"encoding/json"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"onrecord/data/escape"
	"onrecord/model/control"
)

func TestCellsAreNoFormulas(t *testing.T) {
	for cell, want := range map[string]string{
		"": "", "a": "a", "a=1": "a=1", "'a": "'a", "=1": "'=1", "'=1": "''=1", "-2+3": "'-2+3", "@x": "'@x", "\tx": "'\tx",
		" =1": " '=1", "\"=1\"": "\"'=1\"", "\ufeff=1": "\ufeff'=1", "＝1": "'＝1", "＋1": "'＋1", "－1": "'－1", "＠x": "'＠x",
		"\n=1": "'\n'=1", "\t=1": "'\t'=1", "Peace;=HYPERLINK(1)": "Peace;'=HYPERLINK(1)", "a; \"+1": "a; \"'+1",
		"a\n=1": "a\n'=1", "a\t'@x": "a\t''@x", "a - b; c": "a - b; c", "'x'; 'y'": "'x'; 'y'",
	} {
		written := escape.Cell(cell)
		if written != want {
			t.Errorf("%q is written %q, not %q", cell, written, want)
		}
		if got := escape.Bare(written); got != cell {
			t.Errorf("%q comes back as %q", cell, got)
		}
	}
}

// TestNoCellBeginsAFormula reads rows as spreadsheets do that part cells by other signs than commas, and overlook blanks,
// line breaks and quotation marks before a formula.
func TestNoCellBeginsAFormula(t *testing.T) {
	sign := rapid.SampledFrom([]rune("=+-@＝＋－＠';\t\n\r \"a,\u00a0\u200b"))
	rapid.Check(t, func(t *rapid.T) {
		cell := string(rapid.SliceOf(sign).Draw(t, "cell"))
		if got := escape.Bare(escape.Cell(cell)); got != cell {
			t.Fatalf("%q comes back as %q", cell, got)
		}
		row := string(escape.AppendRow(nil, cell))
		for _, part := range strings.FieldsFunc(row, func(r rune) bool { return strings.ContainsRune(";\t\n\r", r) }) {
			part = strings.TrimLeft(part, " \"\u00a0\u200b")
			if r, _ := utf8.DecodeRuneInString(part); strings.ContainsRune("=+-@＝＋－＠", r) {
				t.Fatalf("%q is written %q, where %q is a formula", cell, row, part)
			}
		}
	})
}

func TestMarkdownIsText(t *testing.T) {
	for text, want := range map[string]string{
		"12 of 3.5 (a) b.": "12 of 3.5 (a) b.", "1. a\n  23) b": "1\\. a\n23\\) b", "a\r\nb": "a\nb", "a\rb": "a␍b",
		"a\n:---": "a\n\\:---", ":-: | -": "\\:-: \\| -", "- a\n+ b\n= c": "\\- a\n\\+ b\n\\= c", "so: yes": "so: yes",
		"www.x.example WWW.y ww.z": "www\\.x.example WWW\\.y ww.z", "ftp://x a@b": "ftp\\://x a\\@b", "\t    code": "code",
		"a\U000e0041b": "a‹U+E0041›b",
	} {
		if got := escape.Markdown(text); got != want {
			t.Errorf("%q is written %q, not %q", text, got, want)
		}
	}
}

// TestMarkdownTakesLongTexts: once each sign looked at all that stands before it, and this took hours.
func TestMarkdownTakesLongTexts(t *testing.T) {
	text := strings.Repeat("He said so. ", 1<<19)
	if got := escape.Markdown(text); got != text {
		t.Error("a long text has changed")
	}
}

func TestJSONStaysJSON(t *testing.T) {
	const text = "a\r\u009b\u202e\u2028\U000e0041\U0001f600"
	quoted, err := json.Marshal(text)
	if err != nil {
		t.Fatal(err)
	}
	written := escape.JSON(quoted, 0)
	if strings.ContainsFunc(string(written), control.Acts) {
		t.Errorf("%s holds what acts", written)
	}
	var got string
	if err := json.Unmarshal(written, &got); err != nil || got != text {
		t.Errorf("%s is read as %+q, %v", written, got, err)
	}
}

func TestOnlyTheWebIsALink(t *testing.T) {
	for address, want := range map[string]bool{
		"https://example.org/a?b=c#d": true, "http://example.org": true, "javascript:alert(1)": false,
		"data:text/html,x": false, "https://user:password@example.org": false, "https://user@example.org": false, "http://:80": false, "https:///nowhere": false, "//example.org": false, "example.org": false, "": false,
		"java\tscript:alert(1)": false, " https://example.org": false, "file:///etc/passwd": false,
	} {
		if got := escape.IsLink(address); got != want {
			t.Errorf("%q is a link: %v", address, got)
		}
	}
}
