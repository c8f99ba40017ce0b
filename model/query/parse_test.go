package query_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"onrecord/model/query"
)

// tree writes a query in a compact notation: groups stand side by side, (a|b) is either, ! leaves out, words stand bare,
// phrases in quotation marks, filters as field[value value], … follows what touches the end of the line, sort= comes
// last. A group that restricts nothing is ().
func tree(q query.Query) string {
	var groups []string
	for _, g := range q.Groups {
		var clauses []string
		for _, c := range g.Clauses {
			clauses = append(clauses, clause(c))
		}
		text := strings.Join(clauses, "|")
		if len(clauses) != 1 {
			text = "(" + text + ")"
		}
		groups = append(groups, text)
	}
	if q.Sort != query.Best {
		groups = append(groups, "sort="+q.Sort.String())
	}
	return strings.Join(groups, " ")
}

func clause(c query.Clause) string {
	text := c.Text
	switch c.Kind {
	case query.Phrase:
		text = fmt.Sprintf("%q", c.Text)
	case query.Filter:
		var values []string
		for _, v := range c.Values {
			values = append(values, v.Text)
		}
		text = c.Field.String() + "[" + strings.Join(values, " ") + "]"
	}
	if c.Not {
		text = "!" + text
	}
	if c.Open {
		text += "…"
	}
	return text
}

// marked writes the parts of the line that the hints point to.
func marked(q query.Query) string {
	var parts []string
	for _, h := range q.Hints {
		parts = append(parts, q.Line[h.Pos:h.End])
	}
	return strings.Join(parts, " ~ ")
}

