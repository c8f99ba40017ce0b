package search

import "sync"

// bitmapRoom keeps bitmaps that nobody needs any more for the next who needs one: with every key there would be hundreds of
// new ones, and most are only needed for a moment.
var bitmapRoom = sync.Pool{New: func() any { return new(bitmap) }}

// emptyBitmap returns a bitmap without members that belongs to the caller.
func emptyBitmap() *bitmap {
	b := bitmapRoom.Get().(*bitmap)
	*b = bitmap{}
	return b
}

// usedBitmap is emptyBitmap with any members.
func usedBitmap() *bitmap { return bitmapRoom.Get().(*bitmap) }

// free gives a bitmap back. Nobody may use it afterwards.
func (b *bitmap) free() { bitmapRoom.Put(b) }

// settled is set for a bitmap that belongs to the caller, who gives it away: if the set is small, it is free.
func (b *bitmap) settled() set {
	s := b.set()
	if s.bits == nil {
		b.free()
	}
	return s
}
