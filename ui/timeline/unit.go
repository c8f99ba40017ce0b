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
	quarter
	year
	units
)

func (u unit) String() string { return [...]string{"day", "week", "month", "quarter", "year"}[u] }

// stride is how many bars a long step goes: about one of the next longer unit.
func (u unit) stride() int { return [...]int{7, 4, 12, 4, 10}[u] }

// The first Monday before 1970 is three days before its first day, which is day 0.
const (
	daysOfWeek    = 7
	mondayShift   = 3
	yearMonths    = 12
	quarterMonths = 3
)

// index numbers the units: two days are in the same one if they have the same number.
func (u unit) index(d model.Day) int {
	switch u {
	case week:
		return floorDiv(int(d)+mondayShift, daysOfWeek)
	case month:
		y, m, _ := d.Date()
		return y*yearMonths + int(m) - 1
	case quarter:
		return floorDiv(month.index(d), quarterMonths)
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
	case quarter:
		return month.start(index * quarterMonths)
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

// whole tells whether a span begins and ends with a unit.
func (s span) whole(u unit) bool {
	return s.from == u.start(u.index(s.from)) && s.to == u.after(s.to)-1
}

// within tells whether both ends of a span are in the same unit.
func (s span) within(u unit) bool { return u.index(s.from) == u.index(s.to) }

// words says which days a span is: a day with its weekday, whole months and years by their names, or else both ends.
func (s span) words() string {
	if s.from == s.to {
		return s.from.Format("Monday 2 January 2006")
	}
	return s.in("January")
}

// short is words for little room.
func (s span) short() string {
	if s.from == s.to {
		return s.from.Format("Mon 2 Jan 2006")
	}
	return s.in("Jan")
}

// in writes a span of several days, with months as a layout writes them.
func (s span) in(monthLayout string) string {
	switch {
	case s.whole(year) && s.within(year):
		return s.from.Format("2006")
	case s.whole(year):
		return s.from.Format("2006–") + s.to.Format("2006")
	case s.whole(month) && s.within(month):
		return s.from.Format("January 2006")
	case s.whole(month) && s.within(year):
		return s.from.Format(monthLayout+"–") + s.to.Format(monthLayout+" 2006")
	case s.whole(month):
		return s.from.Format(monthLayout+" 2006 – ") + s.to.Format(monthLayout+" 2006")
	case s.within(month):
		return s.from.Format("2–") + s.to.Format("2 "+monthLayout+" 2006")
	case s.within(year):
		return s.from.Format("2 "+monthLayout+" – ") + s.to.Format("2 "+monthLayout+" 2006")
	}
	return s.from.Format("2 "+monthLayout+" 2006 – ") + s.to.Format("2 "+monthLayout+" 2006")
}
