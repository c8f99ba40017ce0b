package data

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/go-json-experiment/json/jsontext"
	"golang.org/x/text/unicode/norm"
)

// member is one name and value of a JSON object.
type member struct {
	name  string
	raw   string // the value as it is written
	plain bool   // whether it is known to be ASCII without escapes
}

// kind returns the kind of the value: its first sign, '0' for any number.
func (m member) kind() jsontext.Kind {
	if c := m.raw[0]; c == '-' || '0' <= c && c <= '9' {
		return '0'
	}
	return jsontext.Kind(m.raw[0])
}

// objectReader takes JSON objects apart. The strings it hands out are cut from the text it is given.
type objectReader struct {
	scanner scanner
	decoder *jsontext.Decoder
	buffer  bytes.Buffer
	members []member
	plain   bool // whether the text read last is known to be ASCII without escapes
}

var errNotObject = errors.New("not an object; a record is written as {\"id\": …}")

// lenient leaves double names and broken UTF-8 to our own checks, which can say more about them.
func lenient() []jsontext.Options {
	return []jsontext.Options{jsontext.AllowDuplicateNames(true), jsontext.AllowInvalidUTF8(true)}
}

func newObjectReader() *objectReader {
	r := &objectReader{}
	r.decoder = jsontext.NewDecoder(&r.buffer, lenient()...)
	return r
}

// read returns the members of the one object in text, valid until the next call.
func (r *objectReader) read(text string) ([]member, error) {
	var usual bool
	if r.members, usual = r.scanner.object(text, r.members[:0]); usual {
		r.plain = r.scanner.plain
		return r.members, nil
	}
	r.plain = false
	return r.decode(text)
}

// decode is read for any text.
func (r *objectReader) decode(text string) ([]member, error) {
	r.members = r.members[:0]
	if nestedTooDeep(text) {
		return nil, errTooDeep
	}
	r.buffer.Reset()
	r.buffer.WriteString(text)
	r.decoder.Reset(&r.buffer, jsontext.AllowDuplicateNames(true), jsontext.AllowInvalidUTF8(true))
	if kind := r.decoder.PeekKind(); kind != '{' && kind != jsontext.KindInvalid {
		return nil, errNotObject
	}
	if _, err := r.decoder.ReadToken(); err != nil {
		return nil, syntaxError(text, err)
	}
	for r.decoder.PeekKind() != '}' {
		name, err := r.value(text)
		if err != nil {
			return nil, err
		}
		raw, err := r.value(text)
		if err != nil {
			return nil, err
		}
		decoded, err := jsontext.AppendUnquote(nil, name)
		if err != nil {
			return nil, errHalfCharacter
		}
		r.members = append(r.members, member{name: string(decoded), raw: raw})
	}
	if _, err := r.decoder.ReadToken(); err != nil {
		return nil, syntaxError(text, err)
	}
	if _, err := r.decoder.ReadToken(); err != io.EOF {
		return nil, errors.New("more text after the object; write each record on a line of its own")
	}
	return r.members, nil
}

var errTooDeep = fmt.Errorf("arrays and objects lie more than %d deep in each other; flatten the record", MaxDepth)

// nestedTooDeep tells whether arrays and objects lie too deep in each other, in text that need not be JSON.
func nestedTooDeep(text string) bool {
	depth, quoted := 0, false
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case quoted && c == '\\':
			i++
		case c == '"':
			quoted = !quoted
		case quoted:
		case c == '{' || c == '[':
			if depth++; depth > MaxDepth {
				return true
			}
		case c == '}' || c == ']':
			depth--
		}
	}
	return false
}

func (r *objectReader) value(text string) (string, error) {
	v, err := r.decoder.ReadValue()
	if err != nil {
		return "", syntaxError(text, err)
	}
	end := int(r.decoder.InputOffset())
	return text[end-len(v) : end], nil
}

// syntaxError says where the text of a record stops being JSON.
func syntaxError(text string, err error) error {
	var syntax *jsontext.SyntacticError
	if !errors.As(err, &syntax) {
		return notJSON(err, 0)
	}
	return notJSON(err, utf8.RuneCountInString(text[:min(int(syntax.ByteOffset), len(text))])+1)
}

// notJSON says why something is no JSON.
func notJSON(err error, column int) error {
	var syntax *jsontext.SyntacticError
	switch {
	case errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, io.EOF):
		return errors.New("not JSON: it ends in the middle")
	case !errors.As(err, &syntax):
		return fmt.Errorf("not JSON: %w", err)
	}
	return fmt.Errorf("not JSON: %s at column %d", strings.TrimPrefix(syntax.Err.Error(), "jsontext: "), column)
}

var errHalfCharacter = errors.New("holds one half of a \\u pair, which is no character")

// unquote returns what a JSON string says, in the canonical composition. Only here is it safe to compose: in the text
// as it is written, an accent may follow the last letter of an escape.
func unquote(raw string) (string, error) {
	if strings.IndexByte(raw, '\\') < 0 {
		return normal(raw[1 : len(raw)-1]), nil
	}
	text, err := jsontext.AppendUnquote(make([]byte, 0, len(raw)), raw)
	if err != nil {
		return "", errHalfCharacter
	}
	return normal(string(text)), nil
}

// normal brings text to the canonical composition.
func normal(text string) string {
	if isASCII(text) || norm.NFC.IsNormalString(text) {
		return text
	}
	return norm.NFC.String(text)
}

func isASCII(text string) bool {
	var bits uint64
	for len(text) >= 8 {
		bits |= binary.LittleEndian.Uint64([]byte(text[:8]))
		text = text[8:]
	}
	for i := range len(text) {
		bits |= uint64(text[i])
	}
	return bits&0x8080808080808080 == 0
}

// kindName names the kind of a JSON value for people.
func kindName(kind jsontext.Kind) string {
	switch kind {
	case '"':
		return "a string"
	case '0':
		return "a number"
	case 't', 'f':
		return "true or false"
	case '[':
		return "an array"
	case '{':
		return "an object"
	}
	return "null"
}

// otherMembers is a JSON object of members that are kept as they are.
type otherMembers struct{ text []byte }

// reset forgets all members, and keeps the room.
func (k *otherMembers) reset() { k.text = k.text[:0] }

func (k *otherMembers) add(m member) {
	value := jsontext.Value(m.raw)
	if strings.ContainsAny(m.raw, "\n\r") {
		value = value.Clone()
		if value.Compact(lenient()...) != nil {
			value = jsontext.Value(m.raw)
		}
	}
	sign := byte(',')
	if len(k.text) == 0 {
		sign = '{'
	}
	k.text, _ = jsontext.AppendQuote(append(k.text, sign), m.name) // its only error, broken UTF-8, was checked with the line
	k.text = append(append(k.text, ':'), value...)
}

// String returns the object, "" if it has no members.
func (k *otherMembers) String() string {
	if len(k.text) == 0 {
		return ""
	}
	return string(append(k.text, '}'))
}
