package fold

import (
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"pgregory.net/rapid"
)

// The slow twin of the scanner. It writes a text as a skeleton, one letter for each character, in which expressions
// find the words:
//
//	s  the letter s        w  a word of its own      n t u  blanks that do not break a line
//	y  a Cyrillic letter   m  a mark                 q r p  apostrophes: ' ’ others
//	a  another letter      i  ignored                0-9 . , - and blank  themselves
//	d  another number      _  anything else
var (
	twinInitials   = regexp.MustCompile(`^(?:(?:[say]\.)+[say](?:[-_, ntu]|$)|(?:[say]\.){2,})`)
	twinPossessive = regexp.MustCompile(`^[qrp]s(?:[^0-9saydmi]|$)`)
	twinPointed    = regexp.MustCompile(`^[0-9]+(?:[.,][0-9]+)+`)
	twinNumber     = regexp.MustCompile(`^(?:[1-9][0-9]?[0-9]?(?:(?:,[0-9]{3})+(?:\.[0-9]+)?|(?:\.[0-9]{3})+(?:,[0-9]+)?)|` +
		`[1-9][0-9]?(?:,[0-9]{2})+,[0-9]{3}(?:\.[0-9]+)?|[0-9]+\.[0-9]+|[0-9]+,[0-9]{1,2}|0,[0-9]+)$`)
	twinDecimal = regexp.MustCompile(`[.,][0-9]+$`)
	twinWhole   = regexp.MustCompile(`^[1-9][0-9]?[0-9]?(?:(?:,[0-9]{3})+|(?:\.[0-9]{3})+)$|^[1-9][0-9]?(?:,[0-9]{2})+,[0-9]{3}$`)
	twinSpaced  = map[byte]*regexp.Regexp{}
	twinMore    = regexp.MustCompile(`^[.,][0-9]+`)
	twinElided  = regexp.MustCompile(`^[qrp][0-9sad][mi]*[0-9sayd][mi]*[0-9sayd]`)
	twinInside  = regexp.MustCompile(`^[qrp][0-9sayd]`)
)

func init() {
	for _, sep := range " ntuqr" {
		twinSpaced[byte(sep)] = regexp.MustCompile(`^[0-9]+((?:` + string(sep) + `[0-9]{3})+)`)
	}
}

type twin struct {
	runes []rune
	at    []int // where the runes stand in the text
	bones string
	plain int
	words []Word
}

func newTwin(text string) *twin {
	tw := &twin{}
	var bones []byte
	for i, r := range text {
		tw.runes, tw.at = append(tw.runes, r), append(tw.at, i)
		bones = append(bones, bone(r))
	}
	tw.at = append(tw.at, len(text))
	tw.bones = string(bones)
	return tw
}

func bone(r rune) byte {
	if strings.ContainsRune("0123456789., -", r) {
		return byte(r)
	}
	if i := slices.Index([]rune{'\u00A0', '\u2009', '\u202F', '\'', '’'}, r); i >= 0 {
		return "ntuqr"[i]
	}
	switch kindOf(r, appendFolded(nil, r)) {
	case letter:
		switch {
		case r == 's' || r == 'S':
			return 's'
		case !unicode.IsLetter(r):
			return 'd'
		case unicode.Is(unicode.Cyrillic, r):
			return 'y'
		}
		return 'a'
	case solo:
		return 'w'
	case mark:
		return 'm'
	case ignored:
		return 'i'
	case apostrophe:
		return 'p'
	case hyphen:
		return '-'
	}
	return '_'
}

func (tw *twin) scan() []Word {
	glue := -1
	for i := 0; i < len(tw.bones); {
		if !strings.ContainsRune("0123456789saydw", rune(tw.bones[i])) {
			i++
			continue
		}
		text, end, next, elided := tw.word(i)
		tw.words = append(tw.words, Word{text, tw.at[i], tw.at[end], len(tw.words), i == glue})
		glue = -1
		if elided {
			glue = next
		} else if next < len(tw.bones) && tw.bones[next] == '-' {
			glue = next + 1
		}
		i = next
	}
	return tw.words
}

// word reads the word at i; it ends before end, and reading goes on at next.
func (tw *twin) word(i int) (text string, end, next int, elided bool) {
	if tw.bones[i] == 'w' {
		end = i + 1
		for end < len(tw.bones) && tw.bones[end] == 'm' {
			end++
		}
		return tw.folded(i, end), end, end, false
	}
	if m := twinInitials.FindString(tw.bones[i:]); m != "" {
		end = i + len(strings.TrimRight(m, "-_, ntu"))
		next = end
		if twinPossessive.MatchString(tw.bones[end:]) {
			next += 2
		}
		return tw.folded(i, end), end, next, false
	}
	text, start := tw.number(i)
	text2, end, next, elided := tw.body(start)
	return text + text2, end, next, elided
}

