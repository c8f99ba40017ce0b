package cli

import "runtime/debug"

// manyStatements is from how many statements on memory matters more than the time that saving it takes.
const manyStatements = 1 << 15

// sparePercent is how much garbage there may be beside what is held, in percent. A big collection is a few long strings
// and arrays without pointers, so that looking through it often costs next to nothing: 3 ms for a million statements.
const sparePercent = 20

// spare keeps the garbage small while a collection grows. It is to be called once the collection has so many
// statements, any number of times.
func spare(statements int) {
	if statements >= manyStatements {
		debug.SetGCPercent(sparePercent)
	}
}

// giveBack gives the memory that only reading needed back to the system.
func giveBack(statements int) {
	if statements >= manyStatements {
		debug.FreeOSMemory()
	}
}
