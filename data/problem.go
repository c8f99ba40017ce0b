package data

import (
	"fmt"
	"strings"
)

// Grade says what a problem costs.
type Grade uint8

// The grades, the gravest first.
const (
	Error   Grade = iota // a record can't be used
	Warning              // the record is used; something in it was repaired or ignored
	Note                 // only worth a look: the record is used as it is
)

func (g Grade) String() string {
	switch g {
	case Error:
		return "error"
	case Warning:
		return "warning"
	}
	return "note"
}

// Counts says how many problems of each grade there are, and how many records are left out. It stays exact where not
// every problem is kept.
type Counts struct {
	Errors, Warnings, Notes int
	LeftOut                 int // records of any kind that can't be used
}

// Any tells whether a person should know: whether something is left out, repaired or ignored.
func (c Counts) Any() bool { return c.Errors > 0 || c.Warnings > 0 || c.LeftOut > 0 }

// of returns the number of one grade.
func (c *Counts) of(g Grade) *int {
	switch g {
	case Error:
		return &c.Errors
	case Warning:
		return &c.Warnings
	}
	return &c.Notes
}

// Problem is something wrong with a collection, told to a person: where, and what would be right.
type Problem struct {
	File  string // as the reader was given it, with the name of the file in the folder
	Line  int    // counted from 1; 0 if the problem is not on a line
	Index int    // of the record in its list, counted from 1, where its line alone does not tell which is meant
	Field string // "" if the problem is not with a field
	Text  string // what is wrong and what would be right
	Grade Grade
	Whole bool // with the file as a whole, not with one of its records
	more  int  // problems of that grade in the same record that are only counted
}

// String writes the problem as FILE:LINE: grade: field: text, with the record before the field if its line holds several.
func (p Problem) String() string {
	var b strings.Builder
	b.WriteString(p.File)
	if p.Line > 0 {
		fmt.Fprintf(&b, ":%d", p.Line)
	}
	b.WriteString(": " + p.Grade.String() + ": ")
	if p.Index > 0 {
		fmt.Fprintf(&b, "record %d: ", p.Index)
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
	list []Problem

	// The record that is being read.
	line  int
	index int                                 // of it in its list, counted from 1, if several records stand on the line; else 0
	bad   bool                                // whether it can't be used
	told  [Note + 1]struct{ count, last int } // by grade: how many problems are listed, and where the last one is
}

// begin starts a record on a line, which is one of several there if it has an index.
func (f *findings) begin(line, index int) { *f = findings{list: f.list, line: line, index: index} }

// take moves what others have found here.
func (f *findings) take(others *findings) {
	f.list = append(f.list, others.list...)
	others.list = nil
}

// wrong adds a reason to leave the record out.
func (f *findings) wrong(field, text string, args ...any) {
	f.add(Error, field, text, args...)
	f.bad = true
}

// warn adds something of the record that was repaired or ignored.
func (f *findings) warn(field, text string, args ...any) { f.add(Warning, field, text, args...) }

// note adds something worth a look.
func (f *findings) note(field, text string, args ...any) { f.add(Note, field, text, args...) }

// broken adds what is wrong with the file as a whole.
func (f *findings) broken(text string, args ...any) {
	f.add(Error, "", text, args...)
	f.list[len(f.list)-1].Whole = true
}

func (f *findings) add(g Grade, field, text string, args ...any) {
	told := &f.told[g]
	if told.count == MaxRecordProblems {
		f.list[told.last].more++
		return
	}
	told.count, told.last = told.count+1, len(f.list)
	f.list = append(f.list, Problem{Line: f.line, Index: f.index, Field: shortened(field), Text: fmt.Sprintf(text, args...), Grade: g})
}

// shortened returns a name of its own, cut if it is as long as only an attack or a mistake is.
func shortened(name string) string {
	if len(name) <= maxQuoted {
		return strings.Clone(name)
	}
	return fmt.Sprintf("%s… (cut from %d bytes)", cutAt(name, maxQuoted), len(name))
}
