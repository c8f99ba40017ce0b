package line_test

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"onrecord/model/query"
	"onrecord/ui/keys"
	"onrecord/ui/line"
	"onrecord/ui/theme"
	"onrecord/ui/widget"
)

func typed(l *line.Line, text string) {
	for _, r := range text {
		l.Type(tea.KeyPressMsg{Text: string(r), Code: r})
	}
}

func TestLinesThatWereInForceComeBack(t *testing.T) {
	l := line.New("a")
	l.Enter()
	typed(l, " b")
	if l.Edit(keys.Back) != line.Left || l.Typing() || l.Value() != "a b" {
		t.Fatalf("after typing: %q, typing %v", l.Value(), l.Typing())
	}
	l.Set("a b c")
	l.Set("a b c")
	var got []string
	for _, by := range []int{-1, -1, -1, 1} {
		l.Step(by)
		got = append(got, l.Value())
	}
	if strings.Join(got, ",") != "a b,a,a,a b" {
		t.Errorf("the lines were %q", got)
	}
	l.Set("d")
	if l.Step(1) {
		t.Error("what lay ahead is still there")
	}
}

func TestCommandsOfTheLine(t *testing.T) {
	for id, want := range map[keys.ID]line.Edited{
		keys.Open: line.Left, keys.Complete: line.Moved, keys.PrevPane: line.Left, keys.NextChoice: line.Moved, keys.CaretLeft: line.Moved,
		keys.DeleteBackward: line.Changed, keys.Down: line.Nothing,
	} {
		l := line.New("macron")
		l.Enter()
		if got := l.Edit(id); got != want {
			t.Errorf("%s did %d, want %d", id, got, want)
		}
	}
}

func TestTheHead(t *testing.T) {
	th := theme.New(theme.Options{})
	l := line.New("for:france speaker")
	taken := line.Taken{
		Readings: []line.Reading{{Word: "for:france", Meaning: "France"}},
		Hints:    []query.Hint{{Text: "It is not finished.", Unfinished: true}},
	}
	draw := func() (string, *tea.Cursor) {
		lines, cursor := l.View(th, 60, widget.Styled(th.Text, "3 of 9"), taken)
		if len(lines) != line.Height {
			t.Fatalf("the head has %d lines", len(lines))
		}
		return ansi.Strip(strings.Join(lines, "\n")), cursor
	}
	for _, typing := range []bool{false, true} {
		if typing {
			l.Enter()
		}
		got, cursor := draw()
		if !strings.Contains(got, "❯ for:france speaker") || !strings.Contains(got, "3 of 9") || !strings.Contains(got, "for:france → France") {
			t.Errorf("the head is\n%s", got)
		}
		if !strings.Contains(got, "not finished") {
			t.Errorf("typing %v: what is not finished is not told:\n%s", typing, got)
		}
		if (cursor != nil) != typing || cursor != nil && cursor.X != 3+len("for:france speaker") {
			t.Errorf("typing %v: the cursor is %+v", typing, cursor)
		}
	}
}

func TestWhatStandsAroundTheLine(t *testing.T) {
	th := theme.New(theme.Options{})
	l := line.New("mac")
	l.Enter()
	l.Edit(keys.LineEnd)
	around := line.Around{
		Status: widget.Styled(th.Text, "938,203 of 938,203"), Ghost: "ron", Offers: widget.Styled(th.Text, "tab macron"),
		Taken: line.Taken{Readings: []line.Reading{{Word: "mac", Meaning: "Emmanuel Macron"}}},
	}
	for _, width := range []int{40, 120} {
		lines, _ := l.Head(th, width, around)
		if got := ansi.Strip(strings.Join(lines, "\n")); !strings.Contains(got, "❯ macron") || !strings.Contains(got, "tab macron") ||
			strings.Contains(got, "Emmanuel") || !strings.Contains(got, "938,203 of 938,203") {
			t.Errorf("while typing, %d columns hold\n%s", width, got)
		}
	}
	l.Leave()
	lines, _ := l.Head(th, 120, around)
	if got := ansi.Strip(strings.Join(lines, "\n")); strings.Contains(got, "macron") || !strings.Contains(got, "mac → Emmanuel Macron") {
		t.Errorf("after typing it is\n%s", got)
	}
}

// TestTypingTakesThePlaceOfTheOldLine holds that a line that is entered is selected: typing and pasting replace it, and
// whoever goes on with it only has to move, delete, or type a blank.
func TestTypingTakesThePlaceOfTheOldLine(t *testing.T) {
	paste := tea.PasteMsg{Content: "putin"}
	for _, test := range []struct {
		name string
		do   []any // a message is typed, a command carried out
		want string
	}{
		{"typing", []any{"p", "u"}, "pu"},
		{"pasting", []any{paste}, "putin"},
		{"a blank goes on", []any{" ", "k"}, "macron minsk k"},
		{"so does a blank that is pasted", []any{tea.PasteMsg{Content: " "}, "k"}, "macron minsk k"},
		{"so does an arrow", []any{keys.CaretLeft, "k"}, "macron minskk"},
		{"and the end", []any{keys.LineEnd, "k"}, "macron minskk"},
		{"and the start", []any{keys.LineStart, "k"}, "kmacron minsk"},
		{"backspace takes a letter", []any{keys.DeleteBackward, "g"}, "macron minsg"},
		{"and a word", []any{keys.DeleteWord, "k"}, "macron k"},
		{"the whole can be cleared", []any{keys.ClearLine}, ""},
		{"moving the list changes nothing", []any{keys.NextChoice, "k"}, "k"},
	} {
		l := line.New("macron minsk")
		for range 2 { // also the second time
			l.Set("macron minsk")
			if l.Enter(); !l.Selected() {
				t.Fatal("a line that is entered is not selected")
			}
			for _, step := range test.do {
				switch step := step.(type) {
				case string:
					typed(l, step)
				case tea.Msg:
					if id, ok := step.(keys.ID); ok {
						l.Edit(id)
					} else {
						l.Type(step)
					}
				}
			}
			if l.Leave(); l.Value() != test.want || l.Selected() {
				t.Errorf("%s: %q, want %q", test.name, l.Value(), test.want)
			}
		}
	}
}

func TestASelectedLineLooksSelected(t *testing.T) {
	for _, o := range []theme.Options{{}, {Profile: colorprofile.ASCII, ASCII: true}, {Known: true, Dark: true, Profile: colorprofile.TrueColor}} {
		th := theme.New(o)
		l := line.New("macron")
		l.Enter()
		selected, _ := l.Head(th, 60, line.Around{})
		l.Edit(keys.LineEnd)
		edited, _ := l.Head(th, 60, line.Around{})
		if selected[0] == edited[0] || ansi.Strip(selected[0]) != ansi.Strip(edited[0]) {
			t.Errorf("%+v: a line that is selected is drawn as %q, and one that is edited as %q", o, selected[0], edited[0])
		}
	}
}
