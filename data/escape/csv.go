package escape

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// AppendRow appends a row of a table as RFC 4180 writes it, with cells that can't act on a terminal or a spreadsheet.
// Lines within a cell end with a line feed alone, which encoding/csv would change.
func AppendRow(to []byte, cells ...string) []byte {
	for i, cell := range cells {
		if i > 0 {
			to = append(to, ',')
		}
		cell = Cell(Visible(cell))
		if strings.ContainsAny(cell, ",;\t\"\r\n ") {
			cell = `"` + strings.ReplaceAll(cell, `"`, `""`) + `"`
		}
		to = append(to, cell...)
	}
	return append(to, "\r\n"...)
}

// Cell writes a cell so that a spreadsheet takes it for text: with an apostrophe before what could be a formula, and
// before any apostrophes that stand there already. A spreadsheet that parts cells by semicolons or tabs, or takes the
// quotation marks of a cell for text, sees cells in the middle of ours; what could begin one of these is text, too.
func Cell(cell string) string {
	return eachFormula(cell, func(b *strings.Builder, apostrophes string) { b.WriteString("'" + apostrophes) })
}

// Bare is the inverse of Cell.
func Bare(cell string) string {
	return eachFormula(cell, func(b *strings.Builder, apostrophes string) {
		b.WriteString(strings.TrimPrefix(apostrophes, "'"))
	})
}

// eachFormula writes a cell in which write has written the apostrophes before each formula.
func eachFormula(cell string, write func(b *strings.Builder, apostrophes string)) string {
	var b strings.Builder
	done, begins := 0, true // whether a cell begins here, apart from what is skipped
	for i := 0; i < len(cell); {
		apostrophes := len(cell[i:]) - len(strings.TrimLeft(cell[i:], "'"))
		r, size := utf8.DecodeRuneInString(cell[i+apostrophes:])
		if begins && (strings.ContainsRune(formula, r) || done == 0 && i == 0 && strings.ContainsRune("\t\r\n", r)) {
			b.WriteString(cell[done:i])
			write(&b, cell[i:i+apostrophes])
			done = i + apostrophes
		}
		begins = strings.ContainsRune(";\t\r\n", r) || begins && apostrophes == 0 && skipped(r)
		i += apostrophes + size
	}
	if done == 0 && b.Len() == 0 {
		return cell
	}
	b.WriteString(cell[done:])
	return b.String()
}

// A spreadsheet takes a cell for a formula if it begins with one of these.
const formula = "=+-@＝＋－＠"

// skipped tells whether a spreadsheet may overlook a character at the beginning of a cell.
func skipped(r rune) bool { return r == '"' || unicode.IsSpace(r) || unicode.Is(unicode.Cf, r) }

// List writes several values in one cell, parted by semicolons. A semicolon or backslash that belongs to a value stands
// after a backslash.
func List(values []string) string {
	var b strings.Builder
	for i, value := range values {
		if i > 0 {
			b.WriteString("; ")
		}
		for part := strings.IndexAny(value, `\;`); part >= 0; part = strings.IndexAny(value, `\;`) {
			b.WriteString(value[:part] + `\` + value[part:part+1])
			value = value[part+1:]
		}
		b.WriteString(value)
	}
	return b.String()
}
