package search

import (
	"strings"

	"onrecord/model"
	"onrecord/model/query"
)

// Reading says how one group of the query was understood.
type Reading struct {
	Group  int    // in the query
	Text   string // what was typed
	Means  string // "Emmanuel Macron (France)", "text, topic"
	Filler bool   // it need not match
	Weak   bool   // it is not there; misspelt words and abbreviations stand for it
	Also   bool   // it is there, but in some of the answers misspelt words or abbreviations stand for it
	Count  int    // how many statements match it alone
}

// maxNames is how many names a reading lists.
const maxNames = 3

// reading returns how the groups were understood in the answers: the statements that match, or if none does, those that
// nearly do.
func (x *Index) reading(q query.Query, p *plan, h *hits) []Reading {
	var all []Reading
	for i := range p.groups {
		g := &p.groups[i]
		r := Reading{Group: g.number, Text: q.Groups[g.number].String(), Filler: g.optional}
		for n, s := range x.segments {
			r.Count += g.in(s, n).n
		}
		var means []string
		for k, l := range g.leaves {
			one := ""
			if l.term == nil {
				one = x.filterMeaning(&q.Groups[g.number].Clauses[k], l.records)
			} else {
				weak, strong := x.taken(l, h)
				r.Weak, r.Also = r.Weak || weak && !strong, r.Also || weak && strong
				one = x.termMeaning(l, weak, strong)
			}
			if one != "" {
				means = append(means, one)
			}
		}
		r.Means = strings.Join(means, " | ")
		all = append(all, r)
	}
	return all
}

// taken tells whether weak matches of a term stand for it in some of the answers, and strong ones in others. Where no
// answer has either, the collection tells.
func (x *Index) taken(l *leaf, h *hits) (weak, strong bool) {
	if l.weak.empty() {
		return false, true
	}
	for n := range x.segments {
		found := h.segments[n].all
		well := l.strong.segments[n].any
		strong = strong || !and(found, well).empty()
		weak = weak || !and(found, andNot(l.weak.segments[n].any, well)).empty()
	}
	if !weak && !strong {
		return l.strong.empty(), !l.strong.empty()
	}
	return weak, strong
}

// filterMeaning names the records that a filter means.
func (x *Index) filterMeaning(c *query.Clause, r recordSet) string {
	if hasRecords(c.Field) {
		return x.names(c.Field, r)
	}
	return ""
}

func (x *Index) names(f query.Field, r recordSet) string {
	var names []string
	for _, record := range r.first(maxNames) {
		names = append(names, x.nameOf(f, record))
	}
	if r.count() > maxNames {
		names = append(names, "…")
	}
	return strings.Join(names, ", ")
}

func (x *Index) nameOf(f query.Field, record int) string {
	switch f {
	case query.Topic:
		return x.collection.Topics()[record].Name
	case query.Source:
		return x.collection.Sources()[record].Title
	}
	s := x.collection.Speakers()[record]
	if s.Kind == model.Person && s.Affiliation != nil {
		return s.Name + " (" + s.Affiliation.Short() + ")"
	}
	return s.Name
}

// termMeaning names the speakers that a term means if it means few, or else the places where it stands, by the matches
// that count in the answers.
func (x *Index) termMeaning(l *leaf, weak, strong bool) string {
	var counted []*answer
	if strong {
		counted = append(counted, l.strong)
	}
	if weak {
		counted = append(counted, l.weak)
	}
	var in [placeCount]bool
	for _, a := range counted {
		for n := range x.segments {
			for _, cs := range a.segments[n].sets {
				in[cs.class.place()] = true
			}
		}
	}
	if in[InName] {
		if names := x.speakersMeant(counted); names != "" {
			return names
		}
	}
	var places []string
	for p := range Place(placeCount) {
		if in[p] {
			places = append(places, p.String())
		}
	}
	return strings.Join(places, ", ")
}

// speakersMeant names the speakers whose names the matches match best, "" if they are many.
func (x *Index) speakersMeant(counted []*answer) string {
	for _, a := range counted {
		if a.records == nil {
			continue
		}
		for _, r := range a.records.speakers[nameField] {
			if n := r.count(); n > maxNames {
				return ""
			} else if n > 0 {
				return x.names(query.Speaker, r)
			}
		}
	}
	return ""
}
