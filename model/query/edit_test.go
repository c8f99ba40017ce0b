package query_test

import (
	"slices"
	"strings"
	"testing"

	"onrecord/model/query"
)

func TestToggle(t *testing.T) {
	for _, c := range []struct {
		line  string
		field query.Field
		value string
		want  string
	}{
		{``, query.Speaker, "macron", `speaker:macron`},
		{`minsk`, query.Speaker, "Emmanuel Macron", `minsk speaker:"Emmanuel Macron"`},
		{`minsk `, query.Speaker, "macron", `minsk speaker:macron`},
		{`speaker:macron  minsk`, query.Speaker, "scholz", `speaker:macron,scholz  minsk`},
		{`speaker:macron,scholz  minsk`, query.Speaker, "SCHOLZ", `speaker:macron  minsk`},
		{`speaker:macron,scholz minsk`, query.Speaker, "macron", `speaker:scholz minsk`},
		{`speaker:macron minsk`, query.Speaker, "macron", `minsk`},
		{`a speaker:macron minsk`, query.Speaker, "macron", `a minsk`},
		{`a speaker:macron`, query.Speaker, "macron", `a`},
		{`speaker:macron | by:scholz minsk`, query.Speaker, "macron", `by:scholz minsk`},
		{`speaker:macron | by:scholz minsk`, query.Speaker, "scholz", `speaker:macron minsk`},
		{`speaker:macron | by:scholz minsk`, query.Speaker, "duda", `speaker:macron,duda | by:scholz minsk`},
		{`speaker:macron speaker:scholz,macron`, query.Speaker, "macron", `speaker:scholz`},
		{`by:Stoltenberg`, query.Speaker, "macron", `by:Stoltenberg,macron`},
		{`speaker: minsk`, query.Speaker, "macron", `speaker:macron minsk`},
		{`speaker:scholz, minsk`, query.Speaker, "macron", `speaker:scholz,macron minsk`},
		{`stance:opp`, query.Stance, "oppose", ``},
		{`on:2022-1-5`, query.On, "2022-01-05", ``},

		// what means something else stays
		{`-speaker:macron`, query.Speaker, "macron", `-speaker:macron speaker:macron`},
		{`speaker:macron | minsk`, query.Speaker, "macron", `speaker:macron | minsk speaker:macron`},
		{`speaker:macron | -speaker:duda`, query.Speaker, "duda", `speaker:macron | -speaker:duda speaker:duda`},
		{`topic:minsk`, query.Speaker, "...", `topic:minsk`},
		{`topic:minsk`, query.Stance, "maybe", `topic:minsk`},

		// half-typed lines
		{`"open door`, query.Topic, "nato", `"open door" topic:nato`},
		{`“open door\`, query.Topic, "nato", `“open door\\” topic:nato`},
		{`speaker:"emm`, query.Speaker, "duda", `speaker:"emm",duda`},
		{`macron |`, query.Topic, "nato", `macron topic:nato`},
		{`topic:minsk`, query.Topic, `a "b", c`, `topic:minsk,"a \"b\", c"`},
		{`speaker:a,"b"c`, query.Speaker, "b", `speaker:a c`},
		{`5 speaker:a 300`, query.Speaker, "a", `5  300`},
		{`5 | speaker:a | speaker:b 300`, query.Is, "marked", `5 | speaker:a | speaker:b 300 is:marked`},

		// an order is one of several
		{`macron`, query.SortBy, "date", `macron sort:date`},
		{`sort:date macron`, query.SortBy, "-date", `sort:-date macron`},
		{`sort:date macron`, query.SortBy, "date", `macron`},
	} {
		had := query.Has(c.line, c.field, c.value)
		got := query.Toggle(c.line, c.field, c.value)
		if got != c.want {
			t.Errorf("toggling %v:%s in %q gives\n     %s\nwant %s", c.field, c.value, c.line, got, c.want)
		}
		if got != c.line && query.Has(got, c.field, c.value) == had {
			t.Errorf("toggling %v:%s in %q leaves it as it was: %t", c.field, c.value, c.line, had)
		}
	}
}

func TestSet(t *testing.T) {
	for _, c := range []struct {
		line  string
		field query.Field
		value string
		want  string
	}{
		{``, query.Since, "2022-01-20", `since:2022-01-20`},
		{`macron since:7d minsk`, query.Since, "2022-01-20", `macron since:2022-01-20 minsk`},
		{`macron since:7d minsk`, query.Since, "", `macron minsk`},
		{`since:7d macron since:2022,2021 minsk`, query.Since, "2022-02", `since:2022-02 macron minsk`},
		{`since:7d | since:2022 x`, query.Since, "2022-02", `since:2022-02 x`},
		{`since: x`, query.Since, "2022-02", `since:2022-02 x`},
		{`-since:7d`, query.Since, "", `-since:7d`},
		{`macron`, query.Since, "", `macron`},
		{`macron`, query.Since, "soon", `macron`},
		{`sort:date macron`, query.SortBy, "best", `sort:best macron`},
		{`a sort:date b | sort:-date`, query.SortBy, "", `a b`},
		{`speaker:a,b`, query.Speaker, "Emmanuel Macron", `speaker:"Emmanuel Macron"`},
	} {
		if got := query.Set(c.line, c.field, c.value); got != c.want {
			t.Errorf("setting %v:%s in %q gives\n     %s\nwant %s", c.field, c.value, c.line, got, c.want)
		}
	}
}

func TestLayersComeOffOneByOne(t *testing.T) {
	line := `macron | scholz  "open door" - speakr:duda topic: since:7d sort:date |`
	for _, want := range []string{
		`macron | scholz  "open door" - speakr:duda topic: since:7d`,
		`macron | scholz  "open door" - speakr:duda topic:`,
		`macron | scholz  "open door" - speakr:duda`,
		`macron | scholz  "open door" - speakr`,
		`macron | scholz  "open door" -`,
		`macron | scholz  "open door"`,
		`macron | scholz`,
		``,
		``,
	} {
		if line = query.DropLast(line); line != want {
			t.Fatalf("dropping the last layer gives\n     %s\nwant %s", line, want)
		}
	}
}

func TestWithout(t *testing.T) {
	for _, c := range []struct {
		line string
		i    int
		want string
	}{
		{`macron  pipeline stance:oppose`, 0, `pipeline stance:oppose`},
		{`macron  pipeline stance:oppose`, 1, `macron stance:oppose`},
		{`macron  pipeline stance:oppose`, 2, `macron  pipeline`},
		{`macron`, 1, `macron`},
		{`macron`, -1, `macron`},
		{`| a | b c`, 0, `c`},
		{`speakr:duda x`, 0, `duda x`},
		{`speakr:duda x`, 1, `speakr x`},
		{`5 x 300`, 1, `5  300`},
		{`speaker:"a""x",b`, 1, `speaker:"a" ,b`},
		{`speaker:"a""x" b`, 1, `speaker:"a" b`},
		{`a | sort:date b`, 1, `a b`},
	} {
		if got := query.Without(c.line, c.i); got != c.want {
			t.Errorf("%q without group %d is\n     %s\nwant %s", c.line, c.i, got, c.want)
		}
	}
}

func TestAnd(t *testing.T) {
	for _, c := range []struct{ line, other, want string }{
		{``, `macron`, `macron`},
		{`macron`, ``, `macron`},
		{`macron`, `minsk | x`, `macron minsk | x`},
		{`macron |`, ` | minsk`, `macron minsk`},
		{`"open door`, `"x"`, `"open door" "x"`},
		{`8`, `500`, `8  500`},
		{`8`, ` 500`, `8  500`},
	} {
		if got := query.And(c.line, c.other); got != c.want {
			t.Errorf("%q and %q is\n     %s\nwant %s", c.line, c.other, got, c.want)
		}
	}
}

func TestChips(t *testing.T) {
	line := `macron|scholz  -for:russia topic: "open door" - since:7d sort:date`
	want := []query.Chip{
		{Text: `macron|scholz`, Group: 0, Kind: query.Word},
		{Text: `-for:russia`, Group: 1, Kind: query.Filter, Field: query.For, Not: true},
		{Text: `"open door"`, Group: 3, Kind: query.Phrase},
		{Text: `since:7d`, Group: 5, Kind: query.Filter, Field: query.Since},
		{Text: `sort:date`, Group: 6, Kind: query.Filter, Field: query.SortBy},
	}
	got := query.Chips(line)
	if len(got) != len(want) {
		t.Fatalf("got %+v, want %+v", got, want)
	}
	for i, chip := range got {
		if line[chip.Pos:chip.End] != chip.Text {
			t.Errorf("chip %q stands at %d to %d, which is %q", chip.Text, chip.Pos, chip.End, line[chip.Pos:chip.End])
		}
		chip.Pos, chip.End = 0, 0
		if chip != want[i] {
			t.Errorf("chip %d is %+v, want %+v", i, chip, want[i])
		}
	}
}

func TestAnyOf(t *testing.T) {
	for _, c := range []struct {
		values []string
		want   string
	}{
		{nil, ""},
		{[]string{"minsk"}, "topic:minsk"},
		{[]string{"minsk", "", "a,b", "…"}, `topic:minsk,"a,b"`},
		{[]string{strings.Repeat("x", query.MaxBytes), "minsk"}, "topic:minsk"},
	} {
		if got := query.AnyOf(query.Topic, c.values...); got != c.want {
			t.Errorf("%.40q gives %.40q", c.values, got)
		}
	}
	long := slices.Repeat([]string{strings.Repeat("x", 60_000), strings.Repeat("y", 600)}, 1000)
	if got := query.AnyOf(query.Topic, long...); len(got) > query.MaxBytes || len(got) < query.MaxBytes/4 {
		t.Errorf("many long values give %d bytes", len(got))
	}
}
