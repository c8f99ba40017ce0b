package model

import (
	"fmt"
	"hash/maphash"
	"slices"
	"sync"
)

// Builder makes a collection out of records. Records that others refer to are added before them. One goroutine adds;
// the collections that it hands out may be read by any number meanwhile.
type Builder struct {
	info Info
	seed maphash.Seed

	mu       sync.RWMutex // guards the tables, which readers of finished blocks look into while they grow
	speakers []*Speaker
	topics   []*Topic
	sources  []*Source

	speakerAt map[*Speaker]uint32
	topicAt   map[*Topic]uint32
	sourceAt  map[*Source]uint32

	blocks []*Block
	length int // statements in blocks
	open   *Block
	words  stringsWriter // of the open block
	seen   idSet

	rows      []row // room for the next block
	topicRefs []topicRef
	refs      References // of the statement that is being added
}

// NewBuilder starts an empty collection.
func NewBuilder(info Info) *Builder {
	seed := maphash.MakeSeed()
	return &Builder{
		info: info, seed: seed, words: stringsWriter{seed: seed},
		speakerAt: map[*Speaker]uint32{}, topicAt: map[*Topic]uint32{}, sourceAt: map[*Source]uint32{},
	}
}

// AddSpeaker adds a speaker. It is not changed afterwards.
func (b *Builder) AddSpeaker(s *Speaker) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.speakerAt[s] = uint32(len(b.speakers))
	b.speakers = append(b.speakers, s)
}

// AddTopic adds a topic. It is not changed afterwards.
func (b *Builder) AddTopic(t *Topic) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.topicAt[t] = uint32(len(b.topics))
	b.topics = append(b.topics, t)
}

// AddSource adds a source. It is not changed afterwards.
func (b *Builder) AddSource(s *Source) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.sourceAt[s] = uint32(len(b.sources))
	b.sources = append(b.sources, s)
}

// Add adds a statement whose speaker, affiliation, topics and source have been added. Role and Affiliation count as the
// statement's own where OwnRole and OwnAffiliation say so; Index is ignored. It is an error if the id is taken, a
// reference is unknown, or a position is on a topic that the statement is not about.
func (b *Builder) Add(s Statement) error {
	if err := b.resolve(&s); err != nil {
		return err
	}
	return b.AddNumbered(&s, &b.refs)
}

// AddNumbered is Add for who knows the numbers of the records; those that the statement names itself are ignored.
func (b *Builder) AddNumbered(s *Statement, to *References) error {
	if why := b.unfit(to); why != "" {
		return fmt.Errorf("statement %q: %s", s.ID, why)
	}
	if b.open != nil && (b.open.Len() == BlockSize || b.words.full()) {
		b.Seal()
	}
	if !b.seen.add(to.Hash, b.length+b.openLen(), s.ID, b.idAt) {
		return fmt.Errorf("the id %q is taken by an earlier statement", s.ID)
	}
	if b.open == nil {
		b.open = &Block{first: b.length, owner: b, oldest: s.Day, newest: s.Day, rows: b.rows, topics: b.topicRefs}
	}
	words := Strings{
		ID: s.ID, Text: s.Text, Context: s.Context, Venue: s.Venue, Locator: s.Locator,
		Lang: s.Lang, OriginalLang: s.OriginalLang, Extra: s.Extra,
	}
	if s.OwnRole {
		words.Role = s.Role
	}
	b.open.rows = append(b.open.rows, row{
		words: b.words.add(&words), speaker: to.Speaker, source: to.Source, affiliation: to.Affiliation,
		day: s.Day, form: s.Form, medium: s.Medium, topics: uint32(len(b.open.topics)), topicCount: uint16(len(to.Topics)),
	})
	for _, t := range to.Topics {
		b.open.topics = append(b.open.topics, newTopicRef(t.Topic, t.Stance))
	}
	b.open.oldest, b.open.newest = min(b.open.oldest, s.Day), max(b.open.newest, s.Day)
	return nil
}

// Hash returns the hash of an id, as References has it. Any number may ask for it at the same time.
func (b *Builder) Hash(id string) uint64 { return maphash.String(b.seed, id) }

// Place returns the place of the statement that has an id, whose hash is given, also of one that no Collection holds yet;
// -1 if there is none.
func (b *Builder) Place(hash uint64, id string) int {
	if b.seen.count == 0 {
		return -1
	}
	return int(b.seen.slot(hash, id, b.idAt).place) - 1
}

