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
	Weak   bool   // misspelt words and abbreviations count, because nothing matches well
	Count  int    // how many statements match it alone
}

// maxNames is how many names a reading lists.
const maxNames = 3

// reading returns how the groups were understood.
func (x *Index) reading(q query.Query, p *plan) []Reading {
	var all []Reading
	for i := range p.groups {
		g := &p.groups[i]
		r := Reading{Group: g.number, Text: q.Groups[g.number].String(), Filler: g.optional}
		for _, l := range g.leaves {
			if l.term != nil {
				r.Weak = r.Weak || !l.weak.empty()
			}
		}
		for n, s := range x.segments {
			r.Count += g.in(s, n).n
		}
		r.Means = x.meaning(q.Groups[g.number], g)
		all = append(all, r)
	}
	return all
}

func (x *Index) meaning(asked query.Group, g *planGroup) string {
	var means []string
	for i, l := range g.leaves {
		var one string
		switch {
		case l.term == nil:
			one = x.filterMeaning(&asked.Clauses[i], l.records)
		default:
			one = x.termMeaning(l)
		}
		if one != "" {
			means = append(means, one)
		}
	}
	return strings.Join(means, " | ")
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

// termMeaning names the speakers that a term means if it means few, or else the places where it stands.
func (x *Index) termMeaning(l *leaf) string {
	var in [placeCount]bool
	for n := range x.segments {
		for _, cs := range l.answer.segments[n].sets {
			in[cs.class.place()] = true
		}
	}
	if in[InName] {
		if names := x.speakersMeant(l); names != "" {
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

// speakersMeant names the speakers whose names a term matches best, "" if they are many.
func (x *Index) speakersMeant(l *leaf) string {
	for _, a := range []*answer{l.strong, l.weak} {
		if a == nil || a.records == nil {
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
