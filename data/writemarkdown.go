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
	for line := range strings.Lines(text + "\n\n" + s.Reference(markup()) + "\n") {
		w.out.WriteString(strings.TrimRight(margin+line, " \n") + "\n")
	}
}

// markup writes the parts of a citation. The title of a source is a link if its address may be one.
func markup() model.Markup {
	return model.Markup{
		Text: func(text string) string { return escape.Markdown(strings.Join(strings.Fields(text), " ")) },
		Link: func(title, address string) string {
			if !escape.IsLink(address) {
				return title
			}
			return "[" + title + "](<" + escape.LinkTarget(address) + ">)"
		},
	}
}
