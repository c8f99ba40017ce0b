package search

import (
	"strings"
	"sync"
)

// longNames lists short names of states, organizations and other bodies, and of those whom states send there, with what
// else they are called in a text, one to a line: the words that were typed, and behind a colon other names, of one word or
// of several, with commas between them. No name stands there that mostly means something else, as us does.
const longNames = `
us usa: united states, america
america american americans: united states, usa
uk: united kingdom, britain
britain british: united kingdom, uk
eu: european union
un: united nations
unsc: security council
unga: general assembly
nrc: nato russia council
smm: special monitoring mission
msc: munich security conference
icc: international criminal court
icj: international court of justice
iaea: international atomic energy agency
imf: international monetary fund
ambassador ambassadors: permanent representative
envoy envoys: ambassador, permanent representative
`

// otherNames leads from a word to the ways in which a text may name the same.
var otherNames = sync.OnceValue(otherNameTable)

func otherNameTable() map[string][]way {
	table := map[string][]way{}
	for line := range strings.Lines(longNames) {
		typed, names, _ := strings.Cut(strings.TrimSpace(line), ": ")
		for _, word := range strings.Fields(typed) {
			for name := range strings.SplitSeq(names, ", ") {
				table[word] = append(table[word], namedWay(strings.Fields(name)))
			}
		}
	}
	return table
}

func namedWay(words []string) way {
	w := way{least: Form}
	for _, text := range words {
		m := wordMatch{text: text, exact: true}
		if len(words) == 1 {
			m.forms = formsOf(text)
		}
		w.words = append(w.words, m)
	}
	return w
}
