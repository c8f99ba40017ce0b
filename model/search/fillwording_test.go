package search

import "testing"

// FuzzTextFromItsWords puts any text on a shelf, between others, and takes it back.
func FuzzTextFromItsWords(f *testing.F) {
	for _, text := range []string{
		"Russia will not attack.", "NATO’s “open door”, he said; \"closed\" - never!", "The U.S. paid 100,000 and 2,5 million.",
		" НАТО не расширится… 一国安全 がぎ ｶﾞ ", "don't O'Brien l'OTAN SELF-DEFENCE", "\xff bad \xe2\x82 bytes \x00", "a\u0301 zero\u200bwidth ﬁnal Straße",
		"one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen Sixteen", "",
	} {
		f.Add(text)
	}
	filler := newFiller(0)
	f.Fuzz(func(t *testing.T, text string) {
		given := []string{"The end.", text, "", text + " " + text, "Not the end"}
		filler.begin(len(given))
		for _, text := range given {
			filler.member()
			filler.wholeText(textField, text)
			filler.text(contextField, text)
		}
		kept := texts{filler.shelf(), filler.wording.wording()}
		for i, want := range given {
			if got := kept.Text(i); got != want {
				t.Fatalf("%q has become %q", want, got)
			}
		}
	})
}
