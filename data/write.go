package data

import (
	"bufio"
	"fmt"
	"io"
	"iter"
	"strings"

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
	Score float64
}

// WriteOptions say what to write beside the statements.
type WriteOptions struct {
	Scores bool // each record's score, where the format has fields
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

// visible replaces characters that could act on a terminal, or turn the direction of the text, by pictures of
// themselves. Tabs and line breaks stay.
func visible(text string) string {
	if !strings.ContainsFunc(text, isCommand) {
		return text
	}
	var b strings.Builder
	for _, r := range text {
		switch {
		case !isCommand(r):
			b.WriteRune(r)
		case r < 0x20:
			b.WriteRune(0x2400 + r)
		case r == 0x7f:
			b.WriteRune('\u2421')
		default:
			fmt.Fprintf(&b, "‹U+%04X›", r)
		}
	}
	return b.String()
}

// isCommand tells whether a character is a control character other than a tab or line break, or an override, embedding
// or isolate of the direction.
func isCommand(r rune) bool {
	switch {
	case r == '\t' || r == '\n' || r == '\r':
		return false
	case r < 0x20, 0x7f <= r && r < 0xa0:
		return true
	}
	return 0x202a <= r && r <= 0x202e || 0x2066 <= r && r <= 0x2069 || r == 0x2028 || r == 0x2029
}
