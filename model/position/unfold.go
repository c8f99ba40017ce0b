package position

import "slices"

// Unfold returns the rows of those who spoke for an actor, by name; nil for a person who spoke for nobody. Each row
// holds what its speaker said for that actor, and all together hold what the actor's row does.
func (m *Matrix) Unfold(r *Row) []*Row {
	if r.Own || r.Actor != nil {
		return nil
	}
	f := newFiller(m)
	var rows []*Row
	for _, refs := range bySpeaker(r.refs) {
		row := &Row{Speaker: m.collection.Speakers()[refs[0].speaker], Actor: r.Speaker, refs: refs}
		f.fill(row)
		rows = append(rows, row)
	}
	slices.SortFunc(rows, compareNames)
	return rows
}

// bySpeaker parts refs by their speakers. Those of a speaker stay in their order.
func bySpeaker(refs []ref) [][]ref {
	sorted := slices.Clone(refs)
	slices.SortStableFunc(sorted, func(a, b ref) int { return int(a.speaker) - int(b.speaker) })
	var parts [][]ref
	for first := 0; first < len(sorted); {
		end := first + 1
		for end < len(sorted) && sorted[end].speaker == sorted[first].speaker {
			end++
		}
		parts = append(parts, sorted[first:end:end])
		first = end
	}
	return parts
}
