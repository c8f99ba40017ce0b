package cli

import (
	"bufio"
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"
)

// app is one run of the program.
type app struct {
	process Process
	out     *bufio.Writer // standard output
	data    []string      // --data
	theme   choice        // --theme
	ascii   bool          // --ascii
	noMouse bool          // --no-mouse

	wrongFlag error // what was wrong with the flags
}

func newApp(p Process) *app {
	return &app{process: p, out: bufio.NewWriterSize(p.Stdout, 1<<15), theme: choice{"auto", []string{"auto", "dark", "light"}}}
}

// execute finds the command that the arguments ask for and runs it.
func (a *app) execute(ctx context.Context) error {
	root := a.root()
	root.SetArgs(arrange(root, a.process.Args))
	root.SetIn(a.process.Stdin)
	root.SetOut(a.out)
	root.SetErr(a.process.Stderr)
	if err := root.ExecuteContext(ctx); err != nil {
		return err
	}
	return a.wrongFlag
}

func (a *app) root() *cobra.Command {
	root := &cobra.Command{
		Use:           "onrecord [QUERY...]",
		Short:         "Explore quotes and positions: who said what, when, on whose behalf, and where they stand",
		Args:          cobra.ArbitraryArgs,
		Annotations:   map[string]string{takesQuery: ""},
		SilenceErrors: true,
		SilenceUsage:  true,
		RunE: func(cmd *cobra.Command, words []string) error {
			return a.screen(cmd.Context(), queryLine(words))
		},
	}
	flags := root.PersistentFlags()
	flags.StringArrayVar(&a.data, "data", nil, "a collection to use instead of the embedded one: a folder or a file, - for standard input; may be repeated")
	flags.Var(&a.theme, "theme", "colours for a dark or a light background")
	flags.BoolVar(&a.ascii, "ascii", false, "draw with ASCII signs only")
	flags.BoolVar(&a.noMouse, "no-mouse", false, "leave the mouse to the terminal")
	root.SetFlagErrorFunc(func(cmd *cobra.Command, err error) error {
		a.wrongFlag = flagSentence(cmd, err)
		return nil
	})
	root.AddCommand(a.searchCommand())
	return root
}

// screen starts the terminal program.
func (a *app) screen(ctx context.Context, line string) error {
	if !onTerminal(a.process.Stdin) || !onTerminal(a.process.Stdout) {
		return errors.New("the screen needs a terminal for input and output; without one, use: onrecord search [QUERY...]")
	}
	return runTerminal(ctx, terminalOptions{
		Paths: a.data, Line: line, Theme: a.theme.value, ASCII: a.ascii, NoMouse: a.noMouse,
		In: a.process.Stdin, Out: a.process.Stdout, Environ: a.process.Environ,
	})
}

func (a *app) searchCommand() *cobra.Command {
	return &cobra.Command{
		Use:         "search [QUERY...]",
		Short:       "Print the statements that match, best first",
		Args:        cobra.ArbitraryArgs,
		Annotations: map[string]string{takesQuery: ""},
		RunE: func(cmd *cobra.Command, words []string) error {
			_, err := fmt.Fprintln(a.out, queryLine(words))
			return err
		},
	}
}
