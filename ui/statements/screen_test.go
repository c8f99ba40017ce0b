package statements_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"onrecord/ui/keys"
	"onrecord/ui/nav"
)

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
	d.shows("Nothing found.", "0 of 1,000", "  without b", "  without a")
	if d.do(keys.Open); d.Line() != "a b" {
		t.Errorf("enter without a choice left %q of the line", d.Line())
	}
	d.do(keys.Down, keys.Down)
	d.carryOut(d.Update(nav.Grown{}))
	if d.do(keys.Open); d.Line() != "b" {
		t.Errorf("dropping the second filter gave %q", d.Line())
	}
	d.shows("2 of 1,000")
}

func TestNothingIsDroppedFromALineThatHasNoAnswerYet(t *testing.T) {
	l := newShelf(0)
	l.count = func(line string) int { return map[string]int{"a b": 0}[line] }
	d := &slow{desk: open(t, l, 120, "a b")}
	d.do(keys.Down).shows("▌ without b")
	d.press(keys.Find, keys.LineEnd)
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

func TestAnotherLineHasNoCompletionsOfTheOneBefore(t *testing.T) {
	d := open(t, newShelf(9), 120, "").do(keys.Find).typeText("a long line with speaker:ho")
	d.carryOut(d.Narrow("minsk")) // as from another screen
	d.shows("minsk").hides("tab hope")
	if why := d.Refusal(keys.Complete); why == "" {
		t.Error("there is something to complete")
	}
}

func TestWhatIsOfferedGrowsWithTheCollection(t *testing.T) {
	l := newShelf(9)
	d := open(t, l, 120, "").do(keys.Find).typeText("speaker:ho")
	d.shows("tab hope 7")
	l.grown = 250
	d.carryOut(d.Update(nav.Grown{}))
	d.shows("tab hope 257")
	d.do(keys.NextChoice)
	before := d.screen()
	d.carryOut(d.Update(nav.Grown{}))
	if d.screen() != before {
		t.Errorf("picked\n%s\nand after growing\n%s", before, d.screen())
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
	if last := d.said[len(d.said)-1]; last.Kind != nav.Failed || last.Text != "the disk is full" {
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

// TestANeighbourIsMarkedAndUnmarked toggles the mark of a neighbour, which the list shows at once, too.
func TestANeighbourIsMarkedAndUnmarked(t *testing.T) {
	l := newShelf(3)
	d := open(t, l, 140, "").do(keys.Related)
	if d.do(keys.Mark).shows("◆"); len(l.marked) != 1 {
		t.Fatalf("marked are %v", l.marked)
	}
	var id string
	for id = range l.marked {
	}
	if before := strings.Count(d.screen(), "◆"); before < 2 {
		t.Errorf("the mark of %s is shown %d times:\n%s", id, before, d.screen())
	}
	if d.do(keys.Mark).hides("◆"); l.marked[id] {
		t.Errorf("%s is still marked", id)
	}
}

// TestMarksInForceAreAskedForAnew takes the mark from a statement that is:marked found.
func TestMarksInForceAreAskedForAnew(t *testing.T) {
	l := newShelf(3)
	l.marked["s0"], l.marked["s1"] = true, true
	l.count = func(string) int {
		n := 0
		for _, on := range l.marked {
			if on {
				n++
			}
		}
		return n
	}
	d := open(t, l, 140, "is:marked").shows("2 of 1,000")
	d.do(keys.Mark).shows("1 of 1,000")
	asked := len(l.asked)
	d.carryOut(d.Update(nav.Marked{ID: "s1", Err: errors.New("the disk is full")}))
	if len(l.asked) != asked {
		t.Error("what nothing has changed is asked for anew")
	}
	l.marked["s1"] = false
	d.carryOut(d.Update(nav.Marked{ID: "s1"})) // by another screen
	d.shows("0 of 1,000")
}
