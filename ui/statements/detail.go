package statements

import (
	"strings"

	"onrecord/model"
	"onrecord/ui/theme"
	"onrecord/ui/widget"
)

// detail is the pane that shows one statement whole, with its neighbours below.
type detail struct {
	row     Row
	shown   bool  // whether there is a statement
	visited []Row // where the way back leads
	kin     []kin

	top    int // the first line in view
	cursor int // the neighbour under the cursor, -1 while the statement is read

	page  page
	drawn pageLook
}

// pageLook is all that the drawing of a page depends on, apart from the statement.
type pageLook struct {
	index  int
	width  int
	marked bool
	kin    int
	theme  *theme.Theme
	cursor int
	seq    int
}

// page is a drawn statement: its lines, and where its neighbours stand among them.
type page struct {
	lines []string
	items []item
}

// item is a line of a page that leads somewhere: to a statement, or to a query.
type item struct {
	line  int
	lines int
	row   Row
	query string // not empty: leads to this query
}

// show brings another statement into view, from its beginning.
func (d *detail) show(row Row) {
	if d.shown && d.row.Statement.Index == row.Statement.Index {
		d.row = row
		return
	}
	d.row, d.shown = row, true
	d.kin, d.top, d.cursor = nil, 0, -1
	d.drawn = pageLook{index: -1}
}

// beginning returns the statement from which neighbours were followed, or the one that is shown if none was.
func (d *detail) beginning() (Row, bool) {
	if len(d.visited) > 0 {
		return d.visited[0], d.shown
	}
	return d.row, d.shown
}

// follow goes to a neighbour and remembers the way back.
func (d *detail) follow(row Row) {
	from := d.row
	visited := append(d.visited, from)
	d.drawn = pageLook{index: -1}
	d.show(row)
	d.visited = visited
}

// back returns to the statement before, false if there is none.
func (d *detail) back() bool {
	if len(d.visited) == 0 {
		return false
	}
	last := d.visited[len(d.visited)-1]
	visited := d.visited[:len(d.visited)-1]
	d.show(last)
	d.visited = visited
	return true
}

// scroll moves the page by lines, as far as there is something to see.
func (d *detail) scroll(by, height int) {
	d.top = max(0, min(d.top+by, len(d.page.lines)-height))
}

// down goes on by one step: a line of text, or once neighbours are in view, the next of them.
func (d *detail) down(height int) {
	if d.cursor < 0 && (len(d.page.items) == 0 || d.page.items[0].line >= d.top+height-1) {
		d.scroll(1, height)
		return
	}
	d.selectItem(d.cursor+1, height)
}

// up goes back by one step.
func (d *detail) up(height int) {
	if d.cursor > 0 {
		d.selectItem(d.cursor-1, height)
		return
	}
	d.cursor = -1
	d.scroll(-1, height)
}

// selectItem puts the cursor on a neighbour and brings it into view.
func (d *detail) selectItem(i, height int) {
	if len(d.page.items) == 0 {
		return
	}
	d.cursor = max(0, min(i, len(d.page.items)-1))
	at := d.page.items[d.cursor]
	if at.line < d.top {
		d.top = at.line
	}
	if end := at.line + at.lines; end > d.top+height-1 {
		d.top = end - height + 1 // the last line may say that the page goes on
		d.scroll(0, height)
	}
}

// chosen returns what the cursor is on.
func (d *detail) chosen() (item, bool) {
	if d.cursor < 0 || d.cursor >= len(d.page.items) {
		return item{}, false
	}
	return d.page.items[d.cursor], true
}

// refresh draws the page anew if anything that it depends on has changed.
func (d *detail) refresh(p painter, width, seq int, focused bool) {
	if !d.shown {
		d.page = page{}
		return
	}
	cursor := d.cursor
	if !focused {
		cursor = -1
	}
	look := pageLook{d.row.Statement.Index, width, d.row.Marked, len(d.kin), p.theme, cursor, seq}
	if look != d.drawn {
		d.page, d.drawn = d.draw(p, width, cursor), look
	}
}

