package search

import (
	"context"
	"slices"
	"sync"

	"onrecord/model"
	"onrecord/model/crew"
)

// countGroups counts the values of all groups.
func (x *Index) countGroups(ctx context.Context, p *plan, groups []*facetGroup) error {
	x.chooseBefore(p, groups)
	if !slices.ContainsFunc(groups, func(g *facetGroup) bool { return !g.same }) {
		return ctx.Err()
	}
	counters := make([]*counter, crew.Size(len(x.segments)))
	for i := range counters {
		counters[i] = x.newCounter(p, groups)
		defer counters[i].free()
	}
	err := crew.EachBy(ctx, len(counters), len(x.segments), func(worker, number int) {
		counters[worker].countSegment(number, groups)
	})
	if err != nil {
		return err
	}
	for i, g := range groups {
		if g.same {
			continue
		}
		g.counts = x.tallyIn(make([]int32, x.tallySize(g.kinds)), g.kinds)
		for k := range g.counts {
			for _, c := range counters {
				addCounts(g.counts[k], c.tallies[i][k])
			}
			if g.before != nil {
				addCounts(g.counts[k], g.before.counts[k])
			}
		}
	}
	return nil
}

// chooseBefore lets groups begin with what was counted before, unless beginning with nothing is shorter.
func (x *Index) chooseBefore(p *plan, groups []*facetGroup) {
	x.last.begin(p, groups, x.collection.Len())
	for _, g := range groups {
		if g.before == nil {
			continue
		}
		changed, most := 0, min(g.n, x.collection.Len()-g.n)
		for i := range g.of {
			changed += apart(g.before.of[i], g.of[i])
		}
		if changed > most {
			g.before = nil
		} else if g.same = changed == 0; g.same {
			g.counts = g.before.counts
		}
	}
}

// tallySize returns how many values some facets can have together.
func (x *Index) tallySize(kinds []FacetKind) int {
	n := 0
	for _, kind := range kinds {
		n += x.valueCount(kind)
	}
	return n
}

// tallyIn parts the counts of some facets, which are 0.
func (x *Index) tallyIn(counts []int32, kinds []FacetKind) tally {
	t := make(tally, len(kinds))
	for i, kind := range kinds {
		n := x.valueCount(kind)
		t[i], counts = counts[:n:n], counts[n:]
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
	tallies []tally  // by group
	days    []uint32 // the places of the days of the segment that is being counted
	room    *counterRoom
}

// counterRoom is what a counter needs, and another one after it.
type counterRoom struct {
	counts  []int32
	docs    []uint16
	marks   bitmap
	changes difference
}

var counterRooms = sync.Pool{New: func() any { return new(counterRoom) }}

// newCounter returns a counter that has counted nothing. It must be freed.
func (x *Index) newCounter(p *plan, groups []*facetGroup) *counter {
	c := &counter{x: x, plan: p, room: counterRooms.Get().(*counterRoom)}
	size := 0
	for _, g := range groups {
		size += x.tallySize(g.kinds)
	}
	c.room.counts = slices.Grow(c.room.counts[:0], size)[:size]
	clear(c.room.counts)
	counts := c.room.counts
	for _, g := range groups {
		n := x.tallySize(g.kinds)
		c.tallies = append(c.tallies, x.tallyIn(counts[:n], g.kinds))
		counts = counts[n:]
	}
	return c
}

func (c *counter) free() { counterRooms.Put(c.room) }

// countSegment adds the values of the statements of a segment, or of those that have come since what counting begins
// with, less those that have gone. Of most statements of a segment, those are counted that are missing.
func (c *counter) countSegment(number int, groups []*facetGroup) {
	s := c.x.segments[number]
	c.days = c.x.calendar.places[number]
	for i, g := range groups {
		switch of := g.of[number]; {
		case g.same:
		case g.before != nil:
			come, gone := c.room.changes.between(g.before.of[number], of)
			c.add(s, come, 1, g.kinds, c.tallies[i])
			c.add(s, gone, -1, g.kinds, c.tallies[i])
		case of.n > s.size/2:
			c.add(s, s.all, 1, g.kinds, c.tallies[i])
			_, missing := c.room.changes.between(s.all, of)
			c.add(s, missing, -1, g.kinds, c.tallies[i])
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
		c.room.docs = of.bits.appendTo(c.room.docs[:0], of.n)
		docs = c.room.docs
	}
	if of.bits == nil && of.n > bitmapFrom {
		c.room.marks = bitmap{}
		c.room.marks.addList(of.list)
		of = set{bits: &c.room.marks, n: of.n}
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
		for n, place := range c.days {
			counts[place] += by * int32(len(s.ofDay(n)))
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
		for _, doc := range docs {
			counts[c.days[s.columns.day[doc]]] += by
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
