package clip_test

import (
	"context"
	"errors"
	"reflect"
	"strings"
	"testing"
	"testing/synctest"

	tea "charm.land/bubbletea/v2"

	"onrecord/ui/clip"
)

// run carries a command out, those that it bundles too, and returns the messages.
func run(cmd tea.Cmd) []tea.Msg {
	if cmd == nil {
		return nil
	}
	msg := cmd()
	if batch, ok := msg.(tea.BatchMsg); ok {
		var all []tea.Msg
		for _, c := range batch {
			all = append(all, run(c)...)
		}
		return all
	}
	return []tea.Msg{msg}
}

// done is the outcome among the messages.
func done(t *testing.T, messages []tea.Msg) clip.Done {
	t.Helper()
	for _, m := range messages {
		if d, ok := m.(clip.Done); ok {
			return d
		}
	}
	t.Fatalf("no outcome among %v", messages)
	return clip.Done{}
}

// board is a clipboard that remembers, or fails.
type board struct {
	text string
	err  error
}

func (b *board) write(_ context.Context, text string) error {
	if b.err == nil {
		b.text = text
	}
	return b.err
}

type asked string

func terminal(text string) tea.Cmd { return func() tea.Msg { return asked(text) } }

func TestCopyTellsWhereItWent(t *testing.T) {
	broken := errors.New("no display")
	tests := []struct {
		name         string
		term         bool
		native, tmux *board
		text         string
		want         clip.Done
		fails        bool
	}{
		{"everywhere", true, &board{}, &board{}, "words", clip.Done{How: "clipboard and tmux buffer", Known: true}, false},
		{"the desktop", true, &board{}, nil, "words", clip.Done{How: "clipboard", Known: true}, false},
		{"the desktop fails", true, &board{err: broken}, &board{}, "words", clip.Done{How: "tmux buffer", Known: true}, false},
		{"only the terminal", true, nil, nil, "words", clip.Done{How: "asked the terminal, which does not confirm"}, false},
		{"the terminal is left", true, &board{err: broken}, nil, "words", clip.Done{How: "asked the terminal, which does not confirm"}, false},
		{"too much for many terminals", true, nil, nil, strings.Repeat("x", 60000), clip.Done{How: "asked the terminal, which may refuse so much text"}, false},
		{"all fail", false, &board{err: broken}, nil, "words", clip.Done{}, true},
		{"there is none", false, nil, nil, "words", clip.Done{}, true},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var c clip.Copier
			if test.term {
				c.Terminal = terminal
			}
			if test.native != nil {
				c.Native = test.native.write
			}
			if test.tmux != nil {
				c.Tmux = test.tmux.write
			}
			messages := run(c.Copy("citation", test.text))
			got := done(t, messages)
			if (got.Err != nil) != test.fails || got.How != test.want.How || got.Known != test.want.Known || got.Label != "citation" {
				t.Errorf("got %+v, want %+v", got, test.want)
			}
			for _, b := range []*board{test.native, test.tmux} {
				if b != nil && b.err == nil && b.text != test.text {
					t.Errorf("%q arrived", b.text)
				}
			}
			if test.term && len(messages) != 2 {
				t.Errorf("the terminal was not asked: %v", messages)
			}
		})
	}
}

func TestCopyGivesUpOnWhatHangs(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		hang := make(chan struct{})
		c := clip.Copier{Terminal: terminal, Native: func(context.Context, string) error { <-hang; return nil }}
		if got := done(t, run(c.Copy("citation", "words"))); got.Known || got.How == "" {
			t.Errorf("got %+v", got)
		}
		close(hang)
	})
}

func TestTheTerminalIsAskedByItsOwnSequence(t *testing.T) {
	c := clip.New(func(string) string { return "" })
	var kinds []string
	c.Native, c.Tmux = nil, nil
	for _, m := range run(c.Copy("citation", "words")) {
		kinds = append(kinds, reflect.TypeOf(m).String())
	}
	if want := reflect.TypeOf(tea.SetClipboard("")()).String(); len(kinds) != 2 || kinds[0] != want && kinds[1] != want {
		t.Errorf("got %v, want %s among them", kinds, want)
	}
}

func TestNewKnowsItsSurroundings(t *testing.T) {
	env := func(pairs ...string) func(string) string {
		return func(name string) string {
			for i := 0; i < len(pairs); i += 2 {
				if pairs[i] == name {
					return pairs[i+1]
				}
			}
			return ""
		}
	}
	if c := clip.New(env("TMUX", "/tmp/tmux-0/default,1,0")); c.Tmux == nil {
		t.Error("inside tmux its buffer is not used")
	}
	if c := clip.New(env()); c.Tmux != nil {
		t.Error("outside of tmux its buffer is used")
	}
	if c := clip.New(env("SSH_CONNECTION", "10.0.0.1 1 10.0.0.2 22")); c.Native != nil {
		t.Error("over SSH the other machine's clipboard is used")
	}
}

func TestWhatCouldActWhereItIsPastedIsAPicture(t *testing.T) {
	for _, test := range []struct{ name, text, want string }{
		{"words stay", "“Wir stehen bereit”, said Шольц — می\u200cخواهم 👍🏽", "“Wir stehen bereit”, said Шольц — می\u200cخواهم 👍🏽"},
		{"lines that a shell would run", "rm -rf ~\n\tls\r\n— Ann", "rm -rf ~ ls — Ann"},
		{"the end of a paste, and a line that runs", "a\x1b[201~rm\r", "a␛[201~rm␍"},
		{"overrides", "a\u202eb\u2066", "a‹U+202E›b‹U+2066›"},
		{"hidden text", "a\U000e0041", "a‹U+E0041›"},
	} {
		for _, message := range run(clip.Copier{Terminal: terminal}.Copy("words", test.text)) {
			if got, ok := message.(asked); ok && string(got) != test.want {
				t.Errorf("%s: got %+q, want %+q", test.name, got, test.want)
			}
		}
	}
}
