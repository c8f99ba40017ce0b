package search

import (
	"slices"
	"strings"
	"testing"
	"time"

	"onrecord/model/fold"
)

// TestScaledNumbers checks which ways to write a number with its scale match each other.
func TestScaledNumbers(t *testing.T) {
	for _, c := range []struct{ typed, text string }{
		{"100k", "100,000"}, {"100k", "100 thousand"}, {"8.5k", "8,500"}, {"11bn", "$11 billion"}, {"7.8m", "7.8 million"},
		{"5bn", "five billions"}, {"500mln", "500,000,000"}, {"2tn", "2 trillion"},
	} {
		if !matchesText((&term{words: wordsOf(c.typed)}).ways(), c.text) {
			t.Errorf("%s does not match %s", c.typed, c.text)
		}
	}
	for _, c := range []struct{ first, second, text string }{{"100", "thousand", "100,000"}, {"11", "billion", "11bn"}} {
		number, scale := wordScaled(c.first, c.second)
		if scale == nil || !matchesText(scaledWays(number, scale), c.text) {
			t.Errorf("%s %s does not match %s", c.first, c.second, c.text)
		}
	}
	for _, word := range []string{"k", "bn", "g20", "ns2", "s400", "100kk", "1e5", "0x1bn", "infbn", "123456789k", "100", "..k"} {
		if _, scale := shortScaled(word); scale != nil {
			t.Errorf("%s is taken for a number of %ss", word, scale.word)
		}
	}
}

func matchesText(ways []way, text string) bool {
	words := slices.Collect(fold.Words(text))
	for _, w := range ways {
		for i := 0; i+len(w.words) <= len(words); i++ {
			if w.standsAt(words[i:]) {
				return true
			}
		}
	}
	return false
}

func TestDatesInOneTerm(t *testing.T) {
	for typed, want := range map[string]dateWords{
		"2022-01-26": {26, time.January, 2022},
		"26.1.2022":  {26, time.January, 2022},
		"1/26/2022":  {26, time.January, 2022},
		"02/03/2022": {2, time.March, 2022}, // the day first, as in most of the world
		"2022-02":    {0, time.February, 2022},
		"february":   {0, time.February, 0},
	} {
		if got, ok := (&term{words: wordsOf(typed)}).date(); !ok || got != want {
			t.Errorf("%s is %v, %v, not %v", typed, got, ok, want)
		}
	}
	for _, typed := range []string{"may", "march", "feb", "2022", "13.13.2022", "2022-13", "1.2.3", "self-defence", "32.1.2022"} {
		if got, ok := (&term{words: strings.Fields(strings.Join(wordsOf(typed), " "))}).date(); ok {
			t.Errorf("%s is taken for %v", typed, got)
		}
	}
}

// TestDesignations checks that a number behind letters is found with a sign before it or without one.
func TestDesignations(t *testing.T) {
	for _, c := range []struct{ typed, text string }{
		{"f16", "an F-16 jet"}, {"F16", "F-16s"}, {"f16s", "the F-16"}, {"t72", "T-72"}, {"g20", "the G-20"}, {"s300", "S-300s"}, {"km24", "km 24"},
		{"F-16", "F16"}, {"t-72", "T72"}, {"G-20", "G20"}, {"S-300", "S300"}, {"f16", "F16"},
	} {
		if !matchesText((&term{words: wordsOf(c.typed)}).ways(), c.text) {
			t.Errorf("%s does not match %s", c.typed, c.text)
		}
	}
	for _, c := range []struct{ typed, text string }{{"f16", "F-15"}, {"f16", "F 160"}, {"f16", "16 F"}, {"s300", "S-400"}, {"sss", "s s"}, {"100s", "100 s"}} {
		if matchesText((&term{words: wordsOf(c.typed)}).ways(), c.text) {
			t.Errorf("%s matches %s", c.typed, c.text)
		}
	}
}
