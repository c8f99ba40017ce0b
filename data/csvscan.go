package data

import "bytes"

// rowScanner takes rows of CSV apart, as RFC 4180 writes them. A carriage return alone ends a row, too.
type rowScanner struct {
	comma  byte
	record []byte // the cells, one behind the other
	ends   []int  // where each of them ends
	bare   bool   // whether a quotation mark stands within a cell that is not quoted
	broken bool   // whether a cell goes over several lines
}

// scanned is what became of a row.
type scanned uint8

const (
	rowWhole    scanned = iota
	rowMore             // it is not all there yet
	rowUnclosed         // a quoted cell has no end
	rowCrooked          // a quoted cell goes on behind its end
	rowLong             // it is longer than any row may be
)

// scan reads a row from the beginning of a text, and returns the place after it. final says that nothing follows the text;
// without quotes, a quotation mark is a sign like any other.
func (s *rowScanner) scan(text []byte, final, quotes bool) (int, scanned) {
	s.record, s.ends, s.bare = s.record[:0], s.ends[:0], false
	s.broken = false
	for at := 0; ; at++ {
		var state scanned
		if quotes && at < len(text) && text[at] == '"' {
			at, state = s.quoted(text, at+1, final)
		} else {
			at, state = s.unquoted(text, at, final)
		}
		if state != rowWhole {
			return at, state
		}
		if len(s.ends) <= MaxMembers { // one more tells that there are too many
			s.ends = append(s.ends, len(s.record))
		}
		switch {
		case at == len(text):
			return at, rowWhole
		case text[at] == '\n':
			return at + 1, rowWhole
		case text[at] == '\r' && at+1 < len(text) && text[at+1] == '\n':
			return at + 2, rowWhole
		case text[at] == '\r' && at+1 == len(text) && !final:
			return at, rowMore
		case text[at] == '\r':
			return at + 1, rowWhole
		}
	}
}

// unquoted reads a cell without quotation marks around it, and returns the place after it.
func (s *rowScanner) unquoted(text []byte, at int, final bool) (int, scanned) {
	end := at
	for end < len(text) && text[end] != s.comma && text[end] != '\n' && text[end] != '\r' {
		s.bare = s.bare || text[end] == '"'
		end++
	}
	if end == len(text) && !final {
		return end, rowMore
	}
	s.record = append(s.record, text[at:end]...)
	return end, rowWhole
}

// quoted reads a cell behind the quotation mark that opens it, and returns the place behind the one that closes it.
func (s *rowScanner) quoted(text []byte, at int, final bool) (int, scanned) {
	for {
		quote := bytes.IndexByte(text[at:], '"')
		if quote < 0 {
			if final {
				return at, rowUnclosed
			}
			return at, rowMore
		}
		part := text[at : at+quote]
		s.broken = s.broken || bytes.ContainsAny(part, "\r\n")
		s.record = append(s.record, bytes.ReplaceAll(part, []byte("\r\n"), []byte{'\n'})...)
		at += quote + 1
		switch {
		case at == len(text) && !final:
			return at, rowMore
		case at == len(text) || text[at] == s.comma || text[at] == '\n' || text[at] == '\r':
			return at, rowWhole
		case text[at] != '"':
			return at, rowCrooked
		}
		s.record = append(s.record, '"')
		at++
	}
}

// cells returns the cells of the row that was scanned last.
func (s *rowScanner) cells() []string {
	all, cells, begin := string(s.record), make([]string, len(s.ends)), 0
	for i, end := range s.ends {
		cells[i] = all[begin:end]
		begin = end
	}
	return cells
}

// lineEnd returns the place after the first line of a text, -1 if it is not all there.
func lineEnd(text []byte, final bool) int {
	at := bytes.IndexAny(text, "\r\n")
	switch {
	case at < 0 && final:
		return len(text)
	case at < 0 || text[at] == '\r' && at+1 == len(text) && !final:
		return -1
	case text[at] == '\r' && at+1 < len(text) && text[at+1] == '\n':
		return at + 2
	}
	return at + 1
}

// lineEnds counts the lines that end in a text.
func lineEnds(text []byte) int {
	return bytes.Count(text, []byte{'\n'}) + bytes.Count(text, []byte{'\r'}) - bytes.Count(text, []byte("\r\n"))
}
