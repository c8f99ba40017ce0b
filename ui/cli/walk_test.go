package cli

import (
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"runtime"
	"runtime/debug"
	"slices"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"

	"onrecord/data"
	"onrecord/model/query"
	"onrecord/model/search"
	"onrecord/ui"
	"onrecord/ui/keys"
	"onrecord/ui/positions"
	"onrecord/ui/statements"
	"onrecord/ui/theme"
	"onrecord/ui/timeline"
)

// The random walk: any keys, text, pastes, clicks and sizes, in any order, with answers that come late and out of order.
// At each step nothing may panic, hang, or draw outside of the terminal; once all answers are there, what is on the screen
// must agree with the query; and esc and q lead out of wherever the walk has come to.

// stepPatience is how long one step may take before it counts as hanging. It is far above what the slowest needs.
const stepPatience = 60 * time.Second

// headRows is how many lines a screen has above its panes.
const headRows = 3

// walked is a collection that walks take place on. The fewer steps, the slower it answers.
type walked struct {
	name   string
	write  func(tb testing.TB) []string
	checks int // walks
	steps  int // the average length of one
}

func TestRandomWalk(t *testing.T) {
	t.Setenv("PATH", "") // commands may open browsers and clipboards; there are none
	for _, collection := range []walked{
		{"embedded", func(testing.TB) []string { return nil }, 300, 150},
		{"empty", lines(0, nil), 60, 120},
		{"one statement", lines(1, func(int) map[string]any { return nil }), 80, 120},
		{"equal dates", lines(60, func(i int) map[string]any { return map[string]any{"date": "2022-02-01"} }), 80, 120},
		{"the ends of time", lines(3, func(i int) map[string]any {
			return map[string]any{"date": []string{"0001-01-01", "2022-02-01", "9999-12-31"}[i]}
		}), 60, 120},
		{"names of one letter", lines(200, func(i int) map[string]any {
			letter := string(rune('a' + i%26))
			return map[string]any{"speaker": letter, "affiliation": strings.ToUpper(letter), "topics": []string{letter},
				"stances": []map[string]string{{"topic": letter, "stance": "oppose"}}}
		}), 80, 120},
		{"long texts", lines(4, func(i int) map[string]any {
			return map[string]any{"text": strings.Repeat([]string{"word ", "x", "字", "One sentence. "}[i], 1<<18)}
		}), 12, 60},
		{"unique words", lines(60_000, func(i int) map[string]any {
			return map[string]any{"text": fmt.Sprintf("u%dz v%dz", i, i), "date": fmt.Sprintf("2022-%02d-%02d", 1+i%12, 1+i%28)}
		}), 16, 80},
		{"scripts", func(tb testing.TB) []string { return []string{scripts(tb)} }, 80, 120},
	} {
		t.Run(collection.name, func(t *testing.T) { collection.test(t) })
	}
}

// lines writes a collection of n statements, each with some fields of its own.
func lines(n int, own func(i int) map[string]any) func(tb testing.TB) []string {
	return func(tb testing.TB) []string {
		tb.Helper()
		var b strings.Builder
		for i := range n {
			record := map[string]any{
				"id": fmt.Sprint("s", i), "speaker": "Ada Example", "affiliation": "Atlantis", "date": "2022-01-15", "form": "direct",
				"text": fmt.Sprint("The statement with the number ", i, "."), "topics": []string{"grain"},
				"stances": []map[string]string{{"topic": "grain", "stance": "support"}},
			}
			for field, value := range own(i) {
				record[field] = value
			}
			line, err := json.Marshal(record)
			if err != nil {
				tb.Fatal(err)
			}
			b.Write(append(line, '\n'))
		}
		path := filepath.Join(tb.TempDir(), "lines.jsonl")
		if err := os.WriteFile(path, []byte(b.String()), 0o644); err != nil {
			tb.Fatal(err)
		}
		return []string{path}
	}
}

