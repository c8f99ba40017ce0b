package report

import (
	"sort"

	"onrecord/model"
	"onrecord/model/position"
)

// spot is where a row meets a topic.
type spot struct {
	row    *position.Row
	column *position.Column
	position.Cell
}

// spots are where a row has a statement, in the order of the topics.
func (r *Report) spots(row *position.Row) []spot {
	var all []spot
	for _, column := range r.Columns() {
		if cell := row.Cell(column); cell.Stand != position.Silent {
			all = append(all, spot{row, column, cell})
		}
	}
	return all
}

// behind is how many statements stand behind a cell: those that take a position, or if none does, those about it.
func (s *spot) behind() int {
	if s.Stand.Taken() {
		return s.Taken()
	}
	return s.Statements()
}

// evidence is the statements behind a cell, the newest first.
func (r *Report) evidence(s *spot) []position.Mention {
	if s.Stand.Taken() {
		return r.Matrix.Evidence(s.row, s.column)
	}
	return r.Matrix.About(s.row, s.column)
}

// shifts are those of a cell, the oldest first.
func (r *Report) shifts(s *spot) []position.Shift {
	kinds := 0
	for _, stance := range model.Stances() {
		if s.Counts[stance] > 0 {
			kinds++
		}
	}
	if kinds < 2 {
		return nil // one stance does not move, and most cells hold no other
	}
	return r.Matrix.Strip(s.row, s.column).Shifts
}

// id is that of a statement.
func (r *Report) id(m position.Mention) string { return r.Matrix.Statement(m).ID }

func (r *Report) ids(mentions []position.Mention) []string {
	ids := make([]string, len(mentions))
	for i, m := range mentions {
		ids[i] = r.id(m)
	}
	return ids
}

// quotedEach returns how many statements of each cell can be quoted, so that there are no more in all than the report
// may quote.
func (r *Report) quotedEach() int {
	var sizes []int
	most := 0
	for _, row := range r.Rows {
		for _, s := range r.spots(row) {
			sizes = append(sizes, s.behind())
			most = max(most, s.behind())
		}
	}
	if r.Quoted == 0 {
		return most
	}
	return sort.Search(most, func(each int) bool {
		sum := 0
		for _, size := range sizes {
			sum += min(size, each+1)
		}
		return sum > r.Quoted
	})
}

// shapes tell the stands apart without colours.
var shapes = map[position.Stand]string{
	position.Support: "●", position.Oppose: "○", position.Conditional: "◐", position.Mixed: "◑", position.Neutral: "–",
	position.Spoke: "·", position.Silent: "·",
}

// arrows tell where a position has moved.
var arrows = map[position.Move]string{position.Up: "↗", position.Down: "↘", position.Still: ""}

// sign is a shape with what it means.
type sign struct{ Class, Shape, Words string }

// legend tells the signs apart.
func legend() []sign {
	var signs []sign
	for _, stand := range position.Stands() {
		shape := shapes[stand]
		if stand == position.Spoke {
			shape += " 2"
		}
		signs = append(signs, sign{stand.String(), shape, stand.Words()})
	}
	return append(signs, sign{"moved", "↗ ↘", "moved towards the proposition, or away from it"})
}

// relations are the words for how actors stand to each other.
var relations = map[position.Relation]string{
	position.Opposed: "on opposite sides", position.Differ: "not the same", position.Same: "the same",
	position.Missing: "not all take a position", position.Unspoken: "one or none takes a position",
}

// name is that of a row; the name of a speaker tells for whom.
func name(row *position.Row) string {
	if row.Actor != nil {
		return row.Speaker.Short() + " (" + row.Actor.Short() + ")"
	}
	return row.Speaker.Short()
}
