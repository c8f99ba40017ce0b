package ui_test

import (
	"strings"
	"testing"
	"testing/synctest"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"onrecord/ui"
	"onrecord/ui/keys"
	"onrecord/ui/nav"
	"onrecord/ui/theme"
)

// sheet is a screen that shows its line and the cell that was sought. Typing goes into its line.
type sheet struct {
	name   string
	line   string
	typing bool
	cell   nav.Cell
	asks   tea.Msg // for what opening asks
}

func (s *sheet) Init() tea.Cmd              { return nil }
func (s *sheet) Update(tea.Msg) tea.Cmd     { return nil }
func (s *sheet) Click(_, _ int) tea.Cmd     { return nil }
func (s *sheet) Wheel(_, _, _ int) tea.Cmd  { return nil }
func (s *sheet) Narrow(line string) tea.Cmd { s.line = line; return nil }
func (s *sheet) Line() string               { return s.line }
func (s *sheet) Rests() bool                { return !s.typing }
func (s *sheet) Resize(_, _ int)            {}
func (s *sheet) SetTheme(*theme.Theme)      {}
func (s *sheet) Plain() string              { return strings.Repeat("a line of text\n", 40) }
func (s *sheet) Seek(c nav.Cell) tea.Cmd    { s.cell = c; return nil }

// Refusal refuses marking, and going back where there is nothing to go back to.
func (s *sheet) Refusal(id keys.ID) string {
	switch {
	case id == keys.Mark:
		return "Nothing to mark"
	case id == keys.Back && !s.typing && s.line == "":
		return "Nothing to go back to; q quits"
	}
	return ""
}

func (s *sheet) View() ([]string, *tea.Cursor) {
	return []string{s.name + " with " + s.line, s.cell.Actor + " on " + s.cell.Topic}, nil
}

func (s *sheet) Scope() keys.Scope {
	if s.typing {
		return keys.Search
	}
	return keys.List
}

func (s *sheet) Type(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		s.line += msg.Text
	case tea.PasteMsg:
		s.line += msg.Content
	}
	return nil
}

func (s *sheet) Do(id keys.ID) (tea.Cmd, bool) {
	switch id {
	case keys.Find:
		s.typing = true
	case keys.Back:
		if !s.typing && s.line == "" {
			return nil, false
		}
		if !s.typing {
			s.line = ""
		}
		s.typing = false
	case keys.Open:
		return func() tea.Msg { return s.asks }, true
	default:
		return nil, false
	}
	return nil, true
}

// desk is the root over two sheets.
type desk struct {
	*testing.T
	app                   tea.Model
	statements, positions *sheet
}

func open(t *testing.T) *desk {
	d := &desk{T: t, statements: &sheet{name: "Statements"}, positions: &sheet{name: "Positions"}}
	d.app = ui.New(ui.Options{}, keys.Default(), ui.Tab{Command: keys.Statements, Name: "Statements", Screen: d.statements},
		ui.Tab{Command: keys.Positions, Name: "Positions", Screen: d.positions})
	d.app.Update(tea.WindowSizeMsg{Width: 80, Height: 24})
	return d
}

var named = map[string]tea.KeyPressMsg{
	"esc": {Code: tea.KeyEscape}, "enter": {Code: tea.KeyEnter}, "down": {Code: tea.KeyDown}, "end": {Code: tea.KeyEnd},
	"f1": {Code: tea.KeyF1}, "f5": {Code: tea.KeyF5},
}

// burst presses keys without waiting for what they lead to, and returns that.
func (d *desk) burst(keys ...string) []tea.Cmd {
	var cmds []tea.Cmd
	for _, key := range keys {
		msg, ok := named[key]
		if !ok {
			msg = tea.KeyPressMsg{Code: rune(key[0]), Text: key}
		}
		_, cmd := d.app.Update(msg)
		cmds = append(cmds, cmd)
	}
	return cmds
}

// press presses keys one after the other, with all that each leads to.
func (d *desk) press(keys ...string) *desk {
	for _, key := range keys {
		for _, cmd := range d.burst(key) {
			d.carryOut(cmd)
		}
	}
	return d
}

