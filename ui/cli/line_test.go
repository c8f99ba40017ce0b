package cli_test

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"onrecord/model/query"
	"onrecord/ui/cli"
)

func TestArgumentsBecomeAQueryLine(t *testing.T) {
	for _, test := range []struct {
		name string
		args []string
		line string
	}{
		{"nothing", nil, ``},
		{"words", []string{"macron", "minsk"}, `macron minsk`},
		{"an empty argument", []string{"macron", "", " "}, `macron`},
		{"a quotation", []string{"open door"}, `"open door"`},
		{"a quotation beside words", []string{"nato", "open door", "georgia"}, `nato "open door" georgia`},
		{"a quotation left out", []string{"-open door"}, `-"open door"`},
		{"a quotation over lines", []string{"open\n\tdoor "}, `"open door"`},
		{"a quotation with an apostrophe", []string{"NATO's open door"}, `"NATO's open door"`},
		{"a quotation with a colon", []string{"one thing: peace"}, `"one thing: peace"`},
		{"a quotation with a dash", []string{"peace - and war"}, `"peace - and war"`},
		{"an exclusion", []string{"macron", "-sanctions"}, `macron -sanctions`},
		{"a filter", []string{"for:nato", "-topic:minsk"}, `for:nato -topic:minsk`},
		{"a filter for words", []string{"venue:press conference"}, `venue:"press conference"`},
		{"a filter by another name of the field", []string{"by:olaf scholz"}, `by:"olaf scholz"`},
		{"a filter left out", []string{"-speaker:olaf scholz"}, `-speaker:"olaf scholz"`},
		{"a filter for either", []string{"speaker:olaf scholz,macron"}, `speaker:"olaf scholz",macron`},
		{"a filter for a name with a comma", []string{"venue:Kyiv, Ukraine"}, `venue:"Kyiv, Ukraine"`},
		{"a phrase written for the query", []string{`"open door"`, "nato"}, `"open door" nato`},
		{"a phrase in two arguments", []string{`"open`, `door"`}, `"open door"`},
		{"either", []string{"macron", "|", "scholz"}, `macron | scholz`},
		{"a whole line", []string{`macron | scholz minsk`}, `macron | scholz minsk`},
		{"a whole line with a filter", []string{`minsk for:nato`}, `minsk for:nato`},
		{"a whole line with an exclusion", []string{`minsk -nato`}, `minsk -nato`},
		{"a whole line that begins with a filter", []string{`for:nato since:2022-02`}, `for:nato since:2022-02`},
		{"a filter whose values hold no blanks", []string{`sort:date minsk`}, `sort:date minsk`},
		{"curly quotation marks", []string{`“open door”`}, `“open door”`},
		{"a name in another script", []string{"王毅", "Владимир Путин"}, `王毅 "Владимир Путин"`},
	} {
		t.Run(test.name, func(t *testing.T) {
			if line := cli.QueryLine(test.args); line != test.line {
				t.Errorf("%q became %s, not %s", test.args, line, test.line)
			}
		})
	}
}

// TestLineMeansWhatTheArgumentsSay puts the arguments together that a shell would pass for a query, and looks at what the
// line means.
func TestLineMeansWhatTheArgumentsSay(t *testing.T) {
	word := rapid.StringMatching(`[a-zä][a-zä']{0,6}[a-z]`)
	rapid.Check(t, func(t *rapid.T) {
		var args []string
		var meant []string
		for range rapid.IntRange(0, 6).Draw(t, "arguments") {
			words := rapid.SliceOfN(word, 1, 3).Draw(t, "words")
			not := rapid.SampledFrom([]string{"", "-"}).Draw(t, "not")
			field := rapid.SampledFrom([]string{"", "", "speaker:", "venue:", "topic:"}).Draw(t, "field")
			text := strings.Join(words, " ")
			args = append(args, not+field+text)
			if len(words) > 1 {
				text = `"` + text + `"`
			}
			meant = append(meant, not+field+text)
		}
		line := cli.QueryLine(args)
		if got, want := query.Parse(line), query.Parse(strings.Join(meant, " ")); !query.Equal(got, want) || len(got.Hints) > 0 {
			t.Fatalf("%q became %s with hints %v", args, line, got.Hints)
		}
	})
}

// TestArgumentsWithoutBlanksStayAsTheyAre holds whatever somebody types.
func TestArgumentsWithoutBlanksStayAsTheyAre(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		args := rapid.SliceOf(rapid.StringMatching(`[^\s\p{Z}\p{C}]{1,12}`)).Draw(t, "arguments")
		if line := cli.QueryLine(args); !slices.Equal(strings.Fields(line), args) {
			t.Fatalf("%q became %q", args, line)
		}
	})
}

// TestAnyArgumentsMakeALine holds that nothing that a shell passes is too much.
func TestAnyArgumentsMakeALine(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		args := rapid.SliceOf(rapid.String()).Draw(t, "arguments")
		query.Parse(cli.QueryLine(args))
	})
}

func TestDistanceCountsSlips(t *testing.T) {
	for _, test := range []struct {
		a, b  string
		slips int
	}{
		{"", "", 0}, {"minsk", "minsk", 0}, {"minsk", "minks", 2}, {"minsk", "mins", 1}, {"minsk", "tminsk", 1}, {"minsk", "mensk", 1},
		{"abc", "xyz", 3}, {"abcdef", "uvwxyz", 5}, {"a", "abcdefgh", 5},
	} {
		if slips := cli.Distance(test.a, test.b, 4); slips != test.slips {
			t.Errorf("%d slips from %q to %q, not %d", slips, test.a, test.b, test.slips)
		}
	}
}

func TestShellWords(t *testing.T) {
	for word, shown := range map[string]string{
		"data/my.jsonl": "data/my.jsonl", "my data": "'my data'", "it's": `'it'\''s'`, "": "''", "-": "-", "$HOME": "'$HOME'", "a;b": "'a;b'",
	} {
		if got := cli.ShellWord(word); got != shown {
			t.Errorf("%q is written %s, not %s", word, got, shown)
		}
	}
}
