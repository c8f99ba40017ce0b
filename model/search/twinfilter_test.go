package search

import (
	"context"
	"slices"

	"onrecord/model"
	"onrecord/model/query"
)

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
