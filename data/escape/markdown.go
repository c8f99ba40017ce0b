package escape

import "strings"

// Markdown writes text so that it is shown as it is: no markup, no HTML, no links of its own, no blocks.
func Markdown(text string) string {
	text = strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(Visible(text))
	var b strings.Builder
	begin := true // of a line, after blanks
	for i, r := range text {
		switch {
		case strings.ContainsRune("\\`*_[]<>&|~$^!", r),
			begin && strings.ContainsRune("#+-=", r),
			r == ':' && strings.HasPrefix(text[i:], "://"),
			r == '@',
			r == '.' && strings.HasSuffix(strings.ToLower(text[:i]), "www"),
			(r == '.' || r == ')') && numbered(text[:i]):
			b.WriteByte('\\')
		}
		if begin && (r == ' ' || r == '\t') {
			continue // four blanks would make code of the line
		}
		b.WriteRune(r)
		begin = r == '\n'
	}
	return b.String()
}

// numbered tells whether a line begins with the number of a list item.
func numbered(before string) bool {
	line := strings.TrimLeft(before[strings.LastIndexByte(before, '\n')+1:], " \t")
	return line != "" && strings.Trim(line, "0123456789") == ""
}
