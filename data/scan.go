package data

import (
	"encoding/binary"
	"math/bits"
	"strings"
)

// The scanner takes the usual shape of a record apart several times faster than a JSON decoder: one object of strings,
// of arrays and of further such objects, without control characters. It says nothing about any other text, right or
// wrong: that is left to the decoder, whose answer it must equal wherever it gives one.

// scanner reads a text from left to right. A place of -1 stands for "not the usual shape". It can be used again.
type scanner struct {
	text   string
	quotes []uint32 // where the quotes stand that begin and end strings
	next   int      // the first of them that has not been passed
	plain  bool     // whether the text is ASCII without escapes
}

// scanDepth is how deep arrays and objects can lie in a record of the usual shape.
const scanDepth = 4

// object appends the members of an object.
func (s *scanner) object(text string, members []member) ([]member, bool) {
	text = strings.TrimRight(text, "\r")
	if !s.reset(text) {
		return members, false
	}
	at := s.blank(0)
	if at == len(text) || text[at] != '{' {
		return members, false
	}
	at = s.members(at, scanDepth, &members)
	if at < 0 || s.blank(at) != len(text) {
		return members[:0], false
	}
	return members, true
}

// array appends the elements of an array, as they are written.
func (s *scanner) array(text string, elements []string) ([]string, bool) {
	if text == "" || text[0] != '[' || !s.reset(text) {
		return elements, false
	}
	at := s.elements(0, scanDepth, &elements)
	return elements, at == len(text)
}

// reset looks at a text 32 bytes at a time; it returns false if it can't be of the usual shape.
func (s *scanner) reset(text string) bool {
	s.text, s.next = text, 0
	quotes := s.quotes[:0]
	var control, escape, all uint64
	var last [len(blanks)]byte
	for at := 0; at < len(text); at += len(blanks) {
		var block []byte
		if at+len(blanks) <= len(text) {
			block = []byte(text[at : at+len(blanks)])
		} else {
			copy(last[copy(last[:], text[at:]):], blanks)
			block = last[:]
		}
		a, b := binary.LittleEndian.Uint64(block[0:8]), binary.LittleEndian.Uint64(block[8:16])
		c, d := binary.LittleEndian.Uint64(block[16:24]), binary.LittleEndian.Uint64(block[24:32])
		all |= a | b | c | d
		control |= controls(a) | controls(b) | controls(c) | controls(d)
		escape |= slashes(a) | slashes(b) | slashes(c) | slashes(d)
		for found := quotesIn(a) | quotesIn(b)<<8 | quotesIn(c)<<16 | quotesIn(d)<<24; found != 0; found &= found - 1 {
			quotes = append(quotes, uint32(at+bits.TrailingZeros64(found)))
		}
	}
	s.quotes, s.plain = quotes, (escape|all)&high == 0
	return control&high == 0 && (escape&high == 0 || s.unescape())
}

// blanks fill up the last bytes of a text.
const blanks = "                                "

// What stands in eight bytes at once. The highest bit of each byte tells; the others mean nothing.
const ones, high = 0x0101010101010101, 0x8080808080808080

// controls tells whether there is a control character. The highest bit of a byte is set in the difference, and not in
// the byte, where that is below 0x20; a borrow can only add to this when a lower byte has it already.
func controls(word uint64) uint64 { return (word - 0x20*ones) &^ word }

// slashes tells whether there is a backslash, in the same way: it makes a byte zero.
func slashes(word uint64) uint64 {
	slash := word ^ '\\'*ones
	return (slash - ones) &^ slash
}

// quotesIn returns one bit for each of the eight bytes, the lowest for the first: whether it is a quote.
func quotesIn(word uint64) uint64 {
	quote := word ^ '"'*ones
	// The sum, which cannot carry, leaves the highest bit of a byte clear only where all others are.
	found := (quote&^high+0x7f*ones|quote)&high ^ high
	return found * 0x0002040810204081 >> 56 // brings the highest bits of all bytes together in the highest byte
}

// unescape takes the quotes out of the list that are escaped; it returns false if there is an escape of another kind
// than those of a single sign.
func (s *scanner) unescape() bool {
	kept, passed := s.quotes[:0], 0
	for at := 0; ; {
		slash := strings.IndexByte(s.text[at:], '\\')
		if slash < 0 {
			break
		}
		at += slash + 1
		if at == len(s.text) || strings.IndexByte(`"\/bfnrt`, s.text[at]) < 0 {
			return false
		}
		for passed < len(s.quotes) && s.quotes[passed] < uint32(at) {
			kept = append(kept, s.quotes[passed])
			passed++
		}
		if s.text[at] == '"' {
			passed++
		}
		at++
	}
	s.quotes = append(kept, s.quotes[passed:]...)
	return true
}

// blank returns the place of the next byte that is no blank.
func (s *scanner) blank(at int) int {
	for at < len(s.text) && s.text[at] == ' ' {
		at++
	}
	return at
}

// members reads an object that begins at a place, and returns the place after it. It appends to list unless that is nil.
func (s *scanner) members(at, depth int, list *[]member) int {
	at = s.blank(at + 1)
	if at < len(s.text) && s.text[at] == '}' {
		return at + 1
	}
	for {
		name := at
		if at = s.str(at); at < 0 {
			return -1
		}
		quoted := s.text[name:at]
		if !s.plain && strings.IndexByte(quoted, '\\') >= 0 {
			return -1
		}
		at = s.blank(at)
		if at == len(s.text) || s.text[at] != ':' {
			return -1
		}
		value := s.blank(at + 1)
		if at = s.value(value, depth-1); at < 0 {
			return -1
		}
		if list != nil {
			*list = append(*list, member{})
			m := &(*list)[len(*list)-1]
			m.name, m.raw, m.plain = quoted[1:len(quoted)-1], s.text[value:at], s.plain
		}
		at = s.blank(at)
		switch {
		case at == len(s.text):
			return -1
		case s.text[at] == '}':
			return at + 1
		case s.text[at] != ',':
			return -1
		}
		at = s.blank(at + 1)
	}
}

// elements reads an array that begins at a place, and returns the place after it. It appends to list unless that is nil.
func (s *scanner) elements(at, depth int, list *[]string) int {
	at = s.blank(at + 1)
	if at < len(s.text) && s.text[at] == ']' {
		return at + 1
	}
	for {
		value := at
		if at = s.value(value, depth-1); at < 0 {
			return -1
		}
		if list != nil {
			*list = append(*list, s.text[value:at])
		}
		at = s.blank(at)
		switch {
		case at == len(s.text):
			return -1
		case s.text[at] == ']':
			return at + 1
		case s.text[at] != ',':
			return -1
		}
		at = s.blank(at + 1)
	}
}

// value returns the place after a string, an array or an object.
func (s *scanner) value(at, depth int) int {
	if at == len(s.text) || depth == 0 {
		return -1
	}
	switch s.text[at] {
	case '"':
		return s.str(at)
	case '[':
		return s.elements(at, depth, nil)
	case '{':
		return s.members(at, depth, nil)
	}
	return -1
}

// str returns the place after a string.
func (s *scanner) str(at int) int {
	if at == len(s.text) || s.text[at] != '"' || s.next+1 >= len(s.quotes) {
		return -1
	}
	// All quotes before this one have been passed, so that it is the next.
	end := s.quotes[s.next+1]
	s.next += 2
	return int(end) + 1
}
