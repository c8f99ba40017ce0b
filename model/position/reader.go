package position

import (
	"math"
	"sort"

	"onrecord/model"
)

// reader applies the rule: it moves a window over the evidence of one cell and tells what the position is. It is used
// for one cell after the other.
type reader struct {
	window model.Day // how many days; 0 is all
	slots  []int32   // by speaker: where it is among the voices, plus one

	refs   []ref   // the evidence: all take a stance, sorted by day
	before []int32 // the same speaker's evidence before, -1 for none
	voices []voice
	head   int // the window holds refs[head:tail]
	tail   int
	tally  [model.Neutral + 1]int // how many voices stand where
}

// voice is a speaker in the window.
type voice struct {
	speaker uint32
	last    int32 // the newest evidence
	counts  [model.Neutral + 1]int32
	stands  stances
	day     model.Day // of the newest stance that counts
}

// stances is a choice of stances.
type stances uint8

func (s stances) has(x model.Stance) bool { return s&(1<<x) != 0 }

const bothSides = stances(1<<model.Support | 1<<model.Oppose)

func newReader(speakers, window int) *reader {
	return &reader{window: model.Day(max(0, window)), slots: make([]int32, speakers)}
}

// load begins with the evidence of a cell, sorted by day.
func (r *reader) load(refs []ref) {
	for _, v := range r.voices {
		r.slots[v.speaker] = 0
	}
	r.refs, r.voices, r.before = refs, r.voices[:0], r.before[:0]
	r.head, r.tail = 0, 0
	clear(r.tally[:])
}

// newest reads the position at the end of the evidence.
func (r *reader) newest() Stand {
	end := len(r.refs)
	first := r.firstAfter(r.refs[end-1].day)
	for range first {
		r.before = append(r.before, -1)
	}
	r.head, r.tail = first, first
	for r.tail < end {
		r.add()
	}
	return r.stand()
}

// firstAfter returns the first evidence that is in the window that ends on a day.
func (r *reader) firstAfter(day model.Day) int {
	if r.window == 0 {
		return 0
	}
	return sort.Search(len(r.refs), func(i int) bool { return int64(r.refs[i].day) > int64(day)-int64(r.window) })
}

// nextDay moves the window to the next day of the evidence, and returns the part of that day.
func (r *reader) nextDay() (from, to int) {
	from = r.tail
	day := r.refs[from].day
	for r.window > 0 && r.head < r.tail && int64(r.refs[r.head].day) <= int64(day)-int64(r.window) {
		r.drop()
	}
	for r.tail < len(r.refs) && r.refs[r.tail].day == day {
		r.add()
	}
	return from, r.tail
}

// add takes the next evidence into the window.
func (r *reader) add() {
	at := &r.refs[r.tail]
	slot := r.slots[at.speaker]
	if slot == 0 {
		r.voices = append(r.voices, voice{speaker: at.speaker, last: -1})
		slot = int32(len(r.voices))
		r.slots[at.speaker] = slot
	}
	v := &r.voices[slot-1]
	r.before = append(r.before, v.last)
	v.last = int32(r.tail)
	v.counts[at.stance()]++
	r.tail++
	r.settle(v)
}

// drop takes the oldest evidence out of the window.
func (r *reader) drop() {
	at := &r.refs[r.head]
	v := &r.voices[r.slots[at.speaker]-1]
	v.counts[at.stance()]--
	r.head++
	r.settle(v)
}

// settle finds out anew where a voice stands.
func (r *reader) settle(v *voice) {
	was := v.stands
	v.stands, v.day = r.standsOf(v)
	if v.stands != was {
		r.count(was, -1)
		r.count(v.stands, 1)
	}
}

func (r *reader) count(s stances, by int) {
	for stance := model.Support; s>>stance != 0; stance++ {
		if s.has(stance) {
			r.tally[stance] += by
		}
	}
}

