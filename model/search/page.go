package search

import (
	"context"
	"math"
	"slices"

	"onrecord/model"
	"onrecord/model/crew"
	"onrecord/model/query"
)

// deepFrom is from how far down the list on a page by date is found by counting days, and not by listing all before it.
const deepFrom = 1024

// inOrder returns the hits from a place in the order to another, given those that each segment would show, in order. Of
// hits with one score and day only those that the page shows are compared.
func (x *Index) inOrder(best [][]ranked, by query.Sort, offset, wanted int) []ranked {
	before := 0
	if by == query.Best && wanted > deepFrom {
		before = x.narrow(best, offset, wanted)
	}
	return x.merged(best, by, offset-before, wanted-before)
}

// merged returns what stands from one place to another when lists in order are made one.
func (x *Index) merged(lists [][]ranked, by query.Sort, from, to int) []ranked {
	lists = slices.DeleteFunc(lists, func(list []ranked) bool { return len(list) == 0 })
	slices.SortFunc(lists, func(a, b []ranked) int { return x.compare(by, a[0], b[0]) })
	page := make([]ranked, 0, to-from)
	for n := range to {
		first, rest, others := lists[0][0], lists[0][1:], lists[1:]
		if n >= from {
			page = append(page, first)
		}
		if len(rest) == 0 {
			lists = others
			continue
		}
		at, _ := slices.BinarySearchFunc(others, rest[0], func(list []ranked, one ranked) int { return x.compare(by, list[0], one) })
		copy(lists, others[:at])
		lists[at] = rest
	}
	return page
}

// narrow leaves only those hits of each list whose standing is that of a hit of the page, or between them, and returns how
// many come before these in all lists.
func (x *Index) narrow(best [][]ranked, offset, wanted int) (before int) {
	first, last := x.standingAt(best, offset), x.standingAt(best, wanted-1)
	for i := range best {
		from, to := x.countAbove(best[i], first), x.countAbove(best[i], last-1)
		before += from
		best[i] = best[i][from:to]
	}
	return before
}

// standingAt returns the standing of the hit at a place of the order, by bisection.
func (x *Index) standingAt(best [][]ranked, place int) int64 {
	low, high := standing(0, math.MinInt32), standing(math.MaxInt32, 0)
	for low < high {
		middle := low + (high-low)/2
		above := 0
		for _, list := range best {
			above += x.countAbove(list, middle)
		}
		if above > place {
			low = middle + 1
		} else {
			high = middle
		}
	}
	return low
}

// countAbove counts the hits of a list in order that stand above a standing.
func (x *Index) countAbove(list []ranked, than int64) int {
	n, _ := slices.BinarySearchFunc(list, than, func(r ranked, than int64) int {
		if standing(r.score, x.segments[r.segment].block.Day(int(r.doc))) > than {
			return -1
		}
		return 1
	})
	return n
}

// datedPage returns a page of hits in an order by date: it counts the hits of each day, and lists only those of the days
// that the page shows.
func (x *Index) datedPage(ctx context.Context, h *hits, by query.Sort, offset, wanted int) ([]ranked, error) {
	counts, err := x.hitsByDay(ctx, h)
	if err != nil {
		return nil, err
	}
	first, last, before := daysOfPage(counts, by, offset, wanted)
	lists := make([][]ranked, len(x.segments))
	err = crew.Each(ctx, len(x.segments), func(i int) {
		lists[i] = x.segments[i].ofDays(i, h.segments[i].all, x.calendar.days[min(first, last)], x.calendar.days[max(first, last)])
	})
	if err != nil {
		return nil, err
	}
	all := slices.Concat(lists...)
	slices.SortFunc(all, func(a, b ranked) int { return x.compare(by, a, b) })
	return all[offset-before : wanted-before], nil
}

// hitsByDay counts the hits of each day, from the oldest on.
func (x *Index) hitsByDay(ctx context.Context, h *hits) ([]int32, error) {
	totals := make([][]int32, crew.Size(len(x.segments)))
	err := crew.EachBy(ctx, len(totals), len(x.segments), func(worker, i int) {
		if totals[worker] == nil {
			totals[worker] = make([]int32, len(x.calendar.days))
		}
		x.segments[i].countDays(h.segments[i].all, x.calendar.places[i], totals[worker])
	})
	counts := make([]int32, len(x.calendar.days))
	for _, more := range totals {
		if more != nil {
			addCounts(counts, more)
		}
	}
	return counts, err
}

// countDays adds how many statements of a set each day has, given the places of the segment's days among the counts.
func (s *segment) countDays(of set, places []uint32, counts []int32) {
	if of.empty() {
		return
	}
	found := of.asBitmap()
	for n, place := range places {
		if of.n == s.size {
			counts[place] += int32(len(s.ofDay(n)))
		} else {
			counts[place] += found.countList(s.ofDay(n))
		}
	}
}

// daysOfPage returns the first and the last day of a page, and how many hits come before the first.
func daysOfPage(counts []int32, by query.Sort, offset, wanted int) (first, last, before int) {
	at, step := len(counts)-1, -1
	if by == query.Oldest {
		at, step = 0, 1
	}
	for n := 0; ; at += step {
		if n <= offset {
			first, before = at, n
		}
		if n += int(counts[at]); n >= wanted {
			return first, at, before
		}
	}
}

// ofDays returns the statements of a set from one day to another.
func (s *segment) ofDays(number int, of set, from, to model.Day) []ranked {
	var list []ranked
	for n, r := range s.days {
		if r.day < from || r.day > to {
			continue
		}
		for _, doc := range s.ofDay(n) {
			if of.has(doc) {
				list = append(list, ranked{segment: number, doc: doc})
			}
		}
	}
	return list
}
