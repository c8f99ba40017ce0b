package cli

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"

	"onrecord/data"
	"onrecord/ui"
	"onrecord/ui/keys"
	"onrecord/ui/nav"
	"onrecord/ui/positions"
	"onrecord/ui/statements"
	"onrecord/ui/theme"
	"onrecord/ui/timeline"
)

// TestNothingIsWiderThanTheTerminal presses any keys in terminals of any size, and holds that no screen draws a line
// that is wider than it was told, nor more lines, by both rules for widths; and that nothing panics.
func TestNothingIsWiderThanTheTerminal(t *testing.T) {
	t.Setenv("PATH", "") // commands may open browsers and clipboards; there are none
	for name, paths := range map[string][]string{"the embedded collection": nil, "a collection in many scripts": {scripts(t)}} {
		t.Run(name, func(t *testing.T) {
			state := t.TempDir()
			rapid.Check(t, func(t *rapid.T) {
				ascii := rapid.Bool().Draw(t, "ascii")
				width, height := rapid.IntRange(1, 180).Draw(t, "width"), rapid.IntRange(1, 50).Draw(t, "height")
				events := rapid.SliceOfN(event(), 1, 40).Draw(t, "events")
				play(t, paths, state, ascii, append([]tea.Msg{tea.WindowSizeMsg{Width: width, Height: height}}, events...))
			})
		})
	}
}

// event is anything that a person does.
func event() *rapid.Generator[tea.Msg] {
	var known []string
	for _, c := range keys.Default().All() {
		known = append(known, c.Keys...)
	}
	return rapid.Custom(func(t *rapid.T) tea.Msg {
		switch rapid.IntRange(0, 9).Draw(t, "kind") {
		case 0:
			return tea.WindowSizeMsg{Width: rapid.IntRange(1, 200).Draw(t, "width"), Height: rapid.IntRange(1, 60).Draw(t, "height")}
		case 1:
			return tea.PasteMsg{Content: rapid.SampledFrom([]string{
				"macron minsk", "speaker:", "наступление", "ノルド", "क्षेत्र", "👩‍👩‍👧", "since:2022-02", `"open door" | -x`, "سلام", "e\u0301\u0301\u0301",
			}).Draw(t, "paste")}
		case 2:
			return tea.MouseClickMsg{X: rapid.IntRange(0, 200).Draw(t, "x"), Y: rapid.IntRange(0, 60).Draw(t, "y"), Button: tea.MouseLeft}
		case 3:
			return tea.MouseWheelMsg{X: rapid.IntRange(0, 200).Draw(t, "x"), Y: rapid.IntRange(0, 60).Draw(t, "y"),
				Button: rapid.SampledFrom([]tea.MouseButton{tea.MouseWheelUp, tea.MouseWheelDown}).Draw(t, "wheel")}
		}
		return press(rapid.SampledFrom(known).Draw(t, "key"))
	})
}

var codes = map[string]rune{
	"enter": tea.KeyEnter, "esc": tea.KeyEscape, "tab": tea.KeyTab, "up": tea.KeyUp, "down": tea.KeyDown, "left": tea.KeyLeft,
	"right": tea.KeyRight, "pgup": tea.KeyPgUp, "pgdown": tea.KeyPgDown, "home": tea.KeyHome, "end": tea.KeyEnd,
	"backspace": tea.KeyBackspace, "delete": tea.KeyDelete, "f1": tea.KeyF1,
}

// press is the press of a key by its name.
func press(name string) tea.KeyPressMsg {
	var key tea.Key
	for mod, prefix := range map[tea.KeyMod]string{tea.ModCtrl: "ctrl+", tea.ModAlt: "alt+", tea.ModShift: "shift+"} {
		if rest, ok := strings.CutPrefix(name, prefix); ok && rest != "" {
			key.Mod, name = mod, rest
		}
	}
	switch {
	case codes[name] != 0:
		key.Code = codes[name]
	case name == "space":
		key.Code, key.Text = tea.KeySpace, " "
	default:
		key.Code = []rune(name)[0]
		if key.Mod == 0 {
			key.Text = name
		}
	}
	return tea.KeyPressMsg(key)
}