func (d *desk) carryOut(cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	msg := cmd()
	if batch, ok := msg.(tea.BatchMsg); ok {
		for _, c := range batch {
			d.carryOut(c)
		}
		return
	}
	_, next := d.app.Update(msg)
	d.carryOut(next)
}

func (d *desk) shows(texts ...string) *desk {
	d.Helper()
	screen := ansi.Strip(d.app.View().Content)
	for _, text := range texts {
		if !strings.Contains(screen, text) {
			d.Errorf("%q is not on the screen:\n%s", text, screen)
		}
	}
	return d
}

func (d *desk) hides(text string) {
	d.Helper()
	if screen := ansi.Strip(d.app.View().Content); strings.Contains(screen, text) {
		d.Errorf("%q is still on the screen:\n%s", text, screen)
	}
}

func TestALineHoldsOnTheNextScreenAtOnce(t *testing.T) {
	d := open(t)
	d.burst("/", "a", "b", "esc", "2")
	d.shows("Positions with ab")
	d.burst("/", "c", "esc", "1")
	d.shows("Statements with abc")
}

func TestGoingBackReturnsFromAnotherScreen(t *testing.T) {
	d := open(t)
	d.statements.asks = nav.Go{Screen: keys.Positions, Line: "there", Cell: nav.Cell{Actor: "France", Topic: "Minsk"}}
	d.burst("/", "h", "esc")
	d.press("enter").shows("Positions with there", "France on Minsk")
	d.press("esc").shows("Statements with h")
	d.press("esc").shows("Statements with \n")

	d.press("enter", "/", "!", "esc").shows("Positions with there!")
	d.press("esc").shows("Positions with \n")
	d.burst("esc")
	d.shows("Positions with \n")

	d.press("1", "enter", "/", "!", "esc").shows("Positions with there!")
	d.positions.line = "there" // as when what was added has been taken off
	d.press("esc").shows("Statements with \n")
}

func TestChoosingOneOfSeveral(t *testing.T) {
	d := open(t)
	d.statements.asks = nav.Choose{Title: "France on", Options: []nav.Option{
		{Name: "Minsk", Note: "support", Go: nav.Go{Screen: keys.Positions, Cell: nav.Cell{Actor: "france", Topic: "minsk"}}},
		{Name: "Sanctions", Note: "no stance", Go: nav.Go{Screen: keys.Positions, Cell: nav.Cell{Actor: "france", Topic: "sanctions"}}},
	}}
	d.press("enter").shows("France on", "▌ Minsk", "Sanctions", "no stance")
	d.press("esc").shows("Statements with")
	d.press("enter").burst("down", "enter")
	d.shows("Positions with", "france on sanctions")
	d.press("esc").shows("Statements with")
}

func TestOverlaysTellThatTheyGoOn(t *testing.T) {
	d := open(t)
	d.app.Update(tea.WindowSizeMsg{Width: 50, Height: 15})
	d.press("?").shows("more ─╯", "esc back")
	d.press("end")
	if screen := ansi.Strip(d.app.View().Content); strings.Contains(screen, "↓") || !strings.Contains(screen, "─ ↑ ") {
		t.Errorf("all lines but the last stand above, but\n%s", screen)
	}
	d.press("esc", "p").shows("↓ 27 more   esc goes back")
}

func TestPastingOpensTheSearch(t *testing.T) {
	d := open(t)
	paste := tea.PasteMsg{Content: "no first use"}
	d.app.Update(paste)
	d.shows("Statements with no first use").press("!").shows("Statements with no first use!")
	synctest.Test(t, func(t *testing.T) {
		d := open(t).press("?")
		_, cmd := d.app.Update(paste)
		d.carryOut(cmd)
		d.shows("! Nothing can be pasted here").press("esc").hides("no first use")
	})
}

