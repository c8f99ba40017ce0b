package search

import (
	"sort"
	"strings"
)

// A shelf is an inverted file: the words of up to 65,536 members (statements, speakers, topics or sources), each of
// which has texts in up to four fields. It knows for each word which members have it in which field, and for each
// member which words stand in it in which order.
//
// The vocabulary is sorted, so that the words with one beginning lie side by side, and so do their postings: joining
// the 8,000 words that begin with an s is one walk through memory. Words are found by binary search.
type shelf struct {
	size  int    // how many members
	words string // the vocabulary, sorted
	ends  []uint32
	marks []uint32 // which letters occur in a word, for finding misspelt ones: see letterMarks

	heads []uint32 // where the words begin that have the same first letters: see head

	posts   []uint32 // where the postings of a word begin in stream
	stream  []uint16
	bitmaps []*bitmap // postings that are too many for a list

	order orders // the words of the members, in order
}

// field is a kind of text that a member has.
type field uint8

// maxFields is how many fields a posting's head can tell apart.
const maxFields = 4

// The head of a list of postings: the field, whether another list of the same word follows, whether the members stand
// in a bitmap, and how many they are, less one. A bitmap's number follows in two halves.
const (
	headField = 0x3
	headMore  = 0x4
	headDense = 0x8
	headCount = 4
)

// len returns the size of the vocabulary.
func (s *shelf) len() int { return len(s.ends) - 1 }

func (s *shelf) word(i int) string { return s.words[s.ends[i]:s.ends[i+1]] }

// head numbers the first two letters of a word, in the order of the words.
func head(w string) int {
	first, second := letterRank(w, 0), 0
	if first > 0 && first < ranks-1 { // otherwise words with different first letters have one rank
		second = letterRank(w, 1)
	}
	return first*ranks + second
}

// letterRank returns 1 to 26 for the letters from a to z, 0 for what is sorted before them, and 27 for what comes behind.
func letterRank(w string, i int) int {
	switch {
	case i >= len(w) || w[i] < 'a':
		return 0
	case w[i] > 'z':
		return ranks - 1
	}
	return int(w[i]-'a') + 1
}

const ranks = 28

// fillHeads notes where the words with each head begin.
func (s *shelf) fillHeads() {
	s.heads = make([]uint32, ranks*ranks+1)
	at := 0
	for h := range s.heads {
		for at < s.len() && head(s.word(at)) < h {
			at++
		}
		s.heads[h] = uint32(at)
	}
	s.heads[ranks*ranks] = uint32(s.len())
}

// seek returns where the first word stands that is not below w.
func (s *shelf) seek(w string) int {
	h := head(w)
	low, high := int(s.heads[h]), int(s.heads[h+1])
	for low < high {
		middle := int(uint(low+high) >> 1)
		if s.word(middle) < w {
			low = middle + 1
		} else {
			high = middle
		}
	}
	return low
}

// find returns the number of a word.
func (s *shelf) find(w string) (int, bool) {
	i := s.seek(w)
	return i, i < s.len() && s.word(i) == w
}

// starting returns the words that begin with a prefix, from first to last-1.
func (s *shelf) starting(prefix string) (first, last int) {
	first = s.seek(prefix)
	high := s.len()
	if end := prefix[len(prefix)-1]; end < 0x7f {
		var room [64]byte
		after := append(room[:0], prefix...)
		after[len(after)-1]++
		high = s.seek(string(after))
	}
	for last = first; last < high; {
		middle := int(uint(last+high) >> 1)
		if strings.HasPrefix(s.word(middle), prefix) {
			last = middle + 1
		} else {
			high = middle
		}
	}
	return first, last
}

