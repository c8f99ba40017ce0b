package timeline

import "onrecord/model"

// What the tests look at besides the screen.
const (
	Units = int(units)
)

// UnitOf returns the first day of the unit of a day, and the first day after it.
func UnitOf(u int, d model.Day) (first, after model.Day) {
	return unit(u).start(unit(u).index(d)), unit(u).after(d)
}

// Words says which days a span is, in full and for little room.
func Words(from, to model.Day) (long, short string) {
	s := span{from, to}
	return s.words(), s.short()
}
