package cli

import (
	"context"
	"errors"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"onrecord/data"
	"onrecord/model"
	"onrecord/ui/widget"
)

func (a *app) checkCommand() *cobra.Command {
	var strict bool
	cmd := &cobra.Command{
		Use:   "check PATH...",
		Short: "Print every problem of a collection, one a line",
		Long: "Print every problem of a collection, one a line, as FILE:LINE: grade: field: what is wrong and what would be right.\n\n" +
			"error:   a record can't be used, and is left out\n" +
			"warning: the record is used, but something in it was repaired or ignored\n" +
			"note:    only worth a look; the record is used as it is\n\n" +
			"The exit code is 1 if there are errors, with --strict also if there are warnings.",
		Example:     "onrecord check mycollection/\nzcat statements.jsonl.gz | onrecord check -",
		Args:        cobra.ArbitraryArgs,
		Annotations: map[string]string{obeys: "data"},
		Run: a.runs(func(ctx context.Context, args []string) error {
			paths := append(a.data, args...)
			if len(paths) == 0 || slices.Contains(paths, "") {
				return errors.New("check needs a folder or a file: onrecord check PATH")
			}
			return a.check(ctx, paths, strict)
		}),
	}
	cmd.Flags().BoolVar(&strict, "strict", false, "end with exit code 1 for warnings, too")
	return cmd
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
func (a *app) check(ctx context.Context, paths []string, strict bool) error {
	var last data.Update
	var broken error
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	err := data.Reader{Paths: paths, Stdin: a.process.Stdin, Notes: true, All: true}.Read(ctx, func(u data.Update) {
		last = u
		for _, problem := range u.Problems {
			a.out.WriteString(widget.Unjoined(widget.Safe(problem.String())) + "\n")
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
		if c := last.Collection; last.Any() || c != nil && c.Len() > 0 {
			a.say(summary(last) + ", up to where reading broke off")
		}
		return err
	}
	if last.Counts == (data.Counts{}) {
		_, err := a.out.WriteString(summary(last) + "\n")
		return err
	}
	a.say(summary(last))
	if last.Errors > 0 || strict && last.Warnings > 0 {
		return status(exitNothing)
	}
	return nil
}

// summary counts what was read.
func summary(u data.Update) string {
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
	if !u.Any() {
		parts = append(parts, "no problems")
	}
	if u.Errors > 0 {
		parts = append(parts, counted(u.Errors, "error", "errors"))
	}
	if u.LeftOut > 0 {
		parts = append(parts, records(u.LeftOut)+" left out")
	}
	if u.Warnings > 0 {
		parts = append(parts, counted(u.Warnings, "warning", "warnings"))
	}
	if u.Notes > 0 {
		parts = append(parts, counted(u.Notes, "note", "notes"))
	}
	return strings.Join(parts, ", ")
}
