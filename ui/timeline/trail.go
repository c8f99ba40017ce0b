package timeline

// trail remembers the query lines that were in force here, like a browser its pages.
type trail struct {
	lines []string
	at    int
}

func newTrail(line string) trail { return trail{lines: []string{line}} }

// visit notes that a line came into force; what lay ahead is forgotten.
func (t *trail) visit(line string) {
	if t.lines[t.at] == line {
		return
	}
	t.lines = append(t.lines[:t.at+1:t.at+1], line)
	t.at++
}

// step goes back (-1) or forward (1) and returns the line there, false at either end.
func (t *trail) step(by int) (string, bool) {
	if next := t.at + by; next < 0 || next >= len(t.lines) {
		return "", false
	}
	t.at += by
	return t.lines[t.at], true
}
