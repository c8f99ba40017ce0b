package data

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"unicode/utf8"

	"github.com/go-json-experiment/json/jsontext"
)

// jsonFile is a collection in one JSON file, cut into its records.
type jsonFile struct {
	file   string
	text   []byte
	arrays map[string][]span
	info   []member
	alone  bool // an array of statements, without anything around it
	findings
}

// span is the place of a value in a text.
type span struct{ begin, end int }

// json reads a collection in one JSON file. It is held in memory as a whole, because its statements may stand before
// what they refer to.
func (r *reading) json(ctx context.Context, in *input, from io.Reader) error {
	text, err := io.ReadAll(from)
	if err != nil {
		return cantRead(in.name, err)
	}
	text = bytes.TrimPrefix(text, []byte(byteOrderMark))
	f := &jsonFile{file: in.name, text: text, arrays: map[string][]span{}}
	if err := f.split(); err != nil {
		f.tell(err)
	}
	if f.describes() {
		r.described()
		r.addSpeakers(spanRecords(r.notes, f, "speakers", readSpeaker))
		r.addTopics(spanRecords(r.notes, f, "topics", readTopic))
		r.addSources(spanRecords(r.notes, f, "sources", readSource))
	} else {
		r.named()
	}
	r.describeJSON(f)
	r.report(f.file, f.list)
	return r.statements(ctx, &spanSource{file: f, places: lineCounter{text: text}, size: in.offset.n.Load()}, atOnce)
}

// describes tells whether the file describes what its statements refer to.
func (f *jsonFile) describes() bool {
	for _, name := range []string{"speakers", "topics", "sources"} {
		if _, ok := f.arrays[name]; ok {
			return true
		}
	}
	return false
}

func (r *reading) describeJSON(f *jsonFile) {
	p := newRecordParser()
	p.begin(1)
	info := p.info(f.info)
	f.list = append(f.list, p.list...)
	if info.Name == "" {
		info.Name = r.info.Name
	}
	r.infos--
	r.describe(info)
}

// split finds the records. What stands before an error can be used.
func (f *jsonFile) split() error {
	d := jsontext.NewDecoder(bytes.NewBuffer(f.text), lenient()...)
	if d.PeekKind() == '[' {
		f.alone = true
		return f.array(d, "statements")
	}
	if kind := d.PeekKind(); kind != '{' && kind != jsontext.KindInvalid {
		return errors.New("not a collection; write an object with speakers, topics, sources and statements")
	}
	if _, err := d.ReadToken(); err != nil {
		return err
	}
	for d.PeekKind() != '}' {
		token, err := d.ReadToken()
		if err != nil {
			return err
		}
		name := token.String()
		if err := f.member(d, name); err != nil {
			return err
		}
	}
	if _, err := d.ReadToken(); err != nil {
		return err
	}
	if _, ok := f.arrays["statements"]; !ok {
		return errors.New("no statements; write them as \"statements\": […]")
	}
	return nil
}

func (f *jsonFile) member(d *jsontext.Decoder, name string) error {
	switch name {
	case "speakers", "topics", "sources", "statements":
		if _, ok := f.arrays[name]; ok {
			return fmt.Errorf("%s stand twice in the file; keep one list", name)
		}
		if d.PeekKind() != '[' {
			return fmt.Errorf("%s is %s, where an array is expected", name, kindName(d.PeekKind()))
		}
		return f.array(d, name)
	}
	value, err := d.ReadValue()
	if err != nil {
		return err
	}
	f.info = append(f.info, member{name: name, raw: string(value)})
	return nil
}

func (f *jsonFile) array(d *jsontext.Decoder, name string) error {
	f.arrays[name] = nil
	if _, err := d.ReadToken(); err != nil {
		return err
	}
	for d.PeekKind() != ']' {
		value, err := d.ReadValue()
		if err != nil {
			return err
		}
		end := int(d.InputOffset())
		f.arrays[name] = append(f.arrays[name], span{end - len(value), end})
	}
	_, err := d.ReadToken()
	return err
}

// tell adds an error that ended the reading of the file.
func (f *jsonFile) tell(err error) {
	f.begin(0)
	var syntax *jsontext.SyntacticError
	switch {
	case errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF):
		f.wrong("", "%v; nothing after it was read", notJSON(err, 0))
		return
	case !errors.As(err, &syntax):
		f.wrong("", "%v", err)
		return
	}
	at := min(int(syntax.ByteOffset), len(f.text))
	before := f.text[:at]
	f.begin(1 + bytes.Count(before, []byte{'\n'}))
	line := string(before[bytes.LastIndexByte(before, '\n')+1:])
	f.wrong("", "%v; nothing after it was read", notJSON(err, utf8.RuneCountInString(line)+1))
}

// lineCounter counts the lines up to places that are asked for in ascending order.
type lineCounter struct {
	text  []byte
	at    int
	lines int
}

func (c *lineCounter) line(at int) int {
	c.lines += bytes.Count(c.text[c.at:at], []byte{'\n'})
	c.at = at
	return c.lines + 1
}

// spanRecords reads the records of one of the arrays.
func spanRecords[T any](notes bool, f *jsonFile, name string, read func(*recordParser, int, string) (T, string, bool)) *recordsRead[T] {
	r := &recordsRead[T]{file: f.file, lost: map[string]place{}}
	p := newRecordParser()
	p.notes = notes
	places := lineCounter{text: f.text}
	for _, at := range f.arrays[name] {
		r.take(p, places.line(at.begin), string(f.text[at.begin:at.end]), read)
	}
	r.list = p.list
	return r
}

// spanSource hands out the statements of a JSON file.
type spanSource struct {
	file   *jsonFile
	places lineCounter
	taken  int
	size   int64
}

func (s *spanSource) next(c *chunk) error {
	spans := s.file.arrays["statements"]
	if s.taken == len(spans) {
		return io.EOF
	}
	c.file, c.size = s.file.file, s.size
	for length := 0; s.taken < len(spans) && length < smallChunk; s.taken++ {
		at := spans[s.taken]
		length += at.end - at.begin
		c.items = append(c.items, item{line: s.places.line(at.begin), text: string(s.file.text[at.begin:at.end])})
	}
	return nil
}
