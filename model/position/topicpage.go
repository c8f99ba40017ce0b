package position

import (
	"slices"

	"onrecord/model"
)

// TopicPage is a topic: who stands where on its proposition, and when it was spoken about.
type TopicPage struct {
	Column *Column
	Groups []Group // one for each stand in which somebody is, in the order of Stands
	Days   []TopicDay
}

// Group is the rows that stand the same. Those with the most statements on the topic come first, of equally many the
// one whose name comes first.
type Group struct {
	Stand Stand
	Rows  []*Row
	Cells []Cell // one for each row
}

// TopicDay is how many statements of a day took which stance on a topic.
type TopicDay struct {
	Day    model.Day
	Counts [model.Neutral + 1]int
}

// Statements returns how many statements of the day are about the topic.
func (d *TopicDay) Statements() int {
	n := 0
	for _, count := range d.Counts {
		n += count
	}
	return n
}

// Topic returns the page of a topic. Days without a statement are left out.
func (m *Matrix) Topic(c *Column) TopicPage {
	page := TopicPage{Column: c}
	for _, stand := range Stands() {
		if g := m.group(c, stand); len(g.Rows) > 0 {
			page.Groups = append(page.Groups, g)
		}
	}
	days := map[model.Day]*TopicDay{}
	for _, r := range m.Rows {
		i, ok := r.cellAt(c.Place)
		if !ok {
			continue
		}
		for _, at := range r.refs[r.cells[i].first:r.cells[i].end] {
			if days[at.day] == nil {
				days[at.day] = &TopicDay{Day: at.day}
			}
			days[at.day].Counts[at.stance()]++
		}
	}
	for _, d := range days {
		page.Days = append(page.Days, *d)
	}
	slices.SortFunc(page.Days, func(a, b TopicDay) int { return int(a.Day) - int(b.Day) })
	return page
}

func (m *Matrix) group(c *Column, stand Stand) Group {
	g := Group{Stand: stand}
	for _, r := range m.Rows {
		if r.Cell(c).Stand == stand {
			g.Rows = append(g.Rows, r)
		}
	}
	slices.SortStableFunc(g.Rows, func(a, b *Row) int {
		x, y := a.Cell(c), b.Cell(c)
		return y.Statements() - x.Statements()
	})
	for _, r := range g.Rows {
		g.Cells = append(g.Cells, r.Cell(c))
	}
	return g
}
