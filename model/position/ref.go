package position

import (
	"cmp"
	"slices"

	"onrecord/model"
)

// A ref is one topic of one statement, small enough to keep millions of them.
type ref struct {
	day     model.Day
	place   uint32 // of the statement in the collection
	speaker uint32 // as a place in Collection.Speakers
	tag     uint32 // the topic, whether it is the statement's first ref, and the stance
}

const (
	stanceBits = 0b0111
	firstBit   = 0b1000
	topicShift = 4
)

func (r *ref) stance() model.Stance { return model.Stance(r.tag & stanceBits) }
func (r *ref) first() bool          { return r.tag&firstBit != 0 }
func (r *ref) topic() int           { return int(r.tag >> topicShift) }

// byDay orders refs by day, and those of a day as the collection does.
func byDay(a, b ref) int {
	if c := cmp.Compare(a.day, b.day); c != 0 {
		return c
	}
	return cmp.Compare(a.place, b.place)
}

// inOrder tells whether refs are in the order of their days.
func inOrder(refs []ref) bool {
	for i := 1; i < len(refs); i++ {
		if refs[i].day < refs[i-1].day {
			return false
		}
	}
	return true
}

// sorter sorts refs, one list after the other.
type sorter struct {
	room []ref
	next []int32
}

// sort puts refs in the order of their topics, from 0 to topics, and those of a topic in that of their days. Those of a
// day stay as they are.
func (s *sorter) sort(refs []ref, topics int) {
	if cap(s.room) < len(refs) {
		s.room = make([]ref, len(refs))
	}
	room := s.room[:len(refs)]
	if inOrder(refs) || !countDays(refs, room) {
		copy(room, refs)
	}
	s.byTopic(room, refs, topics)
}

// countDays puts refs in the order of their days, those of a day in the order in which they are; it does nothing and
// returns false if they are too far apart for an array of days.
func countDays(from, to []ref) bool {
	first, last := from[0].day, from[0].day
	for i := range from {
		first, last = min(first, from[i].day), max(last, from[i].day)
	}
	span := int64(last) - int64(first) + 1
	if span > int64(len(from)) {
		return false
	}
	next := make([]int32, span+1)
	for i := range from {
		next[from[i].day-first+1]++
	}
	for i := range span {
		next[i+1] += next[i]
	}
	for i := range from {
		at := &next[from[i].day-first]
		to[*at] = from[i]
		*at++
	}
	return true
}

// byTopic puts refs in the order of their topics, from 0 to topics. Those of a topic stay in their order.
func (s *sorter) byTopic(from, to []ref, topics int) {
	if len(from) < topics {
		copy(to, from)
		slices.SortStableFunc(to, func(a, b ref) int { return a.topic() - b.topic() })
		return
	}
	if len(s.next) < topics+2 {
		s.next = make([]int32, topics+2)
	}
	next := s.next[:topics+2]
	clear(next)
	for i := range from {
		next[from[i].topic()+1]++
	}
	for i := range topics {
		next[i+1] += next[i]
	}
	for i := range from {
		at := &next[from[i].topic()]
		to[*at] = from[i]
		*at++
	}
}
