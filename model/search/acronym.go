package search

import (
	"slices"
	"unicode/utf8"
)

// acronyms returns the abbreviations by initials of a role or a name of several words: pm for Prime Minister, fm and
// mfa for Minister of Foreign Affairs.
func acronyms(words []string) []string {
	if len(words) < 2 || len(words) > acronymWords {
		return nil
	}
	content := slices.DeleteFunc(slices.Clone(words), isFiller)
	all := []string{initials(words), initials(content)}
	if len(content) > 1 && words[1] == "of" {
		all = append(all, initials([]string{content[1], content[0]}))
	}
	all = slices.DeleteFunc(all, func(a string) bool { return utf8.RuneCountInString(a) < 2 })
	slices.Sort(all)
	return slices.Compact(all)
}

// How long an acronym is at most, in bytes, and the words that it stands for.
const (
	acronymBytes = 8
	acronymWords = 64
)

// initials returns the first letters of some words, "" if they are too many for an acronym.
func initials(words []string) string {
	var letters []byte
	for _, w := range words {
		_, size := utf8.DecodeRuneInString(w)
		if letters = append(letters, w[:size]...); len(letters) > acronymBytes {
			return ""
		}
	}
	return string(letters)
}
