package search

import "testing"

// TestCloseness checks how close two neighbouring terms are found to stand in a text, in which a is the first term, b the
// second, and x any other word; c is a word that both terms match, as when a word was typed twice.
func TestCloseness(t *testing.T) {
	bits := map[rune]termBit{'a': 1, 'b': 2, 'c': 3}
	for _, c := range []struct {
		text  string
		apart int
		want  float64
	}{
		{"ab", 1, 1}, {"axb", 2, 1}, {"axb", 1, 0.5}, {"ba", 1, reversed}, {"axxb", 1, 1.0 / 3}, {"ab", 2, 0.5},
		{"axxxbxab", 1, 1}, {"a", 1, 0}, {"xb", 1, 0}, {"axxxxxxxxxb", 1, inOneText}, {"bxxxxxxxxxa", 1, reversed * inOneText},
		{"c", 1, 0}, {"cc", 1, 1}, {"cxxc", 3, 1}, {"cxxc", 1, 1.0 / 3}, {"xcx", 1, 0}, {"ac", 1, 1}, {"cb", 1, 1},
	} {
		var near closeness
		best := near.begin(1)
		for i := range near.last {
			near.last[i] = farAway
		}
		for at, word := range c.text {
			if here := bits[word]; here != 0 {
				near.note(here, at, []pair{{first: 0, second: 1, apart: c.apart}})
			}
		}
		if best[0] != c.want {
			t.Errorf("%s, typed %d apart: %v, not %v", c.text, c.apart, best[0], c.want)
		}
	}
}
