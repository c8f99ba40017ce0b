package data

import (
	"fmt"
	"slices"
	"strings"
)

// header is the row of a CSV file that names the fields.
type header struct {
	names  []string
	absent []string // fields that every record needs, and for which there is no column
}

// How much is looked at to find the row that names the fields: title lines may stand before it.
const (
	headerRows  = 10
	headerBytes = sniffed
	enoughNames = 2 // that are known make a row the header
)

// headerFound is where the header is likely to be.
type headerFound struct {
	comma byte
	row   int // counted from 0, without empty rows
	known int // how many names in it are known
	rows  int // how many rows were looked at
}

// findHeader finds out which row names the fields, and what parts the cells: what makes the most known names of a row, or
// else what the first row has most of.
func findHeader(text []byte, final bool) headerFound {
	best := headerFound{comma: ','}
	most := 0
	for _, comma := range []byte(",;\t|") {
		s := rowScanner{comma: comma}
		rows := 0
		for rest := text; rows < headerRows && len(rest) > 0; rows++ {
			n, state := s.scan(rest, final, true)
			if state != rowWhole {
				break
			}
			rest = rest[n:]
			cells := s.cells()
			if known := knownNames(cells); known >= enoughNames && known > best.known {
				best = headerFound{comma: comma, row: rows, known: known}
			}
			if rows == 0 && best.known == 0 && len(cells) > most {
				most, best.comma = len(cells), comma
			}
		}
		best.rows = max(best.rows, rows)
	}
	return best
}

func knownNames(cells []string) int {
	known := 0
	for _, cell := range cells {
		if slices.Contains(columns(), columnName(cell)) {
			known++
		}
	}
	return known
}

// requiredFields lists what every statement needs.
func requiredFields() []string { return []string{"id", "speaker", "date", "text"} }

// columns lists what is known of the fields of a statement that stands alone.
func columns() []string { return append(statementFields(), "url", "publisher", extraColumn) }

func columnName(cell string) string { return strings.ToLower(strings.TrimSpace(cell)) }

// newHeader names the columns, and tells what is wrong with the names, once for all rows.
func newHeader(f *findings, cells []string) *header {
	h := &header{}
	if len(cells) > MaxMembers {
		f.broken("more than %d columns; write fewer", MaxMembers)
	}
	for i, cell := range cells[:min(len(cells), MaxMembers)] {
		name := columnName(cell)
		switch {
		case name == "":
			name = fmt.Sprint("column ", i+1)
		case len(name) > MaxName:
			f.broken("the name of column %d is %d bytes long, where names have %s at most; shorten it", i+1, len(name), inBytes(MaxName))
			name = fmt.Sprint("column ", i+1)
		case slices.Contains(h.names, name):
			f.warn(name, "two columns have this name; the first one is used, and the other kept as %q", fmt.Sprint(name, " ", i+1))
			name = fmt.Sprint(name, " ", i+1)
		}
		h.names = append(h.names, name)
	}
	for _, name := range requiredFields() {
		if !slices.Contains(h.names, name) {
			h.absent = append(h.absent, name)
		}
	}
	if len(h.absent) > 0 {
		f.broken("no column is called %s; the first row must name the fields, and this one has %s", either(h.absent), someOf(h.names))
	}
	return h
}

// either names some things of which each is meant.
func either(words []string) string {
	last := len(words) - 1
	if last == 0 {
		return words[0]
	}
	return strings.Join(words[:last], ", ") + " or " + words[last]
}

// fewNames is how many names of columns a message shows.
const fewNames = 8

func someOf(names []string) string {
	var quoted []string
	for _, name := range names[:min(len(names), fewNames)] {
		quoted = append(quoted, quote(name))
	}
	if more := len(names) - fewNames; more > 0 {
		quoted = append(quoted, fmt.Sprint(more, " more"))
	}
	return strings.Join(quoted, ", ")
}
