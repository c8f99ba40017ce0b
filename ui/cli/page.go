package cli

import (
	"io"
	"strings"

	"github.com/charmbracelet/colorprofile"

	"onrecord/ui/theme"
	"onrecord/ui/widget"
)

// page draws for reading: with styles and lines of the terminal's width on a terminal, plain elsewhere. What it is given
// is raw; what it writes is safe.
type page struct {
	out   io.Writer
	theme *theme.Theme
	width int                 // of a line
	clean func(string) string // takes away what only the cells of a screen need
	err   error
}

func (a *app) page() *page {
	profile := theme.Profile(colorprofile.Detect(a.process.Stdout, a.process.Environ), a.process.Environ)
	options := theme.Options{Profile: profile, ASCII: a.ascii, Known: a.theme.value != "auto", Dark: a.theme.value == "dark"}
	clean := widget.Unmarked
	if onTerminal(a.process.Stdout) {
		clean = widget.Unjoined
	}
	return &page{
		clean: clean,
		out:   &colorprofile.Writer{Forward: a.out, Profile: profile},
		theme: theme.New(options),
		width: a.width() - 1, // a sign in the last column makes some terminals wrap
	}
}

// print writes a drawn line.
func (p *page) print(line string) {
	if p.err == nil {
		_, p.err = io.WriteString(p.out, p.clean(line)+"\n")
	}
}

// wrapping lays a text out in lines, no more than most, 0 for all.
func (p *page) wrapping(most int) widget.Wrapping {
	return widget.Wrapping{MaxLines: most, Ellipsis: p.theme.Signs.Ellipsis, ASCII: p.theme.Options.ASCII}
}

// ends writes a line with something at either end, or two lines where it would touch.
func (p *page) ends(left, right widget.Text) {
	r := right.Cut(p.width, p.wrapping(1))
	if left.Width()+2+r.Width <= p.width {
		p.print(left.Cut(p.width, p.wrapping(1)).Pad(p.width-r.Width) + r.Styled)
		return
	}
	p.print(left.Cut(p.width, p.wrapping(1)).Styled)
	p.print(p.margin() + right.Cut(p.width-len(p.margin()), p.wrapping(1)).Styled)
}

// margin stands before what belongs to the line above: as wide as a date, if there is room.
func (p *page) margin() string {
	if p.width < 60 {
		return "  "
	}
	return strings.Repeat(" ", dateColumn)
}

// paragraph writes a text in lines behind a margin.
func (p *page) paragraph(margin string, text widget.Text, w widget.Wrapping) {
	p.printLines(margin, text.Wrap(p.columns(margin), w))
}

// columns are how many there are behind a margin.
func (p *page) columns(margin string) int { return max(10, p.width-len(margin)) }

// printLines writes drawn lines behind a margin.
func (p *page) printLines(margin string, lines []widget.Line) {
	for _, line := range lines {
		p.print(margin + line.Styled)
	}
}
