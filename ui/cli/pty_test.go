//go:build unix

package cli_test

import (
	"encoding/base64"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"onrecord/ui/screentest"
)

// build builds a program of this module and returns the path of the binary.
func build(tb testing.TB, pkg string) string {
	tb.Helper()
	binary := filepath.Join(tb.TempDir(), "program")
	if out, err := exec.Command("go", "build", "-o", binary, pkg).CombinedOutput(); err != nil {
		tb.Fatalf("building %s: %v\n%s", pkg, err, out)
	}
	return binary
}

// run runs a binary on a pseudo-terminal of its own, where no helper program for the clipboard can be found.
func run(tb testing.TB, o screentest.Options, binary string, args ...string) *screentest.Process {
	tb.Helper()
	cmd := exec.Command(binary, args...)
	cmd.Env = screentest.Environ(append([]string{"PATH=", "HOME=" + tb.TempDir()}, o.Environ...)...)
	return screentest.Run(tb, o, cmd)
}

// TestBinary runs the built program as it is installed, on pseudo-terminals.
func TestBinary(t *testing.T) {
	if testing.Short() {
		t.Skip("builds the program")
	}
	binary := build(t, "onrecord")
	for name, test := range map[string]func(*testing.T, string){
		"the main job":                  testMainJob,
		"copying a citation":            testCopy,
		"the mouse":                     testMouse,
		"another size and back":         testResize,
		"positions and days":            testPositions,
		"quitting while typing":         testInterrupt,
		"ended by a signal":             testSignals,
		"the terminal goes away":        testHangUp,
		"stopped and gone on with":      testSuspend,
		"no shell to stop for":          testNoShell,
		"as small as can be":            testTiny,
		"a terminal that never answers": testSilence,
		"text that means harm":          testHarm,
		"saving from the screen":        testSaving,
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			test(t, binary)
		})
	}
}

var wide = screentest.Options{Width: 120, Height: 40}

// testMainJob finds a statement, opens it, looks at what is related to it, comes back, and quits.
func testMainJob(t *testing.T, binary string) {
	p := run(t, wide, binary)
	p.WaitFor("489 of 489", "SPEAKERS", "when ")
	p.Keys("/", "macron minsk")
	p.WaitFor("❯ macron minsk", "The Minsk agreements are \"the only path allowing")
	p.WaitGone("489 of 489")
	p.Keys("down")
	p.WaitFor("│ Xi Jinping")
	p.Keys("up")
	p.WaitFor("│ Emmanuel Macron", "OTHERS ON THIS WITHIN A WEEK", "Andriy Yermak")
	p.Keys("enter")
	neighbour(p)
	p.WaitFor("‹ back to Emmanuel Macron, 8 February")
	p.Keys("esc")
	p.WaitGone("‹ back to")
	p.Keys("esc", "c")
	p.WaitFor("489 of 489")

	p.Keys("shift+tab", "space")
	p.WaitFor("speaker:stoltenberg", "38 of 489", "✓ Jens Stoltenberg")
	p.Keys("esc", ":", "text plainly")
	p.WaitFor("Commands", "Show the text plainly")
	p.Keys("enter")
	p.WaitFor("— Jens Stoltenberg", "esc goes back")
	p.Keys("esc", "?")
	p.WaitFor("Keys: ", "Copy as citation")
	p.Keys("esc")
	p.WaitGone("Keys: ")
	quit(t, p, "q")
}

// neighbour goes to the first of the neighbours, and opens it.
func neighbour(p *screentest.Process) {
	p.Keys("r")
	p.WaitUntil("the cursor on Andriy Yermak", func(f screentest.Frame) bool {
		_, y, ok := f.Find("Andriy Yermak")
		return ok && strings.Contains(f.Line(y), "│ ▌ 10 Feb 2022  Andriy Yermak")
	})
	p.Keys("enter")
}

// quit ends the program by a key, and looks at what it leaves behind.
func quit(t *testing.T, p *screentest.Process, key string) {
	t.Helper()
	p.Keys(key)
	if code := p.ExitCode(); code != 0 {
		t.Errorf("the exit code is %d", code)
	}
	leftAsFound(t, p)
}

// leftAsFound holds that the terminal is as it was before: the main screen, the cursor, no mouse, no pasting in brackets,
// the settings of its line, no title.
func leftAsFound(t *testing.T, p *screentest.Process) {
	t.Helper()
	f := p.Frame()
	if f.AltScreen || !f.Cursor.Visible || f.Title != "" {
		t.Errorf("left behind: alternate screen %v, cursor %s, title %q", f.AltScreen, f.Cursor, f.Title)
	}
	for _, mode := range []ansi.Mode{
		ansi.ModeMouseNormal, ansi.ModeMouseButtonEvent, ansi.ModeMouseAnyEvent, ansi.ModeMouseExtSgr,
		ansi.ModeBracketedPaste, ansi.ModeFocusEvent, ansi.ModeSynchronizedOutput,
	} {
		if p.Set(mode) {
			t.Errorf("mode %d is left on", mode.Mode())
		}
	}
	raw := p.Raw()
	if strings.Count(raw, "\x1b[>1u")+strings.Count(raw, "\x1b[>3u") != strings.Count(raw, "\x1b[<1u")+strings.Count(raw, "\x1b[<u") {
		t.Error("the keyboard is not given back")
	}
	if !p.Restored() {
		t.Error("the settings of the terminal line are not restored")
	}
}

