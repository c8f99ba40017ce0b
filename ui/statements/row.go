package statements

import (
	"strings"

	"onrecord/model"
	"onrecord/ui/quote"
	"onrecord/ui/theme"
	"onrecord/ui/widget"
)

// painter draws what the panes of this screen have in common.
type painter struct {
	theme  *theme.Theme
	marked func(id string) bool
}

// gutter is the column of the cursor bar and the space after it.
const gutter = 2

// bar is the gutter of a row.
func (p painter) bar(selected bool) string {
	if selected {
		return p.theme.Cursor.Render(p.theme.Signs.Bar) + " "
	}
	return "  "
}

// text is a raw string with its hits, in a style.
func (p painter) text(style theme.Style, raw string, hits []Range) widget.Text {
	if len(hits) == 0 {
		return widget.Styled(style, raw)
	}
	return widget.Marked(style, raw, p.theme.Match.Over(style), spans(hits))
}

func spans(hits []Range) []widget.Span {
	if len(hits) == 0 {
		return nil
	}
	out := make([]widget.Span, len(hits))
	for i, h := range hits {
		out[i] = widget.Span{From: h[0], To: h[1]}
	}
	return out
}

// one draws a text on one line of at most width columns.
func (p painter) one(t widget.Text, width int) widget.Line { return t.Cut(width, p.wrapping(1)) }

func (p painter) wrapping(maxLines int) widget.Wrapping {
	return widget.Wrapping{MaxLines: maxLines, Ellipsis: p.theme.Signs.Ellipsis, ASCII: p.theme.Options.ASCII}
}

// ends draws a line with something at either end; the left part is cut where it would touch the right one.
func (p painter) ends(left, right widget.Text, width int) string {
	r := p.one(right, width)
	l := p.one(left, width-r.Width-1)
	return l.Pad(width-r.Width) + r.Styled
}

// words lays out what was said.
func (p painter) words(row Row, style theme.Style, width, maxLines int) []widget.Line {
	return quote.New(&row.Statement, p.theme, style, row.Marks.Text).Wrap(width, p.wrapping(maxLines))
}

// wordsAtHit is words, but where the first hit would be cut away, the text begins shortly before it, and says so.
func (p painter) wordsAtHit(row Row, style theme.Style, width, maxLines int) []widget.Line {
	return quote.New(&row.Statement, p.theme, style, row.Marks.Text).AtHit(width, p.wrapping(maxLines))
}

// wholeRow draws a statement as a head, its words, its topics if there is room for them, and a blank line.
func (p painter) wholeRow(row Row, width int, selected, roomy bool) []string {
	bar := p.bar(selected)
	inner := width - gutter - 1
	var lines []string
	for _, line := range p.rowHead(row, inner, selected, !roomy) {
		lines = append(lines, bar+line)
	}
	style := p.theme.Quiet
	if selected {
		style = p.theme.Text
	}
	for _, line := range p.wordsAtHit(row, style, inner, wordLines) {
		lines = append(lines, bar+line.Styled)
	}
	if roomy {
		form := widget.Styled(p.theme.Faint, "  "+row.Statement.Form.Words())
		lines = append(lines, bar+p.ends(p.topics(&row.Statement, row.Marks, inner-form.Width()-1), form, inner))
	}
	return append(lines, "")
}

// shortRow draws a statement on one line: date, speaker, words.
func (p painter) shortRow(row Row, width int, selected bool) string {
	s, t := &row.Statement, p.theme
	name, words := t.Quiet, t.Quiet
	if selected {
		name, words = t.Strong, t.Text
	}
	inner := width - gutter - 1
	who := p.one(p.text(name, s.Speaker.Name, row.Marks.Speaker), nameColumn).Pad(nameColumn)
	line := p.bar(selected) + t.Faint.Render(s.Day.Column()) + "  " + who + " "
	room := inner - dateColumn - nameColumn - 1
	if lacks := without(row); lacks != "" {
		lacking := p.one(widget.Styled(t.Warn, "["+lacks+"]"), room/2)
		line += lacking.Styled + " "
		room -= lacking.Width + 1
	}
	if rest := p.wordsAtHit(row, words, room, 1); len(rest) > 0 {
		line += rest[0].Styled
	}
	return line
}

const (
	dateColumn = 13 // a date and two spaces
	nameColumn = 20
)

// rowHead draws date, speaker and affiliation, and at the right edge the mark, and the form if it has no other place. The
// words that the row lacks stand there, too, but never in the place of a name: they get a line of their own instead.
func (p painter) rowHead(row Row, width int, selected, form bool) []string {
	const gap = 2
	left := p.names(row, selected)
	if form {
		least := widget.Width(row.Statement.Day.Column()) + gap + widget.Width(row.Statement.Speaker.Name)
		form = least+1+p.corner(row, form).Width() <= width // the quotation marks tell it, too
	}
	right := p.corner(row, form)
	var below []string
	if lacks := widget.Styled(p.theme.Warn, without(row)); len(row.Missing) > 0 {
		if left.Width()+gap+lacks.Width()+gap+right.Width() <= width {
			right = append(lacks.Add(p.theme.Faint, strings.Repeat(" ", min(len(right), 1)*gap)), right...)
		} else {
			below = append(below, p.one(lacks, width).Styled)
		}
	}
	if len(right) == 0 {
		return append([]string{p.one(left, width).Styled}, below...)
	}
	return append([]string{p.ends(left, right, width)}, below...)
}

// names are the date, the speaker and the affiliation of a row.
func (p painter) names(row Row, selected bool) widget.Text {
	s, t := &row.Statement, p.theme
	name := t.Quiet
	if selected {
		name = t.Strong
	}
	text := widget.Styled(t.Faint, s.Day.Column()+"  ")
	text = append(text, p.text(name, s.Speaker.Name, row.Marks.Speaker)...)
	if s.Affiliation != nil {
		text = text.Add(t.Faint, "  ")
		text = append(text, p.text(t.Faint, s.Affiliation.Short(), s.Affiliation.ShortHits(row.Marks.Affiliation))...)
	}
	return text
}

// corner is what stands at the right edge of the head of a row: the mark, and the form if it has no other place.
func (p painter) corner(row Row, form bool) widget.Text {
	var right widget.Text
	if p.marked(row.Statement.ID) {
		right = right.Add(p.theme.Accent, p.theme.Signs.Marked)
	}
	if form {
		right = right.Add(p.theme.Faint, strings.Repeat(" ", len(right))+row.Statement.Form.Words())
	}
	return right
}

// topics names the topics, each with the shape of the stance that the statement takes on it. Those of which too little
// could be read have no place, which is said.
func (p painter) topics(s *model.Statement, marks Marks, room int) widget.Text {
	const gap = "   "
	more := widget.Styled(p.theme.Faint, " "+p.theme.Signs.Ellipsis)
	var line widget.Text
	for i, topic := range s.Topics {
		style, sign := p.theme.Stance(s.Stance(topic).String())
		one := append(widget.Styled(style, sign+" "), p.text(p.theme.Faint, topic.Name, marks.Topics[topic.ID])...)
		if i == 0 {
			line = one
			continue
		}
		if room-line.Width()-len(gap) < min(one.Width(), leastTopic) {
			return append(line, more...)
		}
		line = append(line.Add(p.theme.Faint, gap), one...)
	}
	return line
}

// leastTopic is how many columns of a second topic must be seen.
const leastTopic = 7

// waiting stands for a row that is on its way.
func (p painter) waiting(height int) []string {
	lines := make([]string, height)
	lines[0] = "  " + p.theme.Faint.Render(p.theme.Signs.Ellipsis)
	return lines
}