func TestParse(t *testing.T) {
	for _, c := range []struct{ line, want, hints string }{
		{``, ``, ``},
		{`   `, ``, ``},
		{`macron minsk`, `macron minsk…`, ``},
		{`macron minsk `, `macron minsk`, ``},
		{"\tmacron\u00A0minsk\n", `macron minsk`, ``},

		// either
		{`macron | scholz minsk`, `(macron|scholz) minsk…`, ``},
		{`macron|scholz|duda minsk`, `(macron|scholz|duda) minsk…`, ``},
		{`minsk macron | "open door" | for:nato `, `minsk (macron|"open door"|for[nato])`, ``},
		{`| macron`, `macron…`, `|`},
		{`macron |`, `macron`, `|`},
		{`macron | | scholz`, `(macron|scholz…)`, `|`},
		{`|`, ``, `|`},
		{`| |`, ``, `| ~ |`},
		{`macron | topic: minsk`, `macron minsk…`, `topic:`},

		// leaving out
		{`-sanctions minsk`, `!sanctions minsk…`, ``},
		{`-"open door" -for:russia,belarus `, `!"open door" !for[russia belarus]`, ``},
		{`macron | -scholz `, `(macron|!scholz)`, ``},
		{`−sanctions --minsk `, `!sanctions !minsk`, ``},
		{`-`, `()`, `-`},
		{`macron - minsk `, `macron () minsk`, `-`},
		{`-| macron `, `macron`, `-`},
		{`self-defense NATO-Russia `, `self-defense NATO-Russia`, ``},

		// phrases
		{`"open door"`, `"open door"`, ``},
		{`"open door`, `"open door"…`, `"open door`},
		{`“open door” „Tür“ «porte» »Tür« ”dörr”`, `"open door" "Tür" "porte" "Tür" "dörr"`, ``},
		{`"he said “no” then"`, `"he said “no” then"`, ``},
		{`"a \"b\" c"`, `"a \"b\" c"`, ``},
		{`"a \\" "b\c"`, `"a \\" "b\\c"`, ``},
		{`"a"b"c"`, `"a" b"c"…`, ``},
		{`"" "..." x `, `() () x`, `"" ~ "..."`},
		{`"`, `()`, `"`},
		{`macron "open door"sanctions `, `macron "open door" sanctions`, ``},
		{`צה"ל "|" `, `צה"ל ()`, `"|"`},

		// filters
		{`speaker:macron,scholz`, `speaker[macron scholz]…`, ``},
		{`speaker:macron | speaker:scholz`, `(speaker[macron]|speaker[scholz]…)`, ``},
		{`venue:"press conference"`, `venue[press conference]`, ``},
		{`venue:"press conference",munich`, `venue[press conference munich]…`, ``},
		{`venue:"press conf`, `venue[press conf]…`, `"press conf`},
		{`venue:“Pressekonferenz in Kyjiw” x `, `venue[Pressekonferenz in Kyjiw] x`, ``},
		{`Speaker:Macron SPEAKER：王毅 `, `speaker[Macron] speaker[王毅]`, ``},
		{`by:macron actor:nato about:minsk place:kyiv language:ru date:2022 `, `speaker[macron] for[nato] topic[minsk] venue[kyiv] lang[ru] on[2022]`, ``},
		{`source:https://x.org/a,b id:a-2022-01-01-b `, `source[https://x.org/a b] id[a-2022-01-01-b]`, ``},
		{`topic:`, `()`, `topic:`},
		{`topic: minsk `, `() minsk`, `topic:`},
		{`topic:minsk, nato `, `topic[minsk] nato`, ``},
		{`topic:,minsk `, `topic[minsk]`, ``},
		{`-topic: minsk `, `() minsk`, `-topic:`},
		{`topic:"" topic:... `, `() ()`, `topic:"" ~ ...`},

		// vocabularies
		{`stance:oppose,conditional form:Direct medium:written is:marked `, `stance[oppose conditional] form[direct] medium[written] is[marked]`, ``},
		{`stance:opp`, `stance[oppose]…`, ``},
		{`stance:supports,any `, `stance[support any]`, ``},
		{`stance:maybe`, `()`, `maybe`},
		{`stance:n `, `()`, `n`},
		{`stance:oppose,maybe `, `stance[oppose]`, `maybe`},
		{`sort:date`, `() sort=date`, ``},
		{`sort:-date macron `, `() macron sort=-date`, ``},
		{`sort:date sort:best`, `() ()`, ``},
		{`sort:size -sort:date`, `() () sort=date`, `size ~ -`},
		{`macron | sort:date | minsk `, `macron () minsk sort=date`, ``},

		// dates
		{`on:2022-01-26 since:2022-1-5 until:2022-02 `, `on[2022-01-26] since[2022-01-05] until[2022-02]`, ``},
		{`since:7d until:2W on:2022,26.1.2021 `, `since[7d] until[2w] on[2022 2021-01-26]`, ``},
		{`on:2022-01-20..2022-01-26 `, `on[2022-01-20..2022-01-26]`, ``},
		{`on:2022-01.. on:..2022 `, `on[2022-01..] on[..2022]`, ``},
		{`on:2022-02..2022-01 `, `on[2022-01..2022-02]`, `2022-02..2022-01`},
		{`since:20`, `()`, `20`},
		{`since:2022-0`, `since[2022]…`, `2022-0`},
		{`since:2022-02-30 `, `since[2022-02]`, `2022-02-30`},
		{`since:yesterday on:.. on:0000 on:0d `, `() () () on[0d]`, `yesterday ~ .. ~ 0000`},

		// fields that do not exist, and colons that make none
		{`speakr:macron `, `speakr macron`, `speakr:`},
		{`foo:bar`, `foo bar…`, `foo:`},
		{`-foo:bar x | foo:bar `, `!foo:bar (x|foo:bar)`, `foo: ~ foo:`},
		{`foo:-bar foo:a:b foo:speaker:x `, `foo:-bar foo:a:b foo:speaker:x`, `foo: ~ foo: ~ foo:`},
		{`foo:"open door" -foo:"a b" `, `"open door" !"a b"`, `foo: ~ foo:`},
		{`Putin: 12:30 https://x.org/a :x `, `Putin: 12:30 https://x.org/a :x`, ``},

		// numbers
		{`100 000 troops`, `100000 troops…`, ``},
		{`8 500`, `8500…`, ``},
		{`100  000 127 450 -8 500 `, `100 000 127 450 !8 500`, ``},
		{`1 000 000 24 `, `1000000 24`, ``},
		{`1 000 450 1 0000 `, `1 000 450 1 0000`, ``},
		{`100,000 8.500 `, `100,000 8.500`, ``},

		// anything
		{`… – & `, `() () ()`, `… ~ – ~ &`},
		{`王毅 Рябков "Νέα Υόρκη" `, `王毅 Рябков "Νέα Υόρκη"`, ``},
		{"a\xffb \xff ", "a\xffb ()", "\xff"},
	} {
		q := query.Parse(c.line)
		if got := tree(q); got != c.want {
			t.Errorf("%q means\n     %s\nwant %s", c.line, got, c.want)
		}
		if got := marked(q); got != c.hints {
			t.Errorf("%q has hints at %q, want %q: %v", c.line, got, c.hints, q.Hints)
		}
		if again := query.Parse(q.String()); !query.Equal(q, again) {
			t.Errorf("%q is written as %q, which means\n     %s\nwant %s", c.line, q.String(), tree(again), tree(q))
		}
	}
}

