package model

import (
	"hash/maphash"
	"slices"
	"sort"
	"sync"
)

// Collection is a set of statements with their speakers, topics and sources. It never changes: while a big one is being
// read, a Builder hands out one Collection after the other, each holding all that the one before held, at the same
// places.
type Collection struct {
	Info
	speakers []*Speaker
	topics   []*Topic
	sources  []*Source
	blocks   []*Block
	byID     *idTables
}

// Info says what a collection is.
type Info struct {
	Name        string
	Version     string
	Compiled    string
	Description string
	Extra       string // fields of collection.json that onrecord does not know, as one JSON object, "" if none
}

// Len returns how many statements there are.
func (c *Collection) Len() int {
	if len(c.blocks) == 0 {
		return 0
	}
	last := c.blocks[len(c.blocks)-1]
	return last.first + last.Len()
}

// At returns the statement at a place from 0 to Len()-1. Its strings are shared with the collection.
func (c *Collection) At(i int) Statement {
	b := c.Block(i)
	return b.At(i - b.first)
}

// Block returns the block that holds the statement at a place.
func (c *Collection) Block(i int) *Block {
	n := sort.Search(len(c.blocks), func(n int) bool { return c.blocks[n].first > i })
	return c.blocks[n-1]
}

// Blocks returns the runs of statements that the collection is made of, in order. A Collection that has grown from
// another begins with the same blocks.
func (c *Collection) Blocks() []*Block { return c.blocks }

// Speakers returns the speakers in the order of the collection.
func (c *Collection) Speakers() []*Speaker { return c.speakers }

// Topics returns the topics in the order of the collection.
func (c *Collection) Topics() []*Topic { return c.topics }

// Sources returns the sources in the order of the collection.
func (c *Collection) Sources() []*Source { return c.sources }

// Speaker returns the speaker with an id, nil if there is none.
func (c *Collection) Speaker(id string) *Speaker { return c.tables().speakers[id] }

// Topic returns the topic with an id, nil if there is none.
func (c *Collection) Topic(id string) *Topic { return c.tables().topics[id] }

// Source returns the source with an id, nil if there is none.
func (c *Collection) Source(id string) *Source { return c.tables().sources[id] }

// Find returns the place of the statement with an id.
func (c *Collection) Find(id string) (int, bool) {
	for _, b := range c.blocks {
		if i, ok := b.find(id); ok {
			return b.first + i, true
		}
	}
	return 0, false
}

// Span returns the first and the last day of the collection, false if it is empty.
func (c *Collection) Span() (oldest, newest Day, ok bool) {
	for i, b := range c.blocks {
		if i == 0 || b.oldest < oldest {
			oldest = b.oldest
		}
		if i == 0 || b.newest > newest {
			newest = b.newest
		}
	}
	return oldest, newest, len(c.blocks) > 0
}

// idTables finds records by id. They are made when somebody first asks.
type idTables struct {
	once     sync.Once
	speakers map[string]*Speaker
	topics   map[string]*Topic
	sources  map[string]*Source
}

func (c *Collection) tables() *idTables {
	c.byID.once.Do(func() {
		c.byID.speakers = tableOf(c.speakers, func(s *Speaker) string { return s.ID })
		c.byID.topics = tableOf(c.topics, func(t *Topic) string { return t.ID })
		c.byID.sources = tableOf(c.sources, func(s *Source) string { return s.ID })
	})
	return c.byID
}

func tableOf[T any](records []*T, id func(*T) string) map[string]*T {
	table := make(map[string]*T, len(records))
	for _, r := range records {
		table[id(r)] = r
	}
	return table
}

// BlockSize is how many statements a block holds at most, so that a place in a block fits into 16 bits.
const BlockSize = 1 << 16

// Block is a run of statements, kept close together: their words in one string, their references as numbers. A million
// statements cost little more than their text.
type Block struct {
	first          int
	words          string // the strings of all statements, each field after its length
	rows           []row
	topics         []topicRef
	owner          *Builder // whose tables the numbers refer to
	oldest, newest Day
	ids            struct {
		once   sync.Once
		hashes []uint64
		places []uint16 // in the order of hashes
	}
}

// row is a statement without its words.
type row struct {
	words       uint32 // where its strings begin in Block.words
	speaker     uint32
	source      uint32 // noRecord if it has none
	affiliation uint32 // noRecord if it has none of its own
	day         Day
	topics      uint32 // where its topics begin in Block.topics
	topicCount  uint16
	form        Form
	medium      Medium
}

type topicRef struct {
	topic  uint32
	stance Stance
}

const noRecord = ^uint32(0)

// First returns the place of the block's first statement in the collection.
func (b *Block) First() int { return b.first }

// Len returns how many statements the block holds.
func (b *Block) Len() int { return len(b.rows) }

// Day returns the day of the statement at a place in the block.
func (b *Block) Day(i int) Day { return b.rows[i].day }

