package cli

import (
	"context"
	"fmt"
	"os"
	"strings"

	"charm.land/fang/v2"
	"charm.land/lipgloss/v2"
	"github.com/spf13/cobra"

	"onrecord/model/query"
)

const rootHelp = `Explore quotes and positions: who said what, when, on whose behalf, and where they stand.

Without a command, the screen opens with the query filled in. A query whose first word is the name of a command stands behind two dashes: onrecord -- check`

const rootExamples = `# what Macron said about Minsk
onrecord macron minsk

# the words in this order, and nothing that mentions sanctions
onrecord search '"open door"' -sanctions

# who spoke for NATO against a proposition, as a spreadsheet
onrecord search for:nato stance:oppose --format csv > nato.csv`

// helpCommand prints the help of a command, as its --help does.
func (a *app) helpCommand(root *cobra.Command) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "help [COMMAND]",
		Short: "Print the help of a command",
		Args:  cobra.ArbitraryArgs,
	}
	cmd.Run = a.runs(func(_ context.Context, args []string) error {
		about, rest, err := root.Find(args)
		if err != nil || len(rest) > 0 {
			return fmt.Errorf("there is no command %s; onrecord --help lists them", brief(strings.Join(args, " ")))
		}
		about.InitDefaultHelpFlag()
		showFlags(about)
		return about.Help()
	})
	return cmd
}

// prepareHelp lets help be drawn for the terminal that it goes to. Before it draws, fang asks a terminal on standard
// input for its background and waits up to two seconds for an answer that not every terminal gives. Help needs no
// input, so it is given none. What is returned undoes that.
func (a *app) prepareHelp(root *cobra.Command) (undo func()) {
	if onTerminal(a.process.Stdout) && a.environ("NO_COLOR") == "" {
		root.SetOut(a.process.Stdout)
	}
	input := os.Stdin
	nothing, err := os.Open(os.DevNull)
	if err != nil {
		return func() {}
	}
	os.Stdin = nothing
	return func() {
		os.Stdin = input
		nothing.Close()
	}
}

// helpColours are colours of help that can be read on any background: the terminal's own.
func (a *app) helpColours(lipgloss.LightDarkFunc) fang.ColorScheme {
	var plain lipgloss.NoColor
	return fang.ColorScheme{
		Base: plain, Title: lipgloss.Blue, Description: plain, Codeblock: plain, Program: lipgloss.Blue,
		DimmedArgument: plain, Comment: lipgloss.BrightBlack, Flag: lipgloss.Blue, FlagDefault: lipgloss.BrightBlack,
		Command: lipgloss.Blue, QuotedString: plain, Argument: plain, Help: plain, Dash: plain,
	}
}

const queryWords = "Every word must be somewhere in the statement, its speaker, topics or source. Quotation marks keep words together; capitals and accents don't matter."

// shellRule says how arguments become a line.
const shellRule = `The arguments, joined by blanks, are the line of the search box: 'macron minsk' is the same as macron minsk. Quotation marks that are to reach the query stand inside the quotes of the shell: '"open door"', 'venue:"press conference"'. A word that begins with one dash is left out; flags have two.`

// queryHelp describes the query language.
func queryHelp() string {
	var b strings.Builder
	b.WriteString(queryWords + "\n\n")
	for _, info := range query.Fields() {
		fmt.Fprintf(&b, "  %-8s %s (%s)\n", info.Name+":", info.Does, info.Example)
	}
	b.WriteString("\n  -word     leaves out, also -field:value\n  a | b     either, also field:a,b\n  OR, NOT   in capitals between two terms, the same as | and -\n\n" + shellRule)
	return b.String()
}

// environ returns the value of a variable of the environment, "" if it is not set.
func (a *app) environ(name string) string {
	value := ""
	for _, entry := range a.process.Environ {
		if v, ok := strings.CutPrefix(entry, name+"="); ok {
			value = v
		}
	}
	return value
}
