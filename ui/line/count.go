package line

import (
	"fmt"

	"onrecord/ui/keys"
	"onrecord/ui/theme"
	"onrecord/ui/widget"
)

// Progress is how far the reading of a collection is.
type Progress struct {
	Done   float64 // from 0 to 1, without that; 0 also if nobody knows how much there is
	Broken bool    // it goes no further, because the rest can't be read
}

// Nothing says why there is no statement at all.
func (p *Progress) Nothing() string {
	switch {
	case p == nil:
		return "This collection holds no statements."
	case p.Broken:
		return "No statement could be read. The problems (:) say why."
	}
	return "No statement has been read so far."
}

// Count is how many statements were found, as the status of a line.
type Count struct {
	Found, Total int
	Stale        bool      // it is the count of an older line
	Reading      *Progress // not nil while the collection has not been read to its end
	Order        string    // in which they stand; may be empty
}

// Status says how many were found, how far reading is, and in which order they stand, as far as a screen of some width
// has room for it.
func (c Count) Status(t *theme.Theme, width int) widget.Text {
	number := widget.Styled(t.Strong, widget.Thousands(c.Found))
	if c.Stale {
		number = widget.Styled(t.Faint, t.Signs.Ellipsis)
	}
	count := number.Add(t.Quiet, " of "+widget.Thousands(c.Total))
	long, short := count, count
	switch p := c.Reading; {
	case p == nil && c.Order != "":
		long = count.Add(t.Faint, "  "+t.Signs.Dot+"  "+c.Order)
	case p == nil:
	case p.Broken:
		long, short = count.Add(t.Bad, ", not all could be read"), count.Add(t.Bad, t.Signs.Ellipsis)
	case p.Done == 0:
		long, short = count.Add(t.Warn, " so far, reading"+t.Signs.Ellipsis), count.Add(t.Warn, t.Signs.Ellipsis)
	default:
		read := fmt.Sprintf("%d%%", int(p.Done*100))
		long, short = count.Add(t.Warn, " so far, "+read+" read"), count.Add(t.Warn, " "+t.Signs.Dot+" "+read)
	}
	if long.Width() <= statusRoom(width) {
		return long
	}
	return short
}

// WayOut says how to be rid of a line that finds nothing among so many statements.
func (l *Line) WayOut(total int) string {
	id := keys.Clear
	if l.typing {
		id = keys.ClearLine
	}
	return keys.Default().Command(id).Keys[0] + " clears the line and shows all " + widget.Thousands(total) + "."
}
