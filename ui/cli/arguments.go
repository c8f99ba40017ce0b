package cli

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// takesQuery is the annotation of commands whose arguments are the words of a query. With keepsDashes they get a "--"
// that stands among their words, because it parts them.
const (
	takesQuery  = "takes a query"
	keepsDashes = "two dashes part its words"
)

// obeys is the annotation that lists which of the flags that every command takes change what it does. Others are taken,
// so that an alias may give them always, but are not shown in its help.
const obeys = "obeys"

// showFlags shows those flags in the help and the completions of a command that do something there.
func showFlags(cmd *cobra.Command) {
	cmd.Root().PersistentFlags().VisitAll(func(f *pflag.Flag) { f.Hidden = !obeysFlag(cmd, f.Name) })
}

// obeysFlag tells whether a flag that every command takes does something in one.
func obeysFlag(cmd *cobra.Command, name string) bool {
	listed, ok := cmd.Annotations[obeys]
	if _, query := cmd.Annotations[takesQuery]; query && !ok {
		listed = "data theme ascii"
	}
	return !cmd.HasParent() || slices.Contains(strings.Fields(listed), name)
}

// arrange puts the flags of a command before the words of its query, and a "--" between them, so that -sanctions is a
// word that leaves out, not a flag. Commands that take no query get their arguments as they are. The notes say which
// words look like a flag of other programs.
func arrange(root *cobra.Command, args []string) (arranged, notes []string, err error) {
	if len(args) > 1 && (args[0] == cobra.ShellCompRequestCmd || args[0] == cobra.ShellCompNoDescRequestCmd) {
		return arrangeCompletion(root, args), nil, nil
	}
	cmd, name := named(root, args)
	showFlags(cmd)
	kind, ok := cmd.Annotations[takesQuery]
	if !ok {
		return args, nil, nil
	}
	cmd.InitDefaultHelpFlag()
	var flags, words []string
	if name >= 0 {
		flags = append(flags, args[name])
	}
	for i := 0; i < len(args); i++ {
		n := flagArgs(cmd, args[i])
		switch {
		case i == name:
		case args[i] == "--":
			if kind == keepsDashes {
				words = append(words, args[i])
			}
			words = append(words, args[i+1:]...)
			i = len(args)
		case i+n > len(args):
			return append(flags, args[i]), nil, nil // its value is missing, and "--" must not become it
		case n > 0:
			flags = append(flags, args[i:i+n]...)
			i += n - 1
		default:
			if err := dashMissing(cmd, args[i]); err != nil {
				return nil, nil, err
			}
			if note := habit(cmd, args[i:]); note != "" {
				notes = append(notes, note)
			}
			words = append(words, args[i])
		}
	}
	return append(append(flags, "--"), words...), notes, nil
}

// dashMissing tells whether an argument would leave out a word that is rather meant to be a flag.
func dashMissing(cmd *cobra.Command, arg string) error {
	name, isDashed := strings.CutPrefix(arg, "-")
	name, _, _ = strings.Cut(name, "=")
	if !isDashed || cmd.Flag(name) == nil {
		return nil
	}
	return fmt.Errorf("a flag has two dashes: --%s; to leave out the word, write: -- -%[1]s", name)
}

// arrangeCompletion does the same for a line that is being completed, of which the last argument is the word at the
// cursor: exclusions go, because cobra would take them for flags and give up.
func arrangeCompletion(root *cobra.Command, args []string) []string {
	last := len(args) - 1
	cmd, _ := named(root, args[1:last])
	showFlags(cmd)
	if _, ok := cmd.Annotations[takesQuery]; !ok {
		return args
	}
	kept := args[:1:1]
	for i := 1; i < last; i++ {
		switch n := flagArgs(cmd, args[i]); {
		case args[i] == "--":
			return append(kept, args[i:]...)
		case n > 0:
			kept = append(kept, args[i:min(i+n, last)]...)
			i += n - 1
		case !strings.HasPrefix(args[i], "-"):
			kept = append(kept, args[i])
		}
	}
	if word := args[last]; len(word) > 1 && word[0] == '-' && word[1] != '-' {
		kept = append(kept, "--")
	}
	return append(kept, args[last])
}

