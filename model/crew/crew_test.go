package crew_test

import (
	"context"
	"errors"
	"sync/atomic"
	"testing"

	"onrecord/model/crew"
)

func TestEveryPieceIsDoneOnce(t *testing.T) {
	for _, n := range []int{0, 1, 2, 3, 1000} {
		done := make([]int, n)
		if err := crew.Each(t.Context(), n, func(i int) { done[i]++ }); err != nil {
			t.Errorf("%d pieces: %v", n, err)
		}
		for i, times := range done {
			if times != 1 {
				t.Errorf("piece %d of %d is done %d times", i, n, times)
			}
		}
	}
}

func TestAWorkerDoesOnePieceAtATime(t *testing.T) {
	const workers, n = 3, 1000
	var busy [workers]atomic.Bool
	var done [workers]int
	err := crew.EachBy(t.Context(), workers, n, func(worker, _ int) {
		if busy[worker].Swap(true) {
			t.Errorf("worker %d does two pieces at once", worker)
		}
		done[worker]++
		busy[worker].Store(false)
	})
	if err != nil {
		t.Fatal(err)
	}
	sum := 0
	for _, pieces := range done {
		sum += pieces
	}
	if sum != n {
		t.Errorf("the workers did %d pieces of %d", sum, n)
	}
}

func TestNothingIsBegunAfterTheEnd(t *testing.T) {
	for _, n := range []int{1, 1000} {
		ctx, cancel := context.WithCancel(t.Context())
		var begun atomic.Int64
		err := crew.Each(ctx, n, func(int) {
			begun.Add(1)
			cancel()
		})
		if !errors.Is(err, context.Canceled) || int(begun.Load()) > crew.Size(n) {
			t.Errorf("%d of %d pieces were begun, and the error is %v", begun.Load(), n, err)
		}
	}
}
