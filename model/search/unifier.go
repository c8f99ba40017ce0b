package search

import "slices"

// unifier joins lists. As long as they are few, it only notes them.
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
	u.bits = new(bitmap)
	for _, noted := range u.lists {
		u.bits.addList(noted)
	}
	u.bits.addList(list)
}

func (u *unifier) addBitmap(b *bitmap) {
	if u.bits == nil {
		u.bits = new(bitmap)
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
		return u.bits.set()
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
		return u.bits.set()
	}
	all := slices.Concat(u.lists...)
	slices.Sort(all)
	return compress(slices.Compact(all))
}

// setOf returns the set of some members, which need not be sorted.
func setOf(list []uint16) set {
	b := new(bitmap)
	b.addList(list)
	return b.set()
}
