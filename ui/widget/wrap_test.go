package widget_test

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"github.com/rivo/uniseg"
	"pgregory.net/rapid"

	"onrecord/ui/theme"
	"onrecord/ui/widget"
)

func plain(raw string) widget.Text { return widget.Text{{Raw: raw}} }

// shown are the lines without their styles.
func shown(lines []widget.Line) []string {
	var out []string
	for _, l := range lines {
		out = append(out, ansi.Strip(l.Styled))
	}
	return out
}

func TestWrap(t *testing.T) {
	const minsk = `The Minsk agreements are "the only path on which to build peace", and both sides have committed to them.`
	quoted := func(s string) widget.Text { return widget.Text{{Raw: "“"}, {Raw: s}} }
	closed := widget.Wrapping{MaxLines: 2, Tail: widget.Run{Raw: "”"}}
	tests := []struct {
		name  string
		text  widget.Text
		width int
		how   widget.Wrapping
		want  []string
	}{
		{"fits", plain("We are ready."), 20, widget.Wrapping{}, []string{"We are ready."}},
		{"nothing is one empty line", plain(""), 20, widget.Wrapping{}, []string{""}},
		{"at spaces", plain("We are ready to talk."), 10, widget.Wrapping{}, []string{"We are", "ready to", "talk."}},
		{"spaces at the edge hang", plain("peace now"), 5, widget.Wrapping{}, []string{"peace", "now"}},
		{"after hyphens", plain("build-up ended"), 7, widget.Wrapping{}, []string{"build-", "up", "ended"}},
		{"a word longer than the line", plain("an unmistakable no"), 8, widget.Wrapping{},
			[]string{"an", "unmistak", "able no"}},
		{"Chinese has no spaces", plain("我们支持合理安全关切"), 9, widget.Wrapping{},
			[]string{"我们支持", "合理安全", "关切"}},
		{"Chinese keeps its full stop", plain("我们支持。"), 8, widget.Wrapping{}, []string{"我们支", "持。"}},
		{"line breaks are spaces", plain("one\ntwo\tthree"), 20, widget.Wrapping{}, []string{"one two three"}},
		{"line breaks are kept", plain("one\ntwo\n\nfour"), 20, widget.Wrapping{Breaks: true},
			[]string{"one", "two", "", "four"}},
		{"hanging", plain("We are ready to talk."), 10, widget.Wrapping{Hang: 2},
			[]string{"We are", "  ready to", "  talk."}},
		{"a cut quotation says so inside", quoted(minsk), 40, closed,
			[]string{`“The Minsk agreements are "the only path`, `on which to build peace", and both …”`}},
		{"a whole quotation ends whole", quoted("We are ready."), 40, closed, []string{"“We are ready.”"}},
		{"the mark of the end counts too", quoted("We are ready."), 14, widget.Wrapping{MaxLines: 1, Tail: closed.Tail},
			[]string{"“We are …”"}},
		{"cut in one long word", plain("unmistakably"), 6, widget.Wrapping{MaxLines: 1}, []string{"unmis…"}},
		{"cut in Chinese", plain("我们支持合理安全关切"), 9, widget.Wrapping{MaxLines: 1}, []string{"我们支持…"}},
		{"a number is not cut into another", plain("of 100,000 men"), 8, widget.Wrapping{MaxLines: 1}, []string{"of …"}},
		{"ellipsis in ASCII", plain("We are ready to talk."), 12, widget.Wrapping{MaxLines: 1, Ellipsis: "..."},
			[]string{"We are ..."}},
		{"only the ellipsis fits", plain("We are ready"), 1, widget.Wrapping{MaxLines: 1}, []string{"…"}},
		{"a wide sign in one column", plain("和"), 1, widget.Wrapping{}, []string{"…"}},
		{"no room", plain("We"), 0, widget.Wrapping{}, nil},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got := shown(test.text.Wrap(test.width, test.how))
			if strings.Join(got, "\n") != strings.Join(test.want, "\n") || len(got) != len(test.want) {
				t.Errorf("got  %q\nwant %q", got, test.want)
			}
		})
	}
}

