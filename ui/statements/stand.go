package statements

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"onrecord/model"
	"onrecord/ui/keys"
	"onrecord/ui/nav"
)

// stand goes to the cell that a statement stands behind: where the actor for whom it was made stands on its topic. If it
// is about several, the user chooses.
func (s *Screen) stand(st *model.Statement) tea.Cmd {
	topics := byStance(st)
	if len(topics) == 1 {
		to := s.cell(st, topics[0])
		return func() tea.Msg { return to }
	}
	choose := nav.Choose{Title: actorOf(st).Short() + " on"}
	for _, topic := range topics {
		choose.Options = append(choose.Options, nav.Option{
			Name: topic.Name, Note: s.painter.stanceNote(st.Stance(topic)), Go: s.cell(st, topic),
		})
	}
	return func() tea.Msg { return choose }
}

// byStance lists the topics of a statement, those first on which it takes a stance.
func byStance(st *model.Statement) []*model.Topic {
	silent := func(t *model.Topic) int {
		if st.Stance(t) == model.NoStance {
			return 1
		}
		return 0
	}
	topics := slices.Clone(st.Topics)
	slices.SortStableFunc(topics, func(x, y *model.Topic) int { return silent(x) - silent(y) })
	return topics
}

// actorOf returns for whom a statement was made: whoever speaks for nobody speaks for themselves.
func actorOf(st *model.Statement) *model.Speaker {
	if st.Affiliation != nil {
		return st.Affiliation
	}
	return st.Speaker
}

// cell is the way to a cell. It is among those of the query in force, unless the query need not find the
// statement: a neighbour led to it, or it matches only nearly.
func (s *Screen) cell(st *model.Statement, topic *model.Topic) nav.Go {
	to := nav.Go{Screen: keys.Positions, Cell: nav.Cell{Actor: actorOf(st).ID, Topic: topic.ID}}
	if row, ok := s.current(); ok && row.Statement.Index == st.Index && len(row.Missing) == 0 {
		to.Line = s.Line()
	}
	return to
}

// stanceNote is a stance by its sign and its name.
func (p painter) stanceNote(stance model.Stance) string {
	_, sign := p.theme.Stance(stance.String())
	return sign + " " + stance.Words()
}
