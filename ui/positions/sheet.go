package positions

import "slices"

// What is shown is what is saved. A sheet without a matrix says that there is nothing to save.

func (g *grid) sheet() Sheet {
	sheet := Sheet{Answer: g.answer}
	for _, e := range g.cast.entries {
		sheet.Rows = append(sheet.Rows, e.row)
	}
	return sheet
}

// sheet is the topic with all actors, in the order of the page.
func (p *topicPage) sheet() Sheet {
	if p.column == nil || p.rows == nil {
		return Sheet{}
	}
	return Sheet{Answer: p.answer, Topic: p.column, Rows: p.rows}
}

func (s *shifts) sheet() Sheet {
	if !s.ready {
		return Sheet{}
	}
	return Sheet{Answer: s.answer, Moved: true, Shifts: slices.Clone(s.all)}
}

func (c *comparison) sheet() Sheet {
	if c.found == nil {
		return Sheet{}
	}
	return Sheet{Answer: c.from, Compared: true, Rows: c.found.Rows}
}

func (p *rulePage) sheet() Sheet { return Sheet{} }
