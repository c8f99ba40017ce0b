package statements_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"onrecord/model"
	"onrecord/model/query"
	"onrecord/ui/keys"
	"onrecord/ui/nav"
	"onrecord/ui/screentest"
	"onrecord/ui/statements"
	"onrecord/ui/theme"
)

// shelf is a library of numbered statements. A line finds as many of them as count says.
type shelf struct {
	count   func(line string) int
	grown   int // statements that stand before all others now
	asked   []statements.Question
	failing error
	marked  map[string]bool
}

func newShelf(n int) *shelf {
	return &shelf{count: func(string) int { return n }, marked: map[string]bool{}}
}

var (
	france  = &model.Speaker{ID: "france", Name: "France", Kind: model.State}
	speaker = &model.Speaker{ID: "hope", Name: "Anthony Hope", Role: "Writer", Affiliation: france}
	peace   = &model.Topic{ID: "peace", Name: "Peace", Proposition: "There is peace"}
)

// statement makes the statement of a number; every third is a direct quotation.
func statement(i int) model.Statement {
	s := model.Statement{
		Index: i, ID: fmt.Sprint("s", i), Speaker: speaker, Role: speaker.Role, Affiliation: france, Day: model.NewDay(2022, 1, 20),
		Form: model.Indirect, Text: fmt.Sprintf("Statement number %d.", i), Topics: []*model.Topic{peace},
		Positions: []model.Position{{Topic: peace, Stance: model.Oppose}}, Lang: "en",
	}
	if i%3 == 0 {
		s.Form = model.Direct
	}
	return s
}

func (l *shelf) Find(ctx context.Context, q statements.Question) (statements.Answer, error) {
	l.asked = append(l.asked, q)
	if err := ctx.Err(); err != nil {
		return statements.Answer{}, err
	}
	n := l.count(q.Line) + l.grown
	a := statements.Answer{Line: q.Line, Total: 1000 + l.grown, Count: n, Offset: q.Offset, Kept: -1}
	if q.Keep >= 0 {
		a.Kept = q.Keep + l.grown
	}
	first := -l.grown
	if strings.Contains(q.Line, "speaker:") {
		first = 100 // neighbours are others
	}
	for i := q.Offset; i < min(n, q.Offset+q.Limit); i++ {
		s := statement(i + first)
		a.Rows = append(a.Rows, statements.Row{Statement: s, Marked: l.marked[s.ID]})
	}
	if q.Facets {
		a.Facets = []statements.Facet{{Field: query.Stance, Values: []statements.Value{{Token: "oppose", Label: "oppose", Count: n}}}}
	}
	if n == 0 {
		a.Drops = []statements.Drop{{Text: "b", Line: "a", Count: 3}, {Text: "a", Line: "b", Count: 2}}
	}
	return a, nil
}

func (l *shelf) Suggest(_ context.Context, slot query.Slot) ([]statements.Suggestion, error) {
	if slot.Kind == query.ValueSlot && slot.Field == query.Speaker {
		return []statements.Suggestion{{Token: "hope", Label: "Anthony Hope", Count: 7}}, nil
	}
	return nil, nil
}

func (l *shelf) Mark(_ context.Context, id string, marked bool) error {
	if l.failing == nil {
		l.marked[id] = marked
	}
	return l.failing
}

// desk is a screen with its commands carried out at once.
type desk struct {
	*testing.T
	*statements.Screen
	said []nav.Said
}

func open(t *testing.T, l *shelf, width int, line string) *desk {
	d := &desk{T: t, Screen: statements.New(l, theme.New(theme.Options{}), line)}
	d.Resize(width, 38)
	d.carryOut(d.Init())
	return d
}

func (d *desk) carryOut(cmd tea.Cmd) { screentest.CarryOut(cmd, d.Update, d.take) }

// take keeps what is said to the root.
func (d *desk) take(msg tea.Msg) bool {
	switch msg := msg.(type) {
	case nav.Said:
		d.said = append(d.said, msg)
	default:
		return false
	}
	return true
}

func (d *desk) do(ids ...keys.ID) *desk {
	d.Helper()
	screentest.Commands(d, d.Do, d.carryOut, ids...)
	return d
}

func (d *desk) typeText(text string) *desk {
	for _, key := range screentest.Typed(text) {
		d.carryOut(d.Type(key))
	}
	return d
}

func (d *desk) screen() string { return screentest.Drawn(d.View()) }

