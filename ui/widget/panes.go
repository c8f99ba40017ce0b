package widget

import (
	"strings"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"

	"onrecord/ui/theme"
)

// Pane is a column of the screen: drawn lines and the width that they get.
type Pane struct {
	Width int
	Lines []string
}

// Join puts panes side by side with hairlines between them: exactly height lines, each pane exactly as
// wide as it says.
func Join(th *theme.Theme, height int, panes ...Pane) []string {
	rule := th.Line.Render(th.Signs.Vertical)
	joined := make([]string, max(0, height))
	for y := range joined {
		var b strings.Builder
		b.Grow(roomOf(y, panes))
		for i, p := range panes {
			if i > 0 {
				b.WriteString(rule)
			}
			line := ""
			if y < len(p.Lines) {
				line = p.Lines[y]
			}
			writeExactly(&b, line, p.Width)
		}
		joined[y] = b.String()
	}
	return joined
}

// roomOf is how many bytes a line of panes takes at most, as a rule.
func roomOf(y int, panes []Pane) int {
	room := 0
	for _, p := range panes {
		room += p.Width + 2*hairline
		if y < len(p.Lines) {
			room += len(p.Lines[y])
		}
	}
	return room
}

// hairline is about how many bytes a hairline takes with its colour.
const hairline = 16

// Columns puts blocks of drawn lines side by side, each exactly width columns wide, with a gap between them.
func Columns(blocks [][]string, width, gap int) []string {
	tall := 0
	for _, block := range blocks {
		tall = max(tall, len(block))
	}
	lines := make([]string, tall)
	for y := range lines {
		var b strings.Builder
		for k, block := range blocks {
			if k > 0 {
				b.WriteString(spaces(gap))
			}
			line := ""
			if y < len(block) {
				line = block[y]
			}
			writeExactly(&b, line, width)
		}
		lines[y] = b.String()
	}
	return lines
}

// Exactly is a drawn line clipped or padded to width columns.
func Exactly(line string, width int) string {
	var b strings.Builder
	writeExactly(&b, line, width)
	return b.String()
}

func writeExactly(b *strings.Builder, line string, width int) {
	if width <= 0 {
		return
	}
	w := drawnWidth(line)
	if w > width {
		line = clip(line, width)
		w = drawnWidth(line)
	}
	b.WriteString(line)
	b.WriteString(spaces(width - w))
}

// clip takes the first width columns of a drawn line. Escape sequences behind the cut stay, so that no
// style runs on.
func clip(line string, width int) string {
	short := ansi.Truncate(line, width, "")
	if ansi.StringWidthWc(short) > width {
		short = ansi.TruncateWc(line, width, "")
	}
	return short
}

// drawnWidth is the width of a drawn line by the wider of the two rules.
func drawnWidth(line string) int {
	if n, ok := plainWidth(line); ok {
		return n
	}
	return max(ansi.StringWidth(line), ansi.StringWidthWc(line))
}

// plainWidth counts the columns of a line of common signs, hairlines and colour sequences, which most lines are.
func plainWidth(line string) (width int, ok bool) {
	for i := 0; i < len(line); i++ {
		switch c := line[i]; {
		case c >= 0x20 && c < 0x7f:
			width++
		case c == 0x1b && i+1 < len(line) && line[i+1] == '[':
			for i += 2; i < len(line) && line[i] < 0x40; i++ {
			}
		case c >= utf8.RuneSelf:
			r, n := utf8.DecodeRuneInString(line[i:])
			if !common(r) && !drawn(r) {
				return 0, false
			}
			i += n - 1
			width++
		default:
			return 0, false
		}
	}
	return width, true
}

// drawn reports the signs of frames, bars, stances and the like, which are one column by every rule as the common ones
// are.
func drawn(r rune) bool {
	switch {
	case r >= '─' && r <= '▟': // frames and blocks
		return true
	case r >= '←' && r <= '↓', r == '↗', r == '↘', r == '−':
		return true
	case r == '▸', r == '▾', r == '◆', r == '●', r == '○', r == '◐', r == '◑', r == '✓', r == '✗', r == '❯':
		return true
	}
	return false
}

// Frame makes a screen of exactly height lines, none wider than width.
func Frame(lines []string, width, height int) string {
	room := height
	for _, line := range lines {
		room += len(line)
	}
	var b strings.Builder
	b.Grow(max(0, room))
	for y := range max(0, height) {
		if y > 0 {
			b.WriteByte('\n')
		}
		if y >= len(lines) {
			continue
		}
		if drawnWidth(lines[y]) > width {
			b.WriteString(clip(lines[y], width))
			continue
		}
		b.WriteString(lines[y])
	}
	return b.String()
}
