package positions

import (
	"fmt"
	"strings"

	"onrecord/model"
	"onrecord/model/position"
	"onrecord/ui/theme"
	"onrecord/ui/widget"
)

// painter draws what the views of this screen have in common.
type painter struct {
	theme    *theme.Theme
	marked   func(id string) bool            // whether a statement is
	selected [position.Mixed + 1]theme.Style // of a stand under the cursor
	chosen   theme.Style                     // of a name under the cursor
}

func newPainter(t *theme.Theme, marked func(id string) bool) painter {
	p := painter{theme: t, marked: marked, chosen: t.Strong.Over(t.Selected)}
	for _, stand := range position.Stands() {
		style, _ := t.Stance(stand.String())
		p.selected[stand] = theme.NewStyle(t.Selected.Lipgloss().Foreground(style.Lipgloss().GetForeground()).Bold(true))
	}
	return p
}

// gutter is the column of the cursor bar and the space after it.
const gutter = 2

// bar is the gutter of a row.
func (p painter) bar(selected bool) string {
	if selected {
		return p.theme.Cursor.Render(p.theme.Signs.Bar) + " "
	}
	return "  "
}

// stand is the style and the sign of a stand.
func (p painter) stand(s position.Stand) (theme.Style, string) { return p.theme.Stance(s.String()) }

// move is the sign of a position that has moved, a space for one that has not.
func (p painter) moveSign(m position.Move) string {
	switch m {
	case position.Up:
		return p.theme.Signs.MovedUp
	case position.Down:
		return p.theme.Signs.MovedDown
	}
	return " "
}

func (p painter) wrapping(maxLines int) widget.Wrapping {
	return widget.Wrapping{MaxLines: maxLines, Ellipsis: p.theme.Signs.Ellipsis, ASCII: p.theme.Options.ASCII}
}

// one draws a text on one line of at most width columns.
func (p painter) one(t widget.Text, width int) widget.Line {
	return t.Cut(max(0, width), p.wrapping(1))
}

// ends draws a line with something at either end; the left part is cut where it would touch the right one.
func (p painter) ends(left, right widget.Text, width int) string {
	r := p.one(right, width)
	l := p.one(left, width-r.Width-1)
	return l.Pad(max(0, width-r.Width)) + r.Styled
}

// wrapped draws a text in lines of width columns, at most so many, and 0 for all.
func (p painter) wrapped(t widget.Text, width, maxLines int) []string {
	var lines []string
	for _, l := range t.Wrap(max(1, width), p.wrapping(maxLines)) {
		lines = append(lines, l.Styled)
	}
	return lines
}

// rule is a hairline.
func (p painter) rule(width int) string {
	return p.theme.Line.Render(strings.Repeat(p.theme.Signs.Horizontal, max(0, width)))
}

// gap is what stands between two parts of a line.
func (p painter) gap() string { return "  " + p.theme.Signs.Dot + "  " }

// proposed draws a heading that ends with a topic, and below it what the topic proposes, because its name alone can be
// taken for the opposite.
func (p painter) proposed(left widget.Text, topic *model.Topic, right widget.Text, width int) []string {
	lines := []string{p.ends(left, right, width)}
	if topic.Proposition == "" {
		return lines
	}
	return append(lines, p.wrapped(widget.Styled(p.theme.Faint, topic.Proposition), width, 2)...)
}

// counted is a number with what it counts.
func counted(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return widget.Thousands(n) + " " + many
}

// statements is a number of statements in words.
func statements(n int) string { return counted(n, "statement", "statements") }

// legend tells the signs apart, in as many lines as it takes.
func (p painter) legend(width int) []string {
	t := p.theme
	var lines []string
	var line widget.Text
	add := func(style theme.Style, sign, words string) {
		item := widget.Styled(style, sign).Add(t.Faint, " "+words)
		if len(line) > 0 && line.Width()+3+item.Width() > width {
			lines = append(lines, p.one(line, width).Styled)
			line = nil
		}
		if len(line) > 0 {
			line = line.Add(t.Faint, "   ")
		}
		line = append(line, item...)
	}
	for _, stand := range position.Stands() {
		style, sign := p.stand(stand)
		if stand == position.Spoke {
			style, sign = t.Quiet, sign+" 2"
		}
		add(style, sign, stand.Words())
	}
	add(t.Quiet, t.Signs.MovedUp+" "+t.Signs.MovedDown, "moved")
	return append(lines, p.one(line, width).Styled)
}

// actors words a count of actors.
func actors(n int) string { return counted(n, "actor", "actors") }

func topics(n int) string { return counted(n, "topic", "topics") }

// percent is a part of a whole for people; nothing is said to be all, or none, that is not.
func percent(part, whole int) string {
	switch {
	case whole == 0:
		return ""
	case part == whole:
		return "100%"
	case part == 0:
		return "0%"
	}
	return fmt.Sprintf("%d%%", min(99, max(1, (part*100+whole/2)/whole)))
}

func spaces(n int) string { return strings.Repeat(" ", max(0, n)) }
