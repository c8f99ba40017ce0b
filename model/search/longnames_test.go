package search

import "testing"

// TestOtherNames checks by which names of states, organizations and other bodies a text is found.
func TestOtherNames(t *testing.T) {
	for _, c := range []struct {
		typed, text string
		found       bool
	}{
		{"uk", "the United Kingdom is ready", true}, {"uk", "British troops", true}, {"britain", "a UK minister", true},
		{"america", "the United States is ready", true}, {"us", "American troops", true}, {"us", "the United States", true},
		{"eu", "the European Union", true}, {"un", "the United Nations", true},
		{"nrc", "at the NATO-Russia Council", true}, {"unsc", "the Security Council met", true},
		{"ambassador", "the Permanent Representative to the OSCE", true}, {"envoy", "an ambassador", true},
		{"ambassador", "an elected representative", false}, {"representative", "an ambassador", false},
		{"nrc", "a council of NATO and Russia", false}, {"america", "tell us", false}, {"uk", "a united front of the kingdom", false},
	} {
		if found := matchesText((&term{words: wordsOf(c.typed)}).ways(), c.text); found != c.found {
			t.Errorf("%s in %q: %v", c.typed, c.text, found)
		}
	}
}
