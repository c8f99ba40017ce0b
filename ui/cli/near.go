package cli

import (
	"cmp"
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
	lacking := make([]int, len(a.Near))
	for i, near := range a.Near {
		lacking[i] = len(near.Missing)
	}
	return statements.NearCount(lacking, a.NearBy)
}

// dropsFilter tells whether a query would find something without one of its filters or phrases. That is better than
// what lacks words.
func dropsFilter(q query.Query, drops []search.Drop) bool {
	return slices.ContainsFunc(drops, func(d search.Drop) bool {
		return slices.ContainsFunc(q.Groups[d.Group].Clauses, func(c query.Clause) bool { return c.Kind != query.Word })
	})
}

// quotationMarks are what a query that is nothing but a phrase can do without.
const quotationMarks = "the quotation marks"

// unquoted asks for the words of a query that is nothing but a phrase of several, which must all be words without the
// quotation marks, too. A phrase that is still being typed does not count: it need not find anything yet.
func unquoted(q query.Query) (words query.Query, ok bool) {
	if len(q.Groups) != 1 || len(q.Groups[0].Clauses) != 1 || q.Groups[0].Clauses[0].Not || len(q.Hints) > 0 {
		return words, false
	}
	c := q.Groups[0].Clauses[0]
	words = query.Parse(c.Text)
	single := func(g query.Group) bool {
		return len(g.Clauses) == 1 && g.Clauses[0].Kind == query.Word && !g.Clauses[0].Not
	}
	odd := slices.ContainsFunc(words.Groups, func(g query.Group) bool { return !single(g) })
	return words, c.Kind == query.Phrase && len(words.Groups) > 1 && !odd
}

// dropsOf says what would be found without one part of a line that finds nothing.
func (s *shelf) dropsOf(ctx context.Context, q query.Query, found *search.Answer, marked []int) ([]statements.Drop, error) {
	var drops []statements.Drop
	for _, drop := range found.Drops {
		g := q.Groups[drop.Group]
		drops = append(drops, statements.Drop{Text: q.Line[g.Pos:g.End], Line: query.Without(q.Line, drop.Group), Count: drop.Count})
	}
	slices.SortStableFunc(drops, func(a, b statements.Drop) int { return cmp.Compare(whose(a.Text), whose(b.Text)) })
	words, ok := unquoted(q)
	if !ok || found.Count > 0 {
		return drops, nil
	}
	loose, err := s.index.Search(ctx, search.Request{Query: words, Marked: marked})
	if err != nil || loose.Count == 0 {
		return drops, err
	}
	return append(drops, statements.Drop{Text: quotationMarks, Line: words.Line, Count: loose.Count}), nil
}

// whose is 1 for a part of a line that says whose statements are wanted, which is the last to be left out, and 0 for any other.
func whose(part string) int {
	choices := query.ChoicesOf(part)
	if choices.Names(query.Speaker) || choices.Names(query.For) {
		return 1
	}
	return 0
}

// nearRows brings the statements that nearly match, with what each of them lacks.
func (s *shelf) nearRows(found *search.Answer) []statements.Row {
	hits := make([]search.Hit, len(found.Near))
	for i, near := range found.Near {
		hits[i] = near.Hit
	}
	rows := s.rows(found, hits)
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
	heading := "No statement matches every word"
	if a.Count > 0 {
		heading = "Few statements match every word"
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
