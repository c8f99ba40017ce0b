package statements

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"onrecord/model/query"
	"onrecord/ui/keys"
	"onrecord/ui/line"
	"onrecord/ui/nav"
	"onrecord/ui/turns"
)

// search is the box in which one types, with what could be typed next.
type search struct {
	*line.Line

	slot    query.Slot
	wanted  bool // whether the library is still to be asked for choices
	choices []Suggestion
	choice  int // -1 until one is picked by key
	order   turns.Order
}

// suggested brings what could stand in a slot.
type suggested struct {
	turn    *turns.Turn
	choices []Suggestion
}

// leave takes the keyboard from the box, if it has it, and keeps what was typed.
func (s *search) leave() {
	if s.Typing() {
		s.Leave()
		s.forget()
	}
}

// forget drops the suggestions.
func (s *search) forget() {
	s.order.End()
	s.slot, s.wanted, s.choices, s.choice = query.Slot{}, false, nil, -1
}

// take shows what has come. What is picked stays picked; where it is no longer among them, so do the old ones.
func (s *search) take(msg suggested) {
	if !s.order.Is(msg.turn) {
		return
	}
	if s.choice >= 0 {
		picked := s.choices[s.choice].Token
		at := slices.IndexFunc(msg.choices, func(c Suggestion) bool { return c.Token == picked })
		if at < 0 {
			return
		}
		s.choice = at
	}
	s.choices = msg.choices
}

// suggest asks what could stand at the caret.
func (s *search) suggest(lib Library) tea.Cmd {
	s.prepare()
	return s.fetch(lib)
}

// prepare offers what the language itself has to offer at the caret, and notes what else is to be asked for.
func (s *search) prepare() {
	s.forget()
	if s.Selected() {
		return
	}
	s.slot = query.Complete(s.Value(), s.Caret())
	if s.again(); s.wanted {
		s.choices = known(s.slot)
	}
}

// again notes that there may be more to be offered.
func (s *search) again() {
	s.wanted = s.slot.Kind != query.NoSlot && (s.slot.Kind != query.WordSlot || s.slot.Prefix != "")
}

// fetch asks the library for what prepare has noted.
func (s *search) fetch(lib Library) tea.Cmd {
	if !s.wanted {
		return nil
	}
	s.wanted = false
	turn, slot, own := s.order.Next(), s.slot, known(s.slot)
	return func() tea.Msg {
		more, err := lib.Suggest(turn, slot)
		if err != nil {
			return nil
		}
		return suggested{turn, slices.Concat(own, more)}
	}
}

// known lists what the language itself has to offer: names of fields, and the values of fields that have few.
func known(slot query.Slot) []Suggestion {
	var options []query.Option
	end := ""
	switch slot.Kind {
	case query.ValueSlot:
		options = query.Values(slot.Field)
	case query.FieldNameSlot:
		if len(slot.Prefix) > 1 {
			options, end = query.FieldNames(), ":"
		}
	}
	var choices []Suggestion
	for _, o := range options {
		if strings.HasPrefix(o.Text, strings.ToLower(slot.Prefix)) {
			choices = append(choices, Suggestion{Token: o.Text + end, Label: o.Means, Count: -1})
		}
	}
	return choices
}

// pick moves among the suggestions.
func (s *search) pick(by int) {
	if n := len(s.choices); n > 0 {
		if s.choice < 0 && by < 0 {
			by = 0
		}
		s.choice = (s.choice + by + n) % n
	}
}

// completed is the line with the picked suggestion in it, or else the first; ok is false if that changes nothing.
func (s *search) completed() (value string, caret int, ok bool) {
	if len(s.choices) == 0 {
		return "", 0, false
	}
	value, caret = query.Apply(s.Value(), s.slot, s.choices[max(0, s.choice)].Token)
	return value, caret, value != s.Value()
}

func (s *search) canComplete() bool {
	_, _, ok := s.completed()
	return ok
}

// complete puts the picked suggestion, or else the first, into the line. It tells whether there was one.
func (s *search) complete() bool {
	value, caret, ok := s.completed()
	if ok {
		s.Replace(value, caret)
	}
	return ok
}

// ghost is the rest of the suggestion that tab would take, if the line only has to be gone on with.
func (s *search) ghost() string {
	if len(s.choices) == 0 || !s.AtEnd() || s.slot.Kind != query.ValueSlot {
		return ""
	}
	token := s.choices[max(0, s.choice)].Token
	if rest, ok := strings.CutPrefix(token, s.slot.Prefix); ok && s.slot.Prefix != "" {
		return rest
	}
	return ""
}

// Type takes what is typed or pasted into the search box.
func (s *Screen) Type(msg tea.Msg) tea.Cmd {
	selected := s.search.Selected()
	if !s.search.Type(msg) && selected == s.search.Selected() {
		return nil
	}
	return s.typed()
}

// typed asks anew after the line has changed. What could be typed next is asked for once the answer is there, so that
// the answer has all processors for itself.
func (s *Screen) typed() tea.Cmd {
	s.search.prepare()
	return s.ask(noRecord)
}

// edit carries out a command of the search box; ok is false if it is none.
func (s *Screen) edit(id keys.ID) (cmd tea.Cmd, ok bool) {
	switch id {
	case keys.Complete:
		if s.search.complete() {
			return s.typed(), true
		}
	case keys.NextChoice:
		s.search.pick(1)
	case keys.PrevChoice:
		s.search.pick(-1)
	}
	caret, selected := s.search.Caret(), s.search.Selected()
	switch s.search.Edit(id) {
	case line.Changed:
		return s.typed(), true
	case line.Moved:
		if caret != s.search.Caret() || selected != s.search.Selected() {
			return s.search.suggest(s.lib), true
		}
		return nil, true
	case line.Left:
		s.search.forget()
		return s.left(id), true
	}
	return nil, false
}

// left goes where a command leads that takes the keyboard from the search box.
func (s *Screen) left(id keys.ID) tea.Cmd {
	switch id {
	case keys.Open:
		if s.answers.shown() == 0 && s.dropping < 0 {
			return s.look(listPane)
		}
		return s.open()
	case keys.PrevPane:
		return s.look(facetPane)
	}
	return nil
}

// marked takes the news that a mark has been set or taken away.
func (s *Screen) marked(msg nav.Marked) tea.Cmd {
	s.detail.drawn = pageLook{index: -1}
	if msg.Err != nil || !s.asksMarked() {
		return nil
	}
	return s.refresh()
}

// asksMarked tells whether the answer depends on what is marked.
func (s *Screen) asksMarked() bool { return query.Parse(s.Line()).AsksMarked() }
