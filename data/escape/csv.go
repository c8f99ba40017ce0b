package escape

import "strings"

// AppendRow appends a row of a table as RFC 4180 writes it, with cells that can't act on a terminal or a spreadsheet.
// Lines within a cell stay as they are, which encoding/csv would change.
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

// A spreadsheet takes a cell for a formula if it begins with one of these.
const formula = "=+-@\t\r"

// Cell writes a cell so that a spreadsheet takes it for text: with an apostrophe before what could be a formula, and
// before any apostrophes that stand there already.
func Cell(cell string) string {
	if rest := strings.TrimLeft(cell, "'"); rest != "" && strings.IndexByte(formula, rest[0]) >= 0 {
		return "'" + cell
	}
	return cell
}

// Bare is the inverse of Cell.
func Bare(cell string) string {
	rest := strings.TrimLeft(cell, "'")
	if len(rest) < len(cell) && rest != "" && strings.IndexByte(formula, rest[0]) >= 0 {
		return cell[1:]
	}
	return cell
}

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
