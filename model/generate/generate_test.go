package generate_test

import (
	"fmt"
	"testing"

	"onrecord/model/fold"
	"onrecord/model/generate"
)

func TestSameSeedSameCollection(t *testing.T) {
	a, err := generate.Collection(7, 500)
	if err != nil {
		t.Fatal(err)
	}
	b, _ := generate.Collection(7, 500)
	other, _ := generate.Collection(8, 500)
	same := 0
	for i := range a.Len() {
		x, y, z := a.At(i), b.At(i), other.At(i)
		if fmt.Sprint(x.ID, x.Text, x.Speaker.Name, x.Day, x.Venue) != fmt.Sprint(y.ID, y.Text, y.Speaker.Name, y.Day, y.Venue) {
			t.Fatalf("statement %d differs: %+v, %+v", i, x, y)
		}
		if x.Text == z.Text {
			same++
		}
	}
	if same > 0 {
		t.Errorf("another seed makes %d of the same texts", same)
	}
}

// TestLooksLikeAnArchive holds the shape that the package comment promises.
func TestLooksLikeAnArchive(t *testing.T) {
	const n = 20000
	c, err := generate.Collection(1, n)
	if err != nil {
		t.Fatal(err)
	}
	length, vocabulary, bySpeaker := 0, map[string]int{}, map[string]int{}
	for i := range c.Len() {
		s := c.At(i)
		length += len(s.Text)
		bySpeaker[s.Speaker.ID]++
		for w := range fold.Words(s.Text) {
			vocabulary[w.Text]++
		}
	}
	once := 0
	for _, count := range vocabulary {
		if count == 1 {
			once++
		}
	}
	most := 0
	for _, count := range bySpeaker {
		most = max(most, count)
	}
	if average := length / n; average < 115 || average > 135 {
		t.Errorf("a text has %d bytes on average", average)
	}
	if len(vocabulary) < n || once < len(vocabulary)/3 {
		t.Errorf("%d different words, %d of them once", len(vocabulary), once)
	}
	if most < n/20 || len(bySpeaker) < 200 {
		t.Errorf("%d speakers, of whom one has %d statements", len(bySpeaker), most)
	}
}

func BenchmarkCollection(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := generate.Collection(1, 10000); err != nil {
			b.Fatal(err)
		}
	}
}

func TestTopicsHaveNamesOfTheirOwn(t *testing.T) {
	c, err := generate.Collection(1, 60_000)
	if err != nil {
		t.Fatal(err)
	}
	named := map[string]string{}
	for _, topic := range c.Topics() {
		name := fold.String(topic.Name)
		if other := named[name]; other != "" {
			t.Errorf("%s and %s are both called %s", other, topic.ID, topic.Name)
		}
		named[name] = topic.ID
	}
}
