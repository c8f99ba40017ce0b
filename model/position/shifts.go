package position

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"onrecord/model/crew"
)

// Shifts returns all shifts of the actors in the rows, the newest first; those of one day by the actor's name, then in
// the order of the topics. The error is that of the context, or a *crew.PanicError.
func (m *Matrix) Shifts(ctx context.Context) ([]Shift, error) {
	return m.shifts(ctx, func(r *Row) []*Row { return []*Row{r} })
}

// SpeakerShifts returns the shifts of those who speak for the actors in the rows, in the order of Shifts: each speaker's
// position alone, whether or not the actor's shifted with it. The rows of the shifts are those of the speakers. The error
// is that of the context, or a *crew.PanicError.
func (m *Matrix) SpeakerShifts(ctx context.Context) ([]Shift, error) { return m.shifts(ctx, m.Unfold) }

// shifts returns the shifts of the rows that come of each row of the matrix.
func (m *Matrix) shifts(ctx context.Context, of func(*Row) []*Row) ([]Shift, error) {
	shifts, err := m.findShifts(ctx, of)
	if err != nil {
		return nil, fmt.Errorf("looking for shifts: %w", err)
	}
	return newestShifts(shifts), nil
}

func (m *Matrix) findShifts(ctx context.Context, of func(*Row) []*Row) (all []Shift, err error) {
	defer crew.Recover(&err)
	found := make([][]Shift, len(m.Rows))
	historians := make([]*historian, crew.Size(len(m.Rows)))
	err = crew.EachBy(ctx, len(historians), len(m.Rows), func(worker, i int) {
		if historians[worker] == nil {
			historians[worker] = m.historian()
		}
		for _, r := range of(m.Rows[i]) {
			found[i] = append(found[i], m.rowShifts(historians[worker], r)...)
		}
	})
	return slices.Concat(found...), err
}

func newestShifts(shifts []Shift) []Shift {
	slices.SortStableFunc(shifts, func(a, b Shift) int {
		return cmp.Or(cmp.Compare(b.Day, a.Day), compareNames(a.Row, b.Row), a.Column.Place-b.Column.Place)
	})
	return shifts
}

func (m *Matrix) rowShifts(h *historian, r *Row) []Shift {
	var shifts []Shift
	for i := range r.cells {
		cell := &r.cells[i]
		if !cell.canShift() {
			continue
		}
		column := m.Columns[m.columns[cell.topic]]
		refs := r.evidence(column)
		h.follow(refs, nil)
		shifts = append(shifts, m.shiftsOf(r, column, refs, h.runs)...)
	}
	return shifts
}

// canShift tells whether the stances of a cell differ so much that there may be a shift.
func (c *Cell) canShift() bool {
	var levels [3]bool
	for s, n := range c.Counts {
		if s > 0 && n > 0 {
			levels[(Support+Stand(s)-1).level()+1] = true
		}
	}
	return levels[0] && levels[1] || levels[0] && levels[2] || levels[1] && levels[2]
}