func TestCut(t *testing.T) {
	tests := []struct {
		name, raw string
		width     int
		want      string
		cut       bool
	}{
		{"fits exactly", "Macron", 6, "Macron", false},
		{"one too long", "Macron", 5, "Macr…", true},
		{"a year is not cut into another", "in 2022 it", 6, "in…", true},
		{"only a number", "100000", 4, "100…", true},
		{"wide signs", "俄罗斯联邦", 6, "俄罗…", true},
		{"marks stay with their letter", "Erdog\u0306an", 6, "Erdog\u0306…", true},
		{"spaces at the end need no room", "Minsk   ", 5, "Minsk", false},
		{"nothing", "", 5, "", false},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			line := plain(test.raw).Cut(test.width, widget.Wrapping{})
			if got := ansi.Strip(line.Styled); got != test.want && test.name != "marks stay with their letter" || line.Cut != test.cut {
				t.Errorf("Cut(%q, %d) = %q, cut %v; want %q, %v", test.raw, test.width, got, line.Cut, test.want, test.cut)
			}
		})
	}
}

func TestHitsAreStyledByTheirBytes(t *testing.T) {
	th := theme.New(theme.Options{})
	raw := "Зеленский said: Minsk, 明斯克"
	at := func(s string) widget.Span {
		i := strings.Index(raw, s)
		return widget.Span{From: i, To: i + len(s)}
	}
	text := widget.Marked(th.Quiet, raw, th.Strong, []widget.Span{at("Зел"), at("Minsk"), at("斯")})
	got := text.Cut(80, widget.Wrapping{}).Styled
	var want strings.Builder
	for _, part := range []struct {
		style theme.Style
		text  string
	}{{th.Strong, "Зел"}, {th.Quiet, "енский said: "}, {th.Strong, "Minsk"}, {th.Quiet, ", 明"}, {th.Strong, "斯"}, {th.Quiet, "克"}} {
		part.style.Append(&want, part.text)
	}
	if got != want.String() {
		t.Errorf("got  %q\nwant %q", got, want.String())
	}
}

func TestFit(t *testing.T) {
	th := theme.New(theme.Options{})
	style := theme.Style{}
	for _, raw := range []string{"", "NATO", "Emmanuel Macron", "俄罗斯联邦外交部", "روسيا", "a\x1b[2Jb"} {
		for width := range 20 {
			for _, ellipsis := range []string{th.Signs.Ellipsis, "..."} {
				if got := ansi.StringWidth(widget.Fit(style, raw, width, ellipsis)); got != width {
					t.Errorf("Fit(%q, %d) has %d columns", raw, width, got)
				}
				if got := ansi.StringWidth(widget.FitRight(style, raw, width, ellipsis)); got != width {
					t.Errorf("FitRight(%q, %d) has %d columns", raw, width, got)
				}
			}
		}
	}
}

// breakable are strings of what people write, and of what breaks lines in odd places.
var breakable = rapid.StringOfN(rapid.RuneFrom([]rune(" \n  abcZ019,.;:!?'’“”\"()[]-–—/%$€éßñЖдЙאب中文。、「」…\u00a0\u200b\u00ad🇫🇷👍🏽हि्")), 0, 80, -1)

func checkWrapping(t interface {
	Helper()
	Fatalf(string, ...any)
}, raw string, width, maxLines int, breaks bool) {
	t.Helper()
	lines := plain(raw).Wrap(width, widget.Wrapping{MaxLines: maxLines, Breaks: breaks})
	at := 0
	for i, l := range lines {
		for _, w := range []int{ansi.StringWidth(l.Styled), ansi.StringWidthWc(l.Styled)} {
			if w > width || w != l.Width {
				t.Fatalf("line %d of %q at %d: %q has %d columns and says %d", i, raw, width, l.Styled, w, l.Width)
			}
		}
		if l.From != at || l.To < l.From {
			t.Fatalf("line %d of %q at %d stands for %d..%d, the one before ended at %d", i, raw, width, l.From, l.To, at)
		}
		at = l.To
	}
	last := lines[len(lines)-1]
	if at != len(raw) && !(maxLines > 0 && last.Cut && strings.Contains(last.Styled, "…")) {
		t.Fatalf("%q at %d in %d lines ends at byte %d of %d without saying so: %+v", raw, width, maxLines, at, len(raw), last)
	}
	if maxLines > 0 && len(lines) > maxLines {
		t.Fatalf("%q at %d has %d lines, at most %d were asked for", raw, width, len(lines), maxLines)
	}
}

func TestWrapLosesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		checkWrapping(t, breakable.Draw(t, "text"), rapid.IntRange(1, 30).Draw(t, "width"),
			rapid.IntRange(0, 4).Draw(t, "lines"), rapid.Bool().Draw(t, "breaks"))
	})
}

func FuzzWrap(f *testing.F) {
	for _, s := range []string{"We are ready.", "a\x1b[31m\u202eb", "我们。", "हिन्दी", "👨\u200d👩\u200d👧 x", "e\u0301\u0301", "ש\u200fa", "\r\n\u2028\u0085", "\xff\xc3"} {
		f.Add(s, 7, 2, true)
	}
	f.Fuzz(func(t *testing.T, raw string, width, lines int, breaks bool) {
		checkWrapping(t, raw, 1+abs(width)%60, abs(lines)%5, breaks)
	})
}

func abs(n int) int {
	if n < 0 {
		return -(n + 1)
	}
	return n
}

// Lines break where the Unicode algorithm, given the whole text, allows it: the islands that save most of
// its work must not change its answers.
func TestBreaksAreThoseOfTheUnicodeAlgorithm(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		raw := breakable.Draw(t, "text")
		var want []int
		rest, state, at := raw, -1, 0
		for rest != "" {
			var segment string
			segment, rest, _, state = uniseg.FirstLineSegmentInString(rest, state)
			at += len(segment)
			want = append(want, at)
		}
		if got := widget.Breaks(raw); !equal(got, want) {
			t.Fatalf("%q breaks at %v, should at %v", raw, got, want)
		}
	})
}

func equal(a, b []int) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

const long = `The Minsk agreements are "the only path on which to build peace", and both sides have committed to them, ` +
	`he said after five hours of talks in Moscow; what matters now, he added, is that 100,000 men go home and that ` +
	`nobody’s security is built on somebody else’s fear, today or in the years that are to come.`

func BenchmarkWrapStatement(b *testing.B) {
	text := plain(long)
	b.ReportAllocs()
	for b.Loop() {
		text.Wrap(50, widget.Wrapping{})
	}
}

func BenchmarkWrapStatementToTwoLines(b *testing.B) {
	text := plain(long)
	b.ReportAllocs()
	for b.Loop() {
		text.Wrap(50, widget.Wrapping{MaxLines: 2})
	}
}

func BenchmarkWrapChinese(b *testing.B) {
	text := plain(strings.Repeat("我们支持在北约问题上的合理安全关切，并认为乌克兰危机应当通过对话解决。", 3))
	b.ReportAllocs()
	for b.Loop() {
		text.Wrap(50, widget.Wrapping{})
	}
}

func BenchmarkFitName(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		widget.Fit(theme.Style{}, "Recep Tayyip Erdoğan", 24, "…")
	}
}

func TestTheShortWayOfCutting(t *testing.T) {
	th := dark()
	styles := []theme.Style{th.Text, th.Strong, {}, th.Accent}
	rapid.Check(t, func(r *rapid.T) {
		var text widget.Text
		for range rapid.IntRange(0, 4).Draw(r, "runs") {
			raw := rapid.StringMatching(`[ -~]{0,6}|é|[a-z ]{0,9}`).Draw(r, "raw")
			text = text.Add(rapid.SampledFrom(styles).Draw(r, "style"), raw)
		}
		width := rapid.IntRange(1, 30).Draw(r, "width")
		set := widget.Wrapping{ASCII: rapid.Bool().Draw(r, "ascii")}
		if got, want := text.Cut(width, set), text.CutSlowly(width, set); got != want {
			r.Fatalf("cut to %+v, slowly to %+v", got, want)
		}
	})
}

// TestAPictureIsNoBlank: what stands for a control character is seen at the end of a line, too.
func TestAPictureIsNoBlank(t *testing.T) {
	for _, breaks := range []bool{false, true} {
		var drawn []string
		for _, line := range widget.Styled(theme.Style{}, "true\rforged\u0085").Wrap(40, widget.Wrapping{Breaks: breaks}) {
			drawn = append(drawn, line.Styled)
		}
		if got := strings.Join(drawn, ""); got != "true␍forged‹U+0085›" {
			t.Errorf("breaks %v: %q", breaks, drawn)
		}
	}
}
