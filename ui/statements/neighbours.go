package statements

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"onrecord/model"
	"onrecord/model/query"
	"onrecord/ui/keys"
	"onrecord/ui/nav"
	"onrecord/ui/turns"
)

// kin is statements that stand near the one in view, with the query that finds all of them.
type kin struct {
	title string
	line  string
	count int
	rows  []Row
}

// near brings the neighbours of a statement.
type near struct {
	turn  *turns.Turn
	index int
	kin   []kin // not nil, also if there are none
}

// nearAsk is the question for neighbours that is on its way.
type nearAsk struct {
	order turns.Order
	index int // the statement's place in the collection
	wish  wish
}

// wish is what to do with the first neighbour once it comes. Whatever is done next takes it back.
type wish uint8

const (
	noWish wish = iota
	goThere
	openIt
)

// after returns what is still wished for after a command: to open what one was to go to, or nothing.
func (w wish) after(id keys.ID) wish {
	if w == goThere && id == keys.Open {
		return openIt
	}
	return noWish
}

const (
	kinRows  = 6 // neighbours listed of each sort
	kinDays  = 7 // how far apart in days "that week" reaches
	noRecord = -1
)

// neighbours asks for the same speaker on the same topics, for others on them within a week, and for the rest of the
// source.
func neighbours(turn *turns.Turn, lib Library, s model.Statement) tea.Cmd {
	return func() tea.Msg {
		msg := near{turn: turn, index: s.Index, kin: []kin{}}
		for _, k := range kinOf(&s) {
			answer, err := lib.Find(turn, Question{Line: k.line, Limit: kinRows, Keep: noRecord})
			if err != nil {
				return nil
			}
			k.count, k.rows = answer.Count, answer.Rows
			if k.count > 0 {
				msg.kin = append(msg.kin, k)
			}
		}
		return msg
	}
}

// kinOf lists the queries for the neighbours of a statement, in the language that everything else speaks.
func kinOf(s *model.Statement) []kin {
	var all []kin
	self := "-" + query.Set("", query.ID, s.ID)
	speaker := query.Set("", query.Speaker, s.Speaker.ID)
	ids := make([]string, len(s.Topics))
	for i, topic := range s.Topics {
		ids[i] = topic.ID
	}
	if topics := query.AnyOf(query.Topic, ids...); topics != "" {
		all = append(all,
			kin{title: "SAME SPEAKER ON THIS", line: fmt.Sprintf("%s %s %s sort:date", speaker, topics, self)},
			kin{title: "OTHERS ON THIS WITHIN A WEEK", line: fmt.Sprintf("%s -%s since:%s until:%s sort:date",
				topics, speaker, s.Day-kinDays, s.Day+kinDays)})
	} else {
		all = append(all, kin{title: "SAME SPEAKER", line: fmt.Sprintf("%s %s sort:date", speaker, self)})
	}
	if s.Source != nil {
		source := query.Set("", query.Source, s.Source.ID)
		all = append(all, kin{title: "SAME SOURCE", line: fmt.Sprintf("%s %s sort:date", source, self)})
	}
	return all
}

// askNear asks for the neighbours of the statement in the detail, if it can be seen and they are neither here nor on
// their way.
func (s *Screen) askNear() tea.Cmd {
	d := &s.detail
	if s.near.order.Taken() && s.near.index == d.row.Statement.Index {
		return nil
	}
	s.near.order.End()
	if !d.shown || s.layout.shown.empty() || d.kin != nil && !d.behind {
		return nil
	}
	if s.near.index != d.row.Statement.Index {
		s.near.wish = noWish // it was for the neighbours of another statement
	}
	s.near.index = d.row.Statement.Index
	return neighbours(s.near.order.Next(), s.lib, d.row.Statement)
}

func (s *Screen) gotNear(msg near) tea.Cmd {
	if !s.near.order.Is(msg.turn) || !s.detail.shown || msg.index != s.detail.row.Statement.Index {
		return nil
	}
	s.near.order.End()
	s.takeKin(msg.kin)
	wish := s.near.wish
	if wish == noWish {
		return nil
	}
	cmd := s.related()
	if wish == openIt {
		return tea.Batch(cmd, s.follow())
	}
	return cmd
}

// takeKin shows neighbours. The cursor stays where it leads to.
func (s *Screen) takeKin(all []kin) {
	d := &s.detail
	at, ok := d.chosen()
	d.kin, d.behind, d.drawn = all, false, pageLook{index: -1}
	if ok {
		s.drawDetail()
		d.find(at, s.layout.shown.height)
	}
}

// related goes to the first neighbour, at once or when they come.
func (s *Screen) related() tea.Cmd {
	cmd := s.look(detailPane)
	if s.near.wish = noWish; s.detail.kin == nil {
		s.near.wish = goThere
		return cmd
	}
	if len(s.detail.kin) == 0 {
		return tea.Batch(cmd, nav.Refuse("Nothing is related to this statement"))
	}
	s.drawDetail()
	s.detail.selectItem(0, s.layout.shown.height)
	return cmd
}
