package fold

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// appendFolded appends the folded form of any character. It is the definition that the tables are made from.
func appendFolded(dst []byte, r rune) []byte {
	if to := punctuation(r); to != 0 {
		return append(dst, to)
	}
	if unicode.IsSpace(r) || r == zeroWidthSpace {
		return append(dst, ' ')
	}
	if hangulFrom <= r && r <= hangulTo {
		return appendJamo(dst, r)
	}
	var buffer [utf8.UTFMax]byte
	n := utf8.EncodeRune(buffer[:], r)
	parts := norm.NFKD.Properties(buffer[:n]).Decomposition()
	if parts == nil {
		return appendPart(dst, r)
	}
	for len(parts) > 0 {
		part, size := utf8.DecodeRune(parts)
		dst = appendPart(dst, part)
		parts = parts[size:]
	}
	return dst
}

// appendPart appends the folded form of a character that does not decompose any further.
func appendPart(dst []byte, r rune) []byte {
	if dropped(r) {
		return dst
	}
	if to := punctuation(r); to != 0 {
		return append(dst, to)
	}
	if unicode.Is(unicode.Nd, r) {
		return append(dst, digit(r))
	}
	r = unicode.ToLower(unicode.ToUpper(r))
	if to := respelt(r); to != "" {
		return append(dst, to...)
	}
	return utf8.AppendRune(dst, r)
}

const (
	zeroWidthSpace = '\u200B'
	tatweel        = '\u0640' // stretches an Arabic word
	nukta          = '\u093C' // a dot that Hindi writes or leaves out
	gershayim      = '\u05F4' // stands in Hebrew abbreviations
	voiced         = '\u3099' // Japanese: ka with it is ga
	halfVoiced     = '\u309A'
)

// accented are the scripts whose marks vary a letter without making another one of it.
var accented = []*unicode.RangeTable{
	unicode.Inherited, unicode.Latin, unicode.Greek, unicode.Cyrillic, unicode.Hebrew, unicode.Arabic, unicode.Syriac,
}

// dropped tells which characters fold to nothing.
func dropped(r rune) bool {
	switch r {
	case tatweel, nukta, gershayim:
		return true
	case voiced, halfVoiced, zeroWidthSpace:
		return false
	}
	if unicode.In(r, unicode.Mn, unicode.Me) {
		return unicode.In(r, accented...)
	}
	return unicode.Is(unicode.Cf, r)
}

// punctuation returns the one sign that stands for all signs of the same use, 0 if there is none.
func punctuation(r rune) byte {
	switch r {
	case '‘', '’', '‚', '‛', '′', '‵', '‹', '›', '´', '\u1FFD', '`', '＇', '\u05F3', '\u02B9', '\u02BB', '\u02BC', '\u02BD', '\u02BE', '\u02BF':
		return '\''
	case '“', '”', '„', '‟', '″', '‶', '«', '»', '〝', '〞', '〟', '＂', '\u02BA':
		return '"'
	case '‐', '‑', '‒', '–', '—', '―', '−', '﹘', '﹣', '－':
		return '-'
	case '\u2044':
		return '/'
	}
	return 0
}

// respelt returns what people type for a letter that Unicode does not decompose, "" if that is the letter itself. For
// Arabic it is the letter that is often written in its place.
func respelt(r rune) string {
	switch r {
	case 'ł', 'ƚ', 'ɫ':
		return "l"
	case 'ø', 'ɔ':
		return "o"
	case 'đ', 'ð', 'ɖ', 'ɗ':
		return "d"
	case 'ß':
		return "ss"
	case 'æ':
		return "ae"
	case 'œ':
		return "oe"
	case 'þ':
		return "th"
	case 'ə':
		return "a"
	case 'ħ':
		return "h"
	case 'ı', 'ɨ':
		return "i"
	case 'ŋ', 'ɲ':
		return "n"
	case 'ŧ':
		return "t"
	case 'ĸ', 'ƙ':
		return "k"
	case 'ɓ':
		return "b"
	case 'ɛ', 'ǝ':
		return "e"
	case 'ʉ':
		return "u"
	case 'ȷ':
		return "j"
	case 'ى', 'ی':
		return "ي"
	case 'ک':
		return "ك"
	case 'ة', 'ہ', 'ھ':
		return "ه"
	}
	return ""
}

// digit returns the value of a decimal digit as an ASCII digit. The digits of a script lie side by side, from zero.
func digit(r rune) byte {
	for _, in := range unicode.Nd.R16 {
		if rune(in.Lo) <= r && r <= rune(in.Hi) {
			return '0' + byte((r-rune(in.Lo))%10)
		}
	}
	for _, in := range unicode.Nd.R32 {
		if rune(in.Lo) <= r && r <= rune(in.Hi) {
			return '0' + byte((r-rune(in.Lo))%10)
		}
	}
	return '0'
}

// The Korean syllables, each of which is made of two or three letters by arithmetic: the Unicode Standard, 3.12.
const (
	hangulFrom, hangulTo          = 0xAC00, 0xD7A3
	leadFrom, vowelFrom, tailFrom = 0x1100, 0x1161, 0x11A7
	vowels, tails                 = 21, 28
)

func appendJamo(dst []byte, r rune) []byte {
	r -= hangulFrom
	dst = utf8.AppendRune(dst, leadFrom+r/(vowels*tails))
	dst = utf8.AppendRune(dst, vowelFrom+r%(vowels*tails)/tails)
	if tail := r % tails; tail != 0 {
		dst = utf8.AppendRune(dst, tailFrom+tail)
	}
	return dst
}

// unspaced are the scripts that write no blanks between words.
var unspaced = []*unicode.RangeTable{
	unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Bopomofo, unicode.Yi,
	unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar,
}

// kindOf returns the part that a character plays, whose folded form is given.
func kindOf(r rune, folded []byte) kind {
	switch {
	case r == '\'' || r == '`':
		return apostrophe
	case r == '-' || r == '‐' || r == '‑' || r == '－' || r == '﹣':
		return hyphen
	case len(folded) == 1 && folded[0] == '\'' && r != '‹' && r != '›' && r != '‚':
		return apostrophe
	case unicode.Is(unicode.M, r) || r == 'ﾞ' || r == 'ﾟ':
		return mark
	case len(folded) == 0:
		return ignored
	case !unicode.In(r, unicode.L, unicode.N) || !wordly(r, folded):
		return other
	case r == 'ー' || r == 'ｰ' || !unicode.Is(unicode.Nd, r) && unicode.In(r, unspaced...):
		return solo
	}
	return letter
}

// wordly tells whether a letter or number has a folded form that can stand in a word: all of it for a number, so that ½
// is none, and something of it for a letter.
func wordly(r rune, folded []byte) bool {
	some, all := false, true
	for _, f := range string(folded) {
		is := unicode.In(f, unicode.L, unicode.N)
		some, all = some || is, all && is
	}
	return some && (all || unicode.Is(unicode.L, r))
}
