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

// each yields the places of the keys that are in a set of records, or if but is set, of those that are not. The first of
// the records has a given number, a multiple of 64.
func (d *directory) each(records set, first int, but bool, yield func(at int)) {
	if first/64 >= len(d.have) {
		return
	}
	have, before := d.have[first/64:], d.before[first/64:]
	if records.bits == nil && !but {
		for _, i := range records.list {
			if n, bit := int(i>>6), uint64(1)<<(i&63); n < len(have) && have[n]&bit != 0 {
				yield(int(before[n]) + bits.OnesCount64(have[n]&(bit-1)))
			}
		}
		return
	}
	chosen, invert := records.asBitmap(), uint64(0)
	if but {
		invert = ^uint64(0)
	}
	for n := range min(len(have), bitmapWords) {
		for rest := (chosen[n] ^ invert) & have[n]; rest != 0; rest &= rest - 1 {
			yield(int(before[n]) + bits.OnesCount64(have[n]&(rest&-rest-1)))
		}
	}
}
