package cli

import (
	"context"
	"errors"
	"slices"
	"sync"
	"time"

	"onrecord/data"
	"onrecord/model"
)

// marks is the one owner of what is marked: all that shows or changes a mark asks it. What is on the disk counts; this
// remembers it. A mark belongs to the part of the collection that its statement was read from.
type marks struct {
	store    *data.Marks
	homeless bool          // whether there is no folder to keep marks in
	changing chan struct{} // filled while a change is made, so that what is remembered is what the last one left

	mu         sync.Mutex
	collection *model.Collection
	parts      []data.Part
	ids        [][]string // of the marked statements of each part, in order
}

// newMarks returns the marks kept in a folder; with none, they last as long as the program.
func newMarks(folder string) *marks {
	return &marks{store: data.OpenMarks(folder), homeless: folder == "", changing: make(chan struct{}, 1)}
}

// open reads the marks of the parts of a collection, those that it does not know yet. The error says why some can't be
// known.
func (m *marks) open(c *model.Collection, parts []data.Part) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	var err error
	m.collection = c
	for i, part := range parts {
		if i < len(m.parts) && m.parts[i] == part {
			continue
		}
		var ids []string
		if m.kept(part) {
			var failed error
			ids, failed = m.store.Load(part)
			err = errors.Join(err, once(err, failed))
		}
		m.parts, m.ids = append(m.parts[:i], part), append(m.ids[:i], ids)
	}
	return err
}

// once drops an error that has been told.
func once(told, err error) error {
	if told != nil && err != nil && told.Error() == err.Error() {
		return nil
	}
	return err
}

// kept tells whether the marks of a part outlive the program.
func (m *marks) kept(p data.Part) bool { return !m.homeless && p.Place != "" }

// places returns the places of the marked statements in a collection, in order.
func (m *marks) places(c *model.Collection) []int {
	m.mu.Lock()
	parts, ids := m.parts, slices.Clone(m.ids)
	m.mu.Unlock()
	var places []int
	for i := range ids {
		for _, id := range ids[i] {
			if place, ok := c.Find(id); ok && data.PartOf(parts, place) == i {
				places = append(places, place)
			}
		}
	}
	slices.Sort(places)
	return places
}

// part returns which part a statement belongs to.
func (m *marks) part(id string) (int, bool) {
	if m.collection == nil {
		return 0, false
	}
	place, ok := m.collection.Find(id)
	return data.PartOf(m.parts, place), ok
}

// marked tells whether a statement is marked.
func (m *marks) marked(id string) bool {
	m.mu.Lock()
	defer m.mu.Unlock()
	i, ok := m.part(id)
	if !ok {
		return false
	}
	_, marked := slices.BinarySearch(m.ids[i], id)
	return marked
}

// markPatience is how long a change waits for another program that is writing marks.
const markPatience = 2 * time.Second

// toggle marks a statement, or takes its mark away, and returns when that is on the disk: whether it is marked now, and
// how long that lasts if not for good.
func (m *marks) toggle(ctx context.Context, id string) (on bool, lasts string, err error) {
	ctx, cancel := context.WithTimeout(ctx, markPatience)
	defer cancel()
	select {
	case m.changing <- struct{}{}:
		defer func() { <-m.changing }()
	case <-ctx.Done():
		return false, "", errors.New("can't mark now: earlier marks are still being written; try again")
	}
	m.mu.Lock()
	i, ok := m.part(id)
	if !ok {
		m.mu.Unlock()
		return false, "", errors.New("can't mark " + id + ": the collection does not hold it")
	}
	part, before := m.parts[i], m.ids[i]
	m.mu.Unlock()
	at, marked := slices.BinarySearch(before, id)
	after, err := m.change(ctx, part, before, at, id, !marked)
	if err != nil {
		return marked, "", err
	}
	m.mu.Lock()
	m.ids[i] = after
	m.mu.Unlock()
	return !marked, m.lasting(part), nil
}

// change brings a change of the ids of a part to the disk, if its marks are kept, and returns what they are then.
func (m *marks) change(ctx context.Context, p data.Part, ids []string, at int, id string, on bool) ([]string, error) {
	switch {
	case m.kept(p):
		return m.store.Set(ctx, p, on, id)
	case on:
		return slices.Insert(slices.Clone(ids), at, id), nil
	}
	return slices.Delete(slices.Clone(ids), at, at+1), nil
}

// lasting says how long the marks of a part last, "" if for good.
func (m *marks) lasting(p data.Part) string {
	switch {
	case m.kept(p):
		return ""
	case m.homeless:
		return "until onrecord ends, as neither HOME nor XDG_STATE_HOME says where to keep marks"
	}
	return "until onrecord ends, as standard input can't be opened again"
}

// settle waits until the last change is on the disk, as long as that may take.
func (m *marks) settle() {
	select {
	case m.changing <- struct{}{}:
		<-m.changing
	case <-time.After(markPatience):
	}
}
