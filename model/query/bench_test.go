package query_test

import (
	"testing"

	"onrecord/model/query"
)

func BenchmarkParse(b *testing.B) {
	const line = `macron | scholz "open door" topic:minsk,sanctions -for:russia since:2022-01-20 sort:date`
	b.ReportAllocs()
	for b.Loop() {
		query.Parse(line)
	}
}

func BenchmarkToggle(b *testing.B) {
	const line = `macron | scholz "open door" topic:minsk,sanctions -for:russia since:2022-01-20 sort:date`
	b.ReportAllocs()
	for b.Loop() {
		query.Toggle(line, query.Topic, "nato")
	}
}
