package positions

import (
	"slices"
	"strings"

	"onrecord/model"
	"onrecord/model/position"
	"onrecord/ui/theme"
	"onrecord/ui/widget"
)

// strip draws statements over time, each as the sign of its stance, and how the position read in between: on one line, or
// where there is room, what supports above and what opposes below, and the position above all.
type strip struct {
	painter
	points   []point
	steps    []position.Step
	from, to model.Day // what the whole width stands for
}

// wholeStrip is how many lines the strip takes with a lane for each side and its axis. With another line there is a lane
// for the position.
const wholeStrip = 4

// laneLabel is the room of the words before a lane.
const laneLabel = 16

// lines draws the strip in so many lines.
func (s *strip) lines(width, height int) []string {
	if height <= 0 {
		return nil
	}
	lines := make([]string, 0, height)
	if len(s.points) > 0 {
		if height >= wholeStrip {
			lines = append(lines, s.whole(width, height > wholeStrip)...)
		} else {
			lines = append(lines, s.short(width))
		}
	}
	for len(lines) < height {
		lines = append(lines, "")
	}
	return lines
}

// short draws all statements on one line, between the first and the last day.
func (s *strip) short(width int) string {
	t := s.theme
	from, to := dates(s.from, s.to, width)
	room := width - len(from) - len(to) - 4
	if room < 8 {
		return ""
	}
	marks := s.place(room, func(model.Stance) bool { return true })
	edge := t.Line.Render(t.Signs.Vertical)
	return t.Faint.Render(from) + " " + edge + s.lane(s.under(marks)) + edge + " " + t.Faint.Render(to)
}

// whole draws the position, a lane for each side, and the axis.
func (s *strip) whole(width int, position bool) []string {
	t := s.theme
	room := width - laneLabel
	if room < 8 {
		return nil
	}
	var lines []string
	if position && len(s.steps) > 0 {
		lines = append(lines, widget.Fit(t.Faint, "position", laneLabel, t.Signs.Ellipsis)+s.lane(s.under(make([]mark, room))))
	}
	for _, lane := range []struct {
		words   string
		stances []model.Stance
	}{
		{"supports", []model.Stance{model.Support}},
		{"otherwise", []model.Stance{model.Conditional, model.Neutral, model.NoStance}},
		{"opposes", []model.Stance{model.Oppose}},
	} {
		has := func(x model.Stance) bool { return slices.Contains(lane.stances, x) }
		n := 0
		for _, p := range s.points {
			if has(p.stance) {
				n++
			}
		}
		number := ""
		if n > 0 {
			number = widget.Thousands(n)
		}
		label := widget.Fit(t.Faint, lane.words, 10, t.Signs.Ellipsis) + widget.FitRight(t.Quiet, number, laneLabel-12, t.Signs.Ellipsis) + "  "
		lines = append(lines, label+s.lane(s.place(room, has)))
	}
	return append(lines, s.axis(room))
}

// axis draws the time below the lanes.
func (s *strip) axis(room int) string {
	t := s.theme
	from, to := dates(s.from, s.to, room)
	fill := strings.Repeat(t.Signs.Horizontal, max(0, room-len(from)-len(to)-2))
	return spaces(laneLabel) + t.Faint.Render(from) + " " + t.Line.Render(fill) + " " + t.Faint.Render(to)
}

// dates writes the first and the last day of a time, with their years if there is room, or if days of several years
// could be taken for one another. Where the days of several years have no room, it writes their years alone.
func dates(from, to model.Day, width int) (first, last string) {
	const yearsFrom, year = 60, 365
	if width < yearsFrom && to-from < year {
		return from.Short(), to.Short()
	}
	first, last = strings.TrimSpace(from.Column()), strings.TrimSpace(to.Column())
	if to-from >= year && len(first)+len("  ")+len(last) > width {
		return from.Format("2006"), to.Format("2006")
	}
	return first, last
}

// mark is what stands in a column; the zero value is nothing.
type mark struct {
	style theme.Style
	sign  string
}

// column is where a day stands among so many columns.
func (s *strip) column(day model.Day, room int) int {
	span := int(s.to-s.from) + 1
	return max(0, min(int(day-s.from)*room/max(1, span), room-1))
}

// place puts the statements with some of the stances into columns. Where several meet, the newest is drawn.
func (s *strip) place(room int, has func(model.Stance) bool) []mark {
	newest := make([]*point, room)
	marks := make([]mark, room)
	for i := range s.points {
		p := &s.points[i]
		if !has(p.stance) {
			continue
		}
		at := s.column(p.day, room)
		if old := newest[at]; old == nil || p.day > old.day || p.day == old.day && p.stance != model.NoStance {
			newest[at] = p
			marks[at].style, marks[at].sign = s.sign(p.stance)
		}
	}
	return marks
}

// under draws how the position read in the columns where nothing stands: a line in its colour, which begins with its sign
// where it read differently from before. A position that nobody took back goes on to the end.
func (s *strip) under(marks []mark) []mark {
	drawn := slices.Clone(marks)
	for i := range s.steps {
		style, sign := s.stand(s.steps[i].Stand)
		first, end := s.column(s.steps[i].Day, len(marks)), len(marks)
		if i+1 < len(s.steps) {
			end = s.column(s.steps[i+1].Day, len(marks))
		}
		shown := i > 0 && s.steps[i-1].Stand == s.steps[i].Stand
		for at := first; at < end; at++ {
			switch {
			case marks[at].sign != "":
				shown = shown || marks[at].sign == sign
				continue
			case shown:
				drawn[at] = mark{style, s.theme.Signs.Heavy}
			default:
				drawn[at], shown = mark{style, sign}, true
			}
		}
	}
	return drawn
}

// lane draws what stands in the columns.
func (s *strip) lane(marks []mark) string {
	var b strings.Builder
	for i := range marks {
		if marks[i].sign == "" {
			b.WriteByte(' ')
			continue
		}
		marks[i].style.Append(&b, marks[i].sign)
	}
	return b.String()
}

// sign is how a statement is drawn; one that takes no position as silence.
func (p painter) sign(stance model.Stance) (theme.Style, string) {
	if stance == model.NoStance {
		return p.stand(position.Silent)
	}
	return p.theme.Stance(stance.String())
}
