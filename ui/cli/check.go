package cli

import (
	"context"
	"errors"
	"strings"

	"github.com/spf13/cobra"

	"onrecord/data"
	"onrecord/model"
	"onrecord/ui/widget"
)

func (a *app) checkCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "check PATH...",
		Short: "Print every problem of a collection, one a line",
		Long: "Print every problem of a collection, one a line, as FILE:LINE: field: what is wrong and what would be right.\n\n" +
			"A record that can't be used is left out; one with a note is used as it is. The exit code is 1 if there is a problem.",
		Example: "onrecord check mycollection/\nzcat statements.jsonl.gz | onrecord check -",
		Args:    cobra.ArbitraryArgs,
		Run: a.runs(func(ctx context.Context, args []string) error {
			paths := append(a.data, args...)
			if len(paths) == 0 {
				return errors.New("check needs a folder or a file: onrecord check PATH")
			}
			return a.check(ctx, paths)
		}),
	}
}

func (a *app) schemaCommand() *cobra.Command {
	return &cobra.Command{
		Use:     "schema",
		Short:   "Print the JSON Schema of a collection",
		Example: "onrecord schema > collection.schema.json",
		Args:    cobra.ArbitraryArgs,
		Run: a.runs(func(_ context.Context, args []string) error {
			if len(args) > 0 {
				return tooMany("schema", args)
			}
			_, err := a.out.Write(data.Schema())
			return err
		}),
	}
}

// check prints problems as soon as they are found.
func (a *app) check(ctx context.Context, paths []string) error {
	var problems, notes int
	var last data.Update
	var broken error
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	err := data.Reader{Paths: paths, Stdin: a.process.Stdin, Notes: true}.Read(ctx, func(u data.Update) {
		last = u
		for _, problem := range u.Problems {
			if problem.Note {
				notes++
			} else {
				problems++
			}
			a.out.WriteString(widget.Safe(problem.String()) + "\n")
		}
		if len(u.Problems) > 0 {
			if broken = a.out.Flush(); broken != nil {
				stop()
			}
		}
	})
	if broken != nil {
		return broken
	}
	if err != nil {
		return err
	}
	summary := summary(last, problems, notes)
	if problems == 0 && notes == 0 {
		_, err := a.out.WriteString(summary + "\n")
		return err
	}
	a.say(summary)
	if problems > 0 {
		return status(exitNothing)
	}
	return nil
}

// summary counts what was read.
func summary(u data.Update, problems, notes int) string {
	c := u.Collection
	if c == nil {
		c = model.NewBuilder(model.Info{}).Collection()
	}
	parts := []string{
		counted(c.Len(), "statement", "statements"),
		counted(len(c.Speakers()), "speaker", "speakers"),
		counted(len(c.Topics()), "topic", "topics"),
		counted(len(c.Sources()), "source", "sources"),
	}
	if problems == 0 {
		parts = append(parts, "no problems")
	} else {
		parts = append(parts, counted(problems, "problem", "problems"), records(u.LeftOut)+" left out")
	}
	if notes > 0 {
		parts = append(parts, counted(notes, "note", "notes"))
	}
	return strings.Join(parts, ", ")
}
