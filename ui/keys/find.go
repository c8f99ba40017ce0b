package keys

import (
	"slices"
	"strings"

	"github.com/sahilm/fuzzy"
)

// maxTyped bounds what the palette matches: the matcher's bonus for neighbouring letters grows
// exponentially and overflows on long patterns.
const maxTyped = 32

// synonyms are other words by which one may look for a command.
var synonyms = map[ID]string{
	Find: "find filter query", Open: "read enter", Back: "close cancel undo", Copy: "cite quote yank clipboard", CopyWords: "yank clipboard",
	CopyLink: "url address yank clipboard", OpenSource: "url link website", Mark: "bookmark star favourite favorite", Clear: "reset remove",
	FilterBack: "undo", FilterForward: "redo", Sort: "sort", Density: "compact dense expand", Related: "neighbours similar",
	Exclude: "exclude not", Toggle: "select include", ShowStand: "stance", Statements: "quotes quotations list", Positions: "matrix stances table",
	Dates: "calendar days", Plain: "print select text", FreeMouse: "capture", SwitchTheme: "theme colours colors mode", Problems: "errors warnings",
	Redraw: "refresh repaint", Commands: "palette", ShowKeys: "help shortcuts bindings", Quit: "exit leave close", Suspend: "shell stop background",
	SaveHTML: "export download page", SaveCSV: "export download spreadsheet", SaveMarkdown: "export download", SaveJSON: "export download",
	SaveTable: "export download", ShowShifts: "shifts changes", CompareActors: "versus differences", ShowRule: "rule method",
	OrderActors: "sort", Unfold: "expand people", AskFor: "select include", LeaveOut: "exclude", LeaveLane: "exclude", AddLane: "select include",
}

// The tiers of what is found, the best last.
const (
	scattered = iota + 1 // its letters stand somewhere in the name
	worded               // each word typed begins a word of the name, or a synonym
	begun                // the name begins with it
	whole                // it is the name, a synonym, or the key
)

// Find lists the commands that the palette offers for what was typed, best first: those that are called so, those that
// begin so, and those with words that do. Only if there are none, those in whose names the letters are scattered. Nothing
// typed: all.
func (r *Registry) Find(text string) []Command {
	typed := strings.Join(strings.Fields(text), " ")
	offered := slices.DeleteFunc(r.All(), func(c Command) bool { return c.Hidden || c.Scope&^modal == 0 || c.Scope&Moving == Moving })
	if typed == "" {
		return offered
	}
	rank := make(map[ID]int, len(offered))
	for i, c := range offered {
		if tier := tierOf(c, typed); tier > 0 {
			rank[c.ID] = tier*len(offered) - i
		}
	}
	if len(rank) == 0 {
		for i, m := range fuzzy.FindFrom(clip(strings.ToLower(typed)), titles(offered)) {
			rank[offered[m.Index].ID] = scattered*len(offered) - i
		}
	}
	found := slices.DeleteFunc(offered, func(c Command) bool { return rank[c.ID] == 0 })
	slices.SortStableFunc(found, func(a, b Command) int { return rank[b.ID] - rank[a.ID] })
	return found
}

// tierOf tells how squarely text names c, 0 if not by words.
func tierOf(c Command, text string) int {
	if slices.Contains(c.Keys, text) {
		return whole
	}
	text = strings.ToLower(text)
	title, id := strings.ToLower(c.Title), string(c.ID)
	also := strings.Fields(synonyms[c.ID])
	switch {
	case text == title || text == id || slices.Contains(also, text):
		return whole
	case strings.HasPrefix(title, text) || strings.HasPrefix(id, text):
		return begun
	}
	names := slices.Concat(strings.Fields(title), strings.Split(id, "-"), also)
	for _, word := range strings.Fields(text) {
		if !slices.ContainsFunc(names, func(name string) bool { return strings.HasPrefix(name, word) }) {
			return 0
		}
	}
	return worded
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
