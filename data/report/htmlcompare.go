package report

import (
	"onrecord/data/escape"
	"onrecord/model/position"
)

// comparisonPage is the page of a comparison.
type comparisonPage struct {
	page
	Names  []string
	Agreed []string
	Lines  []lineView
}

// lineView is a topic with where each of the actors stands on it.
type lineView struct {
	ID, Topic, Proposition, Relation, Class string
	Cells                                   []cellView
	Sides                                   []sideView
}

type sideView struct {
	Name string
	*sectionView
}

func (p *printer) htmlComparison() error {
	pg, err := p.page("Comparison")
	if err != nil {
		return err
	}
	view := comparisonPage{page: pg}
	for _, row := range p.Rows {
		view.Names = append(view.Names, escape.Visible(name(row)))
	}
	for _, a := range p.agreements() {
		view.Agreed = append(view.Agreed, escape.Visible(sentence(a.agreed())))
	}
	c := p.comparison()
	for i := range c.Lines {
		if err := p.stopped(); err != nil {
			return err
		}
		view.Lines = append(view.Lines, p.lineView(&c, i))
	}
	return layouts.ExecuteTemplate(p.out, "comparison", &view)
}

func (p *printer) lineView(c *position.Comparison, i int) lineView {
	line := &c.Lines[i]
	v := lineView{
		ID: topicAnchor(i), Topic: escape.Visible(line.Column.Topic.Name), Relation: relations[line.Relation],
		Proposition: escape.Visible(sentence(line.Column.Topic.Proposition)),
	}
	switch line.Relation {
	case position.Opposed:
		v.Class = "opposed"
	case position.Same:
		v.Class = "same"
	}
	for k, row := range c.Rows {
		s := spot{row, line.Column, line.Cells[k]}
		cell := newCellView(&s)
		cell.Href = "#" + v.ID
		v.Cells = append(v.Cells, cell)
		side := sideView{Name: escape.Visible(name(row)), sectionView: p.section(&s, 0)}
		side.Left = ""
		if m := line.Strongest[k]; m != nil {
			side.Statements = []statementView{p.statementView(*m)}
			if n := s.Taken(); n > 1 {
				side.Left = "The strongest of " + count(n, "statement", "statements") + "."
			}
		}
		v.Sides = append(v.Sides, side)
	}
	return v
}
