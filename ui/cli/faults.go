package cli

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"runtime/debug"
	"strings"
	"sync"
	"time"

	"onrecord/model"
	"onrecord/model/crew"
)

// faults tells of errors of the program itself: the user in two lines, and whoever mends them in a file.
type faults struct {
	folder string // where reports are written
	args   []string

	mu         sync.Mutex
	line       string            // the query that was asked last
	collection *model.Collection // the one that is in use
	path       string            // of the report, which all faults of one run share
	told       int
}

// reportsMost is how many faults of one run are reported: a screen that fails to answer would fail at every key.
const reportsMost = 10

// asks notes what is being asked.
func (f *faults) asks(line string) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.line = line
}

// reads notes what it is asked of.
func (f *faults) reads(c *model.Collection) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.collection = c
}

// tell makes a panic that became an error what the user is told, and leaves other errors alone. Defer it.
func (f *faults) tell(err *error) {
	if *err != nil {
		*err = f.sentence(*err)
	}
}

// sentence reports an error that was a panic, and says so.
func (f *faults) sentence(err error) error {
	var thrown *crew.PanicError
	if !errors.As(err, &thrown) {
		return err
	}
	return errors.New("an error in onrecord; " + f.where(thrown))
}

// what says in a line what was thrown.
func (f *faults) what(thrown *crew.PanicError) string {
	return "ended by an error in onrecord itself: " + wordless(thrown.Value)
}

// where writes the report and says where it lies.
func (f *faults) where(thrown *crew.PanicError) string {
	path, err := f.report(thrown)
	if err != nil {
		return "no report could be written: " + err.Error()
	}
	return "a report is in " + atHome(path)
}

// last says once more, when the program ends, where the report of faults lies that it outlived.
func (f *faults) last() string {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.told == 0 {
		return ""
	}
	return counted(f.told, "error", "errors") + " in onrecord itself; the report is in " + atHome(f.path)
}

// report adds a fault to the report of this run.
func (f *faults) report(thrown *crew.PanicError) (path string, err error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.told++; f.told > reportsMost {
		return f.path, nil
	}
	if f.folder == "" {
		return "", errors.New("you have no home folder to keep it in")
	}
	if f.path == "" {
		name := "report-" + time.Now().UTC().Format("20060102-150405") + ".txt"
		if err := os.MkdirAll(f.folder, 0o700); err != nil {
			return "", err
		}
		f.path = filepath.Join(f.folder, name)
	}
	file, err := os.OpenFile(f.path, os.O_WRONLY|os.O_CREATE|os.O_APPEND, 0o600)
	if err != nil {
		return "", err
	}
	_, err = file.WriteString(f.text(thrown))
	return f.path, errors.Join(err, file.Close())
}

// text is the report: nothing in it comes from the collection but its size.
func (f *faults) text(thrown *crew.PanicError) string {
	var b strings.Builder
	fmt.Fprintf(&b, "onrecord %s, %s/%s, %s\n", version(debug.ReadBuildInfo()), runtime.GOOS, runtime.GOARCH, runtime.Version())
	fmt.Fprintf(&b, "time: %s\narguments: %q\nquery: %q\n", time.Now().UTC().Format(time.RFC3339), f.args, f.line)
	if c := f.collection; c != nil {
		fmt.Fprintf(&b, "collection: %d statements, %d speakers, %d topics, %d sources\n", c.Len(), len(c.Speakers()), len(c.Topics()), len(c.Sources()))
	}
	fmt.Fprintf(&b, "panic: %s\n\n%s\n", wordless(thrown.Value), thrown.Stack)
	return b.String()
}

// quoted is what stands in quotation marks.
var quoted = regexp.MustCompile("(?s)\"[^\"]*\"|`[^`]*`|'[^']*'|“[^”]*”")

// wordless says what was thrown without what it may quote of the collection.
func wordless(thrown any) string {
	const most = 200
	if err, ok := thrown.(runtime.Error); ok {
		return err.Error()
	}
	text := quoted.ReplaceAllString(fmt.Sprint(thrown), `"…"`)
	if len(text) > most {
		text = strings.ToValidUTF8(text[:most], "") + "…"
	}
	return text
}
