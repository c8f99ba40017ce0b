package search

import (
	"math/bits"
	"slices"
)

// A set is a choice of the members of one block or roll, which are numbered from 0 to at most 65,535. Small ones are
// sorted lists, big ones are bitmaps of 8 KB, as in Roaring bitmaps (Chambi, Lemire, Kaser, Godin: Better bitmap
// performance with Roaring bitmaps, 2016). A set never changes once somebody else has seen it.
type set struct {
	list []uint16 // in order, if bits is nil
	bits *bitmap
	n    int // how many members
}

// bitmap holds a bit for each of 65,536 members.
type bitmap [bitmapWords]uint64

const (
	members     = 1 << 16
	bitmapWords = members / 64
	listMax     = members / 16 // a longer list takes more room than a bitmap
)

func (b *bitmap) add(i uint16)      { b[i>>6] |= 1 << (i & 63) }
func (b *bitmap) has(i uint16) bool { return b[i>>6]&(1<<(i&63)) != 0 }
func (b *bitmap) addList(list []uint16) {
	for _, i := range list {
		b[i>>6] |= 1 << (i & 63)
	}
}

// addRange adds the members from first to last-1.
func (b *bitmap) addRange(first, last int) {
	for i := first; i < last; {
		if i&63 == 0 && i+64 <= last {
			b[i>>6] = ^uint64(0)
			i += 64
			continue
		}
		b.add(uint16(i))
		i++
	}
}

func (b *bitmap) count() int {
	n := 0
	for _, w := range b {
		n += bits.OnesCount64(w)
	}
	return n
}

// countList counts which of some members there are.
func (b *bitmap) countList(list []uint16) int32 {
	n := uint64(0)
	for _, i := range list {
		n += b[i>>6] >> (i & 63) & 1
	}
	return int32(n)
}

// addSet adds the members of a set.
func (b *bitmap) addSet(s set) {
	if s.bits == nil {
		b.addList(s.list)
		return
	}
	for i, w := range s.bits {
		b[i] |= w
	}
}

// set turns the bitmap into a set, which shares it if it is big. It must not be changed afterwards.
func (b *bitmap) set() set {
	n := b.count()
	if n > listMax {
		return set{bits: b, n: n}
	}
	return set{list: b.appendTo(nil, n), n: n}
}

// copied is set for a bitmap that is used for this only, so that it needs no room of its own if it is not big.
func (b *bitmap) copied() set {
	n := b.count()
	if n > listMax {
		kept := *b
		return set{bits: &kept, n: n}
	}
	return set{list: b.appendTo(nil, n), n: n}
}

// appendTo appends the members in order, given how many there are. For each word it writes four of them whether there are
// so many or not, and the next ones over those that are none: that is faster than asking after each whether there is another.
func (b *bitmap) appendTo(list []uint16, n int) []uint16 {
	const ahead = 4
	at := len(list)
	end := at + n
	list = slices.Grow(list, n+ahead)[:end+ahead]
	for i, w := range b {
		if w == 0 {
			continue
		}
		next, here, block := at+bits.OnesCount64(w), (*[ahead]uint16)(list[at:]), uint16(i<<6)
		here[0] = block | uint16(bits.TrailingZeros64(w))
		w &= w - 1
		here[1] = block | uint16(bits.TrailingZeros64(w))
		w &= w - 1
		here[2] = block | uint16(bits.TrailingZeros64(w))
		w &= w - 1
		here[3] = block | uint16(bits.TrailingZeros64(w))
		w &= w - 1
		for at += ahead; w != 0; w &= w - 1 {
			list[at] = block | uint16(bits.TrailingZeros64(w))
			at++
		}
		at = next
	}
	return list[:end]
}

func listSet(list []uint16) set { return set{list: list, n: len(list)} }

// span returns the set of the members from 0 to n-1.
func span(n int) set {
	var b bitmap
	b.addRange(0, n)
	return b.set()
}

// asBitmap returns the set as a bitmap that must not be changed.
func (s set) asBitmap() *bitmap {
	if s.bits != nil {
		return s.bits
	}
	b := new(bitmap)
	b.addList(s.list)
	return b
}

// first returns the first members, at most n.
func (s set) first(n int) []uint16 {
	if s.bits == nil {
		return s.list[:min(n, len(s.list))]
	}
	var list []uint16
	for i, w := range s.bits {
		for ; w != 0 && len(list) < n; w &= w - 1 {
			list = append(list, uint16(i<<6|bits.TrailingZeros64(w)))
		}
		if len(list) == n {
			break
		}
	}
	return list
}

