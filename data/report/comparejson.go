package report

type agreementRecord struct {
	Actors []string `json:"actors"`
	Agreed int      `json:"agreed"`
	Shared int      `json:"shared"`
	Words  string   `json:"words"`
}

type comparedRecord struct {
	ID          string           `json:"id"`
	Name        string           `json:"name"`
	Proposition string           `json:"proposition"`
	Relation    string           `json:"relation"`
	Sides       []positionRecord `json:"sides"`
}

func (p *printer) jsonComparison() error {
	o := object{p: p}
	o.begin("comparison")
	o.field("rule", rule())
	var actors []actorRecord
	for _, row := range p.Rows {
		actors = append(actors, newActorRecord(row))
	}
	o.field("actors", actors)
	absent := []string{}
	for _, s := range p.Absent {
		absent = append(absent, s.ID)
	}
	o.field("absent", absent)
	var agreed []agreementRecord
	for _, a := range p.agreements() {
		r := agreementRecord{Agreed: a.found.Agreed, Shared: a.found.Shared, Words: a.agreed()}
		for _, row := range a.rows {
			r.Actors = append(r.Actors, row.Speaker.ID)
		}
		agreed = append(agreed, r)
	}
	o.field("agreement", agreed)
	c := p.comparison()
	o.list("topics", func(yield func(any) bool) {
		for i := range c.Lines {
			line := &c.Lines[i]
			topic := line.Column.Topic
			r := comparedRecord{ID: topic.ID, Name: topic.Name, Proposition: topic.Proposition, Relation: line.Relation.String()}
			for k, row := range c.Rows {
				side := p.newPositionRecord(&spot{row, line.Column, line.Cells[k]})
				side.Actor = row.Speaker.ID
				if m := line.Strongest[k]; m != nil {
					side.Strongest = p.id(*m)
				}
				r.Sides = append(r.Sides, side)
			}
			if !yield(r) {
				return
			}
		}
	})
	return o.end()
}
