package keys

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"
)

// Registry holds the commands and finds them by key, place or name.
type Registry struct {
	commands []Command
	byID     map[ID]int
	byKey    map[string][]int
}

// Default is the registry of the program.
func Default() *Registry { return New(table()) }

// New makes a registry of commands.
func New(commands []Command) *Registry {
	r := &Registry{commands: commands, byID: map[ID]int{}, byKey: map[string][]int{}}
	for i, c := range commands {
		r.byID[c.ID] = i
		for _, key := range c.Keys {
			r.byKey[key] = append(r.byKey[key], i)
		}
	}
	return r
}

// All are the commands in the order of the table.
func (r *Registry) All() []Command { return slices.Clone(r.commands) }

// Command is the command called id; it has no title if there is none.
func (r *Registry) Command(id ID) Command {
	if i, ok := r.byID[id]; ok {
		return r.commands[i]
	}
	return Command{ID: id}
}

// Match finds the command of a key press. The scopes go from the innermost outwards; Global comes last
// by itself. Behind a modal scope nothing is asked but what always works, and in a scope where one types
// a key that is text is no command.
func (r *Registry) Match(msg tea.KeyPressMsg, scopes ...Scope) (ID, bool) {
	for _, key := range names(msg) {
		for _, scope := range reach(scopes) {
			if scope&typing != 0 && isText(key) {
				continue
			}
			if i := r.find(key, scope); i >= 0 {
				return r.commands[i].ID, true
			}
		}
	}
	return "", false
}

// Elsewhere names a key press that means nothing in the place that has the keyboard, and finds what it does in another;
// the command has no title if it does nothing anywhere.
func (r *Registry) Elsewhere(msg tea.KeyPressMsg) (key string, c Command) {
	pressed := names(msg)
	for _, key := range pressed {
		if all := r.byKey[key]; len(all) > 0 {
			return key, r.commands[all[0]]
		}
	}
	return pressed[0], Command{}
}

// find is the index of the command that has key in scope itself, or -1.
func (r *Registry) find(key string, scope Scope) int {
	for _, i := range r.byKey[key] {
		if c := r.commands[i]; c.Scope&scope != 0 || c.Always {
			return i
		}
	}
	return -1
}

// For lists what works when the scopes have the keyboard, without those that only edit a line unless
// one types. Where one types, the commands are without their keys that are text.
func (r *Registry) For(scopes ...Scope) []Command {
	var found []Command
	for _, c := range r.commands {
		for _, scope := range reach(scopes) {
			if c.Scope&scope != 0 || c.Always {
				if scope&typing != 0 {
					c.Keys = slices.DeleteFunc(slices.Clone(c.Keys), isText)
				}
				found = append(found, c)
				break
			}
		}
	}
	return found
}

// Typing reports whether printable keys are text in scope.
func Typing(scope Scope) bool { return scope&typing != 0 }

// reach is the scopes that are asked, in order: up to the first modal one, else down to Global.
func reach(scopes []Scope) []Scope {
	for i, s := range scopes {
		if s&modal != 0 {
			return scopes[:i+1]
		}
		if s == Global {
			return scopes[:i+1]
		}
	}
	return append(slices.Clip(scopes), Global)
}

// names are the names that a key press may go by, the most telling first: its text (so that any layout
// finds "?" and "Y") or its key, and for letters of other scripts what the key is called on a Latin
// keyboard, if the terminal tells.
func names(msg tea.KeyPressMsg) []string {
	key := tea.Key(msg)
	if plain, ok := keypad[key.Code]; ok {
		key.Code, key.Text = plain, ""
	}
	var list []string
	switch chord := key.Mod &^ (tea.ModShift | tea.ModCapsLock | tea.ModNumLock); {
	case key.Text == " ":
		list = append(list, "space")
	case key.Text != "" && chord == 0:
		list = append(list, key.Text)
	case key.Text == "" && key.Mod == tea.ModShift && key.ShiftedCode != 0:
		list = append(list, string(key.ShiftedCode))
	}
	base := key.BaseCode
	key.BaseCode, key.Mod = 0, key.Mod&^(tea.ModCapsLock|tea.ModNumLock)
	if len(list) == 0 {
		list = append(list, key.Keystroke())
	}
	if r, _ := utf8.DecodeRuneInString(key.Text); base != 0 && unicode.IsLetter(r) && !unicode.Is(unicode.Latin, r) {
		list = append(list, latin(base, key.Mod))
	}
	return list
}

// keypad maps the keys of the number block, which some terminals tell apart, to their usual sisters.
var keypad = map[rune]rune{
	tea.KeyKpEnter: tea.KeyEnter, tea.KeyKpUp: tea.KeyUp, tea.KeyKpDown: tea.KeyDown,
	tea.KeyKpLeft: tea.KeyLeft, tea.KeyKpRight: tea.KeyRight, tea.KeyKpPgUp: tea.KeyPgUp,
	tea.KeyKpPgDown: tea.KeyPgDown, tea.KeyKpHome: tea.KeyHome, tea.KeyKpEnd: tea.KeyEnd,
	tea.KeyKpDelete: tea.KeyDelete,
}

func latin(base rune, mod tea.KeyMod) string {
	if mod&tea.ModShift != 0 {
		base = unicode.ToUpper(base)
	}
	return string(base)
}

// isText reports whether a key of this name writes something.
func isText(key string) bool {
	return key == "space" || utf8.RuneCountInString(key) == 1 || strings.IndexFunc(key, unicode.IsLetter) < 0
}
