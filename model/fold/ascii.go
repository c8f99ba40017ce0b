package fold

import (
	"encoding/binary"
	"math/bits"
	"unicode/utf8"
)

// ascii reads a word that begins with an ASCII letter or digit, and is most often all ASCII.
func (s *Scanner) ascii() {
	text, word, i := s.text, s.word, s.at
	for n := 8; n == 8 && i+8 <= len(text); i += n {
		var folded uint64
		folded, n = eightBytes(text[i : i+8])
		word = binary.LittleEndian.AppendUint64(word, folded)[:len(word)+n]
	}
	for i < len(text) {
		c := wordByte[text[i]]
		if c == 0 {
			break
		}
		word = append(word, c)
		i++
	}
	s.word = word
	switch {
	case i < len(text) && text[i] == ' ' && word[0] > '9': // most words end like this
		s.end, s.at, s.glue = i, i+1, -1
	case i == len(text) || !s.goesOn(i, text[i]):
		s.finish(i, i)
	}
}

// eightBytes tells how many ASCII letters and digits there are at the beginning of eight bytes, and returns these
// folded, the first in the lowest eight bits.
func eightBytes(text string) (folded uint64, n int) {
	const ones, high = 0x0101010101010101, 0x8080808080808080
	all := binary.LittleEndian.Uint64([]byte(text))
	// A capital letter differs from a small one in the bit 0x20, which digits have, too. Adding to seven bits what is
	// missing to 0x80 sets the highest bit of a byte from a certain sign on, and never carries.
	folded = all | 0x20*ones
	low, digits := folded&^high, all&^high
	letter := (low + (0x80-'a')*ones) &^ (low + (0x7f-'z')*ones)
	digit := (digits + (0x80-'0')*ones) &^ (digits + (0x7f-'9')*ones)
	part := ^(letter | digit) | all
	return folded, bits.TrailingZeros64(part&high) / 8
}

// goesOn reads on a word of ASCII letters and digits that ends before the sign c at text[i], and tells whether there was
// more to read.
func (s *Scanner) goesOn(i int, c byte) bool {
	isNumber := s.word[0] <= '9'
	if c == '.' && i == s.start+1 && !isNumber {
		return s.initials()
	}
	if isNumber && i >= s.plain && (c == ' ' || c == ',' || c == '.' || c == '\'' || c >= utf8.RuneSelf) {
		if end := s.number(i); end > i {
			s.at = end
			s.letters()
			return true
		}
	}
	if c >= utf8.RuneSelf || c == '\'' || c == '`' {
		s.at = i
		s.letters()
		return true
	}
	return false
}
