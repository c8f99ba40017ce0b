package query

import (
	"strconv"
	"strings"
	"time"

	"onrecord/model"
)

// wordDate reads a date with the name of a month in it (26 January 2022, Jan 26, february 2022), or one in figures with
// strokes of which it is plain what is the day. A date without a year is the last one before the newest statement.
func wordDate(text string) (d date, ok bool) {
	if parts := strings.Split(text, "/"); len(parts) == 3 {
		return strokeDate(parts)
	}
	for _, word := range strings.FieldsFunc(text, func(c rune) bool { return c == ' ' || c == ',' }) {
		month, day := monthNamed(word), dayNamed(word)
		year, isYear := number(word, 4, 4)
		switch {
		case month != 0 && d.month == 0:
			d.month = month
		case day != 0 && d.day == 0:
			d.day = day
		case isYear && year > 0 && d.year == 0:
			d.year = year
		case word != "of" && word != "the":
			return date{}, false
		}
	}
	return d, d.fits()
}

// strokeDate reads a date in figures of which the day or the month may come first.
func strokeDate(parts []string) (date, bool) {
	first, ok := number(parts[0], 1, 2)
	second, ok2 := number(parts[1], 1, 2)
	year, ok3 := number(parts[2], 4, 4)
	d := date{year: year, month: second, day: first}
	if second > 12 {
		d.month, d.day = first, second
	}
	plain := first > 12 || second > 12 || first == second
	return d, ok && ok2 && ok3 && plain && year > 0 && d.day > 0 && d.fits()
}

// fits tells whether there is such a month, and such a day in it if one is named.
func (d date) fits() bool {
	year := d.year
	if year == 0 {
		year = 2000 // it has all days that there can be
	}
	return d.month >= 1 && d.month <= 12 && d.day <= daysIn(year, d.month)
}

// monthNamed returns the month of a name or of three letters of it or more, 0 if there is none.
func monthNamed(word string) int {
	for m := time.January; m <= time.December; m++ {
		if len(word) >= 3 && strings.HasPrefix(strings.ToLower(m.String()), word) || word == "sept" && m == time.September {
			return int(m)
		}
	}
	return 0
}

// dayNamed returns the day of the month of a number, as 3 or 3rd, 0 if it is none.
func dayNamed(word string) int {
	for _, ending := range []string{"st", "nd", "rd", "th"} {
		word = strings.TrimSuffix(word, ending)
	}
	day, ok := number(word, 1, 2)
	if !ok || day > 31 {
		return 0
	}
	return day
}

// lastYear returns the year of a date without one: the last in which it was not later than a day.
func (d date) lastYear(newest model.Day) int {
	year, month, day := newest.Date()
	if d.month > int(month) || d.month == int(month) && d.day > day {
		return year - 1
	}
	return year
}

// inWords writes a date without a year.
func (d date) inWords() string {
	month := strings.ToLower(time.Month(d.month).String())
	if d.day == 0 {
		return month
	}
	return strconv.Itoa(d.day) + " " + month
}

// clockWords are dates that count from today. A collection of the past has none of them, and what a line finds does not
// depend on when it is read, so that they are not understood.
var clockWords = []string{"today", "yesterday", "tomorrow", "now", "last week", "last month", "last year", "this week", "this month", "this year"}
