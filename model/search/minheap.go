package search

import (
	"cmp"
	"slices"
)

// minHeap has its smallest member on top.
type minHeap[T cmp.Ordered] []T

// newMinHeap takes over a list, in linear time (Floyd 1964).
func newMinHeap[T cmp.Ordered](list []T) minHeap[T] {
	h := minHeap[T](list)
	for i := len(h)/2 - 1; i >= 0; i-- {
		h.sink(i)
	}
	return h
}

func (h *minHeap[T]) push(one T) {
	all := append(*h, one)
	for i := len(all) - 1; i > 0 && all[i] < all[(i-1)/2]; i = (i - 1) / 2 {
		all[i], all[(i-1)/2] = all[(i-1)/2], all[i]
	}
	*h = all
}

// pop removes the smallest member.
func (h *minHeap[T]) pop() T {
	old := *h
	first := old[0]
	old[0] = old[len(old)-1]
	*h = old[:len(old)-1]
	h.sink(0)
	return first
}

// replace puts another member in the place of the smallest.
func (h minHeap[T]) replace(by T) {
	h[0] = by
	h.sink(0)
}

func (h minHeap[T]) sink(i int) {
	for {
		child := 2*i + 1
		if child >= len(h) {
			return
		}
		if child+1 < len(h) && h[child+1] < h[child] {
			child++
		}
		if h[i] <= h[child] {
			return
		}
		h[i], h[child] = h[child], h[i]
		i = child
	}
}

// eachInOrder yields the members of a list, the smallest first, as long as they are wanted, without sorting more of them
// than that. It changes the list.
func eachInOrder[T cmp.Ordered](list []T, yield func(one T) bool) {
	heap := newMinHeap(list)
	for n := 0; n < fewWanted && len(heap) > 0; n++ {
		if !yield(heap.pop()) {
			return
		}
	}
	slices.Sort(heap)
	for _, one := range heap {
		if !yield(one) {
			return
		}
	}
}

// fewWanted is up to how many members a heap is faster than sorting all.
const fewWanted = 256
