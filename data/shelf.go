package data

import (
	"hash/maphash"
	"iter"
)

// shelf holds records of one kind by id. It is asked some times for every statement; its table is a hash table with open
// addressing, in so little room that most of it stays in the processor's cache.
type shelf[T comparable] struct {
	seed    maphash.Seed
	slots   []shelfSlot // a power of two of them, at least half of them free
	records []shelved[T]
	lost    map[string]place // records that are there but can't be used
	nameOf  func(T) string
	named   map[string]int // the places of the first records by name, and 1; 0 if several have it
	names   int            // how many records have been looked at for their names

	fetched uint32 // of no use but that the compiler does not leave reading out
}

// shelfSlot is where a record lies.
type shelfSlot struct {
	place uint32 // and 1; 0 is free
	hash  uint32 // of its id
}

type shelved[T any] struct {
	id       string
	record   T
	number   uint32 // that the collection has given to it
	numbered bool
	at       place
}

func newShelf[T comparable](seed maphash.Seed, nameOf func(T) string) *shelf[T] {
	return &shelf[T]{
		seed: seed, slots: make([]shelfSlot, 16),
		lost: map[string]place{}, nameOf: nameOf, named: map[string]int{},
	}
}

func (s *shelf[T]) hash(id string) uint32 { return uint32(maphash.String(s.seed, id)) }

// expect reads where an id with a hash is going to be looked for.
func (s *shelf[T]) expect(hash uint32) {
	s.fetched ^= s.slots[hash&uint32(len(s.slots)-1)].hash
}

// likely returns where the record lies whose id has a hash, and 1; 0 if there is none. It begins to fetch the id.
func (s *shelf[T]) likely(hash uint32) uint32 {
	mask := uint32(len(s.slots) - 1)
	for n := hash & mask; s.slots[n].place != 0; n = (n + 1) & mask {
		if s.slots[n].hash == hash {
			place := s.slots[n].place
			if id := s.records[place-1].id; id != "" {
				s.fetched ^= uint32(id[0])
			}
			return place
		}
	}
	return 0
}

// known returns the record with an id if it is the likely one, nil if not.
func (s *shelf[T]) known(id string, likely uint32) *shelved[T] {
	if likely == 0 || s.records[likely-1].id != id {
		return nil
	}
	return &s.records[likely-1]
}

// get returns the record with an id, nil if there is none. What is returned is good until the next put.
func (s *shelf[T]) get(id string) *shelved[T] {
	hash, mask := s.hash(id), uint32(len(s.slots)-1)
	for n := hash & mask; s.slots[n].place != 0; n = (n + 1) & mask {
		if s.slots[n].hash == hash {
			if found := &s.records[s.slots[n].place-1]; found.id == id {
				return found
			}
		}
	}
	return nil
}

// find returns the record that an id, or else a name, stands for; nil if there is none.
func (s *shelf[T]) find(id string) *shelved[T] {
	if found := s.get(id); found != nil {
		return found
	}
	for ; s.names < len(s.records); s.names++ {
		name, place := s.nameOf(s.records[s.names].record), s.names+1
		if _, ok := s.named[name]; ok {
			place = 0
		}
		s.named[name] = place
	}
	if place := s.named[id]; place > 0 {
		return &s.records[place-1]
	}
	return nil
}

// put shelves a record under an id that no other has.
func (s *shelf[T]) put(id string, record T, at place) *shelved[T] {
	s.records = append(s.records, shelved[T]{id: id, record: record, at: at})
	if 2*len(s.records) > len(s.slots) {
		s.slots = make([]shelfSlot, 2*len(s.slots))
		for place := range s.records {
			s.note(place)
		}
	} else {
		s.note(len(s.records) - 1)
	}
	return &s.records[len(s.records)-1]
}

// note notes the record at a place in the table.
func (s *shelf[T]) note(place int) {
	hash, mask := s.hash(s.records[place].id), uint32(len(s.slots)-1)
	n := hash & mask
	for s.slots[n].place != 0 {
		n = (n + 1) & mask
	}
	s.slots[n] = shelfSlot{uint32(place + 1), hash}
}

func (s *shelf[T]) lose(id string, where place) {
	if id != "" {
		s.lost[id] = where
	}
}

// unknown says that there is no record with an id, and which one may have been meant.
func (s *shelf[T]) unknown(what, id string, advice *adviser) string {
	return advice.unknown(what, id, s.lost, s.ids())
}

// ids returns the ids of the records, in the order in which they came.
func (s *shelf[T]) ids() iter.Seq[string] {
	return func(yield func(string) bool) {
		for i := range s.records {
			if !yield(s.records[i].id) {
				return
			}
		}
	}
}
