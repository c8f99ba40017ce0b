package screentest

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"onrecord/ui/keys"
)

// What follows is for tests of one screen alone, without a terminal and a program around it.

// CarryOut runs a command at once and gives what it brings to update, until nothing more comes. What take takes, because
// it is not for the screen, goes no further.
func CarryOut(cmd tea.Cmd, update func(tea.Msg) tea.Cmd, take func(tea.Msg) bool) {
	if cmd == nil {
		return
	}
	switch msg := cmd().(type) {
	case nil:
	case tea.BatchMsg:
		for _, c := range msg {
			CarryOut(c, update, take)
		}
	default:
		if !take(msg) {
			CarryOut(update(msg), update, take)
		}
	}
}

// Commands has a screen carry out commands, each of which must mean something there, and hands on what these bring.
func Commands(tb testing.TB, do func(keys.ID) (tea.Cmd, bool), carryOut func(tea.Cmd), ids ...keys.ID) {
	tb.Helper()
	for _, id := range ids {
		cmd, ok := do(id)
		if !ok {
			tb.Fatalf("%s means nothing here", id)
		}
		carryOut(cmd)
	}
}

// Typed is a text as keys that are pressed one after the other.
func Typed(text string) []tea.KeyPressMsg {
	var pressed []tea.KeyPressMsg
	for _, r := range text {
		pressed = append(pressed, tea.KeyPressMsg{Text: string(r), Code: r})
	}
	return pressed
}

// Drawn is what a screen has drawn as text.
func Drawn(lines []string, _ *tea.Cursor) string { return ansi.Strip(strings.Join(lines, "\n")) }

// Shows reports each text that is not on a screen.
func Shows(tb testing.TB, screen string, texts ...string) {
	tb.Helper()
	for _, text := range texts {
		if !strings.Contains(screen, text) {
			tb.Errorf("%q is not on the screen:\n%s", text, screen)
		}
	}
}

// Hides reports each text that is on a screen.
func Hides(tb testing.TB, screen string, texts ...string) {
	tb.Helper()
	for _, text := range texts {
		if strings.Contains(screen, text) {
			tb.Errorf("%q is on the screen:\n%s", text, screen)
		}
	}
}

// LineThat returns the first line of a screen for which is tells true.
func LineThat(tb testing.TB, screen, what string, is func(line string) bool) string {
	tb.Helper()
	for line := range strings.SplitSeq(screen, "\n") {
		if is(line) {
			return line
		}
	}
	tb.Fatalf("there is no line of %s:\n%s", what, screen)
	return ""
}
