package cli

import (
	"context"
	"fmt"
	"iter"
	"strings"

	"github.com/spf13/cobra"

	"onrecord/data"
	"onrecord/model"
	"onrecord/model/query"
	"onrecord/model/search"
	"onrecord/ui/widget"
)

// tableLimit is how many statements a table shows if nothing else is asked for: as many as a small terminal holds.
const tableLimit = 10

// searching is how to search and what to print.
type searching struct {
	format  choice
	limit   limit
	explain bool
}

func (a *app) searchCommand() *cobra.Command {
	s := &searching{format: choice{among: formats()}}
	cmd := &cobra.Command{
		Use:               "search [QUERY...]",
		Short:             "Print the statements that match, best first",
		Long:              "Print the statements that match, best first: a table on a terminal, JSONL in a pipe.\n\n" + queryHelp(),
		Example:           "onrecord search macron minsk\nonrecord search '\"open door\"' since:2022-02 --format md",
		Args:              cobra.ArbitraryArgs,
		Annotations:       map[string]string{takesQuery: ""},
		ValidArgsFunction: a.completeQuery,
		Run: a.runs(func(ctx context.Context, words []string) error {
			return a.search(ctx, queryLine(words), s)
		}),
	}
	cmd.Flags().Var(&s.format, "format", "how to print: table, jsonl, json, csv or md (a table on a terminal, else jsonl)")
	cmd.Flags().Var(&s.limit, "limit", fmt.Sprintf("how many at most, 0 for all (%d in a table, else all)", tableLimit))
	cmd.Flags().BoolVar(&s.explain, "explain", false, "say in the table why each statement stands where it does")
	completeChoice(cmd, "format", &s.format)
	return cmd
}

// formats lists how answers can be printed.
func formats() []string {
	names := []string{"table"}
	for _, format := range data.Formats() {
		names = append(names, string(format))
	}
	return names
}

// settle fills in what was not asked for. It is an error to ask for what does not go together.
func (s *searching) settle(terminal bool) error {
	switch {
	case s.format.value != "":
	case terminal || s.explain:
		s.format.value = "table"
	default:
		s.format.value = string(data.JSONL)
	}
	if !s.limit.given && s.format.value == "table" {
		s.limit.value = tableLimit
	}
	if s.explain && s.format.value != "table" {
		return fmt.Errorf("--explain needs the table, not --format %s", s.format.value)
	}
	return nil
}

// search prints what matches a line.
func (a *app) search(ctx context.Context, line string, s *searching) error {
	a.sayNotes()
	q, err := a.parse(line)
	if err != nil {
		return err
	}
	if err := s.settle(onTerminal(a.process.Stdout)); err != nil {
		return err
	}
	index, err := a.index(ctx)
	if err != nil {
		return err
	}
	found := found{index: index, query: q, explain: s.explain}
	if found.marked, err = a.marked(q, index.Collection()); err != nil {
		return err
	}
	answer, err := index.Search(ctx, search.Request{
		Query: q, Limit: s.limit.of(index.Collection().Len()), Explain: s.explain, Marked: found.marked,
	})
	if err != nil {
		return err
	}
	found.answer = answer
	if err := a.printFound(ctx, found, s.format.value); err != nil {
		return err
	}
	if answer.Count == 0 {
		return a.sayNothing(ctx, found, s.format.value)
	}
	return a.sayReadings(answer)
}

// sayNotes says which words of the query look like a flag of other programs.
func (a *app) sayNotes() {
	for _, note := range a.notes {
		a.say(note)
	}
}

// sayFile says that a word of a query is the name of a file.
func (a *app) sayFile(answer *search.Answer) {
	if note := fileNote(a.files, answer); note != "" {
		a.say(note)
	}
}

// parse reads a line of which everything must be understood, and says how what is special about it is answered.
func (a *app) parse(line string) (query.Query, error) {
	q, err := query.ParseStrict(line)
	if err == nil {
		for _, note := range q.Hints {
			a.say(strings.TrimSuffix(note.Text, "."))
		}
	}
	return q, err
}

// marked returns the places of the statements that are marked, in order, if a query asks for them.
func (a *app) marked(q query.Query, c *model.Collection) ([]int, error) {
	if !q.AsksMarked() {
		return nil, nil
	}
	m := newMarks(data.StateFolder())
	if err := m.open(c, a.parts); err != nil {
		return nil, err
	}
	return m.places(c), nil
}

