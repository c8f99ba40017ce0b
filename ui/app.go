// Package ui is the terminal program: a root that routes, and draws the title above and the footer below the screen
// that is shown. Each screen is a package of its own; so are the leaves that know no statement.
package ui

import (
	"slices"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"onrecord/ui/clip"
	"onrecord/ui/keys"
	"onrecord/ui/link"
	"onrecord/ui/nav"
	"onrecord/ui/theme"
)

// Options are how the program is started.
type Options struct {
	Collection string // the collection's name, for the title
	Line       string // the query line
	Theme      Look
	Profile    colorprofile.Profile
	ASCII      bool
	NoMouse    bool
}

// Look is which theme the user asked for.
type Look uint8

// The looks. Auto goes by the terminal's background.
const (
	Auto Look = iota
	Dark
	Light
)

// App is the root model. It routes, and holds no screen's state.
type App struct {
	tabs     []Tab
	at       int
	registry *keys.Registry
	theme    *theme.Theme
	options  Options
	width    int
	height   int
	trips    []trip
	overlays []overlay
	toast    toast
	problems nav.Problems
	footing  footing
	mouse    bool
}

// trip is a way from one screen to another that going back one step goes back, as long as it is where it led.
type trip struct {
	from, to    int
	left, there string // the lines in force where it began and where it led
}

// New makes the program out of its screens.
func New(o Options, registry *keys.Registry, tabs ...Tab) *App {
	a := &App{tabs: tabs, registry: without(registry, tabs), options: o, mouse: !o.NoMouse}
	a.setTheme(o.Theme != Auto, o.Theme == Dark)
	return a
}

// Init asks the terminal for its background, without waiting, and starts the screens.
func (a *App) Init() tea.Cmd {
	cmds := []tea.Cmd{}
	if a.options.Theme == Auto {
		cmds = append(cmds, tea.RequestBackgroundColor)
	}
	for _, tab := range a.tabs {
		cmds = append(cmds, tab.Screen.Init())
	}
	return tea.Batch(cmds...)
}

// Update sends each message to the one place that it belongs to.
func (a *App) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		a.resize(msg.Width, msg.Height)
		return a, a.broadcast(msg)
	case tea.BackgroundColorMsg:
		if a.options.Theme == Auto {
			a.setTheme(true, msg.IsDark())
		}
		return a, nil
	case tea.KeyPressMsg:
		return a, a.key(msg)
	case tea.PasteMsg:
		return a, a.paste(msg)
	case tea.MouseClickMsg:
		return a, a.click(msg)
	case tea.MouseMotionMsg:
		if msg.Button == tea.MouseLeft {
			return a, a.drag(msg.Mouse(), dragger.Drag)
		}
		return a, nil
	case tea.MouseReleaseMsg:
		return a, a.drag(msg.Mouse(), dragger.Release)
	case tea.MouseWheelMsg:
		return a, a.wheel(msg)
	case nav.Said:
		return a, a.say(msg)
	case expired:
		a.expire(msg)
		return a, nil
	case clip.Done:
		return a, a.say(copied(msg))
	case link.Opened:
		return a, tea.Batch(a.say(opened(msg)), msg.Then)
	case nav.Marked:
		return a, tea.Batch(a.broadcast(msg), a.say(msg.News()))
	case nav.Grown:
		if msg.Collection != "" {
			a.options.Collection = msg.Collection
		}
		a.problems = msg.Problems
		return a, a.broadcast(msg)
	case nav.Go:
		return a, a.travel(msg)
	case nav.Choose:
		a.overlays = append(a.overlays, newChooser(a.theme, msg))
		return a, nil
	case chosen:
		return a, a.do(msg.id)
	}
	return a, a.broadcast(msg)
}

// broadcast gives a message to all screens; the one that it is for knows it by its type.
func (a *App) broadcast(msg tea.Msg) tea.Cmd {
	cmds := make([]tea.Cmd, len(a.tabs))
	for i, tab := range a.tabs {
		cmds[i] = tab.Screen.Update(msg)
	}
	return tea.Batch(cmds...)
}

func (a *App) screen() Screen { return a.tabs[a.at].Screen }

// top is the overlay that has the keyboard, nil if none has.
func (a *App) top() overlay {
	if len(a.overlays) == 0 {
		return nil
	}
	return a.overlays[len(a.overlays)-1]
}

// scope is the place that has the keyboard.
func (a *App) scope() keys.Scope {
	if top := a.top(); top != nil {
		return top.scope()
	}
	return a.screen().Scope()
}

// key carries out the command of a key, or hands on what is typed.
func (a *App) key(msg tea.KeyPressMsg) tea.Cmd {
	a.toast.Text = ""
	scope := a.scope()
	if id, ok := a.registry.Match(msg, scope); ok {
		return a.do(id)
	}
	if !keys.Typing(scope) || msg.Text == "" {
		return a.meaningless(msg)
	}
	return a.typed(msg)
}

