package search

import (
	"slices"
	"sync"
)

// stands is where a phrase stands in the codes of a segment.
type stands struct {
	places []uint16 // in their stretch of the codes: see stride
	ends   []uint32 // by stretch, where its places end; nil if nobody looked
}

// in lists the places in a stretch.
func (s *stands) in(stretch int, places *[stride]uint32) []uint32 {
	first := uint32(0)
	if stretch > 0 {
		first = s.ends[stretch-1]
	}
	here := s.places[first:s.ends[stretch]]
	for i, place := range here {
		places[i] = uint32(stretch*stride) + uint32(place)
	}
	return places[:len(here)]
}

// standsWriter fills in stands. A nil one does nothing.
type standsWriter struct {
	to   *stands
	room *[]uint16
}

// standsRoom keeps room for places until it is known how many they are.
var standsRoom = sync.Pool{New: func() any { return new([]uint16) }}

func (w *standsWriter) add(place int) {
	if w != nil {
		*w.room = append(*w.room, uint16(place))
	}
}

func (w *standsWriter) endStretch() {
	if w != nil {
		w.to.ends = append(w.to.ends, uint32(len(*w.room)))
	}
}

func (w *standsWriter) close() {
	if w != nil {
		w.to.places = slices.Clone(*w.room)
		*w.room = (*w.room)[:0]
		standsRoom.Put(w.room)
	}
}

// trail is what a phrase that is being typed leaves behind in a segment for the next letter: whatever then stands anywhere
// stands where this did. A nil trail knows nothing.
type trail struct {
	within *set    // what the phrase without the last letter matches, nil if that is not known
	before *stands // where that stands, nil if that is not known
	now    *stands // where the phrase stands, to be filled in; nil if nobody wants to know
}

// writer fills in where the phrase stands, if somebody wants to know. It must be closed.
func (t *trail) writer() *standsWriter {
	if t.now == nil {
		return nil
	}
	return &standsWriter{t.now, standsRoom.Get().(*[]uint16)}
}

// pursuit is the trails of a phrase in all segments.
type pursuit struct {
	wider  *answer  // all that the phrase finds is in it, unless it is nil
	before []stands // by segment; nil if nothing is known
	now    []stands // nil if no letter can follow
}

func (p *pursuit) in(segment int) *trail {
	if p == nil {
		return nil
	}
	t := new(trail)
	if p.wider != nil {
		t.within = &p.wider.segments[segment].any
	}
	if p.before != nil && p.before[segment].ends != nil {
		t.before = &p.before[segment]
	}
	if p.now != nil {
		t.now = &p.now[segment]
	}
	return t
}

// lastPhrase is where the phrase stands that was looked for last. Only one is remembered: its places take two bytes each.
type lastPhrase struct {
	found *answer
	in    []stands
}

// pursue returns what is known of a term that is a phrase; nil for others.
func (m *memory) pursue(t *term, segments int) *pursuit {
	if !t.quoted {
		return nil
	}
	p := &pursuit{wider: m.wider(t)}
	m.mu.Lock()
	defer m.mu.Unlock()
	if p.wider != nil && p.wider == m.phrase.found {
		p.before = m.phrase.in
	}
	if t.open {
		p.now = make([]stands, segments)
	}
	return p
}

// pursued remembers where a phrase stands that a letter may follow.
func (m *memory) pursued(p *pursuit, found *answer) {
	if p == nil || p.now == nil {
		return
	}
	for i := range p.now {
		if p.now[i].ends != nil {
			m.mu.Lock()
			defer m.mu.Unlock()
			m.phrase = lastPhrase{found, p.now}
			return
		}
	}
}
