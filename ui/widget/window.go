package widget

// Window is the scroll maths of a list: which rows are seen, given where the cursor is. Rows may differ
// in height; only those near the window are ever measured, so a million rows cost what forty do.
type Window struct {
	tall   func(index int) int // lines of a row, at least 1
	count  int
	height int
	cursor int
	top    int // the first row that is seen
	skip   int // lines of it above the window
	line   int // where the cursor's row began in the window, to hold it there when sizes change
}

// Slot is a row that is seen.
type Slot struct {
	Index int
	Y     int // the first line of the window that it takes
	Skip  int // lines of the row above the window
	Lines int // lines of the row inside the window
}

// NewWindow makes a window over rows whose heights tall tells.
func NewWindow(tall func(index int) int) *Window { return &Window{tall: tall} }

// Uniform is a window over rows of one line.
func Uniform() *Window { return NewWindow(func(int) int { return 1 }) }

// Count is the number of rows.
func (w *Window) Count() int { return w.count }

// Height is the number of lines of the window.
func (w *Window) Height() int { return w.height }

// Cursor is the row under the cursor, or -1 if there is none.
func (w *Window) Cursor() int {
	if w.count == 0 {
		return -1
	}
	return w.cursor
}

// SetCount changes the number of rows; the cursor stays on its row if that still exists.
func (w *Window) SetCount(count int) {
	w.count = max(0, count)
	w.settle()
}

// Reset begins anew with count rows and the cursor on the first.
func (w *Window) Reset(count int) {
	w.count, w.cursor, w.top, w.skip = max(0, count), 0, 0, 0
	w.settle()
}

// Resize gives the window a new height, and the rows may have new heights too. The row under the cursor
// stays on its line as far as there is room.
func (w *Window) Resize(height int) {
	w.height = max(0, height)
	w.clamp()
	if w.count > 0 {
		w.placeCursor(min(w.line, max(0, w.height-w.rows(w.cursor))))
	}
	w.settle()
}

// Select puts the cursor on a row.
func (w *Window) Select(index int) {
	w.cursor = index
	w.settle()
}

// Follow is for rows that have become others: the row under the cursor is now the one at index among count. It stays on
// its line as far as there are rows around it.
func (w *Window) Follow(index, count int) {
	w.count, w.cursor = max(0, count), index
	w.clamp()
	if w.count > 0 {
		w.placeCursor(w.line)
	}
	w.settle()
}

// Move moves the cursor by delta rows.
func (w *Window) Move(delta int) { w.Select(w.cursor + delta) }

// Home puts the cursor on the first row.
func (w *Window) Home() {
	w.top, w.skip = 0, 0
	w.Select(0)
}

// End puts the cursor on the last row.
func (w *Window) End() { w.Select(w.count - 1) }

// Page moves the cursor and the rows by a page, downwards if direction is positive. One row of the old
// page stays in view.
func (w *Window) Page(direction int) { w.jump(direction, max(1, w.height-1)) }

// Half moves by half a page.
func (w *Window) Half(direction int) { w.jump(direction, max(1, w.height/2)) }

// jump moves the cursor by at most lines, at least one row, and keeps it on its line.
func (w *Window) jump(direction, lines int) {
	if w.count == 0 || direction == 0 {
		return
	}
	step, line, next := 1, w.line, w.cursor
	if direction < 0 {
		step = -1
	}
	for moved := 0; next+step >= 0 && next+step < w.count; next += step {
		moved += w.rows(min(next, next+step))
		if moved > lines && next != w.cursor {
			break
		}
	}
	w.cursor = next
	w.placeCursor(line)
	w.settle()
}

// Scroll moves the rows by lines under a cursor that only moves when it would leave the window.
func (w *Window) Scroll(lines int) {
	for ; lines > 0 && !w.atEnd(); lines-- {
		if w.skip++; w.skip >= w.rows(w.top) {
			w.top, w.skip = w.top+1, 0
		}
	}
	for ; lines < 0 && (w.top > 0 || w.skip > 0); lines++ {
		if w.skip--; w.skip < 0 {
			w.top--
			w.skip = w.rows(w.top) - 1
		}
	}
	w.pullCursor()
}

