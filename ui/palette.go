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
	refusal  func(keys.ID) string // why a command does nothing where the palette was opened
	prompt   widget.Prompt
	found    []keys.Command
	window   *widget.Window
	most     int // how many commands there are to choose from
	x, y     int // where the list begins on the screen
}

func newPalette(r *keys.Registry, t *theme.Theme, offered []keys.Command, refusal func(keys.ID) string) *palette {
	p := &palette{registry: r, theme: t, offered: map[keys.ID]bool{}, refusal: refusal, window: widget.Uniform()}
	for _, c := range offered {
		p.offered[c.ID] = true
	}
	p.search()
	p.most = len(p.found)
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

func (p *palette) refuses(id keys.ID) string {
	if id == keys.Open && len(p.found) == 0 {
		return "No command has a name like that"
	}
	return ""
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
	sentence     = 2  // lines for what the command under the cursor does
	sentenceFrom = 14 // lines of the screen from which on there is room for that
)

func (p *palette) view(width, height int) ([]string, *tea.Cursor, bool) {
	t := p.theme
	wide := overlayWidth(width, paletteWidth)
	inner := wide - 4
	room, told := height-6, 0
	if height >= sentenceFrom {
		told = sentence + 1
	}
	p.window.Resize(max(1, min(p.most, room-told)))
	line, column := p.prompt.View(inner-2, widget.Look{
		Style: t.Text, GhostStyle: t.Ghost, Ellipsis: t.Signs.Ellipsis, ASCII: t.Options.ASCII, Placeholder: "a command by its name",
	})
	rule := t.Line.Render(strings.Repeat(t.Signs.Horizontal, inner))
	lines := []string{t.Caret.Render(t.Signs.Caret) + " " + line.Styled, rule}
	for _, slot := range p.window.Slots() {
		lines = append(lines, p.row(slot.Index, inner))
	}
	if len(p.found) == 0 {
		lines = append(lines, p.nothing(inner)...)
	}
	for len(lines) < p.window.Height()+2 {
		lines = append(lines, "")
	}
	lines = lines[:p.window.Height()+2]
	if told > 0 {
		lines = append(append(lines, rule), p.sentence(inner)...)
	}
	box := widget.Box(t, widget.Edges{Title: "Commands", Note: beyond(t, p.window)}, lines, wide)
	x, y := place(box, width, height)
	p.x, p.y = x, y+3
	return box, widget.Cursor(4, 1, column), false
}

// nothing says that no command is called so, or where the one that is would work.
func (p *palette) nothing(width int) []string {
	text := "No command has a name like that."
	if elsewhere := p.registry.Find(p.prompt.Value()); len(elsewhere) > 0 {
		c := elsewhere[0]
		text = c.Title + " does nothing here."
		if reason := p.refusal(c.ID); reason != "" {
			text = c.Title + ": " + reason + "."
		} else if places := c.Scope &^ keys.Global; places != 0 {
			text += " It works in: " + places.String() + "."
		}
	}
	return p.wrapped(p.theme.Quiet, text, width, 0)
}

// sentence says what the command under the cursor does.
func (p *palette) sentence(width int) []string {
	var lines []string
	if i := p.window.Cursor(); i >= 0 {
		lines = p.wrapped(p.theme.Text, p.found[i].Help, width, sentence)
	}
	for len(lines) < sentence {
		lines = append(lines, "")
	}
	return lines
}

func (p *palette) wrapped(style theme.Style, text string, width, most int) []string {
	var lines []string
	how := widget.Wrapping{MaxLines: most, Ellipsis: p.theme.Signs.Ellipsis, ASCII: p.theme.Options.ASCII}
	for _, line := range widget.Styled(style, text).Wrap(width, how) {
		lines = append(lines, line.Styled)
	}
	return lines
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