func TestOverlaysCloseWithTheirKeysAndWithQ(t *testing.T) {
	for _, keys := range [][]string{{"?", "q"}, {"p", "q"}, {"?", "?"}, {"?", "esc"}, {"p", "esc"}} {
		open(t).press(keys...).press("/", "a").shows("Statements with a")
	}
}

func TestTheSearchBoxTellsItsKeys(t *testing.T) {
	d := open(t)
	d.app.Update(tea.WindowSizeMsg{Width: 50, Height: 15})
	d.press("/", "a").shows("f1 keys")
	d.press("f1").shows("Keys: Search box", "│ ↑             Move up  ", "ctrl+w …      Delete a word")
	d.press("end").shows("letters   │", "│ are text ")
	d.press("esc", "b").shows("Statements with ab")
}

func TestTheScreensComeBeforeTheNameOfTheCollection(t *testing.T) {
	d := open(t)
	d.app.Update(nav.Grown{Collection: "A collection of quotations with a long name"})
	for width, want := range map[int]string{
		75: " onrecord   1 Statements   2 Positions ", 45: " onrecord   1 Statements   2 Positions", 42: " onrecord   1 Statements   2 Positions",
		40: " onrecord   1 Statements   2 Positions",
	} {
		d.app.Update(tea.WindowSizeMsg{Width: width, Height: 12})
		d.shows(want)
		d.app.Update(tea.MouseClickMsg{X: 30, Y: 0, Button: tea.MouseLeft})
		d.shows("Positions with")
		d.app.Update(tea.MouseClickMsg{X: 14, Y: 0, Button: tea.MouseLeft})
		d.shows("Statements with")
	}
	d.app.Update(nav.Grown{Problems: nav.Problems{LeftOut: 123}})
	d.shows("   123 left out").hides("2 Positions")
}

func TestTheTitleCountsWhatIsLeftOut(t *testing.T) {
	d := open(t)
	d.app.Update(nav.Grown{Collection: "A collection of quotations", Problems: nav.Problems{LeftOut: 21}})
	d.app.Update(nav.Grown{Collection: "A collection of quotations", Problems: nav.Problems{LeftOut: 1189}})
	for width, want := range map[int]string{
		120: "   A collection of quotations  1,189 left out\n", 60: "   2 Positions       1,189 left out\n", 40: "    1,189 left…\n",
	} {
		d.app.Update(tea.WindowSizeMsg{Width: width, Height: 12})
		if title, _, _ := strings.Cut(ansi.Strip(d.app.View().Content), "\n"); !strings.HasSuffix(title+"\n", want) {
			t.Errorf("%d columns: the title is %q, want %q at its end", width, title, want)
		}
	}
}

func TestTheProblemsAreListed(t *testing.T) {
	d := open(t)
	d.app.Update(tea.WindowSizeMsg{Width: 80, Height: 12})
	toProblems := []string{":", "p", "r", "o", "b", "l", "enter"}
	cmds := d.burst(toProblems...)
	if told := cmds[len(cmds)-1](); told != (nav.Said{Text: "No problems were found in the collection"}) {
		t.Errorf("told %v", told)
	}
	problems := nav.Problems{LeftOut: 1, Errors: 1, Warnings: 2, More: 7, Listing: "onrecord check a.csv lists them", List: []string{
		"a.csv:2: error: date: missing", "a.csv:3: warning: medium: \"writen\" is not a medium; did you mean \"written\"? It is left out of the statement",
		"a.csv:4: warning: \x1b[31mred",
	}}
	d.app.Update(nav.Grown{Collection: "Quotations", Problems: problems})
	d.shows("1 left out, 2 warnings")
	d.press(toProblems...).shows("Problems: 1 left out, 2 warnings", "a.csv:2: error: date: missing", "│   \"written\"? It is left out")
	d.press("G").shows("[31mred", "and 7 more; onrecord check a.csv lists them")
	d.press("esc").hides("a.csv:2")
	d.app.Update(tea.MouseClickMsg{X: 60, Y: 0, Button: tea.MouseLeft})
	d.shows("a.csv:2: error: date: missing")
	d.press("esc").hides("a.csv:2")
}
