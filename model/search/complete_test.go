package search

import (
	"context"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"onrecord/model"
	"onrecord/model/query"
)

// TestSuggestionsKeepTheirPromise checks that what is suggested finds as many statements as it says.
func TestSuggestionsKeepTheirPromise(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x := index(t, nil, drawCollection(t).parted)
		field := rapid.SampledFrom([]string{"", "venue:", "speaker:", "for:", "topic:", "source:"}).Draw(t, "field")
		promisesKept(t, x, field+typed().Draw(t, "typed"))
	})
}

// TestSuggestionsKeepTheirPromiseDense is the same for so many statements that sets are bitmaps.
func TestSuggestionsKeepTheirPromiseDense(t *testing.T) {
	x, err := New(context.Background(), generated(t, 9000))
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range []string{"th", "pr", "mini", "of", "nucl", "on", "re", "venue:co", "venue:th", "speaker:", "topic:", "source:w"} {
		if promisesKept(t, x, line) == 0 {
			t.Errorf("%s: nothing is suggested", line)
		}
	}
}

// promisesKept checks what is suggested for a line, and returns how much that is.
func promisesKept(t interface{ Fatalf(string, ...any) }, x *Index, line string) int {
	slot := query.Complete(line, len(line))
	suggested, err := x.Complete(context.Background(), slot, 12)
	if err != nil {
		t.Fatalf("%q: %v", line, err)
	}
	for _, s := range suggested {
		want, err := x.finds(slot, s.Token)
		if err != nil || s.Count != want {
			t.Fatalf("%q: %s promises %d and finds %d, %v", line, s.Token, s.Count, want, err)
		}
	}
	return len(suggested)
}

// finds counts what a suggestion finds when it stands in the line, words without what only resembles them.
func (x *Index) finds(slot query.Slot, token string) (int, error) {
	if slot.Kind != query.ValueSlot {
		a, err := x.evaluate(context.Background(), (&term{words: wordsOf(token)}).ways(), nil)
		if err != nil {
			return 0, err
		}
		return a.count, nil
	}
	a, err := x.Search(context.Background(), Request{Query: query.Parse(strings.TrimSpace(query.Set("", slot.Field, token)))})
	return a.Count, err
}

// TestASuggestionGoesOnWithWhatIsTyped holds that completing a word takes nothing of it away.
func TestASuggestionGoesOnWithWhatIsTyped(t *testing.T) {
	b := model.NewBuilder(model.Info{})
	s := &model.Speaker{ID: "wang", Name: "Wang"}
	b.AddSpeaker(s)
	for i, text := range []string{"我们呼吁各方保持克制,制止冲突", "An anti-war rally; warships and F-16s were 16 miles away"} {
		err := b.Add(model.Statement{ID: string(rune('a' + i)), Speaker: s, Day: model.NewDay(2022, 1, 1), Text: text, Venue: "White House"})
		if err != nil {
			t.Fatal(err)
		}
	}
	b.Seal()
	x, err := New(t.Context(), b.Collection())
	if err != nil {
		t.Fatal(err)
	}
	for _, typed := range []string{"克制", "克", "anti-war", "war", "f-1", "f-16", "venue:white-ho", "venue:hou", `venue:"white h`, "speaker:wan"} {
		slot := query.Complete(typed, len(typed))
		found, err := x.Complete(t.Context(), slot, 12)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range found {
			if !strings.HasPrefix(f.Token, slot.Prefix) {
				t.Errorf("%s would become %s", typed, f.Token)
			}
		}
	}
}