func TestStringIsPlain(t *testing.T) {
	for line, want := range map[string]string{
		`  macron|scholz   by:Macron  `:        `macron | scholz speaker:Macron`,
		`sort:date “open  door`:                `"open  door" sort:date`,
		`venue:“a b” topic: stance:opp | -x`:   `venue:"a b" stance:oppose | -x`,
		`5  300 on:1.2.2022`:                   `5  300 on:2022-02-01`,
		`speaker:"a,b","c\"d",'e' - | minsk`:   `speaker:"a,b",c"d,'e' minsk`,
		`foo:bar -foo:bar`:                     `foo bar -foo:bar`,
		`since:7d on:2022-01-20..2022-01-26 x`: `since:7d on:2022-01-20..2022-01-26 x`,
	} {
		if got := query.Parse(line).String(); got != want {
			t.Errorf("%q is written as\n     %s\nwant %s", line, got, want)
		}
	}
}

func TestHintsSayWhatWouldBeRight(t *testing.T) {
	for line, want := range map[string]string{
		`speakr:macron `: "speakr is not a field, so it is looked for as a word; perhaps speaker: is meant.",
		`sinec:2022 `:    "sinec is not a field, so it is looked for as a word; perhaps since: is meant.",
		`actr:nato `:     "actr is not a field, so it is looked for as a word; perhaps for: is meant.",
		`weather:rain `:  "weather is not a field, so it is looked for as a word; fields are speaker, for, topic, stance, form, medium, source, venue, lang, on, since, until, is, id, sort.",
		`stance:maybe `:  "maybe is no value of stance; these are: support, oppose, conditional, neutral, any, none.",
		`topic: `:        "topic: wants a value right behind the colon, as in topic:minsk.",
		`since:soon `:    "soon is not a date; since:2022, since:2022-01, since:2022-01-26 and since:7d are.",
		`on:2022-13 `:    "2022-13 is not a date, so 2022 is taken; dates are 2022, 2022-01, 2022-01-26 or 7d.",
		`"open door`:     "The quotation mark is not closed, so the phrase holds to the end.",
		`- x`:            "- leaves out what follows it, and nothing does.",
		"stance:\x1b[m ": "\uFFFD[m is no value of stance; these are: support, oppose, conditional, neutral, any, none.",
	} {
		hints := query.Parse(line).Hints
		if len(hints) != 1 || hints[0].Text != want {
			t.Errorf("%q has the hints %+v, want %q", line, hints, want)
		}
	}
}

func TestHintsAtTheEndMayBeUnfinished(t *testing.T) {
	for line, want := range map[string]bool{`topic:`: true, `topic: `: false, `"open`: true, `foo:bar`: false, `macron |`: true, `since:20`: true, `since:20 x`: false} {
		hints := query.Parse(line).Hints
		if len(hints) != 1 || hints[0].Unfinished != want {
			t.Errorf("%q has the hints %+v, want one, unfinished: %t", line, hints, want)
		}
	}
}

func TestParseStrict(t *testing.T) {
	if q, err := query.ParseStrict(`speaker:macron "open door" since:2w`); err != nil || len(q.Groups) != 3 {
		t.Errorf("a good line gives %v, %v", q, err)
	}
	_, err := query.ParseStrict("王毅 \t stance:maybe x")
	var wrong *query.Error
	if !errors.As(err, &wrong) {
		t.Fatalf("got %v, want an *Error", err)
	}
	if want := "maybe is no value of stance; these are: support, oppose, conditional, neutral, any, none"; err.Error() != want {
		t.Errorf("the error says %q, want %q", err, want)
	}
	if want := "王毅 \uFFFD stance:maybe x\n              ^^^^^"; wrong.Caret() != want {
		t.Errorf("the place is shown as\n%s\nwant\n%s", wrong.Caret(), want)
	}
	_, err = query.ParseStrict("macron |")
	if errors.As(err, &wrong); wrong.Caret() != "macron |\n       ^" {
		t.Errorf("the place is shown as\n%s", wrong.Caret())
	}
}
