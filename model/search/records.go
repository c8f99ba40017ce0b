package search

// recordSet is a choice of the records of a roll, shelf by shelf.
type recordSet []set

func (r recordSet) empty() bool {
	for _, s := range r {
		if !s.empty() {
			return false
		}
	}
	return true
}

func (r recordSet) has(record int) bool {
	at := record / members
	return at < len(r) && r[at].has(uint16(record%members))
}

func (r recordSet) count() int {
	n := 0
	for _, s := range r {
		n += s.n
	}
	return n
}

// each calls f for the records in order.
func (r recordSet) each(f func(record int)) {
	for at, s := range r {
		s.each(func(i uint16) { f(at*members + int(i)) })
	}
}

// first returns the first records, at most n.
func (r recordSet) first(n int) []int {
	var records []int
	for at, s := range r {
		for _, i := range s.first(n - len(records)) {
			records = append(records, at*members+int(i))
		}
	}
	return records
}

// recordsOf returns the set of some records of a roll, which come in order.
func (r roll) recordsOf(records []int) recordSet {
	chosen := make(recordSet, len(r))
	lists := make([][]uint16, len(r))
	for _, record := range records {
		lists[record/members] = append(lists[record/members], uint16(record%members))
	}
	for at := range lists {
		chosen[at] = compress(lists[at])
	}
	return chosen
}

// rollFound is which records of a roll match a term, by field and quality.
type rollFound [maxFields][qualityCount]recordSet

// seekAll returns how the ways look on each shelf.
func (r roll) seekAll(ways []way) [][]sought {
	all := make([][]sought, len(r))
	for at, shelf := range r {
		all[at] = shelf.seekAll(ways)
	}
	return all
}

// lookUp adds the records that match in any of the ways.
func (r roll) lookUp(ways [][]sought, into *rollFound) {
	for at, shelf := range r {
		for i := range ways[at] {
			f := shelf.lookUpAll(&ways[at][i], nil)
			for in := range f {
				for q, s := range f[in] {
					if s.empty() {
						continue
					}
					to := &into[in][max(Quality(q), ways[at][i].least)]
					if *to == nil {
						*to = make(recordSet, len(r))
					}
					(*to)[at] = or((*to)[at], s)
				}
			}
		}
	}
}

// recordsFound is which records of a catalogue match a term.
type recordsFound struct {
	speakers, topics, sources rollFound
}

// add adds the records of other.
func (r *recordsFound) add(other *recordsFound) {
	r.speakers.add(&other.speakers)
	r.topics.add(&other.topics)
	r.sources.add(&other.sources)
}

func (r *rollFound) add(other *rollFound) {
	for in := range r {
		for q := range r[in] {
			r[in][q] = r[in][q].or(other[in][q])
		}
	}
}

// or returns the records of both sets.
func (r recordSet) or(other recordSet) recordSet {
	if len(r) < len(other) {
		r, other = other, r
	}
	both := make(recordSet, len(r))
	copy(both, r)
	for at := range other {
		both[at] = or(both[at], other[at])
	}
	return both
}

// lookUp finds the records that match in any of the ways.
func (c *catalogue) lookUp(p *places) *recordsFound {
	r := new(recordsFound)
	c.speakers.lookUp(p.speakers, &r.speakers)
	c.topics.lookUp(p.topics, &r.topics)
	c.sources.lookUp(p.sources, &r.sources)
	return r
}

// selected yields the statements of each key that belongs to one of the records; each record has so many keys.
func (g *groups) selected(r recordSet, keysOf uint32, yield func(docs []uint16)) {
	n := r.count()
	switch {
	case n == 0:
		return
	case keysOf == 1 && !g.places.empty():
		for number, records := range r {
			g.places.each(records, number*members, func(at int) { yield(g.at(at)) })
		}
		return
	}
	if n*16 < len(g.keys) {
		r.each(func(record int) {
			first := uint32(record) * keysOf
			for at := seekKey(g.keys, first); at < len(g.keys) && g.keys[at] < first+keysOf; at++ {
				yield(g.at(at))
			}
		})
		return
	}
	for number, records := range r {
		chosen := records.asBitmap()
		first := uint32(number * members)
		for at := seekKey(g.keys, first*keysOf); at < len(g.keys); at++ {
			for g.keys[at] >= (first+1)*keysOf {
				first++
			}
			if int(first) >= (number+1)*members {
				break
			}
			if chosen.has(uint16(first)) {
				yield(g.at(at))
			}
		}
	}
}

func seekKey(keys []uint32, key uint32) int {
	low, high := 0, len(keys)
	for low < high {
		middle := int(uint(low+high) >> 1)
		if keys[middle] < key {
			low = middle + 1
		} else {
			high = middle
		}
	}
	return low
}

func placeOfField(in field) Place {
	switch in {
	case textField:
		return InText
	case roleField:
		return InRole
	}
	return InSetting
}
