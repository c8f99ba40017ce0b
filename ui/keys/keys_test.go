package keys_test

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"

	"onrecord/ui/keys"
)

// places are the scopes that can have the keyboard, each with what lies under it.
var places = []keys.Scope{
	keys.Search, keys.List, keys.Facets, keys.Detail, keys.Palette, keys.Help, keys.Choice,
	keys.Matrix, keys.Timeline, keys.Compare, keys.Shifts, keys.TopicPage, keys.RulePage, keys.Global,
}

// special are the keys that write no text, by the names that the program uses.
var special = map[string]rune{
	"up": tea.KeyUp, "down": tea.KeyDown, "left": tea.KeyLeft, "right": tea.KeyRight, "enter": tea.KeyEnter,
	"esc": tea.KeyEscape, "tab": tea.KeyTab, "pgup": tea.KeyPgUp, "pgdown": tea.KeyPgDown, "home": tea.KeyHome,
	"end": tea.KeyEnd, "backspace": tea.KeyBackspace, "delete": tea.KeyDelete, "f1": tea.KeyF1,
}

// press makes the key press that a terminal reports for a key of this name.
func press(t *testing.T, name string) tea.KeyPressMsg {
	t.Helper()
	var k tea.Key
	rest := name
	for {
		mod, after, ok := strings.Cut(rest, "+")
		if !ok || after == "" {
			break
		}
		k.Mod |= map[string]tea.KeyMod{"ctrl": tea.ModCtrl, "alt": tea.ModAlt, "shift": tea.ModShift}[mod]
		rest = after
	}
	switch code, known := special[rest]; {
	case known:
		k.Code = code
	case rest == "space":
		k.Code, k.Text = tea.KeySpace, " "
	case utf8.RuneCountInString(rest) == 1:
		k.Code, _ = utf8.DecodeRuneInString(rest)
		if k.Mod == 0 {
			k.Text = rest
		}
		if unicode.IsUpper(k.Code) {
			k.ShiftedCode, k.Code, k.Mod = k.Code, unicode.ToLower(k.Code), tea.ModShift
		}
	default:
		t.Fatalf("%q is no key", name)
	}
	return tea.KeyPressMsg(k)
}

func TestFixedKeys(t *testing.T) {
	r := keys.Default()
	for key, want := range map[string]keys.ID{
		"/": keys.Find, "enter": keys.Open, "esc": keys.Back, "tab": keys.NextPane, "shift+tab": keys.PrevPane,
		"1": keys.Statements, "2": keys.Positions, "3": keys.Dates,
		":": keys.Commands, "?": keys.ShowKeys, "y": keys.Copy, "q": keys.Quit, "ctrl+c": keys.Interrupt,
	} {
		if got, ok := r.Match(press(t, key), keys.List); !ok || got != want {
			t.Errorf("%s in the list is %q, want %q", key, got, want)
		}
	}
	for _, place := range places {
		if got, _ := r.Match(press(t, "ctrl+c"), place); got != keys.Interrupt {
			t.Errorf("ctrl+c in %s is %q", place, got)
		}
		if got, _ := r.Match(press(t, "esc"), place); got != keys.Back {
			t.Errorf("esc in %s is %q", place, got)
		}
	}
}

func TestLettersAreTextWhileTyping(t *testing.T) {
	r := keys.Default()
	for _, place := range []keys.Scope{keys.Search, keys.Palette} {
		if !keys.Typing(place) {
			t.Errorf("%s does not take text", place)
		}
		for _, c := range r.All() {
			for _, key := range c.Keys {
				if msg := press(t, key); msg.Text != "" {
					if got, ok := r.Match(msg, place, keys.List); ok {
						t.Errorf("%q in %s is %q, not text", key, place, got)
					}
				}
			}
		}
	}
	for key, want := range map[string]keys.ID{
		"up": keys.Up, "down": keys.Down, "pgdown": keys.PageDown, "enter": keys.Open, "tab": keys.Complete,
		"shift+tab": keys.PrevPane, "ctrl+u": keys.ClearLine, "ctrl+w": keys.DeleteWord, "alt+backspace": keys.DeleteWord,
		"ctrl+n": keys.NextChoice, "ctrl+p": keys.PrevChoice, "left": keys.CaretLeft, "home": keys.LineStart,
	} {
		if got, ok := r.Match(press(t, key), keys.Search); !ok || got != want {
			t.Errorf("%s in the search box is %q, want %q", key, got, want)
		}
	}
}

