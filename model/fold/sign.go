package fold

import (
	"sync/atomic"
	"unicode"
	"unicode/utf8"
)

// kind is the part that a character plays in cutting a text into words.
type kind uint8

const (
	other      kind = iota // parts words: white space, punctuation, symbols
	letter                 // stands in a word: letters, digits, and numbers that fold to digits
	solo                   // a word of its own, because its script writes no blanks
	mark                   // belongs to the character before it
	ignored                // cannot be seen, or only stretches a word
	apostrophe             // see Scanner
	hyphen                 // parts words and glues them
)

// sign is what is known about a character: its kind in the upper 8 bits, and below it the one rune that it folds to,
// 0 if it folds to nothing, or several.
type sign uint32

// several stands for a folded form of more than one rune; it is no rune.
const several = 1<<24 - 1

func newSign(k kind, folded rune) sign { return sign(k)<<24 | sign(folded) }

func (s sign) kind() kind { return kind(s >> 24) }

func (s sign) folded() rune { return rune(s & (1<<24 - 1)) }

// append appends the folded form of r, whose sign s is.
func (s sign) append(dst []byte, r rune) []byte {
	switch f := s.folded(); f {
	case 0:
		return dst
	case several:
		return appendFolded(dst, r)
	default:
		return utf8.AppendRune(dst, f)
	}
}

// appendWord appends what a word keeps of the folded form of r: letters, digits and marks.
func (s sign) appendWord(dst []byte, r rune) []byte {
	if s.folded() != several {
		return s.append(dst, r)
	}
	var buffer [64]byte
	for _, f := range string(appendFolded(buffer[:0], r)) {
		if unicode.In(f, unicode.L, unicode.N, unicode.M) {
			dst = utf8.AppendRune(dst, f)
		}
	}
	return dst
}

// lower is the folded form of an ASCII character.
var lower = func() (table [utf8.RuneSelf]byte) {
	for c := range table {
		switch {
		case 'A' <= c && c <= 'Z':
			table[c] = byte(c) + 'a' - 'A'
		case '\t' <= c && c <= '\r':
			table[c] = ' '
		case c == '`':
			table[c] = '\''
		default:
			table[c] = byte(c)
		}
	}
	return table
}()

// wordByte is the folded form of an ASCII letter or digit, and 0 for all other bytes.
var wordByte = func() (table [256]byte) {
	for c := range utf8.RuneSelf {
		if f := lower[c]; 'a' <= f && f <= 'z' || '0' <= f && f <= '9' {
			table[c] = f
		}
	}
	return table
}()

// page holds the signs of 128 characters that follow each other.
type page [128]sign

// pages are worked out when the first of their characters turns up, so that they cost a start of the program nothing;
// whoever comes second finds the same.
var pages [(unicode.MaxRune + 1) / len(page{})]atomic.Pointer[page]

// signOf returns the sign of a character that is not ASCII.
func signOf(r rune) sign {
	if p := pages[r>>7].Load(); p != nil {
		return p[r&127]
	}
	return newPage(r >> 7)[r&127]
}

func newPage(n rune) *page {
	p := new(page)
	for i := range p {
		p[i] = classify(n<<7 + rune(i))
	}
	pages[n].Store(p)
	return p
}

// signAt decodes the character at the beginning of text, which is not empty.
func signAt(text string) (s sign, r rune, size int) {
	if c := text[0]; c < utf8.RuneSelf {
		return asciiSign(c), rune(c), 1
	}
	r, size = utf8.DecodeRuneInString(text)
	return signOf(r), r, size
}

func asciiSign(c byte) sign {
	k := other
	switch {
	case wordByte[c] != 0:
		k = letter
	case c == '\'' || c == '`':
		k = apostrophe
	case c == '-':
		k = hyphen
	}
	return newSign(k, rune(lower[c]))
}

// classify works out a sign from the tables of Unicode.
func classify(r rune) sign {
	var buffer [64]byte
	folded := appendFolded(buffer[:0], r)
	k := kindOf(r, folded)
	switch utf8.RuneCount(folded) {
	case 0:
		return newSign(k, 0)
	case 1:
		f, _ := utf8.DecodeRune(folded)
		return newSign(k, f)
	}
	return newSign(k, several)
}
