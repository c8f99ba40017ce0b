// Package theme says how things look: one set of styles named by what they mean, and one set of signs.
//
// Nothing asks the terminal here. The program starts with a theme that can be read on any background and
// makes a new one when the terminal has told its background. There is one accent colour; everything else
// is a shade of the text, except the stances, which have a hue each besides their shape. Without colours
// (NO_COLOR) bold, underline and reverse stay, and the shapes carry everything.
package theme

import (
	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/colorprofile"
)

// Options are what is known of the terminal.
type Options struct {
	Known   bool                 // whether the background is known; if not, Dark means nothing
	Dark    bool                 // whether the background is dark
	Profile colorprofile.Profile // how many colours there are
	ASCII   bool                 // whether signs must be ASCII
}

// Theme holds the styles of the program. It is made once and never changed; screens keep a pointer.
type Theme struct {
	Options Options
	Signs   Signs

	Text   Style // what is read
	Strong Style // what is read first: who, how many
	Quiet  Style // a shade quieter: what is not under the cursor, secondary facts
	Faint  Style // quieter still: labels, counts of little weight
	Line   Style // hairlines

	Accent   Style // the one colour
	Match    Style // a hit of the query, on text
	Cursor   Style // the bar of the row under the cursor
	Selected Style // the chosen entry of a menu
	Caret    Style // the sign before the search line

	Title   Style // the name of the program and of overlays
	Section Style // headings of facets and of the parts of a detail
	Chip    Style // a filter in force
	Warn    Style
	Bad     Style
	Good    Style
	Link    Style

	Support, Oppose, Conditional, Mixed, Neutral, Silent Style

	KeyName Style // a key in the footer and in the help
	KeyHelp Style // what it does
	Bar     Style // the top line and the footer
	TabOn   Style // the screen that is shown
	TabOff  Style
	Frame   Style // the edge of an overlay
	Dimmed  Style // what lies behind an overlay

	Field   Style // a field name in the query line
	Phrase  Style // words in quotation marks
	Exclude Style // what the query leaves out
	Ghost   Style // the rest of a completion, the placeholder
}

// New makes the theme for a terminal.
func New(o Options) *Theme {
	t := &Theme{Options: o, Signs: Shapes()}
	if o.ASCII {
		t.Signs = ASCII()
	}
	p := paletteFor(o)
	t.reading(p)
	t.stances(p)
	t.furniture(p)
	t.query(p)
	return t
}

// reading sets the styles of what is read.
func (t *Theme) reading(p palette) {
	t.Text = p.style(p.text)
	t.Strong = p.bold(p.strong)
	t.Quiet = p.style(p.quiet)
	t.Faint = p.dim(p.faint)
	t.Line = p.dim(p.line)
	t.Accent = p.style(p.accent)
	t.Match = NewStyle(p.base(p.accent).Underline(true))
	t.Title = p.bold(p.strong)
	t.Section = p.bold(p.faint)
	t.Link = NewStyle(p.base(p.quiet).Underline(true))
	t.Warn = p.style(p.conditional)
	t.Bad = p.bold(p.oppose)
	t.Good = p.style(p.support)
}

// stances sets the hue of each stance; its shape is among the signs.
func (t *Theme) stances(p palette) {
	t.Support = p.style(p.support)
	t.Oppose = p.style(p.oppose)
	t.Conditional = p.style(p.conditional)
	t.Mixed = p.style(p.mixed)
	t.Neutral = p.style(p.quiet)
	t.Silent = p.dim(p.faint)
}

// furniture sets the styles of what stands around the text.
func (t *Theme) furniture(p palette) {
	t.Cursor = p.style(p.accent)
	t.Caret = p.bold(p.accent)
	t.Selected = p.selected()
	t.Chip = p.style(p.accent)
	t.KeyName = p.style(p.text)
	t.KeyHelp = p.dim(p.faint)
	t.Bar = p.style(p.quiet)
	t.TabOn = NewStyle(p.base(p.accent).Bold(true))
	t.TabOff = p.dim(p.faint)
	t.Frame = p.dim(p.line)
	t.Dimmed = p.dim(p.faint)
}

// query sets the styles of the parts of the query line.
func (t *Theme) query(p palette) {
	t.Field = p.style(p.accent)
	t.Phrase = NewStyle(p.base(p.strong).Italic(p.colours))
	t.Exclude = p.style(p.oppose)
	t.Ghost = p.dim(p.faint)
}

// Stance is the style and the sign for a stance by its name: support, oppose, conditional, mixed or
// neutral; anything else is silence.
func (t *Theme) Stance(name string) (Style, string) {
	switch name {
	case "support":
		return t.Support, t.Signs.Support
	case "oppose":
		return t.Oppose, t.Signs.Oppose
	case "conditional":
		return t.Conditional, t.Signs.Conditional
	case "mixed":
		return t.Mixed, t.Signs.Mixed
	case "neutral":
		return t.Neutral, t.Signs.Neutral
	}
	return t.Silent, t.Signs.Silent
}

// plain is a style that changes nothing.
func plain() lipgloss.Style { return lipgloss.NewStyle() }
