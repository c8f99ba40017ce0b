// Package link opens a web address in the user's browser: http and https only, without a shell, and
// detached, so that the terminal program neither waits nor gives the terminal away.
package link

import (
	"cmp"
	"errors"
	"fmt"
	"net/url"
	"os/exec"
	"runtime"
	"strings"
	"time"
	"unicode"

	tea "charm.land/bubbletea/v2"

	"onrecord/model/crew"
)

// Opened tells how opening a link goes. Without an error the browser has been asked; whether it shows the page cannot be
// known.
type Opened struct {
	URL  string
	Err  error
	Then tea.Cmd // waits for what else there will be to tell; nil if nothing
}

// ErrNoBrowser says that the system has nothing to open links with, or that this has failed.
var ErrNoBrowser = errors.New("no browser could be started; u copies the link")

// Errors of Check.
var (
	ErrScheme = errors.New("only http and https links are opened")
	ErrUnsafe = errors.New("the link holds signs that no address may have")
)

// Opener starts browsers. The zero value starts the system's own.
type Opener struct {
	// Start begins a program and does not wait for it; what it ends with comes later. nil is the system's way.
	Start func(name string, args ...string) (ended <-chan error, err error)
	// System is the operating system as in runtime.GOOS; empty is this one.
	System string
	// Patience is how long the program may take to fail; 0 is usual.
	Patience time.Duration
}

// usualPatience is how long a program that finds no browser may take to say so. One that goes on is the browser.
const usualPatience = 3 * time.Second

// Open opens address with the system's browser.
func Open(address string) tea.Cmd { return Opener{}.Open(address) }

// Open opens address; the command answers with Opened.
func (o Opener) Open(address string) tea.Cmd {
	return func() tea.Msg {
		clean, err := Check(address)
		if err != nil {
			return Opened{URL: address, Err: fmt.Errorf("opening the link: %w", err)}
		}
		ended, err := o.start(clean)
		if err != nil {
			return Opened{URL: address, Err: ErrNoBrowser}
		}
		return Opened{URL: address, Then: func() tea.Msg { return failed(address, ended, cmp.Or(o.Patience, usualPatience)) }}
	}
}

// failed waits for a program to end with an error, and tells of that.
func failed(address string, ended <-chan error, patience time.Duration) tea.Msg {
	select {
	case err := <-ended:
		if err != nil {
			return Opened{URL: address, Err: ErrNoBrowser}
		}
	case <-time.After(patience):
	}
	return nil
}

func (o Opener) start(address string) (<-chan error, error) {
	system, start := cmp.Or(o.System, runtime.GOOS), o.Start
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
func detached(name string, args ...string) (<-chan error, error) {
	cmd := exec.Command(name, args...)
	detach(cmd)
	if err := cmd.Start(); err != nil {
		return nil, err
	}
	return crew.Go(cmd.Wait), nil
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
