package cli

import (
	"context"
	"errors"
	"fmt"

	mango "github.com/muesli/mango-cobra"
	"github.com/muesli/roff"
	"github.com/spf13/cobra"
)

const exitHelp = `0 if something was found or done, 1 if nothing was found or problems were found, 2 for wrong use or a failure, 130 if it was interrupted.`

// manCommand prints the manual page.
func (a *app) manCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:     "man",
		Short:   "Print the manual page",
		Example: "onrecord man | man -l -\nonrecord man > ~/.local/share/man/man1/onrecord.1",
		Args:    cobra.ArbitraryArgs,
	}
	cmd.Run = func(*cobra.Command, []string) {}
	cmd.Run = a.runs(func(_ context.Context, args []string) error {
		if len(args) > 0 {
			return tooMany("man", args)
		}
		page, err := mango.NewManPage(1, cmd.Root())
		if err != nil {
			return fmt.Errorf("writing the manual page: %w", err)
		}
		page = page.WithSection("Query", queryHelp()).WithSection("Exit status", exitHelp)
		_, err = a.out.WriteString(page.Build(roff.NewDocument()))
		return err
	})
	return cmd
}

// tooMany says that a command takes no arguments, and how to look for its name, which may have been meant.
func tooMany(command string, args []string) error {
	return errors.New(command + " takes no arguments; to look for these words, use: onrecord -- " + command + " " + shellWords(args))
}
