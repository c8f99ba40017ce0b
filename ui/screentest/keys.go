package screentest

import (
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"
	uv "github.com/charmbracelet/ultraviolet"
)

// named are the keys with a name, as terminals send them.
var named = map[string]string{
	"enter": "\r", "tab": "\t", "space": " ", "backspace": "\x7f", "shift+tab": "\x1b[Z",
	// As the program asks for: a bare ESC could be the beginning of whatever is typed next.
	"esc": "\x1b[27u",
	"up":  "\x1b[A", "down": "\x1b[B", "right": "\x1b[C", "left": "\x1b[D", "home": "\x1b[H", "end": "\x1b[F",
	"pgup": "\x1b[5~", "pgdown": "\x1b[6~", "delete": "\x1b[3~", "insert": "\x1b[2~", "f1": "\x1bOP",
}

// arrows are the keys that take modifiers as a number.
var arrows = map[string]string{"up": "A", "down": "B", "right": "C", "left": "D", "home": "H", "end": "F"}

// sequence is what a terminal sends for a key by its name, or the text itself.
func sequence(key string) string {
	if s, ok := named[key]; ok {
		return s
	}
	modifier, rest, ok := strings.Cut(key, "+")
	if !ok || rest == "" {
		return key
	}
	number, known := map[string]int{"shift": 2, "alt": 3, "ctrl": 5}[modifier]
	switch {
	case !known:
		return key
	case arrows[rest] != "":
		return "\x1b[1;" + strconv.Itoa(number) + arrows[rest]
	case modifier == "alt":
		return "\x1b" + sequence(rest)
	case modifier == "ctrl" && len(rest) == 1:
		return string(rest[0] & 0x1f)
	}
	return key
}

// Pressed is a key by its name, as a program gets it, for tests without a terminal.
func Pressed(name string) tea.KeyPressMsg {
	var decoder uv.EventDecoder
	_, event := decoder.Decode([]byte(sequence(name)))
	key, _ := event.(uv.KeyPressEvent)
	return tea.KeyPressMsg(key)
}
