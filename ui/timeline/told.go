package timeline

import (
	"strings"

	"onrecord/model"
	"onrecord/ui/quote"
	"onrecord/ui/theme"
	"onrecord/ui/widget"
)

// told says what is under the cursor: which days, how many statements, and which these are.
func (s *Screen) told() []string {
	return append([]string{s.sums(s.underCursor())}, s.listingLines()...)
}

// sums tells the days under the cursor, how many statements are from them in the lane and in all, and which are in view.
func (s *Screen) sums(at span) string {
	days := at.words()
	if s.layout.width < wideFrom || s.cursor.choosing && s.layout.width < roomyFrom {
		days = at.short()
	}
	left := append(widget.Styled(s.daysStyle(), days), s.chosenDays(at)...)
	if lane := s.inLane(at); len(lane) > 0 {
		left = append(left.Add(s.theme.Faint, s.gap()), lane...)
	}
	// Where not everything has room, the days and which statements are in view matter more than the sum.
	width, part, right := s.layout.width-gutter-1, s.part(), s.inAll(at)
	switch whole := append(part.Add(s.theme.Faint, s.gap()), right...); {
	case len(part) == 0:
	case widget.Width(days)+1+whole.Width() <= width && left.Width()+1+whole.Width() <= max(width, wideFrom):
		right = whole
	default:
		right = part
	}
	return strings.Repeat(" ", gutter) + s.ends(left, right, width)
}

// gap is what stands between two parts of a line.
func (s *Screen) gap() string { return "  " + s.theme.Signs.Dot + "  " }

// counts says how many statements are from some days, in the lane under the cursor and in all.
func (s *Screen) counts(at span) widget.Text {
	lane := s.inLane(at)
	if len(lane) == 0 {
		return s.inAll(at)
	}
	return append(lane.Add(s.theme.Faint, s.gap()), s.inAll(at)...)
}

func (s *Screen) inAll(at span) widget.Text {
	return widget.Styled(s.theme.Strong, widget.Thousands(s.all().Count(at.from, at.to))).Add(s.theme.Quiet, " in all")
}

func (s *Screen) inLane(at span) widget.Text {
	lane, ok := s.lane()
	if !ok {
		return nil
	}
	return widget.Styled(s.theme.Strong, widget.Thousands(lane.Count(at.from, at.to))).
		Add(s.theme.Quiet, " "+s.answer.Chart.By.word()+" "+lane.Label)
}

// chosenDays says how many days are chosen, if they are.
func (s *Screen) chosenDays(at span) widget.Text {
	if !s.cursor.choosing {
		return nil
	}
	return widget.Styled(s.theme.Quiet, "  "+plural(at.days(), "day")+" chosen")
}

func plural(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return widget.Thousands(n) + " " + what + "s"
}

// Widths of the columns in which a statement stands on one line.
const (
	dateColumn   = 8
	yearColumn   = 13
	nameColumn   = 20
	wideColumn   = 24
	narrowColumn = 16
	placeColumn  = 16
)

// quote draws a statement on one line: the date where a bar is more than a day, who, for whom if there is room, and the
// words.
func (s *Screen) quote(st *model.Statement, at span) string {
	t := s.theme
	left, room := "", s.layout.width-gutter-1
	put := func(text widget.Text, width int) {
		left += s.one(text, width-2).Pad(width)
		room -= width
	}
	column := func(style theme.Style, text string, width int) { put(widget.Styled(style, text), width) }
	if at.days() > 1 && s.layout.width >= wideFrom {
		if at.within(year) {
			column(t.Faint, st.Day.Format("_2 Jan"), dateColumn)
		} else {
			column(t.Faint, st.Day.Column(), yearColumn)
		}
	}
	put(s.named(st, t.Quiet), s.nameRoom())
	if s.layout.width >= roomyFrom {
		actor := ""
		if st.Affiliation != nil {
			actor = st.Affiliation.Short()
		}
		column(t.Faint, actor, placeColumn)
	}
	return left + s.words(st, room)
}

// named is who said something, with the sign of a marked statement before.
func (s *Screen) named(st *model.Statement, style theme.Style) widget.Text {
	var text widget.Text
	if s.lib.Marked(st.ID) {
		text = widget.Styled(s.theme.Accent, s.theme.Signs.Marked+" ")
	}
	return text.Add(style, st.Speaker.Name)
}

// nameRoom is the width of the column of names.
func (s *Screen) nameRoom() int {
	switch {
	case s.layout.width >= roomyFrom:
		return wideColumn
	case s.layout.width >= wideFrom:
		return nameColumn
	}
	return narrowColumn
}

// words draws the beginning of what was said.
func (s *Screen) words(st *model.Statement, width int) string {
	return s.quoted(st, s.theme.Text, width, 1)[0].Styled
}

// quoted lays out what was said.
func (s *Screen) quoted(st *model.Statement, style theme.Style, width, most int) []widget.Line {
	how := s.wrapping()
	how.MaxLines = most
	return quote.New(st, s.theme, style, nil).Wrap(max(1, width), how)
}

// Plain returns in words and figures what the lane under the cursor shows by bars, for selecting with the mouse.
func (s *Screen) Plain() string {
	if s.scale.count == 0 {
		return ""
	}
	lane, inLane := s.lane()
	title := lane.Label
	if inLane {
		title = s.answer.Chart.By.word() + " " + lane.Label
	}
	var b strings.Builder
	b.WriteString(title + ": " + widget.Thousands(lane.Len()) + "\n")
	if sc := s.scale; sc.seen < sc.count {
		view := span{sc.day(sc.from), sc.day(sc.from+sc.seen) - 1}
		b.WriteString("of these in view, " + view.words() + ": " + widget.Thousands(lane.Count(view.from, view.to)) + "\n")
	}
	b.WriteString("\n")
	for bar, n := range lane.bars(s.scale) {
		if n > 0 {
			days := s.scale.span(s.scale.from + bar)
			b.WriteString(widget.Thousands(n) + "  " + days.words() + "\n")
		}
	}
	return b.String()
}
