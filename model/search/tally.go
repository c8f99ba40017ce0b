package search

import (
	"context"
	"slices"

	"onrecord/model"
	"onrecord/model/crew"
	"onrecord/model/query"
)

// facets counts the values of the facets that are wanted.
func (x *Index) facets(ctx context.Context, p *plan, h *hits, wishes []FacetWish) ([]Facet, error) {
	if len(wishes) == 0 {
		return nil, ctx.Err()
	}
	groups := facetGroups(h, wishes)
	if err := x.countGroups(ctx, p, groups); err != nil {
		return nil, err
	}
	x.last.keep(p, groups)
	facets := make([]Facet, len(wishes))
	for _, g := range groups {
		for i, at := range g.wishes {
			facets[at] = x.facet(wishes[at], g.counts[i])
		}
	}
	return facets, nil
}

// facetGroup is some facets whose values are counted among the same statements. Counting can begin with what was counted
// for the query before, and go through the statements only that have come and gone since: with most keys these are few.
type facetGroup struct {
	wishes []int // the places of the facets among those that are wanted
	kinds  []FacetKind
	of     []set // by segment, the statements
	n      int   // how many
	counts tally

	before     *facetGroup // what counting begins with, nil for nothing
	come, gone []set       // since then
}

// tally holds counts by facet and value.
type tally [][]int32

// facetGroups parts the facets that are wanted by the statements among which they are counted: each without the filters
// on its own field.
func facetGroups(h *hits, wishes []FacetWish) []*facetGroup {
	var groups []*facetGroup
	of := map[query.Field]*facetGroup{}
	for i, w := range wishes {
		field := query.NoField
		if h.hasWithout(w.Kind.field()) {
			field = w.Kind.field()
		}
		g := of[field]
		if g == nil {
			g = h.group(field)
			of[field], groups = g, append(groups, g)
		}
		g.wishes, g.kinds = append(g.wishes, i), append(g.kinds, w.Kind)
	}
	return groups
}

// hasWithout tells whether the query filters by a field, so that there are statements that match without that.
func (h *hits) hasWithout(f query.Field) bool {
	if len(h.segments) == 0 {
		return false
	}
	_, ok := h.segments[0].without[f]
	return ok
}

// group holds the statements that match without the filters on a field; NoField is none.
func (h *hits) group(f query.Field) *facetGroup {
	g := &facetGroup{of: make([]set, len(h.segments))}
	for i, s := range h.segments {
		g.of[i] = s.all
		if f != query.NoField {
			g.of[i] = s.without[f]
		}
		g.n += g.of[i].n
	}
	return g
}

// countGroups counts the values of all groups.
func (x *Index) countGroups(ctx context.Context, p *plan, groups []*facetGroup) error {
	x.last.begin(p, groups, x.collection.Len())
	err := crew.Each(ctx, len(x.segments), func(i int) {
		for _, g := range groups {
			if g.before != nil {
				g.come[i], g.gone[i] = differ(g.before.of[i], g.of[i])
			}
		}
	})
	if err != nil {
		return err
	}
	for _, g := range groups {
		g.choose(x.collection.Len())
	}
	counters := make([]*counter, crew.Size(len(x.segments)))
	err = crew.EachBy(ctx, len(counters), len(x.segments), func(worker, number int) {
		if counters[worker] == nil {
			counters[worker] = x.newCounter(p, groups)
		}
		counters[worker].countSegment(number, groups)
	})
	if err != nil {
		return err
	}
	for i, g := range groups {
		g.counts = x.newTally(g.kinds)
		for k := range g.counts {
			for _, c := range counters {
				if c != nil {
					addCounts(g.counts[k], c.tallies[i][k])
				}
			}
			if g.before != nil {
				addCounts(g.counts[k], g.before.counts[k])
			}
		}
		g.before, g.come, g.gone = nil, nil, nil
	}
	return nil
}

// choose begins with nothing if that is shorter.
func (g *facetGroup) choose(total int) {
	if g.before == nil {
		return
	}
	changed := 0
	for i := range g.come {
		changed += g.come[i].n + g.gone[i].n
	}
	if changed > min(g.n, total-g.n) {
		g.before = nil
	}
}

func (x *Index) newTally(kinds []FacetKind) tally {
	t := make(tally, len(kinds))
	for i, kind := range kinds {
		t[i] = make([]int32, x.valueCount(kind))
	}
	return t
}

func addCounts(counts, more []int32) {
	for value, n := range more {
		counts[value] += n
	}
}

// counter counts values, segment by segment.
type counter struct {
	x       *Index
	plan    *plan
	tallies []tally // by group
	room    []uint16
}

func (x *Index) newCounter(p *plan, groups []*facetGroup) *counter {
	c := &counter{x: x, plan: p}
	for _, g := range groups {
		c.tallies = append(c.tallies, x.newTally(g.kinds))
	}
	return c
}

