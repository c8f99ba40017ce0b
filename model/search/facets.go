package search

import (
	"cmp"
	"context"
	"slices"

	"onrecord/model"
	"onrecord/model/query"
)

// field returns the field of the query that filters by a facet.
func (k FacetKind) field() query.Field {
	return [...]query.Field{query.Speaker, query.For, query.Topic, query.Stance, query.Form, query.Medium, query.On}[k]
}

// facets counts the values of the facets that are wanted.
func (x *Index) facets(ctx context.Context, p *plan, h *hits, wishes []FacetWish) ([]Facet, error) {
	facets := make([]Facet, len(wishes))
	err := parallel(ctx, len(wishes), func(i int) {
		facets[i] = x.facet(p, h, wishes[i])
	})
	return facets, err
}

func (x *Index) facet(p *plan, h *hits, w FacetWish) Facet {
	counts := map[uint32]int{}
	for i, s := range x.segments {
		found := h.segments[i].all
		if without, ok := h.segments[i].without[w.Kind.field()]; ok {
			found = without
		}
		s.count(w.Kind, found, p, counts)
	}
	f := Facet{Kind: w.Kind, Size: len(counts)}
	for key, n := range counts {
		f.Values = append(f.Values, x.value(w.Kind, key, n))
	}
	slices.SortFunc(f.Values, func(a, b Value) int {
		if w.Kind == ByDay {
			return cmp.Compare(a.Day, b.Day)
		}
		return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.Name, b.Name), cmp.Compare(a.Key, b.Key))
	})
	if w.Limit > 0 && len(f.Values) > w.Limit {
		f.Values = f.Values[:w.Limit:w.Limit]
	}
	return f
}

// value names the value of a facet.
func (x *Index) value(k FacetKind, key uint32, n int) Value {
	v := Value{Count: n}
	switch k {
	case BySpeaker, ByActor:
		s := x.collection.Speakers()[key]
		v.Key, v.Name = s.ID, s.Name
	case ByTopic:
		t := x.collection.Topics()[key]
		v.Key, v.Name = t.ID, t.Name
	case ByStance:
		v.Key = model.Stance(key).String()
	case ByForm:
		v.Key = model.Form(key).String()
	case ByMedium:
		v.Key = model.Medium(key).String()
	case ByDay:
		v.Day = model.Day(int32(key))
		v.Key = v.Day.String()
	}
	if v.Name == "" {
		v.Name = v.Key
	}
	return v
}

// count adds how many of the statements have which value.
func (s *segment) count(k FacetKind, found set, p *plan, counts map[uint32]int) {
	one := func(key uint32) (uint32, bool) { return key, true }
	switch k {
	case BySpeaker:
		s.speakers.count(found, one, counts)
	case ByActor:
		s.actors.count(found, one, counts)
	case ByTopic:
		s.stances.count(found, func(key uint32) (uint32, bool) {
			return key / stanceCount, p.stances == nil || slices.Contains(p.stances, model.Stance(key%stanceCount))
		}, counts)
	case ByStance:
		for _, stance := range model.Stances() {
			on := stanceFilter([]model.Stance{stance}, p.topics)
			note(counts, uint32(stance), countAnd(found, on(s)))
		}
	case ByForm:
		for form, of := range s.forms {
			note(counts, uint32(form), countAnd(found, of))
		}
	case ByMedium:
		for medium, of := range s.media {
			note(counts, uint32(medium), countAnd(found, of))
		}
	case ByDay:
		found.each(func(i uint16) { counts[uint32(s.block.Day(int(i)))]++ })
	}
}

func note(counts map[uint32]int, key uint32, n int) {
	if n > 0 {
		counts[key] += n
	}
}

// count adds how many of the statements belong to which record, given the record of a key, and whether the key counts.
func (g *groups) count(found set, record func(key uint32) (uint32, bool), counts map[uint32]int) {
	b := found.bits
	if b == nil {
		b = new(bitmap)
		b.addList(found.list)
	}
	for at, key := range g.keys {
		of, counted := record(key)
		if !counted {
			continue
		}
		n := 0
		for _, i := range g.at(at) {
			n += int(b[i>>6] >> (i & 63) & 1)
		}
		note(counts, of, n)
	}
}
