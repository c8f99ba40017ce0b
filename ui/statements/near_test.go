package statements_test

import (
	"context"
	"strings"
	"testing"

	"onrecord/ui/keys"
	"onrecord/ui/nav"
	"onrecord/ui/statements"
	"onrecord/ui/theme"
)

// nearShelf finds so many statements, and offers two more that lack a word.
type nearShelf struct{ *shelf }

func (l nearShelf) Find(ctx context.Context, q statements.Question) (statements.Answer, error) {
	a, err := l.shelf.Find(ctx, q)
	if a.Kept >= a.Count {
		a.Kept = -1 // it is none of those that were found
	}
	for i := range 2 {
		s := statement(500 + i)
		a.Near = append(a.Near, statements.Row{Statement: s, Missing: []string{"drone"}})
	}
	a.NearBy = 7
	return a, err
}

func openNear(t *testing.T, found, width int) *desk {
	l := nearShelf{newShelf(found)}
	d := &desk{T: t, Screen: statements.New(l, theme.New(theme.Options{}), "peace drone")}
	d.Resize(width, 38)
	d.carryOut(d.Init())
	return d
}

func TestWhatLacksAWordIsToldApart(t *testing.T) {
	openNear(t, 0, 100).shows("0 of 1,000", "No statement matches every word;", "the nearest 2 of 7 lack one word:", "without drone", "Statement number 500.").
		hides("Nothing found.", "Enter drops")
	openNear(t, 2, 100).shows("2 of 1,000", "Statement number 1.", "Few statements match every word;", "without drone", "Statement number 501.")
}

func TestWhatLacksAWordCanBeReadAndMarked(t *testing.T) {
	d := openNear(t, 1, 130)
	d.do(keys.Down, keys.Mark).shows("500.")
	if d.Plain() != statementCitation(500) {
		t.Errorf("in view is %q", d.Plain())
	}
	d.shows("◆")
	d.do(keys.Bottom, keys.Open)
	if d.Plain() != statementCitation(501) {
		t.Errorf("in view is %q", d.Plain())
	}
}

func TestWhatLacksAWordStaysSelectedWhileMoreArrives(t *testing.T) {
	d := openNear(t, 2, 130)
	d.do(keys.Down, keys.Down, keys.Down)
	d.carryOut(d.Update(nav.Grown{}))
	if d.Plain() != statementCitation(501) {
		t.Errorf("in view is %q", d.Plain())
	}
}

func TestShortRowsSayWhatTheyLack(t *testing.T) {
	openNear(t, 1, 200).do(keys.Density).shows("[without drone] Statement number 500.")
}

func statementCitation(i int) string {
	s := statement(i)
	return s.Citation()
}

func TestHowManyWordsAreLackedIsSaid(t *testing.T) {
	for _, c := range []struct {
		lacking []int
		all     int
		want    string
	}{
		{[]int{1}, 1, "the nearest lacks one word"},
		{[]int{2}, 1, "the nearest lacks 2 words"},
		{[]int{1, 1}, 2, "the nearest 2 lack one word"},
		{[]int{2, 2}, 1500, "the nearest 2 of 1,500 lack 2 words"},
		{[]int{1, 3, 2}, 3, "the nearest 3 lack up to 3 words"},
	} {
		if said := statements.NearCount(c.lacking, c.all); said != c.want {
			t.Errorf("%v of %d: %q, not %q", c.lacking, c.all, said, c.want)
		}
	}
}

// TestNamesMakeNoRoomForTheWordsThatAreMissing holds that who speaks is cut only where the line itself is too short.
func TestNamesMakeNoRoomForTheWordsThatAreMissing(t *testing.T) {
	l := newShelf(3)
	l.row = func(r *statements.Row) {
		r.Missing = []string{"extraordinarily", "long", "words", "that", "nobody", "ever", "said"}
	}
	for width := 60; width <= 200; width++ {
		clear(l.marked)
		d := open(t, l, width, "a")
		for _, marked := range []bool{false, true} {
			if marked {
				d.do(keys.Mark).shows("◆")
			}
			d.shows("Anthony Hope  France ")
		}
		if d.shows(); !strings.Contains(d.screen(), "without extraordinarily") {
			t.Fatalf("%d columns do not say that words are missing:\n%s", width, d.screen())
		}
	}
}
