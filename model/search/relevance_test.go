package search_test

import (
	"context"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"onrecord/data"
	"onrecord/model"
	"onrecord/model/generate"
	"onrecord/model/query"
	"onrecord/model/search"
)

// judged is something that people type, and the statements that are a right first answer.
type judged struct {
	category, line string
	right          []string
}

// readJudged reads a table of category, query, ids; lines that start with # are remarks.
func readJudged(t *testing.T, name string) []judged {
	t.Helper()
	text, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	var all []judged
	for line := range strings.Lines(string(text)) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		fields := strings.Split(strings.TrimSpace(line), "\t")
		if len(fields) != 3 {
			t.Fatalf("%s: %q has %d columns, not 3", name, line, len(fields))
		}
		all = append(all, judged{fields[0], fields[1], strings.Split(fields[2], ",")})
	}
	return all
}

// tally counts how high the right answers stand.
type tally struct {
	queries, first, five int
	reciprocal           float64
}

func (c *tally) note(rank int) {
	c.queries++
	if rank == 0 {
		c.first++
	}
	if rank >= 0 && rank < 5 {
		c.five++
	}
	if rank >= 0 {
		c.reciprocal += 1 / float64(rank+1)
	}
}

func (c *tally) String() string {
	n := float64(c.queries)
	return fmt.Sprintf("%4d %5.0f%% %5.0f%% %6.3f", c.queries, 100*float64(c.first)/n, 100*float64(c.five)/n, c.reciprocal/n)
}

// rate asks all queries, and returns the counts by category and, under "", of all. The rank is that on the screen, where
// what nearly matches stands behind what matches. Of a secret set, nothing is told but the counts.
func rate(t *testing.T, x *search.Index, queries []judged, secret bool) map[string]*tally {
	t.Helper()
	counts := map[string]*tally{"": {}}
	for _, q := range queries {
		a, err := x.Search(context.Background(), search.Request{Query: query.Parse(q.line), Limit: 50})
		if err != nil {
			t.Fatal(err)
		}
		shown := a.Hits
		for _, near := range a.Near {
			shown = append(shown, near.Hit)
		}
		rank := slices.IndexFunc(shown, func(h search.Hit) bool { return slices.Contains(q.right, x.Collection().At(h.Index).ID) })
		if counts[q.category] == nil {
			counts[q.category] = &tally{}
		}
		counts[q.category].note(rank)
		counts[""].note(rank)
		if rank != 0 && !secret {
			t.Logf("%-8s %-40s rank %d of %d", q.category, q.line, rank+1, a.Count)
		}
	}
	return counts
}

func embedded(t testing.TB) *model.Collection {
	t.Helper()
	c, err := data.Embedded(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// hidden returns a collection among n generated statements.
func hidden(t testing.TB, c *model.Collection, n int) *model.Collection {
	t.Helper()
	b := withRecordsOf(c)
	for i := range c.Len() {
		if err := b.Add(c.At(i)); err != nil {
			t.Fatal(err)
		}
	}
	if err := generate.Add(b, 3, n); err != nil {
		t.Fatal(err)
	}
	b.Close()
	return b.Collection()
}

// withRecordsOf begins a collection with the speakers, topics and sources of another.
func withRecordsOf(c *model.Collection) *model.Builder {
	b := model.NewBuilder(c.Info)
	for _, s := range c.Speakers() {
		b.AddSpeaker(s)
	}
	for _, topic := range c.Topics() {
		b.AddTopic(topic)
	}
	for _, s := range c.Sources() {
		b.AddSource(s)
	}
	return b
}

// sets are the tables of queries, with what is held of each: which part has the right answer first, which one within
// five, and the mean reciprocal rank.
var sets = []struct {
	name              string
	first, five, mean float64
	secret            bool
}{
	{"queries.tsv", 0.98, 0.99, 0.98, false},
	{"queries-more.tsv", 0.98, 0.99, 0.98, false},
	{"dev2.tsv", 0.98, 0.99, 0.98, false},
	{"dev3.tsv", 0.88, 0.95, 0.93, false},
	{"dev4.tsv", 0.94, 0.98, 0.96, false},
	{"dev5.tsv", 0.94, 0.98, 0.96, false},
	{"dev6.tsv", 0.96, 0.98, 0.97, true},
	{"dev7.tsv", 0.97, 0.99, 0.98, false},
	{"dev8.tsv", 0.96, 0.99, 0.97, false},
	{"dev9.tsv", 0.98, 0.99, 0.98, false},
	{"dev10.tsv", 0.99, 1, 0.99, false},
	{"dev11.tsv", 0.99, 1, 0.99, false},
	{"blind.tsv", 0.98, 0.99, 0.98, true},
}

// TestRelevance asks what people type, of the embedded collection alone and hidden among others, and holds how often
// the first answer is right, and one of the first five. Run it with -v for the tables.
func TestRelevance(t *testing.T) {
	alone := embedded(t)
	for _, where := range []struct {
		name       string
		collection *model.Collection
	}{{"alone", alone}, {"hidden", hidden(t, alone, 100000)}} {
		x, err := search.New(context.Background(), where.collection)
		if err != nil {
			t.Fatal(err)
		}
		for _, set := range sets {
			t.Run(where.name+"/"+set.name, func(t *testing.T) {
				counts := rate(t, x, readJudged(t, set.name), set.secret)
				var table strings.Builder
				for category, c := range counts {
					fmt.Fprintf(&table, "%-9s %s\n", category, c)
				}
				lines := strings.Split(strings.TrimSuffix(table.String(), "\n"), "\n")
				slices.Sort(lines)
				t.Logf("\ncategory     n first  five    MRR\n%s", strings.Join(lines, "\n"))
				all := counts[""]
				n := float64(all.queries)
				if float64(all.first) < set.first*n || float64(all.five) < set.five*n || all.reciprocal < set.mean*n {
					t.Errorf("of %d queries %d have the right answer first, %d within five, mean reciprocal rank %.3f", all.queries, all.first, all.five, all.reciprocal/n)
				}
			})
		}
	}
}
