package search

import (
	"slices"
	"sync"
)

// lastFacets remembers the facets that were counted for the last few queries, because most keys change few hits, and
// letters are also taken back.
type lastFacets struct {
	mu     sync.Mutex
	groups [][]*facetGroup // the last ones at the end
}

// lastCounted is how many queries are remembered: each keeps a bit for each statement at most, and the counts.
const lastCounted = 4

// begin lets groups begin with what is remembered for the same facets and for about as many statements, if there is
// something. If the query filters by topics or stances, other things are counted.
func (l *lastFacets) begin(p *plan, groups []*facetGroup, total int) {
	if p.topics != nil || p.stances != nil {
		return
	}
	l.mu.Lock()
	known := slices.Concat(l.groups...)
	l.mu.Unlock()
	for _, g := range groups {
		closest := min(g.n, total-g.n)
		for _, k := range known {
			if apart := max(k.n-g.n, g.n-k.n); apart <= closest && slices.Equal(k.kinds, g.kinds) {
				g.before, closest = k, apart
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
	defer l.mu.Unlock()
	kept := l.groups[max(0, len(l.groups)-lastCounted+1):]
	l.groups = append(slices.Clone(kept), groups)
}
