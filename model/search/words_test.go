package search

import (
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// The table of words is held to a map and a plain sort, with words that share their first eight bytes and more.
func TestWordTableAgainstMap(t *testing.T) {
	words := rapid.SliceOfN(rapid.StringMatching(`(abcdefgh|abcdefghi|ż)?[a-c]{1,3}(\x00|ż)?`), 0, 2000)
	rapid.Check(t, func(t *rapid.T) {
		table := newWordTable()
		var room sortRoom
		for range 2 { // the second time in room that was used
			table.reset()
			var list wordList
			known := map[string]uint32{}
			for _, text := range words.Draw(t, "words") {
				table.add(&list, []byte(text), len(list.words))
				if rapid.IntRange(0, 3).Draw(t, "more") > 0 {
					continue
				}
				lookUpWords(t, &table, &list, known)
			}
			lookUpWords(t, &table, &list, known)
			var sorted []string
			for _, w := range table.sorted(&room) {
				sorted = append(sorted, string(table.word(w.number)))
			}
			want := make([]string, 0, len(known))
			for word := range known {
				want = append(want, word)
			}
			slices.Sort(want)
			if !slices.Equal(sorted, want) {
				t.Fatalf("sorted %q, want %q", sorted, want)
			}
		}
	})
}

// lookUpWords numbers the words of a list, and compares with the words that are known.
func lookUpWords(tb *rapid.T, t *wordTable, list *wordList, known map[string]uint32) {
	var words []string
	for _, w := range list.words {
		words = append(words, string(list.bytes[w.from:w.to]))
	}
	numbers := make([]uint32, len(words))
	t.putNumbers(numbers, list)
	for i, number := range numbers {
		want, ok := known[words[i]]
		if !ok {
			want = uint32(len(known))
			known[words[i]] = want
		}
		if number != want {
			tb.Fatalf("%q has the number %d, want %d", words[i], number, want)
		}
	}
}
