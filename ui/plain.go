package ui

import (
	tea "charm.land/bubbletea/v2"

	"onrecord/ui/keys"
	"onrecord/ui/theme"
	"onrecord/ui/widget"
)

// plain shows a text with nothing around it, so that the mouse can select it.
type plain struct {
	theme *theme.Theme
	text  string
	lines []string // the text as it was laid out last
	width int      // for which that was
	pager
}

func (p *plain) scope() keys.Scope              { return keys.Help }
func (p *plain) typed(tea.Msg)                  {}
func (p *plain) click(_, _ int) (tea.Msg, bool) { return nil, false }

func (p *plain) do(id keys.ID) (tea.Msg, bool) {
	if id == keys.Back || id == keys.Open || id == keys.Quit {
		return nil, true
	}
	p.move(id)
	return nil, false
}

// layOut breaks the text into lines, or the beginning of one that is longer than anybody reads.
func (p *plain) layOut(width int) []string {
	text := p.text
	if text == "" {
		text = "There is no statement here."
	}
	how := widget.Wrapping{Breaks: true, ASCII: p.theme.Options.ASCII}
	short, cut := widget.Styled(p.theme.Text, text).Within(widget.MostLaidOut, p.theme.Signs.Ellipsis)
	var lines []string
	for _, line := range short.Wrap(width, how) {
		lines = append(lines, widget.Unjoined(line.Styled)) // it stands in no columns, and is selected for copying
	}
	if cut {
		note := "Cut here: the text has " + widget.Thousands(len(text)) + " bytes."
		for _, line := range widget.Styled(p.theme.Warn, note).Wrap(width, how) {
			lines = append(lines, line.Styled)
		}
	}
	return lines
}

func (p *plain) view(width, height int) ([]string, *tea.Cursor, bool) {
	if p.lines == nil || p.width != width {
		p.lines, p.width = p.layOut(width-1), width
	}
	p.height = max(1, height-2)
	page := p.page(p.lines)
	for len(page) < height-1 {
		page = append(page, "")
	}
	foot := goesOn(p.theme, p.top, p.more())
	if len(foot) > 0 {
		foot = foot.Add(p.theme.Faint, "   ")
	}
	foot = foot.Add(p.theme.Faint, "esc goes back")
	return append(page, foot.Cut(width-1, widget.Wrapping{Ellipsis: p.theme.Signs.Ellipsis, ASCII: p.theme.Options.ASCII}).Styled), nil, true
}
