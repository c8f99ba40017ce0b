// Package crew shares pieces of work out to as many workers as there are processors.
package crew

import (
	"context"
	"runtime"
	"sync"
	"sync/atomic"
)

// Size returns how many workers there are at most for n pieces of work, at least one.
func Size(n int) int { return max(1, min(n, runtime.GOMAXPROCS(0))) }

// Each calls work for the numbers from 0 to n-1, in no order, and returns when all are done. If the context ends, no
// more are begun, and its error is returned.
func Each(ctx context.Context, n int, work func(i int)) error {
	return EachBy(ctx, Size(n), n, func(_, i int) { work(i) })
}

// EachBy is Each for work that wants to know which of so many workers does it, numbered from 0: a worker does one piece
// after the other, so that what belongs to it needs no lock. Who makes room for each of them asks for Size once, because
// the number of processors may change.
//
// If a piece of work panics, no more are begun, and EachBy panics with a *PanicError as soon as the other workers have
// come to rest: a panic that nothing recovers in a goroutine of its own would end the process, whatever the caller does.
func EachBy(ctx context.Context, workers, n int, work func(worker, i int)) error {
	if workers == 1 {
		for i := 0; i < n && ctx.Err() == nil; i++ {
			work(0, i)
		}
		return ctx.Err()
	}
	var next atomic.Int64
	var thrown atomic.Pointer[PanicError]
	var group sync.WaitGroup
	for worker := range workers {
		group.Go(func() {
			defer func() {
				if v := recover(); v != nil {
					thrown.CompareAndSwap(nil, panicError(v))
				}
			}()
			for ctx.Err() == nil && thrown.Load() == nil {
				i := int(next.Add(1)) - 1
				if i >= n {
					return
				}
				work(worker, i)
			}
		})
	}
	group.Wait()
	if e := thrown.Load(); e != nil {
		panic(e)
	}
	return ctx.Err()
}
