package statements

import (
	"context"
	"errors"

	tea "charm.land/bubbletea/v2"

	"onrecord/ui/turns"
)

// pageRows is how many rows are asked for together. What a query hit is marked in each of them before it is shown, so
// that a page is about what a screen shows.
const pageRows = 16

// From which page on rows count as far down, and how many pages more are asked for there on either side.
const (
	deepFrom = 64
	deepMore = 4
)

// pages returns how many rows so many pages hold that so many rows fit in.
func pages(rows int) int { return (rows + pageRows - 1) / pageRows * pageRows }

// answers holds what the library said last, and asks for more. A new question gives up the one that is on its way.
type answers struct {
	lib    Library
	line   string
	order  turns.Order
	asking *turns.Turn // of the last question and its further rows
	last   Answer
	ready  bool // an answer has come

	waiting bool  // the answer to the last question has not come
	failed  error // why there is none to it
	behind  bool  // more of the collection has been read since that was asked

	rows  map[int]Row
	asked map[int]bool // pages on their way

	generation int // counts the answers, so that what was drawn for an older one is known
}

// found brings an answer.
type found struct {
	turn   *turns.Turn
	line   string
	page   int // the first page of further rows; -1 for the answer to a new question
	keep   int
	answer Answer
	err    error
}

// ask asks a new question, and for so many of the first rows. keep is a statement (its place in the collection) around
// which the rows are wanted instead, noRecord for none.
func (a *answers) ask(line string, rows, keep int) tea.Cmd {
	a.asking = a.order.Next()
	a.waiting, a.behind, a.failed = true, false, nil
	a.line = line
	turn, lib := a.asking, a.lib
	q := Question{Line: line, Limit: pages(rows), Facets: true, Keep: keep}
	return func() tea.Msg {
		answer, err := lib.Find(turn, q)
		if err == nil && answer.Kept >= q.Limit {
			answer.around(turn, lib, q)
		}
		return found{turn: turn, line: line, page: -1, keep: keep, answer: answer, err: err}
	}
}

// around brings the rows around the kept one in the place of the first. If there is another answer by now, the rows
// stay away, and are asked for when they are shown.
func (a *Answer) around(ctx context.Context, lib Library, q Question) {
	q.Offset, q.Facets, q.Keep = max(0, a.Kept-q.Limit)/pageRows*pageRows, false, noRecord
	q.Limit *= 2
	more, err := lib.Find(ctx, q)
	if err == nil && more.Total == a.Total {
		a.Offset, a.Rows = more.Offset, more.Rows
	}
}

// take accepts an answer and tells whether it is news.
func (a *answers) take(msg found) bool {
	if !a.order.Is(msg.turn) {
		return false
	}
	if msg.page < 0 {
		a.waiting = false
	}
	if msg.err != nil {
		if !errors.Is(msg.err, context.Canceled) {
			a.failed = msg.err
		}
		return false
	}
	if msg.page >= 0 && msg.answer.Total != a.last.Total {
		a.asked = map[int]bool{} // there is more by now, and another answer is on its way
		return false
	}
	a.generation++
	if msg.page < 0 {
		a.last, a.ready = msg.answer, true
		a.rows = make(map[int]Row, len(msg.answer.Rows))
		a.asked = map[int]bool{}
		a.takeNear()
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
	here := func(page int) bool {
		_, begin := a.rows[max(first, page*pageRows)]
		_, end := a.rows[min(last, page*pageRows+pageRows-1)]
		return begin && end || a.asked[page]
	}
	var cmds []tea.Cmd
	for page, end := first/pageRows, last/pageRows; page <= end; page++ {
		from := page
		for ; page <= end && !here(page); page++ {
			a.asked[page] = true
		}
		if page > from && from >= deepFrom {
			// Finding rows far down takes long, however many they are.
			cmds = append(cmds, a.pages(from-deepMore, page-from+2*deepMore))
		} else if page > from {
			cmds = append(cmds, a.pages(from, page-from))
		}
	}
	return tea.Batch(cmds...)
}

// pages asks for count pages of rows.
func (a *answers) pages(page, count int) tea.Cmd {
	turn, line, lib := a.asking, a.line, a.lib
	return func() tea.Msg {
		q := Question{Line: line, Offset: page * pageRows, Limit: count * pageRows, Keep: noRecord}
		answer, err := lib.Find(turn, q)
		return found{turn: turn, line: line, page: page, answer: answer, err: err}
	}
}

// row returns a row of the answer, false while it is on its way.
func (a *answers) row(i int) (Row, bool) {
	row, ok := a.rows[i]
	return row, ok
}