func TestModalPlacesHideTheRest(t *testing.T) {
	r := keys.Default()
	for _, test := range []struct {
		key   string
		place keys.Scope
		want  keys.ID
	}{
		{"?", keys.Search, ""}, {"f1", keys.Search, keys.ShowKeys}, {"q", keys.Choice, keys.Quit}, {"q", keys.Help, keys.Quit}, {"q", keys.Palette, ""}, {"?", keys.Help, keys.ShowKeys}, {"j", keys.Help, keys.Down},
		{"/", keys.Help, ""}, {"ctrl+z", keys.Choice, keys.Suspend},
	} {
		if got, _ := r.Match(press(t, test.key), test.place, keys.List); got != test.want {
			t.Errorf("%s in %s is %q, want %q", test.key, test.place, got, test.want)
		}
	}
}

// No two commands that can be reached at once share a key, unless one of them belongs to the place that
// has the keyboard and is meant to come first. There is no such case today.
func TestNoConflicts(t *testing.T) {
	r := keys.Default()
	for _, place := range places {
		owner := map[string]keys.ID{}
		for _, c := range r.For(place) {
			for _, key := range c.Keys {
				if keys.Typing(place) && press(t, key).Text != "" {
					continue
				}
				if other, taken := owner[key]; taken {
					t.Errorf("in %s, %s is both %q and %q", place, key, other, c.ID)
				}
				owner[key] = c.ID
			}
		}
	}
}

func TestEveryCommandCanBeToldAndReached(t *testing.T) {
	r := keys.Default()
	seen := map[keys.ID]bool{}
	for _, c := range r.All() {
		if seen[c.ID] {
			t.Errorf("%s is there twice", c.ID)
		}
		seen[c.ID] = true
		if c.Title == "" || c.Help == "" || !strings.HasSuffix(c.Help, ".") || c.Scope == 0 {
			t.Errorf("%s lacks a title, a sentence of help, or a place: %+v", c.ID, c)
		}
		if len(c.Keys) == 0 && !contains(r.Find(""), c.ID) {
			t.Errorf("%s has no key and is not in the palette", c.ID)
		}
		for _, key := range c.Keys {
			msg := press(t, key)
			for _, place := range places {
				if c.Scope&place == 0 || keys.Typing(place) && msg.Text != "" {
					continue
				}
				if got, ok := r.Match(msg, place); !ok || got != c.ID {
					t.Errorf("%s in %s is %q, want %q", key, place, got, c.ID)
				}
			}
		}
	}
}

// What terminals and multiplexers keep for themselves, or cannot tell apart, is bound to nothing that
// has no other key.
func TestNoKeyThatTerminalsEat(t *testing.T) {
	eaten := map[string]bool{
		"ctrl+i": true, "ctrl+m": true, "shift+enter": true, "ctrl+[": true, "ctrl+b": true, "ctrl+a": true,
		"ctrl+s": true, "ctrl+q": true, "ctrl+j": true, "ctrl+space": true, "ctrl+enter": true,
	}
	for _, c := range keys.Default().All() {
		if len(c.Keys) > 0 && eaten[c.Keys[0]] {
			t.Errorf("%s is first of all on %s", c.ID, c.Keys[0])
		}
	}
}

func contains(commands []keys.Command, id keys.ID) bool {
	for _, c := range commands {
		if c.ID == id {
			return true
		}
	}
	return false
}

func TestMatchKnowsLayouts(t *testing.T) {
	r := keys.Default()
	for _, test := range []struct {
		name string
		key  tea.Key
		want keys.ID
	}{
		{"a shifted sign comes as text", tea.Key{Code: 'ß', Text: "?", Mod: tea.ModShift}, keys.ShowKeys},
		{"or as a shifted code", tea.Key{Code: '/', ShiftedCode: '?', Mod: tea.ModShift}, keys.ShowKeys},
		{"upper case", tea.Key{Code: 'y', ShiftedCode: 'Y', Text: "Y", Mod: tea.ModShift}, keys.CopyWords},
		{"a Cyrillic keyboard that tells the key", tea.Key{Code: 'н', BaseCode: 'y', Text: "н"}, keys.Copy},
		{"and shifted", tea.Key{Code: 'н', BaseCode: 'y', ShiftedCode: 'Н', Text: "Н", Mod: tea.ModShift}, keys.CopyWords},
		{"a Cyrillic keyboard that does not", tea.Key{Code: 'н', Text: "н"}, ""},
		{"AZERTY means what it writes", tea.Key{Code: 'a', BaseCode: 'q', Text: "a"}, ""},
		{"the number block", tea.Key{Code: tea.KeyKpEnter, Text: "\r"}, keys.Open},
		{"the lock keys do not matter", tea.Key{Code: tea.KeyDown, Mod: tea.ModNumLock}, keys.Down},
		{"alt is no letter", tea.Key{Code: 'y', Mod: tea.ModAlt}, ""},
	} {
		if got, _ := r.Match(tea.KeyPressMsg(test.key), keys.List); got != test.want {
			t.Errorf("%s: %q, want %q", test.name, got, test.want)
		}
	}
}

