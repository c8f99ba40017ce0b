package search

import (
	"context"
	"strconv"
	"strings"
	"time"

	"onrecord/model"
	"onrecord/model/crew"
)

// dateWords is what two words that stand side by side mean as a date: a day of a month (26 Jan, January 26th), or a month
// of a year (January 2022). What is 0 is not said.
type dateWords struct {
	day   int
	month time.Month
	year  int
}

// parseDateWords reads two words as a date, the month by its first three letters at least.
func parseDateWords(a, b string) (dateWords, bool) {
	if month, ok := parseMonth(a); ok {
		if day, ok := parseDayOfMonth(b); ok {
			return dateWords{day: day, month: month}, true
		}
		if year, ok := parseYear(b); ok {
			return dateWords{month: month, year: year}, true
		}
	}
	if month, ok := parseMonth(b); ok {
		if day, ok := parseDayOfMonth(a); ok {
			return dateWords{day: day, month: month}, true
		}
	}
	return dateWords{}, false
}

// date reads a term that is a date by itself: the whole name of a month, or a date or month in figures (2022-01-26,
// 26.1.2022, 1/26/2022, 2022-01). March and May are other words, too, so that they are no dates by themselves.
func (t *term) date() (dateWords, bool) {
	if t.quoted {
		return dateWords{}, false
	}
	switch w := t.words; len(w) {
	case 1:
		month, ok := parseMonth(w[0])
		whole := ok && len(w[0]) == len(month.String())
		return dateWords{month: month}, whole && month != time.March && month != time.May
	case 2:
		return parseFigures("1", w[1], w[0], 0)
	case 3:
		if d, ok := parseFigures(w[2], w[1], w[0], 1); ok {
			return d, true
		}
		if d, ok := parseFigures(w[0], w[1], w[2], 1); ok {
			return d, true
		}
		return parseFigures(w[1], w[0], w[2], 1)
	}
	return dateWords{}, false
}

// parseFigures reads a date in figures; the day counts if days is 1.
func parseFigures(day, month, year string, days int) (dateWords, bool) {
	d, ok := parseDayOfMonth(day)
	m, err := strconv.Atoi(month)
	y, ok2 := parseYear(year)
	return dateWords{day: d * days, month: time.Month(m), year: y}, ok && ok2 && err == nil && m >= 1 && m <= 12
}

func parseMonth(word string) (time.Month, bool) {
	if len(word) < monthLetters {
		return 0, false
	}
	for m := time.January; m <= time.December; m++ {
		if strings.HasPrefix(strings.ToLower(m.String()), word) || word == "sept" && m == time.September {
			return m, true
		}
	}
	return 0, false
}

// monthLetters is how much of the name of a month must be typed.
const monthLetters = 3

func parseDayOfMonth(word string) (int, bool) {
	for _, ending := range []string{"st", "nd", "rd", "th"} {
		word = strings.TrimSuffix(word, ending)
	}
	day, err := strconv.Atoi(word)
	return day, err == nil && len(word) <= 2 && day >= 1 && day <= 31
}

func parseYear(word string) (int, bool) {
	year, err := strconv.Atoi(word)
	return year, err == nil && len(word) == 4 && year >= 1000
}

// has tells whether a day is meant.
func (d dateWords) has(day model.Day) bool {
	year, month, dayOfMonth := day.Date()
	return month == d.month && (d.day == 0 || dayOfMonth == d.day) && (d.year == 0 || year == d.year)
}

// onDate returns the statements of a date, as matches of venue and context.
func (x *Index) onDate(ctx context.Context, d dateWords) (*answer, error) {
	a := x.nothing()
	a.records, a.besides = new(recordsFound), true
	err := crew.Each(ctx, len(x.segments), func(i int) {
		var c collector
		s := x.segments[i]
		var days unifier
		for n, r := range s.days {
			if d.has(r.day) {
				days.add(s.ofDay(n))
			}
		}
		c.add(classOf(InSetting, Exact), days.sortedSet())
		a.segments[i] = c.evidence()
	})
	for _, e := range a.segments {
		a.count += e.any.n
	}
	return a, err
}
