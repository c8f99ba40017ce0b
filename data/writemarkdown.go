package data

import (
	"bufio"
	"strings"

	"onrecord/model"
)

// markdownWriter writes quotations for reading. Only direct ones stand in quotation marks: the words of a mixed or an
// indirect one are the report's.
type markdownWriter struct {
	out   *bufio.Writer
	count int
}

func (w *markdownWriter) begin() {}
func (w *markdownWriter) end()   {}

func (w *markdownWriter) statement(s *Scored) {
	if w.count > 0 {
		w.out.WriteByte('\n')
	}
	w.count++
	text := markdown(s.Text)
	if s.Form == model.Direct {
		text = "“" + text + "”"
	}
	w.quote(text)
	w.out.WriteString(">\n")
	w.quote(attribution(&s.Statement))
}

func (w *markdownWriter) quote(text string) {
	for line := range strings.Lines(text + "\n") {
		w.out.WriteString("> " + line)
	}
}

// attribution says who said it, how it is given, when, where, and where it can be looked up.
func attribution(s *model.Statement) string {
	who := "— " + markdown(s.Speaker.Name)
	if s.Role != "" {
		who += ", " + markdown(s.Role)
	}
	if s.Affiliation != nil {
		who += " (" + markdown(s.Affiliation.Name) + ")"
	}
	parts := []string{who, s.Day.Long()}
	if s.Venue != "" {
		parts = append(parts, markdown(s.Venue))
	}
	told := strings.Join(parts, ", ") + " (" + given(s) + ")."
	if s.Source == nil {
		return told
	}
	parts = []string{sourceTitle(s.Source)}
	if s.Source.Publisher != "" {
		parts = append(parts, markdown(s.Source.Publisher))
	}
	if s.Source.Dated {
		parts = append(parts, s.Source.Date.Long())
	}
	if s.Locator != "" {
		parts = append(parts, markdown(s.Locator))
	}
	return told + " Source: " + strings.Join(parts, ", ") + "."
}

// given says how far the words are the speaker's own.
func given(s *model.Statement) string {
	words := "reported"
	switch s.Form {
	case model.Direct:
		words = "quotation"
	case model.Mixed:
		words = "reported, with quoted phrases"
	}
	if s.Medium == model.Written {
		words += ", written"
	}
	if s.Translated() {
		words += ", translated from " + markdown(s.OriginalLang)
	}
	return words
}

func sourceTitle(s *model.Source) string {
	title := markdown(s.Title)
	if !isLink(s.URL) {
		return title
	}
	return "[" + title + "](<" + linkTarget(s.URL) + ">)"
}

// linkTarget writes an address so that nothing in it can end it.
func linkTarget(url string) string {
	var b strings.Builder
	for i := range len(url) {
		c := url[i]
		if c <= ' ' || c >= 0x7f || strings.IndexByte("<>\"`\\", c) >= 0 {
			const hex = "0123456789ABCDEF"
			b.WriteString("%" + string(hex[c>>4]) + string(hex[c&15]))
			continue
		}
		b.WriteByte(c)
	}
	return b.String()
}

// markdown writes text so that it is shown as it is: no markup, no HTML, no links of its own, no blocks.
func markdown(text string) string {
	text = strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(visible(text))
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
