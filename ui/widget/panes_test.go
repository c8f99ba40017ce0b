package widget_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"onrecord/ui/theme"
	"onrecord/ui/widget"
)

func dark() *theme.Theme {
	return theme.New(theme.Options{Known: true, Dark: true, Profile: colorprofile.TrueColor})
}

func stripped(lines []string) []string {
	var out []string
	for _, l := range lines {
		out = append(out, ansi.Strip(l))
	}
	return out
}

func check(t *testing.T, got, want []string) {
	t.Helper()
	if !slices.Equal(stripped(got), want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(stripped(got), "\n"), strings.Join(want, "\n"))
	}
}

func TestJoin(t *testing.T) {
	th := dark()
	check(t, widget.Join(th, 3,
		widget.Pane{Width: 6, Lines: []string{"NATO", th.Accent.Render("Bundesregierung"), "x", "not seen"}},
		widget.Pane{Width: 5, Lines: []string{"俄罗斯"}},
		widget.Pane{Width: 3, Lines: []string{"", "a", th.Text.Render("b")}},
	), []string{
		"NATO  │俄罗 │   ",
		"Bundes│     │a  ",
		"x     │     │b  ",
	})
	check(t, widget.Columns([][]string{{"one", th.Accent.Render("longer")}, {"two"}, {}}, 4, 2), []string{"one   two       ", "long            "})
	if got := widget.Join(th, 0, widget.Pane{Width: 3}); len(got) != 0 {
		t.Errorf("no height, but %q", got)
	}
}

func TestFrame(t *testing.T) {
	if got, want := widget.Frame([]string{"one", "longer than that", "three", "four"}, 6, 3), "one\nlonger\nthree"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got, want := widget.Frame([]string{"one"}, 6, 3), "one\n\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestCanvas(t *testing.T) {
	th := dark()
	noted := widget.Box(th, widget.Edges{Title: "Keys", Note: widget.Styled(th.Faint, "3 more")}, []string{"q  quit"}, 16)
	check(t, noted, []string{"╭─ Keys ───────╮", "│ q  quit      │", "╰───── 3 more ─╯"})
	screen := widget.Canvas{Width: 12, Height: 5, Lines: []string{
		"............", th.Accent.Render("aaaaaaaaaaaa"), "俄罗斯联邦外", "short", "............",
	}}
	box := widget.Box(th, widget.Edges{Title: "Keys"}, []string{"q  quit"}, 9)
	check(t, box, []string{"╭─ Keys ╮", "│ q  qu │", "╰───────╯"})
	check(t, screen.Put(1, 1, box).Lines, []string{
		"............",
		"a╭─ Keys ╮aa",
		" │ q  qu │外",
		"s╰───────╯",
		"............",
	})
	if dim := screen.Dim(th.Dimmed).Lines[1]; dim != th.Dimmed.Render("aaaaaaaaaaaa") {
		t.Errorf("dimmed: %q", dim)
	}
	check(t, widget.Canvas{Width: 5, Height: 2}.Put(-2, 0, box).Lines, []string{"╭─ Ke", "│ q  "})
	check(t, screen.Put(10, 4, []string{"abc", "def"}).Lines[4:], []string{"..........ab"})
	if screen.Lines[0] != "............" {
		t.Error("drawing over a screen changed it")
	}
}

func TestEveryLineOfAJoinIsExact(t *testing.T) {
	th := dark()
	for _, raw := range []string{"", "a", "俄罗斯联邦", "e\u0301e\u0301e\u0301", widget.Safe("हिन्दी में यह"), widget.Safe("👨\u200d👩\u200d👧❤\ufe0f"), th.Bad.Render("NATO’s open door")} {
		for width := range 12 {
			line := widget.Exactly(raw, width)
			if g, c := ansi.StringWidth(line), ansi.StringWidthWc(line); g != width || c != width {
				t.Errorf("%q in %d columns has %d by clusters and %d by code points: %q", raw, width, g, c, line)
			}
			if strings.Count(line, "\x1b") != strings.Count(raw, "\x1b") && width > 0 {
				t.Errorf("%q in %d columns lost the end of its style: %q", raw, width, line)
			}
		}
	}
}

