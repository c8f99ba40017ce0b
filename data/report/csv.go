package report

import (
	"strconv"

	"onrecord/data/escape"
	"onrecord/model"
	"onrecord/model/position"
)

// matrixHeader names the columns of a matrix. Columns that are added come last, so that those who read the table by
// number still can.
var matrixHeader = []string{
	"actor", "actor_id", "kind", "speaks_for", "topic", "topic_id", "proposition",
	"position", "disagree", "moved", "from", "statements", "support", "oppose", "conditional", "neutral", "no_stance",
	"speakers", "first", "last", "shifts", "evidence", "about",
}

// comparisonHeader names the columns that a comparison has besides.
var comparisonHeader = []string{"relation", "strongest", "strongest_form", "strongest_text"}

func (p *printer) csvRow(cells ...string) { p.out.Write(escape.AppendRow(nil, cells...)) }

func (p *printer) csvMatrix() error {
	p.csvRow(matrixHeader...)
	for _, row := range p.Rows {
		if err := p.stopped(); err != nil {
			return err
		}
		for _, s := range p.spots(row) {
			p.csvRow(p.csvCells(&s)...)
		}
	}
	return nil
}

func (p *printer) csvComparison() error {
	p.csvRow(append(matrixHeader[:len(matrixHeader):len(matrixHeader)], comparisonHeader...)...)
	c := p.comparison()
	for i := range c.Lines {
		line := &c.Lines[i]
		for k, row := range c.Rows {
			cells := append(p.csvCells(&spot{row, line.Column, line.Cells[k]}), line.Relation.String())
			if m := line.Strongest[k]; m != nil {
				st := p.Matrix.Statement(*m)
				cells = append(cells, st.ID, st.Form.String(), st.Text)
			} else {
				cells = append(cells, "", "", "")
			}
			p.csvRow(cells...)
		}
	}
	return p.stopped()
}

// csvCells are the columns of matrixHeader.
func (p *printer) csvCells(s *spot) []string {
	speaksFor, first, last, disagree := "", "", "", ""
	if s.row.Actor != nil {
		speaksFor = s.row.Actor.ID
	}
	if s.Stand != position.Silent {
		first, last = s.Oldest.String(), s.Newest.String()
	}
	if s.Disagree {
		disagree = "yes"
	}
	cells := []string{
		s.row.Speaker.Name, s.row.Speaker.ID, s.row.Speaker.Kind.String(), speaksFor, s.column.Topic.Name, s.column.Topic.ID,
		s.column.Topic.Proposition,
		s.Stand.String(), disagree, s.Move.String(), from(&s.Cell), strconv.Itoa(s.Statements()),
	}
	for _, stance := range append(model.Stances(), model.NoStance) {
		cells = append(cells, strconv.Itoa(s.Counts[stance]))
	}
	var shifts []string
	for _, shift := range p.shifts(s) {
		shifts = append(shifts, shift.Day.String()+" "+shift.From.String()+" to "+shift.To.String())
	}
	return append(cells, strconv.Itoa(s.Voices), first, last, escape.List(shifts),
		escape.List(p.ids(p.Matrix.Evidence(s.row, s.column))), escape.List(p.ids(p.Matrix.About(s.row, s.column))))
}

// from is where a cell stood before it moved, "" if it did not move from one stance.
func from(c *position.Cell) string {
	if c.From == position.Silent {
		return ""
	}
	return c.From.String()
}
