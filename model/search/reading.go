package search

import (
	"slices"
	"strings"

	"onrecord/model"
	"onrecord/model/query"
)

// Reading says how one group of the query was understood.
type Reading struct {
	Group  int       // in the query
	Text   string    // what was typed
	Means  []Meaning // what each alternative means, without those of which there is nothing to tell
	Filler bool      // it need not match
	Weak   bool      // it is not there; misspelt words and abbreviations stand for it
	Also   bool      // it is there, but in some of the answers misspelt words or abbreviations stand for it
	Count  int       // how many statements match it alone
}

// Meaning is what a term or a filter was taken for: the records that it names, and where else a term stands.
type Meaning struct {
	Names  []string // "Emmanuel Macron (France)", at most maxNames; none for a term that names more records than that
	More   bool     // the filter names more records
	Places []Place  // of a term, without those that the names say already
}

// maxNames is how many names a meaning lists.
const maxNames = 3

// InWords lists the names, and the places as long as the list has no more than so many parts; it says if it has more.
func (m Meaning) InWords(parts int) string {
	list := slices.Clone(m.Names)
	if m.More {
		list = append(list, "…")
	}
	for _, p := range m.Places {
		if len(list) >= parts {
			return strings.Join(list, ", ") + " and more"
		}
		list = append(list, p.String())
	}
	return strings.Join(list, ", ")
}

// InWords puts what the alternatives mean into words, each with no more than so many places.
func (r *Reading) InWords(parts int) string {
	var words []string
	for _, m := range r.Means {
		words = append(words, m.InWords(parts))
	}
	return strings.Join(words, " | ")
}

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
		for k, l := range g.leaves {
			var m Meaning
			if l.term == nil {
				m = x.filterMeaning(&q.Groups[g.number].Clauses[k], l.records)
			} else {
				weak, strong := x.taken(l, h)
				r.Weak, r.Also = r.Weak || weak && !strong, r.Also || weak && strong
				m = x.termMeaning(l, weak, strong)
			}
			if len(m.Names)+len(m.Places) > 0 {
				r.Means = append(r.Means, m)
			}
		}
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
func (x *Index) filterMeaning(c *query.Clause, r recordSet) Meaning {
	if !hasRecords(c.Field) {
		return Meaning{}
	}
	return Meaning{Names: x.names(c.Field, r), More: r.count() > maxNames}
}

func (x *Index) names(f query.Field, r recordSet) []string {
	var names []string
	for _, record := range r.first(maxNames) {
		names = append(names, x.nameOf(f, record))
	}
	return names
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

// termMeaning names the speakers or actors that a term means if it means few, and tells in which places it stands, by the
// matches that count in the answers.
func (x *Index) termMeaning(l *leaf, weak, strong bool) Meaning {
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
	var m Meaning
	if in[InName] || in[InActor] {
		m.Names = x.speakersMeant(counted)
	}
	for p := range Place(placeCount) {
		if in[p] && (len(m.Names) == 0 || p != InName && p != InActor) {
			m.Places = append(m.Places, p)
		}
	}
	return m
}

// speakersMeant names the speakers and actors whose names the matches match best, none if they are many.
func (x *Index) speakersMeant(counted []*answer) []string {
	for _, a := range counted {
		if a.records == nil {
			continue
		}
		for _, r := range a.records.speakers[nameField] {
			if n := r.count(); n > maxNames {
				return nil
			} else if n > 0 {
				return x.names(query.Speaker, r)
			}
		}
	}
	return nil
}
