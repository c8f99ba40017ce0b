package cli

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"path/filepath"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"onrecord/data"
	"onrecord/model/crew"
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
	TTY     *tty
	Faults  *faults

	profile colorprofile.Profile
}

// framesPerSecond is how often Bubble Tea looks for what is to be drawn, whether anything has changed or not. 120 looks
// instead of its usual 60 show a key's answer 4 ms sooner on average, and cost 0.2 to 0.4 % of a processor while nothing
// happens (BenchmarkIdle); nothing else wakes the program then.
const framesPerSecond = 120

// runTerminal runs the terminal program until the user quits, or what ends it for another reason. The collection is read
// while the first frame is drawn.
func runTerminal(ctx context.Context, o terminalOptions) error {
	lib := newLibrary(newMarks(cmp.Or(o.State, data.StateFolder())))
	lib.paths, lib.faults = o.Paths, o.Faults
	lib.files = o.Files
	o.profile = theme.Profile(colorprofile.Detect(o.Out, o.Environ), o.Environ)
	err := o.show(ctx, o.screens(lib), func(ctx context.Context, send func(tea.Msg)) error {
		lib.tell = func(grown nav.Grown) { send(grown) }
		lib.warn = func(err error) { send(nav.Warn(err)()) }
		for _, note := range o.Notes {
			send(nav.Refuse(note)())
		}
		news, err := readAll(ctx, lib, o.Paths)
		send(news)
		send(lib.aboutFiles(ctx, o.Line))
		return err
	})
	lib.marks.settle() // what was marked last is kept, whatever ended the program
	return err
}

// show runs a program on the terminal, and some work behind it, until somebody quits, or the work or something else ends
// it.
func (o *terminalOptions) show(ctx context.Context, model tea.Model, work func(context.Context, func(tea.Msg)) error) error {
	ctx, end := context.WithCancelCause(ctx)
	defer end(nil)
	jobs := newJobs(ctx)
	program := tea.NewProgram(&guard{model: model, faults: o.Faults, end: end},
		tea.WithContext(ctx), tea.WithInput(keyboard(o.In, end)), tea.WithOutput(o.Out), tea.WithEnvironment(o.Environ),
		tea.WithColorProfile(o.profile), tea.WithFPS(framesPerSecond), tea.WithFilter(jobs.filter),
		tea.WithoutSignalHandler(), tea.WithoutCatchPanics()) // both are seen to here
	crew.Go(func() error { return jobs.watch(program.Send) })
	worked := crew.Go(func() error { return work(ctx, program.Send) })
	crew.Go(func() error {
		if err := <-worked; err != nil {
			end(err)
		}
		return nil
	})
	o.TTY.take(o.In, o.Out)
	err := runProgram(program)
	o.TTY.left()
	if cause := context.Cause(ctx); cause != nil {
		return cause
	}
	return err
}

// runProgram runs a program. Whatever happens, the terminal is given back.
func runProgram(program *tea.Program) (err error) {
	defer program.Kill()
	defer crew.Recover(&err)
	if _, err := program.Run(); err != nil {
		return fmt.Errorf("running on the terminal: %w", err)
	}
	return nil
}

// screens makes the program out of its screens.
func (o *terminalOptions) screens(lib *library) *ui.App {
	options := ui.Options{
		Collection: title(o.Paths), Line: o.Line, Theme: looks[o.Theme], Profile: o.profile, ASCII: o.ASCII, NoMouse: o.NoMouse,
	}
	t := theme.New(theme.Options{Profile: o.profile, ASCII: o.ASCII})
	return ui.New(options, keys.Default(),
		ui.Tab{Command: keys.Statements, Name: "Statements", Screen: statements.New(lib, t, o.Line)},
		ui.Tab{Command: keys.Positions, Name: "Positions", Screen: positions.New(stands{lib, "."}, t, o.Line)},
		ui.Tab{Command: keys.Dates, Name: "Timeline", Screen: timeline.New(dates{lib}, t, o.Line)},
	)
}

// readAll reads the collections, and says what was wrong with them. The error is that there is nothing to show.
func readAll(ctx context.Context, lib *library, paths []string) (news tea.Msg, err error) {
	lost, err := lib.read(ctx, data.Reader{Paths: paths})
	switch {
	case ctx.Err() != nil:
		return nil, nil
	case err != nil && lib.empty():
		return nil, err
	case err != nil:
		return nav.Warn(lib.faults.sentence(err))(), nil
	case len(lost.whole) > 0:
		return nav.Said{Kind: nav.Failed, Text: lost.whole[0]}, nil
	case lost.sentence() != "":
		return nav.Said{Kind: nav.Failed, Text: lost.sentence() + "; “" + keys.Default().Command(keys.Problems).Title + "” (:) lists them"}, nil
	}
	return nil, nil
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

var looks = map[string]ui.Look{"dark": ui.Dark, "light": ui.Light}
