package report

import (
	"embed"
	"html/template"
	"slices"
	"strings"

	"onrecord/data/escape"
	"onrecord/model"
	"onrecord/model/position"
)

//go:embed page.html style.css
var parts embed.FS

// layouts are the two kinds of page, and what they have in common. Whatever is put into them is escaped for the place
// where it stands.
var layouts = template.Must(template.New("page.html").ParseFS(parts, "page.html"))

func styles() (template.CSS, error) {
	css, err := parts.ReadFile("style.css")
	return template.CSS(css), err
}

// page is what every page has.
type page struct {
	Title      string
	Kind       string
	Heading    string
	Collection string
	Basis      string
	Query      string
	Notes      []string
	Style      template.CSS
	Legend     []sign
	Rule       []string
	Generated  string
}

func (p *printer) page(kind string, notes ...string) (page, error) {
	css, err := styles()
	pg := page{
		Kind: kind, Heading: escape.Visible(p.title()), Collection: escape.Visible(p.collection()), Basis: p.basis(),
		Query: escape.Visible(p.Query), Style: css, Legend: legend(), Rule: position.Rule(), Generated: generated,
	}
	pg.Title = pg.Heading + " – " + pg.Collection
	for _, note := range append(p.notes(), notes...) {
		if note != "" {
			pg.Notes = append(pg.Notes, escape.Visible(note))
		}
	}
	return pg, err
}

// matrixPage is the page of a matrix.
type matrixPage struct {
	page
	p      *printer
	each   int // statements quoted of a cell
	Whole  *grid
	Sheets []*grid // the matrix in parts that fit on paper; none if it does as a whole
	Topics []topicView
	Moves  []moveView
	Moved  string // of how many shifts Moves are the newest, if not of all
}

func (p *printer) htmlMatrix() error {
	each := p.quotedEach()
	pg, err := p.page("Positions", p.cut(each))
	if err != nil {
		return err
	}
	m := matrixPage{page: pg, p: p, each: each}
	columns := p.Columns()
	m.Whole = &grid{page: &m, first: 0, columns: columns}
	for _, part := range sheets(len(columns)) {
		m.Sheets = append(m.Sheets, &grid{page: &m, first: part[0], columns: columns[part[0]:part[1]], of: len(columns)})
	}
	for i, c := range columns {
		m.Topics = append(m.Topics, newTopicView(i, c))
	}
	if err := p.moves(&m); err != nil {
		return err
	}
	if err := layouts.ExecuteTemplate(p.out, "matrix", &m); err != nil {
		return err
	}
	return p.stopped()
}

// columnsOnPaper is how many topics stand side by side on a sheet of A4, if there are so many that the matrix has to be
// parted.
const columnsOnPaper = 9

// sheets parts topics evenly for paper. It returns none if they fit on one sheet.
func sheets(topics int) [][2]int {
	if topics <= columnsOnPaper+2 {
		return nil
	}
	n := (topics + columnsOnPaper - 1) / columnsOnPaper
	var all [][2]int
	for i := range n {
		all = append(all, [2]int{i * topics / n, (i + 1) * topics / n})
	}
	return all
}

// topicView is a topic in a head, and in the list of topics.
type topicView struct {
	ID, Name, Proposition, Tally string
	Statements                   string
}

func newTopicView(place int, c *position.Column) topicView {
	var tally []string
	for _, stand := range position.Stands() {
		if n := c.Stands[stand]; n > 0 && stand.Taken() {
			tally = append(tally, shapes[stand]+" "+stand.Words()+" "+thousands(n))
		}
	}
	return topicView{
		ID: topicAnchor(place), Name: escape.Visible(c.Topic.Name), Proposition: escape.Visible(sentence(c.Topic.Proposition)),
		Tally: strings.Join(tally, " · "), Statements: count(c.Statements, "statement", "statements"),
	}
}

// moveView is a shift in the list of all.
type moveView struct {
	Href, Actor, Topic, Day string
	From, To                standView
}

// standView is where somebody stands.
type standView struct{ Class, Shape, Words string }

func newStandView(s position.Stand) standView { return standView{s.String(), shapes[s], s.Words()} }

// mostMoves is how many shifts a page lists.
const mostMoves = 300

// moves lists the shifts of the rows, the newest first.
func (p *printer) moves(m *matrixPage) error {
	all, err := p.Matrix.Shifts(p.ctx)
	if err != nil {
		return err
	}
	rows, columns := map[*position.Row]int{}, map[*position.Column]int{}
	for i, row := range p.Rows {
		rows[row] = i
	}
	for i, c := range p.Columns() {
		columns[c] = i
	}
	all = slices.DeleteFunc(all, func(s position.Shift) bool {
		_, row := rows[s.Row]
		_, column := columns[s.Column]
		return !row || !column
	})
	for i := range all[:min(len(all), mostMoves)] {
		v := newMoveView(&all[i])
		if m.each > 0 {
			v.Href = "#" + cellAnchor(rows[all[i].Row], columns[all[i].Column])
		}
		m.Moves = append(m.Moves, v)
	}
	if len(all) > mostMoves {
		m.Moved = "The newest " + thousands(mostMoves) + " of " + thousands(len(all)) + " shifts."
	}
	return nil
}

func newMoveView(s *position.Shift) moveView {
	return moveView{
		Actor: escape.Visible(name(s.Row)), Topic: escape.Visible(s.Column.Topic.Name), Day: s.Day.Long(),
		From: newStandView(s.From), To: newStandView(s.To),
	}
}

// statementView is a statement as a page shows it.
type statementView struct {
	Class, Stance, Shape, Day string
	Form                      string
	Direct                    bool
	Text                      string
	Who, Role                 string
	Where, Note               string
	Title, Publisher, Locator string // of the source
	SourceDay, Link           string
}

func (p *printer) statementView(m position.Mention) statementView {
	st := p.Matrix.Statement(m)
	v := statementView{
		Class: "spoke", Stance: m.Stance.Words(), Shape: shapes[position.Spoke], Day: st.Day.Long(), Form: st.Form.String(), Direct: st.Form == model.Direct,
		Text: escape.Visible(st.Quotation()), Who: escape.Visible(st.Speaker.Name), Where: escape.Visible(st.Venue),
		Note: escape.Visible(st.FormNote()),
	}
	if m.Stance != model.NoStance {
		v.Class, v.Shape = m.Stance.String(), shapes[standOf(m.Stance)]
	}
	var role []string
	if st.Role != "" && st.Speaker.Kind == model.Person {
		role = append(role, st.Role)
	}
	if st.Affiliation != nil {
		role = append(role, st.Affiliation.Name)
	}
	v.Role = escape.Visible(strings.Join(role, ", "))
	if s := st.Source; s != nil {
		v.Title, v.Publisher, v.Locator = escape.Visible(s.Title), escape.Visible(s.Publisher), escape.Visible(st.Locator)
		if s.Dated {
			v.SourceDay = s.Date.Long()
		}
		// What is no address any more once it is escaped leads nowhere.
		if link := escape.LinkTarget(s.URL); escape.IsLink(s.URL) && escape.IsLink(link) {
			v.Link = link
		}
	}
	return v
}
