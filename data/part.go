package data

import (
	"path/filepath"
	"sort"
)

// Part is a collection that is read, alone or as one of several.
type Part struct {
	Place string // where it lies, whatever way leads there; "" for standard input, which can't be come back to
	Name  string // what it calls itself; "" if it does not
	First int    // the first of its statements
}

// embeddedPlace is no path, as it is not absolute.
const embeddedPlace = "the embedded collection"

// partAt is the part that a path leads to. Links and ways around are followed, so that a collection has one place.
func partAt(path string, first int) Part {
	if path == "-" {
		return Part{First: first}
	}
	if whole, err := filepath.Abs(path); err == nil {
		path = whole
	}
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real
	}
	return Part{Place: path, First: first}
}

// PartOf returns the part that a statement belongs to, as a place in parts that lie in the order of their statements.
func PartOf(parts []Part, statement int) int {
	return sort.Search(len(parts), func(i int) bool { return parts[i].First > statement }) - 1
}
