package timeline

import (
	"strings"

	"onrecord/model"
	"onrecord/ui/quote"
	"onrecord/ui/theme"
	"onrecord/ui/widget"
)

// told says what is under the cursor: which days, how many statements, and which come first.
func (s *Screen) told() []string {
	at := s.underCursor()
	lane, _ := s.lane()
	lines := []string{s.sums(at)}
	count := lane.Count(at.from, at.to)
	room := s.layout.quotes
	shown := room
	if count > room && room > 1 {
		shown--
	}
	for _, st := range s.answer.Chart.first(lane, at, shown) {
		lines = append(lines, s.quote(&st, at))
	}
	if more := count - shown; more > 0 && room > 1 {
		lines = append(lines, strings.Repeat(" ", gutter)+s.theme.Faint.Render("and "+widget.Thousands(more)+" more"))
	}
	return lines
}

// sums tells the days under the cursor, and how many statements are from them in the lane and in all.
func (s *Screen) sums(at span) string {
	t := s.theme
	days := at.words()
	if s.layout.width < wideFrom || s.cursor.choosing && s.layout.width < roomyFrom {
		days = at.short()
	}
	left := widget.Styled(t.Strong, days)
	if s.cursor.choosing {
		left = widget.Styled(t.Accent, days).Add(t.Quiet, "  "+plural(at.days(), "day")+" chosen")
	}
	if lane, ok := s.lane(); ok {
		left = left.Add(t.Faint, "  "+t.Signs.Dot+"  ").
			Add(t.Strong, widget.Thousands(lane.Count(at.from, at.to))).Add(t.Quiet, " "+s.answer.Chart.By.word()+" "+lane.Label)
	}
	all := s.all().Count(at.from, at.to)
	right := widget.Styled(t.Strong, widget.Thousands(all)).Add(t.Quiet, " in all")
	return strings.Repeat(" ", gutter) + s.ends(left, right, s.layout.width-gutter-1)
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
	left := strings.Repeat(" ", gutter)
	room := s.layout.width - gutter - 1
	column := func(style theme.Style, text string, width int) {
		left += s.one(widget.Styled(style, text), width-2).Pad(width)
		room -= width
	}
	if at.days() > 1 && s.layout.width >= wideFrom {
		if at.within(year) {
			column(t.Faint, st.Day.Format("_2 Jan"), dateColumn)
		} else {
			column(t.Faint, st.Day.Column(), yearColumn)
		}
	}
	switch {
	case s.layout.width >= roomyFrom:
		column(t.Quiet, st.Speaker.Name, wideColumn)
	case s.layout.width >= wideFrom:
		column(t.Quiet, st.Speaker.Name, nameColumn)
	default:
		column(t.Quiet, st.Speaker.Name, narrowColumn)
	}
	if s.layout.width >= roomyFrom {
		actor := ""
		if st.Affiliation != nil {
			actor = st.Affiliation.Short()
		}
		column(t.Faint, actor, placeColumn)
	}
	return left + s.words(st, room)
}

// words draws the beginning of what was said.
func (s *Screen) words(st *model.Statement, width int) string {
	return quote.New(st, s.theme, s.theme.Text, nil).Wrap(max(1, width), s.wrapping())[0].Styled
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
