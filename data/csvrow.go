package data

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/go-json-experiment/json/jsontext"

	"onrecord/data/escape"
)

func (c *chunk) parseRow(p *recordParser, r row) {
	s := c.record()
	s.line = r.line
	p.absent, p.vital = r.header.absent, vitalFields()
	c.count(p.openRow(r) && p.statementMembers(s))
}

// openRow makes the members of a record out of a row.
func (p *recordParser) openRow(r row) bool {
	p.begin(r.line, 0)
	names := r.header.names
	if err := r.fault(); err != nil {
		p.wrong("", "%v", err)
		return false
	}
	object := []byte{'{'}
	for i, cell := range r.cells {
		if cell != "" && i < len(names) {
			object = appendCell(object, names[i], escape.Bare(cell))
		}
	}
	if !p.open(item{line: r.line, text: string(append(bytes.TrimSuffix(object, []byte{','}), '}'))}) {
		return false
	}
	switch {
	case r.tabs:
	case r.state != rowWhole:
		p.warn("", "a quoted cell goes on behind its end; its words are taken as they stand, with the quotation marks")
	case r.bare && p.notes:
		p.note("", "a quotation mark within a cell; the words are taken as they stand")
	}
	return true
}

// fault says why a row can't be used, nil if it can.
func (r row) fault() error {
	want := len(r.header.names)
	fits := len(r.cells) == want
	switch {
	case r.state == rowLong:
		return errors.New(tooLong())
	case r.state == rowUnclosed && !(fits && r.tabs):
		return errors.New("not CSV: a quotation mark opens a cell and none closes it; write quotes within a quoted cell twice")
	case r.state == rowCrooked && !fits:
		return errors.New("not CSV: a quoted cell goes on behind its end; write quotes within a quoted cell twice")
	}
	return r.size()
}

// size says whether there are more cells than columns, or so few that what every record needs can't be there. Cells that are
// missing at the end are empty.
func (r row) size() error {
	names, have := r.header.names, len(r.cells)
	filled := func(cell string) bool { return strings.TrimSpace(cell) != "" }
	required := func(name string) bool { return slices.Contains(requiredFields(), name) }
	if have > len(names) && slices.ContainsFunc(r.cells[len(names):], filled) || have < len(names) && slices.ContainsFunc(names[have:], required) {
		return fmt.Errorf("%d cells, where the first row has %d; put cells with commas in quotes", have, len(names))
	}
	return nil
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
