package cli

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"onrecord/data"
	"onrecord/model"
	"onrecord/model/search"
	"onrecord/ui/quote"
	"onrecord/ui/widget"
)

func (a *app) showCommand() *cobra.Command {
	return &cobra.Command{
		Use:               "show ID",
		Short:             "Print one statement, whole, with its source",
		Example:           "onrecord show macron-2022-02-08-minsk-only-path",
		Args:              cobra.ArbitraryArgs,
		Annotations:       map[string]string{obeys: "data theme ascii"},
		ValidArgsFunction: a.completeID,
		Run: a.runs(func(ctx context.Context, args []string) error {
			const right = "show needs the id of one statement, as search prints it: onrecord show ID"
			switch {
			case len(args) > 1:
				return fmt.Errorf("%s; for more, use: onrecord search id:%s", right, brief(strings.Join(args, ",")))
			case len(args) == 0 || strings.TrimSpace(args[0]) == "":
				return errors.New(right)
			}
			return a.show(ctx, args[0])
		}),
	}
}

func (a *app) show(ctx context.Context, id string) error {
	c, err := a.open(ctx, func(*model.Collection) {})
	if err != nil {
		return err
	}
	at, ok := c.Find(id)
	if !ok {
		sentence := "there is no statement " + brief(id)
		if near := nearestIDs(c, id); len(near) > 0 {
			sentence += "; the nearest: " + strings.Join(near, ", ")
		}
		a.say(sentence)
		a.files = filesAmong([]string{id})
		a.sayFile(&search.Answer{})
		return status(exitNothing)
	}
	s := c.At(at)
	p := a.page()
	if !onTerminal(a.process.Stdout) {
		p.width = unwrapped
	}
	p.statement(&s)
	return p.err
}

// unwrapped is the width of a line that is not to be broken.
const unwrapped = 1 << 20

// statement writes everything that the collection knows about a statement.
func (p *page) statement(s *model.Statement) {
	w := p.wrapping(0)
	w.Breaks = true
	p.printLines("", quote.New(s, p.theme, p.theme.Text, nil).Wrap(p.columns(""), w))
	p.print("")
	p.paragraph("", p.speaker(s), p.wrapping(0))
	p.print("")
	p.fact("when", s.Day.Long())
	p.fact("where", s.Venue)
	p.fact("context", s.Context)
	p.fact("form", s.FormNote())
	if s.Lang != "" {
		p.fact("language", model.LanguageName(s.Lang))
	}
	p.topics(s)
	p.source(s)
	p.fact("id", s.ID)
	for _, other := range data.Others(s) {
		p.fact("also", other.Name+": "+other.Value)
	}
}

func (p *page) speaker(s *model.Statement) widget.Text {
	who := widget.Styled(p.theme.Strong, s.Speaker.Name)
	if s.Role != "" {
		who = who.Add(p.theme.Text, ", "+s.Role)
	}
	if s.Affiliation != nil {
		who = who.Add(p.theme.Text, ", "+s.Affiliation.Name)
	}
	return who
}

// factColumn is as wide as the names of facts.
const factColumn = "          "

// fact writes a named fact, unless there is none.
func (p *page) fact(name, value string) {
	if value != "" {
		p.named(name, widget.Styled(p.theme.Text, value))
	}
}

func (p *page) named(name string, value widget.Text) {
	head := p.theme.Faint.Render(fmt.Sprintf("%-*s", len(factColumn), name))
	for _, line := range value.Wrap(max(10, p.width-len(factColumn)), p.wrapping(0)) {
		p.print(head + line.Styled)
		head = factColumn
	}
}

// topics writes what the statement is about, and where it stands on that.
func (p *page) topics(s *model.Statement) {
	for i, topic := range s.Topics {
		name := ""
		if i == 0 {
			name = "topics"
		}
		text := widget.Styled(p.theme.Text, topic.Name)
		if stance := s.Stance(topic); stance != model.NoStance {
			style, sign := p.theme.Stance(stance.String())
			text = text.Add(style, "  "+sign+" "+stance.Words())
			if topic.Proposition != "" {
				text = text.Add(p.theme.Quiet, ": "+topic.Proposition)
			}
		}
		p.named(name, text)
	}
}

func (p *page) source(s *model.Statement) {
	p.fact("source", s.SourceNote(model.Plain()))
	if s.Source == nil || s.Source.URL == "" || s.Source.URL == s.Source.Title {
		return
	}
	address := widget.Text{{Raw: s.Source.URL, Style: p.theme.Link, URL: s.Source.URL}}
	p.named("", address)
}

// nearestCount is how many ids are suggested.
const nearestCount = 3

// nearestIDs returns the ids that are most like one that does not exist: those that begin with it, and else those that
// a few slips part from it.
func nearestIDs(c *model.Collection, id string) []string {
	var beginning, near []string
	slips := max(2, len(id)/4)
	for _, block := range c.Blocks() {
		for i := range block.Len() {
			other := block.ID(i)
			if strings.HasPrefix(other, id) {
				beginning = append(beginning, other)
			}
			if len(beginning) == nearestCount {
				return beginning
			}
			if n := distance(id, other, slips); len(beginning) == 0 && n <= slips {
				if n < slips {
					slips, near = n, nil
				}
				near = append(near, other)
			}
		}
	}
	if len(beginning) > 0 {
		return beginning
	}
	return near[:min(len(near), nearestCount)]
}

// distance returns how many letters must be added, taken away or changed to make one text of the other, or a number
// above most if it is more than that.
func distance(a, b string, most int) int {
	if len(a)-len(b) > most || len(b)-len(a) > most {
		return most + 1
	}
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal, least := row[0], i+1
		row[0] = i + 1
		for j := range len(b) {
			cost := 1
			if a[i] == b[j] {
				cost = 0
			}
			diagonal, row[j+1] = row[j+1], min(diagonal+cost, row[j]+1, row[j+1]+1)
			least = min(least, row[j+1])
		}
		if least > most {
			return most + 1
		}
	}
	return row[len(b)]
}
