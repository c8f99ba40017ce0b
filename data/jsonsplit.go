package data

import (
	"bytes"
	"slices"
	"unicode/utf8"

	"github.com/go-json-experiment/json/jsontext"
)

// span is the place of a value in a text.
type span struct{ begin, end int }

// split finds the records. It matches brackets and strings only, so that a record that is broken costs no other one: what
// is wrong within a record is told when it is read.
func (f *jsonFile) split() {
	at := f.blank(0)
	switch {
	case at == len(f.text):
		f.brokenAt(at, "not JSON: it ends in the middle; nothing after it was read")
	case f.text[at] == '[':
		f.rest(f.lists(at))
	case f.text[at] == '{':
		end := f.object(at + 1)
		switch _, statements := f.arrays["statements"]; {
		case statements || f.told:
			f.rest(end)
		case len(f.arrays) > 0:
			f.brokenAt(at, noStatements)
		default:
			f.loose(at, end)
		}
	default:
		f.brokenAt(at, "not a collection; write an object with speakers, topics, sources and statements")
	}
}

const noStatements = "no statements; write them as \"statements\": […], or the file as one array of statements"

// lists reads an array of statements, and what else of that kind follows it. It returns the place after them.
func (f *jsonFile) lists(at int) int {
	f.arrays["statements"] = nil
	at = f.blank(f.records("statements", at+1, ']'))
	for at < len(f.text) && (f.text[at] == '[' || f.text[at] == '{') {
		f.tell(at, func() { f.warn("", "more text after the end of the list; read as more statements") })
		if f.text[at] == '{' {
			return f.records("statements", at, 0)
		}
		at = f.blank(f.records("statements", at+1, ']'))
	}
	return at
}

// loose takes objects that stand one after the other for statements, and a single one if it looks like a statement.
func (f *jsonFile) loose(at, end int) {
	next := f.blank(end)
	statement := slices.ContainsFunc(f.info, func(m member) bool { return m.name == "text" || m.name == "speaker" })
	switch {
	case next < len(f.text) && f.text[next] == '{':
		f.records("statements", at, 0)
	case statement:
		f.arrays["statements"] = []span{{at, end}}
		f.rest(end)
	default:
		f.brokenAt(at, noStatements)
		return
	}
	f.info = nil
}

// rest tells of what stands after the end of the collection.
func (f *jsonFile) rest(at int) {
	if at = f.blank(at); at < len(f.text) && !f.told {
		f.brokenAt(at, "more text after the end of the collection; it was not read")
	}
}

// object reads the members of the outermost object, and returns the place after it.
func (f *jsonFile) object(at int) int {
	for {
		at = f.blank(at)
		switch {
		case at == len(f.text):
			if !f.told {
				f.brokenAt(at, "not JSON: it ends in the middle; nothing after it was read")
			}
			return at
		case f.text[at] == '}':
			return at + 1
		case f.text[at] == ',':
			at++
			continue
		}
		if len(f.list) == MaxRecordProblems {
			return f.giveUp(at)
		}
		end, whole := f.value(at)
		colon := f.blank(end)
		if f.text[at] != '"' || !whole || colon == len(f.text) || f.text[colon] != ':' {
			f.brokenAt(at, "not JSON: a name and a colon are expected at column %d; nothing after it was read", f.column(at))
			return len(f.text)
		}
		name, err := unquote(string(f.text[at:end]))
		if err != nil {
			name = string(f.text[at:end])
		}
		at = f.member(name, f.blank(colon+1))
	}
}

// member reads the value of a member of the outermost object, and returns the place after it.
func (f *jsonFile) member(name string, at int) int {
	_, known := f.arrays[name]
	list := isList(name, f.text[at:])
	if list && !known && at < len(f.text) && f.text[at] == '[' {
		f.arrays[name] = nil
		return f.records(name, at+1, ']')
	}
	end, whole := f.value(at)
	switch raw := f.text[at:end]; {
	case !whole || len(raw) == 0:
		f.brokenAt(at, "not JSON: the value of %s ends in the middle; nothing after it was read", quote(name))
		return len(f.text)
	case known:
		f.brokenAt(at, "%s stand twice in the file; keep one list", name)
	case list:
		f.brokenAt(at, "%s is %s, where an array is expected", name, kindName(jsontext.Value(raw).Kind()))
	case !jsontext.Value(raw).IsValid(lenient()...):
		f.tell(at, func() { f.warn(name, "not JSON; ignored") })
	case f.described+len(name)+len(raw) > MaxRecord || len(f.info) == MaxMembers:
		f.tell(at, func() {
			f.warn(name, "ignored; of what describes a collection, %s in %d fields are read", inBytes(MaxRecord), MaxMembers)
		})
	default:
		f.described += len(name) + len(raw)
		f.info = append(f.info, member{name: name, raw: string(raw)})
	}
	return end
}

