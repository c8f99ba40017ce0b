package position

import (
	"cmp"
	"slices"

	"onrecord/model"
)

// Strip is the stance of a row on a topic over time.
type Strip struct {
	Points []Mention // the statements that take a stance, the oldest first
	Steps  []Step    // how the position read, for each day of the points
	Shifts []Shift   // of the row as a whole, the oldest first
}

// Step is how a position read from one day until the next step.
type Step struct {
	Day   model.Day
	Stand Stand
}

// Shift is a change of a position.
type Shift struct {
	Row           *Row
	Column        *Column
	From, To      Stand
	Move          Move
	Day           model.Day // of the first statement of the new stance
	Before, After Mention   // the last statement of the old stance, and the first one of the new
	Since         int       // how many statements have agreed with the new stance from then until the next shift
}

// Strip returns how the position of a row on a topic went.
func (m *Matrix) Strip(r *Row, c *Column) Strip {
	refs := r.evidence(c)
	s := Strip{Points: m.mentions(refs)}
	slices.Reverse(s.Points)
	if len(refs) == 0 {
		return s
	}
	h := m.historian()
	h.follow(refs, func(day model.Day, stand Stand) { s.Steps = append(s.Steps, Step{day, stand}) })
	s.Shifts = m.shiftsOf(r, c, refs, h.runs)
	return s
}

func (m *Matrix) historian() *historian {
	return &historian{reader: newReader(len(m.collection.Speakers()), m.window)}
}

// shiftsOf makes shifts out of runs, the oldest first.
func (m *Matrix) shiftsOf(r *Row, c *Column, refs []ref, runs []run) []Shift {
	var shifts []Shift
	for i := range runs {
		if i == 0 || runs[i].silent {
			continue
		}
		s := Shift{Row: r, Column: c, From: runs[i].from, To: runs[i].to, Move: runs[i].shifted, Since: runs[i].agree}
		s.Before = m.firstOf(refs, runs[i].before, s.From, nil)
		s.After = m.firstOf(refs, runs[i].after, s.To, s.Before.Speaker)
		s.Day = s.After.Day
		shifts = append(shifts, s)
	}
	return shifts
}

// firstOf returns the statement of a day and a stance whose id comes first, one by a speaker if there is one.
func (m *Matrix) firstOf(refs []ref, day model.Day, stand Stand, by *model.Speaker) Mention {
	var found Mention
	have := false
	first, _ := slices.BinarySearchFunc(refs, day, func(r ref, day model.Day) int { return cmp.Compare(r.day, day) })
	for i := first; i < len(refs) && refs[i].day == day; i++ {
		if standOf(refs[i].stance()) != stand {
			continue
		}
		next := m.mention(&refs[i])
		switch own := next.Speaker == by; {
		case !have, own && found.Speaker != by, own == (found.Speaker == by) && m.compareAge(next, found) < 0:
			found, have = next, true
		}
	}
	return found
}
