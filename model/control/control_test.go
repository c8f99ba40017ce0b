package control_test

import (
	"strings"
	"testing"
	"unicode"

	"onrecord/model/control"
)

func TestVisible(t *testing.T) {
	for _, test := range []struct{ name, text, want string }{
		{"what people write stays", "“C’est la vie”,\tsaid Łukasz\n北京 می\u200cخواهم עִברִית\u200f co\u00adop 🏳\ufe0f\u200d🌈", "“C’est la vie”,\tsaid Łukasz\n北京 می\u200cخواهم עִברִית\u200f co\u00adop 🏳\ufe0f\u200d🌈"},
		{"an escape sequence", "a\x1b[31mb\a\b\x00", "a␛[31mb␇␈␀"},
		{"delete and the C1 controls", "\x7f\u0080\u009b\u009f", "␡‹U+0080›‹U+009B›‹U+009F›"},
		{"a carriage return alone overwrites", "true\rforged", "true␍forged"},
		{"but with a line feed it ends a line", "one\r\ntwo\r\r\n", "one\ntwo␍\n"},
		{"directions", "\u202aa\u202eb\u2066c\u2069", "‹U+202A›a‹U+202E›b‹U+2066›c‹U+2069›"},
		{"separators", "a\u2028b\u2029", "a‹U+2028›b‹U+2029›"},
		{"deprecated format characters", "\u206a\u206f", "‹U+206A›‹U+206F›"},
		{"annotations", "\ufff9a\ufffab\ufffb", "‹U+FFF9›a‹U+FFFA›b‹U+FFFB›"},
		{"tags", "a\U000e0001\U000e0041\U000e007f", "a‹U+E0001›‹U+E0041›‹U+E007F›"},
		{"a name with a variation selector", "葛\U000e0100城", "葛\U000e0100城"},
	} {
		if got := control.Visible(test.text); got != test.want {
			t.Errorf("%s: %+q is shown as %+q, not %+q", test.name, test.text, got, test.want)
		}
	}
}

// TestWhatActsIsNeverGraphic holds the definition beside Unicode's: nothing that has a shape is taken for a command, all
// control characters are but those of plain text, and what is shown instead does not act.
func TestWhatActsIsNeverGraphic(t *testing.T) {
	for r := rune(0); r <= unicode.MaxRune; r++ {
		acts := control.Acts(r)
		if acts && unicode.IsGraphic(r) {
			t.Errorf("%U has a shape", r)
		}
		if !acts && unicode.IsControl(r) && r != '\t' && r != '\n' {
			t.Errorf("%U is a control character", r)
		}
		if acts && strings.ContainsFunc(control.Picture(r), control.Acts) {
			t.Errorf("the picture of %U acts", r)
		}
	}
}
