package timeline

import (
	"time"

	"onrecord/model"
)

// unit is the stretch of time that one bar stands for.
type unit uint8

const (
	day unit = iota
	week
	month
	year
	units
)

func (u unit) String() string { return [...]string{"day", "week", "month", "year"}[u] }

// stride is how many bars a long step goes: about one of the next longer unit.
func (u unit) stride() int { return [...]int{7, 4, 12, 10}[u] }

// The first Monday before 1970 is three days before its first day, which is day 0.
const (
	daysOfWeek  = 7
	mondayShift = 3
	yearMonths  = 12
)

// index numbers the units: two days are in the same one if they have the same number.
func (u unit) index(d model.Day) int {
	switch u {
	case week:
		return floorDiv(int(d)+mondayShift, daysOfWeek)
	case month:
		y, m, _ := d.Date()
		return y*yearMonths + int(m) - 1
	case year:
		y, _, _ := d.Date()
		return y
	}
	return int(d)
}

// start is the first day of a unit.
func (u unit) start(index int) model.Day {
	switch u {
	case week:
		return model.Day(index*daysOfWeek - mondayShift)
	case month:
		return model.NewDay(floorDiv(index, yearMonths), time.Month(index-floorDiv(index, yearMonths)*yearMonths+1), 1)
	case year:
		return model.NewDay(index, time.January, 1)
	}
	return model.Day(index)
}

// after is the first day of the unit that follows the one of d.
func (u unit) after(d model.Day) model.Day { return u.start(u.index(d) + 1) }

func floorDiv(a, b int) int {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}

// span is a run of days, both ends among them.
type span struct{ from, to model.Day }

func (s span) days() int { return int(s.to) - int(s.from) + 1 }

// words says which days a span is: a day with its weekday, a month or a year by its name, or else both ends.
func (s span) words() string {
	switch {
	case s.from == s.to:
		return s.from.Format("Monday 2 January 2006")
	case s.from == month.start(month.index(s.from)) && s.to == month.after(s.from)-1:
		return s.from.Format("January 2006")
	case s.from == year.start(year.index(s.from)) && s.to == year.after(s.from)-1:
		return s.from.Format("2006")
	}
	return s.from.Format(s.left("January")) + s.to.Long()
}

// left is the layout of the first day of a span, without what it has in common with the last.
func (s span) left(monthLayout string) string {
	switch {
	case month.index(s.from) == month.index(s.to):
		return "2–"
	case year.index(s.from) == year.index(s.to):
		return "2 " + monthLayout + " – "
	}
	return "2 " + monthLayout + " 2006 – "
}

// short is words for little room.
func (s span) short() string {
	if s.from == s.to {
		return s.from.Format("Mon 2 Jan 2006")
	}
	if text := s.words(); len(text) < len("1 January 2022") {
		return text
	}
	return s.from.Format(s.left("Jan")) + s.to.Format("2 Jan 2006")
}
