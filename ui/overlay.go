package ui

import (
	tea "charm.land/bubbletea/v2"

	"onrecord/ui/keys"
	"onrecord/ui/theme"
	"onrecord/ui/widget"
)

// ends draws a line with something at either end.
func ends(t *theme.Theme, left, right widget.Text, width int) string {
	cut := widget.Wrapping{Ellipsis: t.Signs.Ellipsis, ASCII: t.Options.ASCII}
	r := right.Cut(width, cut)
	return left.Cut(width-r.Width-1, cut).Pad(width-r.Width) + r.Styled
}

// help shows the keys that work where it was opened.
type help struct {
	theme    *theme.Theme
	commands []keys.Command
	where    keys.Scope
	pager
}

func newHelp(t *theme.Theme, commands []keys.Command, where keys.Scope) *help {
	return &help{theme: t, commands: commands, where: where}
}

func (h *help) setTheme(t *theme.Theme) { h.theme = t }
func (h *help) scope() keys.Scope       { return keys.Help }

func (h *help) do(id keys.ID) (tea.Msg, bool) {
	switch id {
	case keys.Back, keys.ShowKeys, keys.Open, keys.Quit:
		return nil, true
	}
	h.move(id)
	return nil, false
}

func (h *help) typed(tea.Msg)                  {}
func (h *help) click(_, _ int) (tea.Msg, bool) { return nil, true }

const helpWidth = 84

func (h *help) view(width, height int) ([]string, *tea.Cursor, bool) {
	wide := overlayWidth(width, helpWidth)
	inner := wide - 4
	h.height = max(1, height-4)
	lines := h.lines(inner)
	h.height = min(h.height, len(lines))
	page := h.page(lines)
	return widget.Box(h.theme, widget.Edges{Title: "Keys: " + h.where.String(), Note: goesOn(h.theme, h.top, h.more())}, page, wide), nil, false
}

// lines lists a command a line, those that work only here first.
func (h *help) lines(width int) []string {
	t := h.theme
	var here, everywhere []string
	for _, c := range h.commands {
		if len(c.Keys) == 0 {
			continue
		}
		line := h.line(c, width)
		if c.Scope&keys.Global != 0 {
			everywhere = append(everywhere, line)
		} else {
			here = append(here, line)
		}
	}
	lines := append(here, "", t.Section.Render("EVERYWHERE"))
	lines = append(lines, everywhere...)
	lines = append(lines, "")
	note := widget.Styled(t.Faint, "esc closes this; in the search box letters are text")
	for _, line := range note.Wrap(width, widget.Wrapping{ASCII: t.Options.ASCII}) {
		lines = append(lines, line.Styled)
	}
	return lines
}

func (h *help) line(c keys.Command, width int) string {
	t := h.theme
	column := min(keyColumn, max(leastKeys, width/3))
	cut := widget.Wrapping{Ellipsis: t.Signs.Ellipsis, ASCII: t.Options.ASCII}
	key := h.keys(c.Keys, column-1).Cut(column-1, cut).Pad(column)
	return key + widget.Styled(t.Text, c.Title).Cut(width-column, cut).Styled
}

// The column of the keys: as wide as it needs to be, and narrower where there is little room.
const (
	keyColumn = 18
	leastKeys = 11
)

// keys names the keys of a command, the best first, as many as have room; it says if there are more.
func (h *help) keys(names []string, width int) widget.Text {
	t := h.theme
	more := " " + t.Signs.Ellipsis
	all := keys.KeyLabel(names[0], t.Options.ASCII)
	for i, name := range names[1:] {
		next := all + "  " + keys.KeyLabel(name, t.Options.ASCII)
		room := width
		if i+2 < len(names) {
			room -= widget.Width(more)
		}
		if widget.Width(next) > room {
			return widget.Styled(t.KeyName, all).Add(t.Faint, more)
		}
		all = next
	}
	return widget.Styled(t.KeyName, all)
}

// pager scrolls lines.
type pager struct {
	top, height, length int
}

func (p *pager) page(lines []string) []string {
	p.length = len(lines)
	p.scroll(0)
	return lines[p.top:min(p.length, p.top+p.height)]
}

func (p *pager) scroll(by int) { p.top = max(0, min(p.top+by, p.length-p.height)) }
func (p *pager) wheel(by int)  { p.scroll(by) }

// more is how many lines stand below the view.
func (p *pager) more() int { return max(0, p.length-p.top-p.height) }

func (p *pager) move(id keys.ID) {
	switch id {
	case keys.Up:
		p.scroll(-1)
	case keys.Down:
		p.scroll(1)
	case keys.PageUp:
		p.scroll(1 - p.height)
	case keys.PageDown:
		p.scroll(p.height - 1)
	case keys.HalfUp:
		p.scroll(-p.height / 2)
	case keys.HalfDown:
		p.scroll(p.height / 2)
	case keys.Top:
		p.scroll(-p.length)
	case keys.Bottom:
		p.scroll(p.length)
	}
}
