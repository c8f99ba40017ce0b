package data

import "fmt"

// What a reading takes at most, so that no file can use up a machine. A bound that is reached is told with its number; one
// of a record costs that record only.
const (
	// MaxRecord is how many bytes a record can have: a line, a row with its cells, an element of a list.
	MaxRecord = 16 << 20

	// MaxName is how many bytes an id can have, a name, a title, a role, and whatever else stands in a record to name
	// something. Texts are bounded by the record alone.
	MaxName = 4 << 10

	// MaxDepth is how deep arrays and objects can lie in each other.
	MaxDepth = 100

	// MaxTopics is how many topics a statement can be about, and how many stances it can take.
	MaxTopics = 256

	// MaxWhole is how many bytes, unpacked, a file can have that is held as a whole while it is read: a .json file, and the
	// files of a folder but its statements.
	MaxWhole = 256 << 20

	// MaxListed is how many records a list in a .json file can have.
	MaxListed = 2_000_000

	// MaxMembers is how many fields a record can have, a table columns, and a .json file fields beside its lists.
	MaxMembers = 10_000

	// MaxProblems is how many problems of each grade are kept. All are counted.
	MaxProblems = 10_000

	// MaxRecordProblems is how many problems of one record are kept.
	MaxRecordProblems = 100

	// MaxPacked is how many times its size a packed file can have unpacked, from the first MaxUnproved bytes on. What people
	// write has a tenth of that.
	MaxPacked   = 250
	MaxUnproved = 256 << 20

	// MaxWindow is how many bytes back a file packed by zstd can refer to: what zstd --long writes.
	MaxWindow = 128 << 20

	// MaxSkipped is how many bytes are read in search of the end of a record that is too long. Behind that, nothing is read.
	MaxSkipped = 256 << 20
)

// inBytes writes a bound for people.
func inBytes(n int) string {
	if n >= 1<<20 {
		return fmt.Sprintf("%d MB", n>>20)
	}
	return fmt.Sprintf("%d kB", n>>10)
}
