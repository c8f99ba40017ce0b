package search

import (
	"context"
	"fmt"
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"onrecord/model"
	"onrecord/model/query"
)

// typing is what somebody types: lines, letter by letter, some of which are taken back again.
func typing() *rapid.Generator[[]string] {
	return rapid.Custom(func(t *rapid.T) []string {
		var lines []string
		for range rapid.IntRange(1, 3).Draw(t, "lines") {
			l := []rune(line().Draw(t, "line"))
			back := rapid.IntRange(0, len(l)).Draw(t, "taken back")
			for i := range l {
				lines = append(lines, string(l[:i+1]))
			}
			for i := range back {
				lines = append(lines, string(l[:len(l)-i-1]))
			}
		}
		return lines
	})
}

// TestTypedAsAsked checks that an index that has answered the queries before, and has grown meanwhile, says the same as one
// that is asked for the first time.
func TestTypedAsAsked(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		drawn := drawCollection(t)
		x := index(t, nil, drawn.parted)
		if drawn.early != nil {
			x = index(t, index(t, nil, drawn.early), drawn.parted)
		}
		keep := rapid.IntRange(0, 24).Draw(t, "keep")
		for _, l := range typing().Draw(t, "typing") {
			sameAsFresh(t, x, request(l, keep))
		}
	})
}

// TestTypedAsAskedWhereItFailed types what once led to other answers than asking for it, on indexes that grow by a statement
// at a time.
func TestTypedAsAskedWhereItFailed(t *testing.T) {
	one, other := &model.Speaker{ID: "putin-0", Name: "sanction"}, &model.Speaker{ID: "putin-1", Name: "sanctions"}
	own := func(s model.Statement) model.Statement {
		s.Affiliation, s.OwnAffiliation = one, true
		return s
	}
	bare, text := model.Statement{Speaker: one}, model.Statement{Speaker: one, Text: "sanction sanction"}
	role := model.Statement{Speaker: other, Role: "sanction", OwnRole: true}
	for line, statements := range map[string][]model.Statement{
		"-speaker:anction": {bare, own(model.Statement{Speaker: other}), own(role)},
		`-"sanction s"`:    {own(bare), own(bare), bare, own(bare), bare, own(bare), text},
	} {
		b := model.NewBuilder(model.Info{})
		b.AddSpeaker(one)
		b.AddSpeaker(other)
		var x *Index
		for i, s := range statements {
			s.ID, s.Day, s.Lang = fmt.Sprint("a", i), model.NewDay(2022, 1, 1), "en"
			if err := b.Add(s); err != nil {
				t.Fatal(err)
			}
			b.Seal()
			var err error
			if x, err = Extend(t.Context(), x, b.Collection()); err != nil {
				t.Fatal(err)
			}
		}
		for i := range line {
			sameAsFresh(t, x, request(line[:i+1], 0))
		}
	}
}

// request asks for a page, all facets, and the rank of a statement.
func request(line string, keep int) Request {
	wishes := []FacetWish{{BySpeaker, 3}, {ByActor, 0}, {ByTopic, 2}, {Kind: ByStance}, {Kind: ByForm}, {Kind: ByMedium}, {Kind: ByDay}}
	return Request{Query: query.Parse(line), Limit: 10, Facets: wishes, Keep: []int{keep}, Explain: true}
}

func sameAsFresh(t interface{ Fatalf(string, ...any) }, x *Index, r Request) {
	fresh := &Index{collection: x.collection, catalogue: x.catalogue, segments: x.segments, newest: x.newest, calendar: x.calendar, terms: newMemory()}
	got, err := x.Search(context.Background(), r)
	want, err2 := fresh.Search(context.Background(), r)
	if err != nil || err2 != nil {
		t.Fatalf("%s: %v, %v", r.Query.Line, err, err2)
	}
	got.index, got.plan, want.index, want.plan = nil, nil, nil, nil
	if !reflect.DeepEqual(got, want) {
		t.Fatalf("%s: %+v, asked for the first time %+v", r.Query.Line, got, want)
	}
}

// TestTypedAsAskedDense is TestTypedAsAsked for so many statements that sets are bitmaps and much is left out or looked
// at elsewhere.
func TestTypedAsAskedDense(t *testing.T) {
	if testing.Short() {
		t.Skip("each key is answered twice, among thousands of statements")
	}
	x, err := New(context.Background(), generated(t, 9000))
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range slices.Concat(typedLines, []string{`"of the people and`, `the "of a`, "-the war", "president o", "the a o i s t"}) {
		for i := range l {
			sameAsFresh(t, x, request(l[:i+1], 4321))
		}
		for i := len(l) - 1; i > 0; i -= 2 {
			sameAsFresh(t, x, request(l[:i], 17))
		}
	}
}
