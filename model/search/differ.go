package search

import (
	"math/bits"
	"slices"
)

// apart counts the members that only one of two sets has.
func apart(a, b set) int {
	if a.bits != nil && a.bits == b.bits || a.bits == nil && b.bits == nil && a.n == b.n && (a.n == 0 || &a.list[0] == &b.list[0]) {
		return 0
	}
	return a.n + b.n - 2*countAnd(a, b)
}

// difference is room for what two sets do not have in common.
type difference struct {
	more, less []uint16
}

// between returns what is in b and not in a, and what is in a and not in b, until it is asked for the next. It is fast if
// both are nearly the same.
func (d *difference) between(a, b set) (come, gone set) {
	d.more, d.less = d.more[:0], d.less[:0]
	switch {
	case a.bits == nil && b.bits == nil:
		d.ofLists(a.list, b.list)
	case a.bits != b.bits:
		d.ofBitmaps(a, b)
	}
	return listSet(d.more), listSet(d.less)
}

func (d *difference) ofBitmaps(a, b set) {
	room := usedBitmap()
	defer room.free()
	before, after := a.bits, b.bits
	switch {
	case before == nil:
		*room = bitmap{}
		room.addList(a.list)
		before = room
	case after == nil:
		*room = bitmap{}
		room.addList(b.list)
		after = room
	}
	for i, w := range before {
		if w == after[i] {
			continue
		}
		for rest := after[i] &^ w; rest != 0; rest &= rest - 1 {
			d.more = append(d.more, uint16(i<<6|bits.TrailingZeros64(rest)))
		}
		for rest := w &^ after[i]; rest != 0; rest &= rest - 1 {
			d.less = append(d.less, uint16(i<<6|bits.TrailingZeros64(rest)))
		}
	}
}

func (d *difference) ofLists(a, b []uint16) {
	i, k := 0, 0
	for i < len(a) && k < len(b) {
		switch {
		case a[i] == b[k]:
			i, k = i+1, k+1
		case a[i] < b[k]:
			d.less = append(d.less, a[i])
			i++
		default:
			d.more = append(d.more, b[k])
			k++
		}
	}
	d.more, d.less = append(d.more, b[k:]...), append(d.less, a[i:]...)
}

// sameSet tells whether two sets have the same members.
func sameSet(a, b set) bool {
	switch {
	case a.n != b.n:
		return false
	case a.bits != nil && b.bits != nil:
		return a.bits == b.bits || *a.bits == *b.bits
	case a.bits == nil && b.bits == nil:
		return slices.Equal(a.list, b.list)
	}
	return *a.asBitmap() == *b.asBitmap()
}
