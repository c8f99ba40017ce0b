package query_test

import (
	"strings"
	"testing"
	"time"

	"onrecord/model"
	"onrecord/model/query"

	"pgregory.net/rapid"
)

func day(t *testing.T, text string) model.Day {
	t.Helper()
	switch text {
	case "first":
		return query.FirstDay
	case "last":
		return query.LastDay
	}
	d, err := model.ParseDay(text)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestSpans(t *testing.T) {
	for _, c := range []struct{ newest, line, from, to string }{
		{"2022-02-24", `on:2022-01-26`, "2022-01-26", "2022-01-26"},
		{"2022-02-24", `on:2022-02`, "2022-02-01", "2022-02-28"},
		{"2022-02-24", `on:2024-02`, "2024-02-01", "2024-02-29"},
		{"2022-02-24", `on:2022`, "2022-01-01", "2022-12-31"},
		{"2022-02-24", `on:2022-01-20..2022-01-26`, "2022-01-20", "2022-01-26"},
		{"2022-02-24", `on:2021-12..2022`, "2021-12-01", "2022-12-31"},
		{"2022-02-24", `on:2022-01..`, "2022-01-01", "last"},
		{"2022-02-24", `on:..2022-01`, "first", "2022-01-31"},
		{"2022-02-24", `on:2w..1w`, "2022-02-10", "2022-02-17"},
		{"2022-02-24", `on:7d`, "2022-02-17", "2022-02-17"},
		{"2022-02-24", `since:2022-01`, "2022-01-01", "last"},
		{"2022-02-24", `until:2022-02`, "first", "2022-02-28"},
		{"2022-02-24", `until:2021`, "first", "2021-12-31"},
		{"2022-02-24", `since:7d`, "2022-02-17", "last"},
		{"2022-02-24", `since:0d`, "2022-02-24", "last"},
		{"2022-02-24", `since:2w`, "2022-02-10", "last"},
		{"2022-03-31", `since:1m`, "2022-02-28", "last"},
		{"2022-01-15", `since:1m`, "2021-12-15", "last"},
		{"2022-01-15", `since:13m`, "2020-12-15", "last"},
		{"2024-02-29", `since:1y`, "2023-02-28", "last"},
		{"2022-02-24", `since:99999m`, "first", "last"},
	} {
		clause := query.Parse(c.line).Groups[0].Clauses[0]
		spans := clause.Spans(day(t, c.newest))
		want := query.Span{From: day(t, c.from), To: day(t, c.to)}
		if len(spans) != 1 || spans[0] != want {
			t.Errorf("%s before %s is %v, want %s to %s", c.line, c.newest, spans, c.from, c.to)
		}
	}
	if spans := query.Parse(`speaker:2022`).Groups[0].Clauses[0].Spans(0); spans != nil {
		t.Errorf("a speaker has the days %v", spans)
	}
	if spans := query.Parse(`on:2021,2022`).Groups[0].Clauses[0].Spans(0); len(spans) != 2 {
		t.Errorf("two years are the spans %v", spans)
	}
}

func TestDayMonthAndYearHoldTheirDays(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := model.NewDay(rapid.IntRange(1, 9999).Draw(t, "year"), time.January, rapid.IntRange(1, 366).Draw(t, "day"))
		text := d.String()
		for _, date := range []string{text, text[:7], text[:4]} {
			if len(text) != 10 {
				continue // the year after the last one that can be written
			}
			for _, field := range []string{"on:", "since:", "until:"} {
				q := query.Parse(field + date)
				if spans := q.Groups[0].Clauses[0].Spans(0); len(spans) != 1 || !spans[0].Has(d) || len(q.Hints) > 0 {
					t.Fatalf("%s%s is %v and lacks %s: %v", field, date, spans, d, q.Hints)
				}
			}
		}
	})
}

func TestStancesFormsAndMediaOfAFilter(t *testing.T) {
	c := query.Parse(`stance:opp,none,any`).Groups[0].Clauses[0]
	want := []model.Stance{model.Oppose, model.NoStance, model.Support, model.Oppose, model.Conditional, model.Neutral}
	got := c.Stances()
	if len(got) != len(want) {
		t.Fatalf("got %v, want %v", got, want)
	}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("got %v, want %v", got, want)
		}
	}
	if forms := query.Parse(`form:direct,mix`).Groups[0].Clauses[0].Forms(); len(forms) != 2 || forms[0] != model.Direct || forms[1] != model.Mixed {
		t.Errorf("the forms are %v", forms)
	}
	if media := query.Parse(`medium:written`).Groups[0].Clauses[0].Media(); len(media) != 1 || media[0] != model.Written {
		t.Errorf("the media are %v", media)
	}
}

