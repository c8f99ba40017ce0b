package query_test

import (
	"strings"
	"testing"

	"onrecord/model/query"
)

// at splits a line at the cursor, which is written ‸.
func at(text string) (line string, cursor int) {
	before, after, _ := strings.Cut(text, "‸")
	return before + after, len(before)
}

func TestComplete(t *testing.T) {
	const (
		none  = query.NoSlot
		word  = query.WordSlot
		name  = query.FieldNameSlot
		value = query.ValueSlot
	)
	for _, c := range []struct {
		text    string
		kind    query.SlotKind
		field   query.Field
		prefix  string
		replace string // what a completion replaces
	}{
		{`‸`, word, query.NoField, ``, ``},
		{`macron ‸`, word, query.NoField, ``, ``},
		{`macron |‸`, word, query.NoField, ``, ``},
		{`mac‸`, word, query.NoField, `mac`, `mac`},
		{`mac‸ron minsk`, word, query.NoField, `mac`, `macron`},
		{`x -mac‸ron`, word, query.NoField, `mac`, `macron`},
		{`-‸`, word, query.NoField, ``, ``},
		{`sp‸`, name, query.NoField, `sp`, `sp`},
		{`-St‸`, name, query.NoField, `St`, `St`},
		{`spea‸ker:macron`, name, query.NoField, `spea`, `speaker:`},
		{`speaker:‸`, value, query.Speaker, ``, ``},
		{`speaker:mac‸ minsk`, value, query.Speaker, `mac`, `mac`},
		{`speaker:macron,sch‸olz,duda`, value, query.Speaker, `sch`, `scholz`},
		{`speaker:macron,‸ minsk`, value, query.Speaker, ``, ``},
		{`by:"emm‸`, value, query.Speaker, `emm`, `"emm`},
		{`by:"emm‸anuel m",x`, value, query.Speaker, `emm`, `"emmanuel m"`},
		{`by:"emmanuel m"‸`, none, query.NoField, ``, ``},
		{`by:"emmanuel m",‸`, value, query.Speaker, ``, ``},
		{`stance:opp‸`, value, query.Stance, `opp`, `opp`},
		{`since:2022-1‸`, value, query.Since, `2022-1`, `2022-1`},
		{`"open d‸oor"`, none, query.NoField, ``, ``},
		{`"open door" ‸`, word, query.NoField, ``, ``},
		{`100 000‸`, word, query.NoField, `100 000`, `100 000`},
		{`Ря‸бков`, word, query.NoField, `Ря`, `Рябков`},
	} {
		line, cursor := at(c.text)
		got := query.Complete(line, cursor)
		if got.Kind != c.kind || got.Field != c.field || got.Prefix != c.prefix || line[got.Start:got.End] != c.replace {
			t.Errorf("at %s stands %+v, replacing %q; want %v %v %q, replacing %q",
				c.text, got, line[got.Start:got.End], c.kind, c.field, c.prefix, c.replace)
		}
	}
}

func TestOptions(t *testing.T) {
	for text, want := range map[string]string{
		`s‸`:         "speaker stance source since sort",
		`-SO‸`:       "source sort",
		`stance:‸`:   "support oppose conditional neutral any none",
		`stance:n‸`:  "neutral none",
		`form:"d‸`:   "direct",
		`sort:-‸`:    "-date",
		`medium:W‸`:  "written",
		`is:‸`:       "marked",
		`speaker:m‸`: "",
		`macron‸`:    "",
	} {
		var got []string
		for _, o := range query.Complete(at(text)).Options() {
			if o.Means == "" {
				t.Errorf("%s has no meaning", o.Text)
			}
			got = append(got, o.Text)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("at %s the options are %q, want %q", text, got, want)
		}
	}
}

func TestApply(t *testing.T) {
	for _, c := range []struct{ text, choice, want string }{
		{`‸`, "speaker", `speaker:‸`},
		{`x -sp‸`, "speaker", `x -speaker:‸`},
		{`spe‸aker:macron`, "topic:", `topic:‸macron`},
		{`speaker:mac‸`, "Emmanuel Macron", `speaker:"Emmanuel Macron" ‸`},
		{`speaker:mac‸ minsk`, "macron", `speaker:macron‸ minsk`},
		{`speaker:"emm‸`, "macron", `speaker:"macron" ‸`},
		{`speaker:a,sch‸olz,duda`, "Olaf Scholz", `speaker:a,"Olaf Scholz"‸,duda`},
		{`mac‸`, "macron", `macron ‸`},
		{`mac‸ minsk`, "macron", `macron ‸minsk`},
		{`-mac‸`, "press conference", `-"press conference" ‸`},
		{`x ‸minsk`, "macron", `x macron ‸minsk`},
		{`"open d‸`, "door", `"open d‸`},
	} {
		line, cursor := at(c.text)
		got, cursor := query.Apply(line, query.Complete(line, cursor), c.choice)
		if got = got[:cursor] + "‸" + got[cursor:]; got != c.want {
			t.Errorf("%q at %s gives %s, want %s", c.choice, c.text, got, c.want)
		}
	}
}
