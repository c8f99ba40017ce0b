package query

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"onrecord/model/fold"
)

// reader reads a line from left to right.
type reader struct {
	*syntax
	at int
}

func (r *reader) done() bool { return r.at >= len(r.line) }

func (r *reader) rest() string { return r.line[r.at:] }

// skip goes on to the next character that is not white space.
func (r *reader) skip() { r.at += len(r.rest()) - len(strings.TrimLeftFunc(r.rest(), unicode.IsSpace)) }

// hint tells what is not understood, unless it goes on where nothing is read any more, or
// enough has been told.
func (r *reader) hint(pos, end int, format string, args ...any) {
	atEnd := end == len(r.line)
	if r.cut && atEnd || len(r.hints) == maxHints {
		return
	}
	r.hints = append(r.hints, Hint{Pos: pos, End: end, Text: fmt.Sprintf(format, args...), Unfinished: atEnd})
}

// part reads one clause.
func (r *reader) part() part {
	p := part{pos: r.at}
	p.not = r.minus()
	switch {
	case endsToken(r.rest()):
		p.end = r.at
		r.hint(p.pos, p.end, "- leaves out what follows it, and nothing does.")
		return p
	case opener(r.rest()) != 0:
		p.kind = Phrase
		p.text, p.unclosed = r.quoted()
		r.checkPhrase(p.pos, p)
	default:
		r.wordOrFilter(&p)
	}
	p.end = r.at
	return p
}

func (r *reader) wordOrFilter(p *part) {
	name, size := fieldName(r.rest())
	field, known := FieldNamed(name)
	if !known || size == 0 {
		r.word(p, name, size)
		return
	}
	p.kind, p.field = Filter, field
	at := r.at
	r.at += size
	p.body = r.at
	r.values(p)
	if field == SortBy && p.not {
		p.not = false
		r.hint(p.pos, at, "An order of answers cannot be left out; sort:-date is the oldest first.")
	}
}

// word reads a word, which can begin with the name of a field that does not exist.
func (r *reader) word(p *part, name string, size int) {
	start := r.at
	if size > 0 && opener(r.line[r.at+size:]) != 0 {
		r.at += size
		p.kind = Phrase
		p.text, p.unclosed = r.quoted()
		r.hint(start, start+size, "%s is not a field, so only the phrase behind it is looked for; %s.", shown(name), fieldLike(name))
		r.checkPhrase(start+size, *p)
		return
	}
	r.at += tokenLen(r.rest(), false)
	p.text = r.line[start:r.at]
	if !p.not {
		r.thousands(p, start)
	}
	switch {
	case !hasWords(p.text):
		r.hint(start, r.at, "%s holds no letter and no digit to look for.", shown(p.text))
	case size > 0 && hasWords(p.text[size:]):
		p.unknown = size
		r.hint(start, start+size, "%s is not a field, so it is looked for as a word; %s.", shown(name), fieldLike(name))
	}
}

// thousands makes one word of a number that is parted by blanks, as in 100 000, where the scanner of words does too.
func (r *reader) thousands(p *part, start int) {
	if len(p.text) > 3 || !isNumber(p.text) {
		return
	}
	end := r.at
	for end+4 <= min(len(r.line), r.at+numberBytes) && r.line[end] == ' ' && isNumber(r.line[end+1:end+4]) && endsToken(r.line[end+4:]) {
		end += 4
	}
	if end == r.at {
		return
	}
	if words := slices.Collect(fold.Words(r.line[start:end])); len(words) == 1 {
		p.text, r.at = words[0].Text, end
	}
}

// numberBytes is how long a number parted by blanks is at most.
const numberBytes = 40

func isNumber(text string) bool { return strings.Trim(text, "0123456789") == "" }

// minus reads a minus, however often it is repeated.
func (r *reader) minus() bool {
	rest := strings.TrimLeft(r.rest(), "-−")
	not := len(rest) < len(r.rest())
	r.at = len(r.line) - len(rest)
	return not
}

// quoted reads a text in quotation marks, and tells whether they are not closed.
func (r *reader) quoted() (text string, unclosed bool) {
	open := opener(r.rest())
	r.at += utf8.RuneLen(open)
	var b strings.Builder
	for !r.done() {
		c, size := utf8.DecodeRuneInString(r.rest())
		next, nextSize := utf8.DecodeRuneInString(r.line[r.at+size:])
		switch {
		case c == '\\' && nextSize > 0 && (next == '\\' || closes(open, next)):
			b.WriteRune(next)
			size += nextSize
		case closes(open, c):
			r.at += size
			return b.String(), false
		default:
			b.WriteString(r.line[r.at : r.at+size])
		}
		r.at += size
	}
	r.closer = string(mirror(open))
	if backslashes := len(r.line) - len(strings.TrimRight(r.line, `\`)); backslashes%2 == 1 {
		r.closer = `\` + r.closer // so that the last one does not escape the quotation mark
	}
	return b.String(), true
}

func (r *reader) checkPhrase(pos int, p part) {
	switch {
	case p.unclosed:
		r.hint(pos, len(r.line), "The quotation mark is not closed, so the phrase holds to the end.")
	case !hasWords(p.text):
		r.hint(pos, r.at, "Between these quotation marks stands nothing to look for.")
	}
}

// fieldName returns the name before a colon with which text begins, and its length with the colon; 0 if text does not
// begin like a filter. 12:30 and https://x do not.
func fieldName(text string) (name string, size int) {
	end := strings.IndexFunc(text, func(c rune) bool { return !unicode.IsLetter(c) })
	if end <= 0 {
		return "", 0
	}
	colon, colonSize := utf8.DecodeRuneInString(text[end:])
	if colon != ':' && colon != '：' || strings.HasPrefix(text[end+colonSize:], "//") {
		return "", 0
	}
	return text[:end], end + colonSize
}

func colonless(name string) string { return strings.TrimRight(name, ":：") }

// tokenLen returns how far a word reaches, or a value in a list.
func tokenLen(text string, inList bool) int {
	end := strings.IndexFunc(text, func(c rune) bool { return unicode.IsSpace(c) || c == '|' || inList && c == ',' })
	if end < 0 {
		return len(text)
	}
	return end
}

// endsToken tells whether a word that reaches to the beginning of text is over.
func endsToken(text string) bool { return text == "" || tokenLen(text, false) == 0 }

// hasWords tells whether there is something in a text that can be looked for.
func hasWords(text string) bool {
	for range fold.Words(text) {
		return true
	}
	return false
}

// opener returns the quotation mark with which text begins, 0 if it begins with something else.
func opener(text string) rune {
	c, _ := utf8.DecodeRuneInString(text)
	if strings.ContainsRune(`"“”„‟«»＂`, c) && c != utf8.RuneError {
		return c
	}
	return 0
}

// closes tells whether a quotation mark closes what another one opened. A straight one closes all, but is closed by
// none but its like, so that a quotation can stand inside.
func closes(open, c rune) bool {
	switch open {
	case '"', '＂':
		return c == '"' || c == '＂'
	case '«', '»':
		return c == '«' || c == '»' || c == '"'
	}
	return strings.ContainsRune(`“”‟"`, c)
}

// mirror returns a quotation mark that closes what another one opened.
func mirror(open rune) rune {
	switch open {
	case '«':
		return '»'
	case '»':
		return '«'
	case '"', '＂':
		return open
	}
	return '”'
}
