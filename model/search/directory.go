package search

import "math/bits"

// directory says where a key stands among the sorted keys of groups, without searching: a bit for each key that there
// could be, and for each 64 of them how many keys come before, as in Jacobson: Space-efficient static trees and graphs,
// 1989. It takes 12 bytes for each 64 keys between 0 and the last, and is only made where keys stand that close.
type directory struct {
	have   []uint64
	before []uint32
}

// sparseKeys is how far apart keys stand at most, on average, for a directory to be worth its room.
const sparseKeys = 8

// newDirectory makes the directory of sorted keys; an empty one if they stand too far apart.
func newDirectory(keys []uint32) directory {
	if len(keys) == 0 || int(keys[len(keys)-1]) > sparseKeys*len(keys) {
		return directory{}
	}
	words := int(keys[len(keys)-1])/64 + 1
	d := directory{make([]uint64, words), make([]uint32, words)}
	for at, key := range keys {
		if d.have[key/64] == 0 {
			d.before[key/64] = uint32(at)
		}
		d.have[key/64] |= 1 << (key % 64)
	}
	return d
}

func (d *directory) empty() bool { return len(d.have) == 0 }

// each yields the places of the keys that are in a set of records. The first of the records has a given number, a multiple
// of 64.
func (d *directory) each(records set, first int, yield func(at int)) {
	have, before := d.from(first)
	records.each(func(i uint16) {
		if n, bit := int(i>>6), uint64(1)<<(i&63); n < len(have) && have[n]&bit != 0 {
			yield(int(before[n]) + bits.OnesCount64(have[n]&(bit-1)))
		}
	})
}

// from returns the directory of the keys from a given one on, a multiple of 64.
func (d *directory) from(first int) (have []uint64, before []uint32) {
	at := min(first/64, len(d.have))
	return d.have[at:], d.before[at:]
}

// markOf marks the statements of each key that is one of some records, or if but is set, that is none of them. The first
// of the records has a given number, a multiple of 64. It is one loop, without calling anything, because it is gone
// through for thousands of records with each key.
func (g *groups) markOf(records set, first int, but bool, marks *bitmap) {
	have, before := g.places.from(first)
	chosen, invert := records.bits, uint64(0)
	if chosen == nil {
		chosen = emptyBitmap()
		defer chosen.free()
		chosen.addList(records.list)
	}
	if but {
		invert = ^uint64(0)
	}
	starts, docs := g.starts, g.docs
	for n, keys := range have[:min(len(have), bitmapWords)] {
		for rest := (chosen[n] ^ invert) & keys; rest != 0; rest &= rest - 1 {
			at := int(before[n]) + bits.OnesCount64(keys&(rest&-rest-1))
			for _, i := range docs[starts[at]:starts[at+1]] {
				marks[i>>6] |= 1 << (i & 63)
			}
		}
	}
}