// Form returns the form of the statement at a place in the block.
func (b *Block) Form(i int) Form { return b.rows[i].form }

// Text returns the words of the statement at a place in the block.
func (b *Block) Text(i int) string {
	fields := fieldReader[string]{b.words, int(b.rows[i].words)}
	fields.next()
	return fields.next()
}

// ID returns the id of the statement at a place in the block.
func (b *Block) ID(i int) string {
	fields := fieldReader[string]{b.words, int(b.rows[i].words)}
	return fields.next()
}

// At returns the statement at a place in the block.
func (b *Block) At(i int) Statement {
	r := &b.rows[i]
	f := fieldReader[string]{b.words, int(r.words)}
	s := Statement{
		Index: b.first + i,
		ID:    f.next(), Text: f.next(), Context: f.next(), Venue: f.next(), Locator: f.next(),
		Role: f.next(), Lang: f.next(), OriginalLang: f.next(), Extra: f.next(),
		Day: r.day, Form: r.form, Medium: r.medium,
	}
	t := b.owner
	t.mu.RLock()
	defer t.mu.RUnlock()
	s.Speaker = t.speakers[r.speaker]
	s.Affiliation = s.Speaker.Affiliation
	if r.affiliation != noRecord {
		s.Affiliation, s.OwnAffiliation = t.speakers[r.affiliation], true
	}
	if r.source != noRecord {
		s.Source = t.sources[r.source]
	}
	if s.OwnRole = s.Role != ""; !s.OwnRole {
		s.Role = s.Speaker.Role
	}
	b.topicsOf(r, &s)
	return s
}

func (b *Block) topicsOf(r *row, s *Statement) {
	if r.topicCount == 0 {
		return
	}
	s.Topics = make([]*Topic, 0, r.topicCount)
	for _, ref := range b.topics[r.topics : r.topics+uint32(r.topicCount)] {
		topic := b.owner.topics[ref.topic]
		s.Topics = append(s.Topics, topic)
		if ref.stance != NoStance {
			s.Positions = append(s.Positions, Position{topic, ref.stance})
		}
	}
}

func (b *Block) find(id string) (int, bool) {
	b.ids.once.Do(b.sortIDs)
	hash := maphash.String(b.owner.seed, id)
	n, _ := slices.BinarySearch(b.ids.hashes, hash)
	for ; n < len(b.ids.hashes) && b.ids.hashes[n] == hash; n++ {
		if place := int(b.ids.places[n]); b.ID(place) == id {
			return place, true
		}
	}
	return 0, false
}

func (b *Block) sortIDs() {
	hashes := make([]uint64, b.Len())
	places := make([]uint16, b.Len())
	for i := range hashes {
		hashes[i], places[i] = maphash.String(b.owner.seed, b.ID(i)), uint16(i)
	}
	slices.SortFunc(places, func(x, y uint16) int {
		if hashes[x] < hashes[y] {
			return -1
		}
		if hashes[x] > hashes[y] {
			return 1
		}
		return 0
	})
	b.ids.places = places
	b.ids.hashes = make([]uint64, len(places))
	for n, place := range places {
		b.ids.hashes[n] = hashes[place]
	}
}

// fieldReader reads the strings of a statement, each of which stands after its length.
type fieldReader[T string | []byte] struct {
	words T
	at    int
}

func (f *fieldReader[T]) next() T {
	length, shift := 0, 0
	for {
		c := f.words[f.at]
		f.at++
		length |= int(c&0x7f) << shift
		if c < 0x80 {
			break
		}
		shift += 7
	}
	text := f.words[f.at : f.at+length]
	f.at += length
	return text
}

func appendField(words []byte, text string) []byte {
	n := len(text)
	for n >= 0x80 {
		words = append(words, byte(n)|0x80)
		n >>= 7
	}
	return append(append(words, byte(n)), text...)
}

// Speaker returns who made the statement at a place in the block, as a place in Collection.Speakers.
func (b *Block) Speaker(i int) int { return int(b.rows[i].speaker) }

// Source returns the source of the statement at a place in the block, as a place in Collection.Sources; -1 if it names
// none.
func (b *Block) Source(i int) int { return place(b.rows[i].source) }

// OwnAffiliation returns the affiliation that the statement at a place in the block names itself, as a place in
// Collection.Speakers; -1 if the speaker's own holds.
func (b *Block) OwnAffiliation(i int) int { return place(b.rows[i].affiliation) }

// Topics yields the topics of the statement at a place in the block, as places in Collection.Topics, each with the
// stance that the statement takes on it.
func (b *Block) Topics(i int, yield func(topic int, stance Stance)) {
	r := &b.rows[i]
	for _, ref := range b.topics[r.topics : r.topics+uint32(r.topicCount)] {
		yield(int(ref.topic), ref.stance)
	}
}

func place(n uint32) int {
	if n == noRecord {
		return -1
	}
	return int(n)
}
