package data

import (
	"fmt"
	"iter"
	"slices"
	"strconv"
	"unicode/utf8"
)

// maxQuoted is how many bytes of a wrong value a problem shows.
const maxQuoted = 60

// quote writes a value of a collection so that it can stand in a message: on one line, without control characters.
func quote(text string) string {
	if len(text) <= maxQuoted {
		return strconv.Quote(text)
	}
	return strconv.Quote(cutAt(text, maxQuoted)) + "…"
}

// cutAt returns so many bytes of a longer text at most, whole characters.
func cutAt(text string, cut int) string {
	for cut > 0 && !utf8.RuneStart(text[cut]) {
		cut--
	}
	return text[:cut]
}

// What is not looked for: a slip in a name that nobody would type, and anything once a reading has compared so many letters.
const (
	maxSlip    = 100
	maxLetters = 50_000_000
)

// adviser looks for what may have been meant, with a bound on all its work.
type adviser struct {
	known   map[string]string
	letters int // that may still be compared
}

func newAdviser() adviser { return adviser{map[string]string{}, maxLetters} }

// unknown says that there is no record with an id, and which one may have been meant.
func (a *adviser) unknown(what, id string, lost map[string]place, ids iter.Seq[string]) string {
	if at, ok := lost[id]; ok {
		return fmt.Sprintf("the %s %s can't be used, see %v", what, quote(id), at)
	}
	if near := a.nearest(what, id, ids); near != "" {
		return fmt.Sprintf("there is no %s %s; did you mean %s?", what, quote(id), quote(near))
	}
	return fmt.Sprintf("there is no %s %s; describe it in the collection", what, quote(id))
}

func (a *adviser) nearest(what, id string, ids iter.Seq[string]) string {
	if len(id) > maxSlip {
		return ""
	}
	key := what + " " + id
	near, ok := a.known[key]
	if !ok && a.letters > 0 {
		search := newNearness(id)
		for word := range ids {
			if a.letters -= search.compare(word); a.letters <= 0 {
				break
			}
		}
		near = search.best
		a.known[key] = near
	}
	return near
}

// nearest returns the word that text is most likely a slip of, "" if none is near.
func nearest(text string, words []string) string {
	if len(text) > maxSlip {
		return ""
	}
	search := newNearness(text)
	for _, word := range words {
		search.compare(word)
	}
	return search.best
}

// nearness looks for the word that is nearest to a text.
type nearness struct {
	text               []rune
	best               string
	within             int // the slips that are as many as can be
	word               []rune
	before, above, row []int
}

func newNearness(text string) *nearness {
	n := &nearness{text: appendLower(nil, text)}
	n.within = 1 + len(n.text)/4
	return n
}

// compare takes a word if it is nearer than all before it. It returns how many letters it has compared.
func (n *nearness) compare(word string) int {
	longest := len(n.text) + n.within
	if len(word) > utf8.UTFMax*longest || len(word) < len(n.text)-n.within {
		return 1
	}
	if n.word = appendLower(n.word[:0], word); len(n.word) > longest || len(n.word) < len(n.text)-n.within {
		return len(n.word)
	}
	slips, compared := n.slips(n.word)
	if slips <= n.within && (n.best == "" || slips < n.within) {
		n.best, n.within = word, slips
	}
	return compared
}

// slips counts the letters to add, drop, change or swap with a neighbour to make the word of the text, ignoring case: the
// optimal string alignment distance. It returns more than the limit as soon as that is certain, and how many letters it has
// compared.
func (n *nearness) slips(y []rune) (slips, compared int) {
	x := n.text
	n.before, n.above, n.row = resized(n.before, len(y)+1), resized(n.above, len(y)+1), resized(n.row, len(y)+1)
	for j := range n.above {
		n.above[j] = j
	}
	for i := 1; i <= len(x); i++ {
		compared += len(y)
		if n.nextRow(x, y, i) > n.within {
			return n.within + 1, compared
		}
		n.before, n.above, n.row = n.above, n.row, n.before
	}
	return n.above[len(y)], compared
}

// nextRow fills the row of a letter of x, and returns the least number in it.
func (n *nearness) nextRow(x, y []rune, i int) int {
	before, above, row := n.before, n.above, n.row
	row[0] = i
	least := i
	for j := 1; j <= len(y); j++ {
		cost := 1
		if x[i-1] == y[j-1] {
			cost = 0
		}
		row[j] = min(above[j]+1, row[j-1]+1, above[j-1]+cost)
		if i > 1 && j > 1 && x[i-1] == y[j-2] && x[i-2] == y[j-1] {
			row[j] = min(row[j], before[j-2]+1)
		}
		least = min(least, row[j])
	}
	return least
}

func resized(list []int, n int) []int { return slices.Grow(list[:0], n)[:n] }

func appendLower(to []rune, text string) []rune {
	for _, r := range text {
		if 'A' <= r && r <= 'Z' {
			r += 'a' - 'A'
		}
		to = append(to, r)
	}
	return to
}
