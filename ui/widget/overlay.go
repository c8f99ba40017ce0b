package widget

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"onrecord/ui/theme"
)

// Edges are what stands on the edges of a box: its title on the upper one, and a drawn note on the lower one.
type Edges struct {
	Title string
	Note  Text
}

// Box frames drawn lines: width columns in all, and two lines more.
func Box(th *theme.Theme, edges Edges, lines []string, width int) []string {
	inner := max(0, width-4)
	s := th.Signs
	head := ""
	if edges.Title != "" && inner > 1 {
		head = " " + Styled(th.Title, edges.Title).Cut(inner-1, Wrapping{Ellipsis: s.Ellipsis}).Styled + " "
	}
	edge := strings.Repeat(s.Horizontal, max(0, inner+1-drawnWidth(head)))
	box := []string{th.Frame.Render(s.TopLeft+s.Horizontal) + head + th.Frame.Render(edge+s.TopRight)}
	side := th.Frame.Render(s.Vertical)
	for _, line := range lines {
		box = append(box, side+" "+Exactly(line, inner)+" "+side)
	}
	foot := ""
	if len(edges.Note) > 0 && inner > 1 {
		foot = " " + edges.Note.Cut(inner-1, Wrapping{Ellipsis: s.Ellipsis}).Styled + " "
	}
	edge = strings.Repeat(s.Horizontal, max(0, inner+1-drawnWidth(foot)))
	return append(box, th.Frame.Render(s.BottomLeft+edge)+foot+th.Frame.Render(s.Horizontal+s.BottomRight))
}

// Canvas is a drawn screen that other things can be drawn over.
type Canvas struct {
	Lines         []string
	Width, Height int
}

// Dim takes the styles off the screen and paints it in one.
func (c Canvas) Dim(style theme.Style) Canvas {
	dimmed := make([]string, len(c.Lines))
	for i, line := range c.Lines {
		dimmed[i] = style.Render(ansi.Strip(line))
	}
	c.Lines = dimmed
	return c
}

// Put draws box with its upper left corner at x, y. What would stick out of the screen is not drawn.
func (c Canvas) Put(x, y int, box []string) Canvas {
	x, y = max(0, x), max(0, y)
	lines := make([]string, c.Height)
	copy(lines, c.Lines)
	for i, over := range box {
		if y+i >= c.Height {
			break
		}
		lines[y+i] = splice(lines[y+i], over, x, c.Width)
	}
	c.Lines = lines
	return c
}

// splice draws over on a line of width columns from column x.
func splice(line, over string, x, width int) string {
	if drawnWidth(over) > width-x {
		over = clip(over, width-x)
	}
	behind := x + drawnWidth(over)
	left := Exactly(clip(line, x), x)
	if behind >= width || drawnWidth(line) <= behind {
		return left + over
	}
	right := ansi.Cut(line, behind, width)
	// A wide sign that the box covers by half leaves a hole on its right.
	hole := max(0, drawnWidth(line)-behind-drawnWidth(right))
	return left + over + spaces(hole) + right
}