func (d *desk) shows(texts ...string) *desk {
	d.Helper()
	screentest.Shows(d, d.screen(), texts...)
	return d
}

func (d *desk) hides(texts ...string) *desk {
	d.Helper()
	screentest.Hides(d, d.screen(), texts...)
	return d
}

func TestOnlyDirectQuotationsWearQuotationMarks(t *testing.T) {
	d := open(t, newShelf(5), 120, "")
	d.shows("“Statement number 0.”", "  Statement number 1.", "“Statement number 3.”", "quotation", "reported")
	d.hides("“Statement number 1.", "Statement number 1.”")
}

func TestALateAnswerIsDropped(t *testing.T) {
	l := newShelf(0)
	l.count = func(line string) int { return len(line) }
	d := open(t, l, 120, "")
	d.do(keys.Find)
	late := d.Type(tea.KeyPressMsg{Text: "a", Code: 'a'})
	d.typeText("bc").shows("3 of 1,000")
	d.carryOut(late)
	d.shows("3 of 1,000", "abc")
}

func TestTheSelectionStaysWhileMoreArrives(t *testing.T) {
	l := newShelf(300)
	d := open(t, l, 120, "").do(keys.Down, keys.Down)
	before := d.Plain()
	l.grown = 250
	d.carryOut(d.Update(nav.Grown{}))
	if d.Plain() != before {
		t.Errorf("selected %q, and after growing %q", before, d.Plain())
	}
	d.shows("550 of 1,250", "▌ Statement number 2.")
	d.do(keys.Up).shows("▌ Statement number 1.")
}

func TestTheCursorStaysOnARowThatIsStillOnItsWay(t *testing.T) {
	l := newShelf(300)
	d := &slow{desk: open(t, l, 120, "")}
	d.press(keys.Bottom)
	l.grown = 250
	d.carryOut(d.Update(nav.Grown{}))
	d.release()
	d.shows("▌ Statement number 49.").hides("▌ Statement number -250.")
}

func TestAnAnswerComesAlsoWhileNewsComesFaster(t *testing.T) {
	l := newShelf(300)
	d := &slow{desk: open(t, l, 120, "")}
	for i := range 3 {
		l.grown = i + 1
		d.held = append(d.held, d.Update(nav.Grown{}))
	}
	d.carryOut(d.held[0])
	d.shows("303 of 1,003")
	l.grown = 9
	d.carryOut(d.Update(nav.Grown{}))
	d.shows("309 of 1,009")
}

func TestEscTakesOneLayerOff(t *testing.T) {
	d := open(t, newShelf(9), 120, "minsk for:france")
	d.do(keys.Find).typeText(" x").do(keys.Back)
	if d.Scope() != keys.List || d.Line() != "minsk for:france x" {
		t.Fatalf("out of the search box: scope %v, line %q", d.Scope(), d.Line())
	}
	d.do(keys.Open, keys.Related, keys.Open).shows("back to Anthony Hope")
	d.do(keys.Back).hides("back to Anthony Hope")
	if d.do(keys.Back); d.Scope() != keys.List {
		t.Fatalf("out of the detail: scope %v", d.Scope())
	}
	for _, want := range []string{"minsk for:france", "minsk", ""} {
		if d.do(keys.Back); d.Line() != want {
			t.Fatalf("line %q, want %q", d.Line(), want)
		}
	}
	if _, ok := d.Do(keys.Back); ok {
		t.Error("there is a layer below the last one")
	}
}

func TestFiltersGoBackAndForward(t *testing.T) {
	d := open(t, newShelf(9), 120, "a")
	d.carryOut(d.Narrow("a b"))
	d.do(keys.NextPane, keys.NextPane, keys.Toggle)
	var lines []string
	for _, id := range []keys.ID{keys.FilterBack, keys.FilterBack, keys.FilterForward, keys.FilterForward} {
		lines = append(lines, d.do(id).Line())
	}
	if got := strings.Join(lines, ","); got != "a b,a,a b,a b stance:oppose" {
		t.Errorf("the lines were %s", got)
	}
	if d.do(keys.FilterForward); len(d.said) != 1 || d.Line() != "a b stance:oppose" {
		t.Errorf("at the end: said %v, line %q", d.said, d.Line())
	}
}

