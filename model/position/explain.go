package position

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"onrecord/model"
)

// Explain says in sentences where a row stands on a topic, on what evidence, and why the rule reads it so. The first
// sentence is the shortest true answer. Names are as the collection gives them.
func (m *Matrix) Explain(r *Row, c *Column) []string {
	cell := r.Cell(c)
	lines := []string{r.title() + " on " + c.Topic.Name + ": " + cell.Words() + "."}
	switch {
	case cell.Stand == Silent:
		return append(lines, "None in this collection; the actor may have spoken elsewhere.")
	case cell.Stand == Spoke:
		about := m.About(r, c)
		return append(lines, statements(len(about), "is", "are")+" about it, "+between(&cell)+", and "+
			choose(len(about), "takes no position.", "take no position."))
	}
	h := m.historian()
	refs := r.evidence(c)
	h.follow(refs, nil)
	lines = append(lines, m.evidenceWords(&cell, m.mentions(refs)))
	if why := m.why(h, &cell); why != "" {
		lines = append(lines, why)
	}
	shifts := m.shiftsOf(r, c, refs, h.runs)
	lines = append(lines, shiftLines(shifts)...)
	if len(shifts) == 0 && r.Actor == nil {
		lines = append(lines, m.speakerMoves(h, r, c, refs)...)
	}
	if n := cell.About(); n > 0 {
		lines = append(lines, fmt.Sprintf("%d more %s about it and %s no position.", n, choose(n, "statement is", "statements are"),
			choose(n, "takes", "take")))
	}
	return lines
}

func (r *Row) title() string {
	if r.Actor != nil && r.Actor != r.Speaker {
		return r.Speaker.Short() + " (" + r.Actor.Short() + ")"
	}
	return r.Speaker.Short()
}

// Words says in a few words where an actor stands: "mixed, moving to support".
func (c Cell) Words() string {
	words := c.Stand.Words()
	if c.Stand != Mixed {
		if was, ok := c.From.Stance(); ok {
			words += ", before: " + was.Words()
		}
		return words
	}
	if c.Disagree {
		words += ", its speakers disagree"
	}
	switch c.Move {
	case Up:
		words += ", moving to support"
	case Down:
		words += ", moving to opposition"
	}
	return words
}

// CountWords lists how many statements take which stance: "supports 3, neutral 2".
func (c Cell) CountWords() string { return stanceCounts(c.Counts) }

func stanceCounts(counts [model.Neutral + 1]int) string {
	var parts []string
	for _, s := range model.Stances() {
		if n := counts[s]; n > 0 {
			parts = append(parts, fmt.Sprintf("%s %d", s.Words(), n))
		}
	}
	return strings.Join(parts, ", ")
}

func (m *Matrix) evidenceWords(c *Cell, evidence []Mention) string {
	newest := evidence[0]
	if len(evidence) == 1 {
		return fmt.Sprintf("1 statement takes a position: %s on %s: %s.", newest.Speaker.Name, newest.Day.Long(),
			newest.Stance.Words())
	}
	return fmt.Sprintf("%s a position, %s: %s; the newest, %s on %s: %s.", statements(len(evidence), "takes", "take"),
		between(c), c.CountWords(), newest.Speaker.Name, newest.Day.Long(), newest.Stance.Words())
}

// why says what the rule made of the evidence, where that is not plain from the counts.
func (m *Matrix) why(h *historian, c *Cell) string {
	kinds := 0
	for _, s := range model.Stances() {
		if c.Counts[s] > 0 {
			kinds++
		}
	}
	if kinds < 2 {
		return ""
	}
	r := h.reader
	var sides []string
	for _, s := range model.Stances() {
		if r.tally[s] > 0 {
			sides = append(sides, s.Words()+" ("+m.namesOf(r, s)+")")
		}
	}
	from := "all of these"
	if n := r.tail - r.head; n < len(r.refs) {
		from = fmt.Sprintf("the %d %s of the last %d days up to then", n, choose(n, "statement", "statements"), m.window)
	}
	rule := "each speaker's newest stance"
	if r.givesWay() {
		rule += " (not to answer takes nothing back)"
	}
	return "Read from " + from + ", with " + rule + ": " + strings.Join(sides, "; ") + "."
}

// namedVoices is how many speakers a sentence names.
const namedVoices = 3

// namesOf names the voices that stand for a stance.
func (m *Matrix) namesOf(r *reader, s model.Stance) string {
	var names []string
	for i := range r.voices {
		if v := &r.voices[i]; v.stands.has(s) {
			names = append(names, m.collection.Speakers()[v.speaker].Name)
		}
	}
	slices.Sort(names)
	if more := len(names) - namedVoices; more > 0 {
		names = append(names[:namedVoices:namedVoices], fmt.Sprintf("%d more", more))
	}
	if len(names) > 1 {
		last := len(names) - 1
		return strings.Join(names[:last], ", ") + " and " + names[last]
	}
	return names[0]
}

// speakerMoves says which speakers moved, although the actor did not.
func (m *Matrix) speakerMoves(h *historian, r *Row, c *Column, refs []ref) []string {
	var moves []Shift
	for _, own := range bySpeaker(refs) {
		h.follow(own, nil)
		moves = append(moves, m.shiftsOf(r, c, own, h.runs)...)
	}
	newestShifts(moves)
	var lines []string
	for i := range moves {
		if i == namedVoices {
			return append(lines, fmt.Sprintf("Its speakers moved %d times more.", len(moves)-i))
		}
		lines = append(lines, shiftWords(moves[i].After.Speaker.Name, &moves[i]))
	}
	return lines
}

// toldShifts is of how many shifts each is told.
const toldShifts = 3

// shiftLines tells shifts, the oldest first, and of many the last one.
func shiftLines(shifts []Shift) []string {
	if n := len(shifts); n > toldShifts {
		return []string{shiftWords("It", &shifts[n-1]), fmt.Sprintf("It had shifted %d times before.", n-1)}
	}
	lines := make([]string, len(shifts))
	for i := range shifts {
		lines[i] = shiftWords("It", &shifts[i])
	}
	return lines
}

func shiftWords(who string, s *Shift) string {
	if s.Before.Speaker == s.After.Speaker {
		if who == "It" {
			who += ", with " + s.After.Speaker.Name + ","
		}
		return fmt.Sprintf("%s moved from %s to %s between %s and %s.", who, s.From.Words(), s.To.Words(), s.Before.Day.Long(), s.After.Day.Long())
	}
	return fmt.Sprintf("%s moved from %s to %s: %s on %s %s, %s on %s %s.", who, s.From.Words(), s.To.Words(),
		s.Before.Speaker.Name, s.Before.Day.Long(), pastWords(s.Before.Stance),
		s.After.Speaker.Name, s.After.Day.Long(), pastWords(s.After.Stance))
}

func pastWords(s model.Stance) string {
	return [...]string{"took no position", "supported it", "opposed it", "was conditional", "was neutral"}[s]
}

func between(c *Cell) string {
	if c.Oldest == c.Newest {
		return c.Newest.Long()
	}
	oldest, newest := c.Oldest.Long(), c.Newest.Long()
	if c.Oldest.Format("2006") == c.Newest.Format("2006") {
		oldest = c.Oldest.Format("2 January")
	}
	return oldest + " to " + newest
}

func statements(n int, one, many string) string {
	return fmt.Sprintf("%d %s %s", n, choose(n, "statement", "statements"), choose(n, one, many))
}

func count(n int) string { return strconv.Itoa(n) }

func choose(n int, one, many string) string {
	if n == 1 {
		return one
	}
	return many
}
