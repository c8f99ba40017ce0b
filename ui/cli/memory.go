package cli

import (
	"runtime/debug"
	"runtime/metrics"
)

// manyStatements is from how many statements on memory matters more than the time that saving it takes.
const manyStatements = 1 << 15

// How much garbage there may be beside what is held: while a collection is read, when looking for garbage more often
// takes time from reading, and later.
const (
	spareReading = 96 << 20
	spareLater   = 48 << 20
)

// sparePercent is how much garbage there may be in any case, in percent of what is held. A big collection is a few long
// strings and arrays without pointers, so that looking through it often costs next to nothing: 3 ms for a million
// statements.
const sparePercent = 20

// spare keeps the garbage below so many bytes while a collection grows. It is to be called once the collection has so
// many statements, and again when it has grown.
func spare(statements, bytes int) {
	if statements < manyStatements {
		return
	}
	held := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	metrics.Read(held)
	percent := 100
	if held[0].Value.Kind() == metrics.KindUint64 {
		percent = int(uint64(bytes) * 100 / max(1, held[0].Value.Uint64()))
	}
	debug.SetGCPercent(min(100, max(sparePercent, percent)))
}

// giveBack gives the memory that only reading needed back to the system.
func giveBack(statements int) {
	if statements >= manyStatements {
		debug.FreeOSMemory()
		spare(statements, spareLater)
	}
}
