package timeline

import (
	"context"

	"onrecord/model/query"
	"onrecord/ui/actions"
	"onrecord/ui/line"
)

// Library answers the screen's question. The screen knows nothing else of where statements come from. The methods may be
// called from any goroutine and give up with the context's error when it is cancelled.
type Library interface {
	actions.Marks
	// Count counts by day what a query finds. Its only error is the context's: a malformed line means what can be made
	// of it.
	Count(ctx context.Context, line string, by By) (Answer, error)
}

// Answer is what a query finds, day by day.
type Answer struct {
	Line  string // the line that it answers
	Total int    // statements in the collection
	Chart *Chart

	Taken   line.Taken     // how the line was understood
	Reading *line.Progress // not nil while the collection has not been read to its end
}

// By is what the lanes stand for.
type By uint8

// The kinds of lanes.
const (
	Topics By = iota
	Actors
	Speakers
	kinds
)

// next is the kind that comes after (1) or before (-1).
func (b By) next(by int) By { return (b + kinds + By(by+int(kinds))) % kinds }

func (b By) String() string { return [...]string{"topics", "actors", "speakers"}[b] }

// field is the field of the query line into which the lanes go.
func (b By) field() query.Field { return [...]query.Field{query.Topic, query.For, query.Speaker}[b] }

// word says how statements belong to a lane: 4 on Sanctions, 3 for France, 2 by Lavrov.
func (b By) word() string { return [...]string{"on", "for", "by"}[b] }

// none is the label of the lane of the statements that belong to no other.
func (b By) none() string { return [...]string{"no topic", "nobody", "nobody"}[b] }
