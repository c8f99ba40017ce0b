package positions

import (
	"onrecord/ui/keys"
	"onrecord/ui/widget"
)

// roll is a list that is scrolled: items of several lines, one of which is under the cursor. Only those in view are
// drawn.
type roll struct {
	window *widget.Window
	item   func(i int, selected bool) []string
}

func newRoll(item func(i int, selected bool) []string) roll {
	return roll{item: item, window: widget.NewWindow(func(i int) int { return len(item(i, false)) })}
}

// at is the item under the cursor, -1 if there is none.
func (r *roll) at() int { return r.window.Cursor() }

// set tells how many items there are, and which one is under the cursor.
func (r *roll) set(count, cursor int) {
	r.window.SetCount(count)
	if count > 0 {
		r.window.Select(max(0, min(cursor, count-1)))
	}
}

// do carries out the commands that move the cursor.
func (r *roll) do(id keys.ID) bool { return keys.Roam(r.window, id) }

// click puts the cursor on the item at a line of the window, and tells whether it was there already.
func (r *roll) click(y int) (again bool) {
	i, ok := r.window.At(y)
	if !ok || y < 0 {
		return false
	}
	again = i == r.window.Cursor()
	r.window.Select(i)
	return again
}

// draw draws the items in view.
func (r *roll) draw() []string {
	var lines []string
	for _, slot := range r.window.Slots() {
		drawn := r.item(slot.Index, slot.Index == r.window.Cursor())
		lines = append(lines, drawn[slot.Skip:slot.Skip+slot.Lines]...)
	}
	return lines
}
