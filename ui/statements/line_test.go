package statements_test

import (
	"errors"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"onrecord/ui/keys"
	"onrecord/ui/nav"
)

// TestWhatAnswersAnOlderLineIsMarked holds that no count and no list pass for the answer to a line that they do not answer.
func TestWhatAnswersAnOlderLineIsMarked(t *testing.T) {
	d := &slow{desk: open(t, newShelf(9), 160, "a")}
	d.shows("9 of 1,000")
	before, _ := d.View()
	d.press(keys.Find)
	for _, msg := range []tea.Msg{tea.KeyPressMsg{Text: "z", Code: 'z'}, tea.PasteMsg{Content: strings.Repeat("words and words ", 40)}} {
		d.held = append(d.held, d.Type(msg))
		d.shows("… of 1,000").hides("9 of 1,000")
		if after, _ := d.View(); after[5] == before[5] || ansi.Strip(after[5]) != ansi.Strip(before[5]) {
			t.Errorf("after %T the list is drawn as\n%q", msg, after[5])
		}
	}
	d.release()
	d.shows("9 of 1,000")
}

func TestAFailingSearchSaysSo(t *testing.T) {
	l := newShelf(9)
	d := open(t, l, 120, "a")
	l.broken = errors.New("the index is damaged")
	d.do(keys.Find).typeText("b")
	d.shows("The search failed.", "the index is damaged", "✗ failed").hides("Statement number 1.", "9 of 1,000")
	l.broken = nil
	d.typeText("c").shows("9 of 1,000", "Statement number 1.").hides("The search failed.")
}

// TestTabStaysInTheBox holds that what would complete the line, where there is nothing to complete, does nothing else.
func TestTabStaysInTheBox(t *testing.T) {
	d := open(t, newShelf(9), 120, "").do(keys.Find).typeText("q").do(keys.Complete).typeText("x")
	if d.Scope() != keys.Search || d.Line() != "qx" {
		t.Errorf("%s has the keyboard, and the line is %q", d.Scope(), d.Line())
	}
	if n := len(d.said); n != 1 || d.said[0].Kind != nav.Refused {
		t.Errorf("said %v", d.said)
	}
}

// TestEnterLeavesTheBox holds that a line that finds nothing stays as it is.
func TestEnterLeavesTheBox(t *testing.T) {
	l := newShelf(9)
	l.count = func(line string) int { return 3 * strings.Count(line, "a") }
	d := open(t, l, 120, "a").do(keys.Find).typeText("zz").do(keys.Open)
	if d.Scope() != keys.List || d.Line() != "zz" {
		t.Errorf("%s has the keyboard, and the line is %q", d.Scope(), d.Line())
	}
	d.shows("Nothing found.")
}

// TestTheOrderChangesAtOnce holds that each press of the key gives another order: without words the best are the newest.
func TestTheOrderChangesAtOnce(t *testing.T) {
	for line, want := range map[string][]string{
		"":               {"sort:-date", ""},
		"topic:peace":    {"topic:peace sort:-date", "topic:peace"},
		"peace":          {"peace sort:date", "peace sort:-date", "peace"},
		"sort:date":      {"sort:-date", ""},
		"-war sort:date": {"-war sort:-date", "-war"},
	} {
		d := open(t, newShelf(9), 120, line)
		for _, next := range want {
			if d.do(keys.Sort); d.Line() != next {
				t.Errorf("from %q: %q, want %q", line, d.Line(), next)
			}
		}
	}
}

// TestAnotherLineBringsTheList holds that who comes from another screen has the list, whatever pane was left.
func TestAnotherLineBringsTheList(t *testing.T) {
	for _, left := range []keys.ID{keys.PrevPane, keys.NextPane} {
		d := open(t, newShelf(9), 160, "a").do(left)
		if d.carryOut(d.Narrow("a")); d.Scope() == keys.List {
			t.Error("coming back to the same line moves the keyboard")
		}
		if d.carryOut(d.Narrow("b")); d.Scope() != keys.List {
			t.Errorf("%s has the keyboard", d.Scope())
		}
	}
}

// TestTheFacetsPaneUsesTheStatementInView holds that what is shown can be copied, marked and gone on from there, too.
func TestTheFacetsPaneUsesTheStatementInView(t *testing.T) {
	for _, width := range []int{160, 100} {
		l := newShelf(9)
		d := open(t, l, width, "a").do(keys.PrevPane)
		if d.do(keys.Mark); !l.marked["s0"] {
			t.Errorf("%d columns: nothing is marked", width)
		}
		if d.do(keys.Next, keys.Mark); !l.marked["s1"] || d.Scope() != keys.Facets {
			t.Errorf("%d columns: the next statement is not marked, and %s has the keyboard", width, d.Scope())
		}
		if d.do(keys.Related); d.Scope() != keys.Detail {
			t.Errorf("%d columns: %s has the keyboard", width, d.Scope())
		}
	}
	d := open(t, newShelf(9), 60, "a").do(keys.PrevPane, keys.Mark)
	if n := len(d.said); n == 0 || d.said[n-1].Kind != nav.Refused {
		t.Errorf("where no statement is in view, marking said %v", d.said)
	}
}