// test goes on walks until there have been enough. In short mode, which the race detector uses, there are few.
func (c walked) test(t *testing.T) {
	paths := c.write(t)
	checks := c.checks
	if testing.Short() {
		checks = max(10, checks/8) // package rapid takes a fifth of that
	}
	set(t, "rapid.checks", checks)
	set(t, "rapid.steps", c.steps)
	read := newLibrary(newMarks(t.TempDir()))
	if _, err := read.read(context.Background(), data.Reader{Paths: paths}); err != nil {
		t.Fatal(err)
	}
	total, slowest := 0, time.Duration(0)
	rapid.Check(t, func(rt *rapid.T) {
		dir, err := os.MkdirTemp(t.TempDir(), "walk")
		if err != nil {
			rt.Fatal(err)
		}
		w := newWalk(rt, read, dir)
		defer w.end()
		rt.Repeat(w.actions())
		w.leave()
		total, slowest = total+w.steps, max(slowest, w.slowest)
	})
	t.Logf("%d steps, the slowest took %v", total, slowest.Round(time.Millisecond))
}

// set sets a flag of package rapid for the time of a test.
func set(t *testing.T, name string, value int) {
	t.Helper()
	before := flag.Lookup(name).Value.String()
	if err := flag.Set(name, fmt.Sprint(value)); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := flag.Set(name, before); err != nil {
			t.Fatal(err)
		}
	})
}

// walk is the program without a terminal. Its commands are carried out one at a time, when the walk comes to it.
type walk struct {
	t        *rapid.T
	lib      *library
	app      tea.Model
	front    *walkedScreen // the screen drawn last
	signs    theme.Signs
	width    int
	height   int
	waiting  []tea.Cmd
	quit     bool
	log      []string
	steps    int
	slowest  time.Duration
	watchdog *time.Timer
}

// walkedScreen is a screen that tells when it is drawn, and so is at the front.
type walkedScreen struct {
	*measuredScreen
	w     *walk
	lines []string
}

func (s *walkedScreen) View() ([]string, *tea.Cursor) {
	lines, cursor := s.measuredScreen.View()
	s.w.front, s.lines = s, lines
	return lines, cursor
}

// newWalk starts the program on what has been read, with marks of its own.
func newWalk(t *rapid.T, read *library, dir string) *walk {
	w := &walk{t: t, lib: newLibrary(newMarks(dir)), width: 100, height: 30}
	w.lib.latest.Store(read.latest.Load())
	close(w.lib.first)
	known := read.marks.now()
	if err := w.lib.marks.open(known.collection, known.parts); err != nil {
		t.Fatal(err)
	}
	ascii := rapid.Bool().Draw(t, "ascii")
	th := theme.New(theme.Options{Profile: colorprofile.TrueColor, ASCII: ascii})
	w.signs = th.Signs
	screen := func(s ui.Screen) ui.Screen { return &walkedScreen{measuredScreen: &measuredScreen{Screen: s}, w: w} }
	w.app = &measured{Model: ui.New(ui.Options{Collection: "walk", Profile: colorprofile.TrueColor, ASCII: ascii}, keys.Default(),
		ui.Tab{Command: keys.Statements, Name: "Statements", Screen: screen(statements.New(w.lib, th, ""))},
		ui.Tab{Command: keys.Positions, Name: "Positions", Screen: screen(positions.New(stands{w.lib, dir}, th, ""))},
		ui.Tab{Command: keys.Dates, Name: "Timeline", Screen: screen(timeline.New(dates{w.lib}, th, ""))},
	)}
	w.watchdog = time.AfterFunc(stepPatience, func() {
		stacks := make([]byte, 1<<20)
		fmt.Fprintf(os.Stderr, "a step takes longer than %v; the last ones were\n%s\n%s\n", stepPatience, w.trace(), stacks[:runtime.Stack(stacks, true)])
		os.Exit(1)
	})
	w.hold(w.app.Init())
	w.update(tea.WindowSizeMsg{Width: w.width, Height: w.height})
	w.settle()
	return w
}

func (w *walk) end() { w.watchdog.Stop() }

// trace is what was done last.
func (w *walk) trace() string { return strings.Join(w.log[max(0, len(w.log)-25):], "\n") }

// fail reports what is wrong, with the way that led there and the screen.
func (w *walk) fail(format string, args ...any) {
	w.t.Fatalf("%s\nafter\n%s\nthe screen (%dx%d):\n%s", fmt.Sprintf(format, args...), w.trace(), w.width, w.height, w.frame())
}

