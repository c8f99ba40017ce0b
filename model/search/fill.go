package search

import (
	"slices"

	"onrecord/model/fold"
)

// filler fills a shelf, member by member:
//
//	f := newFiller(size); for each member { f.member(); f.text(field, text) … }; s := f.shelf()
//
// It numbers the words as they come, and brings them into their order at the end.
type filler struct {
	scanner fold.Scanner
	numbers map[string]uint32 // of the words
	words   []string
	tokens  []uint32 // the words of all members as they come, each text after a token that begins it
	starts  []uint32 // where a member's tokens begin
}

// textToken plus a field begins a text.
const textToken = ^uint32(0) - maxFields

func newFiller(members int) *filler {
	return &filler{
		numbers: make(map[string]uint32, min(members, 1<<15)),
		tokens:  make([]uint32, 0, 24*members),
		starts:  make([]uint32, 0, members+1),
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
		word := f.scanner.Text()
		number, known := f.numbers[string(word)]
		if !known {
			number = uint32(len(f.words))
			own := string(word)
			f.numbers[own] = number
			f.words = append(f.words, own)
		}
		f.tokens = append(f.tokens, number)
	}
}

// shelf returns what has been filled in. The filler cannot be used afterwards.
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
	f.numbers = nil
	sorted := make([]uint32, len(f.words))
	length := 0
	for i, w := range f.words {
		sorted[i] = uint32(i)
		length += len(w)
	}
	slices.SortFunc(sorted, func(a, b uint32) int {
		if f.words[a] < f.words[b] {
			return -1
		}
		return 1
	})
	words := make([]byte, 0, length)
	s.ends = make([]uint32, 1, len(sorted)+1)
	s.marks = make([]uint32, len(sorted))
	place := make([]uint32, len(sorted))
	for at, number := range sorted {
		place[number] = uint32(at)
		words = append(words, f.words[number]...)
		s.ends = append(s.ends, uint32(len(words)))
		s.marks[at] = letterMarks(f.words[number])
	}
	s.words = string(words)
	f.words = nil
	s.fillHeads()
	for i, t := range f.tokens {
		if t < textToken {
			f.tokens[i] = place[t]
		}
	}
}

// occurrence is a word in a field of a member, packed so that sorting puts them in the order of the postings.
type occurrence uint64

func (o occurrence) list() uint64   { return uint64(o) >> 16 } // the word and the field
func (o occurrence) word() uint32   { return uint32(o >> 18) }
func (o occurrence) member() uint16 { return uint16(o) }

// occurrences returns each word of each member and field once, sorted by word, field, member.
func (f *filler) occurrences(vocabulary int) []occurrence {
	// Counting first and placing then is a sort in linear time. Within a word the occurrences come by member, and by
	// field in the end.
	counts := make([]uint32, vocabulary+1)
	for _, t := range f.tokens {
		if t < textToken {
			counts[t+1]++
		}
	}
	for i := 1; i < len(counts); i++ {
		counts[i] += counts[i-1]
	}
	next := slices.Clone(counts)
	all := make([]occurrence, counts[vocabulary])
	for m := range len(f.starts) - 1 {
		in := uint64(0)
		for _, t := range f.tokens[f.starts[m]:f.starts[m+1]] {
			if t >= textToken {
				in = uint64(t - textToken)
				continue
			}
			all[next[t]] = occurrence(uint64(t)<<18 | in<<16 | uint64(m))
			next[t]++
		}
	}
	for w := range vocabulary {
		if of := all[counts[w]:counts[w+1]]; len(of) > 1 && !slices.IsSorted(of) {
			slices.Sort(of)
		}
	}
	return slices.Compact(all)
}

func (f *filler) fillPostings(s *shelf) {
	all := f.occurrences(s.len())
	s.posts = make([]uint32, s.len()+1)
	s.stream = make([]uint16, 0, len(all)+len(all)/2)
	for from := 0; from < len(all); {
		to := from + 1
		for to < len(all) && all[to].list() == all[from].list() {
			to++
		}
		s.appendList(all[from:to], to < len(all) && all[to].word() == all[from].word())
		s.posts[all[from].word()+1] = uint32(len(s.stream))
		from = to
	}
	s.stream = slices.Clip(slices.Clone(s.stream))
}

// appendList adds the postings of one word in one field.
func (s *shelf) appendList(list []occurrence, more bool) {
	head := uint16(list[0].list() & headField)
	if more {
		head |= headMore
	}
	if len(list) > listMax {
		b := new(bitmap)
		for _, o := range list {
			b.add(o.member())
		}
		s.stream = append(s.stream, head|headDense, uint16(len(s.bitmaps)>>16), uint16(len(s.bitmaps)))
		s.bitmaps = append(s.bitmaps, b)
		return
	}
	s.stream = append(s.stream, head|uint16(len(list)-1)<<headCount)
	for _, o := range list {
		s.stream = append(s.stream, o.member())
	}
}

func (f *filler) fillOrders(s *shelf) {
	o := &s.order
	o.chooseCommon(f.tokens, s.len())
	codeOf := make([]uint16, s.len()) // its rank and 1, 0 for words that are not common
	for rank, word := range o.common {
		codeOf[word] = uint16(rank + 1)
	}
	codes := make([]byte, 0, len(f.tokens)*2)
	o.starts = make([]uint32, 0, len(f.starts))
	for m := range len(f.starts) - 1 {
		o.starts = append(o.starts, uint32(len(codes)))
		for _, t := range f.tokens[f.starts[m]:f.starts[m+1]] {
			switch {
			case t >= textToken:
				codes = append(codes, byte(t-textToken))
			case codeOf[t] > 0:
				codes = appendCommon(codes, uint32(codeOf[t]-1))
			default:
				codes = appendRare(codes, t)
			}
		}
	}
	o.starts = append(o.starts, uint32(len(codes)))
	o.codes = slices.Clip(slices.Clone(codes))
}

// chooseCommon gives the most frequent words the shortest codes.
func (o *orders) chooseCommon(tokens []uint32, vocabulary int) {
	counts := make([]uint32, vocabulary)
	for _, t := range tokens {
		if t < textToken {
			counts[t]++
		}
	}
	var byCount []uint32
	for word, n := range counts {
		if n > 2 || vocabulary < commonMax {
			byCount = append(byCount, uint32(word))
		}
	}
	slices.SortFunc(byCount, func(a, b uint32) int {
		if counts[a] != counts[b] {
			return int(counts[b]) - int(counts[a])
		}
		return int(a) - int(b)
	})
	o.common = slices.Clone(byCount[:min(len(byCount), commonMax)])
	o.sorted = slices.Clone(o.common)
	slices.Sort(o.sorted)
	o.rank = make([]uint16, len(o.sorted))
	place := make(map[uint32]uint16, len(o.common))
	for i, word := range o.common {
		place[word] = uint16(i)
	}
	for i, word := range o.sorted {
		o.rank[i] = place[word]
	}
}
