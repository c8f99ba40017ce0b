package position_test

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"onrecord/model"
	"onrecord/model/position"
)

// The rule, written down as plainly as it is told: slowly, for one moment, from a list of statements.

// plainStand reads the position of statements, which all take a stance.
func plainStand(statements []position.Mention) position.Stand {
	newest := statements[0].Day
	for _, s := range statements {
		newest = max(newest, s.Day)
	}
	voices := map[*model.Speaker][]position.Mention{}
	for _, s := range statements {
		if s.Day > newest-position.DefaultWindow {
			voices[s.Speaker] = append(voices[s.Speaker], s)
		}
	}
	sides, conditions, neutral := map[model.Stance]int{}, 0, 0
	var sideDay, conditionDay model.Day
	for _, said := range voices {
		stances, day := plainVoice(said)
		for _, s := range stances {
			switch s {
			case model.Support, model.Oppose:
				sides[s]++
				sideDay = max(sideDay, day)
			case model.Conditional:
				conditions++
				conditionDay = max(conditionDay, day)
			default:
				neutral++
			}
		}
	}
	side, n := position.Support, sides[model.Support]
	if sides[model.Oppose] > 0 {
		side, n = position.Oppose, sides[model.Oppose]
	}
	switch {
	case len(sides) == 2:
		return position.Mixed
	case n == 0 && conditions == 0:
		return position.Neutral
	case n > conditions, n == conditions && sideDay > conditionDay:
		return side
	}
	return position.Conditional
}

// plainVoice returns where one speaker stands who said something, and since when.
func plainVoice(said []position.Mention) ([]model.Stance, model.Day) {
	days := map[model.Day][]model.Stance{}
	var newest, last model.Day
	for _, s := range said {
		last = max(last, s.Day)
		if s.Stance != model.Neutral {
			newest = max(newest, s.Day)
			days[s.Day] = append(days[s.Day], s.Stance)
		}
	}
	if len(days) == 0 {
		return []model.Stance{model.Neutral}, last
	}
	has := func(day model.Day, s model.Stance) bool { return slices.Contains(days[day], s) }
	both := []model.Stance{model.Support, model.Oppose}
	if has(newest, model.Support) && has(newest, model.Oppose) {
		return both, newest
	}
	if has(newest, model.Conditional) {
		return []model.Stance{model.Conditional}, newest
	}
	side, other := model.Support, model.Oppose
	if has(newest, model.Oppose) {
		side, other = model.Oppose, model.Support
	}
	for left := range days {
		for before := range days {
			if before < left && left < newest && has(left, other) && has(before, side) {
				return both, newest
			}
		}
	}
	return []model.Stance{side}, newest
}

func TestPositionEqualsItsTwin(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		_, c := drawCollection(t)
		m := build(t, c, position.Options{})
		for _, r := range allRows(m) {
			for _, column := range m.Columns {
				evidence := m.Evidence(r, column)
				cell := r.Cell(column)
				if len(evidence) == 0 {
					if cell.Stand.Taken() {
						t.Fatalf("%s without evidence", cell.Stand)
					}
					continue
				}
				if want := plainStand(evidence); cell.Stand != want {
					t.Fatalf("%v reads %s, want %s", evidence, cell.Stand, want)
				}
				for _, step := range m.Strip(r, column).Steps {
					then := slices.DeleteFunc(slices.Clone(evidence), func(e position.Mention) bool { return e.Day > step.Day })
					if want := plainStand(then); step.Stand != want {
						t.Fatalf("%v reads %s on day %d, want %s", evidence, step.Stand, day(step.Day), want)
					}
				}
			}
		}
	})
}

// allRows returns the rows of a matrix, and those of the speakers of each.
func allRows(m *position.Matrix) []*position.Row {
	rows := slices.Clone(m.Rows)
	for _, r := range m.Rows {
		rows = append(rows, m.Unfold(r)...)
	}
	return rows
}

// A shift must be what it says: the stances are those of its statements, it goes somewhere, and shifts follow on from
// each other.
func TestShiftsAreTrue(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		_, c := drawCollection(t)
		m := build(t, c, position.Options{})
		for _, r := range allRows(m) {
			for _, column := range m.Columns {
				var before model.Day
				for _, s := range m.Strip(r, column).Shifts {
					checkShift(t, &s)
					if s.Day < before {
						t.Fatalf("a shift of day %d comes after one of day %d", day(s.Day), day(before))
					}
					before = s.Day
				}
			}
		}
	})
}

func checkShift(t *rapid.T, s *position.Shift) {
	from, _ := s.From.Stance()
	to, _ := s.To.Stance()
	switch {
	case s.Before.Stance != from || s.After.Stance != to:
		t.Fatalf("from %s to %s, but the statements take %s and %s", s.From, s.To, s.Before.Stance, s.After.Stance)
	case s.Before.Day >= s.After.Day || s.Day != s.After.Day:
		t.Fatalf("a shift on day %d between days %d and %d", day(s.Day), day(s.Before.Day), day(s.After.Day))
	case s.Move == position.Still || s.Since < 1:
		t.Fatalf("a shift that goes %d and rests on %d statements", s.Move, s.Since)
	}
}
