package keys

import (
	"fmt"
	"slices"
	"strings"
)

// Hint is one entry of the footer.
type Hint struct{ Key, Label string }

// hintGap is the space between two entries of the footer, and between a key and its label.
const (
	hintGap = 3
	keyGap  = 1
)

// Footed lists the commands that the footer may name when the scopes have the keyboard.
func (r *Registry) Footed(scopes ...Scope) []Command {
	return slices.DeleteFunc(r.For(scopes...), func(c Command) bool { return c.Footer == "" || len(c.Keys) == 0 })
}

// Footer picks which of the commands the footer shows: in their order, as much as fits into width columns, the way to
// all other commands and keys always last.
func Footer(commands []Command, width int, ascii bool) []Hint {
	var first, last []Hint
	for _, c := range commands {
		hint := Hint{KeyLabel(c.Keys[0], ascii), c.Footer}
		if c.ID == Commands || c.ID == ShowKeys {
			last = append(last, hint)
		} else {
			first = append(first, hint)
		}
	}
	for len(first) > 0 && footerWidth(first, last) > width {
		first = first[:len(first)-1]
	}
	for len(last) > 0 && footerWidth(first, last) > width {
		last = last[1:]
	}
	return append(first, last...)
}

func footerWidth(parts ...[]Hint) int {
	w := -hintGap
	for _, h := range slices.Concat(parts...) {
		w += hintGap + len([]rune(h.Key)) + keyGap + len([]rune(h.Label))
	}
	return w
}

var arrows = strings.NewReplacer("up", "↑", "down", "↓", "left", "←", "right", "→")

// KeyLabel is how a key is shown.
func KeyLabel(key string, ascii bool) string {
	prefix, last := "", key
	if i := strings.LastIndex(key, "+"); i > 0 {
		prefix, last = key[:i+1], key[i+1:]
	}
	switch last {
	case "up", "down", "left", "right":
		if !ascii {
			last = arrows.Replace(last)
		}
	case "delete":
		last = "del"
	}
	return prefix + last
}

// Markdown is the table of all keys, by place, as the README shows it.
func (r *Registry) Markdown() string {
	var b strings.Builder
	for _, group := range r.Groups() {
		fmt.Fprintf(&b, "**%s**\n\n| key | what it does |\n| --- | --- |\n", group.Name)
		for _, c := range group.Commands {
			fmt.Fprintf(&b, "| %s | %s |\n", codes(c.Keys), markdownCell(c.Title))
		}
		b.WriteString("\n")
	}
	return strings.TrimRight(b.String(), "\n") + "\n"
}

// Group is the commands that have keys in one place.
type Group struct {
	Name     string
	Commands []Command
}

// Groups sorts the commands that have keys by where they work.
func (r *Registry) Groups() []Group {
	names := []struct {
		name string
		has  func(Scope) bool
	}{
		{"Everywhere", func(s Scope) bool { return s&Global != 0 }},
		{"Moving", func(s Scope) bool { return s&Moving == Moving }},
		{"Statements", func(s Scope) bool { return s&Panes != 0 }},
		{"Positions", func(s Scope) bool { return s&(Matrix|Compare|Shifts|TopicPage|RulePage) != 0 }},
		{"Timeline", func(s Scope) bool { return s&Timeline != 0 }},
		{"Search box", func(s Scope) bool { return s&Search != 0 }},
		{"Other screens", func(Scope) bool { return true }},
	}
	groups := make([]Group, len(names))
	for _, c := range r.commands {
		if len(c.Keys) == 0 {
			continue
		}
		i := slices.IndexFunc(names, func(n struct {
			name string
			has  func(Scope) bool
		}) bool {
			return n.has(c.Scope)
		})
		groups[i].Name = names[i].name
		groups[i].Commands = append(groups[i].Commands, c)
	}
	return slices.DeleteFunc(groups, func(g Group) bool { return len(g.Commands) == 0 })
}

func codes(keys []string) string {
	shown := make([]string, len(keys))
	for i, k := range keys {
		shown[i] = "`" + markdownCell(KeyLabel(k, false)) + "`"
	}
	return strings.Join(shown, " ")
}

func markdownCell(s string) string { return strings.ReplaceAll(s, "|", `\|`) }