// frame is what is on the screen, as text.
func (w *walk) frame() string { return ansi.Strip(w.app.View().Content) }

// hold keeps a command to be carried out later.
func (w *walk) hold(cmd tea.Cmd) {
	if cmd != nil && !isTick(cmd) {
		w.waiting = append(w.waiting, cmd)
	}
}

// isTick tells a command that only waits. A walk has no time for it.
func isTick(cmd tea.Cmd) bool {
	name := runtime.FuncForPC(reflect.ValueOf(cmd).Pointer()).Name()
	return strings.Contains(name, "bubbletea/v2.Tick") || strings.Contains(name, "bubbletea/v2.Every")
}

// carryOut carries out a command that waits.
func (w *walk) carryOut(i int) {
	cmd := w.waiting[i]
	w.waiting = slices.Delete(w.waiting, i, i+1)
	w.took(cmd())
}

// took hands on what a command has brought.
func (w *walk) took(msg tea.Msg) {
	switch msg := msg.(type) {
	case nil:
	case tea.QuitMsg:
		w.quit = true
	case tea.SuspendMsg:
	case tea.BatchMsg:
		for _, cmd := range msg {
			w.hold(cmd)
		}
	default:
		if list := reflect.ValueOf(msg); list.Kind() == reflect.Slice && list.Type().Elem() == reflect.TypeFor[tea.Cmd]() {
			for i := range list.Len() { // one after the other, as package tea does with a sequence
				if cmd := list.Index(i).Interface().(tea.Cmd); cmd != nil && !isTick(cmd) {
					w.took(cmd())
				}
			}
			return
		}
		w.update(msg)
	}
}

// update gives the program a message and draws it.
func (w *walk) update(msg tea.Msg) {
	next, cmd := w.app.Update(msg)
	w.app = next
	w.hold(cmd)
	w.app.View()
}

// settle carries out everything, so that the screen shows what it comes to.
func (w *walk) settle() {
	for n := 0; len(w.waiting) > 0; n++ {
		if n > 10_000 {
			w.fail("commands lead to commands without an end")
		}
		w.carryOut(0)
	}
}

// do is one step: something that the user does.
func (w *walk) do(what string, msg tea.Msg) {
	w.log = append(w.log, what)
	w.watchdog.Reset(stepPatience)
	begun := time.Now()
	defer func() {
		w.slowest = max(w.slowest, time.Since(begun))
		if caught := recover(); caught != nil {
			if _, known := caught.(interface{ RuntimeError() }); known {
				w.t.Fatalf("panic: %v\nafter\n%s\n%s", caught, w.trace(), debug.Stack())
			}
			panic(caught)
		}
	}()
	w.steps++
	w.update(msg)
}

func (w *walk) press(key string) { w.do("key "+key, press(key)) }

