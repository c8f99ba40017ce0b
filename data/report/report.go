package report

import (
	"bufio"
	"context"
	"fmt"
	"io"

	"onrecord/model"
	"onrecord/model/position"
)

// Format is a form in which a report is written.
type Format string

// The formats.
const (
	CSV      Format = "csv"
	JSON     Format = "json"
	Markdown Format = "md"
	HTML     Format = "html"
)

// Formats lists the formats.
func Formats() []Format { return []Format{CSV, JSON, Markdown, HTML} }

// DefaultQuoted is how many statements a report for reading quotes, if nothing else is asked for: as many as a browser
// shows without effort.
const DefaultQuoted = 5000

// Report is what is to be written.
type Report struct {
	Collection model.Info
	Total      int     // statements in the collection
	Read       float64 // how much of the collection had been read, from 0 to 1; 1 is all, 0 is unknown but not all
	Query      string  // the line in force
	Matrix     *position.Matrix
	Rows       []*position.Row // of the matrix, in their order; those of speakers stand below their actor's
	Order      string          // how the rows are ordered
	Quoted     int             // how many statements are quoted at most by formats for reading; 0 is all

	Topic *position.Column // the only topic of the report; nil for all

	Moved  bool             // the report is of Shifts
	Shifts []position.Shift // in their order

	Compared bool             // Rows are two to four rows to be set side by side
	Absent   []*model.Speaker // who was to be compared and has no statement under the query
}

// Write writes a report. The error is the first of w's, or the context's.
func Write(ctx context.Context, w io.Writer, format Format, r *Report) error {
	out := bufio.NewWriterSize(w, 64<<10)
	if err := r.write(ctx, out, format); err != nil {
		return err
	}
	return out.Flush()
}

func (r *Report) write(ctx context.Context, out *bufio.Writer, format Format) error {
	p := printer{Report: r, ctx: ctx, out: out}
	switch {
	case r.Moved:
		return p.shiftsAs(format)
	case format == CSV && r.Compared:
		return p.csvComparison()
	case format == CSV:
		return p.csvMatrix()
	case format == JSON && r.Compared:
		return p.jsonComparison()
	case format == JSON:
		return p.jsonMatrix()
	case format == Markdown && r.Compared:
		return p.markdownComparison()
	case format == Markdown:
		return p.markdownMatrix()
	case format == HTML && r.Compared:
		return p.htmlComparison()
	case format == HTML:
		return p.htmlMatrix()
	}
	return fmt.Errorf("there is no format %q", string(format))
}

// shiftsAs writes shifts in a format.
func (p *printer) shiftsAs(format Format) error {
	switch format {
	case CSV:
		return p.csvShifts()
	case JSON:
		return p.jsonShifts()
	case Markdown:
		return p.markdownShifts()
	case HTML:
		return p.htmlShifts()
	}
	return fmt.Errorf("there is no format %q", string(format))
}

// Columns are the topics of the report.
func (r *Report) Columns() []*position.Column {
	if r.Topic != nil {
		return []*position.Column{r.Topic}
	}
	return r.Matrix.Columns
}

// printer writes one report.
type printer struct {
	*Report
	ctx context.Context
	out *bufio.Writer
}

// stopped returns why there is no sense in writing on: nobody wants it any more, or it can't be written.
func (p *printer) stopped() error {
	if err := p.ctx.Err(); err != nil {
		return err
	}
	_, err := p.out.Write(nil) // a writer that has failed fails again
	return err
}

// comparison sets the rows side by side.
func (r *Report) comparison() position.Comparison { return r.Matrix.Compare(r.Rows...) }

// agreement is on how many topics some of the actors agree.
type agreement struct {
	rows  []*position.Row
	found position.Comparison
}

// agreements are those of all the actors, and if there are more than two, of each pair.
func (r *Report) agreements() []agreement {
	all := []agreement{{r.Rows, r.comparison()}}
	for i := range r.Rows {
		for k := i + 1; k < len(r.Rows) && len(r.Rows) > 2; k++ {
			pair := []*position.Row{r.Rows[i], r.Rows[k]}
			all = append(all, agreement{pair, r.Matrix.Compare(pair...)})
		}
	}
	return all
}
