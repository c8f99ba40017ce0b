package statements

import (
	"slices"
	"strings"

	"onrecord/model"
	"onrecord/ui/theme"
	"onrecord/ui/widget"
)

// detail is the pane that shows one statement whole, with its neighbours below.
type detail struct {
	row     Row
	shown   bool  // whether there is a statement
	visited []Row // where the way back leads
	kin     []kin
	behind  bool // more has been read since the neighbours were found

	top    int // the first line in view
	cursor int // the neighbour under the cursor, -1 while the statement is read

	page  page
	drawn pageLook
}

// pageLook is all that the drawing of a page depends on, apart from the statement.
type pageLook struct {
	index  int
	width  int
	kin    int
	theme  *theme.Theme
	cursor int
	seq    int
}

// page is a drawn statement: its lines, and where its neighbours stand among them.
type page struct {
	lines []string
	items []item
}

// item is a line of a page that leads somewhere: to a statement, or to a query.
type item struct {
	line  int
	lines int
	row   Row
	query string // not empty: leads to this query
}

// show brings another statement into view, from its beginning.
func (d *detail) show(row Row) {
	if d.shown && d.row.Statement.Index == row.Statement.Index {
		d.row = row
		return
	}
	d.row, d.shown = row, true
	d.kin, d.behind, d.top, d.cursor = nil, false, 0, -1
	d.drawn = pageLook{index: -1}
}

// beginning returns the statement from which neighbours were followed, or the one that is shown if none was.
func (d *detail) beginning() (Row, bool) {
	if len(d.visited) > 0 {
		return d.visited[0], d.shown
	}
	return d.row, d.shown
}

// follow goes to a neighbour and remembers the way back.
func (d *detail) follow(row Row) {
	from := d.row
	visited := append(d.visited, from)
	d.drawn = pageLook{index: -1}
	d.show(row)
	d.visited = visited
}

// back returns to the statement before, false if there is none.
func (d *detail) back() bool {
	if len(d.visited) == 0 {
		return false
	}
	last := d.visited[len(d.visited)-1]
	visited := d.visited[:len(d.visited)-1]
	d.show(last)
	d.visited = visited
	return true
}

// scroll moves the page by lines, as far as there is something to see.
func (d *detail) scroll(by, height int) {
	d.top = max(0, min(d.top+by, len(d.page.lines)-height))
}

// turn scrolls the page. The cursor goes with it: to the neighbour in view that is next to where it was, or away if there
// is none, so that nothing is ever opened that is not seen.
func (d *detail) turn(by, height int) {
	d.scroll(by, height)
	if d.cursor < 0 || d.seen(d.cursor, height) {
		return
	}
	from, step := d.cursor, 1
	if by < 0 {
		step = -1
	}
	for d.cursor = from + step; d.cursor >= 0 && d.cursor < len(d.page.items); d.cursor += step {
		if d.seen(d.cursor, height) {
			return
		}
	}
	d.cursor = -1
}

// seen tells whether all of a neighbour is in view. The last line may say that the page goes on.
func (d *detail) seen(i, height int) bool {
	first, end := d.top, d.top+height
	if d.goesOnAbove(height) {
		first++
	}
	if end < len(d.page.lines) {
		end--
	}
	at := d.page.items[i]
	return at.line >= first && at.line+at.lines <= end
}

// goesOnAbove tells whether the first line in view says that there is more above.
func (d *detail) goesOnAbove(height int) bool { return height >= signsFrom && d.top > 0 }

// down goes on by one step: a line of text, or once neighbours are in view, the next of them.
func (d *detail) down(height int) {
	if d.cursor >= 0 {
		d.selectItem(d.cursor+1, height)
		return
	}
	for i := range d.page.items {
		if d.seen(i, height) {
			d.cursor = i
			return
		}
	}
	d.scroll(1, height)
}

// up goes back by one step.
func (d *detail) up(height int) {
	if d.cursor > 0 {
		d.selectItem(d.cursor-1, height)
		return
	}
	d.cursor = -1
	d.scroll(-1, height)
}

// selectItem puts the cursor on a neighbour and brings it into view.
func (d *detail) selectItem(i, height int) {
	if len(d.page.items) == 0 {
		return
	}
	d.cursor = max(0, min(i, len(d.page.items)-1))
	at := d.page.items[d.cursor]
	if at.line < d.top+1 {
		d.top = max(0, at.line-1) // the first line may say that there is more above
	}
	if end := at.line + at.lines; end > d.top+height-1 {
		d.top = end - height + 1 // the last line may say that the page goes on
		d.scroll(0, height)
	}
}

// find puts the cursor on what leads to the same place, if that is there.
func (d *detail) find(to item, height int) {
	for i, at := range d.page.items {
		if at.query == to.query && at.row.Statement.Index == to.row.Statement.Index {
			d.selectItem(i, height)
			return
		}
	}
	d.selectItem(d.cursor, height)
}

// chosen returns what the cursor is on.
func (d *detail) chosen() (item, bool) {
	if d.cursor < 0 || d.cursor >= len(d.page.items) {
		return item{}, false
	}
	return d.page.items[d.cursor], true
}

// refresh draws the page anew if anything that it depends on has changed.
func (d *detail) refresh(p painter, width, seq int, focused bool) {
	if !d.shown {
		d.page = page{}
		return
	}
	cursor := d.cursor
	if !focused {
		cursor = -1
	}
	look := pageLook{d.row.Statement.Index, width, len(d.kin), p.theme, cursor, seq}
	if look != d.drawn {
		d.page, d.drawn = d.draw(p, width, cursor), look
	}
}

// view draws the part in view into at most height lines.
func (d *detail) view(p painter, width, height int) []string {
	if !d.shown {
		return nil
	}
	d.scroll(0, height)
	if d.cursor >= 0 && d.cursor < len(d.page.items) && !d.seen(d.cursor, height) {
		d.selectItem(d.cursor, height) // as after the screen has become smaller
	}
	lines := slices.Clone(d.page.lines[d.top:min(len(d.page.lines), d.top+height)])
	if len(lines) > 0 && d.goesOnAbove(height) {
		lines[0] = p.above(&d.row.Statement, width)
	}
	if rest := len(d.page.lines) - d.top - height; rest > 0 && len(lines) == height {
		lines[height-1] = p.more(rest+1, width)
	}
	return lines
}

// above says that a page has begun above, and whose it is.
func (p painter) above(s *model.Statement, width int) string {
	whose := p.theme.Signs.Ellipsis + " " + s.Speaker.Name + ", " + s.Day.Long()
	return strings.Repeat(" ", margin) + p.one(widget.Styled(p.theme.Faint, whose), width-margin).Styled
}

// more says that the page goes on.
func (p painter) more(lines, width int) string {
	return strings.Repeat(" ", margin) + p.one(widget.Styled(p.theme.Faint, p.theme.Signs.Ellipsis+" "+widget.Thousands(lines)+" more lines"), width-margin).Styled
}