// citation is what a reader needs to check one statement of the embedded collection, on one line.
const citation = `The Minsk agreements are "the only path allowing to build peace", and both Putin and Zelenskyy confirmed ` +
	`that they are willing to carry them out. — Emmanuel Macron, President, France, 8 February 2022, Kyiv (partly quoted, ` +
	`translated from French). Source: Putin told me Russia will not escalate Ukraine crisis, says Macron, newschain (AP), ` +
	`8 February 2022, paragraph 7. https://www.newschainonline.com/news/world-news/` +
	`putin-told-me-russia-will-not-escalate-ukraine-crisis-says-macron-252292`

func testCopy(t *testing.T, binary string) {
	p := run(t, wide, binary, "macron", "minsk")
	p.WaitFor("❯ macron minsk", "The Minsk agreements are")
	p.Keys("y")
	p.WaitFor("Copying ")
	p.WaitUntil("the clipboard to be written, which may come after the news", func(screentest.Frame) bool {
		return strings.Contains(p.Raw(), "\x1b]52;c;")
	})
	if got := clipboard(t, p.Raw()); got != citation {
		t.Errorf("copied:\n%s\nwant:\n%s", got, citation)
	}
	quit(t, p, "q")
}

// clipboard is what was written to the terminal's clipboard last.
func clipboard(t *testing.T, raw string) string {
	t.Helper()
	all := regexp.MustCompile("\x1b]52;c;([^\x07\x1b]*)(?:\x07|\x1b\\\\)").FindAllStringSubmatch(raw, -1)
	if len(all) == 0 {
		t.Fatal("nothing was written to the clipboard")
	}
	text, err := base64.StdEncoding.DecodeString(all[len(all)-1][1])
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func testMouse(t *testing.T, binary string) {
	p := run(t, wide, binary)
	const row = "23 Feb 2022  Andrzej Duda  Poland"
	x, y, _ := p.WaitFor("489 of 489", "Jens Stoltenberg   38", row).Find(row)
	if !p.Set(ansi.ModeMouseButtonEvent) || !p.Set(ansi.ModeMouseExtSgr) {
		t.Error("the mouse is not asked for")
	}
	const first = "At the request of the Donbas republics Russia" // what the neighbours cut
	p.Wheel(50, 20, 3)
	p.WaitGone(first)
	p.Wheel(50, 20, -30)
	f := p.WaitUntil("the rows in their old places", func(f screentest.Frame) bool { // a frame may come in pieces
		return strings.Contains(f.Line(4), "24 Feb 2022  Vladimir Putin") && strings.Contains(f.Line(y), row)
	})
	p.Click(x, y)
	p.WaitUntil("the detail of the row that was clicked", func(f screentest.Frame) bool {
		return strings.Contains(f.Line(4), "│ Andrzej Duda")
	})
	x, y, _ = f.Find("Jens Stoltenberg   38")
	p.Click(x+3, y)
	p.WaitFor("speaker:stoltenberg", "38 of 489")
	p.Keys("esc", "t")
	p.WaitUntil("the mouse to be free", func(screentest.Frame) bool { return !p.Set(ansi.ModeMouseButtonEvent) })
	quit(t, p, "q")
}

func testResize(t *testing.T, binary string) {
	p := run(t, wide, binary, "macron", "minsk")
	before := p.WaitFor("❯ macron minsk", "The Minsk agreements are", "OTHERS ON THIS WITHIN A WEEK").String()
	p.Resize(50, 15)
	p.WaitUntil("one pane alone", func(f screentest.Frame) bool {
		text := f.String()
		return f.Width == 50 && strings.Contains(text, "Emmanuel Macron") && !strings.Contains(text, "│")
	})
	p.Resize(30, 8)
	p.WaitFor("needs 40x10", "this is 30x8")
	p.Resize(120, 40)
	p.WaitUntil("the screen as it was", func(f screentest.Frame) bool { return f.String() == before })
	quit(t, p, "q")
}

func testInterrupt(t *testing.T, binary string) {
	p := run(t, wide, binary)
	p.WaitFor("489 of 489")
	p.Keys("/", "q")
	p.WaitFor("❯ q")
	quit(t, p, "ctrl+c")
}

func testSilence(t *testing.T, binary string) {
	p := run(t, screentest.Options{Width: 120, Height: 40, Answers: screentest.Silence}, binary)
	p.WaitFor("489 of 489", "SPEAKERS")
	p.Keys("/", "lavrov")
	p.WaitFor("❯ lavrov", "Sergey Lavrov")
	p.Keys("esc")
	quit(t, p, "q")
}
