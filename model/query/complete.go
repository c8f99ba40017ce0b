package query

import (
	"strings"
	"unicode/utf8"

	"onrecord/model/fold"
)

// SlotKind is what can be typed at a cursor.
type SlotKind uint8

// The kinds of slots.
const (
	NoSlot        SlotKind = iota
	WordSlot               // a word, or the name of a field if there is no prefix
	FieldNameSlot          // a word that could become the name of a field
	ValueSlot              // a value of Field
)

// Slot is the place in a line where something is being typed.
type Slot struct {
	Kind       SlotKind
	Field      Field  // of a value
	Prefix     string // what is typed up to the cursor, without quotation marks
	Start, End int    // what a completion replaces, in bytes, with quotation marks and the colon of a field name
	Quoted     bool   // a quotation mark stands before the prefix
}

// Complete returns what is being typed at a cursor, given in bytes.
func Complete(line string, cursor int) Slot {
	cursor = min(max(cursor, 0), len(line))
	for cursor > 0 && cursor < len(line) && !utf8.RuneStart(line[cursor]) {
		cursor--
	}
	nothing := Slot{Start: cursor, End: cursor}
	if cursor > MaxBytes {
		return nothing
	}
	typed := lastPart(line[:cursor])
	if typed == nil || typed.end < cursor {
		nothing.Kind = WordSlot
		return nothing
	}
	switch {
	case typed.closed(line[:cursor]) || typed.kind == Phrase:
		return nothing
	case typed.kind == Filter:
		return valueSlot(line, *typed, cursor)
	}
	return wordSlot(line, *typed, cursor)
}

// lastPart returns the last clause of a line, nil if there is none or if a "|" follows it.
func lastPart(line string) *part {
	r := reader{syntax: &syntax{line: line, bar: -1}}
	var last *part
	for r.skip(); !r.done(); r.skip() {
		if line[r.at] == '|' {
			r.at++
			last = nil
			continue
		}
		p := r.part()
		last = &p
	}
	return last
}

func valueSlot(line string, typed part, cursor int) Slot {
	at := typed.values[len(typed.values)-1].Pos
	before := reader{syntax: &syntax{line: line[:cursor]}, at: at}
	whole := reader{syntax: &syntax{line: line}, at: at}
	v := before.value()
	return Slot{ValueSlot, typed.field, v.Text, at, whole.value().End, v.unclosed}
}

func wordSlot(line string, typed part, cursor int) Slot {
	r := reader{syntax: &syntax{line: line}, at: typed.pos}
	r.minus()
	r.at = min(r.at, cursor)
	slot := Slot{Kind: WordSlot, Start: r.at, Prefix: line[r.at:cursor]}
	slot.End = cursor + tokenLen(line[cursor:], false)
	if slot.Prefix != "" && len(fieldsBeginning(slot.Prefix)) > 0 {
		slot.Kind = FieldNameSlot
	}
	if _, size := fieldName(r.rest()); size > 0 && cursor < r.at+size {
		slot.End = r.at + size
	}
	return slot
}

// fieldsBeginning lists the fields whose names begin with a text.
func fieldsBeginning(prefix string) []Option {
	var options []Option
	prefix = fold.String(prefix)
	for _, o := range FieldNames() {
		if strings.HasPrefix(o.Text, prefix) {
			options = append(options, o)
		}
	}
	return options
}

// Options lists what the language itself offers for the slot: names of fields, and the values of fields with a
// vocabulary. Other values and words are the collection's.
func (s Slot) Options() []Option {
	switch s.Kind {
	case WordSlot, FieldNameSlot:
		return fieldsBeginning(s.Prefix)
	case ValueSlot:
		var options []Option
		for _, o := range Values(s.Field) {
			if strings.HasPrefix(o.Text, fold.String(s.Prefix)) {
				options = append(options, o)
			}
		}
		return options
	}
	return nil
}

// Apply puts a completion into the line: the name of a field, a value or a word, each without quotation marks. It
// returns the line and where the cursor goes: behind the colon of a field name, behind a value inside the line, and else
// behind the blank that ends the word or value.
func Apply(line string, slot Slot, replacement string) (newLine string, cursor int) {
	before, after := line[:slot.Start], line[slot.End:]
	text := replacement
	_, isField := FieldNamed(colonless(replacement))
	switch {
	case slot.Kind == NoSlot:
		return line, slot.End
	case slot.Kind == ValueSlot && slot.Quoted:
		text = quote(replacement)
	case slot.Kind == ValueSlot:
		text = quoteValue(replacement)
	case isField:
		text = colonless(replacement) + ":"
		return before + text + after, len(before) + len(text)
	case !plain(replacement):
		text = quote(replacement)
	}
	cursor = len(before) + len(text)
	if slot.Kind == ValueSlot && after != "" {
		return before + text + after, cursor
	}
	if after == "" || !strings.HasPrefix(after, " ") {
		after = " " + after
	}
	return before + text + after, cursor + 1
}
