package data

import (
	"errors"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/go-json-experiment/json/jsontext"

	"onrecord/model"
)

// recordParser reads records that are written as JSON, and collects what is wrong with them.
type recordParser struct {
	findings
	notes   bool // also tell what is only worth a look
	objects *objectReader
	stances *objectReader
	array   objectReader // only its buffer and decoder
	raws    []string
	members []member // of the record
	absent  []string // the required fields that no record of the file can have
	vital   []string // the fields without which the record would say something else; others cost only themselves
	extra   otherMembers

	extraInStances bool // whether a stance of the record has fields that are not known
}

func newRecordParser() *recordParser {
	p := &recordParser{objects: newObjectReader(), stances: newObjectReader()}
	p.array.decoder = jsontext.NewDecoder(&p.array.buffer, lenient()...)
	return p
}

// open takes a record apart. It returns false if there is nothing to read in it.
func (p *recordParser) open(i item) bool {
	p.begin(i.line, i.index)
	text := i.text
	p.extra.reset()
	p.extraInStances = false
	if len(text) > MaxRecord {
		p.wrong("", "%s", tooLong())
		return false
	}
	members, err := p.objects.read(text)
	if !p.objects.plain && !utf8.ValidString(text) {
		p.wrong("", "not UTF-8 at column %d; save the file as UTF-8", columnOfBrokenUTF8(text))
		return false
	}
	if err != nil {
		if members = p.repair(text); members == nil {
			p.wrong("", "%v", err)
			return false
		}
	}
	if len(members) > MaxMembers {
		p.wrong("", "%d fields; a record can have %d at most", len(members), MaxMembers)
		return false
	}
	p.members = members
	p.findDoubles()
	return true
}

// repair takes a record apart that is not JSON only because of numbers that JSON doesn't have, or of a comma behind it; nil
// if that is not so.
func (p *recordParser) repair(text string) []member {
	alone := strings.TrimRight(text, " \t\r,")
	repaired, numbers := withoutNaN(alone)
	if !numbers {
		repaired = alone
	}
	if repaired == text {
		return nil
	}
	members, err := p.objects.decode(repaired)
	switch {
	case err != nil:
		return nil
	case numbers:
		p.warn("", "NaN and Infinity are not JSON; taken as null")
	default:
		p.note("", "a comma behind the record; lines of records have none")
	}
	return members
}

// note adds something worth a look, if that is wanted.
func (p *recordParser) note(field, text string, args ...any) {
	if p.notes {
		p.findings.note(field, text, args...)
	}
}

// fault tells of a field that can't be read. It costs the record only if that would say something else without it.
func (p *recordParser) fault(field, text string, args ...any) {
	if slices.Contains(p.vital, field) {
		p.wrong(field, text, args...)
	} else {
		p.warn(field, text, args...)
	}
}

// findDoubles tells of names that stand twice in the object, and leaves the first. Names of the same length and first letter
// are few, so that most objects are done after a look at a set of bits.
func (p *recordParser) findDoubles() {
	if len(p.members) > manyMembers {
		p.findDoublesOfMany()
		return
	}
	var seen uint64
	kept := p.members[:0]
	for _, m := range p.members {
		bit := uint64(1) << (len(m.name) & 63)
		if m.name != "" {
			bit = 1 << ((len(m.name)*7 + int(m.name[0]) + int(m.name[len(m.name)-1])*3) & 63)
		}
		if seen&bit == 0 {
			seen |= bit
		} else if at := slices.IndexFunc(kept, func(k member) bool { return k.name == m.name }); at >= 0 {
			p.double(kept[at], m)
			continue
		}
		kept = append(kept, m)
	}
	p.members = kept
}

// manyMembers is from how many names on comparing them with each other would take too long. No record that is meant well has
// so many.
const manyMembers = 128

func (p *recordParser) findDoublesOfMany() {
	seen := make(map[string]int, len(p.members))
	kept := p.members[:0]
	for _, m := range p.members {
		if at, ok := seen[m.name]; ok {
			p.double(kept[at], m)
			continue
		}
		seen[m.name] = len(kept)
		kept = append(kept, m)
	}
	p.members = kept
}

// double tells of a name that stands twice. Which of two values is meant can't be known; where that matters, the record
// can't be used.
func (p *recordParser) double(first, second member) {
	if first.raw != second.raw {
		p.fault(first.name, "stands twice in the record; keep one")
		return
	}
	p.warn(first.name, "stands twice in the record; keep one")
}