// size returns how many bytes the members take.
func (s set) size() int {
	if s.bits != nil {
		return members / 8
	}
	return 2 * len(s.list)
}

func (s set) empty() bool { return s.n == 0 }

func (s set) has(i uint16) bool {
	if s.bits != nil {
		return s.bits.has(i)
	}
	at := lowerBound(s.list, i)
	return at < len(s.list) && s.list[at] == i
}

// appendTo appends the members in order.
func (s set) appendTo(list []uint16) []uint16 {
	if s.bits != nil {
		return s.bits.appendTo(list, s.n)
	}
	return append(list, s.list...)
}

// each calls f for the members in order.
func (s set) each(f func(i uint16)) {
	if s.bits == nil {
		for _, i := range s.list {
			f(i)
		}
		return
	}
	for i, w := range s.bits {
		for ; w != 0; w &= w - 1 {
			f(uint16(i<<6 | bits.TrailingZeros64(w)))
		}
	}
}

// lowerBound returns where in a sorted list the first element stands that is not below i.
func lowerBound(list []uint16, i uint16) int {
	low, high := 0, len(list)
	for low < high {
		middle := int(uint(low+high) >> 1)
		if list[middle] < i {
			low = middle + 1
		} else {
			high = middle
		}
	}
	return low
}

// and returns what is in both sets.
func and(a, b set) set {
	if a.n > b.n {
		a, b = b, a
	}
	switch {
	case a.n == 0:
		return set{}
	case a.bits != nil: // then b has a bitmap, too, because it is not smaller
		var both bitmap
		for i, w := range a.bits {
			both[i] = w & b.bits[i]
		}
		return both.copied()
	case b.bits != nil:
		return a.keep(func(i uint16) bool { return b.bits.has(i) })
	case b.n > 32*a.n:
		return a.keep(b.has)
	}
	return listSet(merge(a.list, b.list))
}

// keep returns the members of a listed set that are wanted.
func (s set) keep(wanted func(uint16) bool) set {
	kept := make([]uint16, 0, len(s.list))
	for _, i := range s.list {
		if wanted(i) {
			kept = append(kept, i)
		}
	}
	return listSet(kept)
}

// merge returns what is in both of two sorted lists.
func merge(a, b []uint16) []uint16 {
	both := make([]uint16, 0, min(len(a), len(b)))
	for i, k := 0, 0; i < len(a) && k < len(b); {
		switch {
		case a[i] < b[k]:
			i++
		case a[i] > b[k]:
			k++
		default:
			both = append(both, a[i])
			i, k = i+1, k+1
		}
	}
	return both
}

// andNot returns what is in a and not in b.
func andNot(a, b set) set {
	if a.n == 0 || b.n == 0 {
		return a
	}
	if a.bits == nil {
		return a.keep(func(i uint16) bool { return !b.has(i) })
	}
	rest := *a.bits
	if b.bits != nil {
		for i, w := range b.bits {
			rest[i] &^= w
		}
	} else {
		for _, i := range b.list {
			rest[i>>6] &^= 1 << (i & 63)
		}
	}
	return rest.copied()
}

// or returns what is in any of the sets.
func or(sets ...set) set {
	full, total := -1, 0
	for i, s := range sets {
		if s.n > 0 {
			full = i
			total += s.n
		}
	}
	switch {
	case full < 0:
		return set{}
	case sets[full].n == total:
		return sets[full]
	}
	var all bitmap
	for _, s := range sets {
		if s.n > 0 {
			all.addSet(s)
		}
	}
	return all.copied()
}

// countAnd returns how many members both sets have.
func countAnd(a, b set) int {
	if a.n > b.n {
		a, b = b, a
	}
	n := 0
	switch {
	case a.n == 0:
	case a.bits != nil && b.bits != nil:
		for i, w := range a.bits {
			n += bits.OnesCount64(w & b.bits[i])
		}
	case a.bits != nil:
		n = int(a.bits.countList(b.list))
	case b.bits != nil:
		n = int(b.bits.countList(a.list))
	case b.n > 32*a.n:
		for _, i := range a.list {
			if b.has(i) {
				n++
			}
		}
	default:
		n = countMerge(a.list, b.list)
	}
	return n
}

// countMerge counts what is in both of two sorted lists.
func countMerge(a, b []uint16) int {
	n := 0
	for i, k := 0, 0; i < len(a) && k < len(b); {
		switch {
		case a[i] < b[k]:
			i++
		case a[i] > b[k]:
			k++
		default:
			n++
			i, k = i+1, k+1
		}
	}
	return n
}
