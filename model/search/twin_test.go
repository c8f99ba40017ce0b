package search

import (
	"context"
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
	var groups [][]*twinLeaf
	for g := range q.Groups {
		var leaves []*twinLeaf
		for c := range q.Groups[g].Clauses {
			l := &twinLeaf{clause: &q.Groups[g].Clauses[c], alone: len(q.Groups[g].Clauses) == 1}
			if l.clause.Kind != query.Filter {
				l.term = &term{words: wordsOf(l.clause.Text), quoted: l.clause.Kind == query.Phrase}
				l.term.open = l.term.quoted && l.clause.Open
				l.strong = w.ways(l.term.ways())
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

// pairs lets two words side by side match what they are when written as one.
func (w twin) pairs(groups [][]*twinLeaf) {
	plain := func(g []*twinLeaf) bool {
		return len(g) == 1 && g[0].term != nil && !g[0].clause.Not && !g[0].term.quoted && len(g[0].term.words) == 1
	}
	for i := 1; i < len(groups); i++ {
		if a, b := groups[i-1], groups[i]; plain(a) && plain(b) {
			both := w.ways([]way{joinedWay(a[0].term.words[0], b[0].term.words[0])})
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

// filter returns the statements that a filter lets through.
func (w twin) filter(q *query.Query, c *query.Clause) []bool {
	switch c.Field {
	case query.Speaker:
		meant := w.meant(c)
		return w.all(func(s *model.Statement) bool { return meant[s.Speaker.ID] })
	case query.For:
		meant := w.meant(c)
		return w.all(func(s *model.Statement) bool { a := s.Actor(); return a != nil && meant[a.ID] })
	case query.Topic:
		meant := w.meant(c)
		return w.all(func(s *model.Statement) bool {
			return slices.ContainsFunc(s.Topics, func(t *model.Topic) bool { return meant[t.ID] })
		})
	case query.Source:
		meant := w.meant(c)
		return w.all(func(s *model.Statement) bool { return s.Source != nil && meant[s.Source.ID] })
	case query.Stance:
		return w.stance(q, c)
	case query.Form:
		return w.all(func(s *model.Statement) bool { return slices.Contains(c.Forms(), s.Form) })
	case query.Medium:
		return w.all(func(s *model.Statement) bool { return slices.Contains(c.Media(), s.Medium) })
	case query.Lang:
		return w.all(func(s *model.Statement) bool {
			return slices.ContainsFunc(c.Values, func(v query.Value) bool { return s.Lang == v.Text || s.OriginalLang == v.Text })
		})
	case query.Venue:
		return w.venue(c)
	case query.ID:
		return w.all(func(s *model.Statement) bool {
			return slices.ContainsFunc(c.Values, func(v query.Value) bool { return v.Text == s.ID })
		})
	case query.Is:
		return w.all(func(s *model.Statement) bool { return slices.Contains(w.marked, s.Index) })
	}
	_, newest, _ := w.Span()
	return w.all(func(s *model.Statement) bool {
		return slices.ContainsFunc(c.Spans(newest), func(p query.Span) bool { return p.Has(s.Day) })
	})
}

func (w twin) stance(q *query.Query, c *query.Clause) []bool {
	var topics map[string]bool
	for i := range q.Groups {
		g := &q.Groups[i]
		if len(g.Clauses) == 0 || slices.ContainsFunc(g.Clauses, func(c query.Clause) bool {
			return c.Not || c.Kind != query.Filter || c.Field != query.Topic
		}) {
			continue
		}
		if topics == nil {
			topics = map[string]bool{}
		}
		for k := range g.Clauses {
			for id := range w.meant(&g.Clauses[k]) {
				topics[id] = true
			}
		}
	}
	wanted := c.Stances()
	return w.all(func(s *model.Statement) bool {
		if topics == nil && len(s.Positions) == 0 {
			return slices.Contains(wanted, model.NoStance)
		}
		if topics == nil {
			return slices.ContainsFunc(s.Positions, func(p model.Position) bool { return slices.Contains(wanted, p.Stance) })
		}
		return slices.ContainsFunc(s.Topics, func(t *model.Topic) bool {
			return topics[t.ID] && slices.Contains(wanted, s.Stance(t))
		})
	})
}

// wordIn tells whether a word begins one of the words of some texts, or with slips is one of them but for a slip.
func wordIn(m wordMatch, texts ...string) bool {
	for _, text := range texts {
		if slices.ContainsFunc(wordsOf(text), m.matches) {
			return true
		}
	}
	return false
}

func allIn(value string, slips bool, texts ...string) bool {
	for _, word := range wordsOf(value) {
		if !wordIn(wordMatch{text: word, start: true, slips: slips}, texts...) {
			return false
		}
	}
	return true
}

func (w twin) venue(c *query.Clause) []bool {
	found := make([]bool, w.Len())
	for _, v := range c.Values {
		one := w.all(func(s *model.Statement) bool { return allIn(v.Text, false, s.Venue) })
		if count(one) == 0 {
			one = w.all(func(s *model.Statement) bool { return allIn(v.Text, true, s.Venue) })
		}
		found = either(found, one)
	}
	return found
}

// candidate is a record that a value can mean.
type candidate struct {
	id    string
	names []string
}

func (w twin) candidates(f query.Field) []candidate {
	var all []candidate
	switch f {
	case query.Topic:
		for _, t := range w.Topics() {
			all = append(all, candidate{t.ID, append([]string{t.Name}, t.Aliases...)})
		}
	case query.Source:
		for _, s := range w.Sources() {
			all = append(all, candidate{s.ID, []string{s.Title, s.Publisher}})
		}
	default:
		for _, s := range w.Speakers() {
			if f == query.Speaker || s.Kind != model.Person || w.speaksFor(s) {
				all = append(all, candidate{s.ID, append([]string{s.Name}, s.Aliases...)})
			}
		}
	}
	return all
}

// speaksFor tells whether somebody speaks for a person.
func (w twin) speaksFor(p *model.Speaker) bool {
	if slices.ContainsFunc(w.Speakers(), func(s *model.Speaker) bool { return s.Affiliation == p }) {
		return true
	}
	return count(w.all(func(s *model.Statement) bool { return s.Affiliation == p })) > 0
}

func (w twin) meant(c *query.Clause) map[string]bool {
	ids := map[string]bool{}
	candidates := w.candidates(c.Field)
	for _, v := range c.Values {
		for _, level := range []func(candidate) bool{
			func(r candidate) bool { return r.id == v.Text },
			func(r candidate) bool {
				return slices.ContainsFunc(r.names, func(n string) bool { return slices.Equal(wordsOf(n), wordsOf(v.Text)) })
			},
			func(r candidate) bool { return allIn(v.Text, false, append(w.withInitials(c.Field, r), r.id)...) },
			func(r candidate) bool { return allIn(v.Text, true, append(w.withInitials(c.Field, r), r.id)...) },
		} {
			n := 0
			for _, r := range candidates {
				if level(r) {
					ids[r.id] = true
					n++
				}
			}
			if n > 0 {
				break
			}
		}
	}
	return ids
}

// withInitials returns the names of a record, with their initials where these are names, too.
func (w twin) withInitials(f query.Field, r candidate) []string {
	names := slices.Clone(r.names)
	if f == query.Source || f != query.Topic && w.Speaker(r.id).Kind == model.Person {
		return names
	}
	for _, n := range r.names {
		names = append(names, acronyms(wordsOf(n))...)
	}
	return names
}

// find returns the places that the index finds, in its order.
func find(x *Index, r Request) ([]int, Answer, error) {
	r.Limit = max(1, x.collection.Len())
	a, err := x.Search(context.Background(), r)
	places := make([]int, len(a.Hits))
	for i, h := range a.Hits {
		places[i] = h.Index
	}
	return places, a, err
}