// view draws the part in view into at most height lines.
func (d *detail) view(p painter, width, height int) []string {
	if !d.shown {
		return nil
	}
	d.scroll(0, height)
	lines := d.page.lines[d.top:min(len(d.page.lines), d.top+height)]
	if rest := len(d.page.lines) - d.top - height; rest > 0 && len(lines) == height {
		lines = append(lines[:height-1:height-1], p.more(rest+1, width))
	}
	return lines
}

// more says that the page goes on.
func (p painter) more(lines, width int) string {
	return strings.Repeat(" ", margin) + p.one(widget.Styled(p.theme.Faint, p.theme.Signs.Ellipsis+" "+widget.Thousands(lines)+" more lines"), width-margin).Styled
}

// sheet is a page that is being drawn.
type sheet struct {
	painter
	page
	width  int
	cursor int
}

// margin is the column that the page leaves free on its left.
const margin = 1

func (d *detail) draw(p painter, width, cursor int) page {
	s := &sheet{painter: p, width: width - margin - 1, cursor: cursor}
	if n := len(d.visited); n > 0 {
		from := d.visited[n-1].Statement
		s.line(widget.Styled(p.theme.Accent, p.theme.Signs.Back+" ").Add(p.theme.Faint, "back to "+from.Speaker.Name+", "+from.Day.Long()))
		s.gap()
	}
	s.head(d.row)
	s.facts(d.row)
	s.stances(d.row)
	for _, k := range d.kin {
		s.neighbours(k)
	}
	s.gap()
	s.line(widget.Styled(p.theme.Faint, "id "+d.row.Statement.ID))
	return s.page
}

// put adds drawn lines.
func (s *sheet) put(lines ...string) {
	for _, line := range lines {
		s.lines = append(s.lines, strings.Repeat(" ", margin)+line)
	}
}

func (s *sheet) gap() {
	if n := len(s.lines); n > 0 && s.lines[n-1] != "" {
		s.lines = append(s.lines, "")
	}
}

// line adds a text over as many lines as it takes.
func (s *sheet) line(t widget.Text) {
	for _, line := range t.Wrap(s.width, s.wrapping(0)) {
		s.put(line.Styled)
	}
}

// head says who, and what was said.
func (s *sheet) head(row Row) {
	st, t := &row.Statement, s.theme
	name := s.text(t.Strong, st.Speaker.Name, row.Marks.Speaker)
	if row.Marked {
		name = append(widget.Styled(t.Accent, t.Signs.Marked+" "), name...)
	}
	s.line(name)
	var post widget.Text
	if st.Role != "" {
		post = s.text(t.Quiet, st.Role, row.Marks.Role)
	}
	if st.Affiliation != nil {
		if len(post) > 0 {
			post = post.Add(t.Faint, " "+t.Signs.Dot+" ")
		}
		post = append(post, s.text(t.Quiet, st.Affiliation.Name, row.Marks.Affiliation)...)
	}
	if len(post) > 0 {
		s.line(post)
	}
	if usual := usually(st.Speaker); (st.OwnRole || st.OwnAffiliation) && usual != "" {
		s.line(widget.Styled(t.Faint, "here; otherwise "+usual))
	}
	s.gap()
	s.line(widget.Styled(t.Faint, formNote(st, t.Signs.Dot)))
	s.gap()
	for _, line := range s.words(row, t.Text, s.width, 0) {
		s.put(line.Styled)
	}
	s.gap()
}

// usually says in which role and for whom somebody speaks when a statement says nothing else, "" if nothing is known.
func usually(speaker *model.Speaker) string {
	var parts []string
	if speaker.Role != "" {
		parts = append(parts, speaker.Role)
	}
	if speaker.Affiliation != nil {
		parts = append(parts, speaker.Affiliation.Name)
	}
	return strings.Join(parts, ", ")
}

// formNote says how the words are given: quoted or reported, spoken or written, translated or not.
func formNote(s *model.Statement, dot string) string {
	parts := []string{s.Form.Words(), s.Medium.String()}
	if s.Translated() {
		parts = append(parts, "translated from "+model.LanguageName(s.OriginalLang))
	}
	return strings.Join(parts, " "+dot+" ")
}

// labelWidth is the column of the names of facts.
const labelWidth = 9

