package position

import (
	"context"
	"fmt"
	"slices"
	"sort"

	"onrecord/model"
)

// Timeline is how many statements were made when.
type Timeline struct {
	All   Lane   // all statements
	Lanes []Lane // those on each topic in the order of the columns, or of each actor in that of the rows
}

// Lane counts the statements of one kind by day.
type Lane struct {
	Topic      *model.Topic   // of a lane of a topic
	Actor      *model.Speaker // of a lane of an actor
	Own        bool           // the actor is a person who spoke for nobody
	Days       []DayCount     // the days with a statement, in order
	Statements int
	Busy       int // from how many statements a day is busy: as many as a quarter of these days have, or more
}

// DayCount is a day and how many statements were made on it.
type DayCount struct {
	Day   model.Day
	Count int
}

// LanesBy tells what the lanes of a timeline are.
type LanesBy uint8

// The lanes.
const (
	LanesByTopic LanesBy = iota
	LanesByActor
)

// Timeline counts the statements of the matrix by day. A statement on several topics is in the lane of each, and counts
// once among all. The error is that of the context.
func (m *Matrix) Timeline(ctx context.Context, by LanesBy) (*Timeline, error) {
	t := &Timeline{}
	n := len(m.Columns)
	if by == LanesByActor {
		n = len(m.Rows)
	}
	t.Lanes = make([]Lane, n)
	err := parallel(ctx, n+1, func(_, i int) {
		switch {
		case i == n:
			t.All.count(m.days)
		case by == LanesByTopic:
			t.Lanes[i].Topic = m.Columns[i].Topic
			t.Lanes[i].count(m.Columns[i].days(m.Rows))
		default:
			t.Lanes[i].Actor, t.Lanes[i].Own = m.Rows[i].Speaker, m.Rows[i].Own
			t.Lanes[i].count(m.Rows[i].days)
		}
	})
	if err != nil {
		return nil, fmt.Errorf("counting statements by day: %w", err)
	}
	return t, nil
}

// days yields the days of all statements.
func (m *Matrix) days(yield func(model.Day)) {
	for _, r := range m.Rows {
		r.days(yield)
	}
}

// days yields the days of the row's statements.
func (r *Row) days(yield func(model.Day)) {
	for i := range r.refs {
		if r.refs[i].first() {
			yield(r.refs[i].day)
		}
	}
}

// days yields the days of the statements on the topic.
func (c *Column) days(rows []*Row) func(yield func(model.Day)) {
	return func(yield func(model.Day)) {
		for _, r := range rows {
			if i, ok := r.cellAt(c.Place); ok {
				for _, at := range r.refs[r.cells[i].first:r.cells[i].end] {
					yield(at.day)
				}
			}
		}
	}
}

// count fills the lane with days, which come in any order.
func (l *Lane) count(days func(yield func(model.Day))) {
	var first, last model.Day
	days(func(d model.Day) {
		if l.Statements == 0 {
			first, last = d, d
		}
		first, last = min(first, d), max(last, d)
		l.Statements++
	})
	if span := int64(last) - int64(first) + 1; span <= sparse*int64(l.Statements) {
		l.countDense(days, first, int(span))
	} else {
		l.countSparse(days)
	}
	counts := make([]int, len(l.Days))
	for i, d := range l.Days {
		counts[i] = d.Count
	}
	if slices.Sort(counts); len(counts) > 0 {
		l.Busy = counts[len(counts)*3/4]
	}
}

// sparse is how many days a lane may have for each statement to be counted in an array of days.
const sparse = 16

func (l *Lane) countDense(days func(yield func(model.Day)), first model.Day, span int) {
	counts := make([]int32, span)
	days(func(d model.Day) { counts[d-first]++ })
	for i, n := range counts {
		if n > 0 {
			l.Days = append(l.Days, DayCount{first + model.Day(i), int(n)})
		}
	}
}

func (l *Lane) countSparse(days func(yield func(model.Day))) {
	counts := map[model.Day]int{}
	days(func(d model.Day) { counts[d]++ })
	for d, n := range counts {
		l.Days = append(l.Days, DayCount{d, n})
	}
	slices.SortFunc(l.Days, func(a, b DayCount) int {
		if a.Day < b.Day {
			return -1
		}
		return 1
	})
}

// from returns the place of the first day that is not before a day.
func (l *Lane) from(day model.Day) int {
	return sort.Search(len(l.Days), func(i int) bool { return l.Days[i].Day >= day })
}

// On returns how many statements were made on a day.
func (l *Lane) On(day model.Day) int {
	if i := l.from(day); i < len(l.Days) && l.Days[i].Day == day {
		return l.Days[i].Count
	}
	return 0
}

// Between returns how many statements were made from one day to another, both among them.
func (l *Lane) Between(from, to model.Day) int {
	n := 0
	for i := l.from(from); i < len(l.Days) && l.Days[i].Day <= to; i++ {
		n += l.Days[i].Count
	}
	return n
}

// Next returns the first busy day after a day, false if there is none.
func (l *Lane) Next(day model.Day) (model.Day, bool) {
	for i := l.from(day); i < len(l.Days); i++ {
		if l.Days[i].Day > day && l.Days[i].Count >= l.Busy {
			return l.Days[i].Day, true
		}
	}
	return day, false
}

// Previous returns the last busy day before a day, false if there is none.
func (l *Lane) Previous(day model.Day) (model.Day, bool) {
	for i := l.from(day) - 1; i >= 0; i-- {
		if l.Days[i].Count >= l.Busy {
			return l.Days[i].Day, true
		}
	}
	return day, false
}

// Span returns the first and the last day with a statement, false if there is none.
func (l *Lane) Span() (first, last model.Day, ok bool) {
	if len(l.Days) == 0 {
		return 0, 0, false
	}
	return l.Days[0].Day, l.Days[len(l.Days)-1].Day, true
}
