package data_test

import (
	"testing"

	"pgregory.net/rapid"

	"onrecord/data"
	"onrecord/model"
)

// TestUsualDaysAreThoseOfTheCalendar compares the short way of reading a date with the one that asks the calendar.
func TestUsualDaysAreThoseOfTheCalendar(t *testing.T) {
	usual := 0
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.OneOf(
			rapid.StringMatching(`[0-9]{4}-[01][0-9]-[0-3][0-9]`), rapid.StringMatching(`[0-9/:-]{10}`),
			rapid.StringMatching(`[12][0-9]{3}.[01][0-9].[0-3][0-9]`),
		).Draw(t, "date")
		day, ok := data.UsualDay(text)
		if !ok {
			return
		}
		usual++
		if want, err := model.ParseDay(text); err != nil || day != want {
			t.Fatalf("%q is read as %v, where the calendar says %v, %v", text, day, want, err)
		}
	})
	if usual == 0 {
		t.Error("no date was usual")
	}
	for _, text := range []string{"2022-02-28", "2022-12-01", "0000-01-01", "9999-12-28"} {
		if _, ok := data.UsualDay(text); !ok {
			t.Errorf("%q is not usual", text)
		}
	}
	for _, text := range []string{"", "2022-00-01", "2022-13-01", "2022-01-00", "2022-01-29", "2022/01/01", "2022-1-001", "٢022-01-1"} {
		if _, ok := data.UsualDay(text); ok {
			t.Errorf("%q is usual", text)
		}
	}
}
