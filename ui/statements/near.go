package statements

import (
	"slices"
	"strings"

	"onrecord/ui/widget"
)

// Where hardly anything matches, the list goes on with statements that lack a word or more, behind a heading that says
// so. They are rows like others, and never counted with those that match.

// shown is how many rows there are: those that match, and those that nearly do.
func (a *answers) shown() int { return a.last.Count + len(a.last.Near) }

// takeNear keeps the rows that nearly match, behind those that match.
func (a *answers) takeNear() {
	for i, row := range a.last.Near {
		a.rows[a.last.Count+i] = row
	}
}

// keptAt returns the row of the statement that was to be kept, -1 if there is none.
func (a *answers) keptAt(statement int) int {
	if a.last.Kept >= 0 {
		return a.last.Kept
	}
	near := slices.IndexFunc(a.last.Near, func(r Row) bool { return r.Statement.Index == statement })
	if near < 0 {
		return -1
	}
	return a.last.Count + near
}

// tall returns the height of a row, with the heading above it. A row that is on its way is thought to be as high as can
// be.
func (l *list) tall(i int) int {
	if l.short && i != l.nearAt {
		return shortRow
	}
	return len(l.draw(i))
}

// nearHeading says what the rows below it lack.
func (p painter) nearHeading(a *Answer, width int) []string {
	line := "No statement matches every word;"
	if a.Count > 0 {
		line = "Few statements match every word;"
	}
	room := width - gutter - 1
	lacking := make([]int, len(a.Near))
	for i, row := range a.Near {
		lacking[i] = len(row.Missing)
	}
	near := NearCount(lacking, a.NearBy) + ":"
	return []string{
		"  " + p.one(widget.Styled(p.theme.Strong, line), room).Styled, "  " + p.one(widget.Styled(p.theme.Quiet, near), room).Styled, "",
	}
}

// NearCount says how many of the statements that nearly match are shown, given how many words each of those lacks, and
// how many there are.
func NearCount(lacking []int, all int) string {
	some, lack, what := "the nearest", " lack ", "one word"
	shown, words := len(lacking), slices.Max(lacking)
	switch {
	case shown < all:
		some += " " + widget.Thousands(shown) + " of " + widget.Thousands(all)
	case shown > 1:
		some += " " + widget.Thousands(shown)
	}
	if shown == 1 {
		lack = " lacks "
	}
	if words > 1 {
		what = widget.Thousands(words) + " words"
	}
	if words > slices.Min(lacking) {
		what = "up to " + what
	}
	return some + lack + what
}

// without names the words that a row lacks, "" for a row that matches.
func without(row Row) string {
	if len(row.Missing) == 0 {
		return ""
	}
	return "without " + strings.Join(row.Missing, ", ")
}
