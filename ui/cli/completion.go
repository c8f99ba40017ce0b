package cli

import (
	"context"
	"embed"
	"errors"
	"slices"
	"sync/atomic"
	"time"

	"github.com/spf13/cobra"

	"onrecord/data"
	"onrecord/model"
	"onrecord/model/crew"
	"onrecord/model/query"
)

// shellScripts are those of shells. They need nothing but the shell, run nothing that is typed, and leave standard input
// alone, all of which Cobra's own don't.
//
//go:embed shell
var shellScripts embed.FS

// completionCommand prints the script that teaches a shell to complete.
func (a *app) completionCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:       "completion SHELL",
		Short:     "Print the completion script for bash, zsh, fish or powershell",
		Long:      "Print the script that teaches a shell to complete commands, flags, and the fields and values of a query.",
		Example:   "# bash\nsource <(onrecord completion bash)\n\n# zsh, in a folder of $fpath\nonrecord completion zsh > _onrecord",
		ValidArgs: []string{"bash", "zsh", "fish", "powershell"},
		Args:      cobra.ArbitraryArgs,
	}
	cmd.Run = a.runs(func(_ context.Context, args []string) error {
		if len(args) == 1 {
			switch args[0] {
			case "bash", "zsh", "fish":
				script, err := shellScripts.ReadFile("shell/onrecord." + args[0])
				a.out.Write(script)
				return err
			case "powershell":
				return cmd.Root().GenPowerShellCompletionWithDesc(a.out)
			}
		}
		return errors.New("completion needs the name of a shell: bash, zsh, fish or powershell")
	})
	return cmd
}

// completeChoice completes the value of a flag.
func completeChoice(cmd *cobra.Command, flag string, c *choice) {
	err := cmd.RegisterFlagCompletionFunc(flag, func(_ *cobra.Command, _ []string, word string) ([]cobra.Completion, cobra.ShellCompDirective) {
		offer := offers{prefix: word}
		for _, value := range c.among {
			offer.add("", value, "")
		}
		return offer.list, cobra.ShellCompDirectiveNoFileComp
	})
	if err != nil {
		panic(err) // the flag does not exist
	}
}

// patience is how long completing waits for a collection; what has been read by then is offered.
const patience = 500 * time.Millisecond

// glance reads as much of the collections as can be read while somebody waits for completions. It reads no standard
// input, which holds what the user types next, and waits for no pipe.
func (a *app) glance(ctx context.Context) *model.Collection {
	var latest atomic.Pointer[model.Collection]
	latest.Store(model.NewBuilder(model.Info{}).Collection())
	paths := slices.DeleteFunc(slices.Clone(a.data), func(path string) bool { return path == "-" })
	if len(paths) == 0 && len(a.data) > 0 {
		return latest.Load()
	}
	ctx, stop := context.WithTimeout(ctx, patience)
	defer stop()
	// What can't be read offers nothing; there is no place to say why.
	read := crew.Go(func() error {
		return data.Reader{Paths: paths}.Read(ctx, func(u data.Update) {
			if u.Collection != nil {
				latest.Store(u.Collection)
			}
		})
	})
	select {
	case <-read:
	case <-ctx.Done():
	}
	return latest.Load()
}

// completeQuery completes the last word of a query: names of fields, and their values.
func (a *app) completeQuery(cmd *cobra.Command, _ []string, word string) ([]cobra.Completion, cobra.ShellCompDirective) {
	slot := query.Complete(word, len(word))
	before := word[:slot.Start]
	offer := offers{prefix: slot.Prefix, joined: true}
	switch slot.Kind {
	case query.ValueSlot:
		for _, option := range slot.Options() {
			offer.add(before, option.Text, option.Means)
		}
		if len(query.Values(slot.Field)) == 0 && !slot.Quoted {
			offer.values(before, slot.Field, a.glance(cmd.Context()))
		}
		return offer.list, cobra.ShellCompDirectiveNoFileComp
	case query.WordSlot, query.FieldNameSlot:
		for _, option := range query.FieldNames() {
			offer.add(before, option.Text, option.Means)
		}
		for i := range offer.list {
			offer.list[i] = withColon(offer.list[i])
		}
		return offer.list, cobra.ShellCompDirectiveNoFileComp | cobra.ShellCompDirectiveNoSpace
	}
	return nil, cobra.ShellCompDirectiveNoFileComp
}

// completeID completes the id of a statement.
func (a *app) completeID(cmd *cobra.Command, args []string, word string) ([]cobra.Completion, cobra.ShellCompDirective) {
	offer := offers{prefix: word}
	if len(args) == 0 {
		offer.values("", query.ID, a.glance(cmd.Context()))
	}
	return offer.list, cobra.ShellCompDirectiveNoFileComp
}