// Expect tells that a statement whose id has a hash is going to be added soon. The table of ids is too big for the
// processor's cache; it fetches what several ids need at the same time if they are expected one right after the other.
func (b *Builder) Expect(hash uint64) { b.seen.fetch(hash) }

func (b *Builder) openLen() int {
	if b.open == nil {
		return 0
	}
	return b.open.Len()
}

// idAt returns the id of a statement that has been added.
func (b *Builder) idAt(place int) string {
	if place < b.length {
		c := Collection{blocks: b.blocks}
		block := c.Block(place)
		return block.ID(place - block.first)
	}
	return b.words.id(b.open.rows[place-b.length].words)
}

// Seal ends the block that is being filled, so that the next Collection holds all statements added so far. The block
// keeps just the room that it needs; what was grown for filling it serves the next one.
func (b *Builder) Seal() {
	if b.open == nil {
		return
	}
	sealed := b.open
	b.rows, b.topicRefs = sealed.rows[:0], sealed.topics[:0]
	sealed.words, sealed.again = b.words.take()
	sealed.LeaveTexts(b.words.texts.take())
	sealed.rows, sealed.topics = slices.Clone(sealed.rows), slices.Clone(sealed.topics)
	b.length += sealed.Len()
	b.blocks = append(b.blocks, sealed)
	b.open = nil
}

// Collection returns all that has been added up to the last Seal.
func (b *Builder) Collection() *Collection {
	b.mu.RLock()
	defer b.mu.RUnlock()
	return &Collection{
		Info:     b.info,
		speakers: b.speakers[:len(b.speakers):len(b.speakers)],
		topics:   b.topics[:len(b.topics):len(b.topics)],
		sources:  b.sources[:len(b.sources):len(b.sources)],
		blocks:   b.blocks[:len(b.blocks):len(b.blocks)],
		byID:     &idTables{},
	}
}

// Close gives back what only adding needs. Nothing can be added afterwards.
func (b *Builder) Close() {
	b.Seal()
	b.seen, b.words, b.rows, b.topicRefs = idSet{}, stringsWriter{}, nil, nil
	b.speakerAt, b.topicAt, b.sourceAt = nil, nil, nil
}

// idSet finds out whether an id has been seen. It keeps only places, and looks an id up where it stands.
type idSet struct {
	slots []idSlot // a power of two of them
	count int

	fetched uint32 // of no use but that the compiler does not leave reading out
}

type idSlot struct {
	place uint32 // and 1; 0 is free
	hash  uint32 // of the id, to seldom look it up
}

// fetch reads where an id with a hash is going to be looked for.
func (s *idSet) fetch(hash uint64) {
	if len(s.slots) > 0 {
		s.fetched ^= s.slots[uint32(hash>>32)&uint32(len(s.slots)-1)].hash
	}
}

// add notes the id of the statement at a place; it returns false if an earlier statement has the same.
func (s *idSet) add(hash uint64, place int, id string, idAt func(int) string) bool {
	if 2*s.count >= len(s.slots) {
		s.grow()
	}
	slot := s.slot(hash, id, idAt)
	if slot.place != 0 {
		return false
	}
	*slot = idSlot{uint32(place + 1), uint32(hash >> 32)}
	s.count++
	return true
}

// slot returns where an id stands, or else the free slot for it. There must be free ones.
func (s *idSet) slot(hash uint64, id string, idAt func(int) string) *idSlot {
	mask := uint32(len(s.slots) - 1)
	short := uint32(hash >> 32)
	for n := short & mask; ; n = (n + 1) & mask {
		slot := &s.slots[n]
		if slot.place == 0 || slot.hash == short && idAt(int(slot.place-1)) == id {
			return slot
		}
	}
}

func (s *idSet) grow() {
	old := s.slots
	s.slots = make([]idSlot, max(1024, 2*len(old)))
	clear(s.slots) // written before it is read, each page of a new table costs one fault instead of two
	mask := uint32(len(s.slots) - 1)
	for _, slot := range old {
		if slot.place == 0 {
			continue
		}
		n := slot.hash & mask
		for s.slots[n].place != 0 {
			n = (n + 1) & mask
		}
		s.slots[n] = slot
	}
}