// countSegment adds the values of the statements of a segment, or of those that have come since what counting begins
// with, less those that have gone. Of most statements of a segment, those are counted that are missing.
func (c *counter) countSegment(number int, groups []*facetGroup) {
	s := c.x.segments[number]
	for i, g := range groups {
		switch of := g.of[number]; {
		case g.before != nil:
			c.add(s, g.come[number], 1, g.kinds, c.tallies[i])
			c.add(s, g.gone[number], -1, g.kinds, c.tallies[i])
		case of.n > s.size/2:
			c.add(s, s.all, 1, g.kinds, c.tallies[i])
			c.add(s, andNot(s.all, of), -1, g.kinds, c.tallies[i])
		default:
			c.add(s, of, 1, g.kinds, c.tallies[i])
		}
	}
}

// topicsEach is how much longer it takes to look up the topics of a statement than whether a topic's statement counts. How
// many topics a statement has cannot be guessed.
const topicsEach = 6

// bitmapFrom is from how many members on a bitmap is faster for counting than a list.
const bitmapFrom = 512

// add adds the values of some statements so many times.
func (c *counter) add(s *segment, of set, by int32, kinds []FacetKind, to tally) {
	if of.empty() {
		return
	}
	docs := of.list
	if of.bits != nil && of.n < s.size {
		c.room = of.bits.appendTo(c.room[:0])
		docs = c.room
	}
	if of.bits == nil && of.n > bitmapFrom {
		of = set{bits: of.asBitmap(), n: of.n}
	}
	for i, kind := range kinds {
		switch {
		case kind == ByStance || kind == ByForm || kind == ByMedium:
			c.addKinds(kind, s, of, by, to[i])
		case of.n == s.size:
			c.addAll(kind, s, nil, by, to[i])
		case kind == ByTopic && (s.columns.ends == nil || topicsEach*of.n > len(s.stances.docs)):
			c.addAll(kind, s, of.asBitmap(), by, to[i])
		default:
			c.addEach(kind, s, docs, by, to[i])
		}
	}
}

// addKinds counts those values of which there are few, each of which has a set of its own.
func (c *counter) addKinds(kind FacetKind, s *segment, of set, by int32, counts []int32) {
	switch kind {
	case ByStance:
		for _, stance := range model.Stances() {
			counts[stance] += by * int32(countAnd(of, stanceFilter([]model.Stance{stance}, c.plan.topics)(s)))
		}
	case ByForm:
		for form, all := range s.forms {
			counts[form] += by * int32(countAnd(of, all))
		}
	case ByMedium:
		for medium, all := range s.media {
			counts[medium] += by * int32(countAnd(of, all))
		}
	}
}

// addAll counts the statements of each value, all if found is nil.
func (c *counter) addAll(kind FacetKind, s *segment, found *bitmap, by int32, counts []int32) {
	switch kind {
	case BySpeaker:
		s.speakers.count(found, func(key uint32, n int32) { counts[key] += by * n })
	case ByActor:
		s.actors.count(found, func(key uint32, n int32) { counts[key] += by * n })
	case ByTopic:
		s.stances.count(found, func(key uint32, n int32) {
			if c.counts(key) {
				counts[key/stanceCount] += by * n
			}
		})
	case ByDay:
		for n, r := range s.days {
			if at := int(r.day) - int(c.x.oldest); at < len(counts) {
				counts[at] += by * int32(len(s.ofDay(n)))
			}
		}
	}
}

// counts tells whether a topic and a stance on it count: if the query asks for stances, only these.
func (c *counter) counts(key uint32) bool {
	return c.plan.stances == nil || slices.Contains(c.plan.stances, model.Stance(key%stanceCount))
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

// addEach counts the value of each statement.
func (c *counter) addEach(kind FacetKind, s *segment, docs []uint16, by int32, counts []int32) {
	switch kind {
	case BySpeaker:
		keys, column := s.speakers.keys, s.columns.speaker
		for _, doc := range docs {
			counts[keys[column[doc]]] += by
		}
	case ByActor:
		keys, column := s.actors.keys, s.columns.actor
		for _, doc := range docs {
			if at := int(column[doc]); at < len(keys) {
				counts[keys[at]] += by
			}
		}
	case ByTopic:
		c.addTopics(s, docs, by, counts)
	case ByDay:
		oldest := int(c.x.oldest)
		for _, doc := range docs {
			if at := int(s.days[s.columns.day[doc]].day) - oldest; at < len(counts) {
				counts[at] += by
			}
		}
	}
}

func (c *counter) addTopics(s *segment, docs []uint16, by int32, counts []int32) {
	keys, all := s.stances.keys, c.plan.stances == nil
	for _, doc := range docs {
		for _, at := range s.columns.stancesOf(doc) {
			if key := keys[at]; all || c.counts(key) {
				counts[key/stanceCount] += by
			}
		}
	}
}
