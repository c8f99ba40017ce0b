package search

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// wordMatch is one word of what was typed, and how freely it may be matched.
type wordMatch struct {
	text  string
	forms *forms // nil if other forms do not count
	exact bool   // the word itself counts
	start bool   // the beginning of a word is enough
	slips bool   // misspelt words count
	half  bool   // words with a misspelt beginning count

	reach *slipReach // what slips lead to, if many words are going to be asked about
}

// matches tells whether a word matches.
func (m *wordMatch) matches(word string) bool {
	if m.exact && word == m.text || m.start && strings.HasPrefix(word, m.text) {
		return true
	}
	if m.forms != nil && word != m.text && m.forms.has(word) {
		return true
	}
	if !m.slips && !m.half {
		return false
	}
	reach := m.reach
	if reach == nil {
		reach = newSlipReach(m)
	}
	q, ok := reach.of(word)
	return ok && (q == Misspelt || q == HalfTyped)
}

// slipReach is which misspelt words a word that was typed can mean.
type slipReach struct {
	*slipMeter
	limit       int // how many slips are forgiven
	whole, half bool
	text        string
	marks       uint32
}

func newSlipReach(m *wordMatch) *slipReach {
	r := &slipReach{slipMeter: newSlipMeter(m.text), whole: m.slips, text: m.text, marks: letterMarks(m.text)}
	r.limit = slips(r.letters)
	r.half = m.half && r.letters >= halfTypedLetters
	return r
}

// of tells how a word is reached, false if it is not.
func (r *slipReach) of(word string) (Quality, bool) {
	if r.limit == 0 || word == "" || !r.whole && word[0] != r.text[0] {
		return 0, false
	}
	whole, start := r.measure(word)
	switch {
	case r.whole && whole > 0 && whole <= r.limit:
		return Misspelt, true
	case r.half && start <= r.limit && word[0] == r.text[0]:
		return HalfTyped, true
	}
	return 0, false
}

// graded is a word of a vocabulary that matches, and how.
type graded struct {
	word    int
	quality Quality
}

// spot is the words of a vocabulary that match a word that was typed: those listed, and those that begin with it, from
// first to last-1. A word can be among both.
type spot struct {
	words       []graded
	first, last int
}

func (s *spot) empty() bool { return len(s.words) == 0 && s.first >= s.last }

// of returns the best quality in which a word matches, false if it does not.
func (s *spot) of(word int) (Quality, bool) {
	best, ok := Start, s.first <= word && word < s.last
	for _, w := range s.words {
		if w.word == word && (!ok || w.quality < best) {
			best, ok = w.quality, true
		}
	}
	return best, ok
}

// spot finds the words of the vocabulary that match, as wordMatch.matches tells for one word.
func (s *shelf) spot(m *wordMatch) spot {
	var found spot
	if m.exact {
		if at, ok := s.find(m.text); ok {
			found.words = append(found.words, graded{at, Exact})
		}
	}
	if m.slips || m.half {
		found.words = append(found.words, s.misspelt(m)...)
	}
	if m.forms != nil {
		for _, w := range m.forms.in(s, m.text) {
			found.words = append(found.words, graded{w, Form})
		}
	}
	if m.start {
		found.first, found.last = s.starting(m.text)
	}
	return found
}

func isASCII(text string) bool {
	for i := 0; i < len(text); i++ {
		if text[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// halfTypedLetters is how many letters must be typed before a misspelt beginning counts.
const halfTypedLetters = 5

// found is what a shelf knows of a way to match: which members match, by field and quality.
type found [maxFields][qualityCount]set

// lookUp finds the members that have one of the words of a spot in one of their texts.
func (s *shelf) lookUp(at *spot) found {
	var f found
	var by [qualityCount]gathering
	for _, w := range at.words {
		s.gather(w.word, w.word+1, &by[w.quality])
	}
	s.gather(at.first, at.last, &by[Start])
	for q := range by {
		for in := range by[q] {
			f[in][q] = by[q][in].set()
		}
	}
	return f
}

// sought is a way to match as it looks on a shelf: the words of the vocabulary that match each of its words.
type sought struct {
	spots []spot
	least Quality
}

// seekAll returns the ways that can match on the shelf: those of which each word is matched by a word of the vocabulary.
func (s *shelf) seekAll(ways []way) []sought {
	var all []sought
	for i := range ways {
		if spots := s.spots(&ways[i]); spots != nil {
			all = append(all, sought{spots, ways[i].least})
		}
	}
	return all
}

// spots returns the words that match each word of a way, nil if one of them is not matched.
func (s *shelf) spots(w *way) []spot {
	for i := range w.words {
		if m := &w.words[i]; len(w.words) > 1 && m.forms == nil && !m.start && !m.slips {
			if _, ok := s.find(m.text); !ok {
				return nil
			}
		}
	}
	spots := make([]spot, len(w.words))
	for i := range w.words {
		if spots[i] = s.spot(&w.words[i]); spots[i].empty() {
			return nil
		}
	}
	return spots
}

// lookUpAll finds the members that have words of all spots of a way one after the other in one of their texts. The
// quality is that of the worst.
func (s *shelf) lookUpAll(w *sought, t *trail) found {
	if len(w.spots) == 1 {
		return s.lookUp(&w.spots[0])
	}
	return s.inSequence(w.spots, t)
}

// sameSought tells whether ways look the same.
func sameSought(a, b []sought) bool {
	return slices.EqualFunc(a, b, func(a, b sought) bool {
		return a.least == b.least && slices.EqualFunc(a.spots, b.spots, func(a, b spot) bool {
			return a.first == b.first && a.last == b.last && slices.Equal(a.words, b.words)
		})
	})
}

// spotsOf returns the spots of all ways.
func spotsOf(ways []sought) []spot {
	var all []spot
	for _, w := range ways {
		all = append(all, w.spots...)
	}
	return all
}

// splits returns the ways to part a word into two.
func splits(word string) [][2]string {
	if len(word) < splitLetters || len(word) > splitMost {
		return nil
	}
	var ways [][2]string
	for i := firstPart; i <= len(word)-secondPart; i++ {
		if utf8.RuneStart(word[i]) {
			ways = append(ways, [2]string{word[:i], word[i:]})
		}
	}
	return ways
}

// How long a word that may be two words written as one must be, and may be, and its parts, in bytes.
const (
	splitLetters = 6
	splitMost    = 64
	firstPart    = 3
	secondPart   = 2
)
