package statements

import (
	"onrecord/ui/actions"
	"onrecord/ui/keys"
)

// Refusal says why a command does nothing here and now, "" if it does something.
func (s *Screen) Refusal(id keys.ID) string {
	if s.search.Typing() {
		return s.refusesTyping(id)
	}
	switch id {
	case keys.Copy, keys.CopyWords, keys.CopyLink, keys.OpenSource, keys.Mark, keys.ShowStand, keys.Related:
		return s.refusesUse(id)
	case keys.Next, keys.Previous:
		return s.refusesNext(id)
	case keys.Clear:
		if s.Line() == "" {
			return "No filter to clear"
		}
	case keys.FilterBack:
		if !s.search.CanStep(-1) {
			return "No filter before this one"
		}
	case keys.FilterForward:
		if !s.search.CanStep(1) {
			return "No filter after this one"
		}
	case keys.Density:
		if s.layout.list.empty() {
			return "The list is not shown here; esc leads to it"
		}
	case keys.NextPane, keys.PrevPane:
		if s.answers.ready && s.answers.shown() == 0 && len(s.facets.rows) == 0 {
			return "Nothing is found, so the other panes are empty"
		}
	case keys.Toggle, keys.Exclude:
		return s.refusesFacet(id)
	case keys.Open:
		return s.refusesOpen()
	case keys.Back:
		if s.focus == listPane && s.Line() == "" {
			return "Nothing to go back to; q quits"
		}
	}
	return ""
}

func (s *Screen) refusesTyping(id keys.ID) string {
	switch id {
	case keys.NextChoice, keys.PrevChoice:
		if len(s.search.choices) > 0 {
			return ""
		}
	case keys.Complete:
		if s.search.canComplete() {
			return ""
		}
	}
	return s.search.Refusal(id)
}

// seen tells whether there is a statement on the screen that commands can be about.
func (s *Screen) seen() bool {
	return s.detail.shown && !(s.layout.list.empty() && s.layout.shown.empty())
}

// refusesUse says why a command does nothing with the statement in view.
func (s *Screen) refusesUse(id keys.ID) string {
	row, ok := s.subject()
	if !ok || !s.seen() {
		return "No statement is shown here"
	}
	switch st := &row.Statement; {
	case actions.Is(id):
		return actions.Refusal(id, st)
	case id == keys.ShowStand && len(st.Topics) == 0:
		return "This statement is about no topic, so no position rests on it"
	case id == keys.Related && s.detail.kin != nil && len(s.detail.kin) == 0:
		return "Nothing is related to this statement"
	}
	return ""
}

func (s *Screen) refusesNext(id keys.ID) string {
	at, count := s.list.window.Cursor(), s.list.window.Count()
	switch {
	case count == 0 || !s.seen():
		return "No statement is shown here"
	case id == keys.Next && at == count-1:
		return "This is the last statement"
	case id == keys.Previous && at == 0:
		return "This is the first statement"
	}
	return ""
}

// refusesFacet says why nothing can be chosen among the facets. What stands for further values can be opened by the key
// that chooses, but there is nothing to leave out.
func (s *Screen) refusesFacet(id keys.ID) string {
	_, _, ok := s.facets.under()
	switch {
	case ok, id == keys.Toggle && s.facets.canRest(s.facets.cursor):
		return ""
	case s.facets.canRest(s.facets.cursor):
		return "This opens the other values; go to a value first"
	}
	return "There is no value here"
}

func (s *Screen) refusesOpen() string {
	switch {
	case s.near.wish == goThere:
		return ""
	case s.focus == facetPane:
		return s.refusesFacet(keys.Toggle)
	case s.focus == detailPane:
		if _, ok := s.detail.chosen(); !ok {
			return "Nothing is selected here; r goes to what is related"
		}
	case !s.answers.ready:
		return "Nothing to open yet"
	case s.answers.shown() == 0 && len(s.answers.last.Drops) == 0:
		return "Nothing to open here"
	case s.answers.shown() == 0 && s.dropping < 0:
		return "Select what to leave out first: " + keys.KeyLabel("down", s.painter.theme.Options.ASCII)
	}
	return ""
}
