package search

import "slices"

// fillOrders notes the words of the members in their order.
func (f *filler) fillOrders(s *shelf) {
	codeOf := s.order.chooseCommon(f.frequencies(s))
	s.order.starts = make([]uint32, 0, len(f.starts))
	codes := f.codes[:0]
	for m := range len(f.starts) - 1 {
		s.order.starts = append(s.order.starts, uint32(len(codes)))
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
	s.order.starts = append(s.order.starts, uint32(len(codes)))
	s.order.codes = slices.Clone(codes)
	f.codes = codes
}

// frequencies returns how often each word of a shelf stands somewhere.
func (f *filler) frequencies(s *shelf) []uint32 {
	counts := make([]uint32, s.len())
	for _, t := range f.tokens {
		if t < textToken {
			counts[t]++
		}
	}
	return counts
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
