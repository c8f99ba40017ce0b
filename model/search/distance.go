package search

import "unicode/utf8"

// letterMarks returns a bit for each letter that occurs in a word; letters and digits beyond a to z share the last
// bits. A slip changes two of them at most, so that comparing marks first spares most comparisons of words.
func letterMarks(word string) uint32 {
	var marks uint32
	for _, r := range word {
		if 'a' <= r && r <= 'z' {
			marks |= 1 << (r - 'a')
		} else {
			marks |= 1 << (26 + r%6)
		}
	}
	return marks
}

// slips returns how many slips are forgiven in a word of so many letters.
func slips(letters int) int {
	switch {
	case letters < 4:
		return 0
	case letters < 8:
		return 1
	}
	return 2
}

// distance returns how many slips lead from one word to another, if there are no more than limit, or else limit+1. A
// slip is a letter too many, missing or wrong, or two neighbours changed over (optimal string alignment, the restricted
// form of Damerau 1964).
func distance(a, b string, limit int) int {
	var roomA, roomB [64]rune
	x, y := runesOf(a, roomA[:0]), runesOf(b, roomB[:0])
	if len(x) > len(y) {
		x, y = y, x
	}
	if len(y)-len(x) > limit {
		return limit + 1
	}
	return min(alignment(x, y, limit, len(y)), limit+1)
}

// startDistance returns how many slips lead from a half-typed word to the best beginning of another word, as distance
// does.
func startDistance(typed, word string, limit int) int {
	var roomA, roomB [64]rune
	x, y := runesOf(typed, roomA[:0]), runesOf(word, roomB[:0])
	best := limit + 1
	y = y[:min(len(y), len(x)+limit)]
	rows := newRows(len(x))
	for j := 1; j <= len(y); j++ {
		rows.step(x, y, j)
		if j >= len(x)-limit {
			best = min(best, rows.now[len(x)])
		}
	}
	return best
}

func runesOf(word string, room []rune) []rune {
	if len(word) > 4*cap(room) || utf8.RuneCountInString(word) > cap(room) {
		return []rune(word)
	}
	for _, r := range word {
		room = append(room, r)
	}
	return room
}

func alignment(x, y []rune, limit, length int) int {
	rows := newRows(len(x))
	for j := 1; j <= length; j++ {
		rows.step(x, y, j)
		if rows.least() > limit && rows.leastBefore() > limit {
			return limit + 1
		}
	}
	return rows.now[len(x)]
}

// rows are three rows of the table of distances between the beginnings of two words.
type rows struct {
	now, before, earlier []int
	room                 [3][65]int
}

func newRows(n int) *rows {
	r := new(rows)
	if n < len(r.room[0]) {
		r.now, r.before, r.earlier = r.room[0][:n+1], r.room[1][:n+1], r.room[2][:n+1]
	} else {
		r.now, r.before, r.earlier = make([]int, n+1), make([]int, n+1), make([]int, n+1)
	}
	for i := range r.now {
		r.now[i] = i
	}
	return r
}

// step goes on to the row of y's beginning of length j.
func (r *rows) step(x, y []rune, j int) {
	r.now, r.before, r.earlier = r.earlier, r.now, r.before
	r.now[0] = j
	for i := 1; i <= len(x); i++ {
		d := r.before[i-1]
		if x[i-1] != y[j-1] {
			d = 1 + min(d, r.before[i], r.now[i-1])
			if i > 1 && j > 1 && x[i-1] == y[j-2] && x[i-2] == y[j-1] {
				d = min(d, 1+r.earlier[i-2])
			}
		}
		r.now[i] = d
	}
}

func (r *rows) least() int       { return leastOf(r.now) }
func (r *rows) leastBefore() int { return leastOf(r.before) }

func leastOf(row []int) int {
	least := row[0]
	for _, d := range row[1:] {
		least = min(least, d)
	}
	return least
}
