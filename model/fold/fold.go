// Package fold makes texts comparable: it takes away what people do not type when they look for something (capitals,
// accents, the shape of quotation marks) and cuts a text into the words that a search matches.
//
// # What is folded
//
// Case goes, in every script that has one (Σ σ ς are one letter). Accents go: a character is decomposed (Unicode NFKD)
// and the marks that only vary a letter are dropped, so that é is e, ё is е, and the points of Hebrew and the vowel
// signs of Arabic count for nothing; the vowel signs of Devanagari or Thai and the voicing marks of Japanese tell words
// apart and stay. Letters that Unicode does not decompose become what people type for them: ł l, ø o, đ and ð d, ß ss,
// æ ae, œ oe, þ th, ə a. The letter forms of Persian and Arabic that look alike are one. Digits of all scripts are 0
// to 9. Quotation marks become " and ', dashes -, all white space a blank; characters that cannot be seen go.
//
// # What a word is
//
// A run of letters, digits and their marks. See [Scanner] for what happens to apostrophes, hyphens, abbreviations,
// numbers, and scripts that write no blanks.
package fold

import "unicode/utf8"

// AppendFold appends the folded form of text to dst and returns the extended buffer. It allocates nothing if dst has
// room; the folded form can be longer than the text. Bytes that are no UTF-8 become U+FFFD.
func AppendFold(dst []byte, text string) []byte {
	for i := 0; i < len(text); {
		if c := text[i]; c < utf8.RuneSelf {
			dst = append(dst, lower[c])
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(text[i:])
		dst = signOf(r).append(dst, r)
		i += size
	}
	return dst
}

// String returns the folded form of text: text itself if that is what it is.
func String(text string) string {
	same := foldedPrefix(text)
	if same == len(text) {
		return text
	}
	dst := make([]byte, same, len(text)+8)
	copy(dst, text)
	return string(AppendFold(dst, text[same:]))
}

// Equal tells whether two texts fold to the same.
func Equal(a, b string) bool { return a == b || String(a) == String(b) }

// foldedPrefix returns how much of the beginning of text folding leaves as it is.
func foldedPrefix(text string) int {
	for i := 0; i < len(text); {
		if c := text[i]; c < utf8.RuneSelf {
			if lower[c] != c {
				return i
			}
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(text[i:])
		if signOf(r).folded() != r || size == 1 {
			return i
		}
		i += size
	}
	return len(text)
}
