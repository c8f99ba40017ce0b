package data

import (
	"context"

	"onrecord/model"
)

// Summary counts what Check has found.
type Summary struct {
	Statements, Speakers, Topics, Sources int // that can be used
	Counts
}

// Check reads collections and returns everything that is wrong with them, and what is worth a look. The error is for
// files that can't be read at all.
func Check(ctx context.Context, paths ...string) ([]Problem, Summary, error) {
	var sum Summary
	var problems []Problem
	err := Reader{Paths: paths, Notes: true}.Read(ctx, func(u Update) {
		problems = append(problems, u.Problems...)
		c := u.Collection
		sum.Statements, sum.Speakers, sum.Topics, sum.Sources = c.Len(), len(c.Speakers()), len(c.Topics()), len(c.Sources())
		sum.Counts = u.Counts
	})
	return problems, sum, err
}

// lookAt notes what is odd about a statement, though each of its fields can be used.
func (a *assembler) lookAt(c *chunk, r *statementRecord) {
	if r.Source != nil && r.Source.Dated && r.Day > r.Source.Date {
		c.note("date", "%v is after the date of its source, %v; one of them can't be right", r.Day, r.Source.Date)
	}
	if r.Affiliation != nil && r.Affiliation.Kind == model.Person {
		c.note("affiliation", "%s is a person; name the state or organization", quote(r.affiliation))
	}
	if r.OriginalLang != "" && r.OriginalLang == r.Lang {
		c.note("original_lang", "the same as lang; leave it out if the words are no translation")
	}
	if !r.formGiven {
		c.note("form", "missing; shown as indirect, because only direct and mixed hold the speaker's own words")
	}
}

// The fields of the records, in the order in which they are written.

func infoFields() []string { return []string{"name", "version", "compiled", "description"} }

func speakerFields() []string {
	return []string{"id", "name", "kind", "role", "affiliation", "country", "aliases", "bio"}
}

func topicFields() []string { return []string{"id", "name", "proposition", "description", "aliases"} }

func sourceFields() []string {
	return []string{"id", "title", "publisher", "kind", "date", "url", "lang"}
}

func statementFields() []string {
	return []string{
		"id", "speaker", "role", "affiliation", "date", "form", "medium", "text", "context", "venue", "source", "locator",
		"topics", "stances", "lang", "original_lang",
	}
}
