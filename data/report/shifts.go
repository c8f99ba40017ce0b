package report

import (
	"onrecord/data/escape"
	"onrecord/model/position"
)

// shiftHeader names the columns of a table of shifts.
var shiftHeader = []string{
	"date", "actor", "actor_id", "speaks_for", "topic", "topic_id", "proposition", "from", "to", "moved",
	"before", "before_date", "before_speaker", "before_text", "after", "after_date", "after_speaker", "after_text",
}

func (p *printer) csvShifts() error {
	p.csvRow(shiftHeader...)
	for i := range p.Shifts {
		s := &p.Shifts[i]
		speaksFor := ""
		if s.Row.Actor != nil {
			speaksFor = s.Row.Actor.ID
		}
		topic := s.Column.Topic
		cells := []string{
			s.Day.String(), s.Row.Speaker.Name, s.Row.Speaker.ID, speaksFor, topic.Name, topic.ID, topic.Proposition,
			s.From.String(), s.To.String(), s.Move.String(),
		}
		for _, m := range []position.Mention{s.Before, s.After} {
			st := p.Matrix.Statement(m)
			cells = append(cells, st.ID, st.Day.String(), st.Speaker.Name, st.Text)
		}
		p.csvRow(cells...)
	}
	return p.stopped()
}

// listedShift is a shift in a list of those of several actors.
type listedShift struct {
	Actor     string `json:"actor"`
	SpeaksFor string `json:"speaks_for,omitempty"`
	Topic     string `json:"topic"`
	shiftRecord
}

func (p *printer) jsonShifts() error {
	o := object{p: p}
	o.begin("shifts")
	o.field("rule", rule())
	o.list("shifts", func(yield func(any) bool) {
		for i := range p.Shifts {
			s := &p.Shifts[i]
			r := listedShift{Actor: s.Row.Speaker.ID, Topic: s.Column.Topic.ID, shiftRecord: p.newShiftRecord(s)}
			if s.Row.Actor != nil {
				r.SpeaksFor = s.Row.Actor.ID
			}
			if !yield(r) {
				return
			}
		}
	})
	return o.end()
}

func (p *printer) newShiftRecord(s *position.Shift) shiftRecord {
	return shiftRecord{s.Day.String(), s.From.String(), s.To.String(), s.Move.String(), p.id(s.Before), p.id(s.After)}
}

func (p *printer) markdownShifts() error {
	p.markdownHead()
	for i := range p.Shifts {
		if err := p.stopped(); err != nil {
			return err
		}
		s := &p.Shifts[i]
		p.lines("## "+plain(name(s.Row))+" on "+plain(s.Column.Topic.Name)+": "+shapes[s.From]+" "+s.From.Words()+" → "+
			shapes[s.To]+" "+s.To.Words()+", "+s.Day.Long(), "", plain(sentence(s.Column.Topic.Proposition)), "")
		for _, m := range []position.Mention{s.Before, s.After} {
			if err := p.markdownStatement(m); err != nil {
				return err
			}
		}
	}
	p.markdownRule()
	return nil
}

// shiftsPage is the page of shifts.
type shiftsPage struct {
	page
	Shifts []shiftView
}

// shiftView is a shift with the statements between which it lies.
type shiftView struct {
	moveView
	Proposition string
	Statements  []statementView
}

func (p *printer) htmlShifts() error {
	pg, err := p.page("Shifts")
	if err != nil {
		return err
	}
	m := shiftsPage{page: pg}
	for i := range p.Shifts {
		s := &p.Shifts[i]
		m.Shifts = append(m.Shifts, shiftView{
			newMoveView(s), escape.Visible(sentence(s.Column.Topic.Proposition)),
			[]statementView{p.statementView(s.Before), p.statementView(s.After)},
		})
	}
	if err := layouts.ExecuteTemplate(p.out, "shifts", &m); err != nil {
		return err
	}
	return p.stopped()
}
