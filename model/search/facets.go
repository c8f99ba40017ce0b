package search

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"onrecord/model"
	"onrecord/model/query"
)

// field returns the field of the query that filters by a facet.
func (k FacetKind) field() query.Field {
	return [...]query.Field{query.Speaker, query.For, query.Topic, query.Stance, query.Form, query.Medium, query.On}[k]
}

// facets counts the values of the facets that are wanted.
func (x *Index) facets(ctx context.Context, p *plan, h *hits, wishes []FacetWish) ([]Facet, error) {
	if len(wishes) == 0 {
		return nil, ctx.Err()
	}
	if known := x.last.facets(p, h, wishes); known != nil {
		return known, nil
	}
	facets, err := x.countFacets(ctx, p, h, wishes)
	if err == nil {
		x.last.keep(p, h, wishes, facets)
	}
	return facets, err
}

func (x *Index) countFacets(ctx context.Context, p *plan, h *hits, wishes []FacetWish) ([]Facet, error) {
	totals := make([]tally, workers(len(x.segments)))
	err := parallelBy(ctx, len(x.segments), func(worker, number int) {
		if totals[worker] == nil {
			totals[worker] = x.newTally(wishes)
		}
		x.tally(wishes, number, h, p, totals[worker])
	})
	if err != nil {
		return nil, err
	}
	facets := make([]Facet, len(wishes))
	for i, w := range wishes {
		counts := make([]int32, x.valueCount(w.Kind))
		for _, t := range totals {
			if t != nil {
				addCounts(counts, t[i])
			}
		}
		facets[i] = x.facet(w, counts)
	}
	return facets, nil
}

// tally holds counts by wish and value.
type tally [][]int32

func (x *Index) newTally(wishes []FacetWish) tally {
	t := make(tally, len(wishes))
	for i, w := range wishes {
		t[i] = make([]int32, x.valueCount(w.Kind))
	}
	return t
}

func addCounts(counts, more []int32) {
	for value, n := range more {
		counts[value] += n
	}
}

// valueCount returns how many values a facet can have.
func (x *Index) valueCount(k FacetKind) int {
	switch k {
	case BySpeaker, ByActor:
		return len(x.collection.Speakers())
	case ByTopic:
		return len(x.collection.Topics())
	case ByStance:
		return int(stanceCount)
	case ByForm:
		return len(model.Forms())
	case ByMedium:
		return int(mediumCount)
	}
	return x.dayCount()
}

// maxDays bounds how many days between the first and the last statement are counted one by one.
const maxDays = 1 << 20

func (x *Index) dayCount() int {
	if len(x.segments) == 0 {
		return 0
	}
	return min(int(x.newest)-int(x.oldest)+1, maxDays)
}

// facet lists the values that have been counted.
func (x *Index) facet(w FacetWish, counts []int32) Facet {
	f := Facet{Kind: w.Kind}
	type counted struct {
		value int
		n     int32
	}
	var all []counted
	for value, n := range counts {
		if n > 0 {
			all = append(all, counted{value, n})
		}
	}
	f.Size = len(all)
	before := func(a, b counted) int {
		if w.Kind == ByDay {
			return cmp.Compare(a.value, b.value)
		}
		if a.n != b.n {
			return cmp.Compare(b.n, a.n)
		}
		return cmp.Or(strings.Compare(x.valueName(w.Kind, a.value), x.valueName(w.Kind, b.value)), a.value-b.value)
	}
	for _, c := range firstOf(all, w.Limit, before) {
		f.Values = append(f.Values, x.value(w.Kind, c.value, int(c.n)))
	}
	return f
}

// firstOf returns the first of some things in an order, at most so many, or all if limit is 0.
func firstOf[T any](all []T, limit int, compare func(a, b T) int) []T {
	if limit <= 0 || limit >= len(all) {
		slices.SortFunc(all, compare)
		return all
	}
	first := all[:limit:limit]
	slices.SortFunc(first, compare)
	for _, one := range all[limit:] {
		if compare(one, first[limit-1]) < 0 {
			at, _ := slices.BinarySearchFunc(first, one, compare)
			copy(first[at+1:], first[at:])
			first[at] = one
		}
	}
	return first
}

func (x *Index) valueName(k FacetKind, value int) string {
	switch k {
	case BySpeaker, ByActor:
		return x.collection.Speakers()[value].Name
	case ByTopic:
		return x.collection.Topics()[value].Name
	}
	return x.valueKey(k, value)
}

func (x *Index) valueKey(k FacetKind, value int) string {
	switch k {
	case BySpeaker, ByActor:
		return x.collection.Speakers()[value].ID
	case ByTopic:
		return x.collection.Topics()[value].ID
	case ByStance:
		return model.Stance(value).String()
	case ByForm:
		return model.Form(value).String()
	case ByMedium:
		return model.Medium(value).String()
	}
	return x.days.key(x.oldest, value)
}