// paste hands on what is pasted; where one does not type, it opens the search with it.
func (a *App) paste(msg tea.PasteMsg) tea.Cmd {
	a.toast.Text = ""
	switch {
	case msg.Content == "":
		return nil
	case keys.Typing(a.scope()):
		return a.typed(msg)
	case a.top() != nil:
		return nav.Refuse("Nothing can be pasted here")
	}
	find := a.do(keys.Find)
	if !keys.Typing(a.scope()) {
		return find
	}
	return tea.Batch(find, a.typed(msg))
}

func (a *App) typed(msg tea.Msg) tea.Cmd {
	if top := a.top(); top != nil {
		top.typed(msg)
		return nil
	}
	return a.screen().Type(msg)
}

// do carries out a command: what ends the program first, then the overlay, the root's own, the screen's.
func (a *App) do(id keys.ID) tea.Cmd {
	if id == keys.Interrupt {
		return tea.Quit
	}
	if top := a.top(); top != nil {
		if reason := a.refusal(id); reason != "" {
			return nav.Refuse(reason)
		}
		return a.after(top.do(id))
	}
	if cmd, ok := a.own(id); ok {
		return cmd
	}
	if id == keys.Back {
		if cmd, ok := a.goBack(); ok {
			return cmd
		}
	}
	if reason := a.refusal(id); reason != "" {
		return nav.Refuse(reason)
	}
	cmd, ok := a.screen().Do(id)
	switch {
	case !ok && id == keys.Back:
		return nav.Refuse("Nothing to go back to; q quits")
	case !ok:
		return nav.Refuse(a.registry.Command(id).Title + " does nothing here" + a.helpNote())
	}
	return cmd
}

// after closes an overlay that has served its turn, and does at once what follows, so that the next key finds it done.
func (a *App) after(then tea.Msg, done bool) tea.Cmd {
	if done {
		a.overlays = a.overlays[:len(a.overlays)-1]
	}
	if then == nil {
		return nil
	}
	_, cmd := a.Update(then)
	return cmd
}

// own carries out the commands that work on every screen.
func (a *App) own(id keys.ID) (tea.Cmd, bool) {
	switch id {
	case keys.Quit:
		return tea.Quit, true
	case keys.Suspend:
		return tea.Suspend, true
	case keys.Redraw:
		return tea.ClearScreen, true
	case keys.Commands:
		a.overlays = append(a.overlays, newPalette(a.registry, a.theme, a.usable(), a.screen().Refusal))
		return nil, true
	case keys.ShowKeys:
		a.overlays = append(a.overlays, newHelp(a.theme, a.usable(), a.scope()))
		return nil, true
	case keys.Plain:
		a.overlays = append(a.overlays, &plain{theme: a.theme, text: a.screen().Plain()})
		return nil, true
	case keys.FreeMouse:
		a.mouse = !a.mouse
		if a.mouse {
			return nav.Done("Mouse captured again"), true
		}
		return nav.Done("Mouse released for selecting text; press t to capture it again"), true
	case keys.Problems:
		return a.showProblems(), true
	case keys.SwitchTheme:
		a.options.Theme = Dark
		if a.theme.Options.Dark {
			a.options.Theme = Light
		}
		a.setTheme(true, a.options.Theme == Dark)
		return nil, true
	}
	if i := a.tabOf(id); i >= 0 && i != a.at {
		a.trips = nil
		return a.show(i, a.screen().Line()), true
	}
	return nil, false
}

// tabOf is the screen to which a command leads, -1 if it leads to none.
func (a *App) tabOf(id keys.ID) int {
	return slices.IndexFunc(a.tabs, func(t Tab) bool { return t.Command == id })
}

// show brings a screen to the front, with a query line in force.
func (a *App) show(i int, line string) tea.Cmd {
	a.at = i
	return a.screen().Narrow(line)
}

// without returns the registry without the commands that lead to screens which the program does not have.
func without(r *keys.Registry, tabs []Tab) *keys.Registry {
	return keys.New(slices.DeleteFunc(r.All(), func(c keys.Command) bool {
		return isScreen(c.ID) && !slices.ContainsFunc(tabs, func(t Tab) bool { return t.Command == c.ID })
	}))
}

func isScreen(id keys.ID) bool {
	switch id {
	case keys.Statements, keys.Positions, keys.Dates:
		return true
	}
	return false
}

func (a *App) setTheme(known, dark bool) {
	a.theme = theme.New(theme.Options{Known: known, Dark: dark, Profile: a.options.Profile, ASCII: a.options.ASCII})
	for _, tab := range a.tabs {
		tab.Screen.SetTheme(a.theme)
	}
	for _, o := range a.overlays {
		if themed, ok := o.(interface{ setTheme(*theme.Theme) }); ok {
			themed.setTheme(a.theme)
		}
	}
}

// The root's own lines: the title above the screen, the footer below.
const (
	titleHeight  = 1
	footerHeight = 1
)

func (a *App) resize(width, height int) {
	a.width, a.height = width, height
	for _, tab := range a.tabs {
		tab.Screen.Resize(width, max(0, height-titleHeight-footerHeight))
	}
}
