package data

import (
	"bufio"
	"iter"
	"strconv"

	"onrecord/data/escape"
	"onrecord/model"
)

// csvWriter writes a table with a header.
type csvWriter struct {
	out     *bufio.Writer
	options WriteOptions
}

func (w *csvWriter) begin() {
	header := []string{
		"id", "date", "speaker", "role", "affiliation", "form", "medium", "text", "context", "venue",
		"source", "publisher", "url", "locator", "topics", "stances", "lang", "original_lang", extraColumn,
	}
	if w.options.Scores {
		header = append(header, "score")
	}
	w.row(header)
}

func (w *csvWriter) end() {}

func (w *csvWriter) statement(s *Scored) {
	affiliation := ""
	if s.Affiliation != nil {
		affiliation = s.Affiliation.Name
	}
	var source model.Source
	if s.Source != nil {
		source = *s.Source
	}
	topics, stances := make([]string, len(s.Topics)), make([]string, len(s.Positions))
	for i, topic := range s.Topics {
		topics[i] = topic.Name
	}
	for i, position := range s.Positions {
		stances[i] = position.Topic.Name + ": " + position.Stance.String()
	}
	cells := []string{
		s.ID, s.Day.String(), s.Speaker.Name, s.Role, affiliation, s.Form.String(), s.Medium.String(), s.Text, s.Context, s.Venue,
		source.Title, source.Publisher, source.URL, s.Locator, escape.List(topics), escape.List(stances), s.Lang, s.OriginalLang, otherFields(s.Extra, source),
	}
	if w.options.Scores {
		cells = append(cells, strconv.FormatFloat(s.Score, 'g', 6, 64))
	}
	w.row(cells)
}

func (w *csvWriter) row(cells []string) { w.out.Write(escape.AppendRow(nil, cells...)) }

// otherFields returns the kept fields without those that stand in a column.
func otherFields(extra string, source model.Source) string {
	var other otherMembers
	for m := range otherThan(extra, source) {
		other.add(m)
	}
	return other.String()
}

// otherThan yields the kept fields but those that a source tells.
func otherThan(extra string, source model.Source) iter.Seq[member] {
	return func(yield func(member) bool) {
		for _, m := range keptMembers(extra) {
			text, _ := unquoted(m)
			if m.name == "url" && text == source.URL || m.name == "publisher" && text == source.Publisher {
				continue
			}
			if !yield(m) {
				return
			}
		}
	}
}

// Other is a field of a statement that onrecord doesn't know.
type Other struct {
	Name  string
	Value string // a text as it is, anything else as JSON
}

// Others returns the fields that were kept with a statement, without those that its source tells.
func Others(s *model.Statement) []Other {
	var source model.Source
	if s.Source != nil {
		source = *s.Source
	}
	var others []Other
	for m := range otherThan(s.Extra, source) {
		value, err := unquoted(m)
		if err != nil {
			value = m.raw
		}
		others = append(others, Other{m.name, value})
	}
	return others
}
