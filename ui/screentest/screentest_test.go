package screentest_test

import (
	"testing"

	tea "charm.land/bubbletea/v2"

	"onrecord/ui/screentest"
)

// echo is a program that shows what it is told.
type echo struct {
	width, height int
	text          string
	dark          string
}

func (e echo) Init() tea.Cmd { return tea.RequestBackgroundColor }

func (e echo) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		e.width, e.height = msg.Width, msg.Height
	case tea.BackgroundColorMsg:
		e.dark = map[bool]string{true: "dark", false: "light"}[msg.IsDark()]
	case tea.PasteMsg:
		e.text += "pasted " + msg.Content + "|"
	case tea.MouseClickMsg:
		e.text += msg.String() + "|"
	case tea.MouseWheelMsg:
		e.text += msg.String() + "|"
	case tea.KeyPressMsg:
		if msg.String() == "q" || msg.String() == "ctrl+c" {
			return e, tea.Quit
		}
		e.text += msg.String() + "|"
	}
	return e, nil
}

func (e echo) View() tea.View {
	v := tea.NewView("\x1b[1;31mecho\x1b[m " + e.dark + " \x1b]8;;https://example.org/\x07link\x1b]8;;\x07\n" + e.text)
	v.AltScreen, v.MouseMode, v.WindowTitle = true, tea.MouseModeCellMotion, "an echo"
	v.Cursor = tea.NewCursor(e.width-1, e.height-1)
	return v
}

func start(t *testing.T, o screentest.Options) *screentest.Terminal {
	return screentest.Start(t, o, func(tty screentest.TTY) error {
		_, err := tea.NewProgram(echo{}, tea.WithInput(tty.In), tea.WithOutput(tty.Out),
			tea.WithEnvironment(tty.Environ)).Run()
		return err
	})
}

func TestKeysArriveAsNamed(t *testing.T) {
	terminal := start(t, screentest.Options{Width: 120, Height: 10})
	terminal.WaitFor("echo")
	terminal.Keys("aé", "enter", "tab", "shift+tab", "esc", "x", "up", "ctrl+a", "alt+left", "alt+x", "pgdown", "f1", "space", "+")
	terminal.WaitFor("a|é|enter|tab|shift+tab|esc|x|up|ctrl+a|alt+left|alt+x|pgdown|f1|space|+|")
	terminal.Paste("two\nlines")
	terminal.WaitFor("pasted two")
}

func TestMouseArrives(t *testing.T) {
	terminal := start(t, screentest.Options{Width: 80, Height: 10})
	terminal.WaitFor("echo")
	terminal.Click(3, 4)
	terminal.Wheel(5, 6, -2)
	terminal.Wheel(5, 6, 1)
	terminal.WaitFor("left|wheelup|wheelup|wheeldown|")
}

func TestSizeAndCursorFollow(t *testing.T) {
	terminal := start(t, screentest.Options{Width: 60, Height: 12})
	for _, size := range [][2]int{{60, 12}, {33, 7}, {100, 30}} {
		terminal.Resize(size[0], size[1])
		terminal.WaitUntil("the cursor in the corner", func(f screentest.Frame) bool {
			return f.Cursor == screentest.Cursor{X: size[0] - 1, Y: size[1] - 1, Visible: true}
		})
	}
}

func TestCellsHaveStylesAndLinks(t *testing.T) {
	for answers, word := range map[screentest.Answers]string{screentest.Dark: "dark", screentest.Light: "light", screentest.Silence: ""} {
		f := start(t, screentest.Options{Width: 40, Height: 5, Answers: answers}).WaitFor("echo " + word + " link")
		if got := f.Cells[0][0].Style.String(); got != "text 1, bold" {
			t.Errorf("the style of the title is %q", got)
		}
		x, y, ok := f.Find("link")
		if !ok || f.Cells[y][x].Link != "https://example.org/" {
			t.Errorf("no link at %d,%d: %+v", x, y, f.Cells[y][x])
		}
		if f.Title != "an echo" || !f.AltScreen {
			t.Errorf("title %q, alternate screen %v", f.Title, f.AltScreen)
		}
	}
}

func TestEndsAndRestores(t *testing.T) {
	terminal := start(t, screentest.Options{Width: 40, Height: 5})
	terminal.WaitFor("echo")
	terminal.Keys("q")
	if err := terminal.End(); err != nil {
		t.Error(err)
	}
	if terminal.Frame().AltScreen {
		t.Error("the program has left the alternate screen on")
	}
}
