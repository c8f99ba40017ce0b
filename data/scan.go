package data

import (
	"encoding/binary"
	"strings"
)

// The scanner takes the usual shape of a record apart several times faster than a JSON decoder: one object of strings,
// of arrays and of further such objects, without control characters. It says nothing about any other text, right or
// wrong: that is left to the decoder, whose answer it must equal wherever it gives one.

// scanner reads a text from left to right. A place of -1 stands for "not the usual shape".
type scanner struct {
	text    string
	escapes bool // whether there is a backslash anywhere
}

// scanDepth is how deep arrays and objects can lie in a record of the usual shape.
const scanDepth = 4

// scanObject appends the members of an object.
func scanObject(text string, members []member) ([]member, bool) {
	text = strings.TrimRight(text, "\r")
	s, ok := newScanner(text)
	if !ok {
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

// scanArray appends the elements of an array, as they are written.
func scanArray(text string, elements []string) ([]string, bool) {
	s, ok := newScanner(text)
	if !ok || text == "" || text[0] != '[' {
		return elements, false
	}
	at := s.elements(0, scanDepth, &elements)
	return elements, at == len(text)
}

// newScanner looks at the text eight bytes at a time; it returns false if there is a control character.
func newScanner(text string) (scanner, bool) {
	const ones, high = 0x0101010101010101, 0x8080808080808080
	var control, escape uint64
	i := 0
	for ; i+8 <= len(text); i += 8 {
		word := binary.LittleEndian.Uint64([]byte(text[i : i+8]))
		// The highest bit of a byte is set in the difference where the byte is below 0x20 or, after the exclusive or,
		// zero; a borrow can only add to this when a lower byte has it already.
		control |= (word - 0x20*ones) &^ word & high
		slash := word ^ '\\'*ones
		escape |= (slash - ones) &^ slash & high
	}
	for ; i < len(text); i++ {
		if text[i] < 0x20 {
			control = high
		}
		if text[i] == '\\' {
			escape = high
		}
	}
	return scanner{text, escape != 0}, control == 0
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
		if strings.IndexByte(quoted, '\\') >= 0 {
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
			*list = append(*list, member{quoted[1 : len(quoted)-1], s.text[value:at]})
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
	if at == len(s.text) || s.text[at] != '"' {
		return -1
	}
	for at++; ; {
		end := strings.IndexByte(s.text[at:], '"')
		if end < 0 {
			return -1
		}
		if !s.escapes {
			return at + end + 1
		}
		slash := strings.IndexByte(s.text[at:at+end], '\\')
		if slash < 0 {
			return at + end + 1
		}
		at += slash + 1
		if at == len(s.text) || strings.IndexByte(`"\/bfnrt`, s.text[at]) < 0 {
			return -1
		}
		at++
	}
}
