package ui

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"onrecord/ui/keys"
	"onrecord/ui/widget"
)

// The least room in which the program can be used.
const (
	leastWidth  = 40
	leastHeight = 10
)

// View draws the title, the screen, the footer, and what lies on top.
func (a *App) View() tea.View {
	v := tea.View{AltScreen: true, WindowTitle: "onrecord"}
	if _, selecting := a.top().(*plain); a.mouse && !selecting {
		v.MouseMode = tea.MouseModeCellMotion
	}
	if a.width == 0 || a.height == 0 {
		return v
	}
	if a.width < leastWidth || a.height < leastHeight {
		v.Content = widget.Frame(a.tooSmall(), a.width, a.height)
		return v
	}
	lines, cursor := a.screen().View()
	all := append([]string{a.title()}, lines...)
	for len(all) < a.height-footerHeight {
		all = append(all, "")
	}
	all = append(all[:a.height-footerHeight], a.footer())
	if cursor != nil {
		cursor.Y += titleHeight
	}
	if top := a.top(); top != nil {
		all, cursor = a.cover(all, top)
	}
	v.Content = widget.Frame(all, a.width, a.height)
	v.Cursor = cursor
	return v
}

// cover draws an overlay over the screen.
func (a *App) cover(behind []string, top overlay) ([]string, *tea.Cursor) {
	lines, cursor, full := top.view(a.width, a.height)
	if full && a.toast.Text != "" && len(lines) > 0 {
		lines[len(lines)-1] = a.news()
	}
	if full {
		return lines, cursor
	}
	canvas := widget.Canvas{Lines: behind, Width: a.width, Height: a.height}.Dim(a.theme.Dimmed)
	x, y := place(lines, a.width, a.height)
	if cursor != nil {
		cursor.X += x
		cursor.Y += y
	}
	covered := canvas.Put(x, y, lines).Lines
	if y+len(lines) < a.height {
		covered[a.height-footerHeight] = behind[a.height-footerHeight] // it is about the overlay
	}
	return covered, cursor
}

func (a *App) tooSmall() []string {
	return []string{
		a.theme.Strong.Render("onrecord"),
		fmt.Sprintf("needs %dx%d,", leastWidth, leastHeight),
		fmt.Sprintf("this is %dx%d.", a.width, a.height),
	}
}

// title names the program, the screens, and the collection.
func (a *App) title() string {
	t := a.theme
	left := widget.Styled(t.Title, " onrecord")
	for i, label := range a.tabLabels() {
		if label == "" {
			continue
		}
		style := t.TabOff
		if i == a.at {
			style = t.TabOn
		}
		left = left.Add(t.Bar, strings.Repeat(" ", tabGap)).Add(style, label)
	}
	room := a.width - left.Width() - 4
	if room < 8 {
		return left.Cut(a.width-1, a.cutting()).Styled
	}
	right, width := a.about(room)
	gap := a.width - left.Width() - width - 1
	return left.Cut(a.width, a.cutting()).Styled + strings.Repeat(" ", gap) + right
}

// about draws the name of the collection, and says how much of it could not be used, in so many columns.
func (a *App) about(room int) (drawn string, width int) {
	name, note := a.nameAndNote(room)
	return name.Styled + note.Styled, name.Width + note.Width
}

func (a *App) nameAndNote(room int) (name, note widget.Line) {
	t := a.theme
	if text := problemNote(a.problems); text != "" {
		note = widget.Styled(t.Bad, text).Cut(room, a.cutting())
	}
	const gap = 2
	if note.Width > 0 && room < note.Width+gap+leastName {
		return name, note
	}
	if note.Width > 0 {
		room -= note.Width + gap
		note.Styled, note.Width = strings.Repeat(" ", gap)+note.Styled, gap+note.Width
	}
	name = widget.Styled(t.Quiet, a.options.Collection).Cut(room, a.cutting())
	return name, note
}

// leastName is how many columns the name of the collection gets at least, if it gets any.
const leastName = 8

// tabGap is the space before the name of a screen.
const tabGap = 3

// tabLabels are the screens with their keys. Where there is no room for all names, which come before the name of the
// collection but not before its problems, the screens that are not shown have only their key, or nothing.
func (a *App) tabLabels() []string {
	named, keyed := make([]string, len(a.tabs)), make([]string, len(a.tabs))
	for i, tab := range a.tabs {
		named[i], keyed[i] = a.tabKey(tab)+" "+tab.Name, a.tabKey(tab)
		if i == a.at {
			keyed[i] = named[i]
		}
	}
	for _, labels := range [][]string{named, keyed} {
		if a.fits(labels) {
			return labels
		}
	}
	alone := make([]string, len(a.tabs))
	alone[a.at] = named[a.at]
	return alone
}

// fits tells whether the title has room for the labels and the note on problems.
func (a *App) fits(labels []string) bool {
	used := len(" onrecord") + 1
	for _, label := range append([]string{problemNote(a.problems)}, labels...) {
		if label != "" {
			used += tabGap + widget.Width(label)
		}
	}
	return used <= a.width
}

func (a *App) tabKey(tab Tab) string {
	if used := a.registry.Command(tab.Command).Keys; len(used) > 0 {
		return used[0]
	}
	return a.theme.Signs.Dot
}

func (a *App) cutting() widget.Wrapping {
	return widget.Wrapping{Ellipsis: a.theme.Signs.Ellipsis, ASCII: a.theme.Options.ASCII}
}

// clickTitle shows the screen whose name was clicked, or the problems.
func (a *App) clickTitle(x int) tea.Cmd {
	at := len(" onrecord")
	for i, label := range a.tabLabels() {
		if label == "" {
			continue
		}
		at += tabGap
		end := at + widget.Width(label)
		if x >= at && x < end {
			return a.do(a.tabs[i].Command)
		}
		at = end
	}
	if end := a.width - 1; x > at && x < end && x >= end-widget.Width(problemNote(a.problems)) {
		return a.do(keys.Problems)
	}
	return nil
}
