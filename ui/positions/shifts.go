package positions

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"onrecord/model/position"
	"onrecord/ui/keys"
	"onrecord/ui/theme"
	"onrecord/ui/turns"
	"onrecord/ui/widget"
)

// shifts is the list of the positions that moved, the newest first: those of actors, and if that is wanted, also those of
// speakers whose actor did not move with them.
type shifts struct {
	*desk
	width, height int
	order         turns.Order
	ready         bool
	speakers      bool
	before        bool // of the two statements of the shift under the cursor, the first is chosen
	all           []position.Shift
	roll
}

// shifted brings the shifts of an answer.
type shifted struct {
	turn *turns.Turn
	all  []position.Shift
	err  error
}

func newShifts(d *desk) *shifts {
	s := &shifts{desk: d}
	s.roll = newRoll(s.draws)
	return s
}

func (s *shifts) scope() keys.Scope { return keys.Shifts }

// listHead is the title of a view, and a blank line.
const listHead = 2

func (s *shifts) resize(width, height int) tea.Cmd {
	s.width, s.height = width, height
	s.window.Resize(max(0, height-listHead))
	return nil
}

// renew asks for the shifts of another answer.
func (s *shifts) renew() tea.Cmd {
	turn, m, speakers := s.order.Next(), s.answer.Matrix, s.speakers
	return func() tea.Msg {
		all, err := m.Shifts(turn)
		if err == nil && speakers {
			all, err = withSpeakers(turn, m, all)
		}
		return shifted{turn, all, err}
	}
}

// withSpeakers adds the shifts of speakers. Those with whom an actor moved are told already.
func withSpeakers(ctx context.Context, m *position.Matrix, all []position.Shift) ([]position.Shift, error) {
	type told struct{ column, statement int }
	known := map[told]bool{}
	for i := range all {
		known[told{all[i].Column.Place, all[i].After.Index}] = true
	}
	more, err := m.SpeakerShifts(ctx)
	for i := range more {
		if !known[told{more[i].Column.Place, more[i].After.Index}] {
			all = append(all, more[i])
		}
	}
	slices.SortStableFunc(all, func(a, b position.Shift) int { return cmp.Compare(b.Day, a.Day) })
	return all, err
}

func (s *shifts) update(msg tea.Msg) tea.Cmd {
	if msg, ok := msg.(shifted); ok && s.order.Is(msg.turn) && msg.err == nil {
		at := s.subject()
		s.all, s.ready = msg.all, true
		cursor := s.at()
		for i, shift := range s.all {
			if at.row != nil && whoIs(shift.Row) == whoIs(at.row) && shift.Column.Topic == at.column.Topic {
				cursor = i
				break
			}
		}
		s.set(len(s.all), cursor)
	}
	return nil
}

func (s *shifts) do(id keys.ID) (tea.Cmd, bool) {
	switch id {
	case keys.Open:
		return s.evidence(s.subject()), true
	case keys.NextPane, keys.PrevPane, keys.TopicLeft, keys.TopicRight:
		s.before = !s.before
		return nil, true
	case keys.Unfold:
		s.speakers, s.ready = !s.speakers, false
		return s.renew(), true
	}
	return nil, s.roll.do(id)
}

func (s *shifts) click(_, y int) tea.Cmd {
	if s.roll.click(y - listHead) {
		return s.evidence(s.subject())
	}
	return nil
}

func (s *shifts) wheel(by int) tea.Cmd {
	s.window.Scroll(by)
	return nil
}

func (s *shifts) subject() subject {
	if i := s.at(); i >= 0 && i < len(s.all) {
		return subject{s.all[i].Row, s.all[i].Column}
	}
	return subject{}
}

func (s *shifts) draw() []string {
	t := s.theme
	also := " also of speakers"
	if s.speakers {
		also = " of actors alone"
	}
	right := widget.Styled(t.KeyName, "e").Add(t.KeyHelp, also)
	title := s.title(s.width - 3 - right.Width() - 1)
	if len(title) == 1 { // the count matters more than the key
		title, right = s.title(s.width-3), nil
	}
	lines := []string{"  " + s.ends(title, right, s.width-3), ""}
	switch {
	case !s.ready:
		return append(lines, "  "+t.Faint.Render(t.Signs.Ellipsis))
	case len(s.all) == 0:
		why := "No position shifted under this filter. Mixed positions are not counted as shifts."
		for _, line := range s.wrapped(widget.Styled(t.Quiet, why), min(readable, s.width-4), 0) {
			lines = append(lines, "  "+line)
		}
		return lines
	}
	return append(lines, s.roll.draw()...)
}

