package search

import "slices"

// ranksHeap hands out ranks in order, the smallest first, without sorting more of them than are asked for: a heap that
// is built in linear time (Floyd 1964).
type ranksHeap []uint16

// newRanksHeap takes over the ranks.
func newRanksHeap(ranks []uint16) ranksHeap {
	h := ranksHeap(ranks)
	for i := len(h)/2 - 1; i >= 0; i-- {
		h.sink(i)
	}
	return h
}

// eachRank yields ranks in order, the smallest first, as long as they are wanted. It changes the list.
func eachRank(ranks []uint16, yield func(rank uint16) bool) {
	heap := newRanksHeap(ranks)
	for n := 0; n < fewRanks && len(heap) > 0; n++ {
		if !yield(heap.pop()) {
			return
		}
	}
	slices.Sort(heap)
	for _, rank := range heap {
		if !yield(rank) {
			return
		}
	}
}

// fewRanks is up to how many ranks a heap is faster than sorting all.
const fewRanks = 256

// pop removes the smallest rank.
func (h *ranksHeap) pop() uint16 {
	old := *h
	first := old[0]
	old[0] = old[len(old)-1]
	*h = old[:len(old)-1]
	h.sink(0)
	return first
}

func (h ranksHeap) sink(i int) {
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