func columnOfBrokenUTF8(text string) int {
	column := 1
	for i := 0; i < len(text); column++ {
		r, size := utf8.DecodeRuneInString(text[i:])
		if r == utf8.RuneError && size == 1 {
			break
		}
		i += size
	}
	return column
}

// text reads a member that is a string; null is like a member that is not there.
func (p *recordParser) text(m member) string {
	if m.plain && m.raw[0] == '"' {
		return m.raw[1 : len(m.raw)-1]
	}
	return p.anyText(m)
}

func (p *recordParser) anyText(m member) string {
	switch m.kind() {
	case '"':
		text, err := unquote(m.raw)
		if err != nil {
			p.fault(m.name, "%v", err)
		}
		return text
	case 'n':
		return ""
	case '0':
		p.note(m.name, "a number; taken as it is written")
		return strings.Clone(m.raw)
	}
	p.fault(m.name, "%s, where a string is expected", kindName(m.kind()))
	return ""
}

// name reads a member that names something: a string of bounded length.
func (p *recordParser) name(m member) string {
	text := p.text(m)
	if len(text) > MaxName {
		p.fault(m.name, "%d bytes long, where names have %s at most; shorten it", len(text), inBytes(MaxName))
		return ""
	}
	return text
}

// names reads a member that is an array of names and appends them to list.
func (p *recordParser) names(m member, list []string) []string {
	if m.kind() == '"' {
		p.warn(m.name, "a string, where an array of strings is expected; taken for its only element")
		return append(list, p.name(m))
	}
	for _, raw := range p.elements(m, "an array of strings") {
		item := member{m.name, raw, m.plain}
		if item.kind() != '"' && item.kind() != '0' {
			p.fault(m.name, "holds %s, where strings are expected", kindName(item.kind()))
			continue
		}
		list = append(list, p.name(item))
	}
	return list
}

// elements returns the elements of a member that is an array, as they are written; they are valid until the next call.
func (p *recordParser) elements(m member, want string) []string {
	p.raws = p.raws[:0]
	if m.kind() == 'n' {
		return nil
	}
	if m.kind() != '[' {
		p.fault(m.name, "%s, where %s is expected", kindName(m.kind()), want)
		return nil
	}
	var usual bool
	if p.raws, usual = p.array.scanner.array(m.raw, p.raws); usual {
		return p.raws
	}
	p.raws = p.raws[:0]
	a := &p.array
	a.buffer.Reset()
	a.buffer.WriteString(m.raw)
	a.decoder.Reset(&a.buffer, jsontext.AllowDuplicateNames(true), jsontext.AllowInvalidUTF8(true))
	_, err := a.decoder.ReadToken()
	for err == nil && a.decoder.PeekKind() != ']' {
		var raw string
		if raw, err = a.value(m.raw); err == nil {
			p.raws = append(p.raws, raw)
		}
	}
	if err != nil && err != io.EOF {
		p.fault(m.name, "%v", err)
	}
	return p.raws
}

// day reads a member that is a date.
func (p *recordParser) day(m member) (model.Day, bool) {
	text := p.text(m)
	if text == "" {
		return 0, false
	}
	if day, ok := usualDay(text); ok && !strings.HasPrefix(text, yearZero) {
		return day, true
	}
	day, err := parseDay(text)
	if err != nil {
		p.fault(m.name, "%v", err)
		return 0, false
	}
	return day, true
}

// keep keeps a member that onrecord doesn't know. known are the fields of the record.
func (p *recordParser) keep(m member, known []string) {
	p.extra.add(m)
	if !p.notes {
		return
	}
	if near := nearest(m.name, known); near != "" && len(m.name) > 3 {
		p.note(m.name, "not a field that is known, kept as it is; did you mean %s?", quote(near))
	}
}

func unquoted(m member) (string, error) {
	if m.kind() != '"' {
		return "", errNotString
	}
	return unquote(m.raw)
}

var errNotString = errors.New("not a string")

// require tells of a field without which a record can't be used.
func (p *recordParser) require(name, value, what string) {
	if strings.TrimSpace(value) != "" {
		return
	}
	if slices.Contains(p.absent, name) { // told with the header
		p.bad = true
		return
	}
	for _, m := range p.members {
		if m.name == name {
			if m.kind() == 'n' {
				break
			}
			if text, err := unquoted(m); err == nil && strings.TrimSpace(text) == "" {
				p.wrong(name, "empty; %s", what)
			}
			return // otherwise told already
		}
	}
	p.wrong(name, "missing; %s", what)
}
