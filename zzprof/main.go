package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"runtime/pprof"
	"runtime/trace"
	"strings"
	"syscall"
	"time"

	"onrecord/data"
	"onrecord/model"
	"onrecord/model/search"
)

func main() {
	cpu := flag.String("cpu", "", "")
	tr := flag.String("trace", "", "")
	heap := flag.String("heap", "", "")
	spareMB := flag.Int("spare", 0, "")
	mid := flag.String("mid", "", "")
	gc := flag.Int("gc", 20, "")
	readonly := flag.Bool("readonly", false, "")
	flag.Parse()
	debug.SetGCPercent(*gc)
	if *cpu != "" {
		f, _ := os.Create(*cpu)
		pprof.StartCPUProfile(f)
	}
	if *tr != "" {
		f, _ := os.Create(*tr)
		trace.Start(f)
	}
	begin := time.Now()
	ctx := context.Background()
	grown := make(chan data.Update, 1)
	done := make(chan error, 1)
	var index *search.Index
	var last *model.Collection
	go func() {
		var err error
		var indexer search.Indexer
		for u := range grown {
			last = u.Collection
			if *spareMB > 0 {
				sample := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
				metrics.Read(sample)
				debug.SetGCPercent(int(min(400, max(20, uint64(*spareMB)<<20*100/max(1, sample[0].Value.Uint64())))))
			}
			if err == nil && !*readonly {
				index, err = indexer.Extend(ctx, u.Collection)
			}
		}
		done <- err
	}()
	var readDone time.Duration
	err := data.Reader{Paths: []string{flag.Arg(0)}}.Read(ctx, func(u data.Update) {
		select {
		case <-grown:
		default:
		}
		if *mid != "" && u.Collection.Len() > 900000 {
			runtime.GC()
			f, _ := os.Create(*mid)
			pprof.Lookup("heap").WriteTo(f, 0)
			f.Close()
			*mid = ""
		}
		if u.Done {
			readDone = time.Since(begin)
		}
		grown <- u
	})
	close(grown)
	if e := <-done; err == nil {
		err = e
	}
	if err != nil {
		panic(err)
	}
	took := time.Since(begin)
	var ru syscall.Rusage
	syscall.Getrusage(0, &ru)
	if *cpu != "" {
		pprof.StopCPUProfile()
	}
	if *tr != "" {
		trace.Stop()
	}
	var m runtime.MemStats
	debug.FreeOSMemory()
	runtime.ReadMemStats(&m)
	st, _ := os.ReadFile("/proc/self/status")
	var hwm, rss string
	for l := range strings.Lines(string(st)) {
		if r, ok := strings.CutPrefix(l, "VmHWM:"); ok {
			hwm = strings.TrimSpace(r)
		}
		if r, ok := strings.CutPrefix(l, "VmRSS:"); ok {
			rss = strings.TrimSpace(r)
		}
	}
	fmt.Printf("all %.2f s read %.2f s cpu %.2f+%.2f s peak %s rss %s heap %.0f MB gcs %d\n", took.Seconds(), readDone.Seconds(),
		float64(ru.Utime.Nano())/1e9, float64(ru.Stime.Nano())/1e9, hwm, rss, float64(m.HeapAlloc)/1e6, m.NumGC)
	if *heap != "" {
		f, _ := os.Create(*heap)
		pprof.Lookup("heap").WriteTo(f, 0)
	}
	runtime.KeepAlive(index)
	runtime.KeepAlive(last)
}
