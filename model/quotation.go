package model

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Quote is the words of a statement as they are shown.
type Quote struct {
	Words  string // what was said; each of its bytes stands From bytes later in the text
	From   int
	Marked bool // whether they stand in quotation marks: a speaker's own words do, and nothing else
}

// Quote returns the words as they may be shown. Words that stand in quotation marks already lose them, so that there is
// one pair, and marks within become single ones. Reported speech stays as it is, because it must never look like the
// speaker's own words.
func (s *Statement) Quote() Quote {
	if s.Form != Direct {
		return Quote{Words: s.Text}
	}
	words, from := s.Text, 0
	if begin, end, ok := quoted(words); ok {
		words, from = words[begin:end], begin
	}
	return Quote{Words: single(words), From: from, Marked: true}
}

// Quotation returns the words, a direct quotation in quotation marks.
func (s *Statement) Quotation() string {
	q := s.Quote()
	if q.Marked {
		return "“" + q.Words + "”"
	}
	return q.Words
}

// quoted returns what stands between the quotation marks that hold a whole text.
func quoted(text string) (begin, end int, ok bool) {
	begin, end = 0, len(strings.TrimRightFunc(text, unicode.IsSpace))
	begin = len(text) - len(strings.TrimLeftFunc(text, unicode.IsSpace))
	if begin >= end {
		return 0, 0, false
	}
	opened, size := utf8.DecodeRuneInString(text[begin:])
	closed, last := utf8.DecodeLastRuneInString(text[:end])
	if begin+size > end-last || !strings.ContainsRune(closers(opened), closed) {
		return 0, 0, false
	}
	begin, end = begin+size, end-last
	inner := text[begin:end]
	if endsWithin(inner, opened) || strings.TrimFunc(inner, unicode.IsSpace) == "" {
		return 0, 0, false
	}
	begin += len(inner) - len(strings.TrimLeftFunc(inner, unicode.IsSpace))
	end -= len(inner) - len(strings.TrimRightFunc(inner, unicode.IsSpace))
	return begin, end, true
}

// closers returns the marks that close what a quotation mark opens, "" for a character that opens nothing.
func closers(open rune) string {
	switch open {
	case '"', '”', '＂':
		return string(open)
	case '“', '‟':
		return "”"
	case '„':
		return "“”"
	case '«':
		return "»"
	case '»':
		return "«"
	case '‘':
		return "’"
	case '‚':
		return "‘’"
	case '「':
		return "」"
	case '『':
		return "』"
	case '〝':
		return "〞〟"
	}
	return ""
}

// endsWithin tells whether a quotation that was opened before a text ends in it, and so before the end of all of it. A
// mark that can open and close opens behind a blank.
func endsWithin(text string, opened rune) bool {
	close, depth, before := closers(opened), 0, ' '
	for i, r := range text {
		_, size := utf8.DecodeRuneInString(text[i:])
		after, _ := utf8.DecodeRuneInString(text[i+size:])
		switch {
		case r == '’' && unicode.IsLetter(before) && unicode.IsLetter(after): // an apostrophe
		case r == opened && (!strings.ContainsRune(close, r) || unicode.In(before, unicode.Space, unicode.Ps, unicode.Pi)):
			depth++
		case strings.ContainsRune(close, r):
			depth--
		}
		if depth < 0 {
			return true
		}
		before = r
	}
	return depth != 0
}

// single returns a text with single quotation marks in place of those that stand around all of it. They take as many
// bytes.
func single(text string) string {
	for double, single := range map[string]string{"“": "‘", "”": "’", "„": "‚", "‟": "‛"} {
		text = strings.ReplaceAll(text, double, single)
	}
	return text
}
