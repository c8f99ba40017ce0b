// Package turns lets the questions of a screen take turns: a new one gives up the one before, and an answer to that, which
// may be on its way all the same, is known by its turn and dropped.
package turns

import "context"

// Turn is the context of one question, which its answer carries back.
type Turn struct{ context.Context }

// Order is the turns of questions of which only the last matters. The zero value has none.
type Order struct {
	last   *Turn
	cancel context.CancelFunc
}

// Next gives up the question before, and returns the turn of the next.
func (o *Order) Next() *Turn {
	o.End()
	ctx, cancel := context.WithCancel(context.Background())
	o.last, o.cancel = &Turn{ctx}, cancel
	return o.last
}

// Is tells whether a turn is that of the last question, and this has not been given up.
func (o *Order) Is(t *Turn) bool { return t != nil && t == o.last }

// Taken tells whether there has been a question, and the last has not been given up.
func (o *Order) Taken() bool { return o.last != nil }

// End gives up the last question, or says that it has been answered in full.
func (o *Order) End() {
	if o.cancel != nil {
		o.cancel()
	}
	o.last, o.cancel = nil, nil
}
