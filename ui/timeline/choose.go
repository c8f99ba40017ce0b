package timeline

import (
	"onrecord/model/query"
)

// narrowTo returns the line that finds, of what it found before, just the statements of some days. whole is the span of
// all that was found: nothing is let in that an older condition left out.
func narrowTo(line string, chosen, whole span) string {
	chosen = span{max(chosen.from, whole.from), min(chosen.to, whole.to)}
	days := chosen.from.String()
	if chosen.from == chosen.to {
		return one(line, query.On, days)
	}
	days += ".." + chosen.to.String()
	if parted(line) {
		return query.And(line, "on:"+days)
	}
	return one(line, query.On, days)
}

// parted tells whether a line names days that may have gaps between them.
func parted(line string) bool {
	for _, g := range query.Parse(line).Groups {
		for _, c := range g.Clauses {
			if c.Kind == query.Filter && c.Field == query.On && (c.Not || len(c.Values) > 1 || len(g.Clauses) > 1) {
				return true
			}
		}
	}
	return false
}

// into returns the line that finds, of what it found before, just the statements of a lane.
func into(line string, l *Lane) string {
	if l.Token == "" {
		return line
	}
	return one(line, l.Field, l.Token)
}

// one narrows a field down to one value: in the place of the values that the line asks for, or behind, if the line asks
// for the field more than once, which a single value could not say.
func one(line string, f query.Field, value string) string {
	if has(line, f) > 1 || has(line, f) == 1 && f == query.Topic && !query.Has(line, f, value) {
		return query.And(line, f.String()+":"+quoted(value))
	}
	return query.Set(line, f, value)
}

// quoted writes a value as it is written into an empty line.
func quoted(value string) string {
	const bare = query.Topic
	return query.Set("", bare, value)[len(bare.String()+":"):]
}

// has counts the conditions of a line that let a field have values.
func has(line string, f query.Field) int {
	n := 0
	for _, chip := range query.Chips(line) {
		if chip.Field == f && !chip.Not {
			n++
		}
	}
	return n
}
