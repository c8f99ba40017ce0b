package cli

import (
	"context"
	"fmt"
	"math"
	"strings"

	"onrecord/model"
	"onrecord/model/search"
	"onrecord/ui/quote"
	"onrecord/ui/widget"
)

const (
	dateColumn = 13 // a date and two spaces
	tableLines = 2  // of the words, at most
)

// printTable prints statements for reading: who and when, the id, and below the words. The last line counts.
func (a *app) printTable(ctx context.Context, f found) error {
	p := a.page()
	if f.explain {
		p.taken(f.answer)
	}
	for _, hit := range f.answer.Hits {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		s := f.index.Collection().At(hit.Index)
		p.row(&s, f.answer.Marks(s))
		if len(hit.Why) > 0 {
			p.paragraph(p.margin(), widget.Styled(p.theme.Faint, why(hit)), p.wrapping(0))
		}
	}
	if f.answer.Count > 0 {
		p.count(f.answer)
	}
	if len(f.answer.Near) > 0 {
		return p.printNear(ctx, f)
	}
	return p.err
}

// taken says how each part of the query was taken, with all places where it stands.
func (p *page) taken(answer search.Answer) {
	t, told := p.theme, readings(answer, math.MaxInt)
	for _, reading := range told {
		line := widget.Styled(t.Strong, reading.Word)
		if reading.Meaning != "" {
			line = line.Add(t.Quiet, " "+t.Signs.Arrow+" "+reading.Meaning)
		}
		p.paragraph("", line, p.wrapping(0))
	}
	if len(told) > 0 {
		p.print("")
	}
}

func (p *page) row(s *model.Statement, marks search.Marks) {
	t := p.theme
	left := widget.Styled(t.Faint, s.Day.Column()+"  ")
	left = append(left, widget.Marked(t.Strong, s.Speaker.Name, t.Match.Over(t.Strong), spans(marks.Speaker))...)
	if s.Affiliation != nil {
		left = left.Add(t.Quiet, "  ")
		hits := spans(s.Affiliation.ShortHits(marks.Affiliation))
		left = append(left, widget.Marked(t.Quiet, s.Affiliation.Short(), t.Match.Over(t.Quiet), hits)...)
	}
	p.ends(left, widget.Styled(t.Faint, s.ID))
	p.printLines(p.margin(), quote.New(s, t, t.Text, marks.Text).AtHit(p.columns(p.margin()), p.wrapping(tableLines)))
}

// why says which parts a score is the sum of: 6.2 = minsk 3.4 (topic, also text) + macron 2.8 (name).
func why(hit search.Hit) string {
	parts := make([]string, len(hit.Why))
	for i, part := range hit.Why {
		if part.Term == "" {
			parts[i] = fmt.Sprintf("%.2f %s", part.Score, part.Note)
			continue
		}
		where := part.Place.String()
		if part.Quality != search.Exact {
			where += ", " + part.Quality.String()
		}
		var also []string
		for _, place := range part.Also {
			if place != part.Place {
				also = append(also, place.String())
			}
		}
		if len(also) > 0 {
			where += "; also " + strings.Join(also, ", ")
		}
		parts[i] = fmt.Sprintf("%.2f %s (%s)", part.Score, part.Term, where)
	}
	return fmt.Sprintf("%.2f = %s", hit.Score, strings.Join(parts, " + "))
}

// count writes how many statements were found, of how many, and how many of those are not shown.
func (p *page) count(answer search.Answer) {
	line := widget.Styled(p.theme.Strong, widget.Thousands(answer.Count)+" of "+widget.Thousands(answer.Total))
	if shown := len(answer.Hits); shown < answer.Count {
		line = line.Add(p.theme.Quiet, "  the first "+widget.Thousands(shown)+"; --limit 0 shows all")
	}
	p.print(strings.TrimRight(line.Cut(p.width, p.wrapping(1)).Styled, " "))
}

func spans(ranges []search.Range) []widget.Span {
	spans := make([]widget.Span, len(ranges))
	for i, r := range ranges {
		spans[i] = widget.Span{From: r[0], To: r[1]}
	}
	return spans
}
