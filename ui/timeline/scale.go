package timeline

import "onrecord/model"

// widestBar is how many columns a bar takes at most.
const widestBar = 4

// scale says which days which columns stand for.
type scale struct {
	unit  unit
	first int // the number of the unit of the oldest day
	count int // bars from the oldest day to the newest
	from  int // the first bar in view
	seen  int // bars in view
	cell  int // columns of a bar
}

// fits tells whether the whole of a span has room in so many columns, if a bar is a unit.
func fits(u unit, s span, columns int) bool { return u.index(s.to)-u.index(s.from) < columns }

// finest is the shortest unit of which the whole span has room.
func finest(s span, columns int) unit {
	for u := range units {
		if fits(u, s, columns) {
			return u
		}
	}
	return year
}

// newScale lays a span out over columns. from is the first bar that was in view before, and is kept as far as the bar of
// the cursor is in view then.
func newScale(u unit, s span, columns, from int, cursor model.Day) scale {
	sc := scale{unit: u, first: u.index(s.from)}
	sc.count = u.index(s.to) - sc.first + 1
	sc.cell = max(1, min(columns/sc.count, widestBar))
	sc.seen = max(0, min(sc.count, columns/sc.cell))
	at := sc.bar(cursor)
	sc.from = max(0, min(max(from, at-sc.seen+1), at, sc.count-sc.seen))
	return sc
}

// bar is the bar of a day.
func (s scale) bar(d model.Day) int { return max(0, min(s.unit.index(d)-s.first, s.count-1)) }

// day is the first day of a bar.
func (s scale) day(bar int) model.Day { return s.unit.start(s.first + bar) }

// span is the days of a bar.
func (s scale) span(bar int) span { return span{s.day(bar), s.day(bar+1) - 1} }

// column is the first column of a bar.
func (s scale) column(bar int) int { return (bar - s.from) * s.cell }

// width is how many columns the bars in view take.
func (s scale) width() int { return s.seen * s.cell }
