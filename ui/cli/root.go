package cli

import (
	"bufio"
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"runtime"
	"slices"

	"charm.land/fang/v2"
	"github.com/spf13/cobra"

	"onrecord/data"
)

// app is one run of the program.
type app struct {
	process Process
	sink    *sink
	out     *bufio.Writer // standard output, by way of sink
	data    []string      // --data
	theme   choice        // --theme
	ascii   bool          // --ascii
	noMouse bool          // --no-mouse

	parts []data.Part // the collections that were read
	lost  lost        // what could not be used of them
	notes []string    // what looks like a flag of other programs among the words of the query
	files []string    // the words of the query that name files

	failure error // what the command that ran came to
	tty     tty
	faults  faults
}

func newApp(p Process) *app {
	out := &sink{to: p.Stdout}
	return &app{
		process: p,
		sink:    out,
		out:     bufio.NewWriterSize(out, 1<<15),
		theme:   choice{value: "auto", among: []string{"auto", "dark", "light"}},
		faults:  faults{folder: cmp.Or(data.StateFolder(), os.TempDir()), args: p.Args},
	}
}

// execute finds the command that the arguments ask for and runs it. Errors don't go through cobra and fang, which would
// print them in their own way.
func (a *app) execute(ctx context.Context) error {
	root := a.root()
	args, notes, err := arrange(root, a.process.Args)
	if err != nil {
		return err
	}
	a.notes = notes
	if i := slices.Index(args, "--"); i >= 0 {
		a.files = filesAmong(args[i+1:])
	}
	root.SetArgs(args)
	root.SetIn(a.process.Stdin)
	root.SetOut(a.out)
	root.SetErr(a.process.Stderr)
	if slices.ContainsFunc(a.process.Args, func(arg string) bool { return arg == "help" || arg == "--help" || arg == "-h" }) {
		defer a.prepareHelp(root)()
	}
	err = fang.Execute(ctx, root, fang.WithoutCompletions(), fang.WithoutManpage(), fang.WithoutVersion(),
		fang.WithColorSchemeFunc(a.helpColours))
	if a.failure != nil {
		return a.failure
	}
	return err
}

// runs makes a command run f.
func (a *app) runs(f func(ctx context.Context, args []string) error) func(*cobra.Command, []string) {
	return func(cmd *cobra.Command, args []string) { a.failure = f(cmd.Context(), args) }
}

// root is the command that all others hang on.
func (a *app) root() *cobra.Command {
	var version bool
	root := &cobra.Command{
		Use:               "onrecord [QUERY...]",
		Short:             "Explore quotes and positions: who said what, when, on whose behalf, and where they stand",
		Long:              rootHelp,
		Example:           rootExamples,
		Args:              cobra.ArbitraryArgs,
		Annotations:       map[string]string{takesQuery: ""},
		ValidArgsFunction: a.completeQuery,
		Run: a.runs(func(ctx context.Context, words []string) error {
			if version {
				return a.printVersion()
			}
			return a.screen(ctx, queryLine(words))
		}),
	}
	root.Flags().BoolVar(&version, "version", false, "print the version")
	flags := root.PersistentFlags()
	flags.Var((*paths)(&a.data), "data", "the collection to use: a folder, a file, or - for standard input; may be repeated")
	flags.Var(&a.theme, "theme", "colours for a background: auto, dark or light")
	flags.BoolVar(&a.ascii, "ascii", !utf8Locale(a.environ), "draw with ASCII signs only")
	flags.BoolVar(&a.noMouse, "no-mouse", false, "leave the mouse to the terminal")
	completeChoice(root, "theme", &a.theme)
	root.SetFlagErrorFunc(func(cmd *cobra.Command, err error) error {
		a.failure = flagSentence(cmd, err)
		return nil
	})
	root.AddCommand(a.searchCommand(), a.positionsCommand(), a.compareCommand(), a.showCommand(), a.checkCommand(), a.schemaCommand(), a.completionCommand(), a.manCommand())
	root.SetHelpCommand(a.helpCommand(root))
	root.InitDefaultHelpCmd()
	return root
}

// screen starts the terminal program.
func (a *app) screen(ctx context.Context, line string) error {
	in := a.process.Stdin
	if !onTerminal(a.process.Stdout) {
		return errors.New("the screen needs a terminal to draw on; to print answers, use: onrecord search [QUERY...]")
	}
	if kind := a.environ("TERM"); kind == "dumb" || kind == "" && runtime.GOOS != "windows" {
		return fmt.Errorf("the screen needs a terminal that can be drawn on, and TERM is %q; to print answers, use: onrecord search [QUERY...]", kind)
	}
	if slices.Contains(a.data, "-") {
		if onTerminal(in) {
			return errors.New("--data - reads a collection from standard input, which is the terminal here; use: onrecord --data - < FILE")
		}
		keyboard, err := openKeyboard()
		if err != nil {
			return err
		}
		defer keyboard.Close()
		in = keyboard
	}
	if !onTerminal(in) {
		return errors.New("the screen needs a terminal to read keys from; to print answers, use: onrecord search [QUERY...]")
	}
	if err := data.CanOpen(a.data...); err != nil {
		return err
	}
	return runTerminal(ctx, terminalOptions{
		Paths: a.data, Line: line, Files: a.files, Notes: a.notes, Theme: a.theme.value, ASCII: a.ascii, NoMouse: a.noMouse,
		In: in, Out: a.process.Stdout, Environ: a.process.Environ, TTY: &a.tty, Faults: &a.faults,
	})
}
