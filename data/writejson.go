package data

import (
	"bufio"
	"slices"
	"strconv"

	"github.com/go-json-experiment/json/jsontext"

	"onrecord/data/escape"
	"onrecord/model"
)

// jsonWriter writes records, one a line or as an array.
type jsonWriter struct {
	out     *bufio.Writer
	options WriteOptions
	array   bool
	record  []byte
	count   int
}

func (w *jsonWriter) begin() {
	if w.array {
		w.out.WriteString("[")
	}
}

func (w *jsonWriter) statement(s *Scored) {
	w.record = w.record[:0]
	if w.options.Scores {
		w.record = appendStatement(w.record, &s.Statement, s)
	} else {
		w.record = appendStatement(w.record, &s.Statement, nil)
	}
	switch {
	case w.array && w.count > 0:
		w.out.WriteString(",\n  ")
	case w.array:
		w.out.WriteString("\n  ")
	}
	w.out.Write(w.record)
	if !w.array {
		w.out.WriteByte('\n')
	}
	w.count++
}

func (w *jsonWriter) end() {
	if w.array {
		w.out.WriteString("\n]\n")
	}
}

// Record writes a statement as one line of statements.jsonl, without the line's end.
func Record(s model.Statement) []byte { return appendStatement(nil, &s, nil) }

// appendStatement appends a statement's record; fields that are empty are left out, except those that every statement
// has. How well it answers a query is written if that is given.
func appendStatement(to []byte, s *model.Statement, answers *Scored) []byte {
	r := recordWriter{record: append(to, '{')}
	r.must("id", s.ID)
	r.must("speaker", s.Speaker.ID)
	if s.OwnRole {
		r.text("role", s.Role)
	}
	if s.OwnAffiliation {
		r.text("affiliation", s.Affiliation.ID)
	}
	r.must("date", s.Day.String())
	r.must("form", s.Form.String())
	if s.Medium != model.Spoken {
		r.text("medium", s.Medium.String())
	}
	r.must("text", s.Text)
	r.text("context", s.Context)
	r.text("venue", s.Venue)
	if s.Source != nil {
		r.text("source", sourceName(s.Source))
	}
	r.text("locator", s.Locator)
	r.topics(s)
	r.text("lang", s.Lang)
	r.text("original_lang", s.OriginalLang)
	r.kept(s.Extra, answers)
	if answers != nil {
		r.name("score")
		r.record = strconv.AppendFloat(r.record, answers.Score, 'g', 6, 64)
		r.missing(answers.Missing)
	}
	return append(r.record, '}')
}

// sourceName returns what a record calls its source. One that is known by its name alone has its address in a field of
// its own, also if the id holds it because others have the same name.
func sourceName(s *model.Source) string {
	if s.ID == s.Title+" "+s.URL {
		return s.Title
	}
	return s.ID
}

// recordWriter writes the fields of one record.
type recordWriter struct {
	record []byte
	begun  bool
}

func (r *recordWriter) name(name string) {
	if r.begun {
		r.record = append(r.record, ", "...)
	}
	r.begun = true
	r.record = append(appendJSON(r.record, name), ": "...)
}

func (r *recordWriter) must(name, text string) {
	r.name(name)
	r.record = appendJSON(r.record, text)
}

func (r *recordWriter) text(name, text string) {
	if text != "" {
		r.must(name, text)
	}
}

// topics writes the topics, and the stances unless they are kept as they were written.
func (r *recordWriter) topics(s *model.Statement) {
	r.name("topics")
	r.record = append(r.record, '[')
	for i, topic := range s.Topics {
		r.separate(i)
		r.record = appendJSON(r.record, topic.ID)
	}
	r.record = append(r.record, ']')
	if keeps(s.Extra, "stances") {
		return
	}
	r.name("stances")
	r.record = append(r.record, '[')
	for i, position := range s.Positions {
		r.separate(i)
		r.record = append(r.record, `{"topic": `...)
		r.record = appendJSON(r.record, position.Topic.ID)
		r.record = append(r.record, `, "stance": `...)
		r.record = append(appendJSON(r.record, position.Stance.String()), '}')
	}
	r.record = append(r.record, ']')
}

func (r *recordWriter) separate(i int) {
	if i > 0 {
		r.record = append(r.record, ", "...)
	}
}

// missing writes the words that a statement lacks, if there are any.
func (r *recordWriter) missing(words []string) {
	if len(words) == 0 {
		return
	}
	r.name("missing")
	r.record = append(r.record, '[')
	for i, word := range words {
		r.separate(i)
		r.record = appendJSON(r.record, word)
	}
	r.record = append(r.record, ']')
}

// kept writes the fields that onrecord doesn't know, without an earlier score or missing words if there are new ones.
func (r *recordWriter) kept(extra string, answers *Scored) {
	for _, m := range keptMembers(extra) {
		if answers != nil && (m.name == "score" || m.name == "missing" && len(answers.Missing) > 0) {
			continue
		}
		r.name(m.name)
		r.record = escape.JSON(append(r.record, m.raw...), len(r.record))
	}
}

// keptMembers takes the kept fields apart. The readers made them of JSON that they could read.
func keptMembers(extra string) []member {
	if extra == "" {
		return nil
	}
	members, err := newObjectReader().decode(extra)
	if err != nil {
		return nil
	}
	return members
}

// keptText returns a kept field that is a string, "" if there is none.
func keptText(extra, name string) string {
	for _, m := range keptMembers(extra) {
		if m.name == name && m.kind() == '"' {
			text, _ := unquote(m.raw) // what can't be read is no address
			return text
		}
	}
	return ""
}

func keeps(extra, name string) bool {
	return slices.ContainsFunc(keptMembers(extra), func(m member) bool { return m.name == name })
}

// appendJSON appends a JSON string, with everything escaped that a terminal could take for a command.
func appendJSON(to []byte, text string) []byte {
	begin := len(to)
	to, _ = jsontext.AppendQuote(to, text) // broken UTF-8 can't have been read
	return escape.JSON(to, begin)
}
