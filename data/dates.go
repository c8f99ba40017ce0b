package data

import (
	"fmt"
	"strings"
	"time"

	"onrecord/model"
)

// usualDay reads a date that is written as year-month-day, if every month has the day, so that the calendar need not be
// asked.
func usualDay(text string) (model.Day, bool) {
	if len(text) != len(time.DateOnly) || text[4] != '-' || text[7] != '-' {
		return 0, false
	}
	century, right1 := twoDigits(text[0], text[1])
	year, right2 := twoDigits(text[2], text[3])
	month, right3 := twoDigits(text[5], text[6])
	day, right4 := twoDigits(text[8], text[9])
	if !right1 || !right2 || !right3 || !right4 || month < 1 || month > 12 || day < 1 || day > 28 {
		return 0, false
	}
	return model.NewDay(100*century+year, time.Month(month), day), true
}

func twoDigits(tens, ones byte) (int, bool) {
	tens, ones = tens-'0', ones-'0'
	return 10*int(tens) + int(ones), tens <= 9 && ones <= 9
}

// yearZero is no year of the calendar: 1 BC comes before 1 AD.
const yearZero = "0000"

// parseDay reads a date. Its error says what would be right, where that can be known.
func parseDay(text string) (model.Day, error) {
	if len(text) == len(time.DateOnly) {
		if day, err := model.ParseDay(text); err == nil && strings.HasPrefix(text, yearZero) {
			return 0, fmt.Errorf("%q is in the year 0, which no calendar has", text)
		} else if err == nil {
			return day, nil
		}
		if month, err := time.Parse("2006-01", text[:7]); err == nil && text[7] == '-' {
			last := month.AddDate(0, 1, -1).Day()
			return 0, fmt.Errorf("%q is no day of the calendar; %s has %d days", text, month.Format("January 2006"), last)
		}
	}
	for _, layout := range dateLayouts() {
		if t, err := time.Parse(layout, text); err == nil {
			return 0, fmt.Errorf("%s is not written as year-month-day; did you mean %q?", quote(text), t.Format(time.DateOnly))
		}
	}
	return 0, fmt.Errorf("%s is not a date; write it as 2022-01-26", quote(text))
}

// dateLayouts lists ways of writing a date that can be read in one way only.
func dateLayouts() []string {
	return []string{
		"2006-1-2", "2006/1/2", "2006.1.2", "20060102", "2.1.2006",
		"2 January 2006", "2 Jan 2006", "January 2, 2006", "Jan 2, 2006",
		time.RFC3339, "2006-01-02T15:04:05", "2006-01-02 15:04:05", "2006-01-02 15:04",
	}
}
