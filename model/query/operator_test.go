package query_test

import (
	"strings"
	"testing"

	"onrecord/model/query"
)

func TestOperators(t *testing.T) {
	for _, c := range []struct{ line, want, notes string }{
		{`grain AND steel `, `grain steel`, ``},
		{`grain OR steel `, `(grain|steel)`, ``},
		{`grain NOT steel `, `grain !steel`, ``},
		{`grain AND NOT steel `, `grain !steel`, ``},
		{`grain OR NOT steel `, `(grain|!steel)`, ``},
		{`minsk macron OR "open door" OR for:nato `, `minsk (macron|"open door"|for[nato])`, ``},
		{`speaker:macron NOT topic:minsk `, `speaker[macron] !topic[minsk]`, ``},
		{`NATO OR eu `, `(NATO|eu)`, ``},
		{`克制 OR 和平 `, `(克制|和平)`, ``},
		{`2021 OR 2022 `, `(2021|2022)`, ``},
		{"grain\u00A0NOT\u00A0steel ", `grain !steel`, ``},
		{`grain NOT -steel `, `grain !steel`, ``},

		// words
		{`"grain OR steel" `, `"grain OR steel"`, ``},
		{`grain or steel and not iron `, `grain or steel and not iron`, ``},
		{`WAR IS NOT PEACE `, `WAR IS not PEACE`, `NOT`},
		{`NATO OR EU `, `NATO or EU`, `OR`},
		{`NOT grain `, `not grain`, `NOT`},
		{`OR grain `, `or grain`, `OR`},
		{`grain OR`, `grain or…`, ``},
		{`grain AND `, `grain and`, ``},
		{`grain NOT`, `grain not…`, ``},
		{`grain OR OR steel `, `grain or or steel`, `OR ~ OR`},
		{`grain | OR steel `, `(grain|or) steel`, `OR`},
		{`grain ORs ANDy NOT-x `, `grain ORs ANDy NOT-x`, ``},
		{`speaker:OR grain `, `speaker[OR] grain`, ``},
		{`foo:NOT bar `, `foo not bar`, `foo: ~ NOT`},
	} {
		q := query.Parse(c.line)
		if got := tree(q); got != c.want {
			t.Errorf("%q means\n     %s\nwant %s", c.line, got, c.want)
		}
		var told []string
		for _, h := range q.Hints {
			told = append(told, c.line[h.Pos:h.End])
		}
		if got := strings.Join(told, " ~ "); got != c.notes {
			t.Errorf("%q tells of %q, want %q", c.line, got, c.notes)
		}
		if again := query.Parse(q.String()); !query.Equal(q, again) {
			t.Errorf("%q is written as %q, which means %s", c.line, q.String(), tree(again))
		}
	}
}

// TestOperatorsInLinesThatChange checks that what was beside an operator keeps its meaning when that has gone.
func TestOperatorsInLinesThatChange(t *testing.T) {
	for _, c := range []struct{ name, got, want string }{
		{"And", query.And("grain NOT steel", "speaker:macron"), "grain -steel speaker:macron"},
		{"And", query.And("NATO OR EU", "speaker:macron"), "NATO or EU speaker:macron"},
		{"And", query.And("grain", "NOT steel"), "grain not steel"},
		{"And", query.And("grain OR", "steel"), "grain or steel"},
		{"Without", query.Without("grain NATO OR EU", 0), "NATO | EU"},
		{"Without", query.Without("grain AND steel", 1), "grain"},
		{"Without", query.Without("grain AND NOT steel iron", 0), "-steel iron"},
		{"DropLast", query.DropLast("grain OR steel NOT iron"), "grain | steel"},
		{"Toggle", query.Toggle("grain OR steel", query.For, "nato"), "grain | steel for:nato"},
		{"Toggle", query.Toggle("for:nato AND grain", query.For, "nato"), "grain"},
		{"Set", query.Set("grain NOT steel", query.SortBy, "date"), "grain -steel sort:date"},
		{"Exclude", query.Exclude("grain NOT steel", query.For, "nato"), "grain -steel -for:nato"},
	} {
		if c.got != c.want {
			t.Errorf("%s gives %q, want %q", c.name, c.got, c.want)
		}
	}
}
