package theme

import (
	"image/color"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/colorprofile"
)

// palette is the colours by role. A nil colour is the terminal's own.
type palette struct {
	text, strong, quiet, faint, line    color.Color
	accent                              color.Color
	support, oppose, conditional, mixed color.Color
	onSelected, selectedBack            color.Color // nil: reversed

	colours bool // whether there is any colour
	dims    bool // whether quieter means the terminal's own faint attribute
}

// paletteFor picks the colours for a terminal.
func paletteFor(o Options) palette {
	switch {
	case o.Profile <= colorprofile.ASCII && o.Profile != colorprofile.Unknown:
		return palette{}
	case o.Profile == colorprofile.ANSI:
		return sixteen(o)
	case !o.Known:
		return anyBackground().reduced(o.Profile)
	case o.Dark:
		return dark().reduced(o.Profile)
	}
	return light().reduced(o.Profile)
}

func dark() palette {
	return palette{
		text: hex("#dcdfe6"), strong: hex("#ffffff"), quiet: hex("#aab0be"), faint: hex("#8e95a6"), line: hex("#4b5062"),
		accent:  hex("#87c5ff"),
		support: hex("#7fd4a8"), oppose: hex("#ff9b86"), conditional: hex("#e6c46c"), mixed: hex("#cdacf7"),
		onSelected: hex("#ffffff"), selectedBack: hex("#34405a"),
		colours: true,
	}
}

func light() palette {
	return palette{
		text: hex("#24272e"), strong: hex("#000000"), quiet: hex("#4d5462"), faint: hex("#666d7c"), line: hex("#c3c8d1"),
		accent:  hex("#005faf"),
		support: hex("#0b6b49"), oppose: hex("#ad2e18"), conditional: hex("#7a5600"), mixed: hex("#6f3cb0"),
		onSelected: hex("#000000"), selectedBack: hex("#d9e6f5"),
		colours: true,
	}
}

// anyBackground is for the moment before the terminal has told its background, and for terminals that
// never do. No colour has 4.5:1 on white and on near-black at once; what is read therefore keeps the
// terminal's own colour, and signs get hues of middling lightness, near 4:1 on both.
func anyBackground() palette {
	return palette{
		faint: hex("#757a86"), line: hex("#868b96"),
		accent:  hex("#2a7fd0"),
		support: hex("#2c8a5f"), oppose: hex("#d4523a"), conditional: hex("#9a7416"), mixed: hex("#9165cf"),
		colours: true,
	}
}

// sixteen uses the terminal's own sixteen colours. What is read has no colour, because only the
// terminal knows which of them can be read (bright black is the background itself in some schemes).
func sixteen(o Options) palette {
	p := palette{
		accent:  lipgloss.Cyan,
		support: lipgloss.Green, oppose: lipgloss.Red, conditional: lipgloss.Yellow, mixed: lipgloss.Magenta,
		colours: true, dims: true,
	}
	switch {
	case !o.Known:
		p.accent = lipgloss.Blue
	case o.Dark:
		p.oppose = lipgloss.BrightRed
	default:
		// Yellow and cyan vanish on white.
		p.accent, p.conditional, p.mixed = lipgloss.Blue, lipgloss.Magenta, nil
	}
	return p
}

// reduced is the palette in the colours of a profile.
func (p palette) reduced(profile colorprofile.Profile) palette {
	if profile != colorprofile.ANSI256 {
		return p
	}
	for _, c := range []*color.Color{
		&p.text, &p.strong, &p.quiet, &p.faint, &p.line, &p.accent,
		&p.support, &p.oppose, &p.conditional, &p.mixed, &p.onSelected, &p.selectedBack,
	} {
		if *c != nil {
			*c = profile.Convert(*c)
		}
	}
	return p
}

func (p palette) base(c color.Color) lipgloss.Style {
	if c == nil {
		return plain()
	}
	return plain().Foreground(c)
}

func (p palette) style(c color.Color) Style { return NewStyle(p.base(c)) }

func (p palette) bold(c color.Color) Style { return NewStyle(p.base(c).Bold(true)) }

// dim is for what is quieter than text. Where colours can't say it, the faint attribute does; without
// any colour it stays text, because some terminals draw faint as nothing at all.
func (p palette) dim(c color.Color) Style { return NewStyle(p.base(c).Faint(c == nil && p.dims)) }

func (p palette) selected() Style {
	if p.selectedBack == nil {
		return NewStyle(plain().Reverse(true))
	}
	return NewStyle(p.base(p.onSelected).Background(p.selectedBack))
}

func hex(s string) color.Color { return lipgloss.Color(s) }
