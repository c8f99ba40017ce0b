package ui

import tea "charm.land/bubbletea/v2"

func (a *App) click(msg tea.MouseClickMsg) tea.Cmd {
	if msg.Button != tea.MouseLeft {
		return nil
	}
	a.toast.Text = ""
	if top := a.top(); top != nil {
		return a.after(top.click(msg.X, msg.Y))
	}
	if msg.Y < titleHeight {
		return a.clickTitle(msg.X)
	}
	return a.screen().Click(msg.X, msg.Y-titleHeight)
}

// wheelLines is how far one turn of the wheel moves.
const wheelLines = 3

func (a *App) wheel(msg tea.MouseWheelMsg) tea.Cmd {
	by := wheelLines
	switch msg.Button {
	case tea.MouseWheelUp:
		by = -wheelLines
	case tea.MouseWheelDown:
	default:
		return nil
	}
	if top := a.top(); top != nil {
		top.wheel(by)
		return nil
	}
	return a.screen().Wheel(msg.X, msg.Y-titleHeight, by)
}
