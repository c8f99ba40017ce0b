package positions

import (
	"slices"
	"strings"

	"onrecord/model"
	"onrecord/model/position"
	"onrecord/ui/theme"
	"onrecord/ui/widget"
)

// strip draws statements over time, each as the sign of its stance: on one line, or where there is room, what supports
// above and what opposes below.
type strip struct {
	painter
	points   []point
	from, to model.Day // what the whole width stands for
}

// wholeStrip is how many lines the strip takes with a lane for each side and its axis.
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
			lines = append(lines, s.whole(width)...)
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
	return t.Faint.Render(from) + " " + edge + s.lane(marks) + edge + " " + t.Faint.Render(to)
}

// whole draws a lane for each side, and the axis.
func (s *strip) whole(width int) []string {
	t := s.theme
	room := width - laneLabel
	if room < 8 {
		return nil
	}
	var lines []string
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
// could be taken for one another.
func dates(from, to model.Day, width int) (first, last string) {
	const yearsFrom, year = 60, 365
	if width < yearsFrom && to-from < year {
		return from.Short(), to.Short()
	}
	return strings.TrimSpace(from.Column()), strings.TrimSpace(to.Column())
}

// place puts the statements with some of the stances into columns. Where several meet, the newest is drawn.
func (s *strip) place(room int, has func(model.Stance) bool) []*point {
	marks := make([]*point, room)
	span := int(s.to-s.from) + 1
	for i := range s.points {
		p := &s.points[i]
		if !has(p.stance) {
			continue
		}
		at := max(0, min(int(p.day-s.from)*room/max(1, span), room-1))
		if old := marks[at]; old == nil || p.day > old.day || p.day == old.day && p.stance != model.NoStance {
			marks[at] = p
		}
	}
	return marks
}

// lane draws what stands in the columns.
func (s *strip) lane(marks []*point) string {
	var b strings.Builder
	for _, p := range marks {
		if p == nil {
			b.WriteByte(' ')
			continue
		}
		style, sign := s.sign(p.stance)
		style.Append(&b, sign)
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
