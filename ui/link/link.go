// Package link opens a web address in the user's browser: http and https only, without a shell, and
// detached, so that the terminal program neither waits nor gives the terminal away.
package link

import (
	"errors"
	"fmt"
	"net/url"
	"os/exec"
	"runtime"
	"strings"
	"unicode"

	tea "charm.land/bubbletea/v2"
)

// Opened tells how opening a link ended. The browser was started if Err is nil; whether it shows the
// page cannot be known.
type Opened struct {
	URL string
	Err error
}

// Errors of Check.
var (
	ErrScheme = errors.New("only http and https links are opened")
	ErrUnsafe = errors.New("the link holds signs that no address may have")
)

// Opener starts browsers. The zero value starts the system's own.
type Opener struct {
	// Start begins a program and does not wait for it; nil is the system's way.
	Start func(name string, args ...string) error
	// System is the operating system as in runtime.GOOS; empty is this one.
	System string
}

// Open opens address with the system's browser.
func Open(address string) tea.Cmd { return Opener{}.Open(address) }

// Open opens address; the command answers with Opened.
func (o Opener) Open(address string) tea.Cmd {
	return func() tea.Msg {
		clean, err := Check(address)
		if err != nil {
			return Opened{address, fmt.Errorf("opening the link: %w", err)}
		}
		if err := o.start(clean); err != nil {
			return Opened{address, fmt.Errorf("starting the browser: %w", err)}
		}
		return Opened{URL: address}
	}
}

func (o Opener) start(address string) error {
	system, start := o.System, o.Start
	if system == "" {
		system = runtime.GOOS
	}
	if start == nil {
		start = detached
	}
	// An address that passed Check begins with its scheme, so no opener can take it for an option.
	switch system {
	case "darwin":
		return start("open", address)
	case "windows":
		return start("rundll32", "url.dll,FileProtocolHandler", address)
	}
	return start("xdg-open", address)
}

// detached starts a program in a session of its own, with no terminal, and reaps it when it ends.
func detached(name string, args ...string) error {
	cmd := exec.Command(name, args...)
	detach(cmd)
	if err := cmd.Start(); err != nil {
		return err
	}
	go func() { _ = cmd.Wait() }()
	return nil
}

// Check returns address in the form in which it may be handed on: absolute, http or https, with a host,
// and without control signs, spaces or quotes.
func Check(address string) (string, error) {
	if strings.ContainsFunc(address, unsafe) {
		return "", ErrUnsafe
	}
	u, err := url.Parse(address)
	if err != nil {
		return "", ErrUnsafe
	}
	if u.Scheme != "http" && u.Scheme != "https" {
		return "", ErrScheme
	}
	if u.Hostname() == "" || u.User != nil {
		return "", ErrUnsafe
	}
	return u.String(), nil
}

// unsafe reports signs that a browser would not need and a terminal or a shell could take amiss.
func unsafe(r rune) bool {
	return r == unicode.ReplacementChar || !unicode.IsGraphic(r) || unicode.IsSpace(r) || strings.ContainsRune("\"'`<>\\^{|}", r)
}
