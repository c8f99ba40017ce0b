package ui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"onrecord/ui/keys"
	"onrecord/ui/theme"
	"onrecord/ui/widget"
)

// chosen is a command picked in an overlay.
type chosen struct{ id keys.ID }

// palette finds a command by its name.
type palette struct {
	registry *keys.Registry
	theme    *theme.Theme
	offered  map[keys.ID]bool
	prompt   widget.Prompt
	found    []keys.Command
	window   *widget.Window
	x, y     int // where the list begins on the screen
}

func newPalette(r *keys.Registry, t *theme.Theme, offered []keys.Command) *palette {
	p := &palette{registry: r, theme: t, offered: map[keys.ID]bool{}, window: widget.Uniform()}
	for _, c := range offered {
		p.offered[c.ID] = true
	}
	p.search()
	return p
}

// search lists what fits the words typed.
func (p *palette) search() {
	p.found = nil
	for _, c := range p.registry.Find(p.prompt.Value()) {
		if p.offered[c.ID] {
			p.found = append(p.found, c)
		}
	}
	p.window.Reset(len(p.found))
}

func (p *palette) setTheme(t *theme.Theme) { p.theme = t }
func (p *palette) scope() keys.Scope       { return keys.Palette }

func (p *palette) do(id keys.ID) (tea.Msg, bool) {
	switch id {
	case keys.Back:
		return nil, true
	case keys.Open:
		return p.pick()
	}
	if changed, known := p.prompt.Edit(id); changed {
		p.search()
	} else if !known {
		roam(p.window, id)
	}
	return nil, false
}

func (p *palette) pick() (tea.Msg, bool) {
	i := p.window.Cursor()
	if i < 0 {
		return nil, false
	}
	return chosen{p.found[i].ID}, true
}

func (p *palette) typed(msg tea.Msg) {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		p.prompt.Insert(msg.Text)
	case tea.PasteMsg:
		p.prompt.Insert(msg.Content)
	}
	p.search()
}

func (p *palette) click(x, y int) (tea.Msg, bool) {
	i, ok := p.window.At(y - p.y)
	if !ok || y < p.y || x < p.x {
		return nil, false
	}
	p.window.Select(i)
	return p.pick()
}

func (p *palette) wheel(by int) { p.window.Scroll(by) }

const (
	paletteWidth = 72
	paletteLines = 14
)

func (p *palette) view(width, height int) ([]string, *tea.Cursor, bool) {
	t := p.theme
	wide := overlayWidth(width, paletteWidth)
	inner := wide - 4
	p.window.Resize(min(paletteLines, max(1, height-6)))
	line, column := p.prompt.View(inner-2, widget.Look{
		Style: t.Text, GhostStyle: t.Ghost, Ellipsis: t.Signs.Ellipsis, ASCII: t.Options.ASCII, Placeholder: "a command by its name",
	})
	lines := []string{t.Caret.Render(t.Signs.Caret) + " " + line.Styled, t.Line.Render(strings.Repeat(t.Signs.Horizontal, inner))}
	for _, slot := range p.window.Slots() {
		lines = append(lines, p.row(slot.Index, inner))
	}
	if len(p.found) == 0 {
		lines = append(lines, t.Quiet.Render("No command has a name like that."))
	}
	for len(lines) < p.window.Height()+2 {
		lines = append(lines, "")
	}
	box := widget.Box(t, widget.Edges{Title: "Commands", Note: below(t, p.window)}, lines, wide)
	x, y := place(box, width, height)
	p.x, p.y = x, y+3
	return box, widget.Cursor(4, 1, column), false
}

func (p *palette) row(i, width int) string {
	t, c := p.theme, p.found[i]
	selected := i == p.window.Cursor()
	bar, style := "  ", t.Quiet
	if selected {
		bar, style = t.Cursor.Render(t.Signs.Bar)+" ", t.Strong
	}
	key := ""
	if len(c.Keys) > 0 {
		key = keys.KeyLabel(c.Keys[0], t.Options.ASCII)
	}
	return bar + ends(t, widget.Styled(style, c.Title), widget.Styled(t.KeyName, key), width-2)
}

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
	return widget.Box(h.theme, widget.Edges{Title: "Keys: " + h.where.String(), Note: goesOn(h.theme, h.more())}, page, wide), nil, false
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

// plain shows a text with nothing around it, so that the mouse can select it.
type plain struct {
	theme *theme.Theme
	text  string
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

func (p *plain) view(width, height int) ([]string, *tea.Cursor, bool) {
	text := p.text
	if text == "" {
		text = "There is no statement here."
	}
	var lines []string
	for _, line := range widget.Styled(p.theme.Text, text).Wrap(width-1, widget.Wrapping{Breaks: true, ASCII: p.theme.Options.ASCII}) {
		lines = append(lines, widget.Unjoined(line.Styled)) // it stands in no columns, and is selected for copying
	}
	p.height = max(1, height-2)
	page := p.page(lines)
	for len(page) < height-1 {
		page = append(page, "")
	}
	foot := goesOn(p.theme, p.more())
	if len(foot) > 0 {
		foot = foot.Add(p.theme.Faint, "   ")
	}
	foot = foot.Add(p.theme.Faint, "esc goes back")
	return append(page, foot.Cut(width-1, widget.Wrapping{Ellipsis: p.theme.Signs.Ellipsis, ASCII: p.theme.Options.ASCII}).Styled), nil, true
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
