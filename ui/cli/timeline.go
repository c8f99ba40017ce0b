package cli

import (
	"context"

	"onrecord/model/crew"
	"onrecord/model/query"
	"onrecord/model/search"
	"onrecord/ui/timeline"
)

// dates answers the timeline out of the library.
type dates struct{ *library }

// Count counts by day what a query finds.
func (d dates) Count(ctx context.Context, value string, by timeline.By) (_ timeline.Answer, err error) {
	defer d.faults.tell(&err)
	defer crew.Recover(&err)
	d.faults.asks(value)
	s, err := d.wait(ctx)
	if err != nil {
		return timeline.Answer{}, err
	}
	c := s.index.Collection()
	parsed := query.Parse(value)
	marked := d.marked(c)
	found, err := s.index.Select(ctx, parsed, marked)
	if err != nil {
		return timeline.Answer{}, err
	}
	wish := timeline.Wish{By: by, Topics: found.Topics(), Stances: found.Stances()}
	chart, err := timeline.Gather(ctx, c, found, wish)
	if err != nil {
		return timeline.Answer{}, err
	}
	// How the words were taken is told by the search for the first statement alone.
	taken, err := s.index.Search(ctx, search.Request{Query: parsed, Limit: 1, Marked: marked})
	if err != nil {
		return timeline.Answer{}, err
	}
	return timeline.Answer{
		Line: value, Total: c.Len(), Chart: chart, Taken: d.taken(parsed, &taken), Reading: s.progress,
	}, nil
}