// actions are what may happen at a step.
func (w *walk) actions() map[string]func(*rapid.T) {
	var known []string
	for _, c := range keys.Default().All() {
		if c.ID != keys.Interrupt && c.ID != keys.Quit && c.ID != keys.Suspend {
			known = append(known, c.Keys...)
		}
	}
	key := func(t *rapid.T) { w.press(rapid.SampledFrom(known).Draw(t, "key")) }
	return map[string]func(*rapid.T){
		"":       func(*rapid.T) { w.check() },
		"key":    key,
		"key 2":  key,
		"key 3":  key,
		"footer": w.footerKey,
		"reach":  w.reach,
		"type": func(t *rapid.T) {
			text := rapid.SampledFrom(typedTexts).Draw(t, "text")
			for _, r := range text {
				w.do("typed "+string(r), tea.KeyPressMsg{Text: string(r), Code: r})
			}
		},
		"paste": func(t *rapid.T) {
			text := rapid.SampledFrom(pastedTexts).Draw(t, "text")
			w.do(fmt.Sprintf("paste %.40q", text), tea.PasteMsg{Content: text})
		},
		"click": func(t *rapid.T) {
			x, y := rapid.IntRange(0, w.width).Draw(t, "x"), rapid.IntRange(0, w.height).Draw(t, "y")
			w.do(fmt.Sprintf("click %d,%d", x, y), tea.MouseClickMsg{X: x, Y: y, Button: tea.MouseLeft})
			w.do("release", tea.MouseReleaseMsg{X: x, Y: y, Button: tea.MouseLeft})
		},
		"wheel": func(t *rapid.T) {
			x, y := rapid.IntRange(0, w.width).Draw(t, "x"), rapid.IntRange(0, w.height).Draw(t, "y")
			button := rapid.SampledFrom([]tea.MouseButton{tea.MouseWheelUp, tea.MouseWheelDown}).Draw(t, "wheel")
			w.do(fmt.Sprintf("wheel %d,%d", x, y), tea.MouseWheelMsg{X: x, Y: y, Button: button})
		},
		"drag": func(t *rapid.T) {
			x, y := rapid.IntRange(0, w.width).Draw(t, "x"), rapid.IntRange(0, w.height).Draw(t, "y")
			w.do(fmt.Sprintf("drag to %d,%d", x, y), tea.MouseMotionMsg{X: x, Y: y, Button: tea.MouseLeft})
		},
		"resize": func(t *rapid.T) {
			w.width = rapid.SampledFrom([]int{1, 20, 39, 40, 50, 75, 80, 100, 120, 160, 200}).Draw(t, "width")
			w.height = rapid.SampledFrom([]int{1, 9, 10, 15, 24, 40, 45}).Draw(t, "height")
			w.do(fmt.Sprintf("resize to %dx%d", w.width, w.height), tea.WindowSizeMsg{Width: w.width, Height: w.height})
		},
		"background": func(t *rapid.T) { w.do("background", tea.BackgroundColorMsg{}) },
		"an answer": func(t *rapid.T) {
			if n := len(w.waiting); n > 0 {
				w.carryOut(rapid.IntRange(0, n-1).Draw(t, "which"))
			}
		},
		"all answers":      func(*rapid.T) { w.settle() },
		"all answers here": func(*rapid.T) { w.settle() },
	}
}

var typedTexts = []string{
	"/", "a", "macron ", "number 1", "speaker:", "for:", "stance:oppose ", "since:2022-02", "\"open do", "-", "|", "x y z ", "克制", "on:feb", "is:marked", "u5z v5z",
}

var pastedTexts = []string{
	"macron minsk", "two\nlines", strings.Repeat("a long paragraph of words ", 40), "\x1b[31mred", "наступление", "", "👩‍👩‍👧 e\u0301\u0301", "-x | \"", "topic:minsk stance:support",
}

// footerKey presses a key that the footer offers: something must change, or be said.
func (w *walk) footerKey(t *rapid.T) {
	w.settle()
	before := w.frame()
	offered := footerKeys(before)
	if len(offered) == 0 || w.tooSmall() {
		return
	}
	key := rapid.SampledFrom(offered).Draw(t, "footer key")
	w.press(key)
	w.settle()
	if !w.quit && w.frame() == before {
		w.fail("the footer offers %q, which does nothing and does not say why", key)
	}
}

var footerEntry = regexp.MustCompile(`^(\S+) \S`)

// footerKeys are the keys that the footer of a frame names.
func footerKeys(frame string) []string {
	rows := strings.Split(frame, "\n")
	var found []string
	for entry := range strings.SplitSeq(strings.TrimSpace(rows[len(rows)-1]), "   ") {
		m := footerEntry.FindStringSubmatch(strings.TrimSpace(entry))
		if m == nil {
			return nil // news, not keys
		}
		key := strings.NewReplacer("↑", "up", "↓", "down", "←", "left", "→", "right", "del", "delete").Replace(m[1])
		if !slices.ContainsFunc(keys.Default().All(), func(c keys.Command) bool { return slices.Contains(c.Keys, key) }) {
			return nil
		}
		found = append(found, key)
	}
	return slices.DeleteFunc(found, func(key string) bool { return key == "q" })
}

func (w *walk) tooSmall() bool { return w.width < 40 || w.height < 10 }

