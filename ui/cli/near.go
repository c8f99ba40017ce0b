package cli

import (
	"context"
	"slices"
	"strings"

	"onrecord/model/query"
	"onrecord/model/search"
	"onrecord/ui/statements"
	"onrecord/ui/widget"
)

// nearCount says how many statements nearly match, and how many of those are printed: the nearest 20 of 114 lack one word.
func nearCount(a search.Answer) string {
	return statements.NearCount(len(a.Near), a.NearBy, len(a.Near[0].Missing))
}

// dropsFilter tells whether a query would find something without one of its filters or phrases. That is better than
// what lacks words.
func dropsFilter(q query.Query, drops []search.Drop) bool {
	return slices.ContainsFunc(drops, func(d search.Drop) bool {
		return slices.ContainsFunc(q.Groups[d.Group].Clauses, func(c query.Clause) bool { return c.Kind != query.Word })
	})
}

// nearRows brings the statements that nearly match, with what each of them lacks.
func (s *shelf) nearRows(found *search.Answer, marked []int) []statements.Row {
	hits := make([]search.Hit, len(found.Near))
	for i, near := range found.Near {
		hits[i] = near.Hit
	}
	rows := s.rows(found, hits, marked)
	for i := range rows {
		rows[i].Missing = found.Near[i].Missing
	}
	return rows
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
