package search

import (
	"context"
	"sync"

	"onrecord/model"
	"onrecord/model/crew"
)

// Index answers queries on one collection. It never changes, and any number may ask it at the same time.
type Index struct {
	collection *model.Collection
	catalogue  *catalogue
	segments   []*segment
	newest     model.Day
	terms      *memory
	last       lastFacets
	calendar   *calendar
	counts     wordCounts
}

// New indexes a collection. The error is that of the context, or a *crew.PanicError.
func New(ctx context.Context, c *model.Collection) (*Index, error) { return Extend(ctx, nil, c) }

// Extend indexes a collection that has grown from the one that prev indexes; what has been indexed is not indexed
// again. A nil prev is an empty index. The error is that of the context, or a *crew.PanicError.
func Extend(ctx context.Context, prev *Index, c *model.Collection) (*Index, error) {
	x := Indexer{last: prev}
	return x.Extend(ctx, c)
}

// Indexer indexes a collection again and again while it grows, and keeps the room that it needs for that. One goroutine
// uses it; the zero value has indexed nothing.
type Indexer struct {
	last    *Index
	fillers []*filler // of the workers
}

// Extend indexes a collection that has grown from the one before; what has been indexed is not indexed again. The error
// is that of the context, or a *crew.PanicError, after which the Indexer must not be used again.
func (n *Indexer) Extend(ctx context.Context, c *model.Collection) (x *Index, err error) {
	defer crew.Recover(&err)
	x = &Index{collection: c, terms: newMemory(), segments: make([]*segment, len(c.Blocks()))}
	var known *catalogue
	have := map[*model.Block]*segment{}
	if n.last != nil {
		known = n.last.catalogue
		for _, s := range n.last.segments {
			have[s.block] = s
		}
	}
	n.makeRoom(1)
	x.catalogue = newCatalogue(c, known, n.fillers[0])
	if err := n.addSegments(ctx, x, have); err != nil {
		return nil, err
	}
	for _, s := range x.segments {
		for _, actor := range s.actors.keys {
			x.catalogue.isActor[actor] = true
		}
	}
	_, x.newest, _ = c.Span()
	x.calendar = newCalendar(x.segments)
	n.last = x
	return x, nil
}

// addSegments fills in the segments of all blocks, those that there are and those that must be made.
func (n *Indexer) addSegments(ctx context.Context, x *Index, have map[*model.Block]*segment) error {
	var missing []int
	for i, b := range x.collection.Blocks() {
		if x.segments[i] = have[b]; x.segments[i] == nil {
			missing = append(missing, i)
		}
	}
	workers := crew.Size(len(missing))
	n.makeRoom(workers)
	return crew.EachBy(ctx, workers, len(missing), func(worker, i int) {
		at := missing[i]
		x.segments[at] = newSegment(x.collection.Blocks()[at], x.catalogue, n.fillers[worker])
	})
}

// makeRoom sees to it that so many workers have a filler.
func (n *Indexer) makeRoom(workers int) {
	for len(n.fillers) < workers {
		n.fillers = append(n.fillers, newFiller(0))
	}
}

// Collection returns what is indexed.
func (x *Index) Collection() *model.Collection { return x.collection }

// memory keeps the answers to the terms asked for last: while somebody types a word, the words before it stay.
type memory struct {
	mu      sync.Mutex
	answers map[string]*answer
	recent  []string // the one used last at the end
	size    int      // of all answers, in bytes
	phrase  lastPhrase
}

// How many answers are remembered: so many at least, and more as long as they are small, because a query of ten words
// asks for thirty, of which most find little.
const (
	remembered     = 24
	rememberedMost = 128
	rememberedSize = 6 << 20
)

func newMemory() *memory { return &memory{answers: map[string]*answer{}} }

func (m *memory) get(key string) *answer {
	m.mu.Lock()
	defer m.mu.Unlock()
	a := m.answers[key]
	if a != nil {
		m.touch(key)
	}
	return a
}

func (m *memory) put(key string, a *answer) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if old := m.answers[key]; old != nil {
		m.size -= old.size()
	}
	m.answers[key] = a
	m.size += a.size()
	m.touch(key)
	for n := len(m.recent); n > rememberedMost || n > remembered && m.size > rememberedSize; n = len(m.recent) {
		m.size -= m.answers[m.recent[0]].size()
		delete(m.answers, m.recent[0])
		m.recent = append(m.recent[:0], m.recent[1:]...)
	}
}

// like returns an answer among the last few that the same ways led to: with most letters that are added to a word, the
// same words begin with it.
func (m *memory) like(p *places) *answer {
	m.mu.Lock()
	defer m.mu.Unlock()
	for i := len(m.recent) - 1; i >= max(0, len(m.recent)-alikes); i-- {
		if a := m.answers[m.recent[i]]; a.records != nil && !a.besides && a.places.same(p) {
			return a
		}
	}
	return nil
}

// alikes is how many of the last answers are compared.
const alikes = 4

func (m *memory) touch(key string) {
	for i, k := range m.recent {
		if k == key {
			copy(m.recent[i:], m.recent[i+1:])
			m.recent[len(m.recent)-1] = key
			return
		}
	}
	m.recent = append(m.recent, key)
}
