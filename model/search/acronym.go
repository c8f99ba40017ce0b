package search

import (
	"slices"
	"unicode/utf8"
)

// acronyms returns the abbreviations by initials of a role or a name of several words: pm for Prime Minister, fm and
// mfa for Minister of Foreign Affairs.
func acronyms(words []string) []string {
	if len(words) < 2 {
		return nil
	}
	var full, short string
	var heads []string
	for _, w := range words {
		_, size := utf8.DecodeRuneInString(w)
		full += w[:size]
		if !isFiller(w) {
			short += w[:size]
			heads = append(heads, w[:size])
		}
	}
	all := []string{full, short}
	if len(heads) > 1 && words[1] == "of" {
		all = append(all, heads[1]+heads[0])
	}
	all = slices.DeleteFunc(all, func(a string) bool { return utf8.RuneCountInString(a) < 2 || len(a) > acronymBytes })
	slices.Sort(all)
	return slices.Compact(all)
}

// acronymBytes is how long an acronym is at most.
const acronymBytes = 8
