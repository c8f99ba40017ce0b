package widget

import (
	"unicode/utf8"

	"github.com/rivo/uniseg"
)

// breaker finds where a string may be broken into lines, by the Unicode line breaking algorithm (UAX 14).
//
// The full algorithm costs some 75 ns a byte. Most text is words of letters between spaces, where the
// algorithm can only say: after the space. So the string is taken in islands that begin and end at such a
// place, where no rule looks across; only an island that holds anything else is given to the algorithm.
type breaker struct {
	all    string
	pos    int
	island int // end of the island that the algorithm works on; 0: none
	state  int
}

// next is the end of the next unbreakable part, with the spaces behind it, and whether the line must end
// there. At the end of the string it is its length.
func (b *breaker) next() (end int, must bool) {
	if b.pos >= len(b.all) {
		return len(b.all), true
	}
	if b.island <= b.pos {
		end, plain := islandEnd(b.all, b.pos)
		if plain {
			b.pos = end
			return end, false
		}
		b.island, b.state = end, -1
	}
	segment, _, must, state := uniseg.FirstLineSegmentInString(b.all[b.pos:b.island], b.state)
	b.pos, b.state = b.pos+len(segment), state
	// The end of an island looks like the end of the text to the algorithm.
	return b.pos, must && (b.pos < b.island || endsLine(segment))
}

// islandEnd is the end of the island that begins at pos, and whether it is one word without anything to
// look into.
func islandEnd(all string, pos int) (end int, plain bool) {
	plain = true
	for i := pos; i < len(all); {
		n := wordSign(all, pos, i)
		if n > 0 {
			i += n
			continue
		}
		if all[i] == ' ' && i > pos && wordSignBefore(all, pos, i) {
			j := i
			for j < len(all) && all[j] == ' ' {
				j++
			}
			if j < len(all) && letter(all, j) > 0 {
				return j, plain
			}
			i = j
			plain = false
			continue
		}
		plain = false
		i++
	}
	return len(all), false
}

// wordSign is the length of the sign at i of a word that begins at from, if it is a letter or digit, or,
// behind one, a comma or full stop, or an apostrophe between two; else 0. No line can be broken between
// such signs.
func wordSign(all string, from, i int) int {
	if n := letter(all, i); n > 0 {
		return n
	}
	if i == from || !asciiLetter(all[i-1]) {
		return 0
	}
	switch c := all[i]; {
	case c == ',' || c == '.':
		if i+1 < len(all) && digit(all[i+1]) && !digit(all[i-1]) {
			return 0
		}
		return 1
	case c == '\'' && i+1 < len(all) && asciiLetter(all[i+1]):
		return 1
	case c == 0xe2 && i+3 < len(all) && all[i:i+3] == "’" && asciiLetter(all[i+3]):
		return 3
	}
	return 0
}

// wordSignBefore reports whether a letter, digit, comma or full stop ends at i.
func wordSignBefore(all string, from, i int) bool {
	c := all[i-1]
	if c < utf8.RuneSelf {
		return asciiLetter(c) || c == ',' || c == '.'
	}
	r, _ := utf8.DecodeLastRuneInString(all[from:i])
	return plainLetter(r)
}

// letter is the length of the letter or digit at i if it is of the plain kind, else 0.
func letter(all string, i int) int {
	if all[i] < utf8.RuneSelf {
		if asciiLetter(all[i]) {
			return 1
		}
		return 0
	}
	r, n := utf8.DecodeRuneInString(all[i:])
	if plainLetter(r) {
		return n
	}
	return 0
}

func asciiLetter(c byte) bool {
	return c|0x20 >= 'a' && c|0x20 <= 'z' || c >= '0' && c <= '9'
}

func digit(c byte) bool { return c >= '0' && c <= '9' }

func plainLetter(r rune) bool {
	return r >= 0xc0 && r < 0x250 && r != 0xd7 && r != 0xf7 || r >= 0x400 && r < 0x482 || r >= 0x48a && r < 0x530
}

func endsLine(segment string) bool {
	switch segment[len(segment)-1] {
	case '\n', '\r', '\v', '\f':
		return true
	}
	return len(segment) > 2 && (segment[len(segment)-3:] == "\u2028" || segment[len(segment)-3:] == "\u2029") ||
		len(segment) > 1 && segment[len(segment)-2:] == "\u0085"
}
