package model

import (
	"hash/maphash"
	"slices"
	"sync"
	"sync/atomic"
)

// BlockSize is how many statements a block holds at most, so that a place in a block fits into 16 bits.
const BlockSize = 1 << 16

// Block is a run of statements, kept close together: their words in one string, their references as numbers. Its texts
// may be kept elsewhere: see LeaveTexts.
type Block struct {
	first          int
	words          string   // the strings of all statements but their texts: see Strings
	again          []uint32 // where strings stand in words that occur again
	rows           []row
	topics         []topicRef
	owner          *Builder // whose tables the numbers refer to
	oldest, newest Day
	texts          atomic.Pointer[Texts]
	ids            struct {
		once   sync.Once
		hashes []uint32 // sorted
		places []uint16 // in the order of hashes
	}
}

// row is a statement without its words.
type row struct {
	words       uint32 // where its strings begin in Block.words
	speaker     uint32
	source      uint32 // NoRecord if it has none
	affiliation uint32 // NoRecord if it has none of its own
	day         Day
	topics      uint32 // where its topics begin in Block.topics
	topicCount  uint16
	form        Form
	medium      Medium
}

// topicRef is a topic and the stance on it.
type topicRef uint32

// stanceBits is how many bits of a topicRef are the stance.
const stanceBits = 3

func newTopicRef(topic uint32, stance Stance) topicRef {
	return topicRef(topic<<stanceBits | uint32(stance))
}

func (r topicRef) topic() int     { return int(r >> stanceBits) }
func (r topicRef) stance() Stance { return Stance(r & (1<<stanceBits - 1)) }

// NoRecord stands for the number of a record that there is not.
const NoRecord = ^uint32(0)

// First returns the place of the block's first statement in the collection.
func (b *Block) First() int { return b.first }

// Len returns how many statements the block holds.
func (b *Block) Len() int { return len(b.rows) }

// Day returns the day of the statement at a place in the block.
func (b *Block) Day(i int) Day { return b.rows[i].day }

// Form returns the form of the statement at a place in the block.
func (b *Block) Form(i int) Form { return b.rows[i].form }

// Medium returns the medium of the statement at a place in the block.
func (b *Block) Medium(i int) Medium { return b.rows[i].medium }

// ID returns the id of the statement at a place in the block.
func (b *Block) ID(i int) string {
	r := stringsReader[string]{b.words, int(b.rows[i].words)}
	return r.id()
}

// At returns the statement at a place in the block.
func (b *Block) At(i int) Statement {
	r := &b.rows[i]
	words := b.others(i)
	s := Statement{
		Index: b.first + i,
		ID:    words.ID, Text: b.Text(i), Context: words.Context, Venue: words.Venue, Locator: words.Locator,
		Role: words.Role, Lang: words.Lang, OriginalLang: words.OriginalLang, Extra: words.Extra,
		Day: r.day, Form: r.form, Medium: r.medium,
	}
	t := b.owner
	t.mu.RLock()
	defer t.mu.RUnlock()
	s.Speaker = t.speakers[r.speaker]
	s.Affiliation = s.Speaker.Affiliation
	if r.affiliation != NoRecord {
		s.Affiliation, s.OwnAffiliation = t.speakers[r.affiliation], true
	}
	if r.source != NoRecord {
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
		topic := b.owner.topics[ref.topic()]
		s.Topics = append(s.Topics, topic)
		if stance := ref.stance(); stance != NoStance {
			s.Positions = append(s.Positions, Position{topic, stance})
		}
	}
}

func (b *Block) find(id string) (int, bool) {
	b.ids.once.Do(b.sortIDs)
	hash := b.hash(id)
	n, _ := slices.BinarySearch(b.ids.hashes, hash)
	for ; n < len(b.ids.hashes) && b.ids.hashes[n] == hash; n++ {
		if place := int(b.ids.places[n]); b.ID(place) == id {
			return place, true
		}
	}
	return 0, false
}

func (b *Block) hash(id string) uint32 { return uint32(maphash.String(b.owner.seed, id)) }

func (b *Block) sortIDs() {
	sorted := make([]uint64, b.Len()) // hashes, each with its place
	for i := range sorted {
		sorted[i] = uint64(b.hash(b.ID(i)))<<16 | uint64(i)
	}
	slices.Sort(sorted)
	b.ids.hashes, b.ids.places = make([]uint32, len(sorted)), make([]uint16, len(sorted))
	for n, s := range sorted {
		b.ids.hashes[n], b.ids.places[n] = uint32(s>>16), uint16(s)
	}
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
		yield(ref.topic(), ref.stance())
	}
}

func place(n uint32) int {
	if n == NoRecord {
		return -1
	}
	return int(n)
}
