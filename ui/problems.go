package ui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"onrecord/ui/keys"
	"onrecord/ui/nav"
	"onrecord/ui/theme"
	"onrecord/ui/widget"
)

// problemPage lists what could not be used of the collection.
type problemPage struct {
	theme    *theme.Theme
	problems nav.Problems
	pager

	laid  []string // the list, as it was laid out for a width
	width int
}

func (p *problemPage) setTheme(t *theme.Theme) { p.theme, p.laid = t, nil }
func (p *problemPage) scope() keys.Scope       { return keys.Help }
func (p *problemPage) typed(tea.Msg)           {}

func (p *problemPage) click(_, _ int) (tea.Msg, bool) { return nil, true }

func (p *problemPage) do(id keys.ID) (tea.Msg, bool) {
	switch id {
	case keys.Back, keys.Open, keys.Quit:
		return nil, true
	}
	p.move(id)
	return nil, false
}

const problemWidth = 110

func (p *problemPage) view(width, height int) ([]string, *tea.Cursor, bool) {
	wide := overlayWidth(width, problemWidth)
	if inner := wide - 4; p.laid == nil || inner != p.width {
		p.width, p.laid = inner, p.lines(inner)
	}
	p.height = min(max(1, height-4), len(p.laid))
	page := p.page(p.laid)
	edges := widget.Edges{Title: "Problems: " + problemNote(p.problems), Note: goesOn(p.theme, p.top, p.more())}
	return widget.Box(p.theme, edges, page, wide), nil, false
}

// lines lays the list out, each problem with its second line indented.
func (p *problemPage) lines(width int) []string {
	const indent = "  "
	t := p.theme
	var lines []string
	for _, problem := range p.problems.List {
		start := ""
		for _, line := range widget.Styled(t.Text, problem).Wrap(width-len(indent), widget.Wrapping{ASCII: t.Options.ASCII}) {
			lines = append(lines, start+line.Styled)
			start = indent
		}
	}
	if p.problems.More > 0 {
		rest := "and " + widget.Thousands(p.problems.More) + " more"
		if p.problems.Listing != "" {
			rest += "; " + p.problems.Listing
		}
		for _, line := range widget.Styled(t.Faint, rest).Wrap(width, widget.Wrapping{ASCII: t.Options.ASCII}) {
			lines = append(lines, line.Styled)
		}
	}
	return lines
}

// problemNote says how much could not be used, "" if all could.
func problemNote(p nav.Problems) string {
	var parts []string
	if p.LeftOut > 0 {
		parts = append(parts, widget.Thousands(p.LeftOut)+" left out")
	} else if p.Errors > 0 {
		parts = append(parts, counted(p.Errors, "error"))
	}
	if p.Warnings > 0 {
		parts = append(parts, counted(p.Warnings, "warning"))
	}
	return strings.Join(parts, ", ")
}

func counted(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return widget.Thousands(n) + " " + what + "s"
}

// showProblems lists the problems, if there are any.
func (a *App) showProblems() tea.Cmd {
	if len(a.problems.List) == 0 {
		return nav.Tell("No problems were found in the collection")
	}
	a.overlays = append(a.overlays, &problemPage{theme: a.theme, problems: a.problems})
	return nil
}
