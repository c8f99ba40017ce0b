package search

import (
	"slices"
	"strings"

	"onrecord/model"
	"onrecord/model/fold"
	"onrecord/model/query"
)

// twin answers queries by looking at every statement: slow, and plainly what the package comment says. It shares with
// the index how two words match, and nothing of how statements are found.
type twin struct {
	*model.Collection
	marked []int
}

// passage is a text of a statement's record.
type passage struct {
	place Place
	words []fold.Word
}

func (w twin) passages(s *model.Statement) []passage {
	var all []passage
	add := func(p Place, texts ...string) {
		for _, text := range texts {
			if words := slices.Collect(fold.Words(text)); len(words) > 0 {
				all = append(all, passage{p, words})
			}
		}
	}
	addNames := func(p Place, initials bool, names ...string) {
		add(p, names...)
		for _, n := range names {
			if initials {
				add(p, acronyms(wordsOf(n))...)
			}
		}
	}
	add(InText, s.Text)
	add(InSetting, s.Venue, s.Context)
	addNames(InName, s.Speaker.Kind != model.Person, append([]string{s.Speaker.Name}, s.Speaker.Aliases...)...)
	addNames(InRole, true, s.Role)
	add(InBio, s.Speaker.Bio)
	if actor := s.Actor(); actor != nil {
		addNames(InActor, actor.Kind != model.Person, append([]string{actor.Name}, actor.Aliases...)...)
	}
	for _, t := range s.Topics {
		addNames(InTopic, true, append([]string{t.Name}, t.Aliases...)...)
		add(InGist, t.Proposition, t.Description)
	}
	if s.Source != nil {
		add(InSource, s.Source.Title, s.Source.Publisher)
	}
	return all
}

// matchesWays tells whether a statement matches in any of the ways.
func (w twin) matchesWays(s *model.Statement, ways []way) bool {
	for _, p := range w.passages(s) {
		for _, wy := range ways {
			for i := 0; i+len(wy.words) <= len(p.words); i++ {
				if wy.standsAt(p.words[i:]) {
					return true
				}
			}
		}
	}
	return false
}

func (w twin) all(match func(s *model.Statement) bool) []bool {
	found := make([]bool, w.Len())
	for i := range found {
		s := w.At(i)
		found[i] = match(&s)
	}
	return found
}

func (w twin) ways(ways []way) []bool {
	return w.all(func(s *model.Statement) bool { return w.matchesWays(s, ways) })
}

func count(found []bool) int {
	n := 0
	for _, f := range found {
		if f {
			n++
		}
	}
	return n
}

func either(a, b []bool) []bool {
	all := slices.Clone(a)
	for i := range b {
		all[i] = all[i] || b[i]
	}
	return all
}

// weak returns the weak matches of a term.
func (w twin) weak(t *term) []bool {
	found := w.ways(t.weakWays())
	if len(t.words) == 1 && !t.quoted {
		word := t.words[0]
		named := func(names ...string) bool {
			return slices.ContainsFunc(names, func(n string) bool {
				return len([]rune(word)) >= abbrevMin && abbreviates(word, strings.Join(wordsOf(n), " "))
			})
		}
		found = either(found, w.all(func(s *model.Statement) bool {
			if named(append(s.Speaker.Aliases, s.Speaker.Name)...) {
				return true
			}
			if a := s.Actor(); a != nil && named(append(a.Aliases, a.Name)...) {
				return true
			}
			return slices.ContainsFunc(s.Topics, func(t *model.Topic) bool { return named(append(t.Aliases, t.Name)...) })
		}))
	}
	if count(found) == 0 {
		found = w.ways(t.halfWays())
	}
	return found
}

// twinLeaf is a clause with what it finds.
type twinLeaf struct {
	clause       *query.Clause
	term         *term
	strong, weak []bool
	useWeak      bool
	filler       bool
	alone        bool
}

// answer returns which statements match a query, and whether it had to be widened.
func (w twin) answer(q query.Query) (found []bool, widened bool) {
	groups := w.groups(q)
	if found = w.conjunction(groups); count(found) > 0 {
		return found, false
	}
	for _, g := range groups {
		for _, l := range g {
			l.useWeak = l.term != nil && !l.clause.Not && !l.term.quoted
		}
	}
	found = w.conjunction(groups)
	return found, count(found) > 0
}

