package data

import "context"

// HoldMarks locks the marks as another program would.
func HoldMarks(folder string) (release func(), err error) {
	return OpenMarks(folder).lock(context.Background())
}