func TestFind(t *testing.T) {
	r := keys.Default()
	for _, test := range []struct{ typed, first string }{
		{"", "Search"}, {"quit", "Quit"}, {"q", "Quit"}, {"copy", "Copy as citation"}, {"source", "Open the source in the browser"},
		{"clrflt", "Clear all filters"}, {"SORT", "Change the order"}, {"Y", "Copy the words only"}, {"dark", "Switch between dark and light"},
		{"  copy   words ", "Copy the words only"}, {"zzzz", ""}, {strings.Repeat("copy", 100), ""},
		{"help", "Show the keys"}, {"exit", "Quit"}, {"theme", "Switch between dark and light"}, {"export", "Save as HTML"},
		{"export csv", "Save as CSV"}, {"undo", "Go back one step"}, {"link copy", "Copy the link of the source"}, {"S", "Show what moved"},
	} {
		var got string
		if found := r.Find(test.typed); len(found) > 0 {
			got = found[0].Title
		}
		if got != test.first {
			t.Errorf("%q finds %q first, want %q", test.typed, got, test.first)
		}
	}
	for _, c := range r.Find("help") {
		if c.ID == keys.CopyLink {
			t.Error("help finds what only has its letters")
		}
	}
	for _, c := range r.Find("") {
		switch c.ID {
		case keys.Down, keys.Interrupt, keys.Complete:
			t.Errorf("the palette offers %s", c.ID)
		}
	}
}

func TestFooter(t *testing.T) {
	r := keys.Default()
	join := func(hints []keys.Hint) string {
		var parts []string
		for _, h := range hints {
			parts = append(parts, h.Key+" "+h.Label)
		}
		return strings.Join(parts, "   ")
	}
	for _, test := range []struct {
		width int
		place keys.Scope
		want  string
	}{
		{200, keys.List, "/ search   enter open   esc back   y copy   m mark   o source   s sort   tab pane   2 positions   : commands   ? keys"},
		{60, keys.Facets, "/ search   space choose   x leave out   : commands   ? keys"},
		{22, keys.List, ": commands   ? keys"},
		{10, keys.List, "? keys"},
		{3, keys.List, ""},
		{80, keys.Search, "enter open   esc back   tab complete   f1 keys"},
	} {
		if got := join(keys.Footer(r.Footed(test.place), test.width, false)); got != test.want {
			t.Errorf("%d columns in %s: %q, want %q", test.width, test.place, got, test.want)
		}
	}
}

func TestKeyLabel(t *testing.T) {
	for _, test := range []struct {
		key   string
		ascii bool
		want  string
	}{
		{"up", false, "↑"}, {"up", true, "up"}, {"alt+left", false, "alt+←"}, {"alt+left", true, "alt+left"},
		{"pgup", false, "pgup"}, {"ctrl+u", false, "ctrl+u"}, {"delete", false, "del"}, {"G", false, "G"}, {"shift+tab", false, "shift+tab"},
	} {
		if got := keys.KeyLabel(test.key, test.ascii); got != test.want {
			t.Errorf("%s is shown as %q, want %q", test.key, got, test.want)
		}
	}
}

func TestMarkdown(t *testing.T) {
	r := keys.Default()
	table := r.Markdown()
	for _, c := range r.All() {
		if len(c.Keys) > 0 && strings.Count(table, "| "+c.Title+" |") != 1 {
			t.Errorf("%q is in the table %d times", c.Title, strings.Count(table, "| "+c.Title+" |"))
		}
	}
	for _, part := range []string{"**Everywhere**", "| `/` | Search |", "**Search box**", "| `↑` `k` | Move up |"} {
		if !strings.Contains(table, part) {
			t.Errorf("the table lacks %q:\n%s", part, table)
		}
	}
}
