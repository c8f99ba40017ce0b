package search

import (
	"slices"
	"sync"

	"onrecord/model"
)

// calendar is the days of a collection on which something was said, in order. Days are counted by their places in it, so
// that it makes no difference how far apart they are.
type calendar struct {
	days   []model.Day
	places [][]uint32 // by segment and day in the segment: its place in days

	once sync.Once
	keys []string // the days as they are written, unless they are very many
}

func newCalendar(segments []*segment) *calendar {
	c := &calendar{places: make([][]uint32, len(segments))}
	for _, s := range segments {
		for _, r := range s.days {
			c.days = append(c.days, r.day)
		}
	}
	slices.Sort(c.days)
	c.days = slices.Clip(slices.Compact(c.days))
	for number, s := range segments {
		c.places[number] = make([]uint32, len(s.days))
		for n, r := range s.days {
			at, _ := slices.BinarySearch(c.days, r.day)
			c.places[number][n] = uint32(at)
		}
	}
	return c
}

// maxDayKeys is how many days are kept as they are written at most.
const maxDayKeys = 1 << 14

// key writes a day.
func (c *calendar) key(place int) string {
	if len(c.days) > maxDayKeys {
		return c.days[place].String()
	}
	c.once.Do(func() {
		for _, day := range c.days {
			c.keys = append(c.keys, day.String())
		}
	})
	return c.keys[place]
}
