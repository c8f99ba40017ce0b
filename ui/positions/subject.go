package positions

import (
	tea "charm.land/bubbletea/v2"

	"onrecord/model"
	"onrecord/model/position"
	"onrecord/model/query"
	"onrecord/ui/keys"
	"onrecord/ui/nav"
)

// subject is what commands are about: an actor or a speaker, a topic, or where both meet.
type subject struct {
	row    *position.Row
	column *position.Column
}

// filter is a value of a field of the query line.
type filter struct {
	field query.Field
	token string
}

// values are the filters that let the subject through and nothing else.
func (s subject) values() []filter {
	var all []filter
	if r := s.row; r != nil {
		switch {
		case r.Actor != nil:
			all = append(all, filter{query.Speaker, r.Speaker.ID}, filter{query.For, r.Actor.ID})
		case r.Own:
			all = append(all, filter{query.Speaker, r.Speaker.ID})
		default:
			all = append(all, filter{query.For, r.Speaker.ID})
		}
	}
	if s.column != nil {
		all = append(all, filter{query.Topic, s.column.Topic.ID})
	}
	return all
}

// evidence leads to the statements behind a subject.
func (d *desk) evidence(at subject) tea.Cmd {
	if reason := at.refusesEvidence(); reason != "" {
		return nav.Refuse(reason)
	}
	line, exact := d.evidenceLine(at)
	lead := d.lead(line)
	if !exact {
		return tea.Batch(lead, nav.Tell("No filter finds exactly the statements of this cell; these come nearest"))
	}
	return lead
}

// evidenceLine is the line that finds the statements behind a subject, and of a cell in which a position is taken those
// that take it, the newest first; exact is false if it may find others.
func (d *desk) evidenceLine(at subject) (line string, exact bool) {
	line, exact = d.line.Value(), true
	m := d.answer.Matrix
	switch {
	case at.row == nil:
		line = query.And(line, query.Toggle("", query.Topic, at.column.Topic.ID))
	case at.column == nil:
		line, exact = m.RowQuery(line, at.row)
	default:
		line, exact = m.Query(line, at.row, at.column)
	}
	return newestFirst(line), exact
}

// newestFirst asks for the newest first where that is not how statements stand anyway: words rank the best first. It does
// so in front, because a phrase at the end may not be closed yet.
func newestFirst(line string) string {
	const newest = "sort:date"
	parsed := query.Parse(line)
	if parsed.Sort == query.Oldest {
		return query.Set(line, query.SortBy, query.Newest.String())
	}
	for _, g := range parsed.Groups {
		for _, c := range g.Clauses {
			if parsed.Sort == query.Best && c.Kind != query.Filter {
				return query.And(newest, line)
			}
		}
	}
	return line
}

// lead shows the statements that a line finds, and notes where that began, so that who comes back finds everything as it
// was.
func (d *desk) lead(line string) tea.Cmd {
	d.away = trip{there: line, here: d.line.Value()}
	return func() tea.Msg { return nav.Go{Screen: keys.Statements, Line: line} }
}

// cell is where the actor of the subject stands on its topic.
func (s subject) cell() position.Cell {
	if s.row == nil || s.column == nil {
		return position.Cell{}
	}
	return s.row.Cell(s.column)
}

// goal is a cell that a query line asks for.
type goal struct {
	actor, topic string
	sought       bool // somebody wants to see this cell and no other
}

// goalOf returns the cell that a line asks for, if it asks for one actor and one topic.
func goalOf(value string) (goal, bool) {
	var g goal
	for _, group := range query.Parse(value).Groups {
		for _, c := range group.Clauses {
			var to *string
			switch {
			case c.Not || c.Kind != query.Filter:
				continue
			case c.Field == query.For:
				to = &g.actor
			case c.Field == query.Topic:
				to = &g.topic
			default:
				continue
			}
			if *to != "" || len(c.Values) != 1 || len(group.Clauses) != 1 {
				return goal{}, false
			}
			*to = c.Values[0].Text
		}
	}
	return g, g.actor != "" && g.topic != ""
}

// named tells whether a record is what a line calls so.
func named(value, id, name string, aliases []string) bool {
	if value == id || value == name {
		return true
	}
	for _, alias := range aliases {
		if value == alias {
			return true
		}
	}
	return false
}

func (g goal) isActor(s *model.Speaker) bool { return named(g.actor, s.ID, s.Name, s.Aliases) }
func (g goal) isTopic(t *model.Topic) bool   { return named(g.topic, t.ID, t.Name, t.Aliases) }
