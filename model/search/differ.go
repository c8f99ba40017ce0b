package search

import (
	"math/bits"
	"slices"
)

// differ returns what is in b and not in a, and what is in a and not in b. It is fast if both are nearly the same.
func differ(a, b set) (come, gone set) {
	switch {
	case a.bits == nil && b.bits == nil:
		if a.n == b.n && (a.n == 0 || &a.list[0] == &b.list[0]) {
			return set{}, set{}
		}
		return differLists(a.list, b.list)
	case a.bits == b.bits:
		return set{}, set{}
	}
	var more, less []uint16
	other := b.asBitmap()
	for i, w := range a.asBitmap() {
		if w == other[i] {
			continue
		}
		for rest := other[i] &^ w; rest != 0; rest &= rest - 1 {
			more = append(more, uint16(i<<6|bits.TrailingZeros64(rest)))
		}
		for rest := w &^ other[i]; rest != 0; rest &= rest - 1 {
			less = append(less, uint16(i<<6|bits.TrailingZeros64(rest)))
		}
	}
	return listSet(more), listSet(less)
}

func differLists(a, b []uint16) (come, gone set) {
	var more, less []uint16
	i, k := 0, 0
	for i < len(a) && k < len(b) {
		switch {
		case a[i] == b[k]:
			i, k = i+1, k+1
		case a[i] < b[k]:
			less = append(less, a[i])
			i++
		default:
			more = append(more, b[k])
			k++
		}
	}
	return listSet(append(more, b[k:]...)), listSet(append(less, a[i:]...))
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
