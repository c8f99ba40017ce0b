package statements

import (
	"context"

	tea "charm.land/bubbletea/v2"
)

// pageRows is how many rows one question asks for: more than any screen shows, little enough to be instant.
const pageRows = 64

// answers holds what the library said last, and asks for more. A new question cancels the one that is on its way, and
// an answer that is no longer wanted is dropped by its number.
type answers struct {
	lib    Library
	line   string
	seq    int
	cancel context.CancelFunc
	last   Answer
	ready  bool // an answer has come
	rows   map[int]Row
	asked  map[int]bool // pages on their way

	generation int // counts the answers, so that what was drawn for an older one is known
}

// found brings an answer.
type found struct {
	seq    int
	line   string
	page   int // -1 for the answer to a new question
	keep   int
	answer Answer
	err    error
}

// ask asks a new question. keep is a statement (its place in the collection) whose row is wanted with it, -1 for none.
func (a *answers) ask(line string, keep int) tea.Cmd {
	if a.cancel != nil {
		a.cancel()
	}
	ctx, cancel := context.WithCancel(context.Background())
	a.cancel = cancel
	a.seq++
	a.line = line
	seq, lib := a.seq, a.lib
	return func() tea.Msg {
		q := Question{Line: line, Limit: pageRows, Facets: true, Keep: keep}
		answer, err := lib.Find(ctx, q)
		if err == nil && answer.Kept >= pageRows {
			q.Offset = answer.Kept / pageRows * pageRows
			answer, err = lib.Find(ctx, q)
		}
		return found{seq: seq, line: line, page: -1, keep: keep, answer: answer, err: err}
	}
}

// take accepts an answer and tells whether it is news.
func (a *answers) take(msg found) bool {
	if msg.seq != a.seq || msg.err != nil {
		return false
	}
	if msg.page >= 0 && msg.answer.Total != a.last.Total {
		delete(a.asked, msg.page)
		return false
	}
	a.generation++
	if msg.page < 0 {
		a.last, a.ready = msg.answer, true
		a.rows = make(map[int]Row, len(msg.answer.Rows))
		a.asked = map[int]bool{}
	}
	for i, row := range msg.answer.Rows {
		a.rows[msg.answer.Offset+i] = row
	}
	return true
}

// want asks for the pages that hold the rows from first to last, if they are neither here nor on their way.
func (a *answers) want(first, last int) tea.Cmd {
	if !a.ready || a.last.Count == 0 {
		return nil
	}
	first, last = max(0, first), min(last, a.last.Count-1)
	var cmds []tea.Cmd
	for page := first / pageRows; page <= last/pageRows; page++ {
		_, here := a.rows[max(first, page*pageRows)]
		_, end := a.rows[min(last, page*pageRows+pageRows-1, a.last.Count-1)]
		if (here && end) || a.asked[page] {
			continue
		}
		a.asked[page] = true
		cmds = append(cmds, a.page(page))
	}
	return tea.Batch(cmds...)
}

func (a *answers) page(page int) tea.Cmd {
	seq, line, lib := a.seq, a.line, a.lib
	return func() tea.Msg {
		q := Question{Line: line, Offset: page * pageRows, Limit: pageRows, Keep: -1}
		answer, err := lib.Find(context.Background(), q)
		return found{seq: seq, line: line, page: page, answer: answer, err: err}
	}
}

// row returns a row of the answer, false while it is on its way.
func (a *answers) row(i int) (Row, bool) {
	row, ok := a.rows[i]
	return row, ok
}
