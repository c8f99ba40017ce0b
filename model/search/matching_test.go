package search

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestForms(t *testing.T) {
	for _, line := range []string{
		"sanction sanctions sanctioned sanctioning",
		"recognise recognises recognize recognizes recognised recognition",
		"defence defense defend defends defended defending",
		"negotiate negotiations negotiating negotiated",
		"withdraw withdrew withdrawn withdrawal withdrawing",
		"tear tears tore torn tearing",
		"destroy destroyed destruction",
		"decide decision decided decisions",
		"invade invades invasion invaded",
		"expand expansion expanding",
		"apology apologise apologized apologies",
		"organisation organizations organise",
		"programme program programmes programs",
		"centre center centers centres",
		"labour labor",
		"dialogue dialog dialogues",
		"travelling traveling travelled",
		"deny denies denied denial",
		"deliver delivery deliveries delivered",
		"threat threats threaten threatening",
		"apply applied application applications",
		"reduce reduction reducing",
		"respond response responses responding",
		"justify justification justified",
		"france french",
		"ukraine ukrainian ukrainians",
		"say says said saying",
		"commit committed commitment",
		"refugee refugees",
		"country countries",
		"crisis crises",
		"aid aids aided aiding",
	} {
		words := strings.Fields(line)
		for _, a := range words {
			for _, b := range words {
				if f := formsOf(a); a != b && (f == nil || !f.has(b)) {
					t.Errorf("%s is no form of %s: roots %s, %s", b, a, root(b), root(a))
				}
			}
		}
	}
}

func TestNoForms(t *testing.T) {
	for _, line := range []string{
		"michel michael", "war warsaw", "arm army", "minister ministry", "commit commission", "mission missile", "state station",
		"port portugal", "us use", "china chin", "polish police", "organ organisation", "general generation", "north northern",
		"nato native", "form former", "part party", "put putin", "two twofold", "price prince", "david davis",
	} {
		words := strings.Fields(line)
		if f := formsOf(words[0]); f != nil && f.has(words[1]) {
			t.Errorf("%s is a form of %s", words[1], words[0])
		}
	}
}

// TestFormsInVocabulary checks that looking for forms in a vocabulary finds what asking word by word finds.
func TestFormsInVocabulary(t *testing.T) {
	stems := strings.Fields("recognis recogni defen organis program travel centr apolog invas threat war deny coloura y")
	endings := strings.Fields("e es ed ing ition ise ize ces se d our or er re le led ling ly ation ment ly")
	word := rapid.Custom(func(t *rapid.T) string {
		return rapid.SampledFrom(stems).Draw(t, "stem") + rapid.SampledFrom(endings).Draw(t, "ending")
	})
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.SliceOfN(word, 1, 30).Draw(t, "words")
		f := newFiller(1)
		f.member()
		f.text(0, strings.Join(words, " "))
		s := f.shelf()
		m := wordMatch{text: word.Draw(t, "typed"), exact: true}
		m.forms = formsOf(m.text)
		m.start, m.slips = rapid.Bool().Draw(t, "start"), rapid.Bool().Draw(t, "slips")
		at := s.spot(&m)
		for w := range s.len() {
			if _, found := at.of(w); found != m.matches(s.word(w)) {
				t.Fatalf("%q for %q: found %v", s.word(w), m.text, found)
			}
		}
	})
}

func TestSlips(t *testing.T) {
	for _, c := range []struct {
		typed, word string
		whole       int
	}{
		{"macron", "macron", 0},
		{"macorn", "macron", 1},
		{"macrn", "macron", 1},
		{"maccron", "macron", 1},
		{"nacron", "macron", 1},
		{"stoltenburg", "stoltenberg", 1},
		{"zelenksiy", "zelenskyy", 2},
		{"memmorandum", "memorandum", 1},
		{"лавров", "лавроф", 1},
		{"рябков", "ряпкоф", 2},
		{"a", "", 1},
		{"ab", "ba", 1},
		{"ca", "abc", 3}, // no letter takes part in two slips
	} {
		if got, _ := newSlipMeter(c.typed).measure(c.word); got != c.whole {
			t.Errorf("from %s to %s: %d slips, not %d", c.typed, c.word, got, c.whole)
		}
	}
}

// TestSlipMeter compares the bit vectors with the table of distances that they stand for.
func TestSlipMeter(t *testing.T) {
	word := rapid.StringOfN(rapid.SampledFrom([]rune("abcя")), 1, 12, -1)
	rapid.Check(t, func(t *rapid.T) {
		a, b := word.Draw(t, "a"), word.Draw(t, "b")
		whole, start := newSlipMeter(a).measure(b)
		letters := []rune(b)
		wantStart := len([]rune(a))
		for n := range len(letters) + 1 {
			wantStart = min(wantStart, alignment([]rune(a), letters[:n]))
		}
		if want := alignment([]rune(a), letters); whole != want || start != wantStart {
			t.Fatalf("from %q to %q: %d and %d, not %d and %d", a, b, whole, start, want, wantStart)
		}
	})
}

// alignment is the distance of optimal string alignment, by its recurrence.
func alignment(a, b []rune) int {
	d := make([][]int, len(a)+1)
	for i := range d {
		d[i] = make([]int, len(b)+1)
		for j := range d[i] {
			switch {
			case i == 0 || j == 0:
				d[i][j] = i + j
			case a[i-1] == b[j-1]:
				d[i][j] = d[i-1][j-1]
			default:
				d[i][j] = 1 + min(d[i-1][j-1], d[i-1][j], d[i][j-1])
			}
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				d[i][j] = min(d[i][j], d[i-2][j-2]+1)
			}
		}
	}
	return d[len(a)][len(b)]
}

func TestAbbreviates(t *testing.T) {
	for _, c := range []struct {
		word, name string
		want       bool
	}{
		{"jstolt", "jens stoltenberg", true},
		{"jensst", "jens stoltenberg", true},
		{"nordstr", "nord stream 2", true},
		{"ns2", "nord stream 2", true},
		{"ns", "nord stream 2", true},
		{"n2", "nord stream 2", true},
		{"thomasgreenfield", "linda thomas greenfield", true},
		{"vdl", "ursula von der leyen", true},
		{"stolt", "jens stoltenberg", false}, // the beginning of one word is no abbreviation
		{"jtolt", "jens stoltenberg", false},
		{"stoltj", "jens stoltenberg", false},
		{"јстолт", "јенс столтенберг", true},
		{"", "jens stoltenberg", false},
	} {
		if got := abbreviates(c.word, c.name); got != c.want {
			t.Errorf("%s for %s: %v", c.word, c.name, got)
		}
	}
}

func TestAcronyms(t *testing.T) {
	for name, want := range map[string]string{
		"Prime Minister":                    "pm",
		"Minister of Foreign Affairs":       "fm mfa mofa",
		"Minister of Defence":               "dm md mod",
		"Secretary General":                 "sg",
		"Nord Stream 2":                     "ns2",
		"United Nations":                    "un",
		"President":                         "",
		"President of the European Council": "ep pec poteC",
	} {
		want = strings.ToLower(want)
		if got := acronyms(wordsOf(name)); !slices.Equal(got, strings.Fields(want)) {
			t.Errorf("%s: %v, not %s", name, got, want)
		}
	}
}