// pullCursor brings the cursor to a row that is wholly seen, if there is one.
func (w *Window) pullCursor() {
	slots := w.Slots()
	if len(slots) == 0 {
		return
	}
	first, last := slots[0], slots[len(slots)-1]
	if first.Skip > 0 && len(slots) > 1 {
		first = slots[1]
	}
	if last.Lines < w.rows(last.Index) && last.Index > first.Index {
		last = slots[len(slots)-2]
	}
	w.cursor = min(max(w.cursor, first.Index), max(first.Index, last.Index))
	w.remember(slots)
}

// Slots are the rows that are seen, from the top.
func (w *Window) Slots() []Slot {
	var slots []Slot
	y, skip := 0, w.skip
	for i := w.top; i < w.count && y < w.height; i++ {
		lines := min(w.rows(i)-skip, w.height-y)
		slots = append(slots, Slot{Index: i, Y: y, Skip: skip, Lines: lines})
		y, skip = y+lines, 0
	}
	return slots
}

// At is the row at line y of the window.
func (w *Window) At(y int) (index int, ok bool) {
	for _, s := range w.Slots() {
		if y >= s.Y && y < s.Y+s.Lines {
			return s.Index, true
		}
	}
	return 0, false
}

func (w *Window) rows(i int) int { return max(1, w.tall(i)) }

// settle makes everything fit together again: the cursor on a row, that row in the window, and no empty
// lines below the last row while there are rows above the first.
func (w *Window) settle() {
	w.clamp()
	if w.count == 0 || w.height == 0 {
		return
	}
	w.show()
	w.fill()
	w.remember(w.Slots())
}

func (w *Window) clamp() {
	w.cursor = max(0, min(w.cursor, w.count-1))
	if w.top >= w.count {
		w.top, w.skip = max(0, w.count-1), 0
	}
	if w.count > 0 {
		w.skip = max(0, min(w.skip, w.rows(w.top)-1))
	}
}

// show scrolls as little as needed for the cursor's row to be seen whole, or from its first line if it
// is taller than the window.
func (w *Window) show() {
	switch {
	case w.cursor < w.top, w.cursor == w.top && w.skip > 0:
		w.top, w.skip = w.cursor, 0
	case w.cursor-w.top >= w.height || w.bottomOf(w.cursor) > w.height:
		w.placeCursor(w.height - w.rows(w.cursor))
	}
}

// bottomOf is the line behind the last one of row i, counted from the top of the window, or any number
// beyond the window.
func (w *Window) bottomOf(i int) int {
	y := -w.skip
	for k := w.top; k <= i && y <= w.height; k++ {
		y += w.rows(k)
	}
	return y
}

// placeCursor scrolls so that the cursor's row begins on a line of the window.
func (w *Window) placeCursor(line int) {
	w.top, w.skip = w.cursor, 0
	for line = max(0, line); line > 0 && w.top > 0; {
		w.top--
		line -= w.rows(w.top)
	}
	if line < 0 {
		w.skip = -line
	}
}

// fill scrolls back when the last row ends above the window's end.
func (w *Window) fill() {
	lines := -w.skip
	for i := w.top; i < w.count && lines < w.height; i++ {
		lines += w.rows(i)
	}
	for lines < w.height && (w.top > 0 || w.skip > 0) {
		if w.skip == 0 {
			w.top--
			w.skip = w.rows(w.top)
		}
		step := min(w.skip, w.height-lines)
		w.skip -= step
		lines += step
	}
}

func (w *Window) atEnd() bool {
	lines := -w.skip
	for i := w.top; i < w.count; i++ {
		if lines += w.rows(i); lines > w.height {
			return false
		}
	}
	return true
}

func (w *Window) remember(slots []Slot) {
	for _, s := range slots {
		if s.Index == w.cursor {
			w.line = s.Y
		}
	}
}
