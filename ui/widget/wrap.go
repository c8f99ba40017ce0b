package widget

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
)

// Wrapping says how a text is laid out.
type Wrapping struct {
	MaxLines int    // 0: as many as it takes
	Ellipsis string // shown where text is cut; empty: "…"
	Tail     Run    // always last, even behind the ellipsis: the closing quotation mark
	Hang     int    // columns by which all lines but the first are indented
	Breaks   bool   // line breaks in the text end a line; otherwise they are spaces
	ASCII    bool   // pictures of what must not be drawn are ASCII
}

func (w Wrapping) ellipsis() string {
	if w.Ellipsis == "" {
		return "…"
	}
	return w.Ellipsis
}

// layout is the state while a text is wrapped.
type layout struct {
	Wrapping
	text  Text // with the tail, if there is one
	body  int  // bytes of the text without the tail
	width int
	lines []Line
	row   []cell // the line that is being filled
	used  int    // columns of row
	start int    // byte where row begins
	over  bool   // the last line is full and there is more
}

// Wrap breaks the text into lines of at most width columns where the Unicode line breaking algorithm
// allows; what has no such place is broken between grapheme clusters. An empty text is one empty line.
func (t Text) Wrap(width int, w Wrapping) []Line {
	if width <= 0 {
		return nil
	}
	l := &layout{Wrapping: w, text: t, body: len(t.raw()), width: width}
	if w.Tail.Raw != "" {
		l.text = append(t[:len(t):len(t)], w.Tail)
	}
	all := l.text.raw()
	source, breaks := newCells(l.text, w), breaker{all: all}
	l.row = make([]cell, 0, min(width+8, len(all)+1))
	var word []cell
	pending, more := source.next()
	for more && !l.over {
		end, must := breaks.next()
		word = word[:0]
		for more && pending.from < end {
			word = append(word, pending)
			pending, more = source.next()
		}
		l.place(word)
		if must && w.Breaks && more && !l.over {
			l.flush()
		}
	}
	if !l.over {
		l.emit()
	}
	return l.lines
}

func (l *layout) limit() int {
	if len(l.lines) == 0 {
		return l.width
	}
	return max(1, l.width-l.Hang)
}

// place puts a word on this line or on the next one.
func (l *layout) place(word []cell) {
	if l.used+bare(word) <= l.limit() {
		l.put(word)
		return
	}
	if l.used > 0 && !l.flush() {
		return
	}
	if bare(word) <= l.limit() {
		l.put(word)
		return
	}
	l.split(word)
}

// split spreads a word over as many lines as it needs.
func (l *layout) split(word []cell) {
	for _, c := range word {
		if c.width > l.limit() {
			// Not even one sign fits; what stands for it says that something is missing.
			c.show, c.width, c.omitted = ansi.Truncate(l.ellipsis(), 1, ""), 1, true
		}
		if l.used+c.width > l.limit() && !c.space && !l.flush() {
			return
		}
		l.add(c)
	}
}

func (l *layout) put(word []cell) {
	for _, c := range word {
		l.add(c)
	}
}

func (l *layout) add(c cell) {
	l.row = append(l.row, c)
	l.used += c.width
}

// flush ends the line. It reports whether another may begin; if not, the line has been cut.
func (l *layout) flush() bool {
	if l.MaxLines > 0 && len(l.lines)+1 >= l.MaxLines {
		l.cut()
		return false
	}
	l.emit()
	return true
}

// emit draws the line as it is.
func (l *layout) emit() {
	end := l.start
	if len(l.row) > 0 {
		end = min(l.row[len(l.row)-1].to, l.body)
	}
	l.draw(trimmed(l.row), "", end)
	l.row, l.used, l.start = l.row[:0], 0, end
}

