package statements

import (
	"onrecord/model/query"
	"onrecord/ui/widget"
)

// view draws the rows in view into at most height lines.
func (f *facets) view(p painter, a *answers, width, height int, focused bool) []string {
	f.refresh(a, focused)
	f.follow(height)
	look := facetLook{f.made, width, height, f.top, -1, p.theme}
	if focused {
		look.cursor = f.cursor
	}
	if f.drawn == nil || look != f.look {
		f.look, f.drawn = look, f.draw(p, width, height, focused)
	}
	return f.drawn
}

func (f *facets) draw(p painter, width, height int, focused bool) []string {
	var lines []string
	for i := f.top; i < len(f.rows) && len(lines) < height; i++ {
		lines = append(lines, f.line(p, i, width, focused && i == f.cursor))
	}
	if f.goesOnAbove(height) {
		lines[0] = f.above(p, width)
	}
	if f.goesOnBelow(height) {
		lines[height-1] = f.below(p, width, height)
	}
	return lines
}

// signsFrom is the height from which on the first and the last line say what is above and below them.
const signsFrom = 4

func (f *facets) goesOnAbove(height int) bool { return height >= signsFrom && f.top > 0 }
func (f *facets) goesOnBelow(height int) bool {
	return height >= signsFrom && f.top+height < len(f.rows)
}

// follow scrolls so that the cursor is in view, between the lines that say what is above and below.
func (f *facets) follow(height int) {
	margin := 0
	if height >= signsFrom {
		margin = 1
	}
	if f.cursor < f.top+1 {
		f.top = max(0, f.cursor-1)
	}
	if f.cursor >= f.top+height-margin {
		f.top = f.cursor - height + 1 + margin
	}
	f.top = max(0, min(f.top, len(f.rows)-height))
}

// above says that there is more above, and names the facet to which the first rows in view belong.
func (f *facets) above(p painter, width int) string {
	var text widget.Text
	if row := f.rows[f.top]; row.kind != facetGap {
		text = widget.Styled(p.theme.Section, facetTitles[f.of[row.facet].Field]+" ")
	}
	return " " + p.one(text.Add(p.theme.Faint, p.theme.Signs.Ellipsis), width-gutter-1).Styled
}

// below says how many lines follow, and which facets begin there.
func (f *facets) below(p painter, width, height int) string {
	rest := f.rows[f.top+height-1:]
	text := p.theme.Signs.Ellipsis + " " + widget.Thousands(len(rest)) + " more lines"
	for _, row := range rest {
		if row.kind == facetTitle {
			text += ", " + facetTitles[f.of[row.facet].Field]
		}
	}
	return p.bar(false) + p.one(widget.Styled(p.theme.Faint, text), width-gutter-1).Styled
}

func (f *facets) line(p painter, i, width int, selected bool) string {
	row, t := f.rows[i], p.theme
	inner := width - gutter - 1
	switch row.kind {
	case facetTitle:
		return " " + p.one(widget.Styled(t.Section, facetTitles[f.of[row.facet].Field]), inner).Styled
	case facetChart:
		return " " + p.chart(f.of[row.facet], inner)
	case facetValue:
		return p.bar(selected) + p.facetValue(f.of[row.facet], row, inner, selected)
	case facetMore:
		label := "fewer"
		if row.value > 0 {
			label = widget.Thousands(row.value) + " more"
		}
		style := t.Faint
		if selected {
			style = t.Text
		}
		return p.bar(selected) + style.Render(t.Signs.Ellipsis+" "+label)
	}
	return ""
}

// facetValue draws a value with its count; what is asked for or left out has a sign before it.
func (p painter) facetValue(facet Facet, row facetRow, width int, selected bool) string {
	t := p.theme
	value := facet.value(row.value)
	style, sign := t.Quiet, ""
	if selected {
		style = t.Text
	}
	var left widget.Text
	switch row.state {
	case included:
		style, sign = t.Accent, t.Signs.Check+" "
	case excluded:
		style, sign = t.Exclude, t.Signs.Leaving+" "
	}
	left = left.Add(style, sign)
	if facet.Field == query.Stance {
		shape, mark := t.Stance(value.Token)
		left = left.Add(shape, mark+" ")
	}
	left = left.Add(style, value.Label)
	var count widget.Text
	if row.value < len(facet.Values) {
		count = widget.Styled(t.Faint, widget.Thousands(value.Count))
	}
	return p.ends(left, count, width)
}

// chart draws the counts over time as a sparkline.
func (p painter) chart(facet Facet, width int) string {
	return p.theme.Accent.Render(widget.Sparkline(facet.Chart, width, p.theme.Signs))
}
