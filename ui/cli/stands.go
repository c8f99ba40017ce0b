package cli

import (
	"context"

	"onrecord/model/crew"
	"onrecord/model/query"
	"onrecord/model/search"
	"onrecord/ui/positions"
)

// stands answers the positions screen out of the library, and saves what it shows.
type stands struct {
	*library
	folder string // where files are saved
}

// Stand finds out where everybody stands under a query.
func (l stands) Stand(ctx context.Context, value string) (_ positions.Answer, err error) {
	defer l.faults.tell(&err)
	defer crew.Recover(&err)
	l.faults.asks(value)
	s, err := l.wait(ctx)
	if err != nil {
		return positions.Answer{}, err
	}
	c := s.index.Collection()
	parsed := query.Parse(value)
	marked := l.marked(c)
	m, err := matrixOf(ctx, s.index, parsed, marked)
	if err != nil {
		return positions.Answer{}, err
	}
	// How the words were taken is told by the search for the first statement alone.
	taken, err := s.index.Search(ctx, search.Request{Query: parsed, Limit: 1, Marked: marked})
	if err != nil {
		return positions.Answer{}, err
	}
	return positions.Answer{
		Line: value, Total: c.Len(), Matrix: m, Taken: l.taken(parsed, &taken), Reading: s.progress,
	}, nil
}
