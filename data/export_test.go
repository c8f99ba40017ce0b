package data

import (
	"context"

	"onrecord/model"
)

// UsualDay reads a date without asking the calendar, if it can.
func UsualDay(text string) (model.Day, bool) { return usualDay(text) }

// HoldMarks locks the marks as another program would.
func HoldMarks(folder string) (release func(), err error) {
	return OpenMarks(folder).lock(context.Background())
}
