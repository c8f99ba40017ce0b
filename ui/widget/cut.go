package widget

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"onrecord/ui/theme"
)

// Cut is the text on one line of at most width columns, cut between grapheme clusters if it must be.
func (t Text) Cut(width int, w Wrapping) Line {
	if width <= 0 {
		return Line{Cut: len(t.raw()) > 0}
	}
	if n := t.plain(); n >= 0 && n <= width && w.Tail.Raw == "" {
		return t.whole(n)
	}
	return t.cutSlowly(width, w)
}

// plain is the width of a text of nothing but ASCII without hits and links that ends with no space, -1 for any other.
func (t Text) plain() int {
	n, last := 0, byte(0)
	for i := range t {
		raw := t[i].Raw
		if len(t[i].Hits) > 0 || t[i].URL != "" || !plainASCII(raw) {
			return -1
		}
		if n += len(raw); raw != "" {
			last = raw[len(raw)-1]
		}
	}
	if last == ' ' {
		return -1
	}
	return n
}

// whole draws a plain text, which most names and numbers are, as it stands.
func (t Text) whole(width int) Line {
	var b strings.Builder
	b.Grow(width + 16*len(t))
	for i := range t {
		if t[i].Raw != "" {
			t[i].Style.Append(&b, t[i].Raw)
		}
	}
	return Line{Styled: b.String(), Width: width, To: width}
}

// cutSlowly is Cut for any text.
func (t Text) cutSlowly(width int, w Wrapping) Line {
	l := &layout{Wrapping: w, text: t, body: len(t.raw()), width: width}
	if w.Tail.Raw != "" {
		l.text = append(t[:len(t):len(t)], w.Tail)
	}
	l.Breaks = false
	l.row = make([]cell, 0, min(width+8, len(t.raw())+4))
	source := newCells(l.text, l.Wrapping)
	for c, ok := source.next(); ok; c, ok = source.next() {
		l.add(c)
		if l.used > width && !c.space {
			return l.cutHard()
		}
	}
	l.emit()
	return l.lines[0]
}

// cutHard cuts the only line where its room ends, be it inside a word.
func (l *layout) cutHard() Line {
	mark, tail := l.endings(l.width)
	row := clusters(l.row, l.width-ansi.StringWidth(mark)-columns(tail))
	end := 0
	if len(row) > 0 {
		end = min(row[len(row)-1].to, l.body)
	}
	l.draw(row, mark, end)
	if len(tail) > 0 {
		l.close(tail)
	}
	l.lines[0].Cut = true
	return l.lines[0]
}

// Fit is raw in style, cut or padded to exactly width columns. An ellipsis in ASCII asks for pictures in
// ASCII too.
func Fit(style theme.Style, raw string, width int, ellipsis string) string {
	return fit(style, raw, width, ellipsis).Pad(width)
}

// FitRight is Fit with the text at the right edge.
func FitRight(style theme.Style, raw string, width int, ellipsis string) string {
	line := fit(style, raw, width, ellipsis)
	return spaces(width-line.Width) + line.Styled
}

func fit(style theme.Style, raw string, width int, ellipsis string) Line {
	ascii := ellipsis != "" && plainASCII(ellipsis)
	if w := measure(raw, ascii); w <= width {
		return Line{Styled: style.Render(safe(raw, ascii)), Width: w, To: len(raw)}
	}
	return Styled(style, raw).Cut(width, Wrapping{Ellipsis: ellipsis, ASCII: ascii})
}
