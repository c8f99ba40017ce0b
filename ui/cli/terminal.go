package cli

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"onrecord/data"
	"onrecord/model/query"
	"onrecord/model/search"
	"onrecord/ui"
	"onrecord/ui/keys"
	"onrecord/ui/nav"
	"onrecord/ui/positions"
	"onrecord/ui/statements"
	"onrecord/ui/theme"
	"onrecord/ui/timeline"
)

// terminalOptions are how the terminal program is started.
type terminalOptions struct {
	Paths   []string // collections; none for the embedded one
	Line    string   // the query
	Files   []string // the words of it that name files
	Notes   []string // what is to be said about it
	Theme   string   // auto, dark or light
	ASCII   bool
	NoMouse bool
	In      io.Reader
	Out     io.Writer
	Environ []string
	State   string // the folder where marks are kept; "" is the user's own
}

// framesPerSecond is how often what has changed is drawn: a key and its answer come to the eye a frame later each.
const framesPerSecond = 120

// runTerminal runs the terminal program until the user quits. The collection is read while the first frame is drawn.
func runTerminal(ctx context.Context, o terminalOptions) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	lib := newLibrary(newMarks(cmp.Or(o.State, data.StateFolder())))
	lib.place, lib.paths = place(o.Paths), o.Paths
	profile := theme.Profile(colorprofile.Detect(o.Out, o.Environ), o.Environ)
	options := ui.Options{
		Collection: title(o.Paths), Line: o.Line, Theme: looks[o.Theme], Profile: profile, ASCII: o.ASCII, NoMouse: o.NoMouse,
	}
	t := theme.New(theme.Options{Profile: profile, ASCII: o.ASCII})
	app := ui.New(options, keys.Default(),
		ui.Tab{Command: keys.Statements, Name: "Statements", Screen: statements.New(lib, t, o.Line)},
		ui.Tab{Command: keys.Positions, Name: "Positions", Screen: positions.New(stands{lib, "."}, t, o.Line)},
		ui.Tab{Command: keys.Dates, Name: "Timeline", Screen: timeline.New(dates{lib}, t, o.Line)},
	)
	program := tea.NewProgram(app, tea.WithContext(ctx), tea.WithInput(o.In), tea.WithOutput(o.Out),
		tea.WithEnvironment(o.Environ), tea.WithColorProfile(profile), tea.WithFPS(framesPerSecond))
	lib.tell = func(grown nav.Grown) { program.Send(grown) }
	lib.warn = func(err error) { program.Send(nav.Said{Kind: nav.Failed, Text: err.Error()}) }
	lib.files = o.Files
	go func() {
		for _, note := range o.Notes {
			program.Send(nav.Said{Kind: nav.Refused, Text: note})
		}
		program.Send(readAll(ctx, lib, o.Paths))
		program.Send(lib.aboutFiles(ctx, o.Line))
	}()
	if _, err := program.Run(); err != nil && !errors.Is(err, tea.ErrInterrupted) {
		return fmt.Errorf("running on the terminal: %w", err)
	}
	return nil
}

// readAll reads the collections, and says what was wrong with them.
func readAll(ctx context.Context, lib *library, paths []string) tea.Msg {
	lost, err := lib.read(ctx, data.Reader{Paths: paths})
	switch {
	case ctx.Err() != nil:
		return nil
	case err != nil:
		return nav.Said{Kind: nav.Failed, Text: err.Error()}
	case len(lost.whole) > 0:
		return nav.Said{Kind: nav.Failed, Text: lost.whole[0]}
	case lost.sentence() != "":
		return nav.Said{Kind: nav.Failed, Text: lost.sentence() + "; click on that above, or choose “" + keys.Default().Command(keys.Problems).Title + "”"}
	}
	return nil
}

// aboutFiles says in the footer that a word of the first query is a file, which has no room below every search line.
func (l *library) aboutFiles(ctx context.Context, first string) tea.Msg {
	s := l.latest.Load()
	if len(l.files) == 0 || s == nil {
		return nil
	}
	found, err := s.index.Search(ctx, search.Request{Query: query.Parse(first), Limit: 1})
	if err != nil {
		return nil // the screen asks the same, and tells
	}
	if note := fileNote(l.files, &found); note != "" {
		return nav.Said{Kind: nav.Refused, Text: note}
	}
	return nil
}

// title names what is read before it has been: the embedded collection, or the files.
func title(paths []string) string {
	switch len(paths) {
	case 0:
		return "European security crisis, winter 2021–22"
	case 1:
		return filepath.Base(paths[0])
	}
	return fmt.Sprintf("%s and %d more", filepath.Base(paths[0]), len(paths)-1)
}

// place says where collections lie, wherever the program is started.
func place(paths []string) string {
	var all []string
	for _, path := range paths {
		if whole, err := filepath.Abs(path); err == nil && path != "-" {
			path = whole
		}
		all = append(all, path)
	}
	return strings.Join(all, "\n")
}

var looks = map[string]ui.Look{"dark": ui.Dark, "light": ui.Light}
