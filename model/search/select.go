package search

import (
	"context"
	"fmt"
	"slices"

	"onrecord/model"
	"onrecord/model/crew"
	"onrecord/model/query"
)

// Selection is all the statements that match a query, in no order but that of the collection. It never changes.
type Selection struct {
	blocks  map[*model.Block]set
	index   *Index
	count   int
	widened bool
	topics  []int
	stances []model.Stance
}

// Select finds all statements that match a query: as many, and the same ones, as Search counts. The places of the
// marked statements are wanted for is:marked, in any order. The error is that of the context, or a *crew.PanicError.
func (x *Index) Select(ctx context.Context, q query.Query, marked []int) (*Selection, error) {
	s, err := x.selection(ctx, &Request{Query: q, Marked: marked})
	if err != nil {
		return nil, fmt.Errorf("selecting what matches %q: %w", q.Line, err)
	}
	return s, nil
}

func (x *Index) selection(ctx context.Context, r *Request) (s *Selection, err error) {
	defer crew.Recover(&err)
	p, h, err := x.match(ctx, r)
	if err != nil {
		return nil, err
	}
	s = &Selection{
		blocks: make(map[*model.Block]set, len(x.segments)), index: x,
		count: h.count, widened: h.widened, stances: slices.Clone(p.stances),
	}
	for i, segment := range x.segments {
		if found := h.segments[i].all; !found.empty() {
			s.blocks[segment.block] = found
		}
	}
	if p.topics != nil {
		s.topics = []int{}
		p.topics.each(func(topic int) { s.topics = append(s.topics, topic) })
	}
	return s, nil
}

// Len returns how many statements there are.
func (s *Selection) Len() int { return s.count }

// Widened tells whether nothing matches well, so that misspelt words and abbreviations count, too.
func (s *Selection) Widened() bool { return s.widened }

// In yields the places in a block of those statements that stand in it, in order.
func (s *Selection) In(b *model.Block, yield func(i int)) {
	s.blocks[b].each(func(i uint16) { yield(int(i)) })
}

// Each yields the statements by block and place in the block, in the order of the collection, until yield returns
// false.
func (s *Selection) Each(yield func(b *model.Block, i int) bool) {
	var room []uint16
	for _, segment := range s.index.segments {
		room = s.blocks[segment.block].appendTo(room[:0])
		for _, i := range room {
			if !yield(segment.block, int(i)) {
				return
			}
		}
	}
}

// Has tells whether the statement at a place of the collection is one of them.
func (s *Selection) Has(place int) bool {
	if place < 0 || place >= s.index.collection.Len() {
		return false
	}
	b := s.index.collection.Block(place)
	return s.blocks[b].has(uint16(place - b.First()))
}

// Topics returns the topics that the query asks for by its filters, as places in Collection.Topics; nil if it asks for
// none, which lets all of them through.
func (s *Selection) Topics() []int { return s.topics }

// Stances returns the stances that the query asks for by its filters, on the topics that it asks for; nil if it asks
// for none.
func (s *Selection) Stances() []model.Stance { return s.stances }
