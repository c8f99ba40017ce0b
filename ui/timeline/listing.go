package timeline

import (
	"strings"

	"onrecord/model"
	"onrecord/ui/keys"
	"onrecord/ui/theme"
	"onrecord/ui/widget"
)

// listing is the statements of the days and the lane under the cursor: one a line below the lanes, or in a pane of their
// own where the bars leave room for it. One of them is selected; commands are about that.
type listing struct {
	window  *widget.Window
	focused bool // the arrow keys move the selection
	of      subject
}

// subject is what the listing is of.
type subject struct {
	chart *Chart
	lane  *Lane
	days  span
}

// relist begins the listing anew if there is something else under the cursor.
func (s *Screen) relist() {
	lane, _ := s.lane()
	at := subject{s.answer.Chart, lane, s.underCursor()}
	if s.scale.count == 0 {
		at = subject{}
	}
	defer s.resizeListing()
	if at == s.listing.of {
		return
	}
	s.listing.of = at
	count := 0
	if at.chart != nil {
		count = at.lane.Count(at.days.from, at.days.to)
	}
	s.listing.window.Reset(count)
	s.listing.focused = s.listing.focused && count > 0
}

// resizeListing gives the listing its room.
func (s *Screen) resizeListing() {
	height := s.layout.quotes
	if s.layout.pane > 0 {
		height = max(0, s.layout.height-s.layout.top-paneHead)
	}
	s.listing.window.Resize(height)
	s.listing.focused = s.listing.focused && height > 0
}

// listed returns a statement of the listing.
func (s *Screen) listed(i int) model.Statement {
	of := s.listing.of
	first, _ := of.lane.between(of.days)
	return of.chart.collection.At(int(of.lane.entries[first+i].place))
}

// selected is the statement that commands are about, nil if none is shown.
func (s *Screen) selected() *model.Statement {
	i := s.listing.window.Cursor()
	if i < 0 || s.listing.window.Height() == 0 {
		return nil
	}
	st := s.listed(i)
	return &st
}

// moveListing carries out the commands that move the selection. Upwards it ends where the lanes begin again.
func (s *Screen) moveListing(id keys.ID) bool {
	w := s.listing.window
	if id == keys.Up && w.Cursor() == 0 && s.layout.pane == 0 {
		s.listing.focused = false
		return true
	}
	return keys.Roam(w, id)
}

// listingAt is where the statements begin on the screen.
func (s *Screen) listingAt() (left, top int) {
	if s.layout.pane > 0 {
		return s.layout.width - s.layout.pane, s.layout.top + paneHead
	}
	return 0, s.layout.below + 1
}

func (s *Screen) overListing(x, y int) bool {
	left, top := s.listingAt()
	return s.listing.window.Height() > 0 && x >= left && y >= top
}

// pointListing selects the statement at a place of the screen, and tells whether there is one.
func (s *Screen) pointListing(x, y int) bool {
	if !s.overListing(x, y) {
		return false
	}
	_, top := s.listingAt()
	i, ok := s.listing.window.At(y - top)
	if ok {
		s.listing.focused = true
		s.listing.window.Select(i)
	}
	return ok
}

// paneHead is how many lines of the pane stand above the statements.
const paneHead = 3

// mostWords is how many lines of a statement the pane shows.
const mostWords = 4

// tall is how many lines a statement takes.
func (s *Screen) tall(i int) int {
	if s.layout.pane == 0 {
		return 1
	}
	return len(s.paneItem(i, false))
}

// listingLines draws the statements in view.
func (s *Screen) listingLines() []string {
	var lines []string
	for _, slot := range s.listing.window.Slots() {
		selected := slot.Index == s.listing.window.Cursor()
		if s.layout.pane == 0 {
			st := s.listed(slot.Index)
			lines = append(lines, s.pointer(selected)+s.quote(&st, s.listing.of.days))
			continue
		}
		lines = append(lines, s.paneItem(slot.Index, selected)[slot.Skip:slot.Skip+slot.Lines]...)
	}
	return lines
}

// pointer stands before the selected statement: a bar if the arrow keys move it.
func (s *Screen) pointer(selected bool) string {
	t := s.theme
	switch {
	case selected && s.listing.focused:
		return t.Cursor.Render(t.Signs.Bar) + " "
	case selected:
		return t.Accent.Render(t.Signs.Forward) + " "
	}
	return strings.Repeat(" ", gutter)
}

// paneItem draws a statement in the pane: who, for whom and when, the words, and a blank line.
func (s *Screen) paneItem(i int, selected bool) []string {
	t, st, width := s.theme, s.listed(i), s.layout.pane-gutter-2
	name, words := t.Quiet, t.Quiet
	if selected {
		name, words = t.Strong, t.Text
	}
	who := s.named(&st, name)
	if st.Affiliation != nil {
		who = who.Add(t.Faint, "  "+st.Affiliation.Short())
	}
	var day widget.Text
	if s.listing.of.days.days() > 1 {
		day = widget.Styled(t.Faint, strings.TrimSpace(st.Day.Column()))
	}
	lines := []string{s.pointer(selected) + s.ends(who, day, width)}
	for _, line := range s.quoted(&st, words, width, mostWords) {
		lines = append(lines, strings.Repeat(" ", gutter)+line.Styled)
	}
	return append(lines, "")
}

// paneLines draws the pane: which days, how many statements, and the statements.
func (s *Screen) paneLines() []string {
	at, width := s.underCursor(), s.layout.pane-gutter-2
	title := widget.Styled(s.daysStyle(), at.words())
	if title.Width() > width {
		title = widget.Styled(s.daysStyle(), at.short())
	}
	lines := []string{s.ends(title, s.chosenDays(at), width), s.one(s.counts(at), width).Styled, s.ends(nil, s.part(), width)}
	for i := range lines {
		lines[i] = " " + lines[i]
	}
	for _, line := range s.listingLines() {
		lines = append(lines, " "+line)
	}
	return lines
}

// part says which of the statements are in view, and where there are others; nothing if all are.
func (s *Screen) part() widget.Text {
	w, t := s.listing.window, s.theme
	slots := w.Slots()
	if len(slots) == 0 {
		return nil
	}
	first, last := slots[0], slots[len(slots)-1]
	signs := ""
	if first.Index > 0 || first.Skip > 0 {
		signs += keys.KeyLabel("up", t.Options.ASCII) + " "
	}
	if last.Index < w.Count()-1 || last.Skip+last.Lines < s.tall(last.Index) {
		signs += keys.KeyLabel("down", t.Options.ASCII) + " "
	}
	if signs == "" {
		return nil
	}
	words := widget.Thousands(first.Index + 1)
	if last.Index > first.Index {
		words += s.dash() + widget.Thousands(last.Index+1)
	}
	return widget.Styled(t.KeyName, signs).Add(t.Faint, words+" of "+widget.Thousands(w.Count()))
}

func (s *Screen) dash() string {
	if s.theme.Options.ASCII {
		return "-"
	}
	return "–"
}

// daysStyle is the style of the days under the cursor.
func (s *Screen) daysStyle() theme.Style {
	if s.cursor.choosing {
		return s.theme.Accent
	}
	return s.theme.Strong
}
