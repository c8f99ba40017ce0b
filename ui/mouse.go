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

// drag hands on where the mouse goes with its left button down, or where that is let go, to a screen that wants to know.
func (a *App) drag(mouse tea.Mouse, move func(d dragger, x, y int) tea.Cmd) tea.Cmd {
	d, ok := a.screen().(dragger)
	if !ok || a.top() != nil {
		return nil
	}
	return move(d, mouse.X, mouse.Y-titleHeight)
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
