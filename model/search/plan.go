package search

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"sync"

	"onrecord/model"
	"onrecord/model/crew"
	"onrecord/model/query"
)

// A plan is what a query means to an index: which statements of each segment each group lets through.
type plan struct {
	groups []planGroup
	terms  []*leaf // the positive terms, in the order of the line: what the ranking looks at

	topics  recordSet      // on which stances count, nil for any
	stances []model.Stance // that the query asks for, nil for any

	memo *memo
}

// planGroup is a group of the query: one of its leaves must hold.
type planGroup struct {
	number   int // in the query
	leaves   []*leaf
	optional bool        // a filler word
	facet    query.Field // the field on which all leaves are positive filters, NoField if there is none
}

// leaf is a clause: a term or a filter.
type leaf struct {
	not     bool
	text    string
	term    *term
	filter  filter
	records recordSet // that the values of a filter mean

	strong, weak *answer // of a term; weak is nil as long as it does not count
	answer       *answer // both
	pair         []way   // what it makes with its neighbours, if that stands anywhere
	dated        *answer // the statements of the date that it means with the word before it, nil if it means none
	filler       bool
	inGroup      int
	sets         []set // by segment, what the clause finds

	marked sync.Once // for marks, the ways in which a term is marked: see marking
	marks  []way
}

// planFor makes the plan of a request.
func (x *Index) planFor(ctx context.Context, r *Request) (*plan, error) {
	p := &plan{topics: x.topicsOf(&r.Query), stances: stancesOf(&r.Query), memo: cmp.Or(r.memo, newMemo())}
	for number := range r.Query.Groups {
		g := &r.Query.Groups[number]
		if len(g.Clauses) == 0 {
			continue
		}
		p.groups = append(p.groups, planGroup{number: number, facet: facetField(g)})
		to := &p.groups[len(p.groups)-1]
		for i := range g.Clauses {
			l := x.leafOf(&g.Clauses[i], r, p.topics)
			l.inGroup = number
			to.leaves = append(to.leaves, l)
			if l.term != nil && !l.not {
				p.terms = append(p.terms, l)
			}
		}
	}
	p.markFillers()
	if err := x.answerTerms(ctx, p); err != nil {
		return nil, err
	}
	return p, x.settle(ctx, p)
}

// facetField returns the field on which all clauses of a group are positive filters.
func facetField(g *query.Group) query.Field {
	field := g.Clauses[0].Field
	for _, c := range g.Clauses {
		if c.Not || c.Kind != query.Filter || c.Field != field {
			return query.NoField
		}
	}
	return field
}

// topicsOf returns the topics that the query filters by, nil if it does not.
func (x *Index) topicsOf(q *query.Query) recordSet {
	var topics []int
	any := false
	for i := range q.Groups {
		g := &q.Groups[i]
		if len(g.Clauses) == 0 || facetField(g) != query.Topic {
			continue
		}
		any = true
		for k := range g.Clauses {
			for _, v := range g.Clauses[k].Values {
				topics = append(topics, x.catalogue.meant(query.Topic, v.Text)...)
			}
		}
	}
	if !any {
		return nil
	}
	return x.catalogue.topics.recordsOf(unique(topics))
}

// stancesOf returns the stances that the query filters by, nil if it does not.
func stancesOf(q *query.Query) []model.Stance {
	var stances []model.Stance
	any := false
	for i := range q.Groups {
		g := &q.Groups[i]
		if len(g.Clauses) == 0 || facetField(g) != query.Stance {
			continue
		}
		var wanted []model.Stance
		for _, c := range g.Clauses {
			wanted = append(wanted, c.Stances()...)
		}
		if any {
			wanted = slices.DeleteFunc(wanted, func(s model.Stance) bool { return !slices.Contains(stances, s) })
		}
		stances, any = wanted, true
	}
	if any && stances == nil {
		stances = []model.Stance{}
	}
	return stances
}

func (x *Index) leafOf(c *query.Clause, r *Request, topics recordSet) *leaf {
	l := &leaf{not: c.Not, text: c.Text}
	if c.Kind == query.Filter {
		if hasRecords(c.Field) {
			l.records = x.valueRecords(c)
		}
		l.filter = x.filterOf(c, l.records, r.Marked, topics)
		return l
	}
	l.term = &term{words: wordsOf(c.Text), quoted: c.Kind == query.Phrase, open: c.Open && c.Kind == query.Phrase}
	return l
}

// markFillers makes the filler words optional, if there is another word or phrase.
func (p *plan) markFillers() {
	needed := false
	for _, g := range p.groups {
		for _, l := range g.leaves {
			if l.term != nil && !l.not && !(len(g.leaves) == 1 && l.term.isFiller()) {
				needed = true
			}
		}
	}
	for i := range p.groups {
		g := &p.groups[i]
		if l := g.leaves[0]; needed && len(g.leaves) == 1 && l.term != nil && !l.not && l.term.isFiller() {
			g.optional, l.filler = true, true
		}
	}
}