// found is what a query leads to in a collection.
type found struct {
	index   *search.Index
	query   query.Query
	marked  []int // the places of marked statements, if the query asks for them
	answer  search.Answer
	explain bool // whether to say why each statement stands where it does
}

func (a *app) printFound(ctx context.Context, f found, format string) error {
	if format == "table" {
		return a.printTable(ctx, f)
	}
	wanted := func() bool { return ctx.Err() == nil && a.sink.err == nil }
	statements := f.statements(wanted)
	if marksNear(format) {
		statements = f.orNear(wanted)
	}
	if err := data.Write(a.out, data.Format(format), statements, data.WriteOptions{Scores: true}); err != nil {
		return err
	}
	return ctx.Err()
}

// marksNear tells whether a format has a field that tells statements that only nearly match from others.
func marksNear(format string) bool {
	return format == string(data.JSONL) || format == string(data.JSON)
}

// statements yields the statements in their order, as long as they are wanted.
func (f found) statements(wanted func() bool) iter.Seq[data.Scored] {
	return func(yield func(data.Scored) bool) {
		for _, hit := range f.answer.Hits {
			s := data.Scored{Statement: f.index.Collection().At(hit.Index), Score: hit.Score}
			if !wanted() || !yield(s) {
				return
			}
		}
	}
}

// orNear yields the statements in their order; if there are none, those that nearly match, each with the words that
// it lacks.
func (f found) orNear(wanted func() bool) iter.Seq[data.Scored] {
	if f.answer.Count > 0 {
		return f.statements(wanted)
	}
	return func(yield func(data.Scored) bool) {
		for _, near := range f.answer.Near {
			s := data.Scored{Statement: f.index.Collection().At(near.Index), Score: near.Score, Missing: near.Missing}
			if !wanted() || !yield(s) {
				return
			}
		}
	}
}

// sayReadings says which words were taken for others, so that nobody takes the answers for what was asked.
func (a *app) sayReadings(answer search.Answer) error {
	if err := a.out.Flush(); err != nil {
		return err
	}
	a.sayFile(&answer)
	for _, reading := range answer.Reading {
		switch {
		case reading.Also:
			a.say("little matches " + reading.Text + "; misspelt and abbreviated words count, too")
		case !reading.Weak:
		case len(reading.Means) == 0:
			a.say("little or nothing matches " + reading.Text + "; misspelt and abbreviated words count")
		default:
			a.say("little or nothing matches " + reading.Text + "; it is taken for " + reading.InWords(partsShown))
		}
	}
	return nil
}

// sayNothing says that nothing was found, and what would lead to something: the statements that were printed because they
// nearly match, or else what to change.
func (a *app) sayNothing(ctx context.Context, f found, format string) error {
	if err := a.out.Flush(); err != nil {
		return err
	}
	defer a.sayFile(&f.answer)
	if f.answer.Total == 0 {
		sentence := "nothing found; "
		if lost := a.lost.sentence(); lost != "" {
			sentence += lost + "; " + listing(a.data)
			a.lost.counts = data.Counts{}
		} else {
			sentence += "there are no statements"
		}
		a.say(sentence)
		return status(exitNothing)
	}
	sentence := "nothing found among " + counted(f.answer.Total, "statement", "statements")
	if len(f.answer.Near) > 0 && format == "table" { // which tells the rest
		a.say(sentence)
		return status(exitNothing)
	}
	if len(f.answer.Near) > 0 && marksNear(format) {
		a.say(sentence + "; " + nearCount(f.answer))
		return status(exitNothing)
	}
	switch way, count, err := f.wayOut(ctx); {
	case err != nil:
		return err
	case count == 1:
		sentence += "; " + way + " there is 1"
	case count > 1:
		sentence += "; " + way + " there are " + widget.Thousands(count)
	}
	a.say(sentence)
	return status(exitNothing)
}

// wayOut returns what to change for finding something, and how much that finds: leaving out one group, or the quotation
// marks of a query that is nothing but a phrase.
func (f found) wayOut(ctx context.Context) (way string, count int, err error) {
	groups := f.query.Groups
	if words, ok := unquoted(f.query); ok {
		answer, err := f.index.Search(ctx, search.Request{Query: words, Marked: f.marked})
		return "without " + quotationMarks, answer.Count, err
	}
	if len(groups) < 2 || len(f.answer.Drops) == 0 {
		return "", 0, nil
	}
	drop := f.answer.Drops[0]
	group := groups[drop.Group]
	return "without " + f.query.Line[group.Pos:group.End], drop.Count, nil
}
