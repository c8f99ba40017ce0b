package search

import (
	"slices"
	"strings"
)

// A term is one thing that somebody typed and that must stand somewhere in the record: a word, several words written as
// one (self-defence, 王毅), or a phrase.
type term struct {
	words  []string // folded
	quoted bool     // these words exactly
	open   bool     // the last word of a phrase may still be being typed
}

// key tells terms apart that find different things.
func (t *term) key() string {
	k := strings.Join(t.words, " ")
	if t.quoted {
		k = `"` + k
		if t.open {
			k += openMark
		}
	}
	return k
}

// openMark ends the key of a phrase whose last word may still be being typed.
const openMark = "*"

// A way is one way in which a term may be matched: words that follow each other, no better than at a quality.
type way struct {
	words []wordMatch
	least Quality
}

// ways returns how the term is matched strongly.
func (t *term) ways() []way {
	words := make([]wordMatch, len(t.words))
	last := len(words) - 1
	for i, w := range t.words {
		words[i] = wordMatch{text: w, exact: true}
		if !t.quoted {
			words[i].forms = formsOf(w)
		}
	}
	words[last].start = !t.quoted || t.open
	ways := []way{{words: words}}
	switch {
	case t.quoted:
	case last > 0:
		ways = append(ways, joinedWay(t.words...))
	default:
		ways = append(ways, splitWays(t.words[0])...)
		ways = append(ways, designations(t.words[0])...)
		ways = append(ways, otherNames()[t.words[0]]...)
		if number, scale := shortScaled(t.words[0]); scale != nil {
			ways = append(ways, scaledWays(number, scale)...)
		}
	}
	return ways
}

// joinedWay is the way in which several words match one that is written of them.
func joinedWay(words ...string) way {
	one := strings.Join(words, "")
	return way{words: []wordMatch{{text: one, exact: true, forms: formsOf(one)}}, least: Form}
}

// splitWays are the ways in which one word matches two: nordstream, nord stream.
func splitWays(word string) []way {
	var ways []way
	for _, parts := range splits(word) {
		first := wordMatch{text: parts[0], exact: true}
		second := wordMatch{text: parts[1], exact: true, forms: formsOf(parts[1])}
		ways = append(ways, way{words: []wordMatch{first, second}, least: Form})
	}
	return ways
}

// weakWays are the ways in which the term is matched by misspelt words.
func (t *term) weakWays() []way {
	if t.quoted {
		return nil
	}
	words := make([]wordMatch, len(t.words))
	for i, w := range t.words {
		words[i] = wordMatch{text: w, slips: true}
		if len(words) > 1 {
			words[i].exact, words[i].forms = true, formsOf(w)
		}
	}
	return []way{{words: words, least: Misspelt}}
}

// halfWays are the ways in which the term is matched by words with a misspelt beginning.
func (t *term) halfWays() []way {
	if t.quoted || len(t.words) > 1 {
		return nil
	}
	return []way{{words: []wordMatch{{text: t.words[0], half: true}}, least: HalfTyped}}
}

// answer is which statements of the collection match a term in some ways.
type answer struct {
	segments []evidence
	count    int // of statements

	places  places // where it was looked for
	records *recordsFound
	besides bool // records were given besides those that were found
	whole   bool // the places and records say all: parts of it can be used again
}

// places is how the ways to match a term look on the shelves of the segments and of the catalogue.
type places struct {
	segments, speakers, topics, sources [][]sought
}

func (a *answer) empty() bool { return a == nil || a.count == 0 }

// same tells whether all ways look the same, so that they lead to the same statements.
func (p *places) same(other *places) bool {
	return slices.EqualFunc(p.segments, other.segments, sameSought) && slices.EqualFunc(p.speakers, other.speakers, sameSought) &&
		slices.EqualFunc(p.topics, other.topics, sameSought) && slices.EqualFunc(p.sources, other.sources, sameSought)
}

// join returns the ways of both.
func (p *places) join(other *places) places {
	return places{
		joinSought(p.segments, other.segments), joinSought(p.speakers, other.speakers),
		joinSought(p.topics, other.topics), joinSought(p.sources, other.sources),
	}
}

func joinSought(a, b [][]sought) [][]sought {
	both := make([][]sought, len(a))
	for i := range a {
		both[i] = slices.Concat(a[i], b[i])
	}
	return both
}
