package data_test

import (
	"testing"

	"onrecord/data"
)

func TestEmbeddedCollectionIsWhole(t *testing.T) {
	c, err := data.Embedded(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if c.Len() != 368 || len(c.Speakers()) != 141 || len(c.Topics()) != 18 || len(c.Sources()) != 288 {
		t.Errorf("%d statements, %d speakers, %d topics, %d sources", c.Len(), len(c.Speakers()), len(c.Topics()), len(c.Sources()))
	}
	if c.Name != "European security crisis, winter 2021–22" || c.Version != "1.0.0" {
		t.Errorf("it says it is %q %q", c.Name, c.Version)
	}
}

func BenchmarkEmbedded(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		c, err := data.Embedded(b.Context())
		if err != nil || c.Len() == 0 {
			b.Fatal(err)
		}
	}
}
