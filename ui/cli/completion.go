package cli

import (
	"context"
	"errors"
	"time"

	"github.com/spf13/cobra"

	"onrecord/data"
	"onrecord/model"
	"onrecord/model/query"
)

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
			switch root := cmd.Root(); args[0] {
			case "bash":
				return root.GenBashCompletionV2(a.out, true)
			case "zsh":
				return root.GenZshCompletion(a.out)
			case "fish":
				return root.GenFishCompletion(a.out, true)
			case "powershell":
				return root.GenPowerShellCompletionWithDesc(a.out)
			}
		}
		return errors.New("completion needs the name of a shell: bash, zsh, fish or powershell")
	})
	return cmd
}

// completeChoice completes the value of a flag.
func completeChoice(cmd *cobra.Command, flag string, c *choice) {
	err := cmd.RegisterFlagCompletionFunc(flag, cobra.FixedCompletions(c.among, cobra.ShellCompDirectiveNoFileComp))
	if err != nil {
		panic(err) // the flag does not exist
	}
}

// patience is how long completing waits for a collection; what has been read by then is offered.
const patience = 500 * time.Millisecond

// glance reads as much of the collections as can be read while somebody waits for completions.
func (a *app) glance(ctx context.Context) *model.Collection {
	ctx, stop := context.WithTimeout(ctx, patience)
	defer stop()
	var c *model.Collection
	// What can't be read offers nothing; there is no place to say why.
	_ = data.Reader{Paths: a.data, Stdin: a.process.Stdin}.Read(ctx, func(u data.Update) { c = u.Collection })
	if c == nil {
		c = model.NewBuilder(model.Info{}).Collection()
	}
	return c
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
