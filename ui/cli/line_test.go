package cli_test

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"onrecord/model/query"
	"onrecord/ui/cli"
)

// TestTheLineIsTheArgumentsJoinedByBlanks holds that it makes no difference how a query is spread over arguments.
func TestTheLineIsTheArgumentsJoinedByBlanks(t *testing.T) {
	for _, test := range []struct {
		name string
		args []string
		line string
	}{
		{"nothing", nil, ``},
		{"words", []string{"macron", "minsk"}, `macron minsk`},
		{"words in one argument", []string{"macron minsk"}, `macron minsk`},
		{"a filter among them", []string{"macron minsk", "for:france"}, `macron minsk for:france`},
		{"empty arguments", []string{"macron", "", " "}, `macron`},
		{"lines", []string{"open\n\tdoor "}, `open door`},
		{"a phrase", []string{`"open door"`, "nato"}, `"open door" nato`},
		{"a phrase in two arguments", []string{`"open`, `door"`}, `"open door"`},
		{"an exclusion", []string{"macron", "-sanctions"}, `macron -sanctions`},
		{"the value of a field", []string{`venue:"press conference"`}, `venue:"press conference"`},
		{"the value of a field from which a shell took the marks", []string{"venue:press conference"}, `venue:press conference`},
		{"either", []string{"macron | scholz", "minsk"}, `macron | scholz minsk`},
		{"curly quotation marks", []string{`“open door”`}, `“open door”`},
	} {
		t.Run(test.name, func(t *testing.T) {
			if line := cli.QueryLine(test.args); line != test.line {
				t.Errorf("%q became %s, not %s", test.args, line, test.line)
			}
		})
	}
	rapid.Check(t, func(t *rapid.T) {
		args := rapid.SliceOf(rapid.String()).Draw(t, "arguments")
		line := cli.QueryLine(args)
		if whole := cli.QueryLine([]string{strings.Join(args, " ")}); whole != line {
			t.Fatalf("%q became %q, in one argument %q", args, line, whole)
		}
		if !slices.Equal(strings.Fields(line), strings.Fields(strings.Join(args, " "))) {
			t.Fatalf("%q became %q", args, line)
		}
		query.Parse(line)
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
