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
	Places []Place  // of a term, without those that the names say already, the most telling one first
	First  bool     // that one has more answers than the names
}

// maxNames is how many names a meaning lists.
const maxNames = 3

// InWords lists the names and the places, what has the most answers first, as long as the list has no more than so many
// parts; it says if it has more. Names are listed together.
func (m Meaning) InWords(parts int) string {
	list, places := slices.Clone(m.Names), m.Places
	if m.More {
		list = append(list, "…")
	}
	if m.First {
		list, places = slices.Insert(list, 0, places[0].String()), places[1:]
	}
	for _, p := range places {
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
				m = x.termMeaning(l, weak, strong, h)
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
func (x *Index) termMeaning(l *leaf, weak, strong bool, h *hits) Meaning {
	var counted []*answer
	if strong {
		counted = append(counted, l.strong)
	}
	if weak {
		counted = append(counted, l.weak)
	}
	in := x.placesIn(counted, h)
	var m Meaning
	names := 0
	if in[InName].found || in[InActor].found {
		m.Names = x.speakersMeant(counted)
		names = max(in[InName].hits, in[InActor].hits)
	}
	for p := range Place(placeCount) {
		if in[p].found && (len(m.Names) == 0 || p != InName && p != InActor) {
			m.Places = append(m.Places, p)
		}
	}
	if first, ok := mostTelling(m.Places, &in); ok {
		at := slices.Index(m.Places, first)
		m.Places = slices.Insert(slices.Delete(m.Places, at, at+1), 0, first)
		m.First = len(m.Names) > 0 && in[first].hits > names
	}
	return m
}

// mostTelling returns the place in which most of the answers match, apart from those that tell little of a statement, such
// as the title of its source.
func mostTelling(places []Place, in *[placeCount]placeHits) (most Place, ok bool) {
	for _, p := range places {
		if p <= InRole && (!ok || in[p].hits > in[most].hits) {
			most, ok = p, true
		}
	}
	return most, ok
}

// placeHits tells whether a term stands in a place of some record, and how many of the answers match it there.
type placeHits struct {
	found bool
	hits  int
}

func (x *Index) placesIn(counted []*answer, h *hits) (in [placeCount]placeHits) {
	for n := range x.segments {
		var sets [placeCount][]set
		for _, a := range counted {
			for _, cs := range a.segments[n].sets {
				p := cs.class.place()
				in[p].found = true
				sets[p] = append(sets[p], and(h.segments[n].all, cs.set))
			}
		}
		for p := range sets {
			in[p].hits += or(sets[p]...).n
		}
	}
	return in
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
