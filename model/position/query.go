package position

import (
	"slices"
	"strings"

	"onrecord/model"
	"onrecord/model/query"
)

// Query returns the line that finds what stands behind a cell, if the matrix shows what another line finds: the
// statements that take a position, or if none does, those about the topic. It asks for the actor and the topic, and
// where the conditions of the line would mean something else beside that, also for the statements one by one, by their
// ids. It returns false, with a line that finds these and perhaps others, if there are too many of them for that, or if
// an id cannot be written in a line; and for a silent actor.
func (m *Matrix) Query(line string, r *Row, c *Column) (string, bool) {
	meant := KeepsMeaning(line, query.Topic)
	narrow, ok := m.rowQuery(line, r)
	narrow, known := restrict(narrow, query.Topic, c.Topic.ID)
	taken := r.Cell(c).Stand.Taken()
	if taken {
		narrow = query.And("stance:any", narrow)
	}
	if meant && ok && known {
		return narrow, true
	}
	behind := m.Mentions(r, c)
	if taken {
		behind = m.Evidence(r, c)
	}
	all := make([]string, len(behind))
	for i := range behind {
		all[i] = m.id(behind[i].Index)
	}
	if ids, ok := OneByOne(all); ok {
		plain, _ := m.rowQuery("", r)
		plain, _ = restrict(plain, query.Topic, c.Topic.ID)
		return query.And(plain, ids), true
	}
	return narrow, false
}

// RowQuery returns the line that finds the statements of a row, if the matrix shows what another line finds: by the actor
// or speaker, or else one by one, as Query does. It returns false if it may find others.
func (m *Matrix) RowQuery(line string, r *Row) (string, bool) {
	narrow, ok := m.rowQuery(line, r)
	if ok && KeepsMeaning(line, query.For) {
		return narrow, true
	}
	var all []string
	for i := range r.refs {
		if r.refs[i].first() {
			all = append(all, m.id(int(r.refs[i].place)))
		}
	}
	if ids, ok := OneByOne(all); ok {
		return ids, true
	}
	return narrow, false
}

// mostIDs is for how many statements a line asks one by one.
const mostIDs = 500

// OneByOne returns the line that finds the statements with some ids and no others. It returns false if there are none, or
// more than can be read, or if an id cannot be written in a line.
func OneByOne(ids []string) (string, bool) {
	if len(ids) == 0 || len(ids) > mostIDs {
		return "", false
	}
	values := make([]string, len(ids))
	name := query.ID.String() + ":"
	for i, id := range ids {
		clause := query.Set("", query.ID, id)
		found := query.Parse(clause).Groups
		if len(found) != 1 || found[0].Clauses[0].Values[0].Text != id {
			return "", false
		}
		values[i] = strings.TrimPrefix(clause, name)
	}
	line := name + strings.Join(values, ",")
	return line, len(line) <= query.MaxBytes
}

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

// KeepsMeaning tells whether the conditions of a line mean the same when it is asked for one value of a field besides.
//
// A stance is one on the topics that a query asks for. So another topic changes what it means if the line asks for
// several topics at once, leaves stances out, wants one or something else, or wants no stance and no topic, which is no
// stance on any. And anything changes a phrase at the end that is not closed, the last word of which may be the beginning
// of one.
func KeepsMeaning(line string, f query.Field) bool {
	q := query.Parse(line)
	if typing(q) {
		return false
	}
	if f != query.Topic {
		return true
	}
	topics, none := 0, false
	for _, g := range q.Groups {
		if only(g, query.Topic) {
			topics++
		}
		for _, c := range g.Clauses {
			if c.Kind != query.Filter || c.Field != query.Stance {
				continue
			}
			if !only(g, query.Stance) {
				return false
			}
			none = none || slices.Contains(c.Stances(), model.NoStance)
		}
	}
	return topics == 1 || topics == 0 && !none
}

// typing tells whether a line ends in a phrase that is not closed.
func typing(q query.Query) bool {
	for _, g := range q.Groups {
		for _, c := range g.Clauses {
			if c.Open && c.Kind == query.Phrase {
				return true
			}
		}
	}
	return false
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
