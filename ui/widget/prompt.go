package widget

import (
	"strings"
	"unicode"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"onrecord/ui/keys"
	"onrecord/ui/theme"
)

// maxLine bounds the line in bytes: a paste of a whole file is a mistake.
const maxLine = 4096

// Prompt is a line that is edited. It moves by grapheme clusters, and it tells the column of the
// terminal's own cursor, which input methods need, from what is drawn.
type Prompt struct {
	value string
	caret int  // byte offset, between clusters
	first int  // index of the first cluster that is drawn
	all   bool // the line is selected: what is typed takes its place
}

// Value is the line.
func (p *Prompt) Value() string { return p.value }

// Caret is the byte offset of the cursor in the line.
func (p *Prompt) Caret() int { return p.caret }

// AtEnd reports whether the cursor stands behind the last sign.
func (p *Prompt) AtEnd() bool { return p.caret == len(p.value) }

// SetValue replaces the line and puts the cursor behind it.
func (p *Prompt) SetValue(value string) {
	p.value = oneLine(value)
	p.caret = len(p.value)
	p.all = false
}

// SelectAll selects the line, so that what is typed or pasted takes its place. A blank and every editing command let it
// stand, to be gone on with.
func (p *Prompt) SelectAll() {
	p.caret = len(p.value)
	p.all = p.value != ""
}

// Selected reports whether the line is selected.
func (p *Prompt) Selected() bool { return p.all }

// Deselect lets the line stand.
func (p *Prompt) Deselect() { p.all = false }

// SetCaret puts the cursor at a byte offset, or before the cluster that holds it.
func (p *Prompt) SetCaret(offset int) {
	p.all = false
	p.caret = 0
	for _, at := range p.stops() {
		if at <= offset {
			p.caret = at
		}
	}
}

// Insert writes text at the cursor: typed or pasted. Line breaks become spaces, and what no keyboard
// writes (controls, overrides of the direction) is left out.
func (p *Prompt) Insert(text string) bool {
	if p.all && text != " " {
		return p.Replace(0, len(p.value), text)
	}
	return p.Replace(p.caret, p.caret, text)
}

// Replace puts text in the place of the bytes from..to and the cursor behind it. It reports whether the
// line changed.
func (p *Prompt) Replace(from, to int, text string) bool {
	from = max(0, min(from, len(p.value)))
	to = max(from, min(to, len(p.value)))
	text = oneLine(text)
	if room := maxLine - (len(p.value) - (to - from)); len(text) > room {
		text = strings.ToValidUTF8(text[:max(0, room)], "")
	}
	before := p.value
	p.value = p.value[:from] + text + p.value[to:]
	p.caret = p.stopAtOrAfter(from + len(text))
	p.all = false
	return p.value != before
}

// Edit does what an editing command says. known is false if id is none of them.
func (p *Prompt) Edit(id keys.ID) (changed, known bool) {
	switch id {
	case keys.DeleteBackward:
		return p.Replace(p.before(p.caret), p.caret, ""), true
	case keys.DeleteForward:
		return p.Replace(p.caret, p.after(p.caret), ""), true
	case keys.DeleteWord:
		return p.Replace(p.wordBefore(), p.caret, ""), true
	case keys.ClearLine:
		return p.Replace(0, len(p.value), ""), true
	case keys.KillLine:
		return p.Replace(p.caret, len(p.value), ""), true
	case keys.CaretLeft:
		p.caret = p.before(p.caret)
	case keys.CaretRight:
		p.caret = p.after(p.caret)
	case keys.WordLeft:
		p.caret = p.wordBefore()
	case keys.WordRight:
		p.caret = p.wordAfter()
	case keys.LineStart:
		p.caret = 0
	case keys.LineEnd:
		p.caret = len(p.value)
	default:
		return false, false
	}
	p.all = false
	return false, true
}

// oneLine is text as it may stand in the line.
func oneLine(text string) string {
	text = strings.ToValidUTF8(text, "")
	text = strings.ReplaceAll(text, "\r\n", " ")
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\r' || r == '\t' || r == '\u2028' || r == '\u2029':
			return ' '
		case unicode.IsGraphic(r) || r == joiner || r == nonJoiner:
			return r
		}
		return -1
	}, text)
}

// stops are the byte offsets where the cursor may stand.
func (p *Prompt) stops() []int {
	stops := []int{0}
	scan := newScanner(p.value, false)
	for c, ok := scan.next(); ok; c, ok = scan.next() {
		stops = append(stops, c.to)
	}
	return stops
}

func (p *Prompt) stopAtOrAfter(offset int) int {
	for _, at := range p.stops() {
		if at >= offset {
			return at
		}
	}
	return len(p.value)
}

func (p *Prompt) before(offset int) int {
	last := 0
	for _, at := range p.stops() {
		if at >= offset {
			break
		}
		last = at
	}
	return last
}

func (p *Prompt) after(offset int) int { return p.stopAtOrAfter(min(offset+1, len(p.value))) }

