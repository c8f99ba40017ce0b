package screentest

import (
	"fmt"
	"html"
	"strconv"
	"strings"
)

// Paper is what a picture of a screen is drawn on: colours as #rrggbb.
type Paper struct {
	Text, Ground string
}

// The measures of a cell in a picture, for a font whose signs are 0.6 as wide as they are high.
const (
	cellWidth  = 8.4
	cellHeight = 18
	fontSize   = 14
	baseline   = 13.5
	border     = 14
)

// SVG draws the screen as a picture, in which text is text. Every stretch of the same style is stretched to its cells,
// so that columns stand under each other in any font.
func (f Frame) SVG(title string, paper Paper) string {
	var b strings.Builder
	width, height := float64(f.Width)*cellWidth+2*border, f.Height*cellHeight+2*border
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %s %d" role="img" aria-label="%s">`+"\n",
		number(width), height, html.EscapeString(title))
	fmt.Fprintf(&b, `<rect width="100%%" height="100%%" rx="8" fill="%s"/>`+"\n", paper.Ground)
	fmt.Fprintf(&b, `<g font-family="ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace" font-size="%d" fill="%s" xml:space="preserve">`+"\n",
		fontSize, paper.Text)
	for y, row := range f.Cells {
		for x := 0; x < len(row); {
			end := x + 1
			for end < len(row) && row[end].Style == row[x].Style && row[end].Link == row[x].Link {
				end++
			}
			run(&b, row[x:end], x, y, paper)
			x = end
		}
	}
	b.WriteString("</g>\n</svg>\n")
	return b.String()
}

// run draws neighbouring cells of one style.
func run(b *strings.Builder, cells []Cell, x, y int, paper Paper) {
	s, text := cells[0].Style, ""
	for _, c := range cells {
		text += c.Text
	}
	fill, ground := hex(s.Text, paper.Text), hex(s.Ground, "")
	if s.Reversed {
		fill, ground = hex(s.Ground, paper.Ground), fill
	}
	left, top := border+float64(x)*cellWidth, border+y*cellHeight
	if ground != "" {
		fmt.Fprintf(b, `<rect x="%s" y="%d" width="%s" height="%d" fill="%s"/>`+"\n",
			number(left), top, number(float64(len(cells))*cellWidth), cellHeight, ground)
	}
	// Blanks at either end are not drawn; between words they hold their places.
	shown := strings.TrimLeft(text, " ")
	left += float64(len(text)-len(shown)) * cellWidth
	wide := len(cells) - (len(text) - len(shown))
	trimmed := strings.TrimRight(shown, " ")
	wide -= len(shown) - len(trimmed)
	if trimmed == "" {
		return
	}
	fmt.Fprintf(b, `<text x="%s" y="%s" textLength="%s"%s>%s</text>`+"\n", number(left), number(float64(top)+baseline),
		number(float64(wide)*cellWidth), attributes(s, fill, paper), html.EscapeString(trimmed))
}

// attributes are those of a style, without what the whole picture has.
func attributes(s Style, fill string, paper Paper) string {
	var b strings.Builder
	if fill != paper.Text {
		fmt.Fprintf(&b, ` fill="%s"`, fill)
	}
	for _, a := range []struct {
		on   bool
		text string
	}{
		{s.Bold, `font-weight="bold"`}, {s.Italic, `font-style="italic"`}, {s.Faint, `opacity="0.7"`},
		{s.Underline, `text-decoration="underline"`}, {s.Strike, `text-decoration="line-through"`},
	} {
		if a.on {
			b.WriteString(" " + a.text)
		}
	}
	return b.String()
}

// hex is a colour of a style as #rrggbb, or instead for the terminal's own. Numbered colours have no shade that all
// terminals agree on; a picture is to be made of a screen in true colour.
func hex(colour, instead string) string {
	if !strings.HasPrefix(colour, "#") {
		return instead
	}
	return colour
}

// number writes a measure in at most one decimal.
func number(f float64) string {
	return strings.TrimSuffix(strconv.FormatFloat(f, 'f', 1, 64), ".0")
}
