package cli

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"onrecord/model"
	"onrecord/model/fold"
	"onrecord/model/position"
	"onrecord/model/query"
	"onrecord/model/search"
)

const compareHelp = `Set two to four states or organizations side by side: the topics on which they differ first, with the strongest statement of each, and on how many topics they agree.`

// actorRule says which words are actors.
const actorRule = `The first two arguments are actors, as for: takes them: by id, name or alias. The third and the fourth are, too, if they are the id or the name of one; what comes after is the query. Where two dashes stand, all before them are actors, and all after them is the query: compare germany france -- nato`

func (a *app) compareCommand() *cobra.Command {
	s := newPositioning()
	cmd := &cobra.Command{
		Use:               "compare ACTOR ACTOR... [QUERY...]",
		Short:             "Print where actors differ, and where they agree",
		Long:              compareHelp + "\n\n" + actorRule + "\n\n" + queryHelp(),
		Example:           "onrecord compare germany france since:2022-02\nonrecord compare russia nato \"united states\" -- minsk\nonrecord compare russia ukraine --format html > compared.html",
		Args:              cobra.ArbitraryArgs,
		Annotations:       map[string]string{takesQuery: keepsDashes, inManual: actorRule},
		ValidArgsFunction: a.completeActors,
		Run: a.runs(func(ctx context.Context, words []string) error {
			return a.compare(ctx, words, s)
		}),
	}
	s.flags(cmd)
	return cmd
}

// The most and the fewest actors that are compared.
const (
	fewestActors = 2
	mostActors   = 4
)

// compare prints a comparison of the actors that some words begin with.
func (a *app) compare(ctx context.Context, words []string, s *positioning) error {
	a.sayNotes()
	words = actorWords(words)
	if len(leadingWords(words)) < fewestActors {
		return errors.New("compare needs two to four actors: onrecord compare ACTOR ACTOR... [QUERY...]")
	}
	index, err := a.index(ctx)
	if err != nil {
		return err
	}
	actors, rest, err := a.actors(ctx, index, words)
	if err != nil {
		a.sayFile(&search.Answer{})
		return err
	}
	q, err := a.parse(queryLine(rest))
	if err != nil {
		return err
	}
	f, err := a.standIn(ctx, index, q)
	if err != nil {
		return err
	}
	r := f.report(a.data)
	r.Compared = true
	for _, actor := range actors {
		if row := actorRow(f.matrix, actor); row != nil {
			r.Rows = append(r.Rows, row)
		} else {
			r.Absent = append(r.Absent, actor)
		}
	}
	if len(r.Rows) < fewestActors {
		return a.sayAbsent(r.Absent, q)
	}
	if err := a.printPositions(ctx, r, s); err != nil {
		return err
	}
	if err := a.sayReadings(f.answer); err != nil {
		return err
	}
	if len(r.Absent) > 0 {
		a.say(strings.Join(shorts(r.Absent), " and ") + ": no statement under this query")
	}
	return nil
}

// actorRow returns the row of an actor, not that of a person who spoke for nobody.
func actorRow(m *position.Matrix, actor *model.Speaker) *position.Row {
	if row := m.Row(actor); row != nil && !row.Own {
		return row
	}
	return nil
}

// sayAbsent says that there is nothing to compare, and why.
func (a *app) sayAbsent(absent []*model.Speaker, q query.Query) error {
	sentence := "nothing to compare: no statement of " + strings.Join(shorts(absent), " or ")
	if len(q.Groups) > 0 {
		sentence += " under this query"
	}
	a.say(sentence)
	return status(exitNothing)
}

func shorts(speakers []*model.Speaker) []string {
	var names []string
	for _, s := range speakers {
		names = append(names, s.Short())
	}
	return names
}

// actorWords takes an argument apart that stands alone before two dashes or the end, because then it can't be one actor
// whose name has blanks.
func actorWords(words []string) []string {
	if leading := leadingWords(words); len(leading) == 1 {
		return slices.Concat(strings.Fields(leading[0]), words[1:])
	}
	return words
}

// leadingWords are the words before two dashes.
func leadingWords(words []string) []string {
	if i := slices.Index(words, "--"); i >= 0 {
		return words[:i]
	}
	return words
}

// actors takes the actors off the beginning of some words, and returns what is left for the query.
func (a *app) actors(ctx context.Context, index *search.Index, words []string) (actors []*model.Speaker, rest []string, err error) {
	leading := leadingWords(words)
	rest = words[len(leading):]
	if len(rest) > 0 {
		rest = rest[1:]
		if len(leading) > mostActors {
			return nil, nil, fmt.Errorf("at most four actors are compared, and %d stand before the two dashes", len(leading))
		}
	}
	dashed := len(leading) < len(words)
	for i, word := range leading {
		must := dashed || i < fewestActors
		var actor *model.Speaker
		if i < mostActors {
			if actor, err = a.actor(ctx, index, word, must); err != nil {
				return nil, nil, err
			}
		}
		if actor == nil {
			return actors, slices.Concat(leading[i:], rest), nil
		}
		if slices.Contains(actors, actor) {
			return nil, nil, fmt.Errorf("%s is named twice; compare needs different actors", actor.Short())
		}
		actors = append(actors, actor)
	}
	return actors, rest, nil
}

