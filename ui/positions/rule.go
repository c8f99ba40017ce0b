package positions

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"onrecord/model/position"
	"onrecord/ui/keys"
	"onrecord/ui/widget"
)

// rulePage tells how a position comes about.
type rulePage struct {
	*desk
	width, height, top int
	lines              []string
}

// readable is the widest that a page of words gets.
const readable = 84

func (p *rulePage) scope() keys.Scope { return keys.RulePage }

func (p *rulePage) resize(width, height int) tea.Cmd {
	p.width, p.height = width, height
	return nil
}

func (p *rulePage) renew() tea.Cmd         { return nil }
func (p *rulePage) update(tea.Msg) tea.Cmd { return nil }
func (p *rulePage) click(_, _ int) tea.Cmd { return nil }
func (p *rulePage) subject() subject       { return subject{} }
func (p *rulePage) wheel(by int) tea.Cmd   { p.top += by; return nil }
func (p *rulePage) plain() string          { return strings.Join(position.Rule(), "\n\n") }
func (p *rulePage) do(id keys.ID) (tea.Cmd, bool) {
	by, ok := map[keys.ID]int{
		keys.Up: -1, keys.Down: 1, keys.PageUp: 1 - p.height, keys.PageDown: p.height - 1, keys.HalfUp: -p.height / 2,
		keys.HalfDown: p.height / 2, keys.Top: -len(p.lines), keys.Bottom: len(p.lines),
	}[id]
	p.top += by
	return nil, ok
}

func (p *rulePage) draw() []string {
	t := p.theme
	p.lines = []string{"", t.Title.Render("How a position comes about"), ""}
	for _, paragraph := range position.Rule() {
		p.lines = append(p.lines, p.wrapped(p.paragraph(paragraph), min(readable, p.width-4), 0)...)
		p.lines = append(p.lines, "")
	}
	p.lines = append(p.lines, p.legend(min(readable, p.width-4))...)
	p.top = max(0, min(p.top, len(p.lines)-p.height))
	drawn := make([]string, 0, p.height)
	for _, line := range p.lines[p.top:min(len(p.lines), p.top+p.height)] {
		drawn = append(drawn, "  "+line)
	}
	if more := len(p.lines) - p.top - p.height; more > 0 && p.height > 1 {
		note := widget.Styled(t.KeyName, keys.KeyLabel("down", t.Options.ASCII)).Add(t.Faint, " "+counted(more+1, "more line", "more lines"))
		drawn[len(drawn)-1] = "  " + p.one(note, p.width-4).Styled
	}
	return drawn
}

// paragraph gives a paragraph its first word, or first words up to a full stop, as a heading, if they are short.
func (p *rulePage) paragraph(text string) widget.Text {
	t := p.theme
	const longest = 24
	if head, rest, ok := strings.Cut(text, ". "); ok && len(head) <= longest {
		return widget.Styled(t.Strong, head+". ").Add(t.Text, rest)
	}
	return widget.Styled(t.Text, text)
}
