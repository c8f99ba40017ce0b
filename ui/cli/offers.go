package cli

import (
	"strings"
	"unicode"

	"github.com/spf13/cobra"

	"onrecord/model"
	"onrecord/model/fold"
	"onrecord/model/query"
	"onrecord/ui/widget"
)

// offers are what a word can be completed to.
type offers struct {
	prefix string
	joined bool // a blank would end the value of a field, so a name stands with dashes, which mean the same
	list   []cobra.Completion
}

// add offers a text that begins as the word does. What a shell could take for more than a word is not offered.
func (o *offers) add(before, text, means string) {
	if o.joined {
		text = strings.Join(strings.Fields(text), "-")
	}
	if !strings.HasPrefix(fold.String(text), fold.String(o.prefix)) || strings.ContainsFunc(text, untypeable) {
		return
	}
	// Cobra and the shells part offers by line breaks, and an offer from its meaning by a tab.
	o.list = append(o.list, cobra.CompletionWithDesc(before+text, widget.Unmarked(widget.Safe(means))))
}

// untypeable tells whether a sign could mean something to a shell or to the query language. A blank may stand in a word:
// shells escape it.
func untypeable(r rune) bool {
	return !unicode.In(r, unicode.Letter, unicode.Mark, unicode.Digit) && !strings.ContainsRune(" -_.:/+@", r)
}

// values offers the ids of a field that names something in the collection.
func (o *offers) values(before string, field query.Field, c *model.Collection) {
	switch field {
	case query.Speaker, query.For:
		for _, s := range c.Speakers() {
			if field == query.Speaker || s.Kind != model.Person {
				o.add(before, s.ID, s.Name)
			}
		}
	case query.Topic:
		for _, t := range c.Topics() {
			o.add(before, t.ID, t.Name)
		}
	case query.Source:
		for _, s := range c.Sources() {
			o.add(before, s.ID, s.Title)
		}
	case query.ID:
		for _, block := range c.Blocks() {
			for i := range block.Len() {
				if strings.HasPrefix(block.ID(i), o.prefix) {
					s := block.At(i)
					o.add(before, s.ID, s.Speaker.Name+", "+s.Day.Long())
				}
			}
		}
	}
}

// withColon puts the colon behind the name of a field.
func withColon(c cobra.Completion) cobra.Completion {
	name, means, _ := strings.Cut(c, "\t")
	return cobra.CompletionWithDesc(name+":", means)
}