// cut draws the last line that there may be, with the sign that more would follow.
func (l *layout) cut() {
	l.over = true
	mark, tail := l.endings(l.limit())
	row := trimmed(l.row)
	spaced := len(row) < len(l.row)
	room := l.limit() - ansi.StringWidth(mark) - columns(tail)
	if kept := wholeWords(row, room, spaced); len(kept) > 0 {
		row, mark = kept, " "+mark
	} else {
		row = clusters(row, room)
	}
	end := l.start
	if len(row) > 0 {
		end = min(row[len(row)-1].to, l.body)
	}
	l.draw(row, mark, end)
	if len(tail) > 0 {
		l.close(tail)
	}
	l.lines[len(l.lines)-1].Cut = true
}

// close puts the tail behind the ellipsis of the last line.
func (l *layout) close(tail []cell) {
	var b strings.Builder
	line := &l.lines[len(l.lines)-1]
	b.WriteString(line.Styled)
	paint(&b, l.text, tail)
	line.Styled, line.Width = b.String(), line.Width+columns(tail)
}

// endings are the ellipsis and the tail as they fit into limit columns.
func (l *layout) endings(limit int) (mark string, tail []cell) {
	mark = l.ellipsis()
	if l.Tail.Raw != "" {
		source := newCells(Text{l.Tail}, l.Wrapping)
		for c, ok := source.next(); ok; c, ok = source.next() {
			c.run = len(l.text) - 1
			tail = append(tail, c)
		}
	}
	if ansi.StringWidth(mark)+columns(tail) > limit {
		tail = nil
	}
	return ansi.Truncate(mark, limit, ""), tail
}

// draw adds a line of row and mark, which is painted like the last sign.
func (l *layout) draw(row []cell, mark string, end int) {
	var b strings.Builder
	b.Grow(2*len(row) + len(mark))
	indent := 0
	if len(l.lines) > 0 {
		indent = l.width - l.limit()
	}
	b.WriteString(spaces(indent))
	paint(&b, l.text, row)
	if mark != "" && len(l.text) > 0 {
		run := 0
		if len(row) > 0 {
			run = row[len(row)-1].run
		}
		l.text[run].Style.Append(&b, mark)
	}
	width := indent + columns(row) + ansi.StringWidth(mark)
	l.lines = append(l.lines, Line{Styled: b.String(), Width: width, From: l.start, To: end, Cut: l.missing(row)})
}

// missing reports whether a sign of row had to be left out for want of room.
func (l *layout) missing(row []cell) bool {
	return slices.ContainsFunc(row, func(c cell) bool { return c.omitted })
}

// wholeWords is the longest beginning of row that ends with a word and leaves room for a space and the
// ellipsis; nothing if that would waste half of the line. A language without spaces has no whole words
// in this sense.
func wholeWords(row []cell, room int, spaced bool) []cell {
	if spaced && columns(row)+1 <= room {
		return row
	}
	for i := len(row) - 1; i > 0; i-- {
		if !row[i].space {
			continue
		}
		if kept := trimmed(row[:i]); columns(kept)+1 <= room {
			if 2*columns(kept) < room {
				return nil
			}
			return kept
		}
	}
	return nil
}

// clusters is the longest beginning of row that fits into room columns and does not end inside a number,
// which would be another number.
func clusters(row []cell, room int) []cell {
	n, used := 0, 0
	for n < len(row) && used+row[n].width <= room {
		used += row[n].width
		n++
	}
	if n == len(row) {
		return row
	}
	end := n
	for end > 0 && numeric(row[end]) && numeric(row[end-1]) {
		end--
	}
	if end == 0 {
		end = n
	}
	return trimmed(row[:end])
}

func numeric(c cell) bool {
	r, _ := utf8.DecodeRuneInString(c.show)
	return unicode.IsDigit(r) || r == ',' || r == '.'
}

// bare is the width of a word without the spaces behind it.
func bare(word []cell) int { return columns(trimmed(word)) }

func columns(row []cell) int {
	w := 0
	for _, c := range row {
		w += c.width
	}
	return w
}

// trimmed is row without the spaces at its end.
func trimmed(row []cell) []cell {
	for len(row) > 0 && row[len(row)-1].space {
		row = row[:len(row)-1]
	}
	return row
}
