package statements

import (
	"context"
	"fmt"

	tea "charm.land/bubbletea/v2"

	"onrecord/model"
	"onrecord/model/query"
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
	seq   int
	index int
	kin   []kin
}

const (
	kinRows  = 6 // neighbours listed of each sort
	kinDays  = 7 // how far apart in days "that week" reaches
	noRecord = -1
)

// neighbours asks for the same speaker on the same topics, for others on them within a week, and for the rest of the
// source.
func neighbours(ctx context.Context, lib Library, seq int, s model.Statement) tea.Cmd {
	return func() tea.Msg {
		msg := near{seq: seq, index: s.Index}
		for _, k := range kinOf(&s) {
			answer, err := lib.Find(ctx, Question{Line: k.line, Limit: kinRows, Keep: noRecord})
			if err != nil {
				return msg
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
	if len(s.Topics) > 0 {
		topics := ""
		for _, topic := range s.Topics {
			topics = query.Toggle(topics, query.Topic, topic.ID)
		}
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