// actor returns who a word means, as for: takes it. One that need not be an actor is one only if it is an id or a name,
// because aliases are words like others ("Minsk"); else nil is returned.
func (a *app) actor(ctx context.Context, index *search.Index, word string, must bool) (*model.Speaker, error) {
	meant, err := meantActors(ctx, index, word)
	if err != nil {
		return nil, err
	}
	var exact []*model.Speaker
	for _, s := range meant {
		if isCalled(s, word) {
			exact = append(exact, s)
		}
	}
	switch {
	case !must && len(exact) == 1 && !isNamed(exact[0], word):
		a.say(word + " is taken for a word of the query; to compare " + exact[0].Short() + ", too, write " + exact[0].ID)
		return nil, nil
	case len(exact) == 1:
		return exact[0], nil
	case !must:
		return nil, nil
	case len(meant) == 1:
		a.say(word + " is taken for " + meant[0].Name)
		return meant[0], nil
	case len(meant) > 1:
		return nil, fmt.Errorf("%s may be %s; say which", word, either(meant))
	}
	return nil, unknownActor(index.Collection(), word)
}

// meantActors returns the actors that for: takes a word for, those with the most statements first.
func meantActors(ctx context.Context, index *search.Index, word string) ([]*model.Speaker, error) {
	clause := query.Set("", query.For, word)
	if !query.Has(clause, query.For, word) {
		return nil, nil
	}
	found, err := matrixOf(ctx, index, query.Parse(clause), nil)
	if err != nil {
		return nil, err
	}
	var meant []*model.Speaker
	for _, row := range found.Ordered(position.ByCount) {
		if !row.Own {
			meant = append(meant, row.Speaker)
		}
	}
	return meant, nil
}

// isCalled tells whether a word is the id, the name or an alias of a speaker.
func isCalled(s *model.Speaker, word string) bool {
	same := func(name string) bool { return fold.String(name) == fold.String(word) }
	return isNamed(s, word) || slices.ContainsFunc(s.Aliases, same)
}

// isNamed tells whether a word is the id or the name of a speaker, or the short name by which it is listed.
func isNamed(s *model.Speaker, word string) bool {
	word = fold.String(word)
	return fold.String(s.ID) == word || fold.String(s.Name) == word || fold.String(s.Short()) == word
}

// mostNamed is how many actors a sentence suggests.
const mostNamed = 4

// either lists the ids of actors with their names.
func either(actors []*model.Speaker) string {
	var names []string
	for _, s := range actors[:min(len(actors), mostNamed)] {
		names = append(names, s.ID+" ("+s.Short()+")")
	}
	if more := len(actors) - mostNamed; more > 0 {
		return strings.Join(names, ", ") + fmt.Sprintf(" or one of %d more", more)
	}
	last := len(names) - 1
	return strings.Join(names[:last], ", ") + " or " + names[last]
}

// unknownActor says that there is no such actor, and who may be meant.
func unknownActor(c *model.Collection, word string) error {
	for _, s := range c.Speakers() {
		if s.Kind == model.Person && isCalled(s, word) {
			if s.Affiliation == nil {
				return fmt.Errorf("%s is no state or organization, and speaks for none", s.Name)
			}
			return fmt.Errorf("%s is no state or organization; %s speaks for %s", brief(word), s.Name, s.Affiliation.ID)
		}
	}
	if near := nearestActors(c, word); len(near) > 0 {
		return fmt.Errorf("there is no actor %s with a statement; the nearest: %s", brief(word), strings.Join(near, ", "))
	}
	return fmt.Errorf("there is no actor %s with a statement; onrecord positions lists them", brief(word))
}

// nearestActors returns the ids of the states and organizations whose id or name is most like a word.
func nearestActors(c *model.Collection, word string) []string {
	word = fold.String(word)
	least := max(2, len(word)/3)
	var near []string
	for _, s := range c.Speakers() {
		if s.Kind == model.Person {
			continue
		}
		slips := least + 1
		for _, name := range append([]string{s.ID, s.Name}, s.Aliases...) {
			slips = min(slips, distance(word, fold.String(name), least))
		}
		switch {
		case slips > least:
			continue
		case slips < least:
			least, near = slips, nil
		}
		near = append(near, s.ID)
	}
	return near[:min(len(near), nearestCount)]
}

// completeActors completes the first words to actors, and what comes after as a query.
func (a *app) completeActors(cmd *cobra.Command, args []string, word string) ([]cobra.Completion, cobra.ShellCompDirective) {
	if len(args) >= fewestActors {
		return a.completeQuery(cmd, args, word)
	}
	offer := offers{prefix: word}
	offer.values("", query.For, a.glance(cmd.Context()))
	return offer.list, cobra.ShellCompDirectiveNoFileComp
}
