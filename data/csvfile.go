package data

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/go-json-experiment/json/jsontext"

	"onrecord/data/escape"
)

// row is one record of a CSV file.
type row struct {
	line   int
	header []string
	cells  []string
	err    error // why there are no cells
}

// csvSource hands out the rows of a CSV file. The first one names the fields.
type csvSource struct {
	file   string
	rows   *csv.Reader
	header []string
	offset func() int64
	ended  error
}

func newCSVSource(file string, from *bufio.Reader, offset func() int64) (*csvSource, error) {
	if begin, _ := from.Peek(len(byteOrderMark)); string(begin) == byteOrderMark {
		if _, err := from.Discard(len(byteOrderMark)); err != nil {
			return nil, err
		}
	}
	s := &csvSource{file: file, rows: csv.NewReader(from), offset: offset}
	s.rows.Comma = comma(from)
	s.rows.FieldsPerRecord = -1 // rows that don't fit are told with their line
	header, err := s.rows.Read()
	if errors.Is(err, io.EOF) {
		return s, nil
	}
	if err != nil {
		return nil, fmt.Errorf("can't read %s: its first row must name the fields: %w", file, err)
	}
	for _, name := range header {
		s.header = append(s.header, strings.ToLower(strings.TrimSpace(name)))
	}
	return s, nil
}

// comma finds out what parts the cells: what the first line has most of.
func comma(from *bufio.Reader) rune {
	begin, _ := from.Peek(from.Buffered())
	first, _, _ := bytes.Cut(begin, []byte{'\n'})
	best := ','
	for _, c := range ";\t" {
		if bytes.Count(first, []byte(string(c))) > bytes.Count(first, []byte(string(best))) {
			best = c
		}
	}
	return best
}

func (s *csvSource) next(c *chunk) error {
	c.file = s.file
	for length := 0; s.ended == nil && length < smallChunk; {
		r := row{header: s.header}
		r.cells, r.err = s.rows.Read()
		var syntax *csv.ParseError
		switch {
		case r.err == nil:
			r.line, _ = s.rows.FieldPos(0)
		case errors.As(r.err, &syntax):
			r.line, r.err = syntax.StartLine, syntax.Err
		default:
			s.ended = r.err
			continue
		}
		for _, cell := range r.cells {
			length += len(cell)
		}
		length++
		c.rows = append(c.rows, r)
	}
	c.size = s.offset()
	if len(c.rows) == 0 {
		return endOf(s.file, s.ended)
	}
	return nil
}

func (c *chunk) parseRow(p *recordParser, r row) {
	s := c.record()
	s.line = r.line
	c.count(p.openRow(r) && p.statementMembers(s))
}

// openRow makes the members of a record out of a row.
func (p *recordParser) openRow(r row) bool {
	switch {
	case r.err != nil:
		p.begin(r.line, 0)
		p.wrong("", "not CSV: %v; write cells with commas, quotes or line breaks in quotes, quotes in them doubled", r.err)
		return false
	case len(r.cells) != len(r.header):
		p.begin(r.line, 0)
		p.wrong("", "%d cells, where the first row has %d; put cells with commas in quotes", len(r.cells), len(r.header))
		return false
	}
	object := []byte{'{'}
	for i, cell := range r.cells {
		if cell != "" {
			object = appendCell(object, r.header[i], escape.Bare(cell))
		}
	}
	return p.open(item{line: r.line, text: string(append(bytes.TrimSuffix(object, []byte{','}), '}'))})
}

// appendCell adds a cell to a JSON object, as the field that it stands for.
func appendCell(object []byte, name, cell string) []byte {
	if name == extraColumn {
		if members, err := newObjectReader().decode(cell); err == nil && len(members) > 0 {
			inner := strings.TrimSpace(cell)
			return append(append(object, inner[1:len(inner)-1]...), ',')
		}
	}
	object = appendQuoted(object, name)
	object = append(object, ':')
	switch name {
	case "topics":
		object = append(object, '[')
		for _, topic := range splitCell(cell) {
			object = append(appendQuoted(object, topic), ',')
		}
		object = append(bytes.TrimSuffix(object, []byte{','}), ']')
	case "stances":
		object = append(object, '[')
		for _, stance := range splitCell(cell) {
			object = append(appendStance(object, stance), ',')
		}
		object = append(bytes.TrimSuffix(object, []byte{','}), ']')
	default:
		object = appendQuoted(object, cell)
	}
	return append(object, ',')
}

func appendStance(object []byte, text string) []byte {
	topic, stance := "", text
	if at := strings.LastIndexByte(text, ':'); at >= 0 {
		topic, stance = strings.TrimSpace(text[:at]), strings.TrimSpace(text[at+1:])
	}
	object = appendQuoted(append(object, `{"topic":`...), topic)
	object = appendQuoted(append(object, `,"stance":`...), stance)
	return append(object, '}')
}

// appendQuoted adds a JSON string. Bytes that are no UTF-8 stay as they are, to be told with the record.
func appendQuoted(to []byte, text string) []byte {
	quoted, err := jsontext.AppendQuote(nil, text)
	if err != nil {
		return append(append(append(to, '"'), text...), '"')
	}
	return append(to, quoted...)
}

// extraColumn holds the fields that onrecord doesn't know, as a JSON object.
const extraColumn = "extra"

// splitCell is the inverse of escape.List.
func splitCell(cell string) []string {
	var values []string
	var value strings.Builder
	end := func() {
		if text := strings.TrimSpace(value.String()); text != "" {
			values = append(values, text)
		}
		value.Reset()
	}
	for i := 0; i < len(cell); i++ {
		switch {
		case cell[i] == '\\' && i+1 < len(cell):
			i++
			value.WriteByte(cell[i])
		case cell[i] == ';':
			end()
		default:
			value.WriteByte(cell[i])
		}
	}
	end()
	return values
}
