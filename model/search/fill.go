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
	list    wordList                       // not looked up yet
	tokens  []uint32                       // the words of all members as they come, each text after a token that begins it
	starts  []uint32                       // where a member's tokens begin
	seen    [maxFields]map[string][]uint32 // the tokens of texts that many members share
	counts  []uint32                       // how often each word stands somewhere
	tallies [maxFields][]wordTally         // of the words, none for a field without texts
	codeOf  []packedCode                   // of the words
	codes   []byte
	room    sortRoom
	wording wordingWriter // of the texts that are to be had again
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
	f.wording.reset()
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
		f.words.add(&f.list, f.scanner.Text(), len(f.tokens))
		f.tokens = append(f.tokens, 0) // to be put there
	}
	f.lookUp()
}

// lookUp looks the words up that are listed, if they are many.
func (f *filler) lookUp() {
	if len(f.list.words) >= listedWords {
		f.words.putNumbers(f.tokens, &f.list)
	}
}

// wholeText is text for a text that is to be had again out of its words: see texts. Each member has one, if an empty one.
func (f *filler) wholeText(in field, text string) {
	f.wording.begin(text)
	if text != "" {
		f.tokens = append(f.tokens, textToken+uint32(in))
	}
	for f.scanner.Reset(text); f.scanner.Next(); {
		word := f.scanner.Text()
		from, to := f.scanner.Span()
		f.wording.word(from, to, word)
		f.words.add(&f.list, word, len(f.tokens))
		f.tokens = append(f.tokens, 0) // to be put there
	}
	f.wording.end()
	f.lookUp()
}

// listedWords is how many words are looked up together at least.
const listedWords = 128

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
	f.words.putNumbers(f.tokens, &f.list)
	if f.seen[in] == nil {
		f.seen[in] = map[string][]uint32{}
	}
	if len(f.seen[in]) < maxSeen {
		f.seen[in][text] = slices.Clone(f.tokens[from:])
	}
}

// shelf returns what has been filled in since begin.
func (f *filler) shelf() *shelf {
	f.words.putNumbers(f.tokens, &f.list)
	f.starts = append(f.starts, uint32(len(f.tokens)))
	s := &shelf{size: len(f.starts) - 1}
	f.tally()
	sorted := f.words.sorted(&f.room)
	f.fillWords(s, sorted)
	f.layOut(s, sorted)
	f.chooseCodes(s, sorted)
	f.place(s)
	return s
}

// wordTally is about one word in one field.
type wordTally struct {
	count uint32 // how many members have it; later where the next one of them is noted
	last  uint32 // the last member that has it, and 1
}

// dense plus a number stands in wordTally.count for the bitmap of that number.
const dense = 1 << 31

// tally counts for each word how often it stands somewhere, and for each field how many members have it. Words are
// numbered as they come, so that those that stand everywhere lie side by side here.
func (f *filler) tally() {
	size := f.words.len()
	f.counts = cleared(f.counts, size)
	for in := range f.tallies {
		f.tallies[in] = f.tallies[in][:0]
	}
	for m := range len(f.starts) - 1 {
		var tallies []wordTally
		for _, t := range f.tokens[f.starts[m]:f.starts[m+1]] {
			if t >= textToken {
				tallies = f.tallied(field(t-textToken), size)
				continue
			}
			f.counts[t]++
			if w := &tallies[t]; w.last != uint32(m+1) {
				w.last = uint32(m + 1)
				w.count++
			}
		}
	}
}

// tallied returns the tallies of a field, which has some.
func (f *filler) tallied(in field, size int) []wordTally {
	if len(f.tallies[in]) == 0 {
		f.tallies[in] = cleared(f.tallies[in], size)
	}
	return f.tallies[in]
}

// cleared returns a list of so many zeros, in the room of another one.
func cleared[T any](list []T, size int) []T {
	if cap(list) < size {
		return make([]T, size, size+size/4)
	}
	list = list[:size]
	clear(list)
	return list
}

// fillWords makes the vocabulary.
func (f *filler) fillWords(s *shelf, sorted []keyed) {
	s.ends = make([]uint32, 1, len(sorted)+1)
	s.marks = make([]uint32, len(sorted))
	var words strings.Builder
	words.Grow(len(f.words.bytes))
	for _, w := range sorted {
		words.Write(f.words.word(w.number))
		s.ends = append(s.ends, uint32(words.Len()))
	}
	s.words = words.String()
	for i := range s.marks {
		s.marks[i] = letterMarks(s.word(i))
	}
	s.fillHeads()
}

// layOut writes the heads of the postings, with room for the members behind each, where the tallies point then.
func (f *filler) layOut(s *shelf, sorted []keyed) {
	s.posts = make([]uint32, len(sorted)+1)
	size := uint32(0)
	for place, w := range sorted {
		for _, tallies := range f.tallies {
			if len(tallies) > 0 {
				size += roomOf(tallies[w.number].count)
			}
		}
		s.posts[place+1] = size
	}
	s.stream = make([]uint16, size)
	for place, w := range sorted {
		at := s.posts[place]
		for in, tallies := range f.tallies {
			if len(tallies) == 0 {
				continue
			}
			t := &tallies[w.number]
			next := at + roomOf(t.count)
			if next > at {
				s.putHead(at, field(in), t, next < s.posts[place+1])
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

// place notes for each word and field the members that have it, and for each member its words in their order. The
// members come in order, so that this is a sort in linear time.
func (f *filler) place(s *shelf) {
	s.order.starts = make([]uint32, 0, len(f.starts))
	codes := f.codes[:0]
	for m := range s.size {
		s.order.starts = append(s.order.starts, uint32(len(codes)))
		var tallies []wordTally
		for _, t := range f.tokens[f.starts[m]:f.starts[m+1]] {
			if t >= textToken {
				tallies = f.tallies[t-textToken]
				codes = append(codes, byte(t-textToken))
				continue
			}
			codes = f.codeOf[t].append(codes)
			if w := &tallies[t]; w.last != uint32(m+1) {
				w.last = uint32(m + 1)
				s.post(w, uint16(m))
			}
		}
	}
	s.order.starts = append(s.order.starts, uint32(len(codes)))
	s.order.codes = slices.Clone(codes)
	f.codes = codes
}

// post notes a member where a tally points.
func (s *shelf) post(w *wordTally, member uint16) {
	if w.count >= dense {
		s.bitmaps[w.count-dense].add(member)
		return
	}
	s.stream[w.count] = member
	w.count++
}
