package data

import (
	"bufio"
	"fmt"
	"io"
	"iter"

	"onrecord/model"
)

// Format is a form in which statements are written.
type Format string

// The formats.
//
//	JSONL      a record a line, with the fields of the collection format, those that onrecord doesn't know included
//	JSON       an array of the same records
//	CSV        RFC 4180 with a header; names instead of ids, so that it stands for itself; several topics are parted by
//	           semicolons; what a spreadsheet would take for a formula stands after an apostrophe
//	Markdown   quotations with attribution and source; quotation marks stand around a speaker's own words only
//
// What a terminal, a browser or a spreadsheet could take for a command is escaped where the format has a way to, and
// shown as a picture of itself where it hasn't.
const (
	JSONL    Format = "jsonl"
	JSON     Format = "json"
	CSV      Format = "csv"
	Markdown Format = "md"
)

// Formats lists the formats.
func Formats() []Format { return []Format{JSONL, JSON, CSV, Markdown} }

// ParseFormat reads the name of a format.
func ParseFormat(text string) (Format, error) {
	names := make([]string, 0, 4)
	for _, format := range Formats() {
		if text == string(format) {
			return format, nil
		}
		names = append(names, string(format))
	}
	return "", fmt.Errorf("%s", notOneOf(text, "a format", names))
}

// Scored is a statement with how well it answers a query.
type Scored struct {
	model.Statement
	Score   float64
	Missing []string // the words of the query that it lacks; nil if it matches
}

// WriteOptions say what to write beside the statements.
type WriteOptions struct {
	Scores bool // each record's score, where the format has fields, and in JSON and JSONL the words that it lacks
}

// statementWriter writes statements in one format.
type statementWriter interface {
	begin()
	statement(s *Scored)
	end()
}

// Write writes statements in their order. The error is the first of w's.
func Write(w io.Writer, format Format, statements iter.Seq[Scored], options WriteOptions) error {
	out := bufio.NewWriterSize(w, 32<<10)
	writer, err := newStatementWriter(out, format, options)
	if err != nil {
		return err
	}
	writer.begin()
	for s := range statements {
		writer.statement(&s)
	}
	writer.end()
	return out.Flush()
}

func newStatementWriter(out *bufio.Writer, format Format, options WriteOptions) (statementWriter, error) {
	switch format {
	case JSONL:
		return &jsonWriter{out: out, options: options}, nil
	case JSON:
		return &jsonWriter{out: out, options: options, array: true}, nil
	case CSV:
		return &csvWriter{out, options}, nil
	case Markdown:
		return &markdownWriter{out: out}, nil
	}
	return nil, fmt.Errorf("there is no format %q", string(format))
}
