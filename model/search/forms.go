package search

import (
	"slices"
	"strings"
	"sync"
)

// forms finds the other forms of a word: the words that have its root, and are made of that, or of a stem that the
// root stands for, and one of the endings of English. Looking at nothing else but such words keeps the search for forms
// short, whatever the vocabulary is.
type forms struct {
	root  string
	stems []string
	other []string // irregular forms
}

// formLetters is how long a word is at most that has other forms; no word of English is longer.
const formLetters = 45

// formsOf returns the forms of a word; nil if it has none. Words of less than three letters have irregular ones only.
func formsOf(word string) *forms {
	if len(word) > formLetters {
		return nil
	}
	r := root(word)
	f := &forms{root: r, other: irregularOf()[r]}
	if len(r) >= 3 && isLatin(r) {
		f.stems = stemsOf(r)
	}
	if len(f.stems) == 0 && len(f.other) == 0 {
		return nil
	}
	return f
}

// stemsOf returns the stems that a root stands for: the root itself, those of its family, and what they were before
// british and family took them for the root.
func stemsOf(root string) []string {
	_, kinOf := families()
	stems := append([]string{root}, kinOf[root]...)
	for _, e := range familyEndings {
		if before, ok := strings.CutSuffix(root, e.to); ok {
			stems = append(stems, before+e.from)
		}
	}
	for _, stem := range stems[:1+len(kinOf[root])] {
		for _, e := range stemSpellings {
			if before, ok := strings.CutSuffix(stem, e.to); ok {
				stems = append(stems, before+e.from)
			}
		}
	}
	slices.Sort(stems)
	return respelled(slices.Compact(stems))
}

// stemsMost bounds how many stems a root stands for. A word of English has a dozen; alalalal… has two at each l.
const stemsMost = 128

// respelled adds to some stems what they are when they are respelt at any of their places.
func respelled(stems []string) []string {
	for i := 0; i < len(stems); i++ {
		for _, other := range respelt(stems[i]) {
			if len(stems) == stemsMost {
				return stems
			}
			if !slices.Contains(stems, other) {
				stems = append(stems, other)
			}
		}
	}
	return stems
}

// respelt returns other ways in which a stem may be spelt at one place, as british would take them for it, and the stem
// without the e that an ending takes away (give, giving).
func respelt(stem string) []string {
	var others []string
	if before, ok := strings.CutSuffix(stem, "e"); ok && len(before) > 1 {
		others = append(others, before)
	}
	for i := 3; i < len(stem); i++ {
		switch before, rest := stem[:i], stem[i:]; {
		case rest[0] == 'l' && before[i-1] != 'l' && (len(rest) == 1 || rest[1] != 'l'):
			others = append(others, before+"l"+rest)
		case strings.HasPrefix(rest, "or"):
			others = append(others, before+"our"+rest[2:])
		case strings.HasPrefix(rest, "is"), strings.HasPrefix(rest, "ys"):
			others = append(others, before+rest[:1]+"z"+rest[2:])
		}
	}
	return others
}

// stemSpellings are the ends of stems that are spelt in two ways, or change before an ending.
var stemSpellings = []ending{
	{"y", "i", 0}, {"e", "i", 0}, {"tr", "ter", 0}, {"br", "ber", 0}, {"vr", "ver", 0}, {"ll", "l", 0}, {"dgement", "dgment", 0},
	{"bil", "bl", 0}, {"ens", "enc", 0}, {"enc", "ens", 0}, {"our", "or", 0},
}

// wordEndings are what can follow a stem.
var wordEndings = sync.OnceValue(allEndings)

func allEndings() map[string]bool {
	all := map[string]bool{}
	add := func(endings ...string) {
		for _, e := range endings {
			all[e] = true
		}
	}
	for made := range strings.FieldsSeq(`- e y ion ation ition ment ement ness ity ality ance ence ancy ency ism ist er or ator ive ative itive able ible ibility
		al ial ical ional ational ic ous ious ful less ly ally ially ably ibly fully ingly edly ively en ise ize ify ship age ure ant ent ate ability isation
		ization ee ian an ue me ery ely ically ently antly ately ously ionally eful efully less lessly fulness eness iveness ousness edness eable
		entative ication ivity ionality`) {
		if made == "-" {
			made = ""
		}
		add(made, made+"s", made+"es", made+"ed", made+"ing", made+"ings", made+"d")
		if before, ok := strings.CutSuffix(made, "e"); ok {
			add(before+"ing", before+"ings", before+"er", before+"ers")
		}
		if before, ok := strings.CutSuffix(made, "y"); ok {
			add(before+"ies", before+"ied")
		}
	}
	return all
}

// isEnding tells whether a stem can be followed by an ending, also with its last letter twice.
func isEnding(stem, rest string) bool {
	if wordEndings()[rest] {
		return true
	}
	if len(rest) < 3 || rest[0] != stem[len(stem)-1] {
		return false
	}
	switch rest[1:] {
	case "ed", "ing", "er", "ers", "ings", "or", "ors", "able":
		return true
	}
	return false
}

// has tells whether a word is one of the forms.
func (f *forms) has(word string) bool {
	if slices.Contains(f.other, word) {
		return true
	}
	for _, stem := range f.stems {
		if rest, ok := strings.CutPrefix(word, stem); ok && isEnding(stem, rest) && root(word) == f.root {
			return true
		}
	}
	return false
}

// in returns the words of a vocabulary that are forms, apart from one word.
func (f *forms) in(s *shelf, but string) []int {
	var found []int
	for _, stem := range f.stems {
		first, last := s.starting(stem)
		for w := first; w < last; w++ {
			if text := s.word(w); isEnding(stem, text[len(stem):]) && text != but && root(text) == f.root {
				found = append(found, w)
			}
		}
	}
	for _, form := range f.other {
		if w, ok := s.find(form); ok && form != but {
			found = append(found, w)
		}
	}
	slices.Sort(found)
	return slices.Compact(found)
}
