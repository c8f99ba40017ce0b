package search

import "strings"

// root returns what the forms of a word have in common: recognise, recognizes, recognised and recognition have one
// root. Words with one root match each other as forms.
//
// It is made in three steps: the American spelling becomes the British one, the stem is taken (Porter's second stemmer
// for English), and where a noun is made from a verb in one of the ways that came with Latin (decide, decision; defend,
// defence) the stem of the verb stands for both. Irregular verbs and other families of words go by their tables. Words
// with anything but the letters a to z, and words of less than three letters, are their own root.
func root(word string) string {
	if base, ok := irregular()[word]; ok {
		word = base
	}
	if len(word) < 3 || !isLatin(word) {
		return word
	}
	return family(stemOf(word))
}

func isLatin(word string) bool {
	for i := 0; i < len(word); i++ {
		if word[i] < 'a' || word[i] > 'z' {
			return false
		}
	}
	return true
}

// ending is a way to end a word, and what stands for it, in words of at least so many letters.
type ending struct {
	from, to string
	letters  int
}

// britishEndings are the endings that are spelt in two ways, the American one first.
var britishEndings = []ending{
	{"ense", "ence", 6}, {"enses", "ences", 7},
	{"tre", "ter", 5}, {"tres", "ters", 6}, {"bre", "ber", 5}, {"bres", "bers", 6}, {"vre", "ver", 6}, {"vres", "vers", 7},
	{"ogue", "og", 7}, {"ogues", "ogs", 8}, {"amme", "am", 7}, {"ammes", "ams", 8},
}

// british returns one spelling for the British and the American one. It need not be a word of either; it only has to be
// the same for both.
func british(word string) string {
	for _, e := range britishEndings {
		if len(word) >= e.letters && strings.HasSuffix(word, e.from) {
			word = word[:len(word)-len(e.from)] + e.to
			break
		}
	}
	word = respell(word, "iz", "is", func(before, after string) bool {
		return len(before) >= 3 && after != "" && strings.IndexByte("aeio", after[0]) >= 0
	})
	word = respell(word, "yz", "ys", func(before, after string) bool { return len(before) >= 3 && after != "" })
	word = respell(word, "our", "or", func(before, after string) bool { return len(before) >= 3 })
	word = respell(word, "gement", "gment", func(before, after string) bool { return len(before) >= 3 })
	word = respell(word, "ll", "l", func(before, after string) bool { return doublesL[after] && vowelGroups(before) >= 2 })
	return word
}

// doublesL is what can follow an l that is written twice in one of the spellings: travelled, fulfil, enrolment.
var doublesL = map[string]bool{
	"": true, "s": true, "ed": true, "ing": true, "ings": true, "er": true, "ers": true, "or": true, "ors": true, "ment": true, "ments": true,
}

// vowelGroups counts the places in a word where vowels stand, about as many as it has syllables.
func vowelGroups(word string) int {
	n, in := 0, false
	for i := 0; i < len(word); i++ {
		vowel := strings.IndexByte("aeiouy", word[i]) >= 0
		if vowel && !in {
			n++
		}
		in = vowel
	}
	return n
}

// respell replaces the last place of a spelling in a word, if what stands before and after it fits.
func respell(word, from, to string, fits func(before, after string) bool) string {
	i := strings.LastIndex(word, from)
	if i < 0 || !fits(word[:i], word[i+len(from):]) {
		return word
	}
	return word[:i] + to + word[i+len(from):]
}

// familyEndings are the ends of stems of nouns that are made from verbs, with the end of the verb's stem.
var familyEndings = []ending{
	{"ific", "if", 5}, {"ifi", "if", 5}, {"plic", "pli", 5}, // justification, application
	{"gnit", "gnis", 7}, {"olit", "olish", 6}, {"posit", "pos", 7}, {"finit", "fin", 6}, {"quisit", "quir", 7}, // recognition
	{"fens", "fend", 5}, {"fenc", "fend", 5}, {"pons", "pond", 5}, {"pans", "pand", 5}, {"tens", "tend", 6}, // defence
	{"tenc", "tend", 7}, {"pens", "pend", 7}, {"cens", "cend", 6}, {"hens", "hend", 6},
	{"cis", "cid", 5}, {"vis", "vid", 6}, {"vas", "vad", 5}, {"uas", "uad", 6}, {"lus", "lud", 6}, {"los", "lod", 6}, // decision
	{"rus", "rud", 6}, {"cess", "ced", 6}, {"ceed", "ced", 6},
	{"destruct", "destroy", 8}, {"duct", "duc", 6}, {"script", "scrib", 8}, {"cept", "ceiv", 6}, {"olut", "olv", 5}, // reduction
	{"permiss", "permit", 7}, {"admiss", "admit", 6}, {"submiss", "submit", 7}, {"omiss", "omit", 5},
	{"ologis", "olog", 7}, {"orist", "or", 8}, {"orism", "or", 8}, {"orizer", "or", 8}, {"ssor", "ss", 7}, // apologise, terrorist
	{"threaten", "threat", 8}, {"strengthen", "strength", 10}, {"tighten", "tight", 7}, {"shorten", "short", 7},
	{"nial", "ni", 6}, {"veri", "v", 6}, {"iri", "ir", 6}, {"artur", "art", 7}, {"ailur", "ail", 6}, {"ressur", "ress", 7}, // denial, delivery
	{"posur", "pos", 6}, {"losur", "los", 6}, {"antor", "ante", 7},
}

// familyByEnding returns the stem of the verb from which a noun is made, or the stem itself.
func familyByEnding(stem string) string {
	for _, e := range familyEndings {
		if len(stem) >= e.letters && strings.HasSuffix(stem, e.from) {
			return stem[:len(stem)-len(e.from)] + e.to
		}
	}
	return stem
}
