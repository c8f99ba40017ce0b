package screentest

import (
	"fmt"
	"image/color"
	"strings"

	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"
)

// Frame is a screen as it stood at some moment.
type Frame struct {
	Width, Height int
	Cells         [][]Cell // by rows; the second half of a wide sign is a cell without text
	Cursor        Cursor
	Title         string // of the window
	AltScreen     bool
}

// Cursor is the terminal's own cursor.
type Cursor struct {
	X, Y    int
	Visible bool
}

// Cell is one place of the screen.
type Cell struct {
	Text  string // " " where nothing was drawn
	Width int
	Style Style
	Link  string // where it leads, "" for nowhere
}

// Style is how a cell looks. Colours are "" for the terminal's own, a number from 0 to 255, or #rrggbb.
type Style struct {
	Text, Ground                                     string
	Bold, Faint, Italic, Underline, Strike, Reversed bool
}

// Frame returns the screen as it stands.
func (t *Terminal) Frame() Frame {
	t.mu.Lock()
	defer t.mu.Unlock()
	at := t.screen.CursorPosition()
	f := Frame{
		Width: t.screen.Width(), Height: t.screen.Height(), Title: t.title, AltScreen: t.screen.IsAltScreen(),
		Cursor: Cursor{at.X, at.Y, !t.hidden},
	}
	for y := range f.Height {
		row := make([]Cell, f.Width)
		for x := range row {
			row[x] = cell(t.screen.CellAt(x, y))
		}
		f.Cells = append(f.Cells, row)
	}
	return f
}

func cell(c *uv.Cell) Cell {
	if c == nil {
		return Cell{Text: " ", Width: 1}
	}
	// The emulator keeps the address of a link where its parameters belong.
	return Cell{Text: c.Content, Width: c.Width, Style: style(c.Style), Link: c.Link.Params}
}

func style(s uv.Style) Style {
	has := func(attribute uint8) bool { return s.Attrs&attribute != 0 }
	return Style{
		Text: colour(s.Fg), Ground: colour(s.Bg), Bold: has(uv.AttrBold), Faint: has(uv.AttrFaint),
		Italic: has(uv.AttrItalic), Strike: has(uv.AttrStrikethrough), Reversed: has(uv.AttrReverse),
		Underline: s.Underline != ansi.UnderlineNone,
	}
}

func colour(c color.Color) string {
	switch c := c.(type) {
	case nil:
		return ""
	case ansi.BasicColor:
		return fmt.Sprint(int(c))
	case ansi.IndexedColor:
		return fmt.Sprint(int(c))
	}
	r, g, b, _ := c.RGBA()
	return fmt.Sprintf("#%02x%02x%02x", r>>8, g>>8, b>>8)
}

// String is a style in words, "" for none.
func (s Style) String() string {
	var words []string
	for _, w := range []struct {
		on   bool
		word string
	}{
		{s.Text != "", "text " + s.Text}, {s.Ground != "", "ground " + s.Ground}, {s.Bold, "bold"}, {s.Faint, "faint"},
		{s.Italic, "italic"}, {s.Underline, "underline"}, {s.Strike, "strike"}, {s.Reversed, "reversed"},
	} {
		if w.on {
			words = append(words, w.word)
		}
	}
	return strings.Join(words, ", ")
}

// Line is the text of a row, without the space at its end.
func (f Frame) Line(y int) string {
	var b strings.Builder
	for _, c := range f.Cells[y] {
		b.WriteString(c.Text)
	}
	return strings.TrimRight(b.String(), " ")
}

// String is the text of the screen, a line a row.
func (f Frame) String() string {
	lines := make([]string, f.Height)
	for y := range lines {
		lines[y] = f.Line(y)
	}
	return strings.Join(lines, "\n")
}

// Find returns where a text begins on the screen, in cells; ok is false if it is nowhere.
func (f Frame) Find(text string) (x, y int, ok bool) {
	for y := range f.Cells {
		before, _, found := strings.Cut(f.Line(y), text)
		if !found {
			continue
		}
		for x, c := range f.Cells[y] {
			if before == "" {
				return x, y, true
			}
			before = before[len(c.Text):]
		}
	}
	return 0, 0, false
}

// box is the screen within lines, to see where it ends.
func (f Frame) box() string {
	edge := "+" + strings.Repeat("-", f.Width) + "+\n"
	var b strings.Builder
	b.WriteString(edge)
	for y := range f.Cells {
		line := f.Line(y)
		b.WriteString("|" + line + strings.Repeat(" ", max(0, f.Width-ansi.StringWidth(line))) + "|\n")
	}
	b.WriteString(edge)
	fmt.Fprintf(&b, "%dx%d, cursor %s", f.Width, f.Height, f.Cursor)
	return b.String()
}

// String says where the cursor stands.
func (c Cursor) String() string {
	if !c.Visible {
		return "hidden"
	}
	return fmt.Sprintf("at %d,%d", c.X, c.Y)
}
