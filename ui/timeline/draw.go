package timeline

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"onrecord/ui/line"
	"onrecord/ui/theme"
	"onrecord/ui/widget"
)

// View draws the screen.
func (s *Screen) View() ([]string, *tea.Cursor) {
	s.asked.seen = true
	l := s.layout
	if l.width <= 0 || l.height <= 0 {
		return nil, nil
	}
	lines, cursor := s.line.View(s.theme, l.width, s.status(), s.answer.Taken)
	if s.asked.failed != nil {
		return s.exactly(append(lines, line.Failure(s.theme, "Counting failed.", s.asked.failed, l.width)...)), cursor
	}
	if s.scale.count == 0 {
		return s.exactly(append(lines, s.nothing()...)), cursor
	}
	chart := slices.Concat(s.histogram(), []string{s.axis()}, s.laneLines())
	if l.pane > 0 {
		panes := widget.Join(s.theme, l.height-l.top, widget.Pane{Width: l.width - l.pane - 1, Lines: chart}, widget.Pane{Width: l.pane, Lines: s.paneLines()})
		return s.exactly(append(lines, panes...)), cursor
	}
	lines = append(lines, chart...)
	for len(lines) < l.below {
		lines = append(lines, "")
	}
	if l.rule && l.below > l.lanes {
		lines[l.below-1] = s.theme.Line.Render(strings.Repeat(s.theme.Signs.Horizontal, l.width))
	}
	return s.exactly(append(lines, s.told()...)), cursor
}

// exactly cuts the lines to the room that there is.
func (s *Screen) exactly(lines []string) []string {
	lines = lines[:min(len(lines), s.layout.height)]
	for i, line := range lines {
		lines[i] = widget.Exactly(line, s.layout.width)
	}
	return lines
}

// nothing says why there is no timeline.
func (s *Screen) nothing() []string {
	t := s.theme
	switch {
	case s.answer.Chart == nil:
		return []string{"  " + t.Faint.Render(t.Signs.Ellipsis)}
	case s.answer.Total == 0:
		return []string{"", "  " + t.Strong.Render(s.answer.Reading.Nothing())}
	}
	hint := widget.Styled(t.Quiet, s.line.WayOut(s.answer.Total))
	return []string{"", "  " + t.Strong.Render("Nothing found."), "", "  " + s.one(hint, s.layout.width-gutter-1).Styled}
}

// eighths is in how many steps a line of a bar grows.
const eighths = 8

// histogram draws all statements as bars of several lines.
func (s *Screen) histogram() []string {
	tall := s.layout.tall
	counts := s.all().bars(s.scale)
	peak := s.answer.Chart.peaks[s.scale.unit]
	for i, n := range counts {
		counts[i] = level(n, peak, tall*eighths)
	}
	lines := make([]string, tall)
	for y := range lines {
		floor := (tall - 1 - y) * eighths
		lines[y] = s.beside(y) + s.bars(s.theme.Text, func(bar int) string { return s.stepSign(counts[bar]-floor, true) })
	}
	return lines
}

// level is how many of some steps a count takes. Anything above nothing takes one.
func level(n, peak, steps int) int {
	if n <= 0 || peak <= 0 {
		return 0
	}
	return min(steps, (n*steps+peak-1)/peak)
}

// stepSign is the sign of a part of a bar that has grown by so many steps; a space where it has not. Where there is only
// ASCII, the signs of a sparkline have no height, so that a column of them needs others.
func (s *Screen) stepSign(steps int, stacked bool) string {
	signs := s.theme.Signs.Steps
	switch {
	case steps <= 0:
		return " "
	case !stacked || !s.theme.Options.ASCII:
		return signs[min(steps, len(signs))-1]
	case steps >= eighths:
		return "#"
	case steps > eighths/2:
		return ":"
	}
	return "."
}

// beside is what stands left of the histogram: what a bar is, how many the tallest counts, and the sum.
func (s *Screen) beside(y int) string {
	t, l := s.theme, s.layout
	room := l.label + 1 + l.number
	last := l.tall - 1
	var text string
	switch {
	case y == last:
		return s.laneHead(s.all(), !s.cursor.inLanes) + strings.Repeat(" ", edge)
	case y == 0 && l.tall > 2:
		text = s.barMeans()
	case y == last-1:
		text = "tallest " + widget.Thousands(s.answer.Chart.peaks[s.scale.unit])
	}
	return strings.Repeat(" ", gutter) + s.one(widget.Styled(t.Faint, text), room).Pad(room+edge)
}

// barMeans says what a bar stands for.
func (s *Screen) barMeans() string { return "a bar is a " + s.scale.unit.String() }

// bars draws a line of bars in a style: those under the cursor, or chosen, stand out, and where they are empty a hairline
// shows the place of the cursor.
func (s *Screen) bars(style theme.Style, sign func(bar int) string) string {
	t, sc := s.theme, s.scale
	at := s.underCursor()
	cursor := sc.bar(s.cursor.day)
	var b strip
	for i := range sc.seen {
		days := sc.span(sc.from + i)
		look, what := style, sign(i)
		if days.from >= at.from && days.to <= at.to {
			look = t.Accent
		}
		if what == " " && sc.from+i == cursor {
			b.add(t.Line, t.Signs.Vertical, 1)
			b.add(look, " ", sc.cell-1)
			continue
		}
		full := max(1, sc.cell-1) // a space between bars
		b.add(look, what, full)
		b.add(look, " ", sc.cell-full)
	}
	return b.String()
}

// laneLines draws the lanes in view.
func (s *Screen) laneLines() []string {
	lanes := s.lanes()
	peak := s.answer.Chart.lanePeaks[s.scale.unit]
	var lines []string
	for _, slot := range s.cursor.window.Slots() {
		lane := &lanes[slot.Index]
		under := s.cursor.inLanes && slot.Index == s.cursor.window.Cursor()
		style := s.theme.Quiet
		if under {
			style = s.theme.Text
		}
		counts := lane.bars(s.scale)
		bars := s.bars(style, func(bar int) string { return s.stepSign(level(counts[bar], peak, eighths), false) })
		lines = append(lines, s.laneHead(lane, under)+strings.Repeat(" ", edge)+bars)
	}
	return lines
}

// laneHead draws the name and the count of a lane.
func (s *Screen) laneHead(l *Lane, under bool) string {
	t := s.theme
	bar, name, number := strings.Repeat(" ", gutter), t.Quiet, t.Faint
	if under {
		bar, name, number = t.Cursor.Render(t.Signs.Bar)+" ", t.Strong, t.Strong
	}
	var label widget.Text
	switch asked, left := s.chosenBy(l); {
	case asked:
		label = label.Add(t.Accent, t.Signs.Check+" ")
	case left:
		label = label.Add(t.Exclude, t.Signs.Leaving+" ")
	}
	label = label.Add(name, l.Label)
	count := widget.FitRight(number, widget.Thousands(l.Len()), s.layout.number, t.Signs.Ellipsis)
	return bar + s.one(label, s.layout.label).Pad(s.layout.label) + " " + count
}
