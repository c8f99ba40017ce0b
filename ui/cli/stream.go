package cli

import "github.com/charmbracelet/x/term"

// onTerminal tells whether a stream is a terminal.
func onTerminal(stream any) bool {
	file, ok := stream.(interface{ Fd() uintptr })
	return ok && term.IsTerminal(file.Fd())
}
