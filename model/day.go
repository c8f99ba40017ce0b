package model

import (
	"fmt"
	"time"
)

// Day is a calendar day, counted from 1 January 1970. It has no time zone: a statement's date is the date that its
// source gives.
type Day int32

// NewDay returns the day of a date; out-of-range values carry over as in time.Date.
func NewDay(year int, month time.Month, day int) Day {
	return Day(time.Date(year, month, day, 0, 0, 0, 0, time.UTC).Unix() / 86400)
}

// ParseDay reads a day written as 2022-01-26.
func ParseDay(text string) (Day, error) {
	t, err := time.Parse(time.DateOnly, text)
	if err != nil {
		return 0, fmt.Errorf("%q is not a day of the calendar written as 2022-01-26", text)
	}
	return NewDay(t.Date()), nil
}

// Date splits the day into its parts.
func (d Day) Date() (year int, month time.Month, day int) { return d.time().Date() }

// Weekday returns the day of the week.
func (d Day) Weekday() time.Weekday { return d.time().Weekday() }

// String writes the day as 2022-01-26.
func (d Day) String() string { return d.time().Format(time.DateOnly) }

// Long writes the day for reading: 26 January 2022.
func (d Day) Long() string { return d.time().Format("2 January 2006") }

// Short writes the day for columns, without its year: 26 Jan.
func (d Day) Short() string { return d.time().Format("2 Jan") }

func (d Day) time() time.Time { return time.Unix(int64(d)*86400, 0).UTC() }

// Column writes the day eleven signs wide, for columns of dates: " 8 Feb 2022".
func (d Day) Column() string { return d.time().Format("_2 Jan 2006") }

// Format writes the day in a layout of package time.
func (d Day) Format(layout string) string { return d.time().Format(layout) }
