package main

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/klauspost/compress/zstd"

	"onrecord/model"
	"onrecord/model/generate"
)

// record is a statement as people write it who keep nothing but a file of statements: with names.
type record struct {
	ID           string   `json:"id"`
	Speaker      string   `json:"speaker"`
	Role         string   `json:"role,omitempty"`
	Affiliation  string   `json:"affiliation,omitempty"`
	Date         string   `json:"date"`
	Form         string   `json:"form"`
	Medium       string   `json:"medium,omitempty"`
	Text         string   `json:"text"`
	Context      string   `json:"context,omitempty"`
	Venue        string   `json:"venue,omitempty"`
	Source       string   `json:"source,omitempty"`
	Lang         string   `json:"lang,omitempty"`
	OriginalLang string   `json:"original_lang,omitempty"`
	Topics       []string `json:"topics,omitempty"`
	Stances      []stance `json:"stances,omitempty"`
}

type stance struct {
	Topic  string `json:"topic"`
	Stance string `json:"stance"`
}

func recordOf(s *model.Statement) *record {
	r := &record{
		ID: s.ID, Speaker: s.Speaker.Name, Role: s.Role, Date: s.Day.String(), Form: s.Form.String(), Text: s.Text,
		Context: s.Context, Venue: s.Venue, Lang: s.Lang, OriginalLang: s.OriginalLang,
	}
	if s.Affiliation != nil {
		r.Affiliation = s.Affiliation.Name
	}
	if s.Medium != model.Spoken {
		r.Medium = s.Medium.String()
	}
	if s.Source != nil {
		r.Source = s.Source.Title
	}
	for _, t := range s.Topics {
		r.Topics = append(r.Topics, t.Name)
	}
	for _, p := range s.Positions {
		r.Stances = append(r.Stances, stance{p.Topic.Name, p.Stance.String()})
	}
	return r
}

// columns are what one can search in, the id first: the columns of line.
var columns = []string{"id", "speaker", "role", "affiliation", "topics", "text", "context", "venue", "source"}

// line is the record as tools get it that know lines.
func (r *record) line() string {
	return strings.Join([]string{
		r.ID, r.Speaker, r.Role, r.Affiliation, strings.Join(r.Topics, ", "), r.Text, r.Context, r.Venue, r.Source,
	}, "\t")
}

// sizes are how many bytes the strings of the records have.
type sizes struct{ texts, strings int }

func (s *sizes) add(r *record) {
	s.texts += len(r.Text)
	for _, text := range append([]string{
		r.ID, r.Speaker, r.Role, r.Affiliation, r.Date, r.Form, r.Medium, r.Text, r.Context, r.Venue, r.Source, r.Lang, r.OriginalLang,
	}, r.Topics...) {
		s.strings += len(text)
	}
	for _, stance := range r.Stances {
		s.strings += len(stance.Topic) + len(stance.Stance)
	}
}

// The files in the folder.
const (
	jsonlFile = "statements.jsonl"
	linesFile = "statements.tsv"
	sizesFile = "sizes"
	askFile   = "lines"
)

// makeData writes n generated statements into a folder: as JSONL, also packed, and as lines.
func makeData(dir string, n int) error {
	c, err := generate.Collection(1, n)
	if err != nil {
		return err
	}
	names := []string{jsonlFile, jsonlFile + ".gz", jsonlFile + ".zst", linesFile}
	var files []*sink
	for _, name := range names {
		file, err := create(filepath.Join(dir, name))
		if err != nil {
			return err
		}
		files = append(files, file)
	}
	var all sizes
	records := io.MultiWriter(files[0], files[1], files[2])
	for i := range c.Len() {
		s := c.At(i)
		r := recordOf(&s)
		all.add(r)
		text, err := json.Marshal(r)
		if err != nil {
			return err
		}
		if _, err := records.Write(append(text, '\n')); err != nil {
			return err
		}
		fmt.Fprintln(files[3], r.line())
	}
	for _, file := range files {
		if err := file.close(); err != nil {
			return err
		}
	}
	if err := os.WriteFile(filepath.Join(dir, askFile), []byte(toAsk(c)), 0o644); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(dir, sizesFile), fmt.Appendln(nil, n, all.texts, all.strings), 0o644)
}

// toAsk returns the lines to type, with names that are in the collection.
func toAsk(c *model.Collection) string {
	last := func(name string) string {
		words := strings.Fields(strings.ToLower(name))
		return words[len(words)-1]
	}
	n := c.Len()
	return strings.NewReplacer(
		"%1", last(c.At(n/3).Speaker.Name), "%2", last(c.At(n/2).Speaker.Name), "%3", last(c.Topics()[0].Name),
	).Replace(lines)
}

// sink is a file that is written in big pieces, packed if its name says so.
type sink struct {
	io.Writer
	ends []func() error
}

func create(path string) (*sink, error) {
	file, err := os.Create(path)
	if err != nil {
		return nil, err
	}
	out := bufio.NewWriterSize(file, 1<<20)
	s := &sink{out, []func() error{out.Flush, file.Close}}
	switch filepath.Ext(path) {
	case ".gz":
		packed := gzip.NewWriter(out)
		s.Writer, s.ends = packed, append([]func() error{packed.Close}, s.ends...)
	case ".zst":
		packed, err := zstd.NewWriter(out)
		if err != nil {
			return nil, err
		}
		s.Writer, s.ends = packed, append([]func() error{packed.Close}, s.ends...)
	}
	return s, nil
}

func (s *sink) close() error {
	for _, end := range s.ends {
		if err := end(); err != nil {
			return err
		}
	}
	return nil
}
