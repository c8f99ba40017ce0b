package search

import (
	"cmp"
	"context"
	"flag"
	"fmt"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"onrecord/model"
	"onrecord/model/generate"
	"onrecord/model/query"
)

var (
	typingSizes = flag.Int("typing", 100000, "up to how many statements the typing benchmark goes")
	slowest     = flag.Bool("slowest", false, "list the slowest keys")
)

// typedLines are what is typed, letter by letter: common words and rare ones, names, slips, one letter, fields, phrases,
// what is left out, and either.
var typedLines = []string{
	"russia", "sanctions", "security guarantees", "the president of the united states", "what did the minister say about gas",
	"s", "x", "negotiations on the withdrawal of troops", "recognition of independence", "defense budget", "pm sanctions",
	"foreign minister nuclear treaty", "war crimes", "election", "nuclearweapons", "president war sort:date",
	"sanctoins", "goverment", "parlament reform", "presidnet", "unbelievablylongword", "jxyzq",
	"\"of the united states\"", "\"prime minister\" war", "\"in the",
	"war -russia", "europe -war -peace", "gas -oil -coal", "russia | ukraine", "war | peace | treaty minister",
	"for:g-actor-1 russia", "topic:g-topic-0 stance:oppose", "stance:support troops", "form:direct war", "lang:ru minister",
	"since:2022-01 until:2022-06 gas", "on:2021-05-05", "medium:written sanctions", "speaker:pre", "venue:con", "source:war",
	"100000", "1990",
}

// linesOf adds names of speakers and rare words of a collection to what is typed.
func linesOf(c *model.Collection) []string {
	lines := slices.Clone(typedLines)
	speakers := c.Speakers()
	for i := range 8 {
		lines = append(lines, speakers[len(speakers)*(i+1)/9].Name)
		text := c.At(c.Len() * (i + 1) / 9).Text
		words := strings.Fields(text)
		lines = append(lines, words[len(words)/2]+" "+words[len(words)/3])
	}
	return lines
}

func generated(b testing.TB, n int) *model.Collection {
	c, err := generate.Collection(1, n)
	if err != nil {
		b.Fatal(err)
	}
	return c
}

func textBytes(c *model.Collection) int {
	n := 0
	for i := range c.Len() {
		s := c.At(i)
		n += len(s.Text) + len(s.Context) + len(s.Venue) + len(s.ID)
	}
	return n
}

func heapBytes() int {
	var m runtime.MemStats
	runtime.GC()
	runtime.GC()
	runtime.ReadMemStats(&m)
	return int(m.HeapAlloc)
}

// key is one press of a key, and how long its answer took.
type key struct {
	line string
	took time.Duration
}

// BenchmarkTyping types lines letter by letter, and reports how long a key takes to its whole answer: the exact count,
// 50 rows, all facets. Of several rounds the fastest counts for each key: what else the machine does is not ours.
func BenchmarkTyping(b *testing.B) {
	for _, n := range []int{10000, 100000, 1000000} {
		if n > *typingSizes {
			continue
		}
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			before := heapBytes()
			c := generated(b, n)
			text, collection := textBytes(c), heapBytes()-before
			start := time.Now()
			x, err := New(context.Background(), c)
			if err != nil {
				b.Fatal(err)
			}
			built := time.Since(start)
			index := heapBytes() - before - collection
			var keys []key
			for b.Loop() {
				x.terms, x.last = newMemory(), lastFacets{}
				round := 0
				for _, line := range linesOf(c) {
					for _, k := range typeLine(b, x, line) {
						if round == len(keys) {
							keys = append(keys, k)
						}
						keys[round].took = min(keys[round].took, k.took)
						round++
					}
				}
			}
			cache := heapBytes() - before - collection - index
			report(b, keys)
			b.ReportMetric(built.Seconds(), "build-s")
			b.ReportMetric(float64(index)/float64(n), "index-B/stmt")
			b.ReportMetric(float64(collection)/float64(n), "collection-B/stmt")
			b.ReportMetric(float64(text)/float64(n), "text-B/stmt")
			b.ReportMetric(float64(cache)/float64(n), "cache-B/stmt")
			runtime.KeepAlive(x)
		})
	}
}

func typeLine(b testing.TB, x *Index, line string) []key {
	facets := []FacetWish{{BySpeaker, 20}, {ByActor, 20}, {ByTopic, 20}, {ByStance, 0}, {ByForm, 0}, {ByMedium, 0}, {ByDay, 0}}
	var keys []key
	for i := range line {
		typed := line[:i+1]
		start := time.Now()
		if _, err := x.Search(context.Background(), Request{Query: query.Parse(typed), Limit: 50, Facets: facets}); err != nil {
			b.Fatal(err)
		}
		keys = append(keys, key{typed, time.Since(start)})
	}
	return keys
}

func report(b *testing.B, keys []key) {
	slices.SortFunc(keys, func(x, y key) int { return cmp.Compare(x.took, y.took) })
	at := func(share float64) float64 {
		return float64(keys[int(share*float64(len(keys)-1))].took.Microseconds()) / 1000
	}
	b.ReportMetric(at(0.5), "p50-ms")
	b.ReportMetric(at(0.99), "p99-ms")
	b.ReportMetric(at(1), "max-ms")
	b.ReportMetric(float64(len(keys)), "keys")
	if *slowest {
		for _, k := range keys[len(keys)-40:] {
			fmt.Println(k.took, k.line)
		}
	}
}
