package position

import (
	"cmp"
	"slices"
	"strings"

	"onrecord/model/fold"
)

// Order is an order of the rows of a matrix.
type Order uint8

// The orders.
const (
	ByName Order = iota
	ByCount
	ByLikeness
)

// Orders lists the orders.
func Orders() []Order { return []Order{ByName, ByCount, ByLikeness} }

func (o Order) String() string { return [...]string{"name", "statements", "likeness"}[o] }

// Ordered returns the rows of the matrix in an order. By count those with the most statements come first, and of
// equally many the one whose name comes first. By likeness neighbours stand near each other: see chain.
func (m *Matrix) Ordered(o Order) []*Row {
	rows := slices.Clone(m.Rows)
	if o == ByName {
		return rows
	}
	slices.SortStableFunc(rows, func(a, b *Row) int { return b.Statements - a.Statements })
	if o == ByCount {
		return rows
	}
	n := min(len(rows), maxChain)
	return append(chain(rows[:n]), rows[n:]...)
}

// maxChain is how many rows are ordered by likeness; the others, which have the fewest statements, follow by count.
const maxChain = 200

// compareNames orders rows by name.
func compareNames(a, b *Row) int {
	own := 0
	if a.Own != b.Own {
		own = 1
		if b.Own {
			own = -1
		}
	}
	return cmp.Or(
		strings.Compare(fold.String(a.Speaker.Short()), fold.String(b.Speaker.Short())),
		strings.Compare(a.Speaker.ID, b.Speaker.ID),
		own,
	)
}

// chain puts rows, which come by count, in an order in which neighbours are near each other. The first two are the
// nearest pair; then the row that is nearest to one of the ends is put there, until all are in; then parts of the chain
// are turned round as long as this brings neighbours nearer to each other (2-opt; Croes: A method for solving
// traveling-salesman problems, 1958). Of equally near ones the first by count is taken, and the end with more
// statements comes first, so that the order is always the same.
func chain(rows []*Row) []*Row {
	if len(rows) < 2 {
		return slices.Clone(rows)
	}
	near := nearness(rows)
	order := grow(near)
	improve(order, near)
	if order[0] > order[len(order)-1] {
		slices.Reverse(order)
	}
	sorted := make([]*Row, len(rows))
	for i, row := range order {
		sorted[i] = rows[row]
	}
	return sorted
}

// nearness returns how near any two rows are: their likeness, drawn to the middle if they share few topics, so that
// being alike on nine of ten topics is nearer than on one of one. Whole numbers keep sums exact.
func nearness(rows []*Row) [][]int {
	near := make([][]int, len(rows))
	for i := range rows {
		near[i] = make([]int, len(rows))
		for k := range i {
			l := LikenessOf(rows[i], rows[k])
			near[i][k] = nearnessScale * (2*l.Alike + l.Partly + fewTopics) / (2 * (l.Topics() + fewTopics))
			near[k][i] = near[i][k]
		}
	}
	return near
}

const (
	nearnessScale = 1 << 20
	fewTopics     = 2 // as many topics of which nothing is known, on which two would be half alike, are counted besides
)

// grow makes a chain from the nearest pair on.
func grow(near [][]int) []int {
	first, second := 0, 1
	for i := range near {
		for k := i + 1; k < len(near); k++ {
			if near[i][k] > near[first][second] {
				first, second = i, k
			}
		}
	}
	order := []int{first, second}
	in := make([]bool, len(near))
	in[first], in[second] = true, true
	for len(order) < len(near) {
		best, front := -1, false
		nearest := -1
		head, tail := order[0], order[len(order)-1]
		for row := range near {
			if in[row] {
				continue
			}
			if n := max(near[row][head], near[row][tail]); n > nearest {
				best, nearest, front = row, n, near[row][head] > near[row][tail]
			}
		}
		in[best] = true
		if front {
			order = slices.Insert(order, 0, best)
		} else {
			order = append(order, best)
		}
	}
	return order
}

// improve turns parts of the chain round as long as this helps, within a bound.
func improve(order []int, near [][]int) {
	link := func(i, k int) int {
		if i < 0 || k >= len(order) {
			return 0
		}
		return near[order[i]][order[k]]
	}
	for range maxRounds {
		better := false
		for i := range order {
			for k := i + 1; k < len(order); k++ {
				if link(i-1, k)+link(i, k+1) > link(i-1, i)+link(k, k+1) {
					slices.Reverse(order[i : k+1])
					better = true
				}
			}
		}
		if !better {
			return
		}
	}
}

const maxRounds = 50