func (t *term) isFiller() bool {
	if t.quoted {
		return false
	}
	for _, w := range t.words {
		if !isFiller(w) {
			return false
		}
	}
	return true
}

// answerTerms finds out what the terms match.
func (x *Index) answerTerms(ctx context.Context, p *plan) error {
	var before *leaf
	for i := range p.groups {
		g := &p.groups[i]
		for _, l := range g.leaves {
			if l.term == nil {
				continue
			}
			var err error
			if l.strong, err = x.strong(ctx, p.memo, l.term); err != nil {
				return err
			}
		}
		l := g.leaves[0]
		if len(g.leaves) > 1 || l.not || !l.term.plain() {
			before = nil
			continue
		}
		if before != nil {
			if err := x.answerPair(ctx, p.memo, before, l); err != nil {
				return err
			}
		}
		before = l
	}
	return x.answerWeak(ctx, p)
}

// plain tells whether a term is one word, not quoted.
func (t *term) plain() bool { return t != nil && !t.quoted && len(t.words) == 1 }

// answerPair adds to two neighbouring words what matches both written as one, and the statements of the date that they
// mean.
func (x *Index) answerPair(ctx context.Context, m *memo, a, b *leaf) error {
	first, second := a.term.words[0], b.term.words[0]
	both, err := x.alongside(ctx, m, first, second)
	if err != nil {
		return err
	}
	if !both.empty() {
		a.strong, b.strong = m.joined(x, a.strong, both), m.joined(x, b.strong, both)
		joint := joinedWay(first, second)
		a.pair, b.pair = append(a.pair, joint), append(b.pair, joint)
	}
	if number, scale := wordScaled(first, second); scale != nil {
		scaled, err := x.scaled(ctx, m, number, scale)
		if err != nil {
			return err
		}
		a.strong, b.strong = m.joined(x, a.strong, scaled), m.joined(x, b.strong, scaled)
		a.pair, b.pair = append(a.pair, scaledWays(number, scale)...), append(b.pair, scaledWays(number, scale)...)
	}
	date, ok := parseDateWords(first, second)
	if !ok {
		return nil
	}
	on, err := x.remember(m, fmt.Sprint("d ", date), func() (*answer, error) { return x.onDate(ctx, date) })
	if err != nil {
		return err
	}
	a.strong, b.strong = m.joined(x, a.strong, on), m.joined(x, b.strong, on)
	b.dated = on
	return nil
}

// answerWeak adds the weak matches of the terms that have no strong ones, or far fewer.
func (x *Index) answerWeak(ctx context.Context, p *plan) error {
	for _, g := range p.groups {
		for _, l := range g.leaves {
			if l.term == nil || l.not || l.strong.count > rareMax {
				continue
			}
			weak, err := x.weak(ctx, p.memo, l.term)
			if err != nil {
				return err
			}
			if l.strong.count == 0 || weak.count >= rareFactor*l.strong.count && !l.strong.named() {
				l.weak = weak
			}
		}
	}
	return nil
}

// When as few as rareMax statements match a word well, and rareFactor times as many contain a word that is a slip away,
// then what was typed is a slip that others made, too.
const (
	rareMax    = 16
	rareFactor = 200
)

// named tells whether a term stands in the name of a speaker, an actor or a topic.
func (a *answer) named() bool { return a.in(InName) || a.in(InTopic) || a.in(InActor) }

// widen lets the weak matches of all terms count. It returns false if that changes nothing.
func (x *Index) widen(ctx context.Context, p *plan) (bool, error) {
	changed := false
	for _, l := range p.terms {
		if l.weak != nil || l.term.quoted {
			continue
		}
		weak, err := x.weak(ctx, p.memo, l.term)
		if err != nil {
			return false, err
		}
		if l.weak = weak; weak.count > 0 {
			changed = true
		}
	}
	return changed, x.settle(ctx, p)
}

// settle finds out what each clause finds.
func (x *Index) settle(ctx context.Context, p *plan) error {
	for _, g := range p.groups {
		for _, l := range g.leaves {
			switch {
			case l.term == nil:
				if l.sets != nil {
					continue
				}
				l.sets = make([]set, len(x.segments))
				if err := crew.Each(ctx, len(x.segments), func(i int) { l.sets[i] = l.filter(x.segments[i]) }); err != nil {
					return err
				}
			default:
				if l.answer = l.strong; l.weak != nil {
					l.answer = p.memo.joined(x, l.strong, l.weak)
				}
				l.sets = make([]set, len(x.segments))
				for i := range l.sets {
					l.sets[i] = l.answer.segments[i].any
				}
			}
		}
	}
	return nil
}

// in returns the statements of a segment that the group lets through.
func (g *planGroup) in(s *segment, number int) set {
	sets := make([]set, len(g.leaves))
	for i, l := range g.leaves {
		if sets[i] = l.sets[number]; l.not {
			sets[i] = andNot(s.all, sets[i])
		}
	}
	return or(sets...)
}
