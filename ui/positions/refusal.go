package positions

import (
	"onrecord/model"
	"onrecord/model/position"
	"onrecord/ui/actions"
	"onrecord/ui/keys"
)

// Refusal says why a command does nothing here and now, "" if it does something.
func (s *Screen) Refusal(id keys.ID) string {
	if s.line.Typing() {
		return s.line.Refusal(id)
	}
	if s.jumping() {
		return ""
	}
	switch id {
	case keys.Clear:
		if s.line.Value() == "" {
			return "No filter to clear"
		}
	case keys.FilterBack:
		if !s.line.CanStep(-1) {
			return "No filter before this one"
		}
	case keys.FilterForward:
		if !s.line.CanStep(1) {
			return "No filter after this one"
		}
	case keys.Back:
		if len(s.above) == 0 && s.line.Value() == "" {
			return "Nothing to go back to; q quits"
		}
	case keys.Find:
	default:
		return s.refuses(id)
	}
	return ""
}

// refuses is Refusal for what the views do, and for what is done with them.
func (s *Screen) refuses(id keys.ID) string {
	switch {
	case s.answer.Matrix == nil:
		return "The positions are still being read"
	case actions.Is(id):
		return actions.Refusal(id, s.top().shown())
	}
	_, saves := formats[id]
	switch at := s.subject(); {
	case saves && s.top().sheet().Answer.Matrix == nil:
		return "Nothing to save here; esc leads back to the positions"
	case id == keys.AskFor && len(at.values()) == 0:
		return "Nothing to filter by here"
	case id == keys.LeaveOut && len(at.values()) == 0:
		return "Nothing to leave out here"
	case id == keys.ShowTopic && at.column == nil:
		return "Go to a topic first"
	case id == keys.CompareActors && len(s.grid.cast.chosen) < 2:
		return "Choose two to four actors first: space chooses the one under the cursor"
	}
	return s.top().refusal(id)
}

// refusesEvidence says why a subject leads to no statements.
func (s subject) refusesEvidence() string {
	switch {
	case s.row == nil && s.column == nil:
		return "Nothing to open here"
	case s.row != nil && s.column != nil && s.cell().Stand == position.Silent:
		return s.row.Speaker.Short() + " is silent on " + s.column.Topic.Name
	}
	return ""
}

func (g *grid) refusal(id keys.ID) string {
	at := g.subject()
	switch id {
	case keys.Open:
		if len(g.answer.Matrix.Columns) == 0 {
			return "Nothing to open here"
		}
		return at.refusesEvidence()
	case keys.Unfold, keys.ChooseActor:
		switch {
		case at.row == nil:
			return "Go to an actor first"
		case id == keys.ChooseActor && !g.cast.canChoose(whoIs(at.row)):
			return "At most 4 actors; space deselects one"
		case id == keys.Unfold && at.row.Own:
			return at.row.Speaker.Name + " spoke for nobody else"
		}
	case keys.ChooseNone:
		if len(g.cast.chosen) == 0 {
			return "No actor is chosen; space chooses one"
		}
	case keys.OrderActors, keys.GoToName, keys.NextPane, keys.PrevPane:
		if len(g.cast.entries) == 0 {
			return "Nobody takes a position here"
		}
	}
	return ""
}

// shown is no statement: the matrix tells of many at once.
func (g *grid) shown() *model.Statement { return nil }

func (p *topicPage) refusal(id keys.ID) string {
	switch id {
	case keys.Open:
		if at := p.subject(); at.row == nil {
			return "Go to an actor first"
		}
	case keys.NextPane, keys.PrevPane:
		return onePane
	}
	return ""
}

const onePane = "There is only one pane here"

// shown is the newest statement of the actor under the cursor.
func (p *topicPage) shown() *model.Statement {
	if i := p.at(); i >= 0 && i < len(p.actors) && p.actors[i].newest != nil {
		st := p.answer.Matrix.Statement(*p.actors[i].newest)
		return &st
	}
	return nil
}

func (s *shifts) refusal(id keys.ID) string {
	switch id {
	case keys.Open, keys.NextPane, keys.PrevPane, keys.TopicLeft, keys.TopicRight:
		if s.subject().row == nil {
			return "No shift is shown here"
		}
	}
	return ""
}

// shown is the one of the two statements of a shift that is chosen.
func (s *shifts) shown() *model.Statement {
	i := s.at()
	if i < 0 || i >= len(s.all) {
		return nil
	}
	mention := s.all[i].After
	if s.before {
		mention = s.all[i].Before
	}
	st := s.answer.Matrix.Statement(mention)
	return &st
}

func (c *comparison) refusal(id keys.ID) string {
	switch id {
	case keys.Open:
		return c.subject().refusesEvidence()
	case keys.NextPane, keys.PrevPane, keys.TopicLeft, keys.TopicRight:
		if c.found == nil || len(c.found.Rows) < 2 {
			return "Nobody else to go to"
		}
	}
	return ""
}

// shown is the strongest statement of the actor under the cursor.
func (c *comparison) shown() *model.Statement {
	if i := c.at(); c.found != nil && i >= 0 && i < len(c.found.Lines) {
		if mention := c.found.Lines[i].Strongest[c.column]; mention != nil {
			st := c.from.Matrix.Statement(*mention)
			return &st
		}
	}
	return nil
}

func (p *rulePage) refusal(id keys.ID) string {
	switch id {
	case keys.Open:
		return "Nothing to open here"
	case keys.NextPane, keys.PrevPane:
		return onePane
	}
	return ""
}

func (p *rulePage) shown() *model.Statement { return nil }