// play runs the program without a terminal through some events.
func play(t *rapid.T, paths []string, state string, ascii bool, events []tea.Msg) {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	lib := newLibrary(newMarks(state))
	th := theme.New(theme.Options{Profile: colorprofile.TrueColor, ASCII: ascii})
	app := &measured{Model: ui.New(ui.Options{Collection: "x", Profile: colorprofile.TrueColor, ASCII: ascii}, keys.Default(),
		ui.Tab{Command: keys.Statements, Name: "Statements", Screen: &measuredScreen{Screen: statements.New(lib, th, "")}},
		ui.Tab{Command: keys.Positions, Name: "Positions", Screen: &measuredScreen{Screen: positions.New(stands{lib, state}, th, "")}},
		ui.Tab{Command: keys.Dates, Name: "Timeline", Screen: &measuredScreen{Screen: timeline.New(dates{lib}, th, "")}},
	)}
	var over atomic.Bool
	program := tea.NewProgram(app, tea.WithInput(nil), tea.WithOutput(io.Discard), tea.WithoutRenderer(), tea.WithoutSignals(),
		tea.WithFilter(func(_ tea.Model, msg tea.Msg) tea.Msg {
			switch msg.(type) {
			case tea.SuspendMsg:
				return nil
			case tea.QuitMsg:
				if !over.Load() {
					return nil
				}
			}
			return msg
		}))
	lib.tell = func(grown nav.Grown) { program.Send(grown) }
	ended := make(chan error, 1)
	go func() {
		_, err := program.Run()
		ended <- err
	}()
	if _, err := lib.read(ctx, data.Reader{Paths: paths}); err != nil {
		t.Fatal(err)
	}
	for _, e := range events {
		program.Send(e)
	}
	over.Store(true)
	program.Quit()
	if err := <-ended; err != nil {
		t.Fatalf("the program broke: %v", err)
	}
	if app.wrong != "" {
		t.Fatal(app.wrong)
	}
}

// measured is the program with a look at all that it draws.
type measured struct {
	tea.Model
	width, height int
	wrong         string
}

func (m *measured) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	if size, ok := msg.(tea.WindowSizeMsg); ok {
		m.width, m.height = size.Width, size.Height
	}
	next, cmd := m.Model.Update(msg)
	m.Model = next
	return m, cmd
}

func (m *measured) View() tea.View {
	defer func() {
		switch caught := recover().(type) {
		case nil:
		case tooWide:
			m.wrong = string(caught)
		default:
			panic(caught)
		}
	}()
	v := m.Model.View()
	if m.wrong == "" && m.width > 0 {
		m.wrong = tooBig("the whole", strings.Split(v.Content, "\n"), m.width, m.height, v.Cursor)
	}
	return v
}

// measuredScreen is a screen with a look at its lines, before the whole is put together.
type measuredScreen struct {
	ui.Screen
	width, height int
}

// tooWide tells, as a panic, the program around a screen what is wrong with the screen.
type tooWide string

func (s *measuredScreen) Resize(width, height int) {
	s.width, s.height = width, height
	s.Screen.Resize(width, height)
}

func (s *measuredScreen) View() ([]string, *tea.Cursor) {
	lines, cursor := s.Screen.View()
	if wrong := tooBig(fmt.Sprintf("%T", s.Screen), lines, s.width, s.height, cursor); wrong != "" {
		panic(tooWide(wrong))
	}
	return lines, cursor
}

// tooBig says what does not fit, "" if all does.
func tooBig(what string, lines []string, width, height int, cursor *tea.Cursor) string {
	if len(lines) > height {
		return fmt.Sprintf("%s: %d lines, there is room for %d", what, len(lines), height)
	}
	for y, line := range lines {
		if w, wc := ansi.StringWidth(line), ansi.StringWidthWc(line); w > width || wc > width {
			return fmt.Sprintf("%s: line %d is %d wide (%d by code points), there is room for %d: %q", what, y, w, wc, width, line)
		}
	}
	if cursor != nil && (cursor.X < 0 || cursor.Y < 0 || cursor.X >= width || cursor.Y >= height) {
		return fmt.Sprintf("%s: the cursor is at %d,%d of %dx%d", what, cursor.X, cursor.Y, width, height)
	}
	return ""
}

// scripts writes a collection with words whose widths terminals disagree about.
func scripts(t testing.TB) string {
	t.Helper()
	words := []string{
		"क्षेत्रीय सुरक्षा", "안전 보장", "集体安全保障体系与欧洲安全架构", "ﾊﾝｶｸｶﾞﾅ", "أمن أوروبا", "ביטחון", "👩‍👩‍👧‍👦 ☎️ 1️⃣ 🇺🇦", "Z̷̡͉a̵͝l̴̛g̶̈o̷", "Привет, мир",
		"Tiếng Việt", strings.Repeat("unbrechbar", 30), "ไม่มีวรรค", "e\u0301toile", "\u200b\u200d\u2060", "tab\there\r\nand there",
	}
	var b strings.Builder
	for i, word := range words {
		record := map[string]any{
			"id": fmt.Sprint("s", i), "speaker": word, "role": word, "affiliation": word, "date": fmt.Sprintf("2022-01-%02d", i+1),
			"form": []string{"direct", "mixed", "indirect"}[i%3], "text": strings.Repeat(word+" ", 12), "venue": word, "context": word,
			"source": word, "locator": word, "topics": []string{word, words[(i+1)%len(words)]},
			"stances": []map[string]string{{"topic": word, "stance": "support"}},
		}
		line, err := json.Marshal(record)
		if err != nil {
			t.Fatal(err)
		}
		b.Write(append(line, '\n'))
	}
	file := filepath.Join(t.TempDir(), "scripts.jsonl")
	if err := os.WriteFile(file, []byte(b.String()), 0o644); err != nil {
		t.Fatal(err)
	}
	return file
}
