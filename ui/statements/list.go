package statements

import (
	"onrecord/ui/theme"
	"onrecord/ui/widget"
)

// list is the pane of statements found: which one is under the cursor, and which part is in view.
type list struct {
	painter
	answers *answers
	window  *widget.Window
	width   int
	short   bool // one line a statement
	small   bool // little room: no topics
	nearAt  int  // the first row that only nearly matches, -1 if there is none
	drawn   map[int]drawnRow
	look    rowLook
}

// rowLook is all that the drawing of a row depends on, apart from the row and whether it is selected.
type rowLook struct {
	width  int
	height int
	theme  *theme.Theme
	answer int
}

// drawnRow is a row as it was drawn last.
type drawnRow struct {
	selected, marked bool
	lines            []string
}

// Heights of a row at most: whole with its topics and a blank line, without topics where there is little room, and short.
const (
	wholeRow  = 5
	smallRow  = 4
	shortRow  = 1
	wordLines = 2  // of these rows; what was said in fewer words takes one
	roomyFrom = 14 // lines of the pane from which rows show their topics
)

func newList(p painter, a *answers) *list {
	l := &list{painter: p, answers: a, nearAt: -1}
	l.window = widget.NewWindow(l.tall)
	return l
}

// rowHeight is how many lines a row takes at most.
func (l *list) rowHeight() int {
	switch {
	case l.short:
		return shortRow
	case l.small:
		return smallRow
	}
	return wholeRow
}

// resize gives the list its room. A list that is not seen keeps its width, so that its rows keep their heights.
func (l *list) resize(width, height int) {
	if width > 0 {
		l.width = width
	}
	l.small = height < roomyFrom
	l.window.Resize(height)
}

// density switches between whole and short rows.
func (l *list) density() {
	l.short = !l.short
	l.window.Resize(l.window.Height())
}

// inView returns the first and the last row in view.
func (l *list) inView() (first, last int) {
	slots := l.window.Slots()
	if len(slots) == 0 {
		return 0, -1
	}
	return slots[0].Index, slots[len(slots)-1].Index
}

// ahead is how many rows below the view are asked for with those in view.
const ahead = 4

// rows is how many rows of a list that is read from its beginning are wanted.
func (l *list) rows() int { return l.window.Height()/max(1, l.rowHeight()-1) + 1 + ahead }

// keepDrawn bounds how many drawn rows are kept.
const keepDrawn = 16 * pageRows

// view draws the rows in view.
func (l *list) view() []string {
	var lines []string
	slots := l.window.Slots()
	for _, slot := range slots {
		lines = append(lines, l.draw(slot.Index)[slot.Skip:slot.Skip+slot.Lines]...)
	}
	return l.thumb(lines, slots)
}

// thumb marks at the right edge which part of the list is in view, if that is not all of it.
func (l *list) thumb(lines []string, slots []widget.Slot) []string {
	if len(slots) == 0 || l.width < 1 {
		return lines
	}
	first, last, count := slots[0], slots[len(slots)-1], l.window.Count()
	whole := first.Index == 0 && first.Skip == 0 && last.Index == count-1 && last.Lines+last.Skip >= len(l.draw(last.Index))
	if whole {
		return lines
	}
	seen := last.Index - first.Index + 1
	size := max(1, min(len(lines)-1, len(lines)*seen/count))
	at := 0
	if hidden := count - seen; hidden > 0 {
		at = first.Index * (len(lines) - size) / hidden
	}
	for y := at; y < at+size && y < len(lines); y++ {
		lines[y] = widget.Exactly(lines[y], l.width-1) + l.theme.Faint.Render(l.theme.Signs.Thumb)
	}
	return lines
}

// draw draws a row, unless it has been drawn already as it is now.
func (l *list) draw(i int) []string {
	row, ok := l.answers.row(i)
	if !ok {
		return l.waiting(l.rowHeight())
	}
	if look := (rowLook{l.width, l.rowHeight(), l.theme, l.answers.generation}); look != l.look || len(l.drawn) > keepDrawn {
		l.drawn, l.look = map[int]drawnRow{}, look
	}
	selected, marked := i == l.window.Cursor(), l.marked(row.Statement.ID)
	if d, ok := l.drawn[i]; ok && d.selected == selected && d.marked == marked {
		return d.lines
	}
	d := drawnRow{selected: selected, marked: marked}
	if i == l.nearAt {
		d.lines = l.nearHeading(&l.answers.last, l.width)
	}
	if l.short {
		d.lines = append(d.lines, l.shortRow(row, l.width, selected))
	} else {
		d.lines = append(d.lines, l.wholeRow(row, l.width, selected, !l.small)...)
	}
	l.drawn[i] = d
	return d.lines
}