// fact adds a labelled text.
func (s *sheet) fact(label string, value widget.Text) {
	if len(value) == 0 || s.width <= labelWidth+8 {
		if len(value) > 0 {
			s.line(append(widget.Styled(s.theme.Faint, label+" "), value...))
		}
		return
	}
	for i, line := range value.Wrap(s.width-labelWidth, s.wrapping(0)) {
		head := label
		if i > 0 {
			head = ""
		}
		s.put(s.theme.Faint.Render(head+strings.Repeat(" ", labelWidth-len(head))) + line.Styled)
	}
}

// facts says when, where, on what occasion, and by which source.
func (s *sheet) facts(row Row) {
	st, t := &row.Statement, s.theme
	s.fact("when", widget.Styled(t.Text, st.Day.Weekday().String()+", "+st.Day.Long()))
	if st.Venue != "" {
		s.fact("where", s.text(t.Text, st.Venue, row.Marks.Venue))
	}
	if st.Context != "" {
		s.fact("context", s.text(t.Text, st.Context, row.Marks.Context))
	}
	s.source(row)
	s.gap()
}

func (s *sheet) source(row Row) {
	st, t := &row.Statement, s.theme
	src := st.Source
	if src == nil {
		s.fact("source", widget.Styled(t.Warn, "none given"))
		return
	}
	s.fact("source", s.text(t.Text, src.Title, row.Marks.Source))
	var about []string
	for _, part := range []string{src.Publisher, src.Kind} {
		if part != "" {
			about = append(about, part)
		}
	}
	if src.Dated {
		about = append(about, src.Date.Long())
	}
	if src.Lang != "" {
		about = append(about, "in "+model.LanguageName(src.Lang))
	}
	s.fact("", widget.Styled(t.Quiet, strings.Join(about, " "+t.Signs.Dot+" ")))
	if st.Locator != "" {
		s.fact("locator", widget.Styled(t.Quiet, st.Locator))
	}
	if src.URL != "" {
		s.link(src.URL)
	}
}

// link adds an address that the terminal can open; it is cut, never wrapped, and leads to the whole of it.
func (s *sheet) link(url string) {
	line := s.one(widget.Styled(s.theme.Link, url), s.width-labelWidth)
	s.put(strings.Repeat(" ", labelWidth) + widget.Link(url, line.Styled))
}

// stances lists the topics, with the proposition and where the statement stands on it.
func (s *sheet) stances(row Row) {
	st, t := &row.Statement, s.theme
	for _, topic := range st.Topics {
		stance := st.Stance(topic)
		style, _ := t.Stance(stance.String())
		name := s.text(t.Strong, topic.Name, row.Marks.Topics[topic.ID])
		s.put(s.ends(name, widget.Styled(style, s.stanceNote(stance)), s.width))
		for _, line := range widget.Styled(t.Quiet, topic.Proposition).Wrap(s.width-2, s.wrapping(0)) {
			s.put("  " + line.Styled)
		}
	}
}

// neighbours lists statements nearby, and the query that finds all of them.
func (s *sheet) neighbours(k kin) {
	t := s.theme
	s.gap()
	s.put(s.ends(widget.Styled(t.Section, k.title), widget.Styled(t.Faint, widget.Thousands(k.count)), s.width))
	for _, row := range k.rows {
		s.neighbour(row)
	}
	if k.count > len(k.rows) {
		selected := s.cursor == len(s.items)
		style := t.Quiet
		if selected {
			style = t.Strong
		}
		s.items = append(s.items, item{line: len(s.lines), lines: 1, query: k.line})
		s.put(s.bar(selected) + style.Render("all "+widget.Thousands(k.count)))
	}
}

func (s *sheet) neighbour(row Row) {
	t := s.theme
	selected := s.cursor == len(s.items)
	style := t.Quiet
	if selected {
		style = t.Text
	}
	st := &row.Statement
	s.items = append(s.items, item{line: len(s.lines), lines: 2, row: row})
	head := widget.Styled(t.Faint, st.Day.Column()+"  ").Add(style, st.Speaker.Name)
	if st.Affiliation != nil {
		head = head.Add(t.Faint, "  "+st.Affiliation.Short())
	}
	s.put(s.bar(selected) + s.one(head, s.width-gutter).Styled)
	for _, line := range s.words(row, style, s.width-gutter, 1) {
		s.put(s.bar(selected) + line.Styled)
	}
}
