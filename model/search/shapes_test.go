package search

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"onrecord/model"
	"onrecord/model/query"
)

// vocabulary draws the words of a text. Those of one text may all be different, so that no word of the whole collection
// stands anywhere again.
type vocabulary struct {
	name string
	word func(n int) string // the nth word of the collection
}

// vocabularies are what the words of a collection may be, unlike those of speech.
var vocabularies = []vocabulary{
	{"one word", func(int) string { return "gas" }},
	{"two words", func(n int) string { return [...]string{"gas", "war"}[n%2] }},
	{"all different", func(n int) string { return fmt.Sprintf("a%05dq", n) }},
	{"one of them often", func(n int) string {
		if n%3 == 0 {
			return "gas"
		}
		return fmt.Sprintf("a%05dq", n)
	}},
	{"twice each", func(n int) string { return fmt.Sprintf("a%05dq", n/2) }},
	{"signs alone", func(int) string { return "…" }},
	{"letters", func(n int) string { return string(rune('a' + n%26)) }},
	{"numbers", func(n int) string { return fmt.Sprint(n) }},
	{"long words", func(n int) string { return strings.Repeat("abcdefgh", 10+n%3) + fmt.Sprint(n) }},
	{"another script", func(n int) string { return fmt.Sprintf("слово%d克制", n) }},
}

// manyWords is more than have codes of one or two bytes.
const manyWords = commonMax + 500

// oddCollection is a collection of one vocabulary, in several blocks, and the words that stand in it. early is what it
// was when it had some of them.
type oddCollection struct {
	early, late *model.Collection
	words       []string
}

func drawOddCollection(t *rapid.T) oddCollection {
	v := rapid.SampledFrom(vocabularies).Draw(t, "vocabulary")
	t.Logf("words: %s", v.name)
	s := &model.Speaker{ID: "s", Name: v.word(0)}
	b := model.NewBuilder(model.Info{})
	b.AddSpeaker(s)
	var odd oddCollection
	many := rapid.IntRange(0, 4).Draw(t, "many") == 0
	text := func(most int) string {
		var words []string
		for range rapid.IntRange(0, most).Draw(t, "words") {
			words = append(words, v.word(len(odd.words)))
			odd.words = append(odd.words, words[len(words)-1])
		}
		return strings.Join(words, " ")
	}
	for i := range rapid.IntRange(1, 4).Draw(t, "statements") {
		st := model.Statement{ID: fmt.Sprint("i", i), Speaker: s, Day: drawDay(t), Text: text(5), Context: text(1), Venue: text(1)}
		if many && i == 0 {
			long := make([]string, manyWords)
			for n := range long {
				long[n] = v.word(len(odd.words) + n)
			}
			odd.words = append(odd.words, long...)
			st.Text += " " + strings.Join(long, " ")
		}
		if err := b.Add(st); err != nil {
			t.Fatal(err)
		}
		if rapid.Bool().Draw(t, "seal") {
			b.Seal()
			if odd.early == nil {
				odd.early = b.Collection()
			}
		}
	}
	b.Seal()
	odd.late = b.Collection()
	return odd
}

// line draws a query out of the words of the collection: some of them, words side by side, a phrase, one that is longer
// than any text, words that are not there.
func (odd *oddCollection) line(t *rapid.T) string {
	words := append(slices.Clip(odd.words), "nowhere")
	at := rapid.IntRange(0, len(words)-1).Draw(t, "at")
	side := words[at:min(len(words), at+rapid.IntRange(1, 5).Draw(t, "side by side"))]
	switch rapid.IntRange(0, 5).Draw(t, "kind") {
	case 0:
		return `"` + strings.Join(side, " ") + `"`
	case 1:
		return `"` + strings.Repeat(words[at]+" ", rapid.SampledFrom([]int{6, 300, 6000}).Draw(t, "longer"))
	case 2:
		return strings.Join(side, " ") + " -" + words[0]
	case 3:
		return strings.Join(side, " | ")
	case 4:
		return words[at] + " " + words[len(words)/2] + " " + words[0]
	}
	return strings.Join(side, " ")
}

// TestOddShapes compares the index with a scan of every statement, for collections that are unlike any speech, and checks
// that they may grow.
func TestOddShapes(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		odd := drawOddCollection(t)
		x := index(t, nil, odd.late)
		if odd.early != nil {
			x = index(t, index(t, nil, odd.early), odd.late)
		}
		for range 3 {
			q := query.Parse(odd.line(t))
			r := request(q.Line, 0)
			r.Limit = odd.late.Len()
			a, err := x.Search(t.Context(), r)
			if err != nil {
				t.Fatalf("%.200s", err)
			}
			found, widened := twin{odd.late, nil}.answer(q)
			if a.Count != count(found) || a.Widened != widened || len(a.Hits) != a.Count {
				t.Fatalf("%.200s: %d found, %d listed, widened %v; a scan finds %d, widened %v", q.Line, a.Count, len(a.Hits), a.Widened, count(found), widened)
			}
			if days := a.Facets[len(a.Facets)-1].Values; sum(days) != a.Count {
				t.Fatalf("%.200s: %d found, and by day %v", q.Line, a.Count, days)
			}
			for _, h := range a.Hits {
				if !found[h.Index] {
					t.Fatalf("%.200s: a scan does not find %d", q.Line, h.Index)
				}
				a.Marks(odd.late.At(h.Index))
			}
			if _, err := x.Complete(t.Context(), query.Complete(q.Line, len(q.Line)), 5); err != nil {
				t.Fatalf("%.200s", err)
			}
		}
	})
}

func sum(values []Value) int {
	n := 0
	for _, v := range values {
		n += v.Count
	}
	return n
}

// TestFullSegments checks segments of as many statements as fit, and one that grows behind them: those of few words, and
// those of which no two have a word in common.
func TestFullSegments(t *testing.T) {
	for _, v := range vocabularies[:3] {
		x := fullIndex(t, v)
		word, next := v.word(2*members), v.word(2*members+1) // of the statement that begins a new segment
		want := x.collection.Len()
		if v.name == "all different" {
			want = 1
		}
		for _, line := range []string{`"` + word + " " + next + `"`, `"` + next + `"`, word + " " + next, word} {
			a, err := x.Search(t.Context(), request(line, members))
			if err != nil {
				t.Fatal(err)
			}
			exact := a.Count == want || line[0] != '"' && a.Count > want // a slip away are others
			if !exact || len(a.Hits) != min(a.Count, 10) || a.Kept[0] < 0 || want == 1 && a.Kept[0] > 0 {
				t.Errorf("%s: %s finds %d, lists %d, and the statement at %d", v.name, line, a.Count, len(a.Hits), a.Kept[0])
			}
		}
	}
}

// fullIndex indexes a full block and a few statements more, and then some that have come.
func fullIndex(t *testing.T, v vocabulary) *Index {
	b := model.NewBuilder(model.Info{})
	s := &model.Speaker{ID: "s", Name: "S"}
	b.AddSpeaker(s)
	var x *Index
	for i := range members + 3 {
		if err := b.Add(model.Statement{ID: fmt.Sprint("i", i), Speaker: s, Text: v.word(2*i) + " " + v.word(2*i+1)}); err != nil {
			t.Fatal(err)
		}
		if i < members {
			continue
		}
		b.Seal()
		var err error
		if x, err = Extend(t.Context(), x, b.Collection()); err != nil {
			t.Fatal(err)
		}
	}
	return x
}
