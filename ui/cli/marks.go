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
	patience time.Duration // how long a change waits for another program that is writing
	changing chan struct{} // filled while a change is made, so that what is remembered is what the last one left

	mu     sync.Mutex
	latest markState
}

// markState is what is known of the marks of a collection, as far as it has been read. It never changes.
type markState struct {
	collection *model.Collection
	parts      []data.Part
	ids        [][]string // of the marked statements of each part, in order
}

// part returns which part a statement belongs to.
func (s *markState) part(id string) (int, bool) {
	if s.collection == nil {
		return 0, false
	}
	place, ok := s.collection.Find(id)
	return data.PartOf(s.parts, place), ok
}

const markPatience = 2 * time.Second

// newMarks returns the marks kept in a folder; with none, they last as long as the program.
func newMarks(folder string) *marks {
	return &marks{store: data.OpenMarks(folder), homeless: folder == "", patience: markPatience, changing: make(chan struct{}, 1)}
}

// open makes the marks of a collection known, as far as it has been read. It is called for what has been read on one
// goroutine. The error says why some marks can't be known.
func (m *marks) open(c *model.Collection, parts []data.Part) error {
	known := m.now()
	same := 0
	for same < min(len(known.parts), len(parts)) && known.parts[same] == parts[same] {
		same++
	}
	loaded, err := m.load(parts[same:])
	m.mu.Lock()
	defer m.mu.Unlock()
	m.latest = markState{c, parts, append(slices.Clip(m.latest.ids[:same]), loaded...)}
	return err
}

// now returns what is known.
func (m *marks) now() markState {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.latest
}

// load reads the marks of parts. What is wrong is the same for all of them.
func (m *marks) load(parts []data.Part) ([][]string, error) {
	all := make([][]string, len(parts))
	var err error
	for i, part := range parts {
		if m.kept(part) {
			all[i], err = m.store.Load(part)
		}
		if err != nil {
			break
		}
	}
	return all, err
}

// kept tells whether the marks of a part outlive the program.
func (m *marks) kept(p data.Part) bool { return !m.homeless && p.Place != "" }

// places returns the places of the marked statements in a collection, in order.
func (m *marks) places(c *model.Collection) []int {
	s := m.now()
	var places []int
	for i := range s.ids {
		for _, id := range s.ids[i] {
			if place, ok := c.Find(id); ok && data.PartOf(s.parts, place) == i {
				places = append(places, place)
			}
		}
	}
	slices.Sort(places)
	return places
}

// marked tells whether a statement is marked.
func (m *marks) marked(id string) bool {
	s := m.now()
	marked := func(ids []string) bool {
		_, ok := slices.BinarySearch(ids, id)
		return ok
	}
	if !slices.ContainsFunc(s.ids, marked) {
		return false // without a look for the statement, as most are not
	}
	i, ok := s.part(id)
	return ok && marked(s.ids[i])
}

// toggle marks a statement, or takes its mark away, and returns when that is on the disk: whether it is marked now, and
// how long that lasts if not for good.
func (m *marks) toggle(ctx context.Context, id string) (on bool, lasts string, err error) {
	ctx, cancel := context.WithTimeout(ctx, m.patience)
	defer cancel()
	select {
	case m.changing <- struct{}{}:
		defer func() { <-m.changing }()
	case <-ctx.Done():
		return false, "", errors.New("can't mark now: earlier marks are still being written; try again")
	}
	s := m.now()
	i, ok := s.part(id)
	if !ok {
		return false, "", errors.New("can't mark " + id + ": the collection does not hold it")
	}
	part := s.parts[i]
	at, marked := slices.BinarySearch(s.ids[i], id)
	after, err := m.change(ctx, part, s.ids[i], at, id, !marked)
	if err != nil {
		return marked, "", err
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	m.latest.ids = slices.Clone(m.latest.ids) // others may be reading what was known
	m.latest.ids[i] = after
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
