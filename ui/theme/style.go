package theme

import (
	"strings"

	"charm.land/lipgloss/v2"
)

// Style is one look of a piece of text: a lipgloss style whose escape sequences are made once. A frame
// is painted from hundreds of pieces, and lipgloss would build the same sequences anew for each of them. A lipgloss style
// is some hundred bytes long, which every piece of text would carry along; so it is kept aside.
type Style struct {
	open, close string
	lip         *lipgloss.Style // nil for the zero value
}

// NewStyle makes a Style of s, of which only colours and attributes count: no padding, no width.
func NewStyle(s lipgloss.Style) Style {
	const probe = "x"
	open, end, _ := strings.Cut(s.Render(probe), probe)
	return Style{open: open, close: end, lip: &s}
}

// Render paints the parts, joined, in this style. They must hold no line break.
func (s Style) Render(parts ...string) string {
	text := strings.Join(parts, "")
	if s.open == "" || text == "" {
		return text
	}
	return s.open + text + s.close
}

// Append adds text in this style to b.
func (s Style) Append(b *strings.Builder, text string) {
	b.WriteString(s.open)
	b.WriteString(text)
	b.WriteString(s.close)
}

// Begin starts painting in this style; End ends it.
func (s Style) Begin(b *strings.Builder) { b.WriteString(s.open) }

// End ends what Begin started.
func (s Style) End(b *strings.Builder) { b.WriteString(s.close) }

// Same reports whether both styles paint alike.
func (s Style) Same(other Style) bool { return s.open == other.open }

// Over lays s over base: what s leaves open (a colour, an attribute) is taken from base.
func (s Style) Over(base Style) Style { return NewStyle(s.Lipgloss().Inherit(base.Lipgloss())) }

// Lipgloss is the style for what is drawn by Lip Gloss and Bubbles themselves.
func (s Style) Lipgloss() lipgloss.Style {
	if s.lip == nil {
		return lipgloss.Style{}
	}
	return *s.lip
}
