package keys

import (
	"slices"
	"strings"

	"github.com/sahilm/fuzzy"
)

// maxTyped bounds what the palette matches: the matcher's bonus for neighbouring letters grows
// exponentially and overflows on long patterns.
const maxTyped = 32

// Find lists the commands that the palette offers for what was typed: those that begin with it, those
// with a word that does, then those that fuzzy matching finds, best first. Nothing typed: all.
func (r *Registry) Find(text string) []Command {
	typed := strings.Join(strings.Fields(text), " ")
	text = strings.ToLower(typed)
	offered := slices.DeleteFunc(r.All(), func(c Command) bool { return c.Hidden || c.Scope&^modal == 0 })
	offered = slices.DeleteFunc(offered, func(c Command) bool { return c.Scope&Moving == Moving })
	if text == "" {
		return offered
	}
	rank := make(map[ID]int, len(offered))
	for i, c := range offered {
		if tier := prefixTier(c, text); tier > 0 {
			rank[c.ID] = tier*1000 - i
		}
		if slices.Contains(c.Keys, typed) {
			rank[c.ID] = 4000
		}
	}
	for i, m := range fuzzy.FindFrom(clip(text), titles(offered)) {
		if id := offered[m.Index].ID; rank[id] == 0 {
			rank[id] = -i - 1
		}
	}
	found := slices.DeleteFunc(offered, func(c Command) bool { return rank[c.ID] == 0 })
	slices.SortStableFunc(found, func(a, b Command) int { return rank[b.ID] - rank[a.ID] })
	return found
}

// prefixTier tells how squarely text names c: 3 the whole name, 2 its beginning, 1 the beginning of a
// word in it, 0 not.
func prefixTier(c Command, text string) int {
	title, id := strings.ToLower(c.Title), string(c.ID)
	switch {
	case text == title || text == id:
		return 3
	case strings.HasPrefix(title, text) || strings.HasPrefix(id, text):
		return 2
	case strings.Contains(" "+title, " "+text):
		return 1
	}
	return 0
}

func clip(text string) string {
	if r := []rune(text); len(r) > maxTyped {
		return string(r[:maxTyped])
	}
	return text
}

type titles []Command

func (t titles) String(i int) string { return t[i].Title + " " + string(t[i].ID) }
func (t titles) Len() int            { return len(t) }
