package crew_test

import (
	"context"
	"errors"
	"io"
	"strings"
	"sync/atomic"
	"testing"

	"onrecord/model/crew"
)

// each does some work, of which a panic is an error.
func each(ctx context.Context, workers, n int, work func(i int)) (err error) {
	defer crew.Recover(&err)
	return crew.EachBy(ctx, workers, n, func(_, i int) { work(i) })
}

func throw(v any) { panic(v) }

func TestAPanicOfAWorkerReachesTheCaller(t *testing.T) {
	for _, workers := range []int{1, 4} {
		err := each(t.Context(), workers, 100, func(i int) {
			if i == 50 {
				throw("out of order")
			}
		})
		var thrown *crew.PanicError
		if !errors.As(err, &thrown) {
			t.Fatalf("%d workers: the error is %v", workers, err)
		}
		if thrown.Value != "out of order" || err.Error() != "internal error: out of order" {
			t.Errorf("%d workers: %v", workers, err)
		}
		if !strings.Contains(string(thrown.Stack), "crew_test.throw") {
			t.Errorf("%d workers: the stack does not show where it happened:\n%s", workers, thrown.Stack)
		}
	}
}

func TestAPanicWithAnErrorIsThatError(t *testing.T) {
	for _, workers := range []int{1, 4} {
		if err := each(t.Context(), workers, 10, func(int) { throw(io.ErrUnexpectedEOF) }); !errors.Is(err, io.ErrUnexpectedEOF) {
			t.Errorf("%d workers: the error is %v", workers, err)
		}
	}
}

func TestNothingIsBegunAfterAPanic(t *testing.T) {
	const workers = 4
	var begun atomic.Int64
	_ = each(t.Context(), workers, 1000, func(int) {
		begun.Add(1)
		throw("each of them")
	})
	if begun.Load() > workers {
		t.Errorf("%d pieces were begun by %d workers that all panic", begun.Load(), workers)
	}
}

func TestWorkersWithinWorkersKeepTheInnermostStack(t *testing.T) {
	err := each(t.Context(), 2, 2, func(int) {
		_ = crew.EachBy(t.Context(), 2, 2, func(int, int) { throw("deep") })
	})
	var thrown *crew.PanicError
	if !errors.As(err, &thrown) || thrown.Value != "deep" || !strings.Contains(string(thrown.Stack), "crew_test.throw") {
		t.Errorf("the error is %v", err)
	}
}

func TestAPanicInAGoroutineOfItsOwnIsItsError(t *testing.T) {
	group, ctx := crew.WithContext(t.Context())
	group.Go(func() error { throw("alone"); return nil })
	group.Go(func() error { <-ctx.Done(); return nil })
	for what, err := range map[string]error{
		"Go":    <-crew.Go(func() error { throw("alone"); return nil }),
		"Group": group.Wait(),
	} {
		var thrown *crew.PanicError
		if !errors.As(err, &thrown) || thrown.Value != "alone" || !strings.Contains(string(thrown.Stack), "crew_test.throw") {
			t.Errorf("%s: the error is %v", what, err)
		}
	}
}
