package model

import (
	"hash/maphash"
	"slices"
)

// Strings are the strings that a statement itself has. Role is empty if it names none of its own.
type Strings struct {
	ID, Text                                                 string
	Context, Venue, Locator, Role, Lang, OriginalLang, Extra string
}

// optional returns the strings that a statement need not have, in the order in which they are kept.
func (s *Strings) optional() [7]*string {
	return [...]*string{&s.Venue, &s.Role, &s.Lang, &s.OriginalLang, &s.Context, &s.Locator, &s.Extra}
}

// The strings of a statement but its text are kept in one run of bytes: the id, a byte that tells which of the others
// there are, and these. Before the id stands its length; before the others twice their length, or else, odd, twice the
// number of a string that was kept before, and 1. Numbers have seven bits in each byte, the lowest first.

// stringsReader reads strings from a place in such a run.
type stringsReader[T string | []byte] struct {
	words T
	at    int
}

func (r *stringsReader[T]) number() int {
	c := r.words[r.at]
	r.at++
	n := int(c & 0x7f)
	for shift := 7; c >= 0x80; shift += 7 {
		c = r.words[r.at]
		r.at++
		n |= int(c&0x7f) << shift
	}
	return n
}

func (r *stringsReader[T]) bytes(length int) T {
	text := r.words[r.at : r.at+length]
	r.at += length
	return text
}

// id reads the id, which comes first.
func (r *stringsReader[T]) id() T { return r.bytes(r.number()) }

// other reads one of the other strings; again says where strings stand that occur again.
func (r *stringsReader[T]) other(again []uint32) T {
	n := r.number()
	if n%2 == 0 {
		return r.bytes(n >> 1)
	}
	earlier := stringsReader[T]{r.words, int(again[n/2])}
	return earlier.bytes(earlier.number() / 2)
}

// Strings returns the strings of the statement at a place in the block. They are shared with the block.
func (b *Block) Strings(i int) Strings {
	s := b.others(i)
	s.Text = b.keeper().Text(i)
	return s
}

// others returns the strings of a statement without its text.
func (b *Block) others(i int) Strings {
	r := stringsReader[string]{b.words, int(b.rows[i].words)}
	s := Strings{ID: r.id()}
	have := r.words[r.at]
	r.at++
	for n, other := range s.optional() {
		if have&(1<<n) != 0 {
			*other = r.other(b.again)
		}
	}
	return s
}

// stringsWriter writes the strings of a block, and its texts.
type stringsWriter struct {
	seed   maphash.Seed
	texts  textsWriter
	words  []byte
	again  []uint32 // where strings stand that have occurred again
	recent [recentStrings]recentString
}

// recentString is a string that was written not long ago: where, and 1, 0 for none; and its number, and 1, if it has
// occurred again.
type recentString struct{ at, number uint32 }

// recentStrings is how many strings are remembered at most; a power of two.
const recentStrings = 1 << 12

// maxWords bounds the strings of a block, so that a place in them fits into 32 bits.
const maxWords = 1 << 30

// full tells whether another statement's strings may be too many for one block.
func (w *stringsWriter) full() bool { return len(w.words) > maxWords || w.texts.all.Len() > maxWords }

// add writes the strings of a statement, and returns where.
func (w *stringsWriter) add(s *Strings) uint32 {
	at := len(w.words)
	w.words = append(appendNumber(w.words, len(s.ID)), s.ID...)
	w.texts.add(s.Text)
	mask := len(w.words)
	w.words = append(w.words, 0)
	for n, other := range s.optional() {
		if *other != "" {
			w.words[mask] |= 1 << n
			w.other(*other)
		}
	}
	return uint32(at)
}

func (w *stringsWriter) other(text string) {
	recent := &w.recent[maphash.String(w.seed, text)%recentStrings]
	if recent.at == 0 || !w.stands(text, recent.at-1) {
		*recent = recentString{at: uint32(len(w.words) + 1)}
		w.words = append(appendNumber(w.words, 2*len(text)), text...)
		return
	}
	if recent.number == 0 {
		w.again = append(w.again, recent.at-1)
		recent.number = uint32(len(w.again))
	}
	w.words = appendNumber(w.words, 2*int(recent.number-1)+1)
}

// stands tells whether a string was written in full at a place.
func (w *stringsWriter) stands(text string, at uint32) bool {
	r := stringsReader[[]byte]{w.words, int(at)}
	return string(r.bytes(r.number()/2)) == text
}

// id returns the id of the statement whose strings stand at a place.
func (w *stringsWriter) id(at uint32) string {
	r := stringsReader[[]byte]{w.words, int(at)}
	return string(r.id())
}

// take hands over what was written but the texts, and begins anew.
func (w *stringsWriter) take() (words string, again []uint32) {
	words, again = string(w.words), slices.Clone(w.again)
	w.words, w.again = w.words[:0], w.again[:0]
	w.recent = [recentStrings]recentString{}
	return words, again
}

func appendNumber(words []byte, n int) []byte {
	for n >= 0x80 {
		words = append(words, byte(n)|0x80)
		n >>= 7
	}
	return append(words, byte(n))
}