// records reads the records of a list until a closing bracket, or 0 for the end of the text. It returns the place after it.
func (f *jsonFile) records(name string, at int, closing byte) int {
	var head []byte // how the records begin
	for {
		switch at = f.blank(at); {
		case f.ctx.Err() != nil:
			return len(f.text)
		case at == len(f.text):
			if closing != 0 {
				f.brokenAt(at, "the list of %s has no end; the file may be cut off", name)
			}
			return at
		case closing != 0 && f.text[at] == closing:
			return at + 1
		case len(f.arrays[name]) == MaxListed:
			f.brokenAt(at, "more than %d %s; nothing from here on was read; write them one a line, as .jsonl", MaxListed, name)
			return len(f.text)
		case f.text[at] == ',':
			at++
			continue
		}
		begin := at
		if own := f.head(at); own != nil {
			head = own
		}
		if at = f.end(at, head); f.vain > MaxWhole {
			return f.giveUp(begin)
		}
		f.arrays[name] = append(f.arrays[name], span{begin, f.trimmed(begin, at)})
	}
}

// end returns the place after a record. Two strings that are not closed can make one record out of several on one line, so
// that what holds the beginning of another one must be JSON.
func (f *jsonFile) end(at int, head []byte) int {
	end, whole := f.value(at)
	if !whole || end == at {
		return f.next(at+1, len(f.text), head)
	}
	if next := f.next(at+1, end, head); next < end && !jsontext.Value(f.text[at:end]).IsValid(lenient()...) {
		f.vain += end - at
		return next
	}
	return end
}

// head returns an object's text up to the end of its first name, nil if it has none. Records of one file begin alike, so
// that after a broken one the next can be found.
func (f *jsonFile) head(at int) []byte {
	if f.text[at] != '{' {
		return nil
	}
	name := f.blank(at + 1)
	if name == len(f.text) || f.text[name] != '"' {
		return nil
	}
	end, whole := f.value(name)
	if !whole {
		return nil
	}
	return f.text[name:end]
}

// next returns where the next record begins that has a head and stands before a place, which it returns if there is none.
func (f *jsonFile) next(at, limit int, head []byte) int {
	for len(head) > 0 && at < limit {
		found := bytes.Index(f.text[at:limit], head)
		if found < 0 {
			break
		}
		before := bytes.TrimRight(f.text[at:at+found], " \t\r\n")
		if bytes.HasSuffix(before, []byte{'{'}) {
			return at + len(before) - 1
		}
		at += found + len(head)
	}
	return limit
}

// trimmed returns the end of a record without the blanks and the comma that stand between it and the next one.
func (f *jsonFile) trimmed(begin, end int) int {
	return begin + len(bytes.TrimRight(f.text[begin:end], " \t\r\n,"))
}

func (f *jsonFile) blank(at int) int {
	for at < len(f.text) && bytes.IndexByte([]byte(" \t\r\n"), f.text[at]) >= 0 {
		at++
	}
	return at
}

// value returns the place after a value, and whether all its strings and brackets are closed. No string goes on over the
// end of a line.
func (f *jsonFile) value(at int) (end int, whole bool) {
	open := f.open[:0]
	defer func() { f.open = open }()
	for i := at; i < len(f.text); i++ {
		switch c := f.text[i]; c {
		case '"':
			if i = stringEnd(f.text, i); i < 0 {
				f.vain += ^i - at
				return at, false
			}
			if len(open) == 0 {
				return i + 1, true
			}
		case '{', '[':
			if len(open) > MaxDepth {
				f.vain += i - at
				return i, false // so that many that nothing closes are not all looked at for each of them
			}
			open = append(open, c+2) // which closes it
		case '}', ']':
			switch last := len(open) - 1; {
			case last < 0:
				return i, true
			case open[last] != c:
				return i, false
			case last == 0:
				return i + 1, true
			default:
				open = open[:last]
			}
		case ',', ' ', '\t', '\r', '\n', ':':
			if len(open) == 0 {
				return i, true
			}
		}
	}
	f.vain += len(f.text) - at
	return len(f.text), len(open) == 0
}

// stringEnd returns the place of the quote that closes a string; if none does on its line, a negative number, of which the
// complement is the end of the line.
func stringEnd[T string | []byte](text T, at int) int {
	for i := at + 1; i < len(text); i++ {
		switch text[i] {
		case '"':
			return i
		case '\\':
			i++
		case '\n':
			return ^i
		}
	}
	return ^len(text)
}

// brokenAt tells what is wrong with the file as a whole.
func (f *jsonFile) brokenAt(at int, text string, args ...any) {
	if at == len(f.text) {
		at = len(bytes.TrimRight(f.text, " \t\r\n"))
	}
	f.tell(at, func() { f.broken(text, args...) })
	f.told = true
}

// tell tells something about a place of the file.
func (f *jsonFile) tell(at int, find func()) {
	f.begin(f.lineOf(at), 0)
	find()
}

// giveUp ends the reading of a file in which so much is wrong that looking for the rest would take too long.
func (f *jsonFile) giveUp(at int) int {
	f.brokenAt(at, "too much is wrong with the file; nothing from here on was read")
	return len(f.text)
}

func (f *jsonFile) lineOf(at int) int { return 1 + bytes.Count(f.text[:at], []byte{'\n'}) }

func (f *jsonFile) column(at int) int {
	line := f.text[bytes.LastIndexByte(f.text[:at], '\n')+1 : at]
	return utf8.RuneCount(line) + 1
}