// TestValuesAreExplainedInTheWordsOfTheScreens holds that a completion uses the words that lists and facets use.
func TestValuesAreExplainedInTheWordsOfTheScreens(t *testing.T) {
	words := map[string]string{}
	for _, s := range model.Stances() {
		words[s.String()] = s.Words()
	}
	for _, f := range model.Forms() {
		words[f.String()] = f.Words()
	}
	for _, o := range append(query.Values(query.Stance), query.Values(query.Form)...) {
		if !strings.HasPrefix(o.Means, words[o.Text]) {
			t.Errorf("%s is explained as %q, which does not begin with %q", o.Text, o.Means, words[o.Text])
		}
	}
}

func TestFieldsAreDescribedAndUnderstood(t *testing.T) {
	seen := map[string]bool{}
	for _, info := range query.Fields() {
		q, err := query.ParseStrict(info.Example)
		if err != nil {
			t.Errorf("the example %s is not understood: %v", info.Example, err)
		}
		if info.Field != query.SortBy && (len(q.Groups) != 1 || q.Groups[0].Clauses[0].Field != info.Field) {
			t.Errorf("the example %s means %s", info.Example, q)
		}
		for _, name := range append(info.Also, info.Name) {
			if f, ok := query.FieldNamed(name); !ok || f != info.Field || seen[name] {
				t.Errorf("%s is the field %v, want %v alone", name, f, info.Field)
			}
			seen[name] = true
		}
		for _, o := range query.Values(info.Field) {
			if _, err := query.ParseStrict(info.Name + ":" + o.Text); err != nil {
				t.Errorf("%s:%s is not understood: %v", info.Name, o.Text, err)
			}
		}
	}
}

func TestDatesInWords(t *testing.T) {
	newest := model.NewDay(2022, 2, 24)
	for text, want := range map[string]string{
		`"26 January 2022"`: "2022-01-26", `"26 jan"`: "26 january", `"Jan 26, 2022"`: "2022-01-26", `"26th of January 2022"`: "2022-01-26",
		`january`: "january", `FEB`: "february", `"sept 2021"`: "2021-09", `26/01/2022`: "2022-01-26", `01/26/2022`: "2022-01-26", `3/3/2022`: "2022-03-03",
		`"29 february"`: "29 february", `"december..26 jan"`: "december..26 january",
	} {
		q := query.Parse("on:" + text + " ")
		if len(q.Groups) == 0 || len(q.Groups[0].Clauses) != 1 || q.Groups[0].Clauses[0].Values[0].Text != want {
			t.Errorf("on:%s is %s, with the hints %v", text, tree(q), q.Hints)
			continue
		}
		if again := query.Parse(q.String()); !query.Equal(q, again) || len(q.Hints) > 0 {
			t.Errorf("on:%s is written as %q, which is %s; %v", text, q.String(), tree(again), q.Hints)
		}
	}
	for text, want := range map[string][2]model.Day{
		`january`:              {model.NewDay(2022, 1, 1), model.NewDay(2022, 1, 31)},
		`december`:             {model.NewDay(2021, 12, 1), model.NewDay(2021, 12, 31)},
		`feb`:                  {model.NewDay(2022, 2, 1), model.NewDay(2022, 2, 28)},
		`"24 feb"`:             {model.NewDay(2022, 2, 24), model.NewDay(2022, 2, 24)},
		`"25 feb"`:             {model.NewDay(2021, 2, 25), model.NewDay(2021, 2, 25)},
		`"29 feb"`:             {model.NewDay(2021, 2, 28), model.NewDay(2021, 2, 28)},
		`"december..26 jan"`:   {model.NewDay(2021, 12, 1), model.NewDay(2022, 1, 26)},
		`"1 jan 2022..3/2022"`: {},
	} {
		q := query.Parse("on:" + text + " ")
		if want == ([2]model.Day{}) {
			if len(q.Hints) != 1 {
				t.Errorf("on:%s is %s, with the hints %v", text, tree(q), q.Hints)
			}
			continue
		}
		if got := q.Groups[0].Clauses[0].Spans(newest); len(got) != 1 || got[0].From != want[0] || got[0].To != want[1] {
			t.Errorf("on:%s is %v", text, got)
		}
	}
	for line, want := range map[string]string{
		`on:today `:          "today depends on the clock, and dates do not; on:0d is the day of the newest statement, on:7d a week before it.",
		`since:"last week" `: `last week depends on the clock, and dates do not; since:0d is the day of the newest statement, since:7d a week before it.`,
		`on:02/03/2022 `:     "02/03/2022 is not a date; on:2022, on:2022-01, on:2022-01-26 and on:7d are.",
		`on:"30 february" `:  "30 february is not a date; on:2022, on:2022-01, on:2022-01-26 and on:7d are.",
		`before:2022-02-01 `: "before is not a field, so it is looked for as a word; use until:, which includes its last day.",
		`after:2022-02-01 `:  "after is not a field, so it is looked for as a word; use since:, which includes its first day.",
	} {
		if q := query.Parse(line); len(q.Hints) != 1 || q.Hints[0].Text != want {
			t.Errorf("%s has the hints %+v", line, q.Hints)
		}
	}
}
