package search

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"onrecord/model"
)

// TestFormsAreBounded checks words whose spelling could change at every other letter: each of those places would double
// the stems.
func TestFormsAreBounded(t *testing.T) {
	for _, piece := range []string{"al", "or", "is", "ys", "alor", "isal"} {
		for n := range 100 {
			word := strings.Repeat(piece, n) + "a"
			if f := formsOf(word); f != nil && len(f.stems) > stemsMost {
				t.Fatalf("%s has %d stems", word, len(f.stems))
			}
		}
	}
	for _, w := range slices.Concat(lexicon, strings.Fields("parallelogram decolonialisation internationalisation travellers colourisation")) {
		if f := formsOf(w); f != nil && len(f.stems) >= stemsMost {
			t.Errorf("%s has as many stems as there can be", w)
		}
	}
}

// TestAcronymsOfEndlessNames looks for the initials of a role that no person has.
func TestAcronymsOfEndlessNames(t *testing.T) {
	for _, word := range []string{"r", "the", "министр", "王"} {
		if all := acronyms(slices.Repeat([]string{word}, 500_000)); len(all) > 0 {
			t.Errorf("%q", all)
		}
	}
	for name, want := range map[string]string{
		"prime minister": "pm", "minister of foreign affairs": "fm mfa mofa", "王 毅": "王毅", "b c d e f g h j": "bcdefghj", "b c d e f g h j k": "",
	} {
		if got := strings.Join(acronyms(strings.Fields(name)), " "); got != want {
			t.Errorf("%s: %s, not %s", name, got, want)
		}
	}
}

// TestAbbreviationsOfEndlessNames tries names of which a word is nearly an abbreviation, in very many ways.
func TestAbbreviationsOfEndlessNames(t *testing.T) {
	word := strings.Repeat("a", abbrevMax-1) + "b"
	if name := strings.Repeat("aaaa ", 5000) + "cb"; abbreviates(word, name) {
		t.Error("no word of the name begins with the last letter")
	}
	if name := strings.Repeat("aaaa ", 5000) + "b"; !abbreviates(word, name) {
		t.Error("the name begins with all letters")
	}
}

// TestAbbreviationsByTrying compares going through a name once with trying all beginnings.
func TestAbbreviationsByTrying(t *testing.T) {
	letters := rapid.StringOfN(rapid.SampledFrom([]rune("abя")), 0, 6, -1)
	rapid.Check(t, func(t *rapid.T) {
		word := rapid.StringOfN(rapid.SampledFrom([]rune("abя")), 1, 8, -1).Draw(t, "word")
		name := strings.Join(rapid.SliceOfN(letters, 1, 5).Draw(t, "name"), " ")
		if got, want := abbreviates(word, name), madeOf([]rune(word), strings.Split(name, " "), 0); got != want {
			t.Fatalf("%q of %q: %v", word, name, got)
		}
	})
}

// madeOf tells whether a word is made of beginnings of words of a name; before tells of how many it was made so far.
func madeOf(word []rune, name []string, before int) bool {
	if len(word) == 0 && before > 0 {
		return true
	}
	for i, part := range name {
		if before == 0 && i == len(name)-1 {
			break
		}
		for n := range []rune(part) {
			if start := []rune(part)[:n+1]; len(start) <= len(word) && slices.Equal(start, word[:len(start)]) && madeOf(word[len(start):], name[i+1:], before+1) {
				return true
			}
		}
	}
	return false
}

// TestTextsUnlikeAny looks for what stands nearly everywhere in texts of a megabyte, and marks it, as far as is marked. What
// takes the square of their length does not end.
func TestTextsUnlikeAny(t *testing.T) {
	for _, c := range []struct{ piece, line, marked string }{
		{"克制", "克制", "克制"}, {"a-", `"a a"`, "a-a"}, {"ab cd ", `"cd ab"`, "cd ab"}, {"1 234 ", "234", "234"}, {"слово", "слово", ""},
		{"U.S.", "us", ""}, {"a'b ", "ab", "a'b"}, {"1,2.", "1", ""}, {"alor", "alor", ""},
	} {
		text := strings.Repeat(c.piece, 2*markedBytes/len(c.piece))
		x, err := New(t.Context(), collectionOfTexts(t, text, "another"))
		if err != nil {
			t.Fatal(err)
		}
		a, err := x.Search(t.Context(), request(c.line, 0))
		if err != nil || a.Count != 1 {
			t.Fatalf("%s: %d found, %v", c.line, a.Count, err)
		}
		marks := a.Marks(x.collection.At(0)).Text
		if len(marks) == 0 || marks[len(marks)-1][1] > len(text) {
			t.Fatalf("%s: %d marks", c.line, len(marks))
		}
		if got := text[marks[0][0]:marks[0][1]]; c.marked != "" && !strings.HasPrefix(got, c.marked) {
			t.Errorf("%s: %.40s is marked", c.line, got)
		}
	}
}

func collectionOfTexts(t *testing.T, texts ...string) *model.Collection {
	b := model.NewBuilder(model.Info{})
	s := &model.Speaker{ID: "s", Name: "S"}
	b.AddSpeaker(s)
	for i, text := range texts {
		if err := b.Add(model.Statement{ID: fmt.Sprint(i), Speaker: s, Text: text}); err != nil {
			t.Fatal(err)
		}
	}
	b.Close()
	return b.Collection()
}
