package ui_test

import (
	"strings"
	"testing"
	"testing/synctest"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"onrecord/ui"
	"onrecord/ui/keys"
	"onrecord/ui/nav"
)

func TestNewsTellsItsKind(t *testing.T) {
	for _, ascii := range []bool{false, true} {
		d := open(t)
		d.app = ui.New(ui.Options{ASCII: ascii}, keys.Default(), ui.Tab{Command: keys.Statements, Name: "Statements", Screen: d.statements})
		d.app.Update(tea.WindowSizeMsg{Width: 80, Height: 24})
		begins := map[string]nav.Kind{}
		for _, kind := range []nav.Kind{nav.Info, nav.Finished, nav.Refused, nav.Failed} {
			d.app.Update(nav.Said{Kind: kind, Text: "the news"})
			footer := ansi.Strip(d.app.View().Content)
			sign, _, ok := strings.Cut(footer[strings.LastIndex(footer, "\n")+1:], "the news")
			if !ok {
				t.Fatalf("news of kind %d is not in the footer:\n%s", kind, footer)
			}
			if other, ok := begins[sign]; ok {
				t.Errorf("ASCII %t: kinds %d and %d both begin with %q", ascii, kind, other, sign)
			}
			begins[sign] = kind
		}
	}
}

func TestNewsGoesWithTheNextKey(t *testing.T) {
	for _, kind := range []nav.Kind{nav.Info, nav.Finished, nav.Refused, nav.Failed} {
		for name, next := range map[string]tea.Msg{
			"a key": tea.KeyPressMsg{Code: tea.KeyDown}, "a click": tea.MouseClickMsg{X: 4, Y: 4, Button: tea.MouseLeft}, "a paste": tea.PasteMsg{},
		} {
			d := open(t)
			d.app.Update(nav.Said{Kind: kind, Text: "the news"})
			d.shows("the news").app.Update(next)
			if d.hides("the news"); t.Failed() {
				t.Fatalf("news of kind %d outlives %s", kind, name)
			}
		}
	}
}

func TestOnlyGoodNewsGoesByItself(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := open(t)
		for _, said := range []nav.Said{{Kind: nav.Finished, Text: "Copied"}, {Kind: nav.Refused, Text: "not here"}, {Kind: nav.Failed, Text: "disk is full"}} {
			_, cmd := d.app.Update(said)
			d.shows(said.Text)
			d.carryOut(cmd)
			if said.Lasts() {
				d.shows(said.Text)
			} else {
				d.hides(said.Text)
			}
		}
	})
}

func TestWhatMeansNothingHereSaysSo(t *testing.T) {
	for _, test := range []struct {
		keys []string
		want string
	}{
		{[]string{"m"}, "! Nothing to mark"},
		{[]string{"y"}, "! Copy as citation does nothing here; ? lists the keys that work"},
		{[]string{"x"}, "! x (Leave this facet out) does nothing here; ? lists the keys that work"},
		{[]string{"#"}, "! # does nothing here; ? lists the keys that work"},
		{[]string{"/", "f5"}, "! f5 does nothing here; f1 lists the keys that work"},
		{[]string{"?", "m"}, "! m (Mark) does nothing here"},
		{[]string{"p", "m"}, "! m (Mark) does nothing here"},
		{[]string{"esc"}, "! Nothing to go back to; q quits"},
	} {
		synctest.Test(t, func(t *testing.T) { open(t).press(test.keys...).shows(test.want) })
	}
}

func TestOnlyWhatWorksIsOffered(t *testing.T) {
	d := open(t)
	d.hides("m mark")
	d.hides("esc back")
	d.press("?").shows("Copy as citation", "Open")
	d.hides("Mark ")
	d.hides("Go back")
	d.press("q", ":").burst("m", "a", "r", "k")
	d.shows("Mark: Nothing to mark.").press("esc", "/", "a", "esc").shows("esc back")
}

func TestThePaletteFindsWords(t *testing.T) {
	enter := func(d *desk, text string) *desk {
		for _, r := range text {
			d.burst(string(r))
		}
		return d
	}
	d := open(t)
	d.app.Update(tea.WindowSizeMsg{Width: 100, Height: 45})
	d.burst(":")
	if lines := strings.Count(ansi.Strip(d.app.View().Content), "│"); lines < 2*25 {
		t.Errorf("of 45 lines the palette uses %d", lines/2)
	}
	enter(d, "help").shows("▌ Show the keys", "│ Lists the keys that work here and now.").hides("Copy the link")
	enter(open(t).press(":"), "theme").shows("▌ Switch between dark and light")
	enter(open(t).press(":"), "export").shows("Save as HTML does nothing here. It works in: Positions")
	none := enter(open(t).press(":"), "zzz").shows("No command has a name like that.")
	none.hides("enter open")
	cmds := none.burst("enter")
	if told := cmds[len(cmds)-1](); told != (nav.Said{Kind: nav.Refused, Text: "No command has a name like that"}) {
		t.Errorf("told %v", told)
	}
	for _, height := range []int{10, 13, 14, 24} {
		d := open(t)
		d.app.Update(tea.WindowSizeMsg{Width: 40, Height: height})
		d.press(":").shows("❯ a command by its name", "▌ Search", "╰──")
	}
}
