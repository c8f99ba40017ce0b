package escape

import "strings"

// Markdown writes text so that it is shown as it is: no markup, no HTML, no links of its own, no blocks.
func Markdown(text string) string {
	text = Visible(text)
	var b strings.Builder
	b.Grow(len(text) + len(text)/8)
	for line := range strings.Lines(text) {
		markdownLine(&b, strings.TrimLeft(line, " \t")) // four blanks would make code of it
	}
	return b.String()
}

// markdownLine writes a line that begins with no blank.
func markdownLine(b *strings.Builder, line string) {
	number := len(line) - len(strings.TrimLeft(line, "0123456789"))
	for i, r := range line {
		switch {
		case strings.ContainsRune("\\`*_[]<>&|~$^!@", r),
			i == 0 && strings.ContainsRune("#+-=:", r), // a heading, a list, a rule, a table
			r == ':' && strings.HasPrefix(line[i:], "://"),
			r == '.' && i >= 3 && strings.EqualFold(line[i-3:i], "www"),
			(r == '.' || r == ')') && number > 0 && i == number:
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
}
