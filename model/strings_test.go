package model_test

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"onrecord/model"
)

// Strings that many statements share are kept once; that must not be seen.
func TestStringsThatRecurComeBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		few := []string{"", "a", "en", "Brussels", strings.Repeat("Office ", 40), "Zürich", "\x00"}
		for range 3 {
			few = append(few, rapid.String().Draw(t, "string"))
		}
		one := rapid.SampledFrom(few)
		s := newShelf()
		var given []model.Strings
		for i := range rapid.IntRange(1, 200).Draw(t, "statements") {
			words := model.Strings{
				ID: fmt.Sprint("id-", i), Text: one.Draw(t, "text"), Context: one.Draw(t, "context"), Venue: one.Draw(t, "venue"),
				Locator: one.Draw(t, "locator"), Role: one.Draw(t, "role"), Lang: one.Draw(t, "lang"),
				OriginalLang: one.Draw(t, "original language"), Extra: one.Draw(t, "extra"),
			}
			given = append(given, words)
			if err := s.Add(model.Statement{
				ID: words.ID, Speaker: s.writer, Text: words.Text, Context: words.Context, Venue: words.Venue,
				Locator: words.Locator, Role: words.Role, OwnRole: true, Lang: words.Lang,
				OriginalLang: words.OriginalLang, Extra: words.Extra,
			}); err != nil {
				t.Fatal(err)
			}
			if rapid.IntRange(0, 50).Draw(t, "seal") == 0 {
				s.Seal()
			}
		}
		s.Close()
		c := s.Collection()
		for i, want := range given {
			b := c.Block(i)
			if got := b.Strings(i - b.First()); got != want {
				t.Fatalf("got  %+v\nwant %+v", got, want)
			}
		}
	})
}

// elsewhere holds texts for a block.
type elsewhere []string

func (e elsewhere) Text(i int) string { return e[i] }

func TestTextsAreAskedForWhereTheyWereLeft(t *testing.T) {
	s := newShelf()
	for _, text := range []string{"one", "", "three"} {
		if err := s.Add(model.Statement{ID: "id-" + text, Speaker: s.writer, Text: text, Context: "said"}); err != nil {
			t.Fatal(err)
		}
	}
	s.Close()
	b := s.Collection().Blocks()[0]
	before := b.At(2)
	b.LeaveTexts(elsewhere{"uno", "", "tres"})
	for i, want := range []string{"uno", "", "tres"} {
		if b.At(i).Text != want || b.Text(i) != want || b.Strings(i).Text != want {
			t.Errorf("statement %d has the text %q, %q, %q, want %q", i, b.At(i).Text, b.Text(i), b.Strings(i).Text, want)
		}
	}
	if before.Text != "three" || b.At(2).ID != "id-three" || b.At(2).Context != "said" {
		t.Errorf("%+v, then %+v", before, b.At(2))
	}
}
