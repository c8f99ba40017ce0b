package data

import (
	"fmt"
	"strings"
)

// Problem is something wrong with a collection, told to a person: where, and what would be right.
type Problem struct {
	File  string // as the reader was given it, with the name of the file in the folder
	Line  int    // counted from 1; 0 if the problem is not on a line
	Field string // "" if the problem is not with a field
	Text  string // what is wrong and what would be right
	Note  bool   // only worth a look: the record is used as it is
}

// String writes the problem as FILE:LINE: field: text.
func (p Problem) String() string {
	var b strings.Builder
	b.WriteString(p.File)
	if p.Line > 0 {
		fmt.Fprintf(&b, ":%d", p.Line)
	}
	b.WriteString(": ")
	if p.Note {
		b.WriteString("note: ")
	}
	if p.Field != "" {
		b.WriteString(p.Field)
		b.WriteString(": ")
	}
	b.WriteString(p.Text)
	return b.String()
}

// findings collects what is wrong with the records of one file.
type findings struct {
	line int // of the record that is being read
	list []Problem
	bad  bool // whether the record that is being read can't be used
}

// begin starts a record on a line.
func (f *findings) begin(line int) { f.line, f.bad = line, false }

// wrong adds a reason to leave the record out.
func (f *findings) wrong(field, text string, args ...any) {
	f.list = append(f.list, Problem{Line: f.line, Field: strings.Clone(field), Text: fmt.Sprintf(text, args...)})
	f.bad = true
}

// note adds something worth a look.
func (f *findings) note(field, text string, args ...any) {
	f.list = append(f.list, Problem{Line: f.line, Field: strings.Clone(field), Text: fmt.Sprintf(text, args...), Note: true})
}
