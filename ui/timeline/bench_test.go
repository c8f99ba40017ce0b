package timeline_test

import (
	"context"
	"testing"

	"onrecord/model/query"
	"onrecord/ui/keys"
	"onrecord/ui/timeline"
)

const million = 1_000_000

// BenchmarkMillion measures a collection of a million statements: counting them by topic and by speaker, and drawing the
// part that is in view after a step to another day.
func BenchmarkMillion(b *testing.B) {
	if testing.Short() {
		b.Skip("makes a million statements")
	}
	l := big(b, million)
	c := l.index.Collection()
	found, err := l.index.Select(context.Background(), query.Parse(""), nil)
	if err != nil {
		b.Fatal(err)
	}
	for name, by := range map[string]timeline.By{"count by topic": timeline.Topics, "count by speaker": timeline.Speakers} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := timeline.Gather(context.Background(), c, found, timeline.Wish{By: by}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
	d := open(b, l, 160, 43, "").do(keys.SwitchLanes, keys.SwitchLanes, keys.Down, keys.Top)
	for _, unit := range []string{"day", "week", "month"} {
		for range 4 {
			d.do(keys.ZoomIn)
		}
		for range map[string]int{"day": 0, "week": 1, "month": 2}[unit] {
			d.do(keys.ZoomOut)
		}
		b.Run("a step by a "+unit, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				d.do(keys.Later)
				d.View()
			}
		})
	}
	b.Run("the next busy day", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			d.do(keys.Top, keys.NextBusy)
		}
	})
}
