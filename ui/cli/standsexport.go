package cli

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/charmbracelet/colorprofile"

	"onrecord/data"
	"onrecord/data/report"
	"onrecord/ui/positions"
	"onrecord/ui/theme"
	"onrecord/ui/widget"
)

// Export writes what the screen shows to a new file in the folder for that. It returns where that is, and how big.
func (l stands) Export(ctx context.Context, sheet positions.Sheet) (string, error) {
	r := &report.Report{
		Collection: l.latest.Load().index.Collection().Info, Total: sheet.Answer.Total, Read: 1,
		Query: strings.TrimSpace(sheet.Answer.Line), Matrix: sheet.Answer.Matrix, Rows: sheet.Rows, Order: "shown",
		Quoted: report.DefaultQuoted, Compared: sheet.Compared, Topic: sheet.Topic, Moved: sheet.Moved, Shifts: sheet.Shifts,
	}
	r.Collection.Name = cmp.Or(r.Collection.Name, strings.Join(l.paths, ", "))
	if p := sheet.Answer.Reading; p != nil {
		r.Read = p.Done
	}
	name := "onrecord-positions"
	switch {
	case r.Compared:
		name = "onrecord-comparison"
	case r.Moved:
		name = "onrecord-shifts"
	case r.Topic != nil:
		name = "onrecord-topic"
	}
	var size counter
	path, err := data.WriteNew(l.folder, name, extension(sheet.Format), func(w io.Writer) error {
		return writeSheet(ctx, io.MultiWriter(w, &size), sheet.Format, r)
	})
	if err != nil {
		return "", err
	}
	return atHome(path) + ", " + size.words(), nil
}

// extension is how the name of a file ends.
func extension(f positions.Format) string {
	if f == positions.Table {
		return ".txt"
	}
	return "." + string(f)
}

// writeSheet writes a report in a format of the screen.
func writeSheet(ctx context.Context, w io.Writer, f positions.Format, r *report.Report) error {
	if f != positions.Table {
		return report.Write(ctx, w, report.Format(f), r)
	}
	p := &page{
		out:   &colorprofile.Writer{Forward: w, Profile: colorprofile.NoTTY},
		theme: theme.New(theme.Options{Profile: colorprofile.NoTTY}),
		width: unwrapped,
		clean: widget.Unmarked,
	}
	switch {
	case r.Compared:
		p.width = plainWidth
		p.comparison(r)
	case r.Moved:
		p.width = plainWidth
		p.shifts(r)
	default:
		p.matrix(r)
	}
	return p.err
}

// counter counts bytes.
type counter int

func (c *counter) Write(p []byte) (int, error) {
	*c += counter(len(p))
	return len(p), nil
}

// words is the number for people: 412 KB.
func (c counter) words() string {
	switch {
	case c < 1000:
		return counted(int(c), "byte", "bytes")
	case c < 1_000_000:
		return fmt.Sprintf("%d KB", (c+500)/1000)
	}
	return fmt.Sprintf("%.1f MB", float64(c)/1e6)
}

// atHome is the whole path of a file, shortened if it is in the user's own folder.
func atHome(path string) string {
	if whole, err := filepath.Abs(path); err == nil {
		path = whole
	}
	home, err := os.UserHomeDir()
	if err != nil || home == "" {
		return path
	}
	if rest, ok := strings.CutPrefix(path, home+string(filepath.Separator)); ok {
		return filepath.Join("~", rest)
	}
	return path
}