// named returns the command that the arguments ask for, and which of them names it, -1 for none. It is the first that
// is no flag; behind "--" stands nothing but the query.
func named(root *cobra.Command, args []string) (*cobra.Command, int) {
	for i := 0; i < len(args) && args[i] != "--"; i++ {
		if n := flagArgs(root, args[i]); n > 0 {
			i += n - 1
			continue
		}
		for _, cmd := range root.Commands() {
			if cmd.Name() == args[i] {
				return cmd, i
			}
		}
		break
	}
	return root, -1
}

// flagArgs returns how many arguments a flag takes, itself included, 0 if the argument is none. One dash makes a flag
// only of the shorthands that exist.
func flagArgs(cmd *cobra.Command, arg string) int {
	name, _, valued := strings.Cut(arg, "=")
	var flag *pflag.Flag
	switch {
	case strings.HasPrefix(name, "--") && len(name) > 2:
		if flag = cmd.Flag(name[2:]); flag == nil {
			return 1 // told as unknown later
		}
	case strings.HasPrefix(name, "-") && len(name) == 2:
		if flag = cmd.Flags().ShorthandLookup(name[1:]); flag == nil {
			return 0
		}
	default:
		return 0
	}
	if valued || flag.NoOptDefVal != "" {
		return 1
	}
	return 2
}

// flagSentence says what is wrong with a flag, and what would be right.
func flagSentence(cmd *cobra.Command, err error) error {
	var unknown *pflag.NotExistError
	lists := cmd.CommandPath() + " --help lists them"
	var missing *pflag.ValueRequiredError
	var invalid *pflag.InvalidValueError
	switch {
	case errors.As(err, &unknown):
		name := brief(unknown.GetSpecifiedName())
		if near := nearestFlag(cmd, name); near != "" && unknown.GetSpecifiedShortnames() == "" {
			return fmt.Errorf("there is no flag --%s; did you mean --%s?", name, near)
		}
		if _, ok := cmd.Annotations[takesQuery]; ok {
			return fmt.Errorf("there is no flag --%s; %s, and -%[1]s leaves out a word", name, lists)
		}
		if unknown.GetSpecifiedShortnames() != "" {
			return fmt.Errorf("there is no flag -%s; %s", name, lists)
		}
		return fmt.Errorf("there is no flag --%s; %s", name, lists)
	case errors.As(err, &missing):
		return fmt.Errorf("--%s needs a value", missing.GetSpecifiedName())
	case errors.As(err, &invalid):
		name := invalid.GetFlag().Name
		if invalid.GetFlag().Value.Type() == "bool" {
			return fmt.Errorf("--%s takes no value", name)
		}
		return fmt.Errorf("--%s %s: %w", name, brief(invalid.GetValue()), invalid.Unwrap())
	}
	return err
}

// nearestFlag returns the flag of a command that a few slips part from a name, "" if there is none.
func nearestFlag(cmd *cobra.Command, name string) string {
	near, least := "", max(1, len(name)/3)
	cmd.Flags().VisitAll(func(f *pflag.Flag) {
		if slips := distance(name, f.Name, least); slips <= least && !f.Hidden {
			near, least = f.Name, slips-1
		}
	})
	return near
}

// briefly is how many characters of an argument a sentence repeats.
const briefly = 60

// brief writes an argument within a sentence: in quotation marks if there would be nothing to see, and cut if it is long.
func brief(arg string) string {
	if strings.TrimSpace(arg) == "" {
		return fmt.Sprintf("%q", arg)
	}
	for i := range arg {
		if utf8.RuneCountInString(arg[:i]) == briefly {
			return arg[:i] + "…"
		}
		if i > briefly*utf8.UTFMax {
			break
		}
	}
	return arg
}
