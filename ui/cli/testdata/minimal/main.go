// Minimal is the least program that shows as many statements in a list: what any start, and any rest, is measured against.
// It draws as many frames a second as its argument says, 60 without one.
package main

import (
	"fmt"
	"os"

	"charm.land/bubbles/v2/list"
	tea "charm.land/bubbletea/v2"
)

type statement int

func (s statement) Title() string       { return fmt.Sprintf("Speaker %d", int(s)) }
func (s statement) Description() string { return fmt.Sprintf("What was said as number %d", int(s)) }
func (s statement) FilterValue() string { return s.Title() }

type program struct{ list list.Model }

func (p program) Init() tea.Cmd { return nil }

func (p program) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	if size, ok := msg.(tea.WindowSizeMsg); ok {
		p.list.SetSize(size.Width, size.Height)
	}
	var cmd tea.Cmd
	p.list, cmd = p.list.Update(msg)
	return p, cmd
}

func (p program) View() tea.View {
	v := tea.NewView(p.list.View())
	v.AltScreen = true
	return v
}

func main() {
	items := make([]list.Item, 368)
	for i := range items {
		items[i] = statement(i + 1)
	}
	frames := 60
	if len(os.Args) > 1 {
		fmt.Sscan(os.Args[1], &frames)
	}
	if _, err := tea.NewProgram(program{list.New(items, list.NewDefaultDelegate(), 0, 0)}, tea.WithFPS(frames)).Run(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
