package position

import (
	"slices"

	"onrecord/model"
)

// filler makes the cells of rows, one row after the other.
type filler struct {
	historian historian
	sorter    sorter
	topics    int
	taken     []ref    // the evidence of a cell
	seen      []uint32 // by speaker: when last counted
	round     uint32
}

func newFiller(m *Matrix) *filler {
	speakers := len(m.collection.Speakers())
	return &filler{
		historian: historian{reader: newReader(speakers, m.window)},
		topics:    len(m.collection.Topics()), seen: make([]uint32, speakers),
	}
}

// sort puts the refs of a row in the order in which it keeps them.
func (f *filler) sort(refs []ref) { f.sorter.sort(refs, f.topics) }

// fill makes the cells of a row out of its refs.
func (f *filler) fill(r *Row) {
	r.Voices = f.voices(r.refs)
	for i := range r.refs {
		if r.refs[i].first() {
			r.Statements++
		}
	}
	for first := 0; first < len(r.refs); {
		topic := r.refs[first].topic()
		end := first + 1
		for end < len(r.refs) && r.refs[end].topic() == topic {
			end++
		}
		if topic < f.topics {
			r.cells = append(r.cells, f.cell(r.refs[first:end], topic, first))
		}
		first = end
	}
}

// cell makes a cell out of its refs, which it sorts by day.
func (f *filler) cell(refs []ref, topic, first int) Cell {
	if !inOrder(refs) {
		slices.SortFunc(refs, byDay)
	}
	c := Cell{topic: topic, first: first, end: first + len(refs), Stand: Spoke}
	f.taken = f.taken[:0]
	for i := range refs {
		s := refs[i].stance()
		c.Counts[s]++
		if s != model.NoStance {
			f.taken = append(f.taken, refs[i])
		}
	}
	evidence := refs
	if len(f.taken) > 0 {
		evidence = f.taken
		c.Voices = f.voices(evidence)
		f.read(&c)
	}
	c.Oldest, c.Newest = evidence[0].day, evidence[len(evidence)-1].day
	return c
}

// read finds out the position of a cell.
func (f *filler) read(c *Cell) {
	kinds := 0
	for _, s := range model.Stances() {
		if c.Counts[s] > 0 {
			c.Stand = standOf(s)
			kinds++
		}
	}
	if kinds == 1 {
		return
	}
	h := &f.historian
	h.reader.load(f.taken)
	switch c.Stand = h.reader.newest(); {
	case c.Stand == Mixed:
		c.Move, c.Disagree = h.reader.moving(), h.reader.disagree()
	case c.canShift():
		h.follow(f.taken, nil)
		c.Move, c.From = h.move()
	}
}

// voices counts the speakers of some refs.
func (f *filler) voices(refs []ref) int {
	f.round++
	n := 0
	for i := range refs {
		if s := refs[i].speaker; f.seen[s] != f.round {
			f.seen[s] = f.round
			n++
		}
	}
	return n
}
