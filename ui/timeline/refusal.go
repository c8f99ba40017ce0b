package timeline

import (
	"onrecord/ui/actions"
	"onrecord/ui/keys"
)

// Refusal says why a command does nothing here and now, "" if it does something.
func (s *Screen) Refusal(id keys.ID) string {
	if s.line.Typing() {
		return s.line.Refusal(id)
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
		if s.Rests() && s.line.Value() == "" {
			return "Nothing to go back to; q quits"
		}
	case keys.SwitchLanes:
		if s.answer.Chart != nil && s.scale.count == 0 {
			return noStatements
		}
	case keys.Find:
	default:
		return s.refuses(id)
	}
	return ""
}

const noStatements = "There are no statements here"

// refuses is Refusal for what is done with the days and the lanes.
func (s *Screen) refuses(id keys.ID) string {
	if actions.Is(id) {
		return actions.Refusal(id, s.selected())
	}
	if s.scale.count == 0 {
		return noStatements
	}
	lane, inLane := s.lane()
	switch id {
	case keys.Open:
		return s.nothingThere(lane)
	case keys.KeepDays:
		return s.nothingThere(s.all())
	case keys.AddLane, keys.LeaveLane:
		switch {
		case !inLane:
			return "Go down to a lane first"
		case lane.Token == "":
			return "No filter finds what is " + s.answer.Chart.By.word() + " " + lane.Label
		}
	case keys.ZoomIn:
		if s.zoom.unit == 0 {
			return "Already at one day per bar"
		}
	case keys.ZoomOut:
		if s.zoom.unit == units-1 {
			return "Already at one year per bar"
		}
	case keys.NextBusy, keys.PreviousBusy:
		by, where := 1, "after"
		if id == keys.PreviousBusy {
			by, where = -1, "before"
		}
		if _, ok := s.busy(lane, by); !ok {
			return "No busier " + s.scale.unit.String() + " " + where + " this one"
		}
	case keys.NextPane, keys.PrevPane:
		if s.selected() == nil {
			return "No statement is shown here"
		}
	}
	return ""
}

// nothingThere says that a lane has no statement from the days under the cursor, "" if it has one.
func (s *Screen) nothingThere(l *Lane) string {
	at := s.underCursor()
	if l.Count(at.from, at.to) > 0 {
		return ""
	}
	text := "Nothing"
	if lane, ok := s.lane(); ok && lane == l {
		text += " " + s.answer.Chart.By.word() + " " + l.Label
	}
	return text + ": " + at.words()
}
