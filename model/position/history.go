package position

import "onrecord/model"

// run is a time in which a position was one stance, or as near to the proposition.
type run struct {
	stand   Stand // as it reads at the end of the time
	agree   int   // how many statements took a stance of the same level in that time
	silent  bool  // the position reads differently from before without having shifted
	before  model.Day
	after   model.Day // of the statements between which the position shifted
	from    Stand
	to      Stand
	shifted Move
}

// historian follows a position through time.
type historian struct {
	reader *reader
	runs   []run
	stand  Stand // as it reads at the end
}

// follow reads the position for every day of the evidence, which is sorted by day and not empty, and tells each to
// visit, which may be nil.
func (h *historian) follow(refs []ref, visit func(day model.Day, stand Stand)) {
	h.reader.load(refs)
	h.runs = h.runs[:0]
	for h.reader.tail < len(refs) {
		from, to := h.reader.nextDay()
		h.stand = h.reader.stand()
		if visit != nil {
			visit(refs[from].day, h.stand)
		}
		h.note(refs[:to], from)
	}
}

// note adds a day, the evidence of which begins at from.
func (h *historian) note(refs []ref, from int) {
	if h.begins(refs[from:]) {
		h.begin(refs, from)
	} else if len(h.runs) > 0 {
		current := &h.runs[len(h.runs)-1]
		current.agree += agreeing(refs[from:], current.stand)
		if h.stand.Settled() && h.stand.level() == current.stand.level() {
			current.stand = h.stand
		}
	}
}

// begins tells whether another run begins on a day.
func (h *historian) begins(today []ref) bool {
	if !h.stand.Settled() {
		return false
	}
	if len(h.runs) == 0 {
		return true
	}
	current := h.runs[len(h.runs)-1].stand
	if current.level() == h.stand.level() || h.held(current) {
		return false
	}
	for i := range today {
		if standOf(today[i].stance()) == h.stand {
			return true
		}
	}
	return false
}

// held tells whether a speaker in the window still holds a stance. Neutral ones do not bind the actor.
func (h *historian) held(stand Stand) bool {
	stance, _ := stand.Stance()
	return stance != model.Neutral && h.reader.tally[stance] > 0
}

// begin starts a run on the day of which the evidence begins at from.
func (h *historian) begin(refs []ref, from int) {
	next := run{stand: h.stand, silent: true}
	if len(h.runs) == 0 {
		next.agree = agreeing(refs, h.stand)
		h.runs = append(h.runs, next)
		return
	}
	top := h.runs[len(h.runs)-1]
	old, _ := top.stand.Stance()
	next.from, next.to, next.shifted = top.stand, h.stand, moveBetween(top.stand, h.stand)
	next.silent = h.reader.tally[old] > 0
	next.before, next.after = bracket(refs, from, top.stand, h.stand)
	first := len(refs)
	for first > 0 && refs[first-1].day >= next.after {
		first--
	}
	next.agree = agreeing(refs[first:], h.stand)
	if n := len(h.runs); n > 1 && top.agree == 1 && h.runs[n-2].stand.level() == h.stand.level() {
		h.runs = h.runs[:n-1]
		h.runs[n-2].stand = h.stand
		h.runs[n-2].agree += next.agree
		return
	}
	h.runs = append(h.runs, next)
}

// bracket returns the day of the newest old stance before the last day, and that of the first new one after it.
func bracket(refs []ref, from int, was, is Stand) (before, after model.Day) {
	before, after = refs[from].day, refs[from].day
	for i := from - 1; i >= 0; i-- {
		if standOf(refs[i].stance()) == was {
			before = refs[i].day
			break
		}
	}
	for i := len(refs) - 1; i >= 0 && refs[i].day > before; i-- {
		if standOf(refs[i].stance()) == is {
			after = refs[i].day
		}
	}
	return before, after
}

func agreeing(refs []ref, stand Stand) int {
	n := 0
	for i := range refs {
		if s := standOf(refs[i].stance()); s.level() == stand.level() {
			n++
		}
	}
	return n
}

// move tells in which direction the position at the end of the evidence, which is not mixed, has moved, and from where.
func (h *historian) move() (Move, Stand) {
	if len(h.runs) < 2 {
		return Still, Silent
	}
	last := h.runs[len(h.runs)-1]
	if last.silent || last.stand.level() != h.stand.level() {
		return Still, Silent
	}
	return last.shifted, last.from
}
