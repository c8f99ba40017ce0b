package timeline

import (
	"strconv"
	"strings"

	"onrecord/model"
	"onrecord/ui/theme"
	"onrecord/ui/widget"
)

// axis draws the line between the histogram and the lanes: the heading of the lanes, and the names of months or years
// where they begin. What lies outside is hinted at by an arrow at either end; what is chosen is a heavy line.
func (s *Screen) axis() string {
	t, l, sc := s.theme, s.layout, s.scale
	before, after := " ", " "
	if sc.from > 0 {
		before = t.Signs.Back
	}
	if sc.from+sc.seen < sc.count {
		after = t.Signs.Forward
	}
	head := strings.Repeat(" ", gutter) + s.one(s.heading(), l.label+1+l.number).Pad(l.label+1+l.number)
	return head + strings.Repeat(" ", edge-1) + t.Accent.Render(before) + s.axisNames() + t.Accent.Render(after)
}

// axisNames draws the names, the place of the cursor and what is chosen, all of which leave the names readable.
func (s *Screen) axisNames() string {
	t, sc := s.theme, s.scale
	names, style := s.names()
	at := s.underCursor()
	cursor := sc.column(sc.bar(s.cursor.day))
	var b strip
	for c, name := range names {
		bar := sc.span(sc.from + c/sc.cell)
		chosen := s.cursor.choosing && bar.from >= at.from && bar.to <= at.to
		switch {
		case c == cursor && name != ' ':
			b.add(t.Selected, string(name), 1)
		case c == cursor:
			b.add(t.Accent, t.Signs.Thumb, 1)
		case chosen && name == ' ':
			b.add(t.Accent, t.Signs.Heavy, 1)
		case chosen:
			b.add(t.Accent, string(name), 1)
		default:
			b.add(style[c], string(name), 1)
		}
	}
	return b.String()
}

// heading names the lanes and says how many there are.
func (s *Screen) heading() widget.Text {
	t, c := s.theme, s.answer.Chart
	text := widget.Styled(t.Section, strings.ToUpper(c.By.String()))
	if s.stale() {
		return text.Add(t.Faint, " "+t.Signs.Ellipsis)
	}
	lanes := len(c.Lanes)
	if lanes > 0 && c.Lanes[lanes-1].Token == "" {
		lanes--
	}
	count := widget.Thousands(lanes)
	if slots := s.cursor.window.Slots(); len(slots) > 0 && len(slots) < len(c.Lanes) {
		count = widget.Thousands(slots[0].Index+1) + s.dash() + widget.Thousands(min(lanes, slots[len(slots)-1].Index+1)) + " of " + count
	}
	text = text.Add(t.Faint, " "+count)
	if s.layout.width >= wideFrom {
		text = text.Add(t.Faint, "  tallest "+widget.Thousands(c.lanePeaks[s.scale.unit]))
	}
	return text
}

// names are the signs of the axis, by column: the coarse names first, and finer ones where they leave room.
func (s *Screen) names() ([]rune, []theme.Style) {
	sc := s.scale
	row := []rune(strings.Repeat(" ", sc.width()))
	style := make([]theme.Style, len(row))
	for i := range style {
		style[i] = s.theme.Quiet
	}
	for _, fine := range []bool{false, true} {
		for i := range sc.seen {
			bar := sc.from + i
			name := sc.name(bar, i == 0)
			if fine {
				name = sc.fineName(bar)
			}
			if at := i * sc.cell; name != "" && free(row, at, len(name)) {
				copy(row[at:], []rune(name))
				if fine {
					fill(style[at:at+len(name)], s.theme.Faint)
				}
			}
		}
	}
	return row, style
}

func fill(styles []theme.Style, with theme.Style) {
	for i := range styles {
		styles[i] = with
	}
}

// free tells whether a name has room on a line, with a space on either side.
func free(row []rune, at, length int) bool {
	if at+length > len(row) {
		return false
	}
	return strings.TrimSpace(string(row[max(0, at-1):min(len(row), at+length+1)])) == ""
}

// yearStep is from which number of years on only every tenth is named, so that the names have room.
const yearStep = 10

// name is what begins with a bar: a month, a year, or nothing. The first bar in view always has a name, unless another
// begins so soon that it would have no room.
func (s scale) name(bar int, first bool) string {
	days := s.span(bar)
	switch s.unit {
	case year:
		y, _, _ := days.from.Date()
		if s.cell == 1 && s.count > yearStep && y%yearStep != 0 {
			return ""
		}
		return strconv.Itoa(y)
	case month, quarter:
		if y, m, _ := days.from.Date(); m == 1 || first && s.roomFor(4, year, bar) {
			return strconv.Itoa(y)
		}
		return ""
	}
	begun := month.start(month.index(days.to))
	if begun < days.from && !first {
		return ""
	}
	if begun < days.from {
		begun = month.start(month.index(days.from))
	}
	return s.monthName(bar, begun, first)
}

// monthName names a month, with its year where that is new and has room.
func (s scale) monthName(bar int, begun model.Day, first bool) string {
	_, m, _ := begun.Date()
	if (first || m == 1) && s.roomFor(8, month, bar) {
		return begun.Format("Jan 2006")
	}
	if first && !s.roomFor(3, month, bar) {
		return ""
	}
	return begun.Format("Jan")
}

// roomFor tells whether a name of so many columns, and a space, ends before the next month or year begins.
func (s scale) roomFor(columns int, u unit, bar int) bool {
	next := s.bar(u.after(s.span(bar).to))
	return (next-bar)*s.cell > columns || next == s.count-1
}

// fineName is every tenth day of a month.
func (s scale) fineName(bar int) string {
	if _, _, d := s.day(bar).Date(); s.unit == day && (d == 10 || d == 20) {
		return strconv.Itoa(d)
	}
	return ""
}
