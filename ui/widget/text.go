package widget

import (
	"strings"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"

	"onrecord/ui/theme"
)

// Span is a range of bytes of a raw string.
type Span struct{ From, To int }

// Run is a raw string in one style, parts of which may be hits of the query in another.
type Run struct {
	Raw      string
	Style    theme.Style
	Hits     []Span // in Raw, sorted, not overlapping
	HitStyle theme.Style
	URL      string // where a click on it leads, if it is a safe http or https address
}

// Text is raw strings in their styles, one behind the other. It is made safe when it is drawn.
type Text []Run

// Styled is a text in one style.
func Styled(style theme.Style, raw string) Text { return Text{{Raw: raw, Style: style}} }

// Marked is a text with its hits in a style of their own.
func Marked(style theme.Style, raw string, hit theme.Style, hits []Span) Text {
	return Text{{Raw: raw, Style: style, Hits: hits, HitStyle: hit}}
}

// Add appends raw in style.
func (t Text) Add(style theme.Style, raw string) Text { return append(t, Run{Raw: raw, Style: style}) }

// Width is the number of columns of the whole text on one line.
func (t Text) Width() int {
	w := 0
	for _, r := range t {
		w += Width(r.Raw)
	}
	return w
}

// MostLaidOut is how many bytes of one text a page lays out: more than anybody reads on a screen. What is longer is cut,
// and the page says so.
const MostLaidOut = 64 << 10

// Within is the beginning of the text, at most so many bytes, with an ellipsis if that is not all of it.
func (t Text) Within(most int, ellipsis string) (short Text, cut bool) {
	for i, r := range t {
		if len(r.Raw) <= most {
			most -= len(r.Raw)
			continue
		}
		r.Raw = Beginning(r.Raw, most)
		return append(t[:i:i], r).Add(r.Style, ellipsis), true
	}
	return t, false
}

// Beginning is at most so many bytes of a string, to the end of a word if there is one near.
func Beginning(raw string, most int) string {
	if len(raw) <= most {
		return raw
	}
	for most > 0 && !utf8.RuneStart(raw[most]) {
		most--
	}
	if gap := strings.LastIndexByte(raw[:most], ' '); gap > most/2 {
		return raw[:gap]
	}
	return raw[:most]
}

// raw is the text without its styles.
func (t Text) raw() string {
	switch len(t) {
	case 0:
		return ""
	case 1:
		return t[0].Raw
	}
	var b strings.Builder
	for _, r := range t {
		b.WriteString(r.Raw)
	}
	return b.String()
}

// Line is one drawn line.
type Line struct {
	Styled   string // with escape sequences, safe
	Width    int    // columns
	From, To int    // the bytes of the raw text that it stands for, spaces at its end included
	Cut      bool   // text that belongs here is not shown
}

// String is the line as drawn.
func (l Line) String() string { return l.Styled }

// Pad is the line filled with spaces up to width columns.
func (l Line) Pad(width int) string {
	if l.Width >= width {
		return l.Styled
	}
	return l.Styled + spaces(width-l.Width)
}

// cell is a piece with the run it belongs to.
type cell struct {
	piece
	run     int
	hit     bool
	omitted bool // the sign had no room; something else stands for it
}

// cells walks through the pieces of a text.
type cells struct {
	text Text
	run  int
	base int // offset of the run in the raw text
	scan scanner
	hit  int // index of the next hit of the run
	set  Wrapping
}

func newCells(t Text, w Wrapping) *cells {
	c := &cells{text: t, set: w}
	c.enter(0)
	return c
}

// enter begins with a run.
func (c *cells) enter(run int) {
	c.run, c.hit = run, 0
	if run < len(c.text) {
		c.scan = newScanner(c.text[run].Raw, c.set.ASCII)
		c.scan.lines = c.set.Breaks
	}
}

// next is the next cell; ok is false at the end of the text.
func (c *cells) next() (out cell, ok bool) {
	for c.run < len(c.text) {
		p, ok := c.scan.next()
		if !ok {
			c.base += len(c.text[c.run].Raw)
			c.enter(c.run + 1)
			continue
		}
		out = cell{piece: p, run: c.run, hit: c.isHit(p)}
		out.from += c.base
		out.to += c.base
		return out, true
	}
	return cell{}, false
}

// isHit reports whether a hit of the run covers any byte of p.
func (c *cells) isHit(p piece) bool {
	hits := c.text[c.run].Hits
	for c.hit < len(hits) && hits[c.hit].To <= p.from {
		c.hit++
	}
	return c.hit < len(hits) && hits[c.hit].From < p.to && hits[c.hit].To > hits[c.hit].From
}

// paint draws cells: neighbours of one style in one piece, right-to-left fields in isolates.
func paint(b *strings.Builder, t Text, row []cell) {
	for i := 0; i < len(row); {
		run := row[i].run
		j, rtl := i, false
		for j < len(row) && row[j].run == run {
			rtl = rtl || row[j].rtl
			j++
		}
		if rtl {
			b.WriteString(isolate)
		}
		address := safeAddress(t[run].URL)
		if address != "" {
			b.WriteString(ansi.SetHyperlink(address))
		}
		paintRun(b, t[run], row[i:j])
		if address != "" {
			b.WriteString(ansi.ResetHyperlink())
		}
		if rtl {
			b.WriteString(isolateEnd)
		}
		i = j
	}
}

func paintRun(b *strings.Builder, r Run, row []cell) {
	for i := 0; i < len(row); {
		style := r.Style
		if row[i].hit {
			style = r.HitStyle
		}
		style.Begin(b)
		for hit := row[i].hit; i < len(row) && row[i].hit == hit; i++ {
			b.WriteString(row[i].show)
		}
		style.End(b)
	}
}

const blanks = "                                                                                                    " +
	"                                                                                                    "

func spaces(n int) string {
	switch {
	case n <= 0:
		return ""
	case n <= len(blanks):
		return blanks[:n]
	}
	return strings.Repeat(" ", n)
}
