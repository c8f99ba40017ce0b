package search

import (
	"cmp"
	"slices"
)

// groups holds the statements that have a key in common, for every key.
type groups struct {
	keys   []uint32 // sorted
	starts []uint32 // where the statements of a key begin
	docs   []uint16 // sorted within a key
	places directory
	all    set // the statements that have a key
}

type grouped struct {
	key uint32
	doc uint16
}

// groupedBy pairs statements with their keys; those with a negative key have none.
func groupedBy(keys []int) []grouped {
	all := make([]grouped, 0, len(keys))
	for i, key := range keys {
		if key >= 0 {
			all = append(all, grouped{uint32(key), uint16(i)})
		}
	}
	return all
}

// newGroups groups statements, which come in their order.
func newGroups(all []grouped) groups {
	all = sortedGroups(all)
	different := 0
	for i, a := range all {
		if i == 0 || a.key != all[i-1].key {
			different++
		}
	}
	g := groups{keys: make([]uint32, 0, different), starts: make([]uint32, 0, different+1), docs: make([]uint16, len(all))}
	for i, a := range all {
		if i == 0 || a.key != all[i-1].key {
			g.keys = append(g.keys, a.key)
			g.starts = append(g.starts, uint32(i))
		}
		g.docs[i] = a.doc
	}
	g.starts = append(g.starts, uint32(len(all)))
	g.places, g.all = newDirectory(g.keys), setOf(g.docs)
	return g
}

// sortedGroups sorts by key; those of one key stay in their order.
func sortedGroups(all []grouped) []grouped {
	most := uint32(0)
	for _, a := range all {
		most = max(most, a.key)
	}
	if int(most) > 64*len(all) {
		slices.SortStableFunc(all, func(a, b grouped) int { return cmp.Compare(a.key, b.key) })
		return all
	}
	next := make([]uint32, most+2)
	for _, a := range all {
		next[a.key+1]++
	}
	for i := 1; i < len(next); i++ {
		next[i] += next[i-1]
	}
	sorted := make([]grouped, len(all))
	for _, a := range all {
		sorted[next[a.key]] = a
		next[a.key]++
	}
	return sorted
}

// at returns the statements of the key at a place.
func (g *groups) at(n int) []uint16 { return g.docs[g.starts[n]:g.starts[n+1]] }

// of returns the statements with a key.
func (g *groups) of(key uint32) []uint16 {
	n, ok := slices.BinarySearch(g.keys, key)
	if !ok {
		return nil
	}
	return g.at(n)
}
