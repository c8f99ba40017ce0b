package cli

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"onrecord/data/report"
	"onrecord/model"
	"onrecord/model/position"
	"onrecord/model/query"
	"onrecord/model/search"
)

// positioning is how to print where everybody stands.
type positioning struct {
	format   choice
	order    choice
	evidence limit
}

const positionsHelp = `Print where everybody stands: states and organizations, with all who speak for them, by topics. A sign tells the position, and a number how many statements stand behind it.

table   the matrix, in the width of the terminal; whole in a pipe
csv     a line for each actor and topic, with counts, shifts and the ids of the evidence
json    one object: collection, query, rule, topics, and actors with their positions
md      the matrix, and below it the evidence of each position with its sources
html    the same as one page, for the browser and for paper, that loads nothing from elsewhere
`

func (a *app) positionsCommand() *cobra.Command {
	s := newPositioning()
	cmd := &cobra.Command{
		Use:               "positions [QUERY...]",
		Short:             "Print where everybody stands, and on what evidence",
		Long:              positionsHelp + "\n" + ruleHelp() + "\n\n" + queryHelp(),
		Example:           "onrecord positions for:nato,russia since:2022-02\nonrecord positions --format html > positions.html",
		Args:              cobra.ArbitraryArgs,
		Annotations:       map[string]string{takesQuery: ""},
		ValidArgsFunction: a.completeQuery,
		Run: a.runs(func(ctx context.Context, words []string) error {
			return a.positions(ctx, queryLine(words), s)
		}),
	}
	cmd.Flags().Var(&s.order, "order", "how actors are ordered: statements, name or likeness")
	completeChoice(cmd, "order", &s.order)
	s.flags(cmd)
	cmd.Flags().Var(&s.evidence, "evidence", fmt.Sprintf("how many statements md and html quote at most, 0 for all (%d)", report.DefaultQuoted))
	return cmd
}

func newPositioning() *positioning {
	s := &positioning{
		format:   choice{value: "table", among: []string{"table"}},
		order:    choice{value: position.ByCount.String(), among: []string{"statements", "name", "likeness"}},
		evidence: limit{value: report.DefaultQuoted},
	}
	for _, format := range report.Formats() {
		s.format.among = append(s.format.among, string(format))
	}
	return s
}

// flags adds those that every way to print positions has.
func (s *positioning) flags(cmd *cobra.Command) {
	cmd.Flags().Var(&s.format, "format", "how to print: table, csv, json, md or html")
	completeChoice(cmd, "format", &s.format)
}

// ruleHelp tells how a position comes about.
func ruleHelp() string { return strings.Join(position.Rule(), "\n\n") }

// ordered returns the order that was asked for.
func (s *positioning) ordered() position.Order {
	for _, o := range position.Orders() {
		if o.String() == s.order.value {
			return o
		}
	}
	return position.ByCount
}

// positions prints where everybody stands under a line.
func (a *app) positions(ctx context.Context, line string, s *positioning) error {
	a.sayNotes()
	f, err := a.stand(ctx, line)
	if err != nil {
		return err
	}
	r := f.report(a.data)
	r.Order, r.Quoted = s.order.value, s.evidence.value
	r.Rows = f.matrix.Ordered(s.ordered())
	if err := a.printPositions(ctx, r, s); err != nil {
		return err
	}
	if len(r.Rows) == 0 {
		return a.sayNothing(ctx, f.found, "")
	}
	return a.sayReadings(f.answer)
}

// stood is where everybody stands under a query.
type stood struct {
	found
	matrix *position.Matrix
}

// stand finds out where everybody stands under a line.
func (a *app) stand(ctx context.Context, line string) (*stood, error) {
	q, err := a.parse(line)
	if err != nil {
		return nil, err
	}
	index, err := a.index(ctx)
	if err != nil {
		return nil, err
	}
	return a.standIn(ctx, index, q)
}

func (a *app) standIn(ctx context.Context, index *search.Index, q query.Query) (*stood, error) {
	f := &stood{found: found{index: index, query: q}}
	var err error
	if f.marked, err = a.marked(q, index.Collection()); err != nil {
		return nil, err
	}
	if f.matrix, err = matrixOf(ctx, index, q, f.marked); err != nil {
		return nil, err
	}
	// How the words were taken is told by the search for the first statement alone.
	f.answer, err = index.Search(ctx, search.Request{Query: q, Limit: 1, Marked: f.marked})
	return f, err
}

// matrixOf derives where everybody stands from the statements that match a query.
func matrixOf(ctx context.Context, index *search.Index, q query.Query, marked []int) (*position.Matrix, error) {
	found, err := index.Select(ctx, q, marked)
	if err != nil {
		return nil, err
	}
	return position.Build(ctx, index.Collection(), found, position.Options{Topics: found.Topics(), Stances: found.Stances()})
}

// report is what there is to be written, apart from the rows.
func (f *stood) report(paths []string) *report.Report {
	return newReport(f.index.Collection(), f.query.Line, f.matrix, paths)
}

func newReport(c *model.Collection, line string, m *position.Matrix, paths []string) *report.Report {
	r := &report.Report{Collection: c.Info, Total: c.Len(), Read: 1, Query: strings.TrimSpace(line), Matrix: m}
	r.Collection.Name = cmp.Or(r.Collection.Name, title(paths))
	return r
}

// printPositions prints a report. Nothing found is not drawn as a table.
func (a *app) printPositions(ctx context.Context, r *report.Report, s *positioning) error {
	if s.format.value != "table" {
		return report.Write(ctx, a.out, report.Format(s.format.value), r)
	}
	p := a.page()
	switch {
	case len(r.Rows) == 0:
	case r.Compared:
		p.comparison(r)
	default:
		if !onTerminal(a.process.Stdout) {
			p.width = unwrapped
		}
		p.matrix(r)
	}
	return errors.Join(p.err, ctx.Err())
}