// wordBefore is where the word before the cursor begins: spaces first, then signs of one kind.
func (p *Prompt) wordBefore() int {
	head := strings.TrimRightFunc(p.value[:p.caret], unicode.IsSpace)
	if head == "" {
		return 0
	}
	r, _ := utf8.DecodeLastRuneInString(head)
	return p.stopAtOrAfter(len(strings.TrimRightFunc(head, sameKind(r))))
}

// wordAfter is where the word behind the cursor ends.
func (p *Prompt) wordAfter() int {
	rest := strings.TrimLeftFunc(p.value[p.caret:], unicode.IsSpace)
	if rest == "" {
		return len(p.value)
	}
	r, _ := utf8.DecodeRuneInString(rest)
	return p.stopAtOrAfter(len(p.value) - len(strings.TrimLeftFunc(rest, sameKind(r))))
}

// sameKind tells whether a sign belongs to a word that r belongs to: letters, or other signs.
func sameKind(r rune) func(rune) bool {
	word := wordRune(r)
	return func(s rune) bool { return !unicode.IsSpace(s) && wordRune(s) == word }
}

func wordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) }

// Look says how the line is drawn.
type Look struct {
	Style       theme.Style
	Colour      func(value string) Text // the line in its styles; its raw text must be value; nil: Style
	Ghost       string                  // shown behind the cursor at the end of the line: the rest of a completion
	Placeholder string                  // shown while the line is empty
	GhostStyle  theme.Style
	Selection   theme.Style // of the line while it is selected
	Ellipsis    string
	ASCII       bool
}

// View draws the line in width columns and tells the column of the cursor. The last column is kept for a
// cursor behind the last sign. Where the line goes on beyond an edge, the edge says so.
func (p *Prompt) View(width int, look Look) (line Line, column int) {
	if width <= 0 {
		return Line{}, 0
	}
	text, length := p.text(look), len(p.value)
	var all []cell
	source := newCells(text, Wrapping{ASCII: look.ASCII})
	caret := 0
	for c, ok := source.next(); ok; c, ok = source.next() {
		if c.to <= p.caret && c.to <= length {
			caret = len(all) + 1
		}
		all = append(all, c)
	}
	mark := ansi.Truncate(Wrapping{Ellipsis: look.Ellipsis}.ellipsis(), width/4, "")
	row, column, left, right := p.scroll(all, caret, width, ansi.StringWidth(mark))
	var b strings.Builder
	if left {
		look.GhostStyle.Append(&b, mark)
	}
	paint(&b, text, row)
	used := columns(row)
	if left {
		used += ansi.StringWidth(mark)
	}
	if right {
		look.GhostStyle.Append(&b, mark)
		used += ansi.StringWidth(mark)
	}
	return Line{Styled: b.String(), Width: used, To: length, Cut: left || right}, column
}

// text is what is drawn: the line in its colours and what stands behind it.
func (p *Prompt) text(look Look) Text {
	if p.value == "" {
		return Styled(look.GhostStyle, look.Placeholder)
	}
	if p.all {
		return Styled(look.Selection, p.value)
	}
	text := Styled(look.Style, p.value)
	if look.Colour != nil {
		if coloured := look.Colour(p.value); coloured.raw() == p.value {
			text = coloured
		}
	}
	if look.Ghost != "" && p.AtEnd() {
		text = text[:len(text):len(text)].Add(look.GhostStyle, look.Ghost)
	}
	return text
}

// scroll picks the cells that are drawn, so that the cursor before cell caret is among them. mark is the
// width of the sign at an edge behind which the line goes on.
func (p *Prompt) scroll(all []cell, caret, width, mark int) (row []cell, column int, left, right bool) {
	room := max(1, width-1)
	edge := func(hidden int) int {
		if hidden > 0 {
			return mark
		}
		return 0
	}
	// needed is what it takes to draw from first to the sign under the cursor.
	needed := func(first int) int {
		if caret+1 < len(all) {
			return edge(first) + columns(all[first:caret+1]) + mark
		}
		return edge(first) + columns(all[first:])
	}
	p.first = min(p.first, caret)
	for p.first > 0 && (p.first == caret || edge(p.first-1)+columns(all[p.first-1:]) <= room) {
		p.first--
	}
	for p.first < caret && needed(p.first) > room {
		p.first++
	}
	end, used := len(all), edge(p.first)+columns(all[p.first:])
	for end > p.first && used+edge(len(all)-end) > room {
		end--
		used -= all[end].width
	}
	return all[p.first:end], edge(p.first) + columns(all[p.first:min(caret, end)]), p.first > 0, end < len(all)
}

// Cursor is the terminal's cursor for a line drawn at x, y whose View told column.
func Cursor(x, y, column int) *tea.Cursor {
	c := tea.NewCursor(x+column, y)
	c.Shape, c.Blink = tea.CursorBar, false
	return c
}
