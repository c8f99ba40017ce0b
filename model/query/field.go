package query

import (
	"slices"
	"strings"

	"onrecord/model"
	"onrecord/model/fold"
)

// Field is what a filter looks at.
type Field uint8

// The fields, in the order in which they are listed everywhere.
const (
	NoField Field = iota
	Speaker
	For
	Topic
	Stance
	Form
	Medium
	Source
	Venue
	Lang
	On
	Since
	Until
	Is
	ID
	SortBy // no filter: it sets the order
)

// String returns the name of the field as it is typed, "" for NoField.
func (f Field) String() string {
	for _, info := range fields {
		if info.Field == f {
			return info.Name
		}
	}
	return ""
}

// Dated tells whether the values of the field are dates.
func (f Field) Dated() bool { return f == On || f == Since || f == Until }

// Info describes a field, for help and completion.
type Info struct {
	Field   Field
	Name    string
	Does    string   // what it does, as the end of a sentence
	Example string   // a clause
	Also    []string // other names that are understood
}

// Fields lists all fields.
func Fields() []Info { return slices.Clone(fields) }

// fields is never changed. A line is read for every key, and each of its words looked up here.
var fields = []Info{
	{Speaker, "speaker", "who said it, by name or alias", "speaker:macron", []string{"by"}},
	{For, "for", "the state or organization behind it", "for:nato", []string{"actor"}},
	{Topic, "topic", "what it is about", "topic:minsk", []string{"about"}},
	{Stance, "stance", "where it stands on a topic", "stance:oppose", nil},
	{Form, "form", "how the words are given", "form:direct", nil},
	{Medium, "medium", "how it was made", "medium:written", nil},
	{Source, "source", "where it can be looked up", "source:kremlin", nil},
	{Venue, "venue", "where it was said", `venue:"press conference"`, []string{"place"}},
	{Lang, "lang", "in which language, also before translation", "lang:ru", []string{"language"}},
	{On, "on", "on a day, in a month or year, or between two", "on:2022-01-20..2022-01-26", []string{"date"}},
	{Since, "since", "on a day or later; 7d is 7 days before the newest", "since:2022-01", nil},
	{Until, "until", "on a day or earlier", "until:2022-02-15", nil},
	{Is, "is", "what you did with it", "is:marked", nil},
	{ID, "id", "the one statement with this id", "id:macron-2022-02-08-minsk-only-path", nil},
	{SortBy, "sort", "the order of the answers", "sort:date", nil},
}

// FieldNamed returns the field that a name or one of its other names means. Capitals do not matter.
func FieldNamed(name string) (Field, bool) {
	name = fold.String(name)
	for _, info := range fields {
		if info.Name == name || slices.Contains(info.Also, name) {
			return info.Field, true
		}
	}
	return NoField, false
}

// Option is something that can be typed, and what it means.
type Option struct{ Text, Means string }

// FieldNames lists the names of the fields, each with what it does.
func FieldNames() []Option {
	var options []Option
	for _, info := range fields {
		options = append(options, Option{info.Name, info.Does})
	}
	return options
}

// Values lists the values of a field that has a vocabulary of its own, and nothing for other fields.
func Values(f Field) []Option {
	switch f {
	case Stance:
		return []Option{
			{model.Support.String(), model.Support.Words() + " what the topic proposes"},
			{model.Oppose.String(), model.Oppose.Words() + " it"},
			{model.Conditional.String(), model.Conditional.Words() + ": for it or against it on a condition"},
			{model.Neutral.String(), model.Neutral.Words() + ": takes neither side"},
			{"any", "takes some position"},
			{"none", "takes no position"},
		}
	case Form:
		return []Option{
			{model.Direct.String(), model.Direct.Words() + ": the speaker's own words"},
			{model.Mixed.String(), model.Mixed.Words() + ": a report that quotes phrases"},
			{model.Indirect.String(), model.Indirect.Words()},
		}
	case Medium:
		return []Option{{"spoken", "said aloud"}, {"written", "published in writing"}}
	case Is:
		return []Option{{"marked", "marked by you"}}
	case SortBy:
		return []Option{{"best", "the best match first"}, {"date", "the newest first"}, {"-date", "the oldest first"}}
	}
	return nil
}

// Stances returns the stances that a stance filter lets through; none is model.NoStance.
func (c Clause) Stances() []model.Stance {
	var stances []model.Stance
	for _, v := range c.Values {
		switch stance, err := model.ParseStance(v.Text); {
		case v.Text == "any":
			stances = append(stances, model.Stances()...)
		case v.Text == "none":
			stances = append(stances, model.NoStance)
		case err == nil:
			stances = append(stances, stance)
		}
	}
	return stances
}

// Forms returns the forms that a form filter lets through.
func (c Clause) Forms() []model.Form {
	var forms []model.Form
	for _, v := range c.Values {
		if form, err := model.ParseForm(v.Text); err == nil {
			forms = append(forms, form)
		}
	}
	return forms
}

// Media returns the media that a medium filter lets through.
func (c Clause) Media() []model.Medium {
	var media []model.Medium
	for _, v := range c.Values {
		if medium, err := model.ParseMedium(v.Text); err == nil && v.Text != "" {
			media = append(media, medium)
		}
	}
	return media
}

// spell returns how a value of a vocabulary is spelt, of which the beginning is enough; "" if it is none.
func spell(options []Option, text string) string {
	text = fold.String(text)
	found := ""
	for _, o := range options {
		if o.Text == text {
			return text
		}
		if text != "" && (strings.HasPrefix(o.Text, text) || strings.HasPrefix(text, o.Text)) {
			if found != "" {
				return ""
			}
			found = o.Text
		}
	}
	return found
}

// list writes options as a sentence does.
func list(options []Option) string {
	texts := make([]string, len(options))
	for i, o := range options {
		texts[i] = o.Text
	}
	return strings.Join(texts, ", ")
}
