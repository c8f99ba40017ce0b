package timeline

import (
	"slices"

	"onrecord/model"
	"onrecord/model/query"
)

// Chart holds the statements of a query by day, all together and in lanes. It never changes.
type Chart struct {
	By    By
	All   Lane
	Lanes []Lane // most statements first; last, those that belong to no lane

	collection *model.Collection
	peaks      [units]int // the most statements that are in one bar of All
	lanePeaks  [units]int // the same of the lanes
}

// Lane is the statements that have something in common.
type Lane struct {
	Field query.Field
	Token string // as the query line writes it; "" for All and for the lane of those that belong to no other
	Label string

	entries []entry // in the order of their days, and of the collection within a day
}

// entry is a statement, by its place in the collection.
type entry struct {
	day   model.Day
	place int32
}

// Len returns how many statements the lane holds.
func (l *Lane) Len() int { return len(l.entries) }

// Count returns how many statements of the lane are from the days from..to.
func (l *Lane) Count(from, to model.Day) int {
	first, last := l.between(span{from, to})
	return last - first
}

// between is the range of the entries of some days.
func (l *Lane) between(s span) (first, last int) {
	if s.from > s.to {
		return 0, 0
	}
	first = l.before(s.from)
	last = first + (&Lane{entries: l.entries[first:]}).before(s.to+1)
	return first, last
}

// before is how many entries are older than a day.
func (l *Lane) before(d model.Day) int {
	n, _ := slices.BinarySearchFunc(l.entries, d, func(e entry, d model.Day) int { return int(e.day) - int(d) })
	return n
}

// bars counts the statements of a lane in each bar of a scale that is in view.
func (l *Lane) bars(s scale) []int {
	counts := make([]int, s.seen)
	before := l.before(s.day(s.from))
	for i := range counts {
		upTo := l.before(s.day(s.from + i + 1))
		counts[i] = upTo - before
		before = upTo
	}
	return counts
}

// peak is the most statements of the lane that are in one unit.
func (l *Lane) peak(u unit) int {
	most := 0
	for first := 0; first < len(l.entries); {
		end, last := u.after(l.entries[first].day), first+1
		for last < len(l.entries) && l.entries[last].day < end {
			last++
		}
		most = max(most, last-first)
		first = last
	}
	return most
}

// span is the first and the last day with a statement, false if there is none.
func (c *Chart) span() (span, bool) {
	if c == nil || c.All.Len() == 0 {
		return span{}, false
	}
	return span{c.All.entries[0].day, c.All.entries[c.All.Len()-1].day}, true
}

// ids returns the ids of the statements of some days in a lane.
func (c *Chart) ids(l *Lane, s span) []string {
	first, last := l.between(s)
	ids := make([]string, 0, last-first)
	for _, e := range l.entries[first:last] {
		b := c.collection.Block(int(e.place))
		ids = append(ids, b.ID(int(e.place)-b.First()))
	}
	return ids
}

// measure finds out how tall the bars get.
func (c *Chart) measure() {
	for u := range units {
		c.peaks[u] = c.All.peak(u)
		for i := range c.Lanes {
			c.lanePeaks[u] = max(c.lanePeaks[u], c.Lanes[i].peak(u))
		}
	}
}
