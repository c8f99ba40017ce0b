package cli

import (
	"context"
	"errors"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"onrecord/model/query"
	"onrecord/ui/keys"
)

// manCommand prints the manual page.
func (a *app) manCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:     "man",
		Short:   "Print the manual page",
		Example: "onrecord man | man -l -\nonrecord man > ~/.local/share/man/man1/onrecord.1",
		Args:    cobra.ArbitraryArgs,
	}
	cmd.Run = a.runs(func(_ context.Context, args []string) error {
		if len(args) > 0 {
			return tooMany("man", args)
		}
		_, err := a.out.WriteString(manual(cmd.Root()))
		return err
	})
	return cmd
}

// tooMany says that a command takes no arguments, and how to look for its name, which may have been meant.
func tooMany(command string, args []string) error {
	return errors.New(command + " takes no arguments; to look for these words, use: onrecord -- " + command + " " + shellWords(args))
}

// manual writes the manual page of a command and all that hang on it.
func manual(root *cobra.Command) string {
	var r roff
	showFlags(root)
	r.line(".TH", strings.ToUpper(root.Name()), "1")
	r.line(".nh") // commands and addresses are not to be parted
	r.line(".ad l")
	r.section("Name")
	r.text(root.Name() + " - " + lowerFirst(root.Short))
	r.section("Synopsis")
	r.line(".B", root.Name())
	r.text("[flags] [QUERY...]")
	r.line(".br")
	r.line(".B", root.Name())
	r.text("command [flags] [arguments]")
	r.section("Description")
	r.paragraphs(root.Long)
	r.section("Commands")
	for _, cmd := range root.Commands() {
		if !cmd.Hidden {
			r.command(cmd)
		}
	}
	r.section("Flags")
	root.Flags().VisitAll(func(f *pflag.Flag) { r.flag(f, alsoOf(root, f)) })
	r.language()
	r.keys()
	r.terms("Exit status", exitCodes())
	r.terms("Environment", environment())
	r.terms("Files", files())
	r.terms("Limits", limits())
	r.section("Examples")
	r.example(root.Example)
	return r.String()
}

// language describes the query language.
func (r *roff) language() {
	r.section("Query")
	r.paragraphs(queryWords + "\n\n" + shellRule)
	for _, info := range query.Fields() {
		r.term(info.Name+":", info.Does+", as in "+info.Example)
	}
	r.term("-word", "leaves out; so does -field:value")
	r.term("one | other", "either; field:one,other for values")
}

// roff is a manual page that is being written.
type roff struct{ strings.Builder }

// line writes a request with its arguments.
func (r *roff) line(request string, args ...string) {
	r.WriteString(request)
	for _, arg := range args {
		r.WriteString(` "` + escapeRoff(arg) + `"`)
	}
	r.WriteByte('\n')
}

func (r *roff) section(title string) { r.line(".SH", strings.ToUpper(title)) }

// text writes text that is filled to the width of the page.
func (r *roff) text(text string) {
	text = escapeRoff(text)
	if strings.HasPrefix(text, ".") || strings.HasPrefix(text, "'") {
		text = `\&` + text // or it would be a request
	}
	r.WriteString(text + "\n")
}

func (r *roff) paragraphs(text string) {
	for paragraph := range strings.SplitSeq(text, "\n\n") {
		r.line(".PP")
		for line := range strings.SplitSeq(paragraph, "\n") {
			r.text(line)
		}
	}
}

// term writes a term in bold and what it means.
func (r *roff) term(term, means string) {
	r.line(".TP")
	r.line(".B", term)
	r.text(means)
}

// terms writes a section of terms.
func (r *roff) terms(title string, terms [][2]string) {
	r.section(title)
	for _, term := range terms {
		r.term(term[0], term[1])
	}
}

// keys lists the keys of the screens, as they are bound.
func (r *roff) keys() {
	r.section("Keys")
	for _, group := range keys.Default().Groups() {
		r.line(".SS", group.Name)
		for _, c := range group.Commands {
			labels := make([]string, len(c.Keys))
			for i, key := range c.Keys {
				labels[i] = keys.KeyLabel(key, true)
			}
			r.term(strings.Join(labels, ", "), strings.TrimSuffix(lowerFirst(c.Help), "."))
		}
	}
}

// alsoOf says which commands obey a flag of the screen, too.
func alsoOf(root *cobra.Command, f *pflag.Flag) string {
	var names []string
	for _, cmd := range root.Commands() {
		if root.PersistentFlags().Lookup(f.Name) != nil && obeysFlag(cmd, f.Name) {
			names = append(names, cmd.Name())
		}
	}
	if len(names) == 0 {
		return ""
	}
	return "; also in " + strings.Join(names, ", ")
}

// inManual is the annotation of commands of which the manual tells more than what they do.
const inManual = "in the manual"

// command writes what a command does, with its flags and examples.
func (r *roff) command(cmd *cobra.Command) {
	r.term(cmd.Use, cmd.Short)
	r.line(".RS")
	if more := cmd.Annotations[inManual]; more != "" {
		r.paragraphs(more)
	}
	cmd.LocalNonPersistentFlags().VisitAll(func(f *pflag.Flag) { r.flag(f, "") })
	r.example(cmd.Example)
	r.line(".RE")
}

// flag writes a flag, and what more there is to say about it.
func (r *roff) flag(f *pflag.Flag, more string) {
	if f.Hidden || f.Name == "help" {
		return
	}
	name := "--" + f.Name
	if f.NoOptDefVal == "" {
		name += " " + strings.ToUpper(valueName(f))
	}
	usage := f.Usage
	if c, ok := f.Value.(*choice); ok && c.value != "" {
		usage += " (" + c.value + ")"
	}
	r.term(name, usage+more)
}

// valueName names the value of a flag.
func valueName(f *pflag.Flag) string {
	switch {
	case f.Name == "data":
		return "path"
	case f.Value.Type() == "N":
		return "n"
	}
	return "word"
}

// example writes lines that stay lines.
func (r *roff) example(text string) {
	if text == "" {
		return
	}
	r.line(".PP")
	r.line(".nf")
	for line := range strings.SplitSeq(text, "\n") {
		r.text(line)
	}
	r.line(".fi")
}

// escapeRoff writes text so that roff shows it as it is, with dashes that can be copied into a shell.
func escapeRoff(text string) string {
	return strings.NewReplacer(`\`, `\e`, "-", `\-`, `"`, `\(dq`, "’", `\(cq`).Replace(text)
}

func lowerFirst(text string) string { return strings.ToLower(text[:1]) + text[1:] }