func (x *Index) dayAt(value int) model.Day {
	return x.oldest + model.Day(value)
}

func (x *Index) value(k FacetKind, value, n int) Value {
	v := Value{Key: x.valueKey(k, value), Name: x.valueName(k, value), Count: n}
	if k == ByDay {
		v.Day = x.dayAt(value)
	}
	return v
}

// tally adds how many of the hits of a segment have which value.
func (x *Index) tally(wishes []FacetWish, number int, h *hits, p *plan, t tally) {
	s := x.segments[number]
	var each []func(doc uint16, by int32) // what is counted statement by statement
	for i, w := range wishes {
		found := h.segments[number].all
		without, own := h.segments[number].without[w.Kind.field()]
		if own {
			found = without
		}
		one := x.countOne(w.Kind, s, p, t[i])
		switch {
		case found.empty():
		case one == nil || found.n >= s.size/fewShare && found.n <= s.size-s.size/fewShare:
			x.countAll(w.Kind, s, found, p, t[i])
		case found.n > s.size/2:
			x.countAll(w.Kind, s, s.all, p, t[i])
			andNot(s.all, found).each(func(doc uint16) { one(doc, -1) })
		case own:
			found.each(func(doc uint16) { one(doc, 1) })
		default:
			each = append(each, one)
		}
	}
	if len(each) > 0 {
		h.segments[number].all.each(func(doc uint16) {
			for _, count := range each {
				count(doc, 1)
			}
		})
	}
}

// fewShare is below which share of the statements looking up the values of each is faster than going through the
// statements of each value. Of nearly all statements, those are counted that are missing.
const fewShare = 5

// countOne returns how to count the values of one statement, nil if the statements of the values are always counted.
func (x *Index) countOne(k FacetKind, s *segment, p *plan, counts []int32) func(doc uint16, by int32) {
	switch k {
	case BySpeaker:
		return func(doc uint16, by int32) { counts[s.speakers.keys[s.columns.speaker[doc]]] += by }
	case ByActor:
		return func(doc uint16, by int32) {
			if at := int(s.columns.actor[doc]); at < len(s.actors.keys) {
				counts[s.actors.keys[at]] += by
			}
		}
	case ByTopic:
		return s.countTopics(p.stances, counts)
	case ByDay:
		oldest := int(x.oldest)
		return func(doc uint16, by int32) {
			if at := int(s.days[s.columns.day[doc]].day) - oldest; at < len(counts) {
				counts[at] += by
			}
		}
	}
	return nil
}

// countTopics returns how to count the topics of a statement, if there are stances only where it takes one of these.
func (s *segment) countTopics(stances []model.Stance, counts []int32) func(doc uint16, by int32) {
	if s.columns.ends == nil {
		return nil
	}
	keys := s.stances.keys
	return func(doc uint16, by int32) {
		for _, at := range s.columns.stancesOf(doc) {
			if key := keys[at]; stances == nil || slices.Contains(stances, model.Stance(key%stanceCount)) {
				counts[key/stanceCount] += by
			}
		}
	}
}

// countAll counts the statements of each value.
func (x *Index) countAll(k FacetKind, s *segment, found set, p *plan, counts []int32) {
	var b *bitmap // nil for all
	if found.n < s.size {
		b = found.asBitmap()
	}
	switch k {
	case BySpeaker:
		s.speakers.count(b, func(key uint32, n int32) { counts[key] += n })
	case ByActor:
		s.actors.count(b, func(key uint32, n int32) { counts[key] += n })
	case ByTopic:
		s.stances.count(b, func(key uint32, n int32) {
			if p.stances == nil || slices.Contains(p.stances, model.Stance(key%stanceCount)) {
				counts[key/stanceCount] += n
			}
		})
	case ByStance:
		for _, stance := range model.Stances() {
			counts[stance] += int32(countAnd(found, stanceFilter([]model.Stance{stance}, p.topics)(s)))
		}
	case ByForm:
		for form, of := range s.forms {
			counts[form] += int32(countAnd(found, of))
		}
	case ByMedium:
		for medium, of := range s.media {
			counts[medium] += int32(countAnd(found, of))
		}
	case ByDay:
		s.countByDay(b, x.oldest, counts)
	}
}

func (s *segment) countByDay(found *bitmap, oldest model.Day, counts []int32) {
	for n, r := range s.days {
		at, list := int(r.day)-int(oldest), s.ofDay(n)
		switch {
		case at >= len(counts):
		case found == nil:
			counts[at] += int32(len(list))
		default:
			counts[at] += found.countList(list)
		}
	}
}

// count yields how many of the statements belong to each key, of all if found is nil.
func (g *groups) count(found *bitmap, yield func(key uint32, n int32)) {
	for at, key := range g.keys {
		if list := g.at(at); found == nil {
			yield(key, int32(len(list)))
		} else {
			yield(key, found.countList(list))
		}
	}
}
