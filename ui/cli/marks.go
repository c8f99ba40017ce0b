package cli

import (
	"context"
	"slices"
	"sync"

	"onrecord/data"
	"onrecord/model"
)

// marks knows which statements of the open collection are marked. What is on the disk counts; this only remembers it.
type marks struct {
	store *data.Marks

	mu         sync.Mutex
	collection string
	loaded     bool
	ids        []string
}

func newMarks(folder string) *marks { return &marks{store: data.OpenMarks(folder)} }

// open reads the marks of a collection, unless it has done so. The error says why they can't be known.
func (m *marks) open(collection string) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.loaded && m.collection == collection {
		return nil
	}
	ids, err := m.store.Load(collection)
	m.collection, m.loaded, m.ids = collection, true, ids
	return err
}

// marked returns the ids of the marked statements.
func (m *marks) marked() []string {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.ids
}

// placesOf returns the places of the statements with some ids, in order. What a collection does not hold has none.
func placesOf(c *model.Collection, ids []string) []int {
	var places []int
	for _, id := range ids {
		if place, ok := c.Find(id); ok {
			places = append(places, place)
		}
	}
	slices.Sort(places)
	return places
}

// set marks a statement or takes its mark away, and returns when that is on the disk.
func (m *marks) set(ctx context.Context, id string, marked bool) error {
	m.mu.Lock()
	collection := m.collection
	m.mu.Unlock()
	ids, err := m.store.Set(ctx, collection, marked, id)
	if err != nil {
		return err
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	m.ids = ids
	return nil
}
