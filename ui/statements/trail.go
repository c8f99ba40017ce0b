package statements

// trail remembers the query lines that were in force, like a browser its pages.
type trail struct {
	lines []string
	at    int
}

func newTrail(line string) trail { return trail{lines: []string{line}} }

// visit notes that a line came into force; what lay ahead is forgotten, as after following a link.
func (t *trail) visit(line string) {
	if t.lines[t.at] == line {
		return
	}
	t.lines = append(t.lines[:t.at+1:t.at+1], line)
	t.at++
}

// step goes back (-1) or forward (1) and returns the line there, false at either end.
func (t *trail) step(by int) (string, bool) {
	next := t.at + by
	if next < 0 || next >= len(t.lines) {
		return "", false
	}
	t.at = next
	return t.lines[t.at], true
}
