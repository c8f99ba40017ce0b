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

// abbreviates tells whether a word is put together of the beginnings of at least two words of a name, in their order.
func abbreviates(word, name string) bool {
	first, rest, more := strings.Cut(name, " ")
	for ; more; first, rest, more = strings.Cut(rest, " ") {
		for n := commonStart(word, first); n > 0; n-- {
			if utf8.RuneStart(at(word, n)) && startsOf(word[n:], rest) {
				return true
			}
		}
	}
	return false
}

// startsOf tells whether a word is put together of the beginnings of words of a name.
func startsOf(word, name string) bool {
	if word == "" {
		return true
	}
	for rest, more := name, true; more; {
		var first string
		first, rest, more = strings.Cut(rest, " ")
		for n := commonStart(word, first); n > 0; n-- {
			if utf8.RuneStart(at(word, n)) && startsOf(word[n:], rest) {
				return true
			}
		}
	}
	return false
}

// at returns the byte at a place, and 0 behind the end.
func at(word string, i int) byte {
	if i == len(word) {
		return 0
	}
	return word[i]
}

func commonStart(a, b string) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n
}
