package report

import (
	"fmt"
	"strconv"
	"strings"

	"onrecord/model/position"
)

// count names a number of things: 1 statement, 1,234 statements.
func count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return thousands(n) + " " + many
}

// thousands is n with commas.
func thousands(n int) string {
	digits := strconv.Itoa(n)
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + "," + digits[i:]
	}
	return digits
}

// basis says what a report is read from: statements of how many, actors and topics.
func (r *Report) basis() string {
	words := thousands(r.Matrix.Statements) + " of " + count(r.Total, "statement", "statements")
	switch {
	case r.Compared:
		return words
	case r.Moved:
		return words + " · " + count(len(r.Shifts), "shift", "shifts")
	}
	actors := 0
	for _, row := range r.Rows {
		if row.Actor == nil {
			actors++
		}
	}
	words += " · " + count(actors, "actor", "actors") + " · " + count(len(r.Columns()), "topic", "topics")
	if order, ok := orders[r.Order]; ok {
		words += " · " + order
	}
	return words
}

var orders = map[string]string{
	position.ByCount.String(): "most said first", position.ByName.String(): "by name", position.ByLikeness.String(): "by likeness",
}

// notes are what a reader must know before taking the report for the whole.
func (r *Report) notes() []string {
	var notes []string
	switch unread := "The collection had not been read to its end"; {
	case r.Read == 0:
		notes = append(notes, unread+".")
	case r.Read < 1:
		notes = append(notes, fmt.Sprintf("%s: %d%% of it had.", unread, int(r.Read*100)))
	}
	if hidden := r.Hidden(); hidden != "" {
		notes = append(notes, hidden)
	}
	if len(r.Absent) > 0 {
		var names []string
		for _, s := range r.Absent {
			names = append(names, s.Short())
		}
		notes = append(notes, "No statement under this filter: "+strings.Join(names, ", ")+".")
	}
	return notes
}

// Hidden says how much of the collection has no statement under the query, "" if nothing is hidden.
func (r *Report) Hidden() string {
	var parts []string
	if n := r.Matrix.HiddenRows; n > 0 {
		parts = append(parts, count(n, "actor", "actors"))
	}
	if n := r.Matrix.HiddenTopics; n > 0 {
		parts = append(parts, count(n, "topic", "topics"))
	}
	have := "have"
	if r.Matrix.HiddenRows+r.Matrix.HiddenTopics == 1 {
		have = "has"
	}
	if len(parts) == 0 || r.Compared {
		return ""
	}
	return strings.Join(parts, " and ") + " of the collection " + have + " no statement under this filter."
}

// left says how many statements of a cell are not quoted, and how they are found.
func (r *Report) left(s *spot, quoted int) string {
	more := s.behind() - quoted
	if more <= 0 {
		return ""
	}
	words := "The newest " + thousands(quoted) + " of " + thousands(s.behind()) + "."
	if quoted == 0 {
		words = count(more, "statement", "statements") + ", not quoted here."
	}
	if line, exact := r.Matrix.Query(r.Query, s.row, s.column); exact && s.Stand.Taken() {
		words += " All are found by: " + line
	}
	return words
}

// cut says that a report for reading does not quote all statements.
func (r *Report) cut(each int) string {
	all, most := 0, 0
	for _, row := range r.Rows {
		for _, s := range r.spots(row) {
			all += s.behind()
			most = max(most, s.behind())
		}
	}
	switch {
	case most <= each:
		return ""
	case each == 0:
		return "The matrix is read from all statements; its evidence, " + thousands(all) +
			" in all cells, is too much to quote. A narrower query quotes it."
	}
	return "The matrix is read from all statements; quoted are the newest " + thousands(each) + " of each cell."
}

// agreed says on how many topics actors agree.
func (a *agreement) agreed() string {
	var b strings.Builder
	for i, row := range a.rows {
		switch {
		case i == 0:
		case i < len(a.rows)-1:
			b.WriteString(", ")
		default:
			b.WriteString(" and ")
		}
		b.WriteString(name(row))
	}
	if a.found.Shared == 0 {
		return b.String() + ": " + a.found.Words()
	}
	return b.String() + " " + a.found.Words()
}

// Agreed says on how many topics the actors of a comparison agree: all of them, and if they are more than two, each pair.
func (r *Report) Agreed() []string {
	var words []string
	for _, a := range r.agreements() {
		words = append(words, a.agreed())
	}
	return words
}

// Together says how actors stand to each other on a topic.
func Together(r position.Relation) string { return relations[r] }

// sentence ends a text as a sentence.
func sentence(s string) string {
	if s == "" || strings.HasSuffix(s, ".") {
		return s
	}
	return s + "."
}

// generated says where a report comes from.
const generated = "Written by onrecord"

// title names the report.
func (r *Report) title() string {
	switch {
	case r.Moved:
		return "What moved"
	case r.Topic != nil:
		return "Where everybody stands on " + r.Topic.Topic.Name
	case !r.Compared:
		return "Where everybody stands"
	}
	var names []string
	for _, row := range r.Rows {
		names = append(names, name(row))
	}
	return strings.Join(names, " · ")
}

// collection names the collection with its version.
func (r *Report) collection() string {
	words := r.Collection.Name
	if words == "" {
		words = "a collection without a name"
	}
	if r.Collection.Version != "" {
		words += ", version " + r.Collection.Version
	}
	return words
}

func moved(m position.Move) string {
	switch m {
	case position.Up:
		return "moved towards the proposition"
	case position.Down:
		return "moved away from the proposition"
	}
	return ""
}
