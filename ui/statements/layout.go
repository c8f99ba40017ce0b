package statements

// rect is a part of the screen in cells.
type rect struct{ x, y, width, height int }

func (r rect) empty() bool { return r.width <= 0 || r.height <= 0 }

func (r rect) contains(x, y int) bool {
	return x >= r.x && x < r.x+r.width && y >= r.y && y < r.y+r.height
}

// pane is one of the three parts of the screen below the search box.
type pane uint8

const (
	listPane pane = iota
	detailPane
	facetPane
)

// The widths at which the screen changes its shape.
const (
	wideFrom   = 120
	mediumFrom = 80
)

// headHeight is the search box with its line of filters below.
const headHeight = 2

// layout says where everything stands. It is a function of the size and of what has the keyboard, and of nothing else.
type layout struct {
	width, height       int
	head                rect
	facets, list, shown rect  // shown is the detail
	lines               []int // columns of the hairlines between panes
}

// layOut places the panes: three side by side, two, or one at a time. Where facets and detail share a place, the one
// with the keyboard has it, and the detail otherwise.
func layOut(width, height int, focus pane) layout {
	l := layout{width: width, height: height, head: rect{0, 0, width, min(headHeight, height)}}
	top := headHeight + 1 // a hairline
	body := rect{0, top, width, max(0, height-top)}
	switch {
	case width >= wideFrom:
		facets := 24 + (width-wideFrom)/8
		shown := (width - facets) * 45 / 100
		l.facets = rect{0, body.y, facets, body.height}
		l.list = rect{facets + 1, body.y, width - facets - shown - 2, body.height}
		l.shown = rect{width - shown, body.y, shown, body.height}
		l.lines = []int{facets, width - shown - 1}
	case width >= mediumFrom:
		side := width * 46 / 100
		l.list = rect{0, body.y, width - side - 1, body.height}
		right := rect{width - side, body.y, side, body.height}
		l.lines = []int{width - side - 1}
		if focus == facetPane {
			l.facets = right
		} else {
			l.shown = right
		}
	default:
		switch focus {
		case facetPane:
			l.facets = body
		case detailPane:
			l.shown = body
		default:
			l.list = body
			l.list.width = max(0, width-1) // the last column of a screen stays free
		}
	}
	return l
}

// panes lists the panes in the order in which the keyboard goes round.
func panes() []pane { return []pane{listPane, detailPane, facetPane} }