func TestFacetsEditTheLine(t *testing.T) {
	d := open(t, newShelf(9), 160, "a").do(keys.PrevPane)
	if d.do(keys.Toggle); d.Line() != "a stance:oppose" {
		t.Errorf("toggled: %q", d.Line())
	}
	d.shows("✓ ○ oppose")
	if d.do(keys.Exclude); d.Line() != "a -stance:oppose" {
		t.Errorf("left out: %q", d.Line())
	}
	d.shows("− ○ oppose")
	if d.do(keys.Exclude); d.Line() != "a" {
		t.Errorf("no longer left out: %q", d.Line())
	}
}

func TestNothingFoundOffersWhatToDrop(t *testing.T) {
	l := newShelf(0)
	l.count = func(line string) int { return map[string]int{"a b": 0, "a": 3, "b": 2}[line] }
	d := open(t, l, 120, "a b")
	d.shows("Nothing found.", "0 of 1,000", "▌ without b", "without a")
	if d.do(keys.Down, keys.Open); d.Line() != "b" {
		t.Errorf("dropping the second filter gave %q", d.Line())
	}
	d.shows("2 of 1,000")
}

func TestNothingIsDroppedFromALineThatHasNoAnswerYet(t *testing.T) {
	l := newShelf(0)
	l.count = func(line string) int { return map[string]int{"a b": 0}[line] }
	d := &slow{desk: open(t, l, 120, "a b")}
	d.shows("▌ without b")
	d.press(keys.Find)
	d.held = append(d.held, d.Type(tea.KeyPressMsg{Text: "c", Code: 'c'}))
	d.press(keys.Open)
	d.release()
	if d.Line() != "a bc" {
		t.Errorf("the line is %q", d.Line())
	}
}

func TestRowsFarDownAreAskedForOnce(t *testing.T) {
	l := newShelf(5000)
	d := open(t, l, 120, "").do(keys.Bottom)
	d.shows("Statement number 4999.")
	seen := map[string]bool{}
	for _, q := range l.asked {
		if key := fmt.Sprint(q.Line, q.Offset); q.Line == "" {
			if seen[key] {
				t.Errorf("rows from %d were asked for twice", q.Offset)
			}
			seen[key] = true
		}
	}
}

func TestTabTakesTheCompletion(t *testing.T) {
	d := open(t, newShelf(9), 120, "").do(keys.Find).typeText("speaker:ho")
	d.shows("tab hope 7", "speaker:hope")
	d.do(keys.Complete)
	if d.do(keys.Back); d.Line() != "speaker:hope" && strings.TrimSpace(d.Line()) != "speaker:hope" {
		t.Errorf("completed to %q", d.Line())
	}
}

func TestAMarkIsShownOnceItIsKept(t *testing.T) {
	l := newShelf(9)
	d := open(t, l, 120, "").do(keys.Mark).shows("◆")
	if !l.marked["s0"] {
		t.Error("the mark is not kept")
	}
	if d.do(keys.Mark).hides("◆"); l.marked["s0"] {
		t.Error("the mark is still kept")
	}
	l.failing = errors.New("the disk is full")
	d.do(keys.Mark).hides("◆")
	if last := d.said[len(d.said)-1]; !last.Bad || last.Text != "the disk is full" {
		t.Errorf("said %+v", last)
	}
}

func TestNarrowScreensShowOneThingAtATime(t *testing.T) {
	d := open(t, newShelf(9), 50, "")
	d.shows("Statement number 1.").hides("Saturday", "There is peace", "STANCE")
	d.do(keys.Open).shows("There is peace", "20 January 2022").hides("  Statement number 1.")
	d.do(keys.Back).shows("Statement number 1.").hides("There is peace")
	d.do(keys.PrevPane).shows("STANCE").hides("Statement number 1.")
}

func TestAnEmptyCollectionSaysSo(t *testing.T) {
	for _, width := range []int{50, 90, 130} {
		l := newShelf(0)
		d := open(t, l, width, "x")
		d.do(keys.Up, keys.Down, keys.PageDown, keys.Top, keys.Bottom, keys.Next, keys.Density)
		d.shows("0 of 1,000", "Nothing found.")
	}
}

// slow holds back what a screen wants done until it is let go on.
type slow struct {
	*desk
	held []tea.Cmd
}

func (d *slow) press(ids ...keys.ID) {
	d.Helper()
	for _, id := range ids {
		cmd, ok := d.Do(id)
		if !ok {
			d.Fatalf("%s means nothing here", id)
		}
		d.held = append(d.held, cmd)
	}
}

func (d *slow) release() {
	for _, cmd := range d.held {
		d.carryOut(cmd)
	}
	d.held = nil
}

