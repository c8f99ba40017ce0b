package search

import (
	"encoding/binary"
	"math/bits"
	"slices"
)

// packedCode is the code of a word in orders, its first byte in the lowest eight bits. No byte of a code is 0.
type packedCode uint32

func newPackedCode(code []byte) packedCode {
	var all [4]byte
	copy(all[:], code)
	return packedCode(binary.LittleEndian.Uint32(all[:]))
}

// append appends the code as it is kept.
func (c packedCode) append(codes []byte) []byte {
	size := len(codes) + (bits.Len32(uint32(c))+7)/8
	return binary.LittleEndian.AppendUint32(codes, uint32(c))[:size]
}

// chooseCodes chooses the codes of the words, which are given in the order of the vocabulary.
func (f *filler) chooseCodes(s *shelf, sorted []keyed) {
	counts := make([]uint32, len(sorted))
	for place, w := range sorted {
		counts[place] = f.counts[w.number]
	}
	rankOf := s.order.chooseCommon(counts)
	f.codeOf = slices.Grow(f.codeOf[:0], len(sorted))[:len(sorted)]
	var room [4]byte
	for place, w := range sorted {
		code := room[:0]
		if rank := rankOf[place]; rank > 0 {
			code = appendCommon(code, uint32(rank-1))
		} else {
			code = appendRare(code, uint32(place))
		}
		f.codeOf[w.number] = newPackedCode(code)
	}
}

// chooseCommon gives the most frequent words the shortest codes. It returns for each word its rank among them and 1, 0
// for words that are not common.
func (o *orders) chooseCommon(counts []uint32) []uint16 {
	byCount := make([]uint64, 0, len(counts))
	for word, n := range counts {
		if n > 2 || len(counts) < commonMax {
			byCount = append(byCount, uint64(^n)<<32|uint64(word))
		}
	}
	slices.Sort(byCount)
	codeOf := make([]uint16, len(counts))
	o.common = make([]uint32, min(len(byCount), commonMax))
	for rank := range o.common {
		o.common[rank] = uint32(byCount[rank])
		codeOf[o.common[rank]] = uint16(rank + 1)
	}
	o.sorted = slices.Sorted(slices.Values(o.common))
	o.rank = make([]uint16, len(o.sorted))
	for i, word := range o.sorted {
		o.rank[i] = codeOf[word] - 1
	}
	return codeOf
}
