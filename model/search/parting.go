package search

// both parts a set into what is in another one and what is not.
func (t *tiers) both(s, by set) (in set, ownIn bool, out set, ownOut bool) {
	if s.bits == nil {
		if by.bits == nil && by.n < 16*s.n {
			inside, outside := parted(s.list, by.list)
			return listSet(inside), false, listSet(outside), false
		}
		inside, outside := make([]uint16, 0, min(s.n, by.n)), make([]uint16, 0, s.n)
		for _, i := range s.list {
			if by.has(i) {
				inside = append(inside, i)
			} else {
				outside = append(outside, i)
			}
		}
		return listSet(inside), false, listSet(outside), false
	}
	a, b := t.bitmap(), t.bitmap()
	n := 0
	if by.bits != nil {
		for i, w := range s.bits {
			a[i], b[i] = w&by.bits[i], w&^by.bits[i]
		}
		n = a.count()
	} else {
		*a, *b = bitmap{}, *s.bits
		for _, i := range by.list {
			if s.bits.has(i) {
				a.add(i)
				b[i>>6] &^= 1 << (i & 63)
				n++
			}
		}
	}
	in, ownIn = t.settle(a, n)
	out, ownOut = t.settle(b, s.n-n)
	return in, ownIn, out, ownOut
}

// parted parts a list into what is in another one and what is not.
func parted(list, by []uint16) (inside, outside []uint16) {
	inside, outside = make([]uint16, 0, min(len(list), len(by))), make([]uint16, 0, len(list))
	k := 0
	for _, i := range list {
		for k < len(by) && by[k] < i {
			k++
		}
		if k < len(by) && by[k] == i {
			inside = append(inside, i)
		} else {
			outside = append(outside, i)
		}
	}
	return inside, outside
}

// settle makes a set of a bitmap of n members, and keeps the bitmap for later if the set is small.
func (t *tiers) settle(b *bitmap, n int) (set, bool) {
	if n > listMax {
		return set{bits: b, n: n}, true
	}
	s := set{n: n}
	if n > 0 {
		s.list = b.appendTo(nil, n)
	}
	t.spare = append(t.spare, b)
	return s, false
}

func (t *tiers) bitmap() *bitmap {
	if n := len(t.spare); n > 0 {
		b := t.spare[n-1]
		t.spare = t.spare[:n-1]
		return b
	}
	return usedBitmap()
}

// close gives back what the tiers needed. They cannot be used afterwards.
func (t *tiers) close() {
	for _, p := range t.parts {
		t.free(p)
	}
	for _, b := range t.spare {
		b.free()
	}
	t.parts, t.spare = nil, nil
}

func (t *tiers) free(p part) {
	if p.owned {
		t.spare = append(t.spare, p.set.bits)
	}
}
