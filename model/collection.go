package model

import (
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
