package search

import (
	"math/bits"
	"strings"
	"unicode/utf8"
)

// wordMatch is one word of what was typed, and how freely it may be matched.
type wordMatch struct {
	text  string
	root  string // "" if other forms do not count
	exact bool   // the word itself counts
	start bool   // the beginning of a word is enough
	slips bool   // misspelt words count
	half  bool   // words with a misspelt beginning count
}

// graded is a word of a shelf that matches, and how.
type graded struct {
	word    int
	quality Quality
}

// matching returns the words of the vocabulary that match, apart from those that begin with what was typed, which are
// the words from first to last-1. A word can be among both.
func (s *shelf) matching(m *wordMatch) (words []graded, first, last int) {
	if m.exact {
		if at, found := s.find(m.text); found {
			words = append(words, graded{at, Exact})
		}
	}
	if m.slips || m.half {
		words = append(words, s.misspelt(m)...)
	}
	if m.root != "" {
		words = s.forms(m, words)
	}
	if m.start {
		first, last = s.starting(m.text)
	}
	return words, first, last
}

// forms appends the words that are forms of a word.
func (s *shelf) forms(m *wordMatch, words []graded) []graded {
	first, last := s.starting(rootStart(m.root))
	for w := first; w < last; w++ {
		text := s.word(w)
		if text != m.text && len(text) <= len(m.text)+maxSuffix && len(text)+maxSuffix >= len(m.text) && root(text) == m.root {
			words = append(words, graded{w, Form})
		}
	}
	for _, form := range irregularOf[m.root] {
		if w, ok := s.find(form); ok && form != m.text && (w < first || w >= last) {
			words = append(words, graded{w, Form})
		}
	}
	return words
}

// maxSuffix is by how many letters the forms of a word differ in length at most.
const maxSuffix = 7

// misspelt returns the words that are a slip or two away from what was typed, or begin so if m.half is set.
func (s *shelf) misspelt(m *wordMatch) []graded {
	letters := utf8.RuneCountInString(m.text)
	limit := slips(letters)
	if limit == 0 || m.half && letters < halfTypedLetters {
		return nil
	}
	var words []graded
	marks := letterMarks(m.text)
	for w := range s.marks {
		n := int(s.ends[w+1] - s.ends[w])
		switch {
		case m.half:
			if bits.OnesCount32(marks&^s.marks[w]) <= limit && n+limit >= letters && s.word(w)[0] == m.text[0] &&
				startDistance(m.text, s.word(w), limit) <= limit {
				words = append(words, graded{w, HalfTyped})
			}
		case bits.OnesCount32(marks^s.marks[w]) <= 2*limit && n+limit >= letters && n <= (letters+limit)*utf8.UTFMax:
			if d := distance(m.text, s.word(w), limit); d <= limit && d > 0 {
				words = append(words, graded{w, Misspelt})
			}
		}
	}
	return words
}

// halfTypedLetters is how many letters must be typed before a misspelt beginning counts.
const halfTypedLetters = 5

// found is what a shelf knows of a term: which members match, by field and quality.
type found [maxFields][qualityCount]set

// lookUp finds the members that have a word in one of their texts.
func (s *shelf) lookUp(m *wordMatch) found {
	words, first, last := s.matching(m)
	var f found
	var by [qualityCount]gathering
	var have [qualityCount]bool
	for _, w := range words {
		s.gather(w.word, w.word+1, &by[w.quality])
		have[w.quality] = true
	}
	if first < last {
		s.gather(first, last, &by[Start])
		have[Start] = true
	}
	for q := range by {
		if !have[q] {
			continue
		}
		for in, b := range by[q].fields {
			if b != nil {
				f[in][q] = b.set()
			}
		}
	}
	return f
}

// lookUpAll finds the members that have all words one after the other in one of their texts. The quality is that of the
// worst.
func (s *shelf) lookUpAll(words []wordMatch) found {
	if len(words) == 1 {
		return s.lookUp(&words[0])
	}
	for i := range words {
		if m := &words[i]; m.root == "" && !m.start && !m.slips {
			if _, ok := s.find(m.text); !ok {
				return found{}
			}
		}
	}
	grades := make([]wordGrades, len(words))
	candidates := span(s.size)
	for i := range words {
		grades[i] = s.grade(&words[i])
		candidates = and(candidates, grades[i].members)
		if candidates.empty() {
			return found{}
		}
	}
	var by [maxFields][qualityCount][]uint16
	candidates.each(func(member uint16) {
		s.sequences(int(member), grades, func(in field, q Quality) {
			list := by[in][q]
			if len(list) == 0 || list[len(list)-1] != member {
				by[in][q] = append(list, member)
			}
		})
	})
	var f found
	for in := range by {
		for q := range by[in] {
			f[in][q] = compress(by[in][q])
		}
	}
	return f
}

// wordGrades tells how well each word of a vocabulary matches what was typed.
type wordGrades struct {
	words       []graded
	first, last int
	members     set
}

func (s *shelf) grade(m *wordMatch) wordGrades {
	var g wordGrades
	g.words, g.first, g.last = s.matching(m)
	f := s.lookUp(m)
	var all []set
	for in := range f {
		all = append(all, f[in][:]...)
	}
	g.members = or(all...)
	return g
}

// of returns the best quality in which a word matches, false if it does not.
func (g *wordGrades) of(word int) (Quality, bool) {
	best, ok := Start, g.first <= word && word < g.last
	for _, w := range g.words {
		if w.word == word && (!ok || w.quality < best) {
			best, ok = w.quality, true
		}
	}
	return best, ok
}

// sequences yields the fields in which the graded words stand one after the other, with the quality of the worst.
func (s *shelf) sequences(member int, grades []wordGrades, yield func(field, Quality)) {
	var room [32]uint32
	words := room[:0]
	in := field(0)
	flush := func() {
		for at := 0; at+len(grades) <= len(words); at++ {
			if q, ok := worst(words[at:], grades); ok {
				yield(in, q)
			}
		}
		words = words[:0]
	}
	for codes := s.order.of(member); len(codes) > 0; {
		size, word, begin := s.order.next(codes)
		codes = codes[size:]
		if begin {
			flush()
			in = field(word)
			continue
		}
		words = append(words, word)
	}
	flush()
}

func worst(words []uint32, grades []wordGrades) (Quality, bool) {
	q := Exact
	for i := range grades {
		grade, ok := grades[i].of(int(words[i]))
		if !ok {
			return 0, false
		}
		q = max(q, grade)
	}
	return q, true
}

// splits returns the ways to part a word into two.
func splits(word string) [][2]string {
	if len(word) < splitLetters {
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

// How long a word that may be two words written as one must be, and its parts, in bytes.
const (
	splitLetters = 6
	firstPart    = 3
	secondPart   = 2
)

// acronyms returns the abbreviations by initials of a role or a name of several words: pm for Prime Minister, fm and
// mfa for Minister of Foreign Affairs.
func acronyms(words []string) []string {
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
	var all []string
	add := func(a string) {
		if utf8.RuneCountInString(a) >= 2 && len(a) <= 8 {
			for _, known := range all {
				if known == a {
					return
				}
			}
			all = append(all, a)
		}
	}
	add(full)
	add(short)
	if len(heads) > 1 && len(words) > 2 && words[1] == "of" {
		add(strings.Join(heads[1:2], "") + heads[0])
	}
	return all
}
