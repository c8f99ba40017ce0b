package search

import (
	"slices"
	"strings"

	"onrecord/model/fold"
)

// filler fills a shelf, member by member:
//
//	f.begin(size); for each member { f.member(); f.text(field, text) … }; s := f.shelf()
//
// It numbers the words as they come, and brings them into their order at the end. It can be used for one shelf after
// the other, and keeps its room.
type filler struct {
	scanner fold.Scanner
	words   wordTable
	list    wordList                       // of a text
	tokens  []uint32                       // the words of all members as they come, each text after a token that begins it
	starts  []uint32                       // where a member's tokens begin
	seen    [maxFields]map[string][]uint32 // the tokens of texts that many members share
	tallies [maxFields][]wordTally         // of the words
	codes   []byte
	room    sortRoom
}

// textToken plus a field begins a text.
const textToken = ^uint32(0) - maxFields

// newFiller returns a filler for a shelf of so many members.
func newFiller(members int) *filler {
	f := &filler{words: newWordTable()}
	f.begin(members)
	return f
}

// begin begins a shelf of so many members.
func (f *filler) begin(members int) {
	f.words.reset()
	f.tokens, f.starts = slices.Grow(f.tokens[:0], 24*members), slices.Grow(f.starts[:0], members+1)
	for in := range f.seen {
		clear(f.seen[in])
	}
}

// member begins the next member.
func (f *filler) member() { f.starts = append(f.starts, uint32(len(f.tokens))) }

// text adds a text of the current member. The fields of a member come in their order.
func (f *filler) text(in field, text string) {
	if text == "" {
		return
	}
	f.tokens = append(f.tokens, textToken+uint32(in))
	for f.scanner.Reset(text); f.scanner.Next(); {
		f.words.add(&f.list, f.scanner.Text())
	}
	f.tokens = f.words.appendNumbers(f.tokens, &f.list)
}

// maxSeen bounds how many texts of a field are remembered.
const maxSeen = 1 << 12

// shared adds a text that other members are likely to have, too, as fill does. Its words are looked up only once.
func (f *filler) shared(in field, text string, fill func(f *filler, in field, text string)) {
	if text == "" {
		return
	}
	if tokens, ok := f.seen[in][text]; ok {
		f.tokens = append(f.tokens, tokens...)
		return
	}
	from := len(f.tokens)
	fill(f, in, text)
	if f.seen[in] == nil {
		f.seen[in] = map[string][]uint32{}
	}
	if len(f.seen[in]) < maxSeen {
		f.seen[in][text] = slices.Clone(f.tokens[from:])
	}
}

// shelf returns what has been filled in since begin.
func (f *filler) shelf() *shelf {
	f.starts = append(f.starts, uint32(len(f.tokens)))
	s := &shelf{size: len(f.starts) - 1}
	f.sortWords(s)
	f.fillPostings(s)
	f.fillOrders(s)
	return s
}

// sortWords makes the vocabulary, and gives the tokens the numbers of their words in it.
func (f *filler) sortWords(s *shelf) {
	sorted := f.words.sorted(&f.room)
	place := make([]uint32, len(sorted))
	s.ends = make([]uint32, 1, len(sorted)+1)
	s.marks = make([]uint32, len(sorted))
	var words strings.Builder
	words.Grow(len(f.words.bytes))
	for at, w := range sorted {
		place[w.number] = uint32(at)
		words.Write(f.words.word(w.number))
		s.ends = append(s.ends, uint32(words.Len()))
	}
	s.words = words.String()
	for i := range s.marks {
		s.marks[i] = letterMarks(s.word(i))
	}
	s.fillHeads()
	for i, t := range f.tokens {
		if t < textToken {
			f.tokens[i] = place[t]
		}
	}
}

// eachToken yields the words of all members in order, with the field in which they stand.
func (f *filler) eachToken(yield func(word uint32, in field, member int)) {
	for m := range len(f.starts) - 1 {
		in := field(0)
		for _, t := range f.tokens[f.starts[m]:f.starts[m+1]] {
			if t >= textToken {
				in = field(t - textToken)
				continue
			}
			yield(t, in, m)
		}
	}
}

// wordTally is about one word in one field.
type wordTally struct {
	count uint32 // how many members have it; later where the next one of them is noted
	last  uint32 // the last member that has it, and 1
}

// dense plus a number stands in wordTally.count for the bitmap of that number.
const dense = 1 << 31

// fillPostings notes for each word and field the members that have it. It counts first and places then, which is a
// sort in linear time.
func (f *filler) fillPostings(s *shelf) {
	for in := range f.tallies {
		f.tallies[in] = slices.Grow(f.tallies[in][:0], s.len())[:s.len()]
		clear(f.tallies[in])
	}
	f.eachToken(func(word uint32, in field, member int) {
		if t := &f.tallies[in][word]; t.last != uint32(member+1) {
			t.last = uint32(member + 1)
			t.count++
		}
	})
	f.layOut(s)
	f.eachToken(func(word uint32, in field, member int) {
		t := &f.tallies[in][word]
		if t.last == uint32(member+1) {
			return
		}
		t.last = uint32(member + 1)
		if t.count >= dense {
			s.bitmaps[t.count-dense].add(uint16(member))
			return
		}
		s.stream[t.count] = uint16(member)
		t.count++
	})
}

// layOut writes the heads of the postings, with room for the members behind each, where the tallies point then.
func (f *filler) layOut(s *shelf) {
	s.posts = make([]uint32, s.len()+1)
	size := uint32(0)
	for word := range s.len() {
		for in := range f.tallies {
			size += roomOf(f.tallies[in][word].count)
		}
		s.posts[word+1] = size
	}
	s.stream = make([]uint16, size)
	for word := range s.len() {
		at := s.posts[word]
		for in := range f.tallies {
			t := &f.tallies[in][word]
			next := at + roomOf(t.count)
			if next > at {
				s.putHead(at, field(in), t, next < s.posts[word+1])
			}
			at, t.last = next, 0
		}
	}
}

// roomOf returns how much room the postings of so many members take.
func roomOf(members uint32) uint32 {
	switch {
	case members == 0:
		return 0
	case members > listMax:
		return 3
	}
	return 1 + members
}

// putHead writes the head of a list of postings at a place in the stream.
func (s *shelf) putHead(at uint32, in field, t *wordTally, more bool) {
	head := uint16(in)
	if more {
		head |= headMore
	}
	if t.count <= listMax {
		s.stream[at] = head | uint16(t.count-1)<<headCount
		t.count = at + 1
		return
	}
	number := len(s.bitmaps)
	s.stream[at], s.stream[at+1], s.stream[at+2] = head|headDense, uint16(number>>16), uint16(number)
	s.bitmaps = append(s.bitmaps, new(bitmap))
	t.count = dense + uint32(number)
}
