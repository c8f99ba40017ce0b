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

// do carries out the commands that move the cursor. An item that is taller than the window is read to its end first.
func (r *roll) do(id keys.ID) bool {
	above, below := r.rest()
	switch {
	case id == keys.Down && below:
		r.window.Scroll(1)
		return true
	case id == keys.Up && above:
		r.window.Scroll(-1)
		return true
	}
	return keys.Roam(r.window, id)
}

// rest tells whether some of the item under the cursor stands above the window, and below it.
func (r *roll) rest() (above, below bool) {
	for _, slot := range r.window.Slots() {
		if slot.Index == r.window.Cursor() {
			return slot.Skip > 0, slot.Skip+slot.Lines < len(r.item(slot.Index, false))
		}
	}
	return false, false
}

// part says which of the items are in view, and where there are others; nothing if all are.
func (r *roll) part(p painter) widget.Text {
	slots := r.window.Slots()
	if len(slots) == 0 {
		return nil
	}
	first, last, count := slots[0], slots[len(slots)-1], r.window.Count()
	signs := ""
	if first.Index > 0 || first.Skip > 0 {
		signs += keys.KeyLabel("up", p.theme.Options.ASCII) + " "
	}
	if last.Index < count-1 || last.Skip+last.Lines < len(r.item(last.Index, false)) {
		signs += keys.KeyLabel("down", p.theme.Options.ASCII) + " "
	}
	if signs == "" {
		return nil
	}
	return widget.Styled(p.theme.KeyName, signs).Add(p.theme.Faint, p.span(first.Index+1, last.Index+1)+" of "+widget.Thousands(count))
}

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
