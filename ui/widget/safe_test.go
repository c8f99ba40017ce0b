package widget_test

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"

	"onrecord/ui/theme"
	"onrecord/ui/widget"
)

func TestSafe(t *testing.T) {
	tests := []struct{ name, raw, want string }{
		{"what people write stays", "“C’est la vie”, said Łukasz – 5 € (北京)…", "“C’est la vie”, said Łukasz – 5 € (北京)…"},
		{"an escape sequence is seen, not obeyed", "a\x1b[2Jb", "a␛[2Jb"},
		{"a link sequence too", "\x1b]8;;http://evil\x07x", "␛]8;;http://evil␇x"},
		{"the one-byte introducer", "a\u009b31mb", "a‹U+009B›31mb"},
		{"null and delete", "a\x00b\x7f", "a␀b␡"},
		{"bell and backspace", "\a\b", "␇␈"},
		{"line breaks and tabs are spaces", "a\nb\r\nc\td", "a b c d"},
		{"a carriage return alone would overwrite", "a\rb", "a␍b"},
		{"separators", "a\u2028b\u2029c\u0085d", "a‹U+2028›b‹U+2029›c‹U+0085›d"},
		{"overrides of the direction", "a\u202eb\u2066c", "a‹U+202E›b‹U+2066›c"},
		{"nothing hides between letters", "a\u200bb\u2060c\ufeffd", "a‹U+200B›b‹U+2060›c‹U+FEFF›d"},
		{"tags hide text", "a\U000e0041", "a‹U+E0041›"},
		{"private use", "\ue000", "‹U+E000›"},
		{"bytes that are no text", "a\xffb\xc3", "a\ufffdb\ufffd"},
		{"a soft hyphen inside a word is no sign", "build\u00ading", "building"},
		{"but elsewhere it would hide", "a \u00ad b", "a ‹U+00AD› b"},
		{"a mark without a letter gets a place", "\u0301a", "◌\u0301a"},
		{"towers of marks are cut down", "e" + strings.Repeat("\u0302", 20), "e" + strings.Repeat("\u0302", 6) + "(+14)"},
		{"Hebrew is isolated", "שלום", "\u2068שלום\u2069"},
		{"its direction marks are not needed then", "שלום\u200f.", "\u2068שלום\u200b.\u2069"},
		{"Persian keeps its spelling", "می\u200cخواهم", "\u2068می\u200cخواهم\u2069"},
		{"flags", "🇫🇷", "🇫🇷"},
		{"half a flag", "🇫", "‹U+1F1EB›"},
		{"the emoji form would be wider", "❤\ufe0f", "❤"},
		{"families are shown apart", "👨\u200d👩\u200d👧", "👨👩👧"},
		{"keycaps", "1\ufe0f\u20e3", "1\u20e3"},
		{"Devanagari is set apart", "हि", "ह\u200bि"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := widget.Safe(test.raw); got != test.want {
				t.Errorf("Safe(%+q) = %+q, want %+q", test.raw, got, test.want)
			}
		})
	}
}

func TestPicturesInASCII(t *testing.T) {
	const raw, want = "a\x1b[2J\u202e\x7f\xff", "a^[[2J<U+202E><U+007F><FF>"
	if got := widget.Styled(theme.Style{}, raw).Cut(40, widget.Wrapping{ASCII: true}).Styled; got != want {
		t.Errorf("%q is drawn as %q, want %q", raw, got, want)
	}
}

// unsafeRune reports runes that must never reach a terminal from a collection. The isolates and the
// joint are the package's own.
func unsafeRune(r rune) bool {
	switch r {
	case '\u2068', '\u2069', '\u200b', '\u200c', '\u200d':
		return false
	}
	return !unicode.IsGraphic(r)
}

func FuzzSafe(f *testing.F) {
	for _, s := range []string{"NATO", "\x1b[31m", "שלום\u200f", "e\u0301", "हिन्दी", "🇫🇷🇫", "\u202e", "\xff", "ｶﾞ", "가", "ᄀ\u00adᅡ", "a\U000e0041", "0\u20e3"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, raw string) {
		got := widget.Safe(raw)
		if i := strings.IndexFunc(got, unsafeRune); i >= 0 || !utf8.ValidString(got) {
			t.Fatalf("Safe(%+q) = %+q lets something through at %d", raw, got, i)
		}
		if o, c := strings.Count(got, "\u2068"), strings.Count(got, "\u2069"); o != c || o > 1 {
			t.Fatalf("Safe(%+q) = %+q opens %d isolates and closes %d", raw, got, o, c)
		}
		w := widget.Width(raw)
		if g, c := ansi.StringWidth(got), ansi.StringWidthWc(got); g != c || g != w {
			t.Fatalf("Safe(%+q) = %+q is %d columns by clusters, %d by code points, and says %d", raw, got, g, c, w)
		}
	})
}

// Every sign that is taken to be one or two columns wide without asking is exactly that by both rules,
// and joins with no other.
func TestWidthOfEverySign(t *testing.T) {
	for r := rune(0); r <= unicode.MaxRune; r++ {
		for _, raw := range []string{string(r), "a" + string(r) + "中"} {
			got := widget.Safe(raw)
			if g, c, w := ansi.StringWidth(got), ansi.StringWidthWc(got), widget.Width(raw); g != c || g != w {
				t.Fatalf("%U in %+q is %d columns by clusters, %d by code points, and says %d", r, got, g, c, w)
			}
		}
		if r == 0x30000 {
			r = 0xdffff // nothing but unassigned planes between
		}
	}
}

func BenchmarkSafeStatement(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		widget.Safe(long)
	}
}

func TestWhatIsReadAsAWholeHoldsNoJoints(t *testing.T) {
	const hindi, hebrew = "हिन्दी में", "אנחנו"
	if got := widget.Unjoined(widget.Safe(hindi)); got != hindi {
		t.Errorf("%+q is written as %+q", hindi, got)
	}
	if got := widget.Unmarked(widget.Safe(hebrew)); got != hebrew {
		t.Errorf("%+q is written as %+q", hebrew, got)
	}
}
