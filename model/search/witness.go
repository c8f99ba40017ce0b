package search

import (
	"slices"
	"strings"
)

// witness is what says that a statement matches: its own words, or a record that it refers to.
type witness uint8

const (
	byWords witness = iota
	bySpeakers
	byTopics
	bySources
	witnesses = iota
)

// precedents are answers from before of which parts can be used again, because a letter more leads to the same records,
// or to the same words of a segment.
type precedents struct {
	recent  []*answer
	of      [witnesses]*answer // one to which the same records lead, nil if there is none
	pursuit *pursuit           // of a phrase, nil for others
}

// wider returns an answer that holds all that a term finds: that of a phrase which begins as the term does, and whose last
// word was still being typed. Of several, the one with the fewest statements.
func (m *memory) wider(t *term) *answer {
	if !t.quoted {
		return nil
	}
	line := strings.TrimSuffix(t.key(), openMark)
	m.mu.Lock()
	defer m.mu.Unlock()
	var best *answer
	for key, a := range m.answers {
		if start, open := strings.CutSuffix(key, openMark); open && a.whole && strings.HasPrefix(strongKey+line, start) {
			if best == nil || a.count < best.count {
				best = a
			}
		}
	}
	return best
}

// precedents returns what may be used of the last answers for one to which some records lead.
func (m *memory) precedents(records *recordsFound) precedents {
	p := precedents{recent: m.lately()}
	for _, a := range p.recent {
		for _, by := range []witness{bySpeakers, byTopics, bySources} {
			if p.of[by] == nil && a.records.of(by).same(records.of(by)) {
				p.of[by] = a
			}
		}
	}
	return p
}

// lately returns the last few answers that hold all that leads to them, the last one first.
func (m *memory) lately() []*answer {
	m.mu.Lock()
	defer m.mu.Unlock()
	var all []*answer
	for i := len(m.recent) - 1; i >= max(0, len(m.recent)-alikes); i-- {
		if a := m.answers[m.recent[i]]; a.records != nil && a.whole {
			all = append(all, a)
		}
	}
	return all
}

// withWords returns an answer for which the ways look the same in a segment, nil if there is none.
func (p *precedents) withWords(number int, ways []sought) *answer {
	for _, a := range p.recent {
		if sameSought(a.places.segments[number], ways) {
			return a
		}
	}
	return nil
}

// of returns the records of one kind.
func (r *recordsFound) of(by witness) *rollFound {
	switch by {
	case bySpeakers:
		return &r.speakers
	case byTopics:
		return &r.topics
	}
	return &r.sources
}

// same tells whether the same records were found.
func (r *rollFound) same(other *rollFound) bool {
	for in := range r {
		for q := range r[in] {
			if !slices.EqualFunc(r[in][q], other[in][q], sameSet) {
				return false
			}
		}
	}
	return true
}

// lookUp returns the evidence that the statements of a segment give themselves, and that of the records they refer to.
func (x *Index) lookUp(number int, a *answer, known *precedents) evidence {
	s, from := x.segments[number], known.of
	if from[byWords] = known.withWords(number, a.places.segments[number]); from[byWords] != nil && one(from) {
		return from[byWords].segments[number]
	}
	var parts [witnesses][]classSet
	for by := range witness(witnesses) {
		if from[by] != nil {
			parts[by] = from[by].segments[number].parts[by]
			continue
		}
		var c collector
		if by == byWords {
			s.ownWords(a.places.segments[number], known.pursuit.in(number), &c)
		} else {
			s.project(by, a.records.of(by), &c)
		}
		parts[by] = c.found()
	}
	return evidenceOf(parts)
}

// one tells whether all parts come from one answer.
func one(from [witnesses]*answer) bool {
	for _, a := range from {
		if a != from[0] {
			return false
		}
	}
	return true
}

// evidenceOf joins what all witnesses say.
func evidenceOf(parts [witnesses][]classSet) evidence {
	var c collector
	for _, sets := range parts {
		for _, cs := range sets {
			c.add(cs.class, cs.set)
		}
	}
	e := c.evidence()
	e.parts = parts
	e.own = parts[byWords]
	return e
}

// ownWords adds the statements of a segment that match by their own words.
func (s *segment) ownWords(ways []sought, t *trail, c *collector) {
	for i := range ways {
		f := s.words.lookUpAll(&ways[i], t)
		for in := range f {
			for q, members := range f[in] {
				c.add(classOf(placeOfField(field(in)), max(Quality(q), ways[i].least)), members)
			}
		}
	}
}

// project adds the statements of a segment that refer to some records.
func (s *segment) project(by witness, r *rollFound, c *collector) {
	for q := range Quality(qualityCount) {
		switch by {
		case bySpeakers:
			c.add(classOf(InName, q), s.speakers.union(r[nameField][q], 1))
			c.add(classOf(InActor, q), s.actors.union(r[nameField][q], 1))
			if titled := r[titleField][q]; !titled.empty() { // those that name no role of their own
				c.add(classOf(InRole, q), andNot(s.speakers.union(titled, 1), s.ownRole))
			}
			c.add(classOf(InBio, q), s.speakers.union(r[bioField][q], 1))
		case byTopics:
			c.add(classOf(InTopic, q), s.stances.union(r[nameField][q], stanceCount))
			c.add(classOf(InGist, q), s.stances.union(r[titleField][q], stanceCount))
		case bySources:
			c.add(classOf(InSource, q), s.sources.union(r[nameField][q], 1))
		}
	}
}
