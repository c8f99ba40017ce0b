package query_test

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"onrecord/model/query"

	"pgregory.net/rapid"
)

// pieces are what lines are made of; side by side they meet in every way.
var pieces = []string{
	`"`, `“`, `”`, `«`, `\`, `|`, `-`, `−`, `,`, `:`, `：`, ` `, ` `, `  `, "\t", `..`, `//`, `(`, `'`, "\xff", "\u0301",
	`macron`, `王毅`, `Рябков`, `5`, `300`, `100`, `000`, `8`, `500`, `12:30`, `self-defence`, `foo:`, `speaker:`, `by:`, `topic:`,
	`OR`, ` OR `, ` AND `, ` NOT `, `NOT`, `MINSK`, `or`, `stance:`, `opp`, `maybe`, `since:`, `2022`, `2022-01`, `7d`, `on:`, `jan`, `"26 january"`, `26/01/2022`, `sort:`, `date`, `is:marked`, `venue:"a b"`, `https://x`,
}

func lines() *rapid.Generator[string] {
	return rapid.Custom(func(t *rapid.T) string {
		return strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces), 0, 14).Draw(t, "pieces"), "")
	})
}

func TestPropertiesOfLines(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		line := lines().Draw(t, "line")
		value := lines().Draw(t, "value")
		checkPlaces(t, line)
		checkWriting(t, line)
		checkLayers(t, line)
		checkAnd(t, line, value)
		checkToggle(t, line, value)
		checkSet(t, line, value)
		checkComplete(t, line, value)
	})
}

func FuzzParse(f *testing.F) {
	f.Add(`macron | scholz "open door" speaker:a,"b c" -x since:7d`, "Emmanuel Macron")
	f.Add(`foo:bar 100 000 | “x\`, `"`)
	f.Add("\xff|-|:", ",")
	f.Fuzz(func(t *testing.T, line, value string) {
		if len(line)+len(value) > 1000 {
			return
		}
		checkPlaces(t, line)
		checkWriting(t, line)
		checkLayers(t, line)
		checkAnd(t, line, value)
		checkToggle(t, line, value)
		checkSet(t, line, value)
		checkComplete(t, line, value)
	})
}

type fatal interface{ Fatalf(string, ...any) }

// checkPlaces checks that everything stands where it says, one behind the other.
func checkPlaces(t fatal, line string) {
	q := query.Parse(line)
	for _, h := range q.Hints {
		if h.Pos < 0 || h.Pos > h.End || h.End > len(line) || h.Text == "" || !utf8.ValidString(h.Text) && utf8.ValidString(line) {
			t.Fatalf("%q has the hint %+v", line, h)
		}
	}
	last := 0
	for _, g := range q.Groups {
		if g.Pos < last || g.End <= g.Pos || g.End > len(line) {
			t.Fatalf("%q has the group %+v after %d", line, g, last)
		}
		at := g.Pos
		for _, c := range g.Clauses {
			if c.Pos < at || c.End <= c.Pos || c.End > g.End || c.Open && c.End != len(line) {
				t.Fatalf("%q has the clause %+v after %d", line, c, at)
			}
			for _, v := range c.Values {
				if v.Pos < c.Pos || v.End <= v.Pos || v.End > c.End {
					t.Fatalf("%q has the value %+v", line, v)
				}
			}
			at = c.End
		}
		last = g.End
	}
}

// checkWriting checks that a query that is written out means the same, and is written the same again.
func checkWriting(t fatal, line string) {
	q := query.Parse(line)
	again := query.Parse(q.String())
	if !query.Equal(q, again) || again.String() != q.String() {
		t.Fatalf("%q is written as %q, which means\n     %s\nwant %s", line, q.String(), tree(again), tree(q))
	}
}

// checkLayers checks that taking a group off takes nothing else off.
func checkLayers(t fatal, line string) {
	q := query.Parse(line)
	sorts := strings.Count(strings.ToLower(line), "sort") > 0
	for i := range q.Groups {
		want := q
		want.Groups = slices.Delete(slices.Clone(q.Groups), i, i+1)
		got := query.Parse(query.Without(line, i))
		if sorts {
			got.Sort = want.Sort
		}
		if !query.Equal(got, want) {
			t.Fatalf("%q without group %d is %q, which means\n     %s\nwant %s", line, i, got.Line, tree(got), tree(want))
		}
		if i == len(q.Groups)-1 && query.DropLast(line) != got.Line {
			t.Fatalf("%q without its last layer is %q, want %q", line, query.DropLast(line), got.Line)
		}
	}
	for _, chip := range query.Chips(line) {
		if g := q.Groups[chip.Group]; chip.Pos != g.Pos || chip.End != g.End || chip.Text != q.Line[g.Pos:g.End] {
			t.Fatalf("%q has the chip %+v", line, chip)
		}
	}
}

// checkAnd checks that two lines together want what each of them wants.
func checkAnd(t fatal, line, other string) {
	a, b := query.Parse(line), query.Parse(other)
	both := query.Parse(query.And(line, other))
	want := query.Query{Groups: append(slices.Clone(a.Groups), b.Groups...), Sort: both.Sort}
	if !query.Equal(both, want) {
		t.Fatalf("%q and %q is %q, which means\n     %s\nwant %s", line, other, both.Line, tree(both), tree(want))
	}
}

// checkToggle checks that a facet goes on and off, and that a line without it comes back.
func checkToggle(t fatal, line, value string) {
	for _, f := range []query.Field{query.Speaker, query.Stance, query.On} {
		once := query.Toggle(line, f, value)
		if once == line {
			continue
		}
		had := query.Has(line, f, value)
		if query.Has(once, f, value) == had {
			t.Fatalf("toggling %s:%q in %q gives %q, which has it: %t", f, value, line, once, had)
		}
		twice := query.Parse(query.Toggle(once, f, value))
		if !had && !query.Equal(query.Parse(line), twice) {
			t.Fatalf("toggling %s:%q twice in %q gives %q and %q, which means\n     %s\nwant %s",
				f, value, line, once, twice.Line, tree(twice), tree(query.Parse(line)))
		}
	}
}

// checkSet checks that a value that is set is the only one, and that it can be taken away.
func checkSet(t fatal, line, value string) {
	for _, f := range []query.Field{query.Speaker, query.Since, query.SortBy} {
		set := query.Set(line, f, value)
		if value != "" && set != line && !query.Has(set, f, value) {
			t.Fatalf("setting %s:%q in %q gives %q", f, value, line, set)
		}
		if again := query.Set(set, f, value); set != line && again != set {
			t.Fatalf("setting %s:%q in %q gives %q, and then %q", f, value, line, set, again)
		}
		if none := query.Set(set, f, ""); value != "" && query.Has(none, f, value) {
			t.Fatalf("taking %s:%q away from %q gives %q", f, value, set, none)
		}
	}
}

// checkComplete checks the slot at every cursor, and that the line around it stays.
func checkComplete(t fatal, line, choice string) {
	for cursor := range len(line) + 1 {
		s := query.Complete(line, cursor)
		if s.Start > s.End || s.Start < 0 || s.End > len(line) || cursor < len(line) && utf8.RuneStart(line[cursor]) && (s.Start > cursor || s.End < cursor) {
			t.Fatalf("%q at %d has the slot %+v", line, cursor, s)
		}
		s.Options()
		got, at := query.Apply(line, s, choice)
		if at < 0 || at > len(got) || !strings.HasPrefix(got, line[:s.Start]) || !strings.HasSuffix(got, line[s.End:]) {
			t.Fatalf("%q at %d with %q becomes %q, %d", line, cursor, choice, got, at)
		}
	}
}
