package search

import (
	"cmp"
	"context"
	"slices"
	"sync"

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
	var mu sync.Mutex
	totals := make([][]int32, len(wishes))
	for i, w := range wishes {
		totals[i] = make([]int32, x.valueCount(w.Kind))
	}
	err := parallel(ctx, len(x.segments), func(number int) {
		for i, w := range wishes {
			counts := make([]int32, len(totals[i]))
			x.count(w.Kind, number, h, p, counts)
			mu.Lock()
			for value, n := range counts {
				totals[i][value] += n
			}
			mu.Unlock()
		}
	})
	if err != nil {
		return nil, err
	}
	facets := make([]Facet, len(wishes))
	for i, w := range wishes {
		facets[i] = x.facet(w, totals[i])
	}
	return facets, nil
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
	oldest, newest, ok := x.collection.Span()
	if !ok {
		return 0
	}
	return min(int(newest)-int(oldest)+1, maxDays)
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
	if w.Kind != ByDay {
		slices.SortFunc(all, func(a, b counted) int {
			return cmp.Or(cmp.Compare(b.n, a.n), cmp.Compare(x.valueName(w.Kind, a.value), x.valueName(w.Kind, b.value)), a.value-b.value)
		})
	}
	if w.Limit > 0 && len(all) > w.Limit {
		all = all[:w.Limit]
	}
	for _, c := range all {
		f.Values = append(f.Values, x.value(w.Kind, c.value, int(c.n)))
	}
	return f
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
	return x.dayAt(value).String()
}

func (x *Index) dayAt(value int) model.Day {
	oldest, _, _ := x.collection.Span()
	return oldest + model.Day(value)
}

func (x *Index) value(k FacetKind, value, n int) Value {
	v := Value{Key: x.valueKey(k, value), Name: x.valueName(k, value), Count: n}
	if k == ByDay {
		v.Day = x.dayAt(value)
	}
	return v
}

// count adds how many of the hits of a segment have which value.
func (x *Index) count(k FacetKind, number int, h *hits, p *plan, counts []int32) {
	s, found := x.segments[number], h.segments[number].all
	if without, ok := h.segments[number].without[k.field()]; ok {
		found = without
	}
	if found.empty() {
		return
	}
	switch k {
	case BySpeaker:
		s.countBySpeaker(found, counts)
	case ByActor:
		s.countByActor(found, x.catalogue, counts)
	case ByTopic:
		s.countByTopic(found, p.stances, counts)
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
		s.countByDay(found, x.dayAt(0), counts)
	}
}

// few tells whether a set is so small that looking up the values of each statement is faster than going through all
// statements of each value.
func (s *segment) few(found set) bool { return found.n < s.size/4 }

func (s *segment) countBySpeaker(found set, counts []int32) {
	if s.few(found) {
		found.each(func(i uint16) { counts[s.block.Speaker(int(i))]++ })
		return
	}
	s.speakers.count(found, func(key uint32, n int32) { counts[key] += n })
}

func (s *segment) countByActor(found set, c *catalogue, counts []int32) {
	if s.few(found) {
		found.each(func(i uint16) {
			if actor := c.actorOf(s.block, int(i)); actor >= 0 {
				counts[actor]++
			}
		})
		return
	}
	s.actors.count(found, func(key uint32, n int32) { counts[key] += n })
}

// countByTopic counts topics, if there are stances only where the statement takes one of these on the topic.
func (s *segment) countByTopic(found set, stances []model.Stance, counts []int32) {
	if s.few(found) {
		found.each(func(i uint16) {
			s.block.Topics(int(i), func(topic int, stance model.Stance) {
				if stances == nil || slices.Contains(stances, stance) {
					counts[topic]++
				}
			})
		})
		return
	}
	s.stances.count(found, func(key uint32, n int32) {
		if stances == nil || slices.Contains(stances, model.Stance(key%stanceCount)) {
			counts[key/stanceCount] += n
		}
	})
}

func (s *segment) countByDay(found set, oldest model.Day, counts []int32) {
	if s.few(found) {
		found.each(func(i uint16) {
			if at := int(s.block.Day(int(i))) - int(oldest); at < len(counts) {
				counts[at]++
			}
		})
		return
	}
	b := found.asBitmap()
	for n, r := range s.days {
		if at := int(r.day) - int(oldest); at < len(counts) {
			counts[at] += b.countList(s.ofDay(n))
		}
	}
}

// count yields how many of the statements belong to each key.
func (g *groups) count(found set, yield func(key uint32, n int32)) {
	b := found.asBitmap()
	for at, key := range g.keys {
		yield(key, b.countList(g.at(at)))
	}
}
