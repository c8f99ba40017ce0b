//go:build unix

package cli_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode"

	"onrecord/ui/screentest"
)

// harms are what a hostile text could hold: colours, a cleared screen, a title, the clipboard, a link, moves of the
// cursor, the same in single signs, and directions that turn words around.
var harms = []string{
	"\x1b[31m\x1b[2J\x1b]0;owned\x07", "\x1b]52;c;b3duZWQ=\x1b\\", "\x1b]8;;https://evil.example/\x07", "\x1bP+q\x1b\\\x1b_x\x1b\\\x1bc",
	"\x9b2J\u009b31m\u009d0;owned\u009c\u0090q\u009c", "\r\b\x0b\x0c\x0e\x7f\x00", "\u202eesrever\u202c", "\u2066in\u2069\u2067out\u2069\U000e0041",
}

var harm = strings.Join(harms, "")

// harmful is a word that can be searched for, and after it harm: each of it somewhere in the collection, for every field
// the first.
func harmful(word string) string {
	kind := len(word) % len(harms)
	return word + harms[0] + harms[kind]
}

// hostile writes a collection in which every field that is a text means harm, in a folder with a name like that.
func hostile(t *testing.T) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "evil\x1b]0;owned\x07\u202e")
	if err := os.Mkdir(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	type object = map[string]any
	files := map[string][]object{
		"collection.json": {{"name": harmful("collection"), "version": harmful("1"), "license": harmful("none")}},
		"speakers.jsonl": {
			{"id": "state", "name": harmful("Ruritania"), "kind": "state", "aliases": []string{harmful("kingdom")}},
			{"id": "person", "name": harmful("Rupert"), "kind": "person", "role": harmful("count"), "affiliation": "state",
				"aliases": []string{harmful("Hentzau")}, "bio": harmful("rogue"), "country": "RU"},
		},
		"topics.jsonl": {{"id": "topic", "name": harmful("Throne"), "proposition": harmful("The throne is given up"),
			"description": harmful("about"), "aliases": []string{harmful("crown")}}},
		"sources.jsonl": {
			{"id": "source", "title": harmful("Gazette"), "publisher": harmful("Strelsau"), "kind": "article",
				"date": "2022-01-02", "url": "https://example.org/\x1b]0;owned\x07", "lang": "en"},
			{"id": "script", "title": harmful("Broadsheet"), "publisher": harmful("Zenda"), "kind": "article",
				"date": "2022-01-03", "url": "javascript:alert(1)" + harm, "lang": "en"},
		},
		"statements.jsonl": {
			statementOf("one", "source", "direct"), statementOf("two", "script", "mixed"), statementOf("three", "source", "indirect"),
		},
	}
	for name, objects := range files {
		var text strings.Builder
		for _, o := range objects {
			if err := json.NewEncoder(&text).Encode(o); err != nil {
				t.Fatal(err)
			}
		}
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func statementOf(id, source, form string) map[string]any {
	return map[string]any{
		"id": id, "speaker": "person", "date": "2022-01-02", "form": form, "source": source, "lang": "en",
		"text": harmful("We never surrender"), "context": harmful("duel"), "venue": harmful("castle"),
		"locator": harmful("page"), "role": harmful("captain"), "topics": []string{"topic"},
		"stances": []map[string]string{{"topic": "topic", "stance": "oppose"}}, harmful("unknown"): harm,
	}
}

// testHarm goes everywhere where text of a collection is shown, and reads all that has arrived at the terminal.
func testHarm(t *testing.T, binary string) {
	p := run(t, screentest.Options{Width: 160, Height: 60}, binary, "--data", hostile(t))
	p.WaitFor("3 of 3", "Rupert␛[31m", "Throne␛[31m", "Gazette␛[31m")
	p.Keys("/")
	p.Paste("surrender\x07\x9b31m" + "\u202e\u009b2J")
	p.WaitFor("❯ surrender")
	p.Keys("ctrl+u", "surrender")
	p.WaitFor("tab surrender", "3 of 3")
	p.Keys("ctrl+u", "speaker:")
	p.WaitFor("❯ speaker:")
	p.Keys("ctrl+u", "nothing whatever rupert")
	p.WaitFor("0 of 3")
	p.Keys("ctrl+u", "enter", "enter")
	p.WaitFor("3 of 3")
	for _, key := range []string{"y", "Y", "u"} {
		before := strings.Count(p.Raw(), "\x1b]52;")
		p.Keys(key)
		p.WaitUntil("the text on the clipboard", func(screentest.Frame) bool { return strings.Count(p.Raw(), "\x1b]52;") > before })
		holdHarmless(t, "the clipboard", strings.NewReplacer("\n", "").Replace(clipboard(t, p.Raw())))
	}
	p.Keys("m", "G", "p")
	p.WaitFor("esc goes back", "Rupert")
	p.Keys("esc", ":")
	p.WaitFor("Commands")
	p.Keys("esc", "?")
	p.WaitFor("Keys:")
	p.Keys("esc", "o")
	for _, size := range [][2]int{{100, 30}, {50, 20}} {
		p.Resize(size[0], size[1])
		p.WaitUntil("the screen in its new size", func(f screentest.Frame) bool {
			return f.Width == size[0] && strings.Contains(f.Line(0), "onrecord") && strings.Count(f.Line(10), "│") == map[int]int{100: 1}[f.Width]
		})
	}
	quit(t, p, "q")
	holdHarmless(t, "the terminal", allowed.ReplaceAllString(p.Raw(), ""))
}

// allowed are the sequences that the program may send, with all that they may say.
var allowed = regexp.MustCompile(strings.Join([]string{
	"\r\n", "\r", "\n", "\t", "\b",
	`\x1b\[[0-9;:]*m`, // styles
	`\x1b\[[0-9;]*[A-HJKLMPSTXZ@dfr` + "`" + `abeIs]`, // the cursor, what to clear and to move
	`\x1b\[\?(1049|25|2004|1000|1002|1003|1004|1006|2026|2027)[hl]`,
	`\x1b\[\?(2026|2027)\$p`,
	`\x1b\[\?5W`, `\x1b\[[0-9]* q`, `\x1bM`, `\x1b[78]`,
	`\x1b\[>4(;[0-2])?m`, `\x1b\[[><=][0-9;]*u`, `\x1b\[\?u`,
	`\x1b\]2;(onrecord)?\x07`,
	`\x1b\]11;\?(\x07|\x1b\\)`,
	`\x1b\]52;c;[A-Za-z0-9+/=]+\x07`,
	`\x1b\]8;[^;\x00-\x1f]*;(https?://[!-~]+)?(\x07|\x1b\\)`,
}, "|"))

// holdHarmless looks for anything in a text that acts instead of being seen.
func holdHarmless(t *testing.T, where, text string) {
	t.Helper()
	for i, r := range text {
		bidi := r >= 0x202a && r <= 0x202e || r == 0x2066 || r == 0x2067
		hidden := r >= 0xe0000 && r <= 0xe007f
		if unicode.IsControl(r) || bidi || hidden || r == unicode.ReplacementChar && text[i] != "\ufffd"[0] {
			t.Fatalf("%q has reached %s: …%q…", r, where, text[max(0, i-40):min(len(text), i+40)])
		}
	}
}
