package positions

// layout says where the parts of the matrix stand. It is a function of the room and of what is to be shown, and of
// nothing else.
type layout struct {
	width, height int

	list bool // too narrow for a matrix: one actor, or one topic, at a time

	name   int // columns of an actor's name
	total  int // columns of its number of statements
	cells  int // the first column of the cells
	cell   int // columns of a cell, the space after it included
	across int // how many cells stand side by side

	heads int // lines of the topics' names
	rows  int // lines of the rows
	first int // the first line of the rows
	told  int // the first line of what is told about the cell under the cursor
	words int // lines of words there, below its title
	strip int // lines of the strip there
	key   int // lines of the legend
}

// size is what a layout has to show.
type size struct {
	topics int
	digits int // columns of the greatest number in a cell
	total  int // columns of the greatest number of an actor
	legend int // lines of the legend
}

// listBelow is the width below which there is no room for a matrix.
const listBelow = 64

// The columns of a cell: a sign, a space, the number, the sign of a move, and a space; wide enough for a name above it,
// and not wider than it can be seen as one table.
const (
	cellFrame = 4
	leastCell = 9
	goodCell  = 10
	mostCell  = 14
)

// roomyFrom is the width from which on the names of topics get more room than they need at least.
const roomyFrom = 110

// Rows that the matrix keeps before what stands around it gets any.
const leastRows = 4

func layOut(width, height int, s size) layout {
	l := layout{width: width, height: height, list: width < listBelow, total: max(4, s.total)}
	l.name = nameWidth(width)
	l.cells = gutter + foldWidth + l.name + 1 + l.total + 2
	l.fitCells(s)
	l.fitLines(s)
	return l
}

// foldWidth is the sign of an actor that can be unfolded, and a space.
const foldWidth = 2

func nameWidth(width int) int {
	switch {
	case width >= 150:
		return 26
	case width >= 110:
		return 22
	case width >= 90:
		return 18
	}
	return 15
}

// fitCells gives every cell the same width: all topics side by side if they have room.
func (l *layout) fitCells(s size) {
	room := max(0, l.width-l.cells)
	least := max(leastCell, s.digits+cellFrame)
	if l.width >= roomyFrom {
		least = max(goodCell, least)
	}
	l.across = max(1, min(room/least, s.topics))
	l.cell = max(least, min(room/l.across, mostCell))
	if l.across < s.topics {
		l.cell = max(least, room/l.across)
	}
}

// fitLines shares the lines out.
func (l *layout) fitLines(s size) {
	const info, hairline, title = 1, 1, 1
	room := l.height - info - hairline - title - leastRows
	take := func(wanted int) int {
		got := max(0, min(wanted, room))
		room -= got
		return got
	}
	if !l.list {
		l.heads = take(1)
	}
	l.words = take(2)
	if !l.list {
		l.heads += take(2)
	}
	l.strip = take(1)
	room -= 4 // more rows matter more than what follows
	if room >= s.legend {
		l.key = take(s.legend) // whole, or not at all: the page of the rule has it, too
	}
	room -= 5
	l.words += take(2)
	l.strip += take(4)
	l.first = info + l.heads
	l.told = l.height - title - l.words - l.strip - l.key
	l.rows = max(0, l.told-hairline-l.first)
}

// column tells which cell stands at a column of the screen: -1 for the name, false for none.
func (l *layout) column(x, left, topics int) (int, bool) {
	if x < l.cells {
		return -1, true
	}
	at := (x - l.cells) / l.cell
	if at >= l.across || left+at >= topics {
		return 0, false
	}
	return left + at, true
}
