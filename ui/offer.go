package ui

import (
	tea "charm.land/bubbletea/v2"

	"onrecord/ui/keys"
	"onrecord/ui/nav"
	"onrecord/ui/theme"
	"onrecord/ui/widget"
)

// refusal says why a command does nothing here and now, "" if it does something.
func (a *App) refusal(id keys.ID) string {
	if top := a.top(); top != nil {
		if r, ok := top.(refuser); ok && id != keys.Interrupt {
			return r.refuses(id)
		}
		return ""
	}
	switch {
	case a.tabs[a.at].Command == id:
		return a.tabs[a.at].Name + " is the screen you are on"
	case a.isOwn(id):
		return ""
	case id == keys.Back && a.canGoBack():
		return ""
	}
	return a.screen().Refusal(id)
}

// isOwn tells whether the root itself carries a command out, on every screen.
func (a *App) isOwn(id keys.ID) bool {
	switch id {
	case keys.Interrupt, keys.Quit, keys.Suspend, keys.Redraw, keys.Commands, keys.ShowKeys, keys.Plain, keys.Problems, keys.FreeMouse,
		keys.SwitchTheme:
		return true
	}
	return a.tabOf(id) >= 0
}

// usable lists the commands that do something here and now.
func (a *App) usable() []keys.Command {
	var list []keys.Command
	for _, c := range a.registry.For(a.scope()) {
		if a.refusal(c.ID) == "" {
			list = append(list, c)
		}
	}
	return list
}

// meaningless says that a key does nothing here, and what it does elsewhere.
func (a *App) meaningless(msg tea.KeyPressMsg) tea.Cmd {
	key, command := a.registry.Elsewhere(msg)
	text := keys.KeyLabel(key, a.theme.Options.ASCII)
	if command.Title != "" {
		text += " (" + command.Title + ")"
	}
	return nav.Refuse(text + " does nothing here" + a.helpNote())
}

// helpNote names the key that lists what works here, if it does so itself.
func (a *App) helpNote() string {
	for _, c := range a.registry.For(a.scope()) {
		if c.ID == keys.ShowKeys && len(c.Keys) > 0 && a.scope() != keys.Help {
			return "; " + c.Keys[0] + " lists the keys that work"
		}
	}
	return ""
}

// footer shows the news if there is any, and otherwise the keys that work here.
func (a *App) footer() string {
	if a.toast.Text != "" {
		return a.news()
	}
	if scope := a.scope(); a.footing.commands == nil || a.footing.look.scope != scope {
		a.footing = footing{commands: a.registry.Footed(scope), look: footerLook{scope: scope}}
	}
	look := footerLook{a.width, a.footing.look.scope, a.theme, 0}
	for i, c := range a.footing.commands {
		if a.refusal(c.ID) == "" {
			look.works |= 1 << i
		}
	}
	if look != a.footing.look {
		a.footing.look, a.footing.line = look, a.hints(look.works)
	}
	return a.footing.line
}

// footing is the keys as they were drawn last, and all that their drawing depends on.
type footing struct {
	look     footerLook
	commands []keys.Command // that the footer may name here
	line     string
}

type footerLook struct {
	width int
	scope keys.Scope
	theme *theme.Theme
	works uint64 // which of the commands do something now
}

// hints draws the keys of the commands that work here.
func (a *App) hints(works uint64) string {
	t := a.theme
	var commands []keys.Command
	for i, c := range a.footing.commands {
		if works&(1<<i) != 0 {
			commands = append(commands, c)
		}
	}
	var line widget.Text
	for _, hint := range keys.Footer(commands, a.width-2, t.Options.ASCII) {
		if len(line) > 0 {
			line = line.Add(t.KeyHelp, "   ")
		}
		line = line.Add(t.KeyName, hint.Key).Add(t.KeyHelp, " "+hint.Label)
	}
	return " " + line.Cut(a.width-2, a.cutting()).Styled
}
