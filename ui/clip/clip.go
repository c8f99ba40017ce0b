// Package clip puts text on the clipboard in every way there is at once, because no single one works
// everywhere: the terminal's own (OSC 52, which also reaches through SSH), the desktop's by its helper
// programs, and tmux's buffer. It tells which were tried and whether it is known to have worked.
package clip

import (
	"context"
	"encoding/base64"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/atotto/clipboard"

	"onrecord/model/control"
	"onrecord/model/crew"
)

// Done tells how copying ended.
type Done struct {
	Label string // what was copied, as the caller called it
	How   string // where it went, for people: "clipboard and tmux buffer"
	Known bool   // whether some clipboard confirmed it; the terminal never does
	Err   error  // set if nothing at all could be tried; a single way that failed is told by How
}

const (
	// patience bounds how long a helper program may take: xclip waits for ever on a dead display.
	patience = 2 * time.Second
	// terminalLimit is the most that terminals take by OSC 52, in bytes of base64; several stop there.
	terminalLimit = 74994
)

// Copier knows the ways to copy. Each may be nil: there is no such way.
type Copier struct {
	Terminal func(text string) tea.Cmd                    // asks the terminal
	Native   func(ctx context.Context, text string) error // the desktop's clipboard
	Tmux     func(ctx context.Context, text string) error // the buffer of tmux
	Remote   bool                                         // the program runs on another machine than the screen
}

// New is the copier for the environment, given by a function such as os.Getenv.
func New(getenv func(string) string) Copier {
	c := Copier{
		Terminal: tea.SetClipboard,
		Remote:   getenv("SSH_CONNECTION") != "" || getenv("SSH_TTY") != "",
	}
	// Over SSH the desktop's clipboard is that of the other machine, unless a display is forwarded.
	if !clipboard.Unsupported && (!c.Remote || getenv("DISPLAY") != "") {
		c.Native = func(_ context.Context, text string) error { return clipboard.WriteAll(text) }
	}
	if getenv("TMUX") != "" {
		c.Tmux = loadBuffer
	}
	return c
}

// Copy puts text on the clipboard; the message is a Done with the label.
func Copy(label, text string) tea.Cmd { return New(os.Getenv).Copy(label, text) }

// Copy puts text on the clipboard, on one line, because a shell runs what stands before a line break as
// soon as it is pasted. Characters that could act where it is pasted are shown as pictures.
func (c Copier) Copy(label, text string) tea.Cmd {
	text = strings.Join(strings.Fields(control.Visible(text)), " ")
	if c.Terminal == nil && c.Native == nil && c.Tmux == nil {
		return func() tea.Msg {
			return Done{Label: label, Err: errors.New("there is no clipboard to copy to")}
		}
	}
	helpers := func() tea.Msg { return c.report(label, text) }
	if c.Terminal == nil {
		return helpers
	}
	return tea.Batch(c.Terminal(text), helpers)
}

// report runs the helpers and says how it went.
func (c Copier) report(label, text string) Done {
	var worked []string
	if c.Native != nil && within(c.Native, text) == nil {
		worked = append(worked, "clipboard")
	}
	if c.Tmux != nil && within(c.Tmux, text) == nil {
		worked = append(worked, "tmux buffer")
	}
	done := Done{Label: label, Known: len(worked) > 0, How: strings.Join(worked, " and ")}
	switch {
	case c.Terminal == nil && !done.Known:
		done.Err = errors.New("the clipboard could not be reached")
	case done.Known:
	case base64.StdEncoding.EncodedLen(len(text)) > terminalLimit:
		done.How = "asked the terminal, which may refuse so much text"
	default:
		done.How = "asked the terminal, which does not confirm"
	}
	return done
}

// within runs one way and gives up on it after a while; what hangs is left behind.
func within(way func(context.Context, string) error, text string) error {
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	select {
	case err := <-crew.Go(func() error { return way(ctx, text) }):
		return err
	case <-ctx.Done():
		return ctx.Err()
	}
}

// loadBuffer hands text to tmux, which with -w also passes it on to its terminal; versions before 3.2 do
// not know -w.
func loadBuffer(ctx context.Context, text string) error {
	if err := tmux(ctx, text, "load-buffer", "-w", "-"); err == nil {
		return nil
	}
	return tmux(ctx, text, "load-buffer", "-")
}

func tmux(ctx context.Context, text string, args ...string) error {
	cmd := exec.CommandContext(ctx, "tmux", args...)
	cmd.Stdin = strings.NewReader(text)
	if err := cmd.Run(); err != nil {
		return fmt.Errorf("handing the text to tmux: %w", err)
	}
	return nil
}
