package report

import (
	"iter"
	"strconv"
	"strings"

	"onrecord/data/escape"
	"onrecord/model/position"
)

// grid is the matrix, or some of its columns.
type grid struct {
	page    *matrixPage
	first   int // the place of its first column
	of      int // columns of the whole matrix, if the grid is a part of it
	columns []*position.Column
}

// Caption says what the grid shows.
func (g *grid) Caption() string {
	words := "Positions of actors (rows) on topics (columns)"
	if g.of > 0 {
		words += ", topics " + strconv.Itoa(g.first+1) + " to " + strconv.Itoa(g.first+len(g.columns)) + " of " + strconv.Itoa(g.of)
	}
	return words
}

// Heads are the topics.
func (g *grid) Heads() []topicView { return g.page.Topics[g.first : g.first+len(g.columns)] }

// rowView is an actor, or one of its speakers, with its cells.
type rowView struct {
	Name, Full string
	Speaker    bool
	Href       string
	Statements string
	Cells      []cellView
}

// cellView is where an actor stands.
type cellView struct {
	Class, Shape, Number, Arrow string
	Words                       string // all of it, for those who do not see the signs
	Href                        string
}

// Rows yields the rows one by one, so that they need not all be held.
func (g *grid) Rows() iter.Seq[*rowView] {
	return func(yield func(*rowView) bool) {
		for i, row := range g.page.p.Rows {
			if g.page.p.stopped() != nil || !yield(g.row(i, row)) {
				return
			}
		}
	}
}

func (g *grid) row(place int, row *position.Row) *rowView {
	v := &rowView{
		Name: escape.Visible(row.Speaker.Short()), Full: escape.Visible(row.Speaker.Name), Speaker: row.Actor != nil,
		Statements: thousands(row.Statements),
	}
	if spoken, _ := row.Topics(); g.page.each > 0 && spoken > 0 {
		v.Href = "#" + rowAnchor(place)
	}
	for k, c := range g.columns {
		s := spot{row, c, row.Cell(c)}
		cell := newCellView(&s)
		if g.page.each > 0 && s.Stand != position.Silent {
			cell.Href = "#" + cellAnchor(place, g.first+k)
		}
		if g.of > 0 {
			cell.Words = "" // nobody points at paper
		}
		v.Cells = append(v.Cells, cell)
	}
	return v
}

func newCellView(s *spot) cellView {
	v := cellView{Class: s.Stand.String(), Shape: shapes[s.Stand], Arrow: arrows[s.Move]}
	if s.Stand == position.Silent {
		v.Words = "silent"
		return v
	}
	v.Number = thousands(s.behind())
	v.Words = escape.Visible(name(s.row)+" on "+s.column.Topic.Name) + ": " + s.Words() + "; " + count(s.behind(), "statement", "statements")
	if s.Move != position.Still && s.Stand != position.Mixed {
		v.Words += "; " + moved(s.Move)
	}
	return v
}

// actorView is an actor with the evidence of its positions.
type actorView struct {
	page       *matrixPage
	place      int
	row        *position.Row
	ID, Name   string
	Kind       string
	Statements string
}

// Quoting tells whether any statements are quoted.
func (m *matrixPage) Quoting() bool { return m.each > 0 && len(m.p.Columns()) > 0 }

// Actors yields those of whom there is evidence.
func (m *matrixPage) Actors() iter.Seq[*actorView] {
	return func(yield func(*actorView) bool) {
		for i, row := range m.p.Rows {
			if spoken, _ := row.Topics(); spoken == 0 {
				continue
			}
			if m.p.stopped() != nil || !yield(m.actor(i, row)) {
				return
			}
		}
	}
}

func (m *matrixPage) actor(place int, row *position.Row) *actorView {
	a := &actorView{page: m, place: place, row: row, ID: rowAnchor(place), Name: escape.Visible(row.Speaker.Name)}
	switch {
	case row.Actor != nil:
		a.Kind = "speaking for " + escape.Visible(row.Actor.Name)
	case row.Own:
		a.Kind = "speaking for nobody else"
	}
	a.Statements = count(row.Statements, "statement", "statements")
	if row.Voices > 1 {
		a.Statements += " by " + count(row.Voices, "speaker", "speakers")
	}
	return a
}

// sectionView is a cell with its explanation and its evidence.
type sectionView struct {
	ID, Topic, Proposition     string
	Class, Shape, Words, Arrow string
	Explained                  string
	Statements                 []statementView
	Left                       string
}

// Sections are the cells of the actor that hold something.
func (a *actorView) Sections() iter.Seq[*sectionView] {
	return func(yield func(*sectionView) bool) {
		for i, c := range a.page.p.Columns() {
			s := spot{a.row, c, a.row.Cell(c)}
			if s.Stand == position.Silent {
				continue
			}
			v := a.page.p.section(&s, a.page.each)
			v.ID = cellAnchor(a.place, i)
			if !yield(v) {
				return
			}
		}
	}
}

func (p *printer) section(s *spot, each int) *sectionView {
	words := p.Matrix.Explain(s.row, s.column)
	v := &sectionView{
		Topic: escape.Visible(s.column.Topic.Name), Proposition: escape.Visible(sentence(s.column.Topic.Proposition)),
		Class: s.Stand.String(), Shape: shapes[s.Stand], Words: s.Words(), Arrow: arrows[s.Move],
		Explained: escape.Visible(strings.Join(words[1:], " ")),
	}
	evidence := p.evidence(s)
	quoted := evidence[:min(each, len(evidence))]
	for _, m := range quoted {
		v.Statements = append(v.Statements, p.statementView(m))
	}
	v.Left = escape.Visible(p.left(s, len(quoted)))
	return v
}

func rowAnchor(row int) string         { return "a" + strconv.Itoa(row+1) }
func topicAnchor(topic int) string     { return "t" + strconv.Itoa(topic+1) }
func cellAnchor(row, topic int) string { return rowAnchor(row) + topicAnchor(topic) }
