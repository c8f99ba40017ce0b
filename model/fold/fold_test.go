package fold_test

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"onrecord/model/fold"

	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"
)

func TestString(t *testing.T) {
	for text, want := range map[string]string{
		"":                           "",
		"minsk agreements":           "minsk agreements",
		"NATO":                       "nato",
		"Łukasz Żółć":                "lukasz zolc",
		"Mette Frederiksen, Støre":   "mette frederiksen, store",
		"Đoković Ðóra Þór":           "dokovic dora thor",
		"Strauß STRAUẞ œuvre Æther":  "strauss strauss oeuvre aether",
		"İstanbul ISTANBUL ıstanbul": "istanbul istanbul istanbul",
		"Əliyev":                     "aliyev",
		"ﬁnal ſtop K":                "final stop k",
		"Ёлка Їжак Йод":              "елка іжак иод",
		"Κυριάκος ΚΥΡΙΆΚΟΣ":          "κυριακοσ κυριακοσ",
		"‘a’ ‚b‛ “c” „d‟ «e» ‹f›":       `'a' 'b' "c" "d" "e" 'f'`,
		"a‐b‑c‒d–e—f―g−h":               "a-b-c-d-e-f-g-h",
		"a\u00A0b\u2009c\u202Fd\te\nf":  "a b c d e f",
		"zero\u200Bwidth\u200D\u2060s":  "zero widths",
		"\u202Eevil\u202C":              "evil",
		"１２３ ٣ ३ Ⅳ m²":                  "123 3 3 iv m2",
		"أحمد إيران مُحَمَّد کرملین":    "احمد ايران محمد كرملين",
		"שָׁלוֹם":                       "שלום",
		"क़ानून हिंदी":                  "कानून हिंदी",
		"がぎ ｶﾞ":                         "か\u3099き\u3099 カ\u3099",
		"กำลัง":                         "ก\u0E4Dาลัง",
		"ᲡᲐᲥᲐᲠᲗᲕᲔᲚᲝ":                    "საქართველო",
		"wait…":                         "wait...",
		"bad \xff byte \xe2\x82":        "bad \uFFFD byte \uFFFD\uFFFD",
		"👍🏽 ok":                         "👍🏽 ok",
		strings.Repeat("a", 100) + " É": strings.Repeat("a", 100) + " e",
	} {
		if got := fold.String(text); got != want {
			t.Errorf("%q folds to %q (%+q), want %q (%+q)", text, got, got, want, want)
		}
		if got := string(fold.AppendFold([]byte("x"), text)); got != "x"+want {
			t.Errorf("%q is appended as %q, want %q", text, got, "x"+want)
		}
	}
}

func TestEqual(t *testing.T) {
	if !fold.Equal("Niinistö", "NIINISTO") || fold.Equal("Duda", "Dudas") {
		t.Error("Niinistö is not NIINISTO, or Duda is Dudas")
	}
}

func TestFoldedTextStaysAsItIs(t *testing.T) {
	for _, text := range []string{"minsk agreements", "рябков", "王毅", "😀 ok"} {
		if n := testing.AllocsPerRun(100, func() { fold.String(text) }); n != 0 {
			t.Errorf("folding %q allocates %v times", text, n)
		}
	}
}

func TestScannerAllocatesNothing(t *testing.T) {
	var s fold.Scanner
	for script, text := range texts {
		if n := testing.AllocsPerRun(100, func() {
			for s.Reset(text); s.Next(); {
			}
		}); n != 0 {
			t.Errorf("scanning %s allocates %v times", script, n)
		}
	}
}

// iotaSubscript is a mark, though its capital is a letter.
const iotaSubscript = '\u0345'

// TestEveryCharacter checks that folding twice changes nothing, that all cases of a letter are one, and that a character
// is the same in one piece and decomposed.
func TestEveryCharacter(t *testing.T) {
	for r := range rune(unicode.MaxRune + 1) {
		if !utf8.ValidRune(r) {
			continue
		}
		once := fold.String(string(r))
		if twice := fold.String(once); twice != once {
			t.Errorf("%U %c folds to %+q, and that to %+q", r, r, once, twice)
		}
		for other := unicode.SimpleFold(r); other != r; other = unicode.SimpleFold(other) {
			if got := fold.String(string(other)); got != once && r != iotaSubscript && other != iotaSubscript {
				t.Errorf("%U %c folds to %+q, but %U %c to %+q", r, r, once, other, other, got)
			}
		}
		if got := fold.String(norm.NFD.String(string(r))); got != once {
			t.Errorf("%U %c folds to %+q, but in parts to %+q", r, r, once, got)
		}
	}
}

func FuzzWords(f *testing.F) {
	f.Add("NATO’s U.S.-led “open door” cost 1,234.5 in 100 000 Sana'a 王毅か\u3099 \xff")
	f.Fuzz(func(t *testing.T, text string) { checkWords(t, text) })
}

func TestWordsStandWhereTheySay(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) { checkWords(t, rapid.String().Draw(t, "text")) })
}

// checkWords checks that words stand one behind the other between characters, that each holds the letters and digits
// that are written there, and that nothing that is written is missing but what stands in no word.
func checkWords(t interface{ Fatalf(string, ...any) }, text string) {
	last, pos := 0, 0
	for w := range fold.Words(text) {
		if w.Start < last || w.End <= w.Start || w.End > len(text) || w.Pos != pos || w.Text == "" {
			t.Fatalf("%q has the word %+v after %d", text, w, last)
		}
		if !boundary(text, w.Start) || !boundary(text, w.End) {
			t.Fatalf("%q has the word %+v, which cuts a character", text, w)
		}
		if got := letters(fold.String(text[w.Start:w.End])); got != letters(w.Text) {
			t.Fatalf("%q has the word %+v, where %q is written", text, w, got)
		}
		checkGap(t, text[last:w.Start])
		last = w.End
		pos++
	}
	checkGap(t, text[last:])
}

// checkGap checks that no letter stands between words but a possessive s.
func checkGap(t interface{ Fatalf(string, ...any) }, between string) {
	left := strings.TrimLeftFunc(between, func(r rune) bool { return fold.String(string(r)) == "'" })
	if left != between {
		left = strings.TrimLeft(left, "sS")
	}
	if strings.ContainsFunc(left, ascii) {
		t.Fatalf("no word in %q", between)
	}
}

func boundary(text string, i int) bool {
	if i == len(text) || utf8.RuneStart(text[i]) {
		return true
	}
	r, _ := utf8.DecodeRuneInString(text[i:])
	return r == utf8.RuneError
}

func ascii(r rune) bool { return r < utf8.RuneSelf && (unicode.IsLetter(r) || unicode.IsDigit(r)) }

// letters leaves the letters, digits and marks of a text.
func letters(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.In(r, unicode.L, unicode.N, unicode.M) {
			return r
		}
		return -1
	}, text)
}
