package search_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"onrecord/model"
	"onrecord/model/generate"
	"onrecord/model/search"
)

// Texts as people write them, and as nobody should.
var oddTexts = []string{
	"Russia will not attack.", "russia will not attack", "NATO’s door is open.", "“Open door”, he said; \"closed\" - never!",
	"The U.S. and the E.U. paid 100,000 and 2,5 million.", " leading and trailing ", "…", ".", "", " ", "a", "A", "AA", "Aa", "aA",
	"Niinistö: Ödön’s café – naïve?", "НАТО не расширится. Мы против.", "一国安全不能以损害他国安全为代价。", "がぎ ｶﾞ ก็", "don't O'Brien l'OTAN Xi'an",
	"self-defence Self-Defence SELF-DEFENCE", "\xff bad \xe2\x82 bytes \x00", "a\u0301e\u0308 zero\u200bwidth", "ﬁnal ſtop K Straße STRAẞE",
	strings.Repeat("word ", 500), strings.Repeat("Ä, ", 300), "one.\ntwo\tthree\r\nFour", strings.Repeat("x", 70_000) + " tail",
	strings.Repeat("usual ", 14) + "Fifteenth", strings.Repeat("usual ", 15) + "Sixteenth", strings.Repeat("usual ", 30) + "Last!",
}

func TestTextsComeBackFromTheirWords(t *testing.T) {
	checkTexts(t, oddTexts)
}

func TestAnyTextsComeBackFromTheirWords(t *testing.T) {
	pieces := []string{" ", " ", ", ", ". ", "-", "'s ", "’s ", "; ", ` "`, `" `, "…", "\n", "the", "The", "THE", "minsk", "Ö", "王", "1,000", "'", "\u0301"}
	rapid.Check(t, func(t *rapid.T) {
		mixed := rapid.Custom(func(t *rapid.T) string {
			return strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces), 0, 60).Draw(t, "pieces"), "")
		})
		one := rapid.OneOf(rapid.String(), mixed, rapid.SampledFrom(oddTexts[:20]), rapid.Map(rapid.SliceOf(rapid.Byte()), func(b []byte) string { return string(b) }))
		checkTexts(t, rapid.SliceOfN(one, 1, 70).Draw(t, "texts"))
	})
}

// checkTexts checks that a collection with these texts has them still when it has been indexed, and when that has been
// done again out of what is left of them.
func checkTexts(t interface {
	Helper()
	Fatalf(string, ...any)
}, given []string) {
	t.Helper()
	c := collectionOf(t, given)
	for _, when := range []string{"indexed", "indexed again"} {
		if _, err := search.New(context.Background(), c); err != nil {
			t.Fatalf("%v", err)
		}
		for i, want := range given {
			if got := c.At(i).Text; got != want {
				t.Fatalf("%s, %.200q has become %.200q", when, want, got)
			}
		}
	}
}

func collectionOf(t interface{ Fatalf(string, ...any) }, given []string) *model.Collection {
	b := model.NewBuilder(model.Info{})
	speaker := &model.Speaker{ID: "s", Name: "S"}
	b.AddSpeaker(speaker)
	for i, text := range given {
		if err := b.Add(model.Statement{ID: fmt.Sprint(i), Speaker: speaker, Text: text, Context: "Said in " + text, Role: "Guest", OwnRole: true}); err != nil {
			t.Fatalf("%v", err)
		}
	}
	b.Close()
	return b.Collection()
}

// BenchmarkTextFromWords takes one text after the other, of about 125 bytes.
func BenchmarkTextFromWords(b *testing.B) {
	c, err := generate.Collection(1, 20_000)
	if err != nil {
		b.Fatal(err)
	}
	if _, err := search.New(context.Background(), c); err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		_ = c.Blocks()[0].Text(i % c.Len())
	}
}
