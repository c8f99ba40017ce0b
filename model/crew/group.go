package crew

import (
	"context"

	"golang.org/x/sync/errgroup"
)

// Go runs f in a goroutine of its own and sends its error. A panic of f is a *PanicError.
func Go(f func() error) <-chan error {
	ended := make(chan error, 1)
	go func() { ended <- caught(f) }()
	return ended
}

// Group is goroutines that work on one thing together, of which the first error ends the others. A panic is a
// *PanicError.
type Group struct{ group *errgroup.Group }

// WithContext returns a new group, and the context that ends with its first error.
func WithContext(ctx context.Context) (*Group, context.Context) {
	group, ctx := errgroup.WithContext(ctx)
	return &Group{group}, ctx
}

// Go runs f in a goroutine of its own.
func (g *Group) Go(f func() error) { g.group.Go(func() error { return caught(f) }) }

// Wait waits for all of them and returns the first error.
func (g *Group) Wait() error { return g.group.Wait() }

func caught(f func() error) (err error) {
	defer Recover(&err)
	return f()
}
