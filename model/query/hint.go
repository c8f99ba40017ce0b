package query

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/width"
)

// Hint tells what was not understood at one place of a line, and what would be right.
type Hint struct {
	Pos, End   int    // the place, in bytes
	Text       string // one sentence, with its full stop
	Unfinished bool   // the place is the end of the line, so that it may only not be finished
	Note       bool   // all is understood; it tells how that is answered
}

// Error is a line that was not understood.
type Error struct {
	Line string
	Hint
}

func (e *Error) Error() string { return strings.TrimSuffix(e.Text, ".") }

// Caret shows the place in two lines: the query, and a mark under what was not understood. What cannot be printed is
// shown as U+FFFD.
func (e *Error) Caret() string {
	var shown strings.Builder
	before, under := 0, 0
	for i, r := range e.Line {
		r = printable(r)
		shown.WriteRune(r)
		switch {
		case i < e.Pos:
			before += columns(r)
		case i < e.End:
			under += columns(r)
		}
	}
	return shown.String() + "\n" + strings.Repeat(" ", before) + strings.Repeat("^", max(1, under))
}

func printable(r rune) rune {
	if unicode.IsPrint(r) {
		return r
	}
	return utf8.RuneError
}

// shown returns a part of a line as a hint shows it: what cannot be printed as U+FFFD, and a long one cut.
func shown(text string) string {
	const most = 60
	runes := []rune(strings.Map(printable, text))
	if len(runes) > most {
		return string(runes[:most-1]) + "…"
	}
	return string(runes)
}

// columns returns how many columns of a terminal a character takes.
func columns(r rune) int {
	switch {
	case unicode.In(r, unicode.Mn, unicode.Me):
		return 0
	case width.LookupRune(r).Kind() == width.EastAsianWide || width.LookupRune(r).Kind() == width.EastAsianFullwidth:
		return 2
	}
	return 1
}
