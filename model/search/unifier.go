package search

import "slices"

// unifier joins lists. As long as they are few, it only notes them. It is used up once its set has been asked for.
type unifier struct {
	lists [][]uint16
	n     int // of members noted
	bits  *bitmap
}

// noteMax is up to how many members sorting a list is faster than filling a bitmap.
const noteMax = 256

func (u *unifier) add(list []uint16) {
	if u.bits != nil {
		u.bits.addList(list)
		return
	}
	if len(u.lists) == 0 || u.n+len(list) <= noteMax {
		u.lists = append(u.lists, list)
		u.n += len(list)
		return
	}
	u.bits = emptyBitmap()
	for _, noted := range u.lists {
		u.bits.addList(noted)
	}
	u.bits.addList(list)
}

func (u *unifier) addBitmap(b *bitmap) {
	if u.bits == nil {
		u.bits = emptyBitmap()
		for _, noted := range u.lists {
			u.bits.addList(noted)
		}
	}
	for i, w := range b {
		u.bits[i] |= w
	}
}

func (u *unifier) set() set {
	switch {
	case u.bits != nil:
		return u.settled()
	case len(u.lists) == 0:
		return set{}
	case len(u.lists) == 1:
		return compress(u.lists[0])
	}
	return u.sortedSet()
}

// sortedSet is set for lists that need not be sorted.
func (u *unifier) sortedSet() set {
	if u.bits != nil {
		return u.settled()
	}
	all := slices.Concat(u.lists...)
	slices.Sort(all)
	return compress(slices.Compact(all))
}

// settled returns the set of the bitmap, which belongs to it from now on.
func (u *unifier) settled() set {
	s := u.bits.settled()
	u.bits = nil
	return s
}

// setOf returns the set of some members, which need not be sorted.
func setOf(list []uint16) set {
	b := emptyBitmap()
	b.addList(list)
	return b.settled()
}