func TestThousands(t *testing.T) {
	for n, want := range map[int]string{0: "0", 7: "7", 368: "368", 1000: "1,000", 10478: "10,478", 1000000: "1,000,000", -1234: "-1,234"} {
		if got := widget.Thousands(n); got != want {
			t.Errorf("Thousands(%d) = %q, want %q", n, got, want)
		}
	}
}

func TestSparkline(t *testing.T) {
	tests := []struct {
		name   string
		values []int
		width  int
		want   string
	}{
		{"one is not none", []int{0, 1, 80}, 9, " ▁█"},
		{"steps", []int{1, 2, 3, 4, 5, 6, 7, 8}, 8, "▁▂▃▄▅▆▇█"},
		{"neighbours are added up", []int{1, 1, 2, 2, 4, 4}, 3, "▂▄█"},
		{"all the same", []int{5, 5}, 4, "██"},
		{"nothing", []int{0, 0}, 4, "  "},
		{"no values", nil, 4, ""},
		{"no room", []int{1}, 0, ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := widget.Sparkline(test.values, test.width, theme.Shapes()); got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

func TestLink(t *testing.T) {
	const good = "https://www.reuters.com/world/?a=1&b=2"
	if got, want := widget.Link(good, "Reuters"), "\x1b]8;;"+good+"\x07Reuters\x1b]8;;\x07"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	for _, bad := range []string{
		"", "javascript:alert(1)", "file:///etc/passwd", "https://x/\x1b]8;;", "https://x/\x07", "https://x/ y", "//x", "https://", "http://x/\u202e", "https://x/\u009c",
	} {
		if got := widget.Link(bad, "Reuters"); got != "Reuters" {
			t.Errorf("%q became %q", bad, got)
		}
		text := widget.Text{{Raw: "Reuters", URL: bad}}
		if got := text.Cut(20, widget.Wrapping{}).Styled; got != "Reuters" {
			t.Errorf("%q became %q", bad, got)
		}
	}
	text := widget.Text{{Raw: "Reuters", URL: good}}
	line := text.Cut(4, widget.Wrapping{})
	if got, want := line.Styled, "\x1b]8;;"+good+"\x07Reu\x1b]8;;\x07…"; got != want || line.Width != 4 {
		t.Errorf("got %q, want %q", got, want)
	}
}

func BenchmarkJoinScreen(b *testing.B) {
	th := dark()
	line := th.Quiet.Render("Emmanuel Macron") + "  " + th.Faint.Render("France") + " “" + th.Match.Render("Minsk") + "”"
	pane := widget.Pane{Width: 50, Lines: slices.Repeat([]string{line}, 40)}
	b.ReportAllocs()
	for b.Loop() {
		widget.Join(th, 40, pane, pane, pane)
	}
}

func TestThePlainWidthIsThatOfBothRules(t *testing.T) {
	for r := rune(0x20); r < 0x30000; r++ {
		for _, line := range []string{string(r), "a" + string(r) + "b", "─" + string(r) + "●\x1b[1;38;5;2m" + string(r) + "\x1b[m"} {
			w, ok := widget.PlainWidth(line)
			if g, c := ansi.StringWidth(line), ansi.StringWidthWc(line); ok && (g != w || c != w) {
				t.Errorf("%q (%U) is %d wide plainly, %d by clusters, %d by code points", line, r, w, g, c)
			}
		}
	}
	signs := theme.Shapes()
	for _, sign := range append(signs.Steps, signs.Support, signs.Oppose, signs.Conditional, signs.Mixed, signs.Silent, signs.Bar,
		signs.Horizontal, signs.Vertical, signs.Heavy, signs.TeeDown, signs.Ellipsis, signs.Arrow, signs.Marked, signs.Check, signs.QuoteOpen) {
		if _, ok := widget.PlainWidth(sign); !ok {
			t.Errorf("the width of %s takes long to find", sign)
		}
	}
}
