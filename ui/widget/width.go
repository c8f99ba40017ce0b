package widget

import (
	"strings"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
)

// Width is the number of columns that s takes when drawn by this package.
func Width(s string) int { return measure(s, false) }

func measure(s string, ascii bool) int {
	if plainASCII(s) {
		return len(s)
	}
	w := 0
	scan := newScanner(s, ascii)
	for p, ok := scan.next(); ok; p, ok = scan.next() {
		w += p.width
	}
	return w
}

// simple is the length and the width of the first sign of s if it is a common one that no mark follows;
// else 0. Nearly all text goes this way.
func simple(s string) (n, width int) {
	r, n := rune(s[0]), 1
	if r >= utf8.RuneSelf {
		r, n = utf8.DecodeRuneInString(s)
	}
	switch {
	case common(r):
		width = 1
	case wide(r):
		width = 2
	default:
		return 0, 0
	}
	if len(s) == n || s[n] < utf8.RuneSelf {
		return n, width
	}
	if next, _ := utf8.DecodeRuneInString(s[n:]); !common(next) && !wide(next) {
		return 0, 0
	}
	return n, width
}

// common reports signs that are one column by every rule and never join with what stands before them.
func common(r rune) bool {
	switch {
	case r < 0x7f:
		return r >= 0x20
	case r < 0x300:
		return r > 0xa0 && r != softHyphen && r != 0xa9 && r != 0xae
	case r >= 0x400 && r <= 0x52f:
		return r < 0x483 || r > 0x489
	}
	return r >= 0x2010 && r <= 0x2027
}

// wide reports the same of signs that are two columns: the ideographs, the kana and their full stops.
func wide(r rune) bool {
	return r >= 0x4e00 && r <= 0x9fff || r >= 0x3041 && r <= 0x3096 || r >= 0x30a1 && r <= 0x30fa ||
		r >= 0x3001 && r <= 0x3011 || r >= 0xff01 && r <= 0xff60
}

// agree returns show in a form that is as wide by code points as by clusters: without the selectors that
// turn signs into emoji, then with the parts of a cluster set apart, then as code points.
func agree(show string, ascii bool) string {
	if agreed(show) {
		return show
	}
	show = strings.Map(func(r rune) rune {
		if r >= 0xfe00 && r <= 0xfe0f || r >= 0xe0100 && r <= 0xe01ef || r == joiner {
			return -1
		}
		return r
	}, show)
	if agreed(show) {
		return show
	}
	var apart strings.Builder
	for i, r := range show {
		if i > 0 && ansi.StringWidthWc(string(r)) > 0 {
			apart.WriteString(joint)
		}
		apart.WriteRune(r)
	}
	if agreed(apart.String()) {
		return apart.String()
	}
	var codes strings.Builder
	for _, r := range show {
		codes.WriteString(picture(r, false, ascii))
	}
	return codes.String()
}

// apart keeps show from joining with whatever is drawn before it.
func apart(show string) string {
	if show == "" || show[0] < utf8.RuneSelf {
		return show
	}
	if first, _ := ansi.FirstGraphemeCluster("x"+show, ansi.GraphemeWidth); len(first) > 1 {
		return joint + show
	}
	return show
}

func agreed(show string) bool { return ansi.StringWidth(show) == ansi.StringWidthWc(show) }

func plainASCII(s string) bool {
	for i := range len(s) {
		if s[i] < 0x20 || s[i] > 0x7e {
			return false
		}
	}
	return true
}

// hasRTL reports whether s holds letters that are written from right to left.
func hasRTL(s string) bool {
	if len(s) > rtlHorizon {
		s = s[:rtlHorizon]
	}
	for i := range len(s) {
		if s[i] >= 0xd6 {
			return strings.ContainsFunc(s[i:], isRTL)
		}
	}
	return false
}

func isRTL(r rune) bool {
	return r >= firstRTL && r < 0x0900 || r >= 0xfb1d && r < 0xfe00 || r >= 0xfe70 && r < 0xfeff ||
		r >= 0x10800 && r < 0x11000 || r >= 0x1e800 && r < 0x1f000
}