func TestRelatedWaitsForTheNeighbours(t *testing.T) {
	for name, test := range map[string]struct {
		keys []keys.ID
		back string // where the way back leads after opening what is under the cursor
	}{
		"they come later":     {[]keys.ID{keys.Down, keys.Related}, "back to Anthony Hope"},
		"given up by esc":     {[]keys.ID{keys.Down, keys.Related, keys.Back, keys.Open}, ""},
		"something else next": {[]keys.ID{keys.Down, keys.Related, keys.Down}, ""},
	} {
		t.Run(name, func(t *testing.T) {
			d := &slow{desk: open(t, newShelf(9), 120, "")}
			d.press(test.keys...)
			d.hides("back to")
			d.release()
			d.do(keys.Open)
			if shown := strings.Contains(d.screen(), "back to"); shown != (test.back != "") {
				t.Errorf("the way back is there: %v\n%s", shown, d.screen())
			}
		})
	}
}

func TestRelatedAndOpenWaitForTheNeighboursTogether(t *testing.T) {
	d := &slow{desk: open(t, newShelf(9), 120, "")}
	d.press(keys.Down, keys.Related, keys.Open)
	d.hides("back to")
	d.release()
	d.shows("back to Anthony Hope")
}

func TestANeighbourStaysInViewWhileMoreArrives(t *testing.T) {
	l := newShelf(300)
	d := open(t, l, 120, "").do(keys.Open, keys.Related, keys.Open).shows("back to Anthony Hope")
	l.grown = 250
	d.carryOut(d.Update(nav.Grown{}))
	d.carryOut(d.Update(tea.WindowSizeMsg{Width: 120, Height: 40}))
	d.shows("550 of 1,250", "back to Anthony Hope")
}

func TestNeighboursComeBackAfterTyping(t *testing.T) {
	d := open(t, newShelf(9), 120, "").shows("SAME SPEAKER ON THIS")
	d.do(keys.Find).typeText("abc").shows("SAME SPEAKER ON THIS")
}

func TestRowsAroundTheSelectionComeAtOnce(t *testing.T) {
	l := newShelf(5000)
	d := open(t, l, 120, "").do(keys.Bottom)
	l.asked, l.grown = nil, 10
	msgs := d.Update(nav.Grown{})
	d.carryOut(msgs)
	facets := 0
	for _, q := range l.asked {
		if q.Facets {
			facets++
		}
	}
	if facets != 1 {
		t.Errorf("facets were counted %d times", facets)
	}
	d.shows("Statement number 4999.", "5,010 of 1,010")
}

func TestAStatementLeadsToItsCells(t *testing.T) {
	d := open(t, newShelf(9), 120, "number")
	lead := func(id keys.ID) tea.Msg {
		cmd, ok := d.Do(id)
		if !ok {
			t.Fatalf("%s means nothing here", id)
		}
		return cmd()
	}
	want := nav.Go{Screen: keys.Positions, Line: "number", Cell: nav.Cell{Actor: "france", Topic: "peace"}}
	if got := lead(keys.ShowStand); got != want {
		t.Errorf("it leads to %+v, want %+v", got, want)
	}
	// The query need not find a neighbour, so its cell is among those of all statements.
	want.Line = ""
	if got := d.do(keys.Related, keys.Open); got.Scope() != keys.Detail {
		t.Fatal("no neighbour was opened")
	}
	if got := lead(keys.ShowStand); got != want {
		t.Errorf("a neighbour leads to %+v, want %+v", got, want)
	}
}

func TestARowIsAsHighAsItsWords(t *testing.T) {
	d := open(t, newShelf(9), 120, "")
	lines := strings.Split(d.screen(), "\n")
	heads := 0
	for _, line := range lines {
		if strings.Contains(line, "20 Jan 2022  Anthony Hope") && strings.Contains(line, "│") {
			heads++
		}
	}
	list := make([]string, 0, len(lines))
	for _, line := range lines[3:] {
		if parts := strings.Split(line, "│"); len(parts) == 3 {
			list = append(list, strings.TrimSpace(parts[1]))
		}
	}
	for i, line := range list {
		if i > 0 && line == "" && list[i-1] == "" && i < 4*9 {
			t.Fatalf("two blank lines between rows of one line:\n%s", d.screen())
		}
	}
	if heads < 8 {
		t.Errorf("%d rows are in view:\n%s", heads, d.screen())
	}
	d.do(keys.Bottom, keys.PageUp, keys.PageDown, keys.Top, keys.HalfDown, keys.Density, keys.Density).shows("▌")
}
