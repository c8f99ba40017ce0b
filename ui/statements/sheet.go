package statements

import (
	"strings"

	"onrecord/model"
	"onrecord/ui/widget"
)

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

// mostOfFact is how many bytes of anything but the words are laid out.
const mostOfFact = 4 << 10

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
	t, _ = t.Within(mostOfFact, s.theme.Signs.Ellipsis)
	for _, line := range t.Wrap(s.width, s.wrapping(0)) {
		s.put(line.Styled)
	}
}

// head says who, and what was said.
func (s *sheet) head(row Row) {
	st, t := &row.Statement, s.theme
	name := s.text(t.Strong, st.Speaker.Name, row.Marks.Speaker)
	if s.marked(st.ID) {
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
	words := s.words(row, t.Text, s.width, 0)
	for _, line := range words {
		s.put(line.Styled)
	}
	if n := len(words); n > 0 && words[n-1].Cut {
		s.line(widget.Styled(t.Warn, "Cut here: the text has "+widget.Thousands(len(st.Text))+" bytes. y copies all of it."))
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
	value, _ = value.Within(mostOfFact, s.theme.Signs.Ellipsis)
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
	if len(about) > 0 {
		s.fact("", widget.Styled(t.Quiet, strings.Join(about, " "+t.Signs.Dot+" ")))
	}
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
		if topic.Proposition == "" {
			continue
		}
		proposition, _ := widget.Styled(t.Quiet, topic.Proposition).Within(mostOfFact, t.Signs.Ellipsis)
		for _, line := range proposition.Wrap(s.width-2, s.wrapping(0)) {
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
	if s.marked(st.ID) {
		s.put(s.bar(selected) + s.ends(head, widget.Styled(t.Accent, t.Signs.Marked), s.width-gutter))
	} else {
		s.put(s.bar(selected) + s.one(head, s.width-gutter).Styled)
	}
	for _, line := range s.words(row, style, s.width-gutter, 1) {
		s.put(s.bar(selected) + line.Styled)
	}
}
