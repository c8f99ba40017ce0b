package report

import (
	"slices"
	"strings"

	"onrecord/data"
	"onrecord/data/escape"
	"onrecord/model"
	"onrecord/model/position"
)

// plain writes a text as a part of a line.
func plain(text string) string { return escape.Markdown(strings.Join(strings.Fields(text), " ")) }

func (p *printer) lines(lines ...string) {
	for _, line := range lines {
		p.out.WriteString(line + "\n")
	}
}

// markdownHead writes what both kinds of report begin with.
func (p *printer) markdownHead(notes ...string) {
	p.lines("# "+plain(p.title()), "", plain(p.collection())+": "+p.basis()+".", "")
	if p.Query != "" {
		p.lines("Query: "+plain(p.Query), "")
	}
	for _, note := range append(p.notes(), notes...) {
		if note != "" {
			p.lines(plain(note), "")
		}
	}
}

func (p *printer) markdownMatrix() error {
	each := p.quotedEach()
	p.markdownHead(p.cut(each))
	p.markdownTable()
	p.lines("## Topics", "")
	for _, c := range p.Columns() {
		p.lines("- **" + plain(c.Topic.Name) + "**: " + plain(sentence(c.Topic.Proposition)))
	}
	p.lines("")
	for _, row := range p.Rows {
		if err := p.stopped(); err != nil {
			return err
		}
		if each == 0 {
			break
		}
		if spots := p.spots(row); len(spots) > 0 {
			p.lines("## "+plain(name(row)), "")
			for i := range spots {
				if err := p.markdownCell(&spots[i], each); err != nil {
					return err
				}
			}
		}
	}
	p.markdownRule()
	return nil
}

func (p *printer) markdownTable() {
	head := []string{""}
	for _, c := range p.Columns() {
		head = append(head, plain(c.Topic.Name))
	}
	p.tableHead(head)
	for _, row := range p.Rows {
		cells := []string{plain(name(row))}
		for _, c := range p.Columns() {
			s := spot{row, c, row.Cell(c)}
			cells = append(cells, s.text())
		}
		p.tableRow(cells)
	}
	var signs []string
	for _, sign := range legend() {
		signs = append(signs, sign.Shape+" "+sign.Words)
	}
	p.lines("", strings.Join(signs, ", ")+". The number counts the statements behind a position.", "")
}

// tableHead writes the first two lines of a table.
func (p *printer) tableHead(cells []string) {
	p.tableRow(cells)
	p.lines("|" + strings.Repeat(" --- |", len(cells)))
}

// tableRow writes a line of a table.
func (p *printer) tableRow(cells []string) { p.lines("| " + strings.Join(cells, " | ") + " |") }

// text is a cell in signs: its shape, how many statements stand behind it, and whether it moved.
func (s *spot) text() string {
	if s.Stand == position.Silent {
		return shapes[s.Stand]
	}
	text := shapes[s.Stand] + " " + thousands(s.behind())
	if arrow := arrows[s.Move]; arrow != "" {
		text += " " + arrow
	}
	return text
}

// markdownCell explains a cell and quotes its newest statements.
func (p *printer) markdownCell(s *spot, each int) error {
	words := p.Matrix.Explain(s.row, s.column)
	p.lines("### "+shapes[s.Stand]+" "+plain(words[0]), "")
	if len(words) > 1 {
		p.lines(plain(strings.Join(words[1:], " ")), "")
	}
	evidence := p.evidence(s)
	quoted := evidence[:min(each, len(evidence))]
	for _, m := range quoted {
		if err := p.markdownStatement(m); err != nil {
			return err
		}
	}
	if left := p.left(s, len(quoted)); left != "" {
		p.lines(plain(left), "")
	}
	return nil
}

// markdownStatement quotes a statement, with its stance above it.
func (p *printer) markdownStatement(m position.Mention) error {
	if m.Stance != model.NoStance {
		p.lines(shapes[standOf(m.Stance)]+" "+m.Stance.Words(), "")
	}
	st := data.Scored{Statement: p.Matrix.Statement(m)}
	if err := data.Write(p.out, data.Markdown, slices.Values([]data.Scored{st}), data.WriteOptions{}); err != nil {
		return err
	}
	p.lines("")
	return nil
}

// standOf is the stand of one stance.
func standOf(stance model.Stance) position.Stand {
	for _, stand := range position.Stands() {
		if own, ok := stand.Stance(); ok && own == stance {
			return stand
		}
	}
	return position.Spoke
}

func (p *printer) markdownRule() {
	p.lines("## How a position comes about", "")
	for _, paragraph := range position.Rule() {
		p.lines(plain(paragraph), "")
	}
	p.lines(generated + ".")
}

// markdownComparison sets the actors side by side: a table of where they stand, and below it what each said.
func (p *printer) markdownComparison() error {
	c := p.comparison()
	p.markdownHead()
	for _, a := range p.agreements() {
		p.lines("- " + plain(sentence(a.agreed())))
	}
	head := []string{""}
	for _, row := range c.Rows {
		head = append(head, plain(name(row)))
	}
	p.lines("")
	p.tableHead(append(head, ""))
	for i := range c.Lines {
		cells := []string{plain(c.Lines[i].Column.Topic.Name)}
		for k, row := range c.Rows {
			s := spot{row, c.Lines[i].Column, c.Lines[i].Cells[k]}
			cells = append(cells, s.text())
		}
		p.tableRow(append(cells, relations[c.Lines[i].Relation]))
	}
	p.lines("")
	for i := range c.Lines {
		if err := p.markdownSides(&c, &c.Lines[i]); err != nil {
			return err
		}
	}
	p.markdownRule()
	return p.stopped()
}

// markdownSides tells of one topic where each of the actors stands, with the strongest statement.
func (p *printer) markdownSides(c *position.Comparison, line *position.CompareLine) error {
	topic := line.Column.Topic
	p.lines("## "+plain(topic.Name)+": "+relations[line.Relation], "", plain(sentence(topic.Proposition)), "")
	for k, row := range c.Rows {
		words := p.Matrix.Explain(row, line.Column)
		p.lines("### "+shapes[line.Cells[k].Stand]+" "+plain(words[0]), "", plain(strings.Join(words[1:], " ")), "")
		if m := line.Strongest[k]; m != nil {
			if err := p.markdownStatement(*m); err != nil {
				return err
			}
		}
	}
	return nil
}
