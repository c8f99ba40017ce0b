package data_test

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"onrecord/data"
)

// manyStatements makes lines of statements whose words are drawn from the embedded ones.
func manyStatements(tb testing.TB, n int) []byte {
	tb.Helper()
	c, err := data.Embedded(context.Background())
	if err != nil {
		tb.Fatal(err)
	}
	random := rand.New(rand.NewPCG(1, 2))
	var words []string
	for i := range c.Len() {
		words = append(words, strings.Fields(c.At(i).Text)...)
	}
	var b bytes.Buffer
	topics := c.Topics()
	for i := range n {
		s := c.At(random.IntN(c.Len()))
		text := make([]string, 0, 30)
		for len(text) < 20 {
			text = append(text, words[random.IntN(len(words))])
		}
		said, _ := jsontext.AppendQuote(nil, strings.Join(text, " "))
		fmt.Fprintf(&b, `{"id": "s-%07d", "speaker": %q, "affiliation": %q, "date": %q, "form": %q, "text": %s, "context": "asked by a reporter", `+
			`"venue": "Brussels", "source": "source %d", "topics": [%q], "stances": [{"topic": %q, "stance": "support"}], "lang": "en"}`+"\n",
			i, s.Speaker.ID, "spain", s.Day, s.Form, said, random.IntN(1000), topics[i%len(topics)].ID, topics[i%len(topics)].ID)
	}
	return b.Bytes()
}

const benchmarked = 100_000

// BenchmarkReadLines reads statements with names, to be held against BenchmarkDecodeLines.
func BenchmarkReadLines(b *testing.B) {
	lines := manyStatements(b, benchmarked)
	path := filepath.Join(b.TempDir(), "many.jsonl")
	if err := os.WriteFile(path, lines, 0o600); err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(lines)))
	b.ReportAllocs()
	for b.Loop() {
		c, problems, err := data.Open(b.Context(), path)
		if err != nil || c.Len() != benchmarked {
			b.Fatal(err, problems)
		}
	}
}

// BenchmarkDecodeLines only takes the same lines apart into JSON tokens, on all processors.
func BenchmarkDecodeLines(b *testing.B) {
	lines := manyStatements(b, benchmarked)
	b.SetBytes(int64(len(lines)))
	b.ReportAllocs()
	for b.Loop() {
		var all sync.WaitGroup
		n := runtime.GOMAXPROCS(0)
		for i := range n {
			all.Go(func() { decodeTokens(b, part(lines, i, n)) })
		}
		all.Wait()
	}
}

// decodedStatement is a record as a decoder fills it, without a check of anything.
type decodedStatement struct {
	ID, Speaker, Role, Affiliation, Date, Form, Medium, Text, Context, Venue, Source, Locator, Lang string

	Topics  []string
	Stances []struct{ Topic, Stance string }
}

// BenchmarkDecodeRecords decodes the same lines into records, on all processors, and keeps none.
func BenchmarkDecodeRecords(b *testing.B) {
	lines := manyStatements(b, benchmarked)
	b.SetBytes(int64(len(lines)))
	b.ReportAllocs()
	for b.Loop() {
		var all sync.WaitGroup
		n := runtime.GOMAXPROCS(0)
		for i := range n {
			all.Go(func() {
				for line := range bytes.Lines(part(lines, i, n)) {
					var s decodedStatement
					if err := json.Unmarshal(line, &s, json.MatchCaseInsensitiveNames(true)); err != nil {
						b.Error(err)
					}
				}
			})
		}
		all.Wait()
	}
}

// part cuts whole lines into n parts and returns one of them.
func part(lines []byte, i, n int) []byte {
	at := func(i int) int {
		end := len(lines) * i / n
		return bytes.LastIndexByte(lines[:end], '\n') + 1
	}
	return lines[at(i):at(i+1)]
}

func decodeTokens(tb testing.TB, lines []byte) {
	decoder := jsontext.NewDecoder(bytes.NewBuffer(lines), jsontext.AllowDuplicateNames(true))
	for {
		if _, err := decoder.ReadToken(); err == io.EOF {
			return
		} else if err != nil {
			tb.Error(err)
			return
		}
	}
}
