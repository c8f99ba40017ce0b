package data

import (
	"bufio"
	"strings"

	"onrecord/data/escape"
	"onrecord/model"
)

// markdownWriter writes statements for reading. Only direct quotations stand in quotation marks and as a block quote: the
// words of a mixed or an indirect one are the report's, and must not look like the speaker's.
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
	margin, text := "", escape.Markdown(s.Quotation())
	if s.Form == model.Direct {
		margin = "> "
	}
	for line := range strings.Lines(text + "\n\n" + attribution(&s.Statement) + "\n") {
		w.out.WriteString(strings.TrimRight(margin+line, " \n") + "\n")
	}
}

// attribution says who said it, how it is given, when, where, and where it can be looked up.
func attribution(s *model.Statement) string {
	who := "— " + escape.Markdown(s.Speaker.Name)
	if s.Role != "" {
		who += ", " + escape.Markdown(s.Role)
	}
	if s.Affiliation != nil {
		who += " (" + escape.Markdown(s.Affiliation.Name) + ")"
	}
	parts := []string{who, s.Day.Long()}
	if s.Venue != "" {
		parts = append(parts, escape.Markdown(s.Venue))
	}
	told := strings.Join(parts, ", ") + " (" + given(s) + ")."
	if s.Source == nil {
		return told
	}
	parts = []string{sourceTitle(s.Source)}
	if s.Source.Publisher != "" {
		parts = append(parts, escape.Markdown(s.Source.Publisher))
	}
	if s.Source.Dated {
		parts = append(parts, s.Source.Date.Long())
	}
	if s.Locator != "" {
		parts = append(parts, escape.Markdown(s.Locator))
	}
	return told + " Source: " + strings.Join(parts, ", ") + "."
}

// given says how far the words are the speaker's own.
func given(s *model.Statement) string {
	words := s.Form.Words()
	if s.Medium == model.Written {
		words += ", written"
	}
	if s.Translated() {
		words += ", translated from " + escape.Markdown(s.OriginalLang)
	}
	return words
}

func sourceTitle(s *model.Source) string {
	title := escape.Markdown(s.Title)
	if !escape.IsLink(s.URL) {
		return title
	}
	return "[" + title + "](<" + escape.LinkTarget(s.URL) + ">)"
}
