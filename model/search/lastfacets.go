package search

import (
	"slices"
	"sync"

	"onrecord/model"
)

// lastFacets remembers the facets that were counted last, because most keys change few hits.
type lastFacets struct {
	mu     sync.Mutex
	groups []*facetGroup
}

// begin lets groups begin with what is remembered, if there is something for the same facets and about as many of all
// statements. If the query filters by topics or stances, other things are counted.
func (l *lastFacets) begin(p *plan, groups []*facetGroup, total int) {
	if p.topics != nil || p.stances != nil {
		return
	}
	l.mu.Lock()
	known := l.groups
	l.mu.Unlock()
	for _, g := range groups {
		for _, k := range known {
			if slices.Equal(k.kinds, g.kinds) && max(k.n-g.n, g.n-k.n) <= min(g.n, total-g.n) {
				g.before, g.come, g.gone = k, make([]set, len(g.of)), make([]set, len(g.of))
				break
			}
		}
	}
}

// keep remembers groups, which must not be changed any more.
func (l *lastFacets) keep(p *plan, groups []*facetGroup) {
	if p.topics != nil || p.stances != nil {
		return
	}
	l.mu.Lock()
	l.groups = groups
	l.mu.Unlock()
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