// title says how many shifts there are and which are in view, and if that has room, in which order they stand.
func (s *shifts) title(width int) widget.Text {
	t := s.theme
	title := widget.Styled(t.Title, "What moved")
	if !s.ready {
		return title
	}
	count := widget.Styled(t.Faint, s.gap()).Add(t.Quiet, counted(len(s.all), "shift", "shifts"))
	part := s.part(s.painter)
	if len(part) > 0 {
		part = append(widget.Styled(t.Faint, s.gap()), part...)
	}
	order := widget.Styled(t.Faint, s.gap()+"newest first")
	for _, parts := range [][]widget.Text{{count, part, order}, {count, part}, {part}} {
		if text := append(title[:len(title):len(title)], slices.Concat(parts...)...); text.Width() <= width {
			return text
		}
	}
	return title
}

// draws draws a shift: what moved, and the two statements between which it did.
func (s *shifts) draws(i int, selected bool) []string {
	t, shift := s.theme, &s.all[i]
	name, words := t.Quiet, t.Quiet
	if selected {
		name, words = t.Strong, t.Text
	}
	width := s.width - gutter - 1
	left := widget.Styled(t.Faint, shift.Day.Column()+"  ").Add(name, shift.Row.Speaker.Short())
	if actor := shift.Row.Actor; actor != nil && actor != shift.Row.Speaker {
		left = left.Add(t.Quiet, ", "+actor.Short())
	}
	left = left.Add(t.Faint, " on ").Add(name, shift.Column.Topic.Name)
	bar := s.bar(selected)
	var lines []string
	for _, line := range s.proposed(left, shift.Column.Topic, s.change(shift), width) {
		lines = append(lines, bar+line)
	}
	for k, mention := range []position.Mention{shift.Before, shift.After} {
		look, pointer := t.Quiet, "  "
		if selected && s.before == (k == 0) {
			look, pointer = words, t.Accent.Render(t.Signs.Forward)+" "
		}
		for _, line := range s.statement(mention, look, width-2) {
			lines = append(lines, bar+pointer+line)
			pointer = "  "
		}
	}
	if n := shift.Since; n > 1 && s.roomy() {
		text := fmt.Sprintf("%s agree with it from then on", statements(n))
		lines = append(lines, bar+"    "+s.one(widget.Styled(t.Faint, text), width-4).Styled)
	}
	return append(lines, "")
}

// roomy tells whether statements have room for more than a line.
func (s *shifts) roomy() bool { return s.height >= highFrom }

// statement draws one of the statements between which a position moved.
func (s *shifts) statement(m position.Mention, words theme.Style, width int) []string {
	st := s.answer.Matrix.Statement(m)
	style, sign := s.sign(m.Stance)
	if !s.roomy() {
		lines := s.quoteLine(&st, words, width-2)
		for i := range lines {
			lines[i] = spaces(2) + lines[i]
		}
		lines[0] = style.Render(sign) + " " + strings.TrimPrefix(lines[0], spaces(2))
		return lines
	}
	who := append(widget.Styled(style, sign+" "), s.mark(&st)...).Add(s.theme.Quiet, st.Day.Long()+"  "+st.Speaker.Short())
	lines := []string{s.one(who, width).Styled}
	for _, line := range s.quote(&st, words, min(readable, width-2), quoteLines) {
		lines = append(lines, "  "+line)
	}
	return lines
}

// change says from where to where a position moved.
func (s *shifts) change(shift *position.Shift) widget.Text {
	t := s.theme
	from, was := s.stand(shift.From)
	to, is := s.stand(shift.To)
	if s.width < mediumFrom {
		return widget.Styled(from, was).Add(t.Faint, " "+t.Signs.Arrow+" ").Add(to, is)
	}
	return widget.Styled(from, was+" ").Add(t.Quiet, shift.From.Words()).Add(t.Faint, " "+t.Signs.Arrow+" ").
		Add(to, is+" ").Add(t.Quiet, shift.To.Words())
}

// mediumFrom is the width from which on there is room for words that signs say as well.
const mediumFrom = 80

func (s *shifts) plain() string {
	i := s.at()
	if i < 0 || i >= len(s.all) {
		return ""
	}
	shift := &s.all[i]
	before, after := s.answer.Matrix.Statement(shift.Before), s.answer.Matrix.Statement(shift.After)
	return fmt.Sprintf("%s on %s: from %s to %s\n\n%s\n\n%s", shift.Row.Speaker.Name, shift.Column.Topic.Name,
		shift.From.Words(), shift.To.Words(), before.Citation(), after.Citation())
}