// standsOf returns where a voice stands, and since which day's word.
func (r *reader) standsOf(v *voice) (stances, model.Day) {
	support, oppose := v.counts[model.Support], v.counts[model.Oppose]
	switch {
	case support+oppose+v.counts[model.Conditional] > 0:
	case v.counts[model.Neutral] > 0:
		return 1 << model.Neutral, r.refs[v.last].day
	default:
		return 0, 0
	}
	newest, day, rest := r.newestOf(v)
	switch {
	case newest&bothSides == bothSides:
		return bothSides, day
	case newest.has(model.Conditional):
		return 1 << model.Conditional, day
	case support > 0 && oppose > 0 && r.hasReturned(newest, rest):
		return bothSides, day
	}
	return newest, day
}

// newestOf returns the stances on the newest day on which a voice was not only neutral, and the evidence before it.
func (r *reader) newestOf(v *voice) (found stances, day model.Day, rest int32) {
	for rest = v.last; int(rest) >= r.head; rest = r.before[rest] {
		at := &r.refs[rest]
		if found != 0 && at.day != day {
			break
		}
		if s := at.stance(); s != model.Neutral {
			found |= 1 << s
			day = at.day
		}
	}
	return found, day, rest
}

// hasReturned tells whether a voice that is now on one side was on the other one after it had been on this one already.
func (r *reader) hasReturned(side stances, rest int32) bool {
	left := false
	var day model.Day
	for ; int(rest) >= r.head; rest = r.before[rest] {
		at := &r.refs[rest]
		switch s := stances(1 << at.stance()); {
		case left && s == side && at.day < day:
			return true
		case !left && s|side == bothSides && s != side:
			left, day = true, at.day
		}
	}
	return false
}

// givesWay tells whether a voice was neutral on the day of the stance that counts, or later.
func (r *reader) givesWay() bool {
	for i := range r.voices {
		v := &r.voices[i]
		if v.stands == 0 || v.stands.has(model.Neutral) {
			continue
		}
		for at := v.last; int(at) >= r.head && r.refs[at].day >= v.day; at = r.before[at] {
			if r.refs[at].stance() == model.Neutral {
				return true
			}
		}
	}
	return false
}

// stand tells where the actor stands as the voices in the window do.
func (r *reader) stand() Stand {
	support, oppose := r.tally[model.Support], r.tally[model.Oppose]
	conditions := r.tally[model.Conditional]
	if support > 0 && oppose > 0 {
		return Mixed
	}
	side := Support
	if oppose > 0 {
		side = Oppose
	}
	switch sides := support + oppose; {
	case sides+conditions == 0 && r.tally[model.Neutral] > 0:
		return Neutral
	case sides+conditions == 0:
		return Silent
	case sides > conditions, sides == conditions && r.sideIsNewer():
		return side
	}
	return Conditional
}

// sideIsNewer tells whether a side was taken later than a condition was set.
func (r *reader) sideIsNewer() bool {
	side, condition := int64(math.MinInt64), int64(math.MinInt64)
	for i := range r.voices {
		v := &r.voices[i]
		switch {
		case v.stands.has(model.Conditional):
			condition = max(condition, int64(v.day))
		case v.stands&bothSides != 0:
			side = max(side, int64(v.day))
		}
	}
	return side > condition
}

// disagree tells whether the sides of a mixed position are taken by different voices.
func (r *reader) disagree() bool {
	var sides [2]bool
	for i := range r.voices {
		switch r.voices[i].stands {
		case 1 << model.Support:
			sides[0] = true
		case 1 << model.Oppose:
			sides[1] = true
		}
	}
	all := r.tally[model.Support] + r.tally[model.Oppose]
	return sides[0] && sides[1] || (sides[0] || sides[1]) && all > 2
}

// moving tells whether the stances of one side in the window are all older than those of the other.
func (r *reader) moving() Move {
	var first, last [model.Neutral + 1]model.Day
	var have [model.Neutral + 1]bool
	for i := r.head; i < r.tail; i++ {
		s := r.refs[i].stance()
		if !have[s] {
			first[s], have[s] = r.refs[i].day, true
		}
		last[s] = r.refs[i].day
	}
	switch {
	case !have[model.Support] || !have[model.Oppose]:
		return Still
	case last[model.Oppose] < first[model.Support]:
		return Up
	case last[model.Support] < first[model.Oppose]:
		return Down
	}
	return Still
}
