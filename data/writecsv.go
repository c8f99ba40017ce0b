package data

import (
	"bufio"
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
	for _, m := range keptMembers(extra) {
		text, _ := unquoted(m)
		if m.name == "url" && text == source.URL || m.name == "publisher" && text == source.Publisher {
			continue
		}
		other.add(m)
	}
	return other.String()
}
