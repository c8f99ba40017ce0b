package timeline

// crest is what tells the busy bars of a lane from the others.
type crest struct {
	lane   *Lane
	unit   unit
	filled int // bars with a statement
	most   int // statements in one of them
}

// crestOf measures a lane, unless that was done last.
func (s *Screen) crestOf(l *Lane) crest {
	u := s.scale.unit
	if s.crest.lane == l && s.crest.unit == u {
		return s.crest
	}
	s.crest = crest{lane: l, unit: u}
	for first := 0; first < l.Len(); {
		end := l.before(u.after(l.entries[first].day))
		s.crest.filled++
		s.crest.most = max(s.crest.most, end-first)
		first = end
	}
	return s.crest
}

// busy finds a busy bar next to the cursor: one with more statements than the lane's bars have on average, those without
// any left aside. Where all bars are alike, each with a statement is busy. Only bars with a statement are looked at, because
// there can be millions of others.
func (s *Screen) busy(l *Lane, by int) (bar int, ok bool) {
	if s.scale.count == 0 || l.Len() == 0 {
		return 0, false
	}
	c, u := s.crestOf(l), s.scale.unit
	alike := c.most*c.filled == l.Len()
	at := s.scale.span(s.scale.bar(s.cursor.day))
	isBusy := func(first, end int) bool { return (end-first)*c.filled > l.Len() || alike }
	if by > 0 {
		for first := l.before(at.to + 1); first < l.Len(); {
			end := l.before(u.after(l.entries[first].day))
			if isBusy(first, end) {
				return s.scale.bar(l.entries[first].day), true
			}
			first = end
		}
		return 0, false
	}
	for end := l.before(at.from); end > 0; {
		first := l.before(u.start(u.index(l.entries[end-1].day)))
		if isBusy(first, end) {
			return s.scale.bar(l.entries[first].day), true
		}
		end = first
	}
	return 0, false
}