// number reads the digits, points and commas of a number; i if it has none.
func (tw *twin) number(i int) (string, int) {
	rest := tw.bones[i:]
	head := len(rest) - len(strings.TrimLeft(rest, "0123456789"))
	if head == 0 || i+head < tw.plain || head == len(rest) {
		return "", i
	}
	if run := twinPointed.FindString(rest); run != "" {
		if !twinNumber.MatchString(run) {
			tw.plain = i + len(run)
			return "", i
		}
		return digitsOf(run, !twinWhole.MatchString(run)), i + len(run)
	}
	spaced := twinSpaced[rest[head]]
	if spaced == nil {
		return "", i
	}
	for run := spaced.FindString(rest); run != ""; run = run[:len(run)-4] {
		if len(run) < len(rest) && '0' <= rest[len(run)] && rest[len(run)] <= '9' {
			continue // the last group is longer than three digits
		}
		if len(run) == head || head > 3 || run[0] == '0' || rest[head] == ' ' && !strings.HasSuffix(run, "00") {
			tw.plain = i + len(run)
			return "", i
		}
		number := digitsOf(run, false)
		if more := twinMore.FindString(rest[len(run):]); more != "" && !twinMore.MatchString(rest[len(run)+len(more):]) {
			return number + digitsOf(more, true), i + len(run) + len(more)
		}
		return number, i + len(run)
	}
	return "", i
}

// digitsOf writes a number without its signs, but for a point before its decimals.
func digitsOf(number string, decimals bool) string {
	tail := ""
	if decimals {
		if tail = twinDecimal.FindString(number); tail != "" {
			number = strings.TrimSuffix(number, tail)
			tail = "." + tail[1:]
		}
	}
	return regexp.MustCompile(`[^0-9]`).ReplaceAllString(number, "") + tail
}

// body reads letters, marks and apostrophes from i on.
func (tw *twin) body(i int) (text string, end, next int, elided bool) {
	end = i
	for i < len(tw.bones) {
		rest := tw.bones[i:]
		switch {
		case strings.ContainsRune("0123456789saydm", rune(rest[0])):
			text += tw.folded(i, i+1)
			i++
			end = i
		case rest[0] == 'i':
			i++
		case twinPossessive.MatchString(rest):
			return text, end, i + 2, false
		case twinElided.MatchString(rest):
			return text, end, i + 1, true
		case twinInside.MatchString(rest):
			i++
		default:
			return text, end, i, false
		}
	}
	return text, end, i, false
}

func (tw *twin) folded(from, to int) string {
	var b strings.Builder
	for _, r := range tw.runes[from:to] {
		for _, f := range string(appendFolded(nil, r)) {
			if unicode.In(f, unicode.L, unicode.N, unicode.M) {
				b.WriteRune(f)
			}
		}
	}
	return b.String()
}

func checkTwin(t interface{ Fatalf(string, ...any) }, text string) {
	got, want := slices.Collect(Words(text)), newTwin(text).scan()
	if !slices.Equal(got, want) {
		t.Fatalf("words of %q:\n got %+v\nwant %+v", text, got, want)
	}
}

// all calls yield with all texts of up to n of the pieces.
func all(pieces []string, n int, yield func(string)) {
	var grow func(text string, n int)
	grow = func(text string, n int) {
		yield(text)
		for _, piece := range pieces {
			if n > 0 {
				grow(text+piece, n-1)
			}
		}
	}
	grow("", n)
}

func TestScannerEqualsItsTwin(t *testing.T) {
	t.Run("signs between letters", func(t *testing.T) {
		all([]string{"a", "s", "é", "я", "王", "'", "-", ".", "\u0301", "\u00AD", " "}, 5, func(text string) { checkTwin(t, text) })
	})
	t.Run("signs between digits", func(t *testing.T) {
		all([]string{"1", "000", "00", "0", ",", ".", " ", "a"}, 6, func(text string) { checkTwin(t, text) })
	})
	t.Run("anything", func(t *testing.T) {
		pieces := rapid.SampledFrom([]string{
			"a", "S", "don", "é", "ß", "я", "王", "か", "\u3099", "\u0301", "\u00AD", "'", "’", "ʼ", "-", "‑", ".", ",", " ", "\u00A0", "\u202F",
			"0", "1", "12", "100", "000", "2022", "²", "٣", "½", "ﷺ", "ﬁ", "😀", "\xff", "ि", "क", "ไ", "U.S.", "N'",
		})
		rapid.Check(t, func(t *rapid.T) {
			checkTwin(t, strings.Join(rapid.SliceOfN(pieces, 0, 16).Draw(t, "pieces"), ""))
		})
	})
}

// TestSignsEqualTheirDefinition compares the tables with what they are made from, for every character.
func TestSignsEqualTheirDefinition(t *testing.T) {
	for r := range rune(unicode.MaxRune + 1) {
		if !utf8.ValidRune(r) {
			continue
		}
		want := appendFolded(nil, r)
		if got := AppendFold(nil, string(r)); string(got) != string(want) {
			t.Errorf("%U folds to %q, want %q", r, got, want)
		}
		if s, _, _ := signAt(string(r)); s.kind() != kindOf(r, want) {
			t.Errorf("%U is of the kind %d, want %d", r, s.kind(), kindOf(r, want))
		}
	}
}

func FuzzScannerEqualsItsTwin(f *testing.F) {
	f.Add("NATO’s U.S.-led “open door” cost 1,234.5 in 100 000 Sana'a 王毅か\u3099 \xff")
	f.Add("1.2.3 1,00,000 В.В.'s l'OTAN ²")
	f.Fuzz(func(t *testing.T, text string) { checkTwin(t, text) })
}
