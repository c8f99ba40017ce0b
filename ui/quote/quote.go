// Package quote lays out what was said, for screens and for pages. A direct quotation stands in one pair of quotation
// marks, also where it is cut, and nothing else does.
package quote

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"onrecord/model"
	"onrecord/ui/theme"
	"onrecord/ui/widget"
)

// Words are what was said, in a style, with the hits of the query in the text of the statement.
type Words struct {
	theme *theme.Theme
	style theme.Style
	quote model.Quote
	hits  []widget.Span // in the words of the quote
}

// New returns the words of a statement. The hits are ranges of bytes of its text, in order; there can be millions of them,
// of which none is looked at far behind the first.
func New(s *model.Statement, t *theme.Theme, style theme.Style, hits [][2]int) Words {
	w := Words{theme: t, style: style, quote: s.Quote()}
	for _, h := range hits {
		from, to := max(0, h[0]-w.quote.From), min(len(w.quote.Words), h[1]-w.quote.From)
		if len(w.hits) > 0 && from > w.hits[0].From+widget.MostLaidOut {
			break
		}
		if from < to {
			w.hits = append(w.hits, widget.Span{From: from, To: to})
		}
	}
	return w
}

// Wrap lays out the words from the first on.
func (w Words) Wrap(width int, how widget.Wrapping) []widget.Line { return w.from(0, width, how) }

// AtHit lays out the words; where the first hit would be cut away, they begin shortly before it, and a sign says so.
func (w Words) AtHit(width int, how widget.Wrapping) []widget.Line {
	lines := w.Wrap(width, how)
	if len(w.hits) == 0 || len(lines) == 0 || !lines[len(lines)-1].Cut {
		return lines
	}
	hit := w.hits[0]
	if hit.To <= lines[len(lines)-1].To-len(w.open()) {
		return lines
	}
	before := width / 2
	lines = w.from(w.beginning(hit.From, before), width, how)
	// Near the end of a text there may be room for more of what stands before.
	for before <= width*how.MaxLines {
		before += max(1, width/4)
		more := w.from(w.beginning(hit.From, before), width, how)
		if len(more) == 0 || more[len(more)-1].Cut {
			break
		}
		lines = more
	}
	return lines
}

// beginning returns where words can begin, at most so many bytes before a place: with a word, or in a script without
// blanks with a character.
func (w Words) beginning(place, most int) int {
	text := w.quote.Words
	start := max(0, place-most)
	if start == 0 {
		return 0
	}
	if gap := strings.IndexFunc(text[start:place], unicode.IsSpace); gap >= 0 {
		_, blank := utf8.DecodeRuneInString(text[start+gap:])
		return start + gap + blank
	}
	for start < place {
		r, size := utf8.DecodeRuneInString(text[start:])
		if unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Khmer, unicode.Lao, unicode.Myanmar) {
			break
		}
		start += size
	}
	return start
}

// open is the mark before the words.
func (w Words) open() string {
	if w.quote.Marked {
		return w.theme.Signs.QuoteOpen
	}
	return ""
}

// bytesOfColumn is more than what stands in a column is long.
const bytesOfColumn = 64

// from lays out the words from a byte on; that something stands before it is shown. Of a text of megabytes no more is
// looked at than can have room, or than anybody reads.
func (w Words) from(from, width int, how widget.Wrapping) []widget.Line {
	words := w.quote.Words[from:]
	if most := max(1, width) * how.MaxLines * bytesOfColumn; how.MaxLines > 0 && most < len(words) {
		for most < len(words) && !utf8.RuneStart(words[most]) {
			most++
		}
		if lines := w.lay(words[:most], from, width, how); len(lines) > 0 && lines[len(lines)-1].Cut {
			return lines
		}
	}
	return w.lay(words, from, width, how)
}

// lay lays out words that begin at a byte, as many of them as a page does.
func (w Words) lay(words string, from, width int, how widget.Wrapping) []widget.Line {
	var text widget.Text
	if w.quote.Marked {
		text = text.Add(w.style, w.theme.Signs.QuoteOpen)
		how.Tail = widget.Run{Raw: w.theme.Signs.QuoteClose, Style: w.style}
	}
	if from > 0 {
		text = text.Add(w.style, w.theme.Signs.Ellipsis+" ")
	}
	var hits []widget.Span
	for _, h := range w.hits {
		if h.From >= from && h.To <= from+len(words) {
			hits = append(hits, widget.Span{From: h.From - from, To: h.To - from})
		}
	}
	text = append(text, widget.Marked(w.style, words, w.theme.Match.Over(w.style), hits)...)
	text, cut := text.Within(widget.MostLaidOut, w.theme.Signs.Ellipsis)
	lines := text.Wrap(width, how)
	if n := len(lines); cut && n > 0 {
		lines[n-1].Cut = true
	}
	return lines
}
