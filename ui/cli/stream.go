package cli

import (
	"fmt"
	"io"
	"strconv"

	"github.com/charmbracelet/x/term"

	tea "charm.land/bubbletea/v2"
)

// onTerminal tells whether a stream is a terminal.
func onTerminal(stream any) bool {
	file, ok := stream.(interface{ Fd() uintptr })
	return ok && term.IsTerminal(file.Fd())
}

// openKeyboard opens the terminal for reading keys while standard input brings a collection.
func openKeyboard() (io.ReadCloser, error) {
	in, out, err := tea.OpenTTY()
	if err != nil {
		return nil, fmt.Errorf("standard input brings the collection, and there is no other terminal to read keys from: %w", err)
	}
	if out != in {
		out.Close()
	}
	return in, nil
}

// sink is standard output. It remembers that writing has failed, so that nobody goes on making what nobody gets.
type sink struct {
	to  io.Writer
	err error
}

func (s *sink) Write(p []byte) (n int, err error) {
	if s.err == nil {
		n, s.err = s.to.Write(p)
	}
	return n, s.err
}

// plainWidth is how wide a page is where no terminal says it.
const plainWidth = 100

// width returns how many columns there are to print on.
func (a *app) width() int {
	if file, ok := a.process.Stdout.(interface{ Fd() uintptr }); ok {
		if width, _, err := term.GetSize(file.Fd()); err == nil && width > 0 {
			return width
		}
	}
	if width, err := strconv.Atoi(a.environ("COLUMNS")); err == nil && width > 0 {
		return width
	}
	return plainWidth
}
