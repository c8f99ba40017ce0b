package timeline

import "onrecord/ui/line"

// layout says where everything stands. It is a function of the size and of the widest number, and of nothing else.
type layout struct {
	width, height int

	label  int // columns of a lane's name
	number int // columns of its count
	chart  int // the first column of the bars
	room   int // columns of the bars

	top    int // the first line of the histogram
	tall   int // lines of the histogram
	axis   int // the line of the axis
	lanes  int // the first line of the lanes
	many   int // lines of the lanes
	below  int // the line that tells what is under the cursor
	quotes int // lines of statements below it
	pane   int // columns of the pane of statements, 0 if they stand below
	rule   bool
}

// gutter is the column of the cursor bar and the space after it, edge the space before the bars.
const (
	gutter = 2
	edge   = 2
)

// The heights from which on there is more room for everything.
const (
	lowFrom    = 12
	mediumFrom = 20
	highFrom   = 28
	tallFrom   = 36
)

// layOut places the parts. digits is how many columns the greatest count takes.
func layOut(width, height, digits int) layout {
	l := layout{width: width, height: height, label: labelWidth(width), number: max(3, digits), top: line.Height}
	l.chart = gutter + l.label + 1 + l.number + edge
	l.room = max(1, width-l.chart-1)
	switch {
	case height >= tallFrom:
		l.tall, l.quotes = 6, 6
	case height >= highFrom:
		l.tall, l.quotes = 5, 5
	case height >= mediumFrom:
		l.tall, l.quotes = 4, 4
	case height >= lowFrom:
		l.tall, l.quotes = 3, 1
	default:
		l.tall = 1
	}
	l.rule = height >= mediumFrom
	l.axis = l.top + l.tall
	l.lanes = l.axis + 1
	l.below = max(l.lanes, height-l.quotes-1)
	l.many = max(0, l.below-l.lanes)
	if l.rule {
		l.many = max(0, l.many-1)
	}
	return l
}

// The width and the height from which on there can be a pane, and the least room that it gets.
const (
	paneFrom  = 130
	leastPane = 44
)

// columns is how many columns the bars may take, of which there are so many: less than there are if that leaves room for a
// pane, or if there are so many that not all are in view anyway.
func (l *layout) columns(bars int) int {
	const hairline, arrow = 1, 1
	with := l.room - leastPane - hairline - arrow
	if l.width < paneFrom || l.height < mediumFrom || bars > with && bars <= l.room {
		return l.room
	}
	return with
}

// spare gives the lines that the lanes do not need to the statements below them.
func (l *layout) spare(lanes int) {
	if free := l.many - lanes; free > 0 && l.quotes > 0 {
		l.many, l.below, l.quotes = lanes, l.below-free, l.quotes+free
	}
}

// aside gives the room that the bars leave to a pane of statements, if it has been kept for that.
func (l *layout) aside(kept bool, used int) {
	if !kept {
		return
	}
	l.pane = l.room - used - 2
	l.quotes, l.rule, l.below = 0, false, l.height
	l.many = max(0, l.height-l.lanes)
}

// widestLabel is how many columns a name gets at most.
const widestLabel = 44

// widen gives room that the bars do not need to the names, as much as they want.
func (l *layout) widen(want, used int) {
	more := max(0, min(want, l.room-used, widestLabel-l.label))
	l.label += more
	l.chart += more
	l.room -= more
}

func labelWidth(width int) int {
	switch {
	case width >= 150:
		return 30
	case width >= 110:
		return 26
	case width >= 70:
		return 20
	}
	return 13
}
