package query

import (
	"math"
	"strconv"
	"strings"
	"time"

	"onrecord/model"
	"onrecord/model/fold"
)

// Span is a run of days, both ends among them.
type Span struct{ From, To model.Day }

// The ends of a span that is open.
const (
	FirstDay model.Day = math.MinInt32
	LastDay  model.Day = math.MaxInt32
)

// Spans returns the days that a filter by date lets through: those of any of the spans. Relative dates are counted back
// from the newest day of the collection.
func (c Clause) Spans(newest model.Day) []Span {
	if !c.Field.Dated() {
		return nil
	}
	spans := make([]Span, 0, len(c.Values))
	for _, v := range c.Values {
		span := v.period.span(newest)
		switch c.Field {
		case Since:
			span.To = LastDay
		case Until:
			span.From = FirstDay
		}
		spans = append(spans, span)
	}
	return spans
}

// Has tells whether a day is in the span.
func (s Span) Has(day model.Day) bool { return s.From <= day && day <= s.To }

// period is what the text of a date means: everything from the first day of one date to the last day of another.
type period struct{ from, to date }

// date is a year, a month, a day, a time before the newest statement, or nothing, which leaves a side open. A month or a day
// without a year is the last one.
type date struct {
	year, month, day int
	back             int
	unit             byte // d, w, m, y: the date is back units before the newest statement
}

// period parts a text into its dates. It returns the text in its one spelling, and whether all of it was understood;
// what is understood of a date that is still being typed counts.
func parsePeriod(text string) (p period, spelt string, ok bool) {
	text = fold.String(strings.TrimSpace(text))
	from, to, isRange := strings.Cut(text, "..")
	if !isRange {
		d, ok := parseDate(text)
		return period{d, d}, d.String(), ok
	}
	first, ok := parseDate(from)
	last, ok2 := parseDate(to)
	p = period{first, last}
	return p, p.String(), ok && ok2 || from == "" && ok2 || to == "" && ok
}

func (p period) String() string {
	if p.from == p.to {
		return p.from.String()
	}
	return p.from.String() + ".." + p.to.String()
}

func (p period) span(newest model.Day) Span {
	span := Span{FirstDay, LastDay}
	if p.from != (date{}) {
		span.From = p.from.span(newest).From
	}
	if p.to != (date{}) {
		span.To = p.to.span(newest).To
	}
	return span
}

// parseDate reads one date. If not all of it can be understood, it returns the part that can.
func parseDate(text string) (d date, ok bool) {
	if n := len(text); n > 1 && strings.IndexByte("dwmy", text[n-1]) >= 0 {
		back, ok := number(text[:n-1], 1, 5)
		if ok {
			return date{back: back, unit: text[n-1]}, true
		}
	}
	if d, ok := wordDate(text); ok {
		return d, true
	}
	parts := strings.Split(text, "-")
	if dotted := strings.Split(text, "."); len(dotted) == 3 {
		parts = []string{dotted[2], dotted[1], dotted[0]}
	}
	if d.year, ok = number(parts[0], 4, 4); !ok || d.year == 0 {
		return date{}, false
	}
	if len(parts) == 1 {
		return d, true
	}
	if d.month, ok = number(parts[1], 1, 2); !ok || d.month < 1 || d.month > 12 {
		d.month = 0
		return d, false
	}
	if len(parts) == 2 {
		return d, true
	}
	d.day, ok = number(parts[2], 1, 2)
	if !ok || d.day < 1 || d.day > daysIn(d.year, d.month) || len(parts) > 3 {
		d.day = 0
		return d, false
	}
	return d, true
}

// number reads a number of between least and most digits.
func number(text string, least, most int) (int, bool) {
	if len(text) < least || len(text) > most || !isNumber(text) {
		return 0, false
	}
	n, err := strconv.Atoi(text)
	return n, err == nil
}

func (d date) String() string {
	switch {
	case d == date{}:
		return ""
	case d.unit != 0:
		return strconv.Itoa(d.back) + string(rune(d.unit))
	case d.year == 0:
		return d.inWords()
	case d.month == 0:
		return time.Date(d.year, 1, 1, 0, 0, 0, 0, time.UTC).Format("2006")
	case d.day == 0:
		return time.Date(d.year, time.Month(d.month), 1, 0, 0, 0, 0, time.UTC).Format("2006-01")
	}
	return time.Date(d.year, time.Month(d.month), d.day, 0, 0, 0, 0, time.UTC).Format(time.DateOnly)
}

// span returns all days of a date.
func (d date) span(newest model.Day) Span {
	switch {
	case d.unit != 0:
		day := d.before(newest)
		return Span{day, day}
	case d.year == 0:
		d.year = d.lastYear(newest)
		d.day = min(d.day, daysIn(d.year, d.month))
		return d.span(newest)
	case d.month == 0:
		return Span{model.NewDay(d.year, 1, 1), model.NewDay(d.year, 12, 31)}
	case d.day == 0:
		month := time.Month(d.month)
		return Span{model.NewDay(d.year, month, 1), model.NewDay(d.year, month, daysIn(d.year, d.month))}
	}
	day := model.NewDay(d.year, time.Month(d.month), d.day)
	return Span{day, day}
}

// before counts back from a day. The last days of a long month come to the last day of a shorter one.
func (d date) before(newest model.Day) model.Day {
	year, month, day := newest.Date()
	switch d.unit {
	case 'd':
		return newest - model.Day(d.back)
	case 'w':
		return newest - model.Day(7*d.back)
	case 'y':
		year -= d.back
	case 'm':
		months := year*12 + int(month) - 1 - d.back
		year, month = months/12, time.Month(months%12+1)
		if months < 0 {
			return FirstDay
		}
	}
	return model.NewDay(year, month, min(day, daysIn(year, int(month))))
}

func daysIn(year, month int) int {
	return time.Date(year, time.Month(month)+1, 0, 0, 0, 0, 0, time.UTC).Day()
}