// check holds what is true at every step, and more once all answers are there.
func (w *walk) check() {
	if m := w.app.(*measured); m.wrong != "" {
		w.fail("%s", m.wrong)
	}
	if w.quit {
		w.fail("the program has ended without being told to")
	}
	if len(w.waiting) > 0 || w.tooSmall() {
		return
	}
	w.checkLine()
	if w.front.Scope() == keys.List {
		w.checkCount(ansi.Strip(strings.Join(w.front.lines, "\n")))
	}
}

var countShown = regexp.MustCompile(`([\d,]+) of ([\d,]+)`)

// checkCount holds that the number of statements is that of the query, and that one of them is selected in view.
func (w *walk) checkCount(frame string) {
	answer := w.find()
	shown := countShown.FindStringSubmatch(frame)
	if shown == nil {
		return
	}
	if want := thousands(answer.Count); shown[1] != want {
		w.fail("%q finds %s statements; the screen says %s", w.front.Line(), want, shown[1])
	}
	if answer.Count > 0 && !w.selected(frame) {
		w.fail("no statement is selected in view")
	}
}

// checkLine holds that the filters in force are in view. A line that has no room is cut, and the sign of that is in view.
func (w *walk) checkLine() {
	line := strings.TrimSpace(w.front.Line())
	if strings.IndexFunc(line, func(r rune) bool { return r < ' ' || r > '~' }) >= 0 {
		return // written otherwise, so that it can't act on the terminal
	}
	shown := ansi.Strip(w.front.lines[0])
	if !strings.Contains(shown, line) && !strings.Contains(shown, w.signs.Ellipsis) {
		w.fail("the query is %q; the screen says %q", line, shown)
	}
}

// reach goes down the list: it must hold as many different statements as it says.
func (w *walk) reach(*rapid.T) {
	const many = 12
	w.settle()
	if w.tooSmall() || w.front.Scope() != keys.List || w.covered() {
		return
	}
	answer := w.find()
	if answer.Count == 0 || answer.Count > many || answer.NearBy > 0 {
		return
	}
	w.press("g")
	reached := map[string]bool{}
	for range answer.Count + 2 {
		w.settle()
		reached[w.front.Plain()] = true
		w.press("n")
	}
	w.settle()
	if w.front.Scope() == keys.List && len(reached) != answer.Count {
		w.fail("%d statements are found, %d can be reached: %q", answer.Count, len(reached), slices.Collect(maps.Keys(reached)))
	}
}

// covered tells whether something lies on top of the screen and has the keyboard.
func (w *walk) covered() bool {
	rows := strings.Split(w.frame(), "\n")[1:]
	return !slices.EqualFunc(w.front.lines, rows[:min(len(w.front.lines), len(rows))], func(line, row string) bool {
		return strings.TrimRight(ansi.Strip(line), " ") == strings.TrimRight(row, " ")
	})
}

// find is what the line in force finds.
func (w *walk) find() search.Answer {
	index := w.lib.latest.Load().index
	answer, err := index.Search(context.Background(), search.Request{
		Query: query.Parse(w.front.Line()), Limit: 1, Marked: w.lib.marks.places(index.Collection()),
	})
	if err != nil {
		w.t.Fatal(err)
	}
	return answer
}

func thousands(n int) string { return strings.TrimSpace(strings.Fields(counted(n, "x", "x"))[0]) }

// selected tells whether the bar of a selected row is in view, below the search box.
func (w *walk) selected(frame string) bool {
	rows := strings.Split(frame, "\n")
	return slices.ContainsFunc(rows[min(headRows, len(rows)):], func(row string) bool { return strings.Contains(row, w.signs.Bar+" ") })
}

// leave goes back and quits, as somebody would who is lost.
func (w *walk) leave() {
	w.settle()
	if w.tooSmall() {
		w.width, w.height = 80, 24
		w.do("resize to 80x24", tea.WindowSizeMsg{Width: 80, Height: 24})
	}
	for range 200 {
		before := w.frame()
		w.press("esc")
		w.settle()
		if w.frame() == before {
			break
		}
	}
	w.press("q")
	w.settle()
	if !w.quit {
		w.fail("esc and q do not lead out")
	}
}
