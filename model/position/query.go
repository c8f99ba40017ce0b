package position

import (
	"onrecord/model"
	"onrecord/model/query"
)

// Query returns the line that finds the evidence of a cell, if the matrix shows what another line finds: that line, and
// the actor, the topic, and any stance. It returns false if no line can say it exactly, because that line
// asks for several topics at once, or for stances in a way that means something else once a topic is asked for.
func (m *Matrix) Query(line string, r *Row, c *Column) (string, bool) {
	exact := keepsMeaning(query.Parse(line))
	line, ok := m.rowQuery(line, r)
	exact = exact && ok
	line, ok = restrict(line, query.Topic, c.Topic.ID)
	exact = exact && ok
	return query.And("stance:any", line), exact
}

// RowQuery returns the line that finds the statements of a row, if the matrix shows what another line finds. It returns
// false if no line can say it exactly.
func (m *Matrix) RowQuery(line string, r *Row) (string, bool) { return m.rowQuery(line, r) }

func (m *Matrix) rowQuery(line string, r *Row) (string, bool) {
	switch {
	case r.Own:
		line, ok := restrict(line, query.Speaker, r.Speaker.ID)
		for _, actor := range m.actorsOf(r.Speaker) {
			not, known := restrict("", query.For, actor.ID)
			line, ok = query.And("-"+not, line), ok && known
		}
		return line, ok
	case r.Actor != nil:
		line, ok := restrict(line, query.For, r.Actor.ID)
		line, known := restrict(line, query.Speaker, r.Speaker.ID)
		return line, ok && known
	}
	return restrict(line, query.For, r.Speaker.ID)
}

// restrict lets a line find nothing but one value of a field.
func restrict(line string, f query.Field, value string) (string, bool) {
	clause := query.Set("", f, value)
	if !query.Has(clause, f, value) {
		return line, false
	}
	for _, g := range query.Parse(line).Groups {
		if only(g, f) {
			return query.Set(line, f, value), true
		}
	}
	return query.And(clause, line), true
}

// only tells whether a group asks for values of one field and nothing else.
func only(g query.Group, f query.Field) bool {
	for _, c := range g.Clauses {
		if c.Kind != query.Filter || c.Not || c.Field != f {
			return false
		}
	}
	return len(g.Clauses) > 0
}

// keepsMeaning tells whether a query means the same for the statements on one topic when it is asked for that topic.
func keepsMeaning(q query.Query) bool {
	topics := 0
	for _, g := range q.Groups {
		if only(g, query.Topic) {
			topics++
		}
		for _, c := range g.Clauses {
			if c.Kind == query.Filter && c.Field == query.Stance && !only(g, query.Stance) {
				return false
			}
		}
	}
	return topics <= 1
}

// actorsOf returns for whom a person has spoken in the collection, by a statement that says so.
func (m *Matrix) actorsOf(person *model.Speaker) []*model.Speaker {
	speakers := m.collection.Speakers()
	var found []*model.Speaker
	known := map[int]bool{}
	for _, b := range m.collection.Blocks() {
		for i := range b.Len() {
			own := b.OwnAffiliation(i)
			if own >= 0 && !known[own] && speakers[b.Speaker(i)] == person {
				known[own] = true
				found = append(found, speakers[own])
			}
		}
	}
	return found
}