// gather adds the members that have one of the words from first to last-1, by field.
func (s *shelf) gather(first, last int, into *gathering) {
	if first >= last {
		return
	}
	stream := s.stream[s.posts[first]:s.posts[last]]
	for len(stream) > 0 {
		head := stream[0]
		f := head & headField
		if head&headDense != 0 {
			number := int(stream[1])<<16 | int(stream[2])
			into[f].addBitmap(s.bitmaps[number])
			stream = stream[3:]
			continue
		}
		n := int(head>>headCount) + 1
		if marks := into[f].bits; marks == nil {
			into[f].add(stream[1 : 1+n])
		} else {
			for _, i := range stream[1 : 1+n] { // in place: most words are rare
				marks[i>>6] |= 1 << (i & 63)
			}
		}
		stream = stream[1+n:]
	}
}

// postings returns the members that have a word in a field.
func (s *shelf) postings(word int, yield func(f field, members set)) {
	stream := s.stream[s.posts[word]:s.posts[word+1]]
	for len(stream) > 0 {
		head := stream[0]
		f := field(head & headField)
		if head&headDense != 0 {
			b := s.bitmaps[int(stream[1])<<16|int(stream[2])]
			yield(f, set{bits: b, n: b.count()})
			stream = stream[3:]
			continue
		}
		n := int(head>>headCount) + 1
		yield(f, listSet(stream[1:1+n]))
		stream = stream[1+n:]
	}
}

// gathering collects members by field.
type gathering [maxFields]unifier

// orders holds the words of each member in the order in which they stand, as a code of one to four bytes each: the
// first byte below 0x80, the others above, so that the words of a phrase can be looked for with a plain search for
// bytes. The most frequent words have the shortest codes. A byte below firstCode begins a text of the field with that
// number.
type orders struct {
	codes  []byte
	starts []uint32 // where a member's codes begin
	common []uint32 // the words with codes of one or two bytes, in the order of these
	sorted []uint32 // the same words, sorted
	rank   []uint16 // of the word at the same place in sorted: its place in common
}

const (
	firstCode = 8
	codeBase  = 0x80 - firstCode
	codes1    = codeBase
	codes2    = codeBase * 0x80
	codes3    = codes2 * 0x80
	commonMax = codes1 + codes2
)

// appendCode appends the code of a word.
func (o *orders) appendCode(dst []byte, word uint32) []byte {
	at := sort.Search(len(o.sorted), func(i int) bool { return o.sorted[i] >= word })
	if at < len(o.sorted) && o.sorted[at] == word {
		return appendCommon(dst, uint32(o.rank[at]))
	}
	return appendRare(dst, word)
}

func appendCommon(dst []byte, rank uint32) []byte {
	if rank < codes1 {
		return append(dst, byte(firstCode+rank))
	}
	rank -= codes1
	return append(dst, byte(firstCode+rank>>7), 0x80|byte(rank&0x7f))
}

// appendRare appends the code of a word that is not common: its number, in three digits of seven bits, or four.
func appendRare(dst []byte, word uint32) []byte {
	if word < codes3 {
		return append(dst, byte(firstCode+word>>14), 0x80|byte(word>>7&0x7f), 0x80|byte(word&0x7f))
	}
	return append(dst, byte(firstCode+word>>21), 0x80|byte(word>>14&0x7f), 0x80|byte(word>>7&0x7f), 0x80|byte(word&0x7f))
}

// next reads the word or the beginning of a text at the beginning of codes: how many bytes it takes, and the number of
// the word, or of the field if begin is true.
func (o *orders) next(codes []byte) (size int, word uint32, begin bool) {
	c := codes[0]
	switch {
	case c < firstCode:
		return 1, uint32(c), true
	case len(codes) == 1 || codes[1] < 0x80:
		return 1, o.common[c-firstCode], false
	case len(codes) == 2 || codes[2] < 0x80:
		return 2, o.common[codes1+uint32(c-firstCode)<<7+uint32(codes[1]&0x7f)], false
	}
	word = uint32(c-firstCode)<<14 | uint32(codes[1]&0x7f)<<7 | uint32(codes[2]&0x7f)
	if len(codes) == 3 || codes[3] < 0x80 {
		return 3, word, false
	}
	return 4, word<<7 | uint32(codes[3]&0x7f), false
}

// of returns the codes of a member.
func (o *orders) of(member int) []byte { return o.codes[o.starts[member]:o.starts[member+1]] }