// near returns the statements that lack words of a query, half of them at most, or two thirds if nothing matches
// otherwise, and which words each of them lacks. Whether weak matches count has been settled by answering the query.
func (w twin) near(q query.Query, widened bool) (lacking map[int][]string) {
	groups := w.groups(q)
	var others [][]*twinLeaf
	words := 0
	missing := make([][]string, w.Len())
	for _, g := range groups {
		l := g[0]
		l.useWeak = l.useWeak || widened && l.term != nil && !l.clause.Not && !l.term.quoted
		if !l.alone || l.term == nil || l.clause.Not || l.term.quoted {
			for _, l := range g {
				l.useWeak = l.useWeak || widened && l.term != nil && !l.clause.Not && !l.term.quoted
			}
			others = append(others, g)
			continue
		}
		if l.filler {
			continue
		}
		words++
		for i, found := range w.conjunction([][]*twinLeaf{g}) {
			if !found {
				missing[i] = append(missing[i], bare(l.clause.Text))
			}
		}
	}
	fits := w.conjunction(others)
	lacking = lackingSome(fits, missing, words/2)
	if len(lacking) == 0 && !anyMatches(fits, missing) {
		lacking = lackingSome(fits, missing, 2*words/3)
	}
	return lacking
}

// lackingSome returns which words are missing where some are, but not more than most.
func lackingSome(fits []bool, missing [][]string, most int) map[int][]string {
	lacking := map[int][]string{}
	for i, fit := range fits {
		if fit && len(missing[i]) > 0 && len(missing[i]) <= most {
			for _, word := range missing[i] {
				if !slices.ContainsFunc(lacking[i], func(known string) bool { return fold.Equal(known, word) }) {
					lacking[i] = append(lacking[i], word)
				}
			}
		}
	}
	return lacking
}

// anyMatches tells whether a statement fits and has all words.
func anyMatches(fits []bool, missing [][]string) bool {
	for i, fit := range fits {
		if fit && len(missing[i]) == 0 {
			return true
		}
	}
	return false
}

// groups returns the groups of a query with what their clauses find, before it is widened.
func (w twin) groups(q query.Query) [][]*twinLeaf {
	var groups [][]*twinLeaf
	for g := range q.Groups {
		var leaves []*twinLeaf
		for c := range q.Groups[g].Clauses {
			l := &twinLeaf{clause: &q.Groups[g].Clauses[c], alone: len(q.Groups[g].Clauses) == 1}
			if l.clause.Kind != query.Filter {
				l.term = &term{words: wordsOf(l.clause.Text), quoted: l.clause.Kind == query.Phrase}
				l.term.open = l.term.quoted && l.clause.Open
				l.strong = w.ways(l.term.ways())
				if date, ok := l.term.date(); ok {
					l.strong = either(l.strong, w.on(date))
				}
				l.weak = w.weak(l.term)
			} else {
				l.strong = w.filter(&q, l.clause)
			}
			leaves = append(leaves, l)
		}
		if len(leaves) > 0 {
			groups = append(groups, leaves)
		}
	}
	w.pairs(groups)
	w.fillers(groups)
	for _, g := range groups {
		for _, l := range g {
			if l.term != nil && !l.clause.Not {
				l.useWeak = count(l.strong) == 0
			}
		}
	}
	return groups
}

// on returns the statements of a date.
func (w twin) on(date dateWords) []bool {
	return w.all(func(s *model.Statement) bool { return date.has(s.Day) })
}

// pairs lets two words side by side match what they are when written as one.
func (w twin) pairs(groups [][]*twinLeaf) {
	plain := func(g []*twinLeaf) bool {
		return len(g) == 1 && g[0].term != nil && !g[0].clause.Not && !g[0].term.quoted && len(g[0].term.words) == 1
	}
	for i := 1; i < len(groups); i++ {
		if a, b := groups[i-1], groups[i]; plain(a) && plain(b) {
			both := w.ways([]way{joinedWay(a[0].term.words[0], b[0].term.words[0])})
			if date, ok := parseDateWords(a[0].term.words[0], b[0].term.words[0]); ok {
				both = either(both, w.on(date))
			}
			if number, scale := wordScaled(a[0].term.words[0], b[0].term.words[0]); scale != nil {
				both = either(both, w.ways(scaledWays(number, scale)))
			}
			a[0].strong, b[0].strong = either(a[0].strong, both), either(b[0].strong, both)
		}
	}
}

func (w twin) fillers(groups [][]*twinLeaf) {
	content := false
	for _, g := range groups {
		for _, l := range g {
			l.filler = l.alone && l.term != nil && !l.clause.Not && l.term.isFiller()
			content = content || l.term != nil && !l.clause.Not && !l.filler
		}
	}
	for _, g := range groups {
		g[0].filler = g[0].filler && content
	}
}

func (w twin) conjunction(groups [][]*twinLeaf) []bool {
	found := w.all(func(*model.Statement) bool { return true })
	for _, g := range groups {
		if g[0].filler {
			continue
		}
		var any []bool
		for _, l := range g {
			one := l.strong
			if l.useWeak {
				one = either(one, l.weak)
			}
			if l.clause.Not {
				one = slices.Clone(one)
				for i := range one {
					one[i] = !one[i]
				}
			}
			any = either(one, any)
		}
		for i := range found {
			found[i] = found[i] && any[i]
		}
	}
	return found
}

func (w *way) standsAt(words []fold.Word) bool {
	for i := range w.words {
		if !w.words[i].matches(words[i].Text) {
			return false
		}
	}
	return true
}
