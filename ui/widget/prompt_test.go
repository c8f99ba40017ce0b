package widget_test

import (
	"testing"

	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"

	"onrecord/ui/keys"
	"onrecord/ui/theme"
	"onrecord/ui/widget"
)

// show draws a prompt with a bar where the cursor is.
func show(p *widget.Prompt, width int) string {
	line, column := p.View(width, widget.Look{})
	text := ansi.Strip(line.Styled)
	return ansi.Truncate(text, column, "") + "|" + ansi.TruncateLeft(text, column, "")
}

func TestPromptEdits(t *testing.T) {
	tests := []struct {
		name, start string
		do          []any // strings are typed, commands are done
		want        string
	}{
		{"typing", "", []any{"macron", " ", "minsk"}, "macron minsk|"},
		{"in the middle", "macron", []any{keys.CaretLeft, keys.CaretLeft, "xx"}, "macrxx|on"},
		{"a paste of lines", "", []any{"one\r\ntwo\tthree\n"}, "one two three |"},
		{"a paste of escape sequences", "", []any{"a\x1b[31mb\u202ec\x00"}, "a[31mbc|"},
		{"backspace takes a whole sign", "Erdog\u0306", []any{keys.DeleteBackward}, "Erdo|"},
		{"backspace at the start", "ab", []any{keys.LineStart, keys.DeleteBackward}, "|ab"},
		{"delete", "ab", []any{keys.LineStart, keys.DeleteForward}, "|b"},
		{"delete at the end", "ab", []any{keys.DeleteForward}, "ab|"},
		{"a word", "macron minsk ", []any{keys.DeleteWord}, "macron |"},
		{"a word stops at a colon", "for:russia", []any{keys.DeleteWord}, "for:|"},
		{"the colon is a word too", "for:", []any{keys.DeleteWord}, "for|"},
		{"a word of nothing", "", []any{keys.DeleteWord}, "|"},
		{"words to the left", "macron minsk", []any{keys.WordLeft, keys.WordLeft}, "|macron minsk"},
		{"words to the right", "macron minsk", []any{keys.LineStart, keys.WordRight}, "macron| minsk"},
		{"clear", "macron minsk", []any{keys.WordLeft, keys.ClearLine}, "|"},
		{"to the end", "macron minsk", []any{keys.WordLeft, keys.KillLine}, "macron |"},
		{"the end", "macron", []any{keys.LineStart, keys.LineEnd}, "macron|"},
		{"wide signs", "俄罗斯", []any{keys.CaretLeft}, "俄罗|斯"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var p widget.Prompt
			p.SetValue(test.start)
			for _, step := range test.do {
				switch step := step.(type) {
				case string:
					p.Insert(step)
				case keys.ID:
					if _, known := p.Edit(step); !known {
						t.Fatalf("%s is no editing command", step)
					}
				}
			}
			if got := show(&p, 40); got != test.want {
				t.Errorf("shows %q, want %q", got, test.want)
			}
		})
	}
}

func TestPromptTellsWhatChanged(t *testing.T) {
	var p widget.Prompt
	p.SetValue("ab")
	for _, test := range []struct {
		id             keys.ID
		changed, known bool
	}{
		{keys.CaretLeft, false, true}, {keys.DeleteForward, true, true}, {keys.DeleteForward, false, true},
		{keys.Open, false, false}, {keys.Up, false, false},
	} {
		if changed, known := p.Edit(test.id); changed != test.changed || known != test.known {
			t.Errorf("%s: changed %v, known %v; want %v, %v", test.id, changed, known, test.changed, test.known)
		}
	}
}

func TestPromptScrolls(t *testing.T) {
	tests := []struct {
		name, value string
		caret       int
		want        string
	}{
		{"fits", "macron", 6, "macron|"},
		{"fits to the last column but one", "macronmac", 9, "macronmac|"},
		{"the end is in view", "macron minsk", 12, "…on minsk|"},
		{"the start is in view", "macron minsk", 0, "|macron m…"},
		{"wide signs", "俄罗斯联邦外交部", 24, "…邦外交部|"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var p widget.Prompt
			p.SetValue(test.value)
			p.SetCaret(test.caret)
			if got := show(&p, 10); got != test.want {
				t.Errorf("shows %q, want %q", got, test.want)
			}
		})
	}
}

func TestPromptCursorIsWhereTheTextIs(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var p widget.Prompt
		p.SetValue(breakable.Draw(t, "line"))
		for range rapid.IntRange(0, 20).Draw(t, "steps") {
			p.Edit(rapid.SampledFrom([]keys.ID{keys.CaretLeft, keys.CaretLeft, keys.CaretRight, keys.WordLeft, keys.LineEnd}).Draw(t, "step"))
			width := rapid.IntRange(1, 30).Draw(t, "width")
			line, column := p.View(width, widget.Look{})
			if line.Width > width || ansi.StringWidth(line.Styled) != line.Width {
				t.Fatalf("%q in %d columns: %q says %d", p.Value(), width, line.Styled, line.Width)
			}
			if column < 0 || column >= width && width > 1 {
				t.Fatalf("the cursor of %q is in column %d of %d", p.Value(), column, width)
			}
			before := widget.Width(p.Value()[:p.Caret()])
			if !line.Cut && column != before {
				t.Fatalf("the cursor of %q is in column %d, there are %d before it", p.Value(), column, before)
			}
		}
	})
}

func TestPromptLooks(t *testing.T) {
	th := theme.New(theme.Options{})
	look := widget.Look{Style: th.Text, Placeholder: "search", Ghost: "aker:", GhostStyle: th.Ghost}
	var p widget.Prompt
	if line, column := p.View(20, look); ansi.Strip(line.Styled) != "search" || column != 0 {
		t.Errorf("empty: %q, cursor at %d", line.Styled, column)
	}
	p.Insert("spe")
	if line, column := p.View(20, look); ansi.Strip(line.Styled) != "speaker:" || column != 3 {
		t.Errorf("completion: %q, cursor at %d", line.Styled, column)
	}
	p.SetCaret(1)
	if line, _ := p.View(20, look); ansi.Strip(line.Styled) != "spe" {
		t.Errorf("no completion inside the line: %q", line.Styled)
	}
	look.Colour = func(value string) widget.Text {
		return widget.Text{{Raw: value[:1], Style: th.Accent}, {Raw: value[1:], Style: th.Text}}
	}
	if line, _ := p.View(20, look); line.Styled != th.Accent.Render("s")+th.Text.Render("pe") {
		t.Errorf("coloured: %q", line.Styled)
	}
	look.Colour = func(string) widget.Text { return widget.Styled(th.Text, "something else") }
	if line, _ := p.View(20, look); ansi.Strip(line.Styled) != "spe" {
		t.Errorf("colours changed the words: %q", line.Styled)
	}
}
