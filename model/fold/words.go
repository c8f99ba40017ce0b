package fold

import (
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Word is one word of a text.
type Word struct {
	Text       string // folded: only letters, digits and marks, and the point of a decimal
	Start, End int    // where it stands in the text, in bytes, between characters
	Pos        int    // how many words come before it
	Joined     bool   // only a hyphen or an apostrophe stands between it and the word before
}

// Words yields the words of a text, as a [Scanner] finds them.
func Words(text string) iter.Seq[Word] {
	return func(yield func(Word) bool) {
		var s Scanner
		for s.Reset(text); s.Next(); {
			if !yield(s.Word()) {
				return
			}
		}
	}
}

// Scanner cuts texts into words, without allocating once its buffer has grown to the longest word:
//
//	for s.Reset(text); s.Next(); { use(s.Text()) }
//
// The rules, beyond a run of letters and digits being a word:
//
//   - A hyphen parts words, and the second is Joined: self-defence is self defence, COVID-19 covid 19.
//   - An apostrophe inside a word is left out (don't dont, Xi'an xian), a possessive 's is no part of the word (NATO's
//     nato), and where three or more letters follow the apostrophe, they are a Joined word (l'OTAN l otan, O'Brien
//     o brien), except in Cyrillic, where the apostrophe is a letter.
//   - Single letters with points are one word: U.S. us, J.D. jd.
//   - Digits grouped in thousands are one number: 100,000 100.000 100'000 1,00,000; grouped with a blank too, but with a
//     plain blank only if the number ends in 00, because two numbers can stand side by side. A decimal keeps its point,
//     also where a comma is written: 2.5, 1,234.5 1234.5, 2,5 2.5. All other signs part numbers: 26.01.2022 26 01 2022.
//   - A character of a script that writes no blanks (Chinese, Japanese, Thai, …) is a word of its own, with its marks.
//
// Scanning takes time in proportion to the length of the text, whatever the text is.
type Scanner struct {
	text       string
	at         int    // the next byte to look at
	word       []byte // the word found last, folded
	start, end int    // where it stands
	pos        int
	joined     bool
	glue       int // where a word must begin to be joined to the last one
	plain      int // up to here, signs between digits are known to group none
}

// Reset begins a new text.
func (s *Scanner) Reset(text string) {
	*s = Scanner{text: text, word: s.word[:0], pos: -1, glue: -1}
}

// Text returns the folded word; it is good until the next call of Next or Reset.
func (s *Scanner) Text() []byte { return s.word }

// Span returns where the word stands in the text.
func (s *Scanner) Span() (start, end int) { return s.start, s.end }

// Word returns the word as a value of its own.
func (s *Scanner) Word() Word {
	w := Word{Start: s.start, End: s.end, Pos: s.pos, Joined: s.joined}
	if written := s.text[s.start:s.end]; written == string(s.word) {
		w.Text = written
	} else {
		w.Text = string(s.word)
	}
	return w
}

// Next goes to the next word and tells whether there is one.
func (s *Scanner) Next() bool {
	for s.at < len(s.text) {
		c := s.text[s.at]
		switch {
		case wordByte[c] != 0:
			s.begin()
			s.ascii()
			return true
		case c < utf8.RuneSelf:
			s.at++
		default:
			sign, r, size := signAt(s.text[s.at:])
			switch sign.kind() {
			case letter:
				s.begin()
				s.letters()
				return true
			case solo:
				s.begin()
				s.word = sign.append(s.word, r)
				s.marks(s.at + size)
				return true
			}
			s.at += size
		}
	}
	s.word, s.start, s.end = s.word[:0], s.at, s.at
	return false
}

// begin starts a word where the scanner stands.
func (s *Scanner) begin() {
	s.word = s.word[:0]
	s.start = s.at
	s.pos++
	s.joined = s.at == s.glue
}

// finish ends the word before text[end]; reading goes on at text[next].
func (s *Scanner) finish(end, next int) {
	s.end, s.at = end, next
	s.glue = -1
	if next == len(s.text) {
		return
	}
	if c := s.text[next]; c == '-' {
		s.glue = next + 1
	} else if c >= utf8.RuneSelf {
		if sign, _, size := signAt(s.text[next:]); sign.kind() == hyphen {
			s.glue = next + size
		}
	}
}

// letters reads the word on from where the scanner stands.
func (s *Scanner) letters() {
	end, i := s.at, s.at
	for i < len(s.text) {
		sign, r, size := signAt(s.text[i:])
		switch sign.kind() {
		case letter, mark:
			s.word = sign.appendWord(s.word, r)
			i += size
			end = i
		case ignored:
			i += size
		case apostrophe:
			if s.endsAtApostrophe(end, i, size) {
				return
			}
			i += size
		default:
			if r == '.' && end == i && utf8.RuneCountInString(s.text[s.start:end]) == 1 && s.initials() {
				return
			}
			s.finish(end, i)
			return
		}
	}
	s.finish(end, i)
}

// endsAtApostrophe decides what an apostrophe at text[i] is to the word that ends before text[end], and tells whether
// the word is over.
func (s *Scanner) endsAtApostrophe(end, i, size int) bool {
	switch is, n := afterApostrophe(s.text[i+size:]); is {
	case partOfWord:
		return false
	case possessive:
		s.finish(end, i+size+n)
	case wordOfItsOwn:
		s.end, s.at, s.glue = end, i+size, i+size
	default:
		s.finish(end, i)
	}
	return true
}

// marks ends a word of one character after the marks that begin at text[i].
func (s *Scanner) marks(i int) {
	for i < len(s.text) {
		sign, r, size := signAt(s.text[i:])
		if sign.kind() != mark {
			break
		}
		s.word = sign.append(s.word, r)
		i += size
	}
	s.finish(i, i)
}

// The parts that what follows an apostrophe can play.
type part uint8

const (
	noPart part = iota // no letter follows
	partOfWord
	possessive // an s, and the word ends
	wordOfItsOwn
)

// afterApostrophe tells what follows an apostrophe after a letter; n is the length of a possessive s.
func afterApostrophe(text string) (is part, n int) {
	letters := 0
	for i := 0; i < len(text) && letters < 3; {
		sign, r, size := signAt(text[i:])
		k := sign.kind()
		if k != letter && (k != mark && k != ignored || letters == 0) {
			break
		}
		if letters == 0 && unicode.Is(unicode.Cyrillic, r) {
			return partOfWord, 0
		}
		if k == letter {
			letters++
		}
		i += size
	}
	switch {
	case letters == 0:
		return noPart, 0
	case letters == 1 && strings.IndexByte("sS", text[0]) >= 0 && endsWord(text[1:]):
		return possessive, 1
	case letters < 3:
		return partOfWord, 0
	}
	return wordOfItsOwn, 0
}

// endsWord tells whether a word is over where text begins.
func endsWord(text string) bool {
	if text == "" {
		return true
	}
	sign, _, _ := signAt(text)
	return sign.kind() != mark && sign.kind() != ignored
}

// initials reads on an abbreviation such as U.S. or J.D., of which the first letter has been read and a point follows.
// It tells whether there is one.
func (s *Scanner) initials() bool {
	i := s.start
	first, size := utf8.DecodeRuneInString(s.text[i:])
	if !unicode.IsLetter(first) {
		return false
	}
	found, end := 1, i+size+1
	for i = end; i < len(s.text); {
		sign, r, size := signAt(s.text[i:])
		if sign.kind() != letter || !unicode.IsLetter(r) {
			break
		}
		next := i + size
		pointed := next < len(s.text) && s.text[next] == '.'
		if !pointed && !atGap(s.text[next:]) {
			break
		}
		s.word = sign.appendWord(s.word, r)
		found++
		end = next
		if !pointed {
			break
		}
		end++
		i = end
	}
	if found == 1 {
		return false
	}
	s.finish(end, end+possessiveAt(s.text[end:]))
	return true
}

// possessiveAt returns the length of a possessive with which text begins, 0 if there is none.
func possessiveAt(text string) int {
	if text == "" {
		return 0
	}
	sign, _, size := signAt(text)
	if sign.kind() != apostrophe {
		return 0
	}
	if is, n := afterApostrophe(text[size:]); is == possessive {
		return size + n
	}
	return 0
}

// atGap tells whether no character of a word stands at the beginning of text.
func atGap(text string) bool {
	if text == "" {
		return true
	}
	sign, _, _ := signAt(text)
	return sign.kind() == other || sign.kind() == hyphen
}
