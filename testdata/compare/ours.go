package main

import (
	"context"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"slices"
	"strings"
	"time"

	"onrecord/data"
	"onrecord/model/query"
	"onrecord/model/search"
)

// open opens a file as the program does, types lines into the engine letter by letter, and prints how long each of
// these took and how much memory.
func open(path string) error {
	begin := time.Now()
	index, err := index(path)
	if err != nil {
		return err
	}
	figures := map[string]float64{"seconds": time.Since(begin).Seconds(), "peak": peak()}
	debug.FreeOSMemory()
	var memory runtime.MemStats
	runtime.ReadMemStats(&memory)
	figures["heap"] = float64(memory.HeapAlloc) / 1e6
	lines, err := os.ReadFile(filepath.Join(filepath.Dir(path), askFile))
	if err != nil {
		return err
	}
	var keys, whole []float64
	for line := range strings.Lines(string(lines)) {
		times, err := typeLine(index, strings.TrimSpace(line))
		if err != nil {
			return err
		}
		keys, whole = append(keys, times...), append(whole, times[len(times)-1])
	}
	figures["keys"] = float64(len(keys))
	figures["median"], figures["p99"], figures["worst"] = at(keys, 0.5), at(keys, 0.99), at(keys, 1)
	plain, err := askWhole(index)
	if err != nil {
		return err
	}
	figures["whole"], figures["wholeWorst"] = at(plain, 0.5), at(plain, 1)
	return tell(figures)
}

// index reads a collection and indexes it meanwhile.
func index(path string) (*search.Index, error) {
	ctx := context.Background()
	grown := make(chan data.Update, 1)
	done := make(chan error, 1)
	var index *search.Index
	go func() {
		var err error
		var indexer search.Indexer
		for u := range grown {
			spare()
			if err == nil {
				index, err = indexer.Extend(ctx, u.Collection)
			}
		}
		done <- err
	}()
	err := data.Reader{Paths: []string{path}}.Read(ctx, func(u data.Update) {
		select {
		case <-grown: // not begun yet, and the newer one holds it
		default:
		}
		grown <- u
	})
	close(grown)
	if e := <-done; err == nil {
		err = e
	}
	return index, err
}

// spare keeps the garbage small, as the program does for big collections.
func spare() {
	held := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	metrics.Read(held)
	debug.SetGCPercent(int(min(100, max(20, 100*96<<20/max(1, held[0].Value.Uint64())))))
}

// facets are those that the screen asks for with every key.
var facets = []search.FacetWish{
	{Kind: search.BySpeaker, Limit: 200}, {Kind: search.ByActor, Limit: 200}, {Kind: search.ByTopic, Limit: 200},
	{Kind: search.ByStance}, {Kind: search.ByForm}, {Kind: search.ByDay},
}

// typeLine asks for the beginnings of a line, and returns how many milliseconds each took: the exact count, 64 rows in
// their order, and all facets.
func typeLine(x *search.Index, line string) ([]float64, error) {
	var times []float64
	for i, sign := range line {
		typed := line[:i+len(string(sign))]
		begin := time.Now()
		_, err := x.Search(context.Background(), search.Request{Query: query.Parse(typed), Limit: 64, Facets: facets})
		if err != nil {
			return nil, err
		}
		times = append(times, milliseconds(time.Since(begin)))
	}
	return times, nil
}

// askWhole asks the questions that every tool is asked, without the letters before.
func askWhole(x *search.Index) ([]float64, error) {
	var times []float64
	for _, line := range questions {
		begin := time.Now()
		_, err := x.Search(context.Background(), search.Request{Query: query.Parse(line), Limit: 50, Facets: facets})
		if err != nil {
			return nil, err
		}
		times = append(times, milliseconds(time.Since(begin)))
	}
	return times, nil
}

func milliseconds(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }

// at returns the value below which a share of the values lie.
func at(values []float64, share float64) float64 {
	sorted := slices.Sorted(slices.Values(values))
	return sorted[int(share*float64(len(sorted)-1))]
}

// peak is the most memory that this process has had, in megabytes; 0 where the system doesn't tell.
func peak() float64 {
	status, _ := os.ReadFile("/proc/self/status")
	for line := range strings.Lines(string(status)) {
		if rest, ok := strings.CutPrefix(line, "VmHWM:"); ok {
			return kilobytes(rest) * 1024 / 1e6
		}
	}
	return 0
}
