package cli

import (
	"context"
	"strings"

	"onrecord/model/search"
	"onrecord/ui/widget"
)

// nearCount says how many statements nearly match, and how many of those are printed: "the nearest 20 of 114 lack a word".
func nearCount(a search.Answer) string {
	lack := " lack "
	if len(a.Near) == 1 {
		lack = " lacks "
	}
	some := "the nearest"
	switch shown := widget.Thousands(len(a.Near)); {
	case len(a.Near) < a.NearBy:
		some += " " + shown + " of " + widget.Thousands(a.NearBy)
	case a.NearBy > 1:
		some += " " + shown
	}
	return some + lack + wordCount(len(a.Near[0].Missing))
}

// wordCount says how many words of a query something lacks.
func wordCount(n int) string {
	if n == 1 {
		return "one word"
	}
	return widget.Thousands(n) + " words"
}

// printNear prints the statements that nearly match below those that do, and what each of them lacks.
func (p *page) printNear(ctx context.Context, f found) error {
	a := f.answer
	if a.Count > 0 {
		p.print("")
	}
	heading := "Nothing matches all of it"
	if a.Count > 0 {
		heading = "Little matches all of it"
	}
	p.paragraph("", widget.Styled(p.theme.Quiet, heading+"; "+nearCount(a)+":"), p.wrapping(0))
	for _, near := range a.Near {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		s := f.index.Collection().At(near.Index)
		p.row(&s, a.Marks(s))
		p.paragraph(p.margin(), widget.Styled(p.theme.Warn, without(near.Missing)), p.wrapping(0))
		if len(near.Why) > 0 {
			p.paragraph(p.margin(), widget.Styled(p.theme.Faint, why(near.Hit)), p.wrapping(0))
		}
	}
	return p.err
}

// without names the words that a statement lacks.
func without(missing []string) string { return "without " + strings.Join(missing, ", ") }
