package search

import (
	"slices"
	"sync"

	"onrecord/model"
)

// lastFacets remembers the facets that were counted last: most keys that finish a word change no hit, and so no count.
type lastFacets struct {
	mu     sync.Mutex
	hits   *hits
	wishes []FacetWish
	counts []Facet
}

// facets returns what is remembered, nil if it was for other hits or other wishes.
func (l *lastFacets) facets(p *plan, h *hits, wishes []FacetWish) []Facet {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.hits == nil || p.filters() || !slices.Equal(l.wishes, wishes) || !sameHits(l.hits, h) {
		return nil
	}
	return cloneFacets(l.counts)
}

func (l *lastFacets) keep(p *plan, h *hits, wishes []FacetWish, counts []Facet) {
	if p.filters() {
		return
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	l.hits, l.wishes, l.counts = h, slices.Clone(wishes), cloneFacets(counts)
}

// cloneFacets copies facets, because whoever gets them may change them.
func cloneFacets(facets []Facet) []Facet {
	facets = slices.Clone(facets)
	for i := range facets {
		facets[i].Values = slices.Clone(facets[i].Values)
	}
	return facets
}

// filters tells whether a facet may be counted without its own filters.
func (p *plan) filters() bool {
	return p.topics != nil || p.stances != nil || slices.ContainsFunc(p.groups, func(g planGroup) bool { return g.facet != 0 })
}

func sameHits(a, b *hits) bool {
	if a.count != b.count {
		return false
	}
	for i := range a.segments {
		if !sameSet(a.segments[i].all, b.segments[i].all) {
			return false
		}
	}
	return true
}

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

// dayKeys writes the days of a collection, each once unless they are very many.
type dayKeys struct {
	once  sync.Once
	count int // of days in the collection
	keys  []string
}

// maxDayKeys is how many days are remembered at most.
const maxDayKeys = 1 << 14

// key writes the day so many days after the oldest.
func (d *dayKeys) key(oldest model.Day, after int) string {
	if d.count > maxDayKeys {
		return (oldest + model.Day(after)).String()
	}
	d.once.Do(func() {
		for i := range d.count {
			d.keys = append(d.keys, (oldest + model.Day(i)).String())
		}
	})
	return d.keys[after]
}
