package search

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/sahilm/fuzzy"
)

// The bounds within which a word is taken for an abbreviation, in letters, and how many names it can stand for.
const (
	abbrevMin = 3
	abbrevMax = 32
	namesMax  = 48
)

// abbreviated returns the speakers and topics of whose names a word is an abbreviation: beginnings of at least two words
// of one name, put together (jstolt, nordstr, thomasgreen), or of a name written as one word.
//
// sahilm/fuzzy finds the names in which the letters occur, and rates them; what is asked here beyond that is that the
// letters begin words, because in any long list of names any few letters occur somewhere. Of more than namesMax names the
// best rated count, of equally rated ones the first in the alphabet.
func (c *catalogue) abbreviated(word string) (speakers, topics recordSet) {
	if n := utf8.RuneCountInString(word); n < abbrevMin || n > abbrevMax {
		return nil, nil
	}
	var candidates abbreviatedNames
	marks := letterMarks(word)
	for i := range c.names {
		if n := &c.names[i]; marks&^n.marks == 0 && abbreviates(word, n.text) {
			candidates = append(candidates, n)
		}
	}
	matches := fuzzy.FindFromNoSort(word, candidates)
	slices.SortFunc(matches, func(a, b fuzzy.Match) int {
		return cmp.Or(cmp.Compare(b.Score, a.Score), strings.Compare(a.Str, b.Str), cmp.Compare(a.Index, b.Index))
	})
	var people, questions []int
	for _, m := range matches[:min(len(matches), namesMax)] {
		if n := candidates[m.Index]; n.topic {
			questions = append(questions, n.record)
		} else {
			people = append(people, n.record)
		}
	}
	return c.speakers.recordsOf(unique(people)), c.topics.recordsOf(unique(questions))
}

func unique(records []int) []int {
	slices.Sort(records)
	return slices.Compact(records)
}

// abbreviatedNames is what sahilm/fuzzy looks through.
type abbreviatedNames []*name

func (a abbreviatedNames) Len() int            { return len(a) }
func (a abbreviatedNames) String(i int) string { return a[i].text }

// abbreviates tells whether a word is put together of the beginnings of words of a name, in their order, of which the last
// word of the name is not the only one. It goes through the name once, and notes how much of the word the beginnings so far
// can make: trying them one after the other takes a time that doubles with every letter.
func abbreviates(word, name string) bool {
	var made [abbrevMax * utf8.UTFMax]bool // by bytes of the word
	if len(word) >= len(made) {
		return false
	}
	for rest, more := name, true; more; {
		var part string
		part, rest, more = strings.Cut(rest, " ")
		for from := len(word) - 1; from >= 0; from-- { // the longest first, as a word of the name counts once
			if !made[from] && (from > 0 || !more) {
				continue
			}
			n := commonStart(word[from:], part)
			if n > 0 && from+n == len(word) {
				return true
			}
			for to := from + 1; to <= from+n; to++ {
				made[to] = made[to] || utf8.RuneStart(word[to])
			}
		}
	}
	return false
}

func commonStart(a, b string) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n
}
