package position

import (
	"cmp"
	"slices"

	"onrecord/model"
)

// Mention is a statement in a cell.
type Mention struct {
	Index   int // the place of the statement in the collection
	Day     model.Day
	Stance  model.Stance // model.NoStance if it is only about the topic
	Speaker *model.Speaker
}

// Evidence returns the statements of a cell that take a stance, the newest first, those of one day by id.
func (m *Matrix) Evidence(r *Row, c *Column) []Mention {
	return m.mentions(r.evidence(c))
}

// About returns the statements of a cell that take no stance, the newest first, those of one day by id.
func (m *Matrix) About(r *Row, c *Column) []Mention {
	return m.mentions(r.where(c, func(s model.Stance) bool { return s == model.NoStance }))
}

// Mentions returns all statements of a cell, the newest first, those of one day by id.
func (m *Matrix) Mentions(r *Row, c *Column) []Mention {
	return m.mentions(r.where(c, func(model.Stance) bool { return true }))
}

// Statement returns the statement of a mention.
func (m *Matrix) Statement(mention Mention) model.Statement { return m.collection.At(mention.Index) }

// evidence returns the refs of a cell that take a stance, by day.
func (r *Row) evidence(c *Column) []ref {
	return r.where(c, func(s model.Stance) bool { return s != model.NoStance })
}

func (r *Row) where(c *Column, keep func(model.Stance) bool) []ref {
	i, ok := r.cellAt(c.Place)
	if !ok {
		return nil
	}
	refs := make([]ref, 0, r.cells[i].end-r.cells[i].first)
	for _, at := range r.refs[r.cells[i].first:r.cells[i].end] {
		if keep(at.stance()) {
			refs = append(refs, at)
		}
	}
	return refs
}

// mentions turns refs that are sorted by day into mentions, the newest first.
func (m *Matrix) mentions(refs []ref) []Mention {
	all := make([]Mention, len(refs))
	for i := range refs {
		all[i] = m.mention(&refs[i])
	}
	slices.SortStableFunc(all, m.compareAge)
	return all
}

func (m *Matrix) mention(r *ref) Mention {
	return Mention{int(r.place), r.day, r.stance(), m.collection.Speakers()[r.speaker]}
}

// compareAge orders mentions: the newer first, those of one day by id.
func (m *Matrix) compareAge(a, b Mention) int {
	if c := cmp.Compare(b.Day, a.Day); c != 0 || a.Index == b.Index {
		return c
	}
	return cmp.Compare(m.id(a.Index), m.id(b.Index))
}

func (m *Matrix) id(place int) string {
	b := m.collection.Block(place)
	return b.ID(place - b.First())
}
