package theme

// Signs are the shapes that the program draws itself. Each is one column wide by every rule that
// terminals use for widths (the ellipsis of the ASCII set, which must be seen to be one, is three), and
// no meaning hangs on a colour alone: every stance has a shape of its own in both sets.
type Signs struct {
	Support, Oppose, Conditional, Mixed, Neutral, Silent string

	MovedUp, MovedDown string // a position that moved towards support, or towards opposition

	Bar   string // before the row under the cursor
	Caret string // before the search line

	Horizontal, Vertical    string // hairlines
	Heavy                   string // the hairline above the pane with the keyboard
	TeeDown                 string // where hairlines meet
	TopLeft, TopRight       string // the corners of an overlay
	BottomLeft, BottomRight string
	Steps                   []string // of a sparkline, from least to most
	Check, Refused, Fail    string   // before news: done, not possible here, gone wrong
	Ellipsis                string   // text was cut here
	Arrow, Back, Forward    string
	QuoteOpen, QuoteClose   string
	Folded, Unfolded        string
	Dot                     string // between parts of a line
	Marked                  string
	Thumb                   string // where a scrolled list stands
	Leaving                 string // before what is left out
}

// Shapes are the signs for terminals that know Unicode.
func Shapes() Signs {
	return Signs{
		Support: "●", Oppose: "○", Conditional: "◐", Mixed: "◑", Neutral: "–", Silent: "·",
		MovedUp: "↗", MovedDown: "↘",
		Bar: "▌", Caret: "❯",
		Horizontal: "─", Vertical: "│", Heavy: "━", TeeDown: "┬",
		TopLeft: "╭", TopRight: "╮", BottomLeft: "╰", BottomRight: "╯",
		Steps: []string{"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"},
		Check: "✓", Refused: "!", Fail: "✗", Ellipsis: "…", Arrow: "→", Back: "‹", Forward: "›",
		QuoteOpen: "“", QuoteClose: "”", Folded: "▸", Unfolded: "▾", Dot: "·", Marked: "◆", Thumb: "┃",
		Leaving: "−",
	}
}

// ASCII are the signs for terminals and fonts that know nothing else. No stance has a sign that looks like that of another
// one among the shapes, so that who knows the one set does not misread the other.
func ASCII() Signs {
	return Signs{
		Support: "+", Oppose: "x", Conditional: "?", Mixed: "~", Neutral: "=", Silent: ".",
		MovedUp: "/", MovedDown: "\\",
		Bar: ">", Caret: ">",
		Horizontal: "-", Vertical: "|", Heavy: "_", TeeDown: "+",
		TopLeft: "+", TopRight: "+", BottomLeft: "+", BottomRight: "+",
		Steps: []string{".", ":", "-", "=", "+", "*", "#", "@"},
		Check: "*", Refused: "!", Fail: "x", Ellipsis: "...", Arrow: ">", Back: "<", Forward: ">",
		QuoteOpen: `"`, QuoteClose: `"`, Folded: ">", Unfolded: "v", Dot: "|", Marked: "*", Thumb: "#",
		Leaving: "-",
	}
}
