package search

import (
	"bytes"
	"encoding/binary"
	"hash/maphash"
	"math/bits"
	"math/rand/v2"
	"slices"
)

// wordTable numbers words as they come. It is a hash table with open addressing whose slots hold the first eight bytes
// of a word: a short word, and most are, costs one look at one slot. The hash depends on a secret, so that no text can
// be made to fill one corner of the table.
type wordTable struct {
	secret [2]uint64
	seed   maphash.Seed
	slots  []wordSlot // a power of two of them, at least half of them free
	bytes  []byte     // of all words
	ends   []uint32   // where each word ends in bytes, after a 0

	fetched uint32 // of no use but that the compiler does not leave reading out
}

type wordSlot struct {
	first  uint64 // as firstBytes returns it
	number uint32 // and 1; 0 is free
	length uint32
}

func newWordTable() wordTable {
	return wordTable{
		secret: [2]uint64{rand.Uint64(), rand.Uint64() | 1}, seed: maphash.MakeSeed(),
		slots: make([]wordSlot, 256), ends: make([]uint32, 1),
	}
}

// reset forgets all words, and keeps the room.
func (t *wordTable) reset() {
	clear(t.slots)
	t.bytes, t.ends = t.bytes[:0], t.ends[:1]
}

func (t *wordTable) len() int { return len(t.ends) - 1 }

func (t *wordTable) word(number uint32) []byte { return t.bytes[t.ends[number]:t.ends[number+1]] }

// firstBytes returns the first eight bytes of a word as a number; that of a smaller word is never bigger.
func firstBytes(word []byte) uint64 {
	var first [8]byte
	if cap(word) < len(first) {
		copy(first[:], word)
		return binary.BigEndian.Uint64(first[:])
	}
	behind := 8 * (len(first) - min(len(word), len(first))) // bits that are not the word's
	return binary.BigEndian.Uint64(word[:len(first)]) &^ (1<<behind - 1)
}

// wordList is some words to be looked up together.
type wordList struct {
	bytes []byte
	words []listedWord
}

type listedWord struct {
	first    uint64 // as firstBytes returns it
	hash     uint32
	from, to uint32 // where it stands in bytes
	at       uint32 // where its number is wanted
}

// add adds a word to the list, whose number is wanted at a place.
func (t *wordTable) add(l *wordList, word []byte, at int) {
	l.words = append(l.words, listedWord{})
	w := &l.words[len(l.words)-1]
	first := firstBytes(word)
	w.first, w.hash, w.at = first, t.hash(first, word), uint32(at)
	w.from = uint32(len(l.bytes))
	if len(word) <= 8 {
		l.bytes = binary.BigEndian.AppendUint64(l.bytes, first)[:len(l.bytes)+len(word)]
	} else {
		l.bytes = append(l.bytes, word...)
	}
	w.to = uint32(len(l.bytes))
}

// putNumbers puts the numbers of the words of a list where they are wanted, the next ones for those that are new, and
// empties the list.
func (t *wordTable) putNumbers(numbers []uint32, l *wordList) {
	t.fetch(l)
	for i := range l.words {
		w := &l.words[i]
		numbers[w.at] = t.number(w, l.bytes[w.from:w.to])
	}
	l.bytes, l.words = l.bytes[:0], l.words[:0]
}

// fetch reads the slots where the words of a list are going to be looked for. Those of many words are not in the
// processor's cache; it fetches several at the same time if they are read one right after the other, and nothing
// depends on what stands in them.
func (t *wordTable) fetch(l *wordList) {
	slots, mask := t.slots, uint32(len(t.slots)-1)
	var read uint32
	for i := range l.words {
		read ^= slots[l.words[i].hash&mask].number
	}
	t.fetched = read
}

func (t *wordTable) number(w *listedWord, word []byte) uint32 {
	mask := uint32(len(t.slots) - 1)
	at := w.hash & mask
	for ; t.slots[at].number != 0; at = (at + 1) & mask {
		s := &t.slots[at]
		if s.first == w.first && s.length == uint32(len(word)) && (len(word) <= 8 || bytes.Equal(t.word(s.number - 1)[8:], word[8:])) {
			return s.number - 1
		}
	}
	number := uint32(t.len())
	t.bytes = append(t.bytes, word...)
	t.ends = append(t.ends, uint32(len(t.bytes)))
	t.slots[at] = wordSlot{w.first, number + 1, uint32(len(word))}
	if 2*t.len() > len(t.slots) {
		t.grow()
	}
	return number
}

func (t *wordTable) hash(first uint64, word []byte) uint32 {
	if len(word) > 8 {
		first ^= maphash.Bytes(t.seed, word[8:])
	}
	high, low := bits.Mul64(first^t.secret[0], t.secret[1])
	return uint32(high ^ low)
}

func (t *wordTable) grow() {
	old := t.slots
	t.slots = make([]wordSlot, 2*len(old))
	clear(t.slots) // written before it is read, each page of a new table costs one fault instead of two
	mask := uint32(len(t.slots) - 1)
	for _, s := range old {
		if s.number == 0 {
			continue
		}
		at := t.hash(s.first, t.word(s.number-1)) & mask
		for t.slots[at].number != 0 {
			at = (at + 1) & mask
		}
		t.slots[at] = s
	}
}

// sorted returns the words in their order, each with its number.
func (t *wordTable) sorted(room *sortRoom) []keyed {
	all := room.take(t.len())
	for _, s := range t.slots {
		if s.number != 0 {
			all = append(all, keyed{s.first, s.number - 1})
		}
	}
	all = room.sort(all)
	eachTie(all, func(tied []keyed) {
		slices.SortFunc(tied, func(a, b keyed) int { return bytes.Compare(t.word(a.number), t.word(b.number)) })
	})
	return all
}

// keyed is a number to be sorted by a key.
type keyed struct {
	key    uint64
	number uint32
}

// sortRoom is what sorting needs, kept to be used again.
type sortRoom struct{ from, to []keyed }

// take returns an empty list with room for n.
func (r *sortRoom) take(n int) []keyed {
	if cap(r.from) < n {
		r.from, r.to = make([]keyed, 0, n), make([]keyed, n)
	}
	return r.from[:0]
}

// sort sorts the list that was taken, by key; those with one key stay in their order. It is a radix sort, which takes
// linear time: byte by byte from the last one, leaving out bytes that are the same in all keys.
func (r *sortRoom) sort(from []keyed) []keyed {
	var counts [8][256]uint32
	for _, k := range from {
		for i := range counts {
			counts[i][byte(k.key>>(8*i))]++
		}
	}
	to := r.to[:len(from)]
	for i := range counts {
		next, shift := &counts[i], 8*i
		if len(from) == 0 || next[byte(from[0].key>>shift)] == uint32(len(from)) {
			continue
		}
		at := uint32(0)
		for b, n := range next {
			next[b] = at
			at += n
		}
		for _, k := range from {
			b := byte(k.key >> shift)
			to[next[b]] = k
			next[b]++
		}
		from, to = to, from
	}
	r.from, r.to = from[:0], to[:cap(to)]
	return from
}

// eachTie yields the runs of two and more with the same key.
func eachTie(all []keyed, yield func(tied []keyed)) {
	for from := 0; from < len(all); {
		to := from + 1
		for to < len(all) && all[to].key == all[from].key {
			to++
		}
		if to > from+1 {
			yield(all[from:to])
		}
		from = to
	}
}
