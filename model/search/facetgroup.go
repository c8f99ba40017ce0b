package search

import (
	"context"
	"slices"

	"onrecord/model/crew"
	"onrecord/model/query"
)

// facets counts the values of the facets that are wanted.
func (x *Index) facets(ctx context.Context, p *plan, h *hits, wishes []FacetWish) ([]Facet, error) {
	if len(wishes) == 0 {
		return nil, ctx.Err()
	}
	groups := facetGroups(h, wishes)
	if err := x.countGroups(ctx, p, groups); err != nil {
		return nil, err
	}
	facets := make([]Facet, len(wishes))
	for _, g := range groups {
		if err := x.listGroup(ctx, g, wishes); err != nil {
			return nil, err
		}
		for i, at := range g.wishes {
			facets[at] = g.facets[i]
		}
		g.before = nil
	}
	x.last.keep(p, groups)
	return facets, nil
}

// listGroup lists the values of the facets of a group, unless the same were listed before.
func (x *Index) listGroup(ctx context.Context, g *facetGroup, wishes []FacetWish) error {
	for _, at := range g.wishes {
		g.limits = append(g.limits, wishes[at].Limit)
	}
	if g.same && slices.Equal(g.limits, g.before.limits) {
		g.facets = g.before.facets
		return nil
	}
	g.facets = make([]Facet, len(g.wishes))
	return crew.Each(ctx, len(g.wishes), func(i int) { g.facets[i] = x.facet(wishes[g.wishes[i]], g.counts[i]) })
}

// facetGroup is some facets whose values are counted among the same statements. Counting can begin with what was counted
// for the query before, and go through the statements only that have come and gone since: with most keys these are few.
type facetGroup struct {
	wishes []int // the places of the facets among those that are wanted
	kinds  []FacetKind
	limits []int // of the wishes
	of     []set // by segment, the statements
	n      int   // how many
	counts tally
	facets []Facet

	before *facetGroup // what counting begins with, nil for nothing
	same   bool        // the statements are those of before
}

// tally holds counts by facet and value.
type tally [][]int32

// facetGroups parts the facets that are wanted by the statements among which they are counted: each without the filters
// on its own field.
func facetGroups(h *hits, wishes []FacetWish) []*facetGroup {
	var groups []*facetGroup
	of := map[query.Field]*facetGroup{}
	for i, w := range wishes {
		field := query.NoField
		if h.hasWithout(w.Kind.field()) {
			field = w.Kind.field()
		}
		g := of[field]
		if g == nil {
			g = h.group(field)
			of[field], groups = g, append(groups, g)
		}
		g.wishes, g.kinds = append(g.wishes, i), append(g.kinds, w.Kind)
	}
	return groups
}

// hasWithout tells whether the query filters by a field, so that there are statements that match without that.
func (h *hits) hasWithout(f query.Field) bool {
	if len(h.segments) == 0 {
		return false
	}
	_, ok := h.segments[0].without[f]
	return ok
}

// group holds the statements that match without the filters on a field; NoField is none.
func (h *hits) group(f query.Field) *facetGroup {
	g := &facetGroup{of: make([]set, len(h.segments))}
	for i, s := range h.segments {
		g.of[i] = s.all
		if f != query.NoField {
			g.of[i] = s.without[f]
		}
		g.n += g.of[i].n
	}
	return g
}
