package positions

import (
	"context"

	"onrecord/model"
	"onrecord/model/position"
	"onrecord/ui/actions"
	"onrecord/ui/line"
)

// Library answers the screen's questions. The screen knows nothing else of where statements come from. All methods may
// be called from any goroutine and give up with the context's error when it is cancelled.
type Library interface {
	actions.Marks
	// Stand finds out where everybody stands, as far as the statements tell that a query finds. Its only error is the
	// context's: a malformed line means what can be made of it.
	Stand(ctx context.Context, line string) (Answer, error)
	// Export writes what is shown to a file of its own, and returns where that is.
	Export(ctx context.Context, sheet Sheet) (path string, err error)
}

// Answer is where everybody stands under a query.
type Answer struct {
	Line   string // the line that it answers
	Total  int    // statements in the collection
	Matrix *position.Matrix

	Taken   line.Taken     // how the line was understood
	Reading *line.Progress // not nil while the collection has not been read to its end

	from, to model.Day // the days of all statements that the matrix is read from
	speakers speakers  // of the actors that are unfolded
}

// Sheet is what is shown, as it is to be saved.
type Sheet struct {
	Answer   Answer
	Rows     []*position.Row  // in their order; those of speakers stand below their actor's
	Compared bool             // the rows are set side by side
	Topic    *position.Column // the only topic that is shown, nil for all
	Moved    bool             // what moved is shown
	Shifts   []position.Shift
	Format   Format
}

// Format is how a matrix is written.
type Format string

// The formats.
const (
	Table    Format = "table"
	HTML     Format = "html"
	CSV      Format = "csv"
	JSON     Format = "json"
	Markdown Format = "md"
)

// measure finds out from when to when the evidence reaches.
func (a *Answer) measure() {
	first := true
	for _, row := range a.Matrix.Rows {
		for _, column := range a.Matrix.Columns {
			c := row.Cell(column)
			switch {
			case c.Stand == position.Silent:
			case first:
				a.from, a.to, first = c.Oldest, c.Newest, false
			default:
				a.from, a.to = min(a.from, c.Oldest), max(a.to, c.Newest)
			}
		}
	}
}
