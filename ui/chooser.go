package ui

import (
	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"

	"onrecord/ui/keys"
	"onrecord/ui/nav"
	"onrecord/ui/theme"
	"onrecord/ui/widget"
)

// chooser offers a few things, of which one is chosen.
type chooser struct {
	theme   *theme.Theme
	title   string
	options []nav.Option
	window  *widget.Window
	x, y    int // where the list begins on the screen
}

func newChooser(t *theme.Theme, c nav.Choose) *chooser {
	list := &chooser{theme: t, title: c.Title, options: c.Options, window: widget.Uniform()}
	list.window.Reset(len(c.Options))
	return list
}

func (c *chooser) setTheme(t *theme.Theme) { c.theme = t }
func (c *chooser) scope() keys.Scope       { return keys.Choice }
func (c *chooser) typed(tea.Msg)           {}
func (c *chooser) wheel(by int)            { c.window.Scroll(by) }

func (c *chooser) do(id keys.ID) (tea.Msg, bool) {
	switch id {
	case keys.Back, keys.Quit:
		return nil, true
	case keys.Open:
		return c.pick()
	}
	roam(c.window, id)
	return nil, false
}

func (c *chooser) pick() (tea.Msg, bool) {
	i := c.window.Cursor()
	if i < 0 {
		return nil, true
	}
	return c.options[i].Go, true
}

// click picks what is clicked; a click beside the box closes it.
func (c *chooser) click(x, y int) (tea.Msg, bool) {
	i, ok := c.window.At(y - c.y)
	if !ok || x < c.x {
		return nil, true
	}
	c.window.Select(i)
	return c.pick()
}

const chooserWidth = 64

func (c *chooser) view(width, height int) ([]string, *tea.Cursor, bool) {
	wide := overlayWidth(width, chooserWidth)
	c.window.Resize(min(len(c.options), max(1, height-4)))
	var lines []string
	for _, slot := range c.window.Slots() {
		lines = append(lines, c.row(slot.Index, wide-4))
	}
	box := widget.Box(c.theme, widget.Edges{Title: c.title, Note: beyond(c.theme, c.window)}, lines, wide)
	x, y := place(box, width, height)
	c.x, c.y = x, y+1
	return box, nil, false
}

func (c *chooser) row(i, width int) string {
	t, bar, style := c.theme, "  ", c.theme.Quiet
	if i == c.window.Cursor() {
		bar, style = t.Cursor.Render(t.Signs.Bar)+" ", t.Strong
	}
	o := c.options[i]
	return bar + ends(t, widget.Styled(style, o.Name), widget.Styled(t.Faint, o.Note), width-2)
}

// roam moves the cursor of a list; what is no movement does nothing.
func roam(w *widget.Window, id keys.ID) {
	switch id {
	case keys.PrevChoice:
		id = keys.Up
	case keys.NextChoice:
		id = keys.Down
	}
	keys.Roam(w, id)
}

// beyond says how many rows of a list stand above and below those in view.
func beyond(t *theme.Theme, w *widget.Window) widget.Text {
	slots := w.Slots()
	if len(slots) == 0 {
		return nil
	}
	return goesOn(t, slots[0].Index, w.Count()-1-slots[len(slots)-1].Index)
}

// goesOn says how many lines stand above and below, and with which key they come; nothing if there are none.
func goesOn(t *theme.Theme, above, below int) widget.Text {
	var text widget.Text
	for _, way := range []struct {
		key  string
		more int
	}{{"up", above}, {"down", below}} {
		if way.more <= 0 {
			continue
		}
		if len(text) > 0 {
			text = text.Add(t.Faint, "  ")
		}
		text = text.Add(t.KeyName, keys.KeyLabel(way.key, t.Options.ASCII)).Add(t.Faint, " "+widget.Thousands(way.more)+" more")
	}
	return text
}

// place centres a box, a little above the middle.
func place(box []string, width, height int) (x, y int) {
	return max(0, (width-lipgloss.Width(box[0]))/2), max(0, (height-len(box))/3)
}

// overlayWidth is how wide a box may be.
func overlayWidth(width, most int) int { return min(width-2, most) }
