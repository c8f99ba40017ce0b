package search

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
	"sync"

	"onrecord/model"
	"onrecord/model/fold"
	"onrecord/model/query"
)

// Suggestion is something that could stand in a query, and is in the collection.
type Suggestion struct {
	Token string // as the query writes it, without quotation marks: an id, a word
	Label string // what it is called, "" if the token says it all
	Count int    // how many statements it finds
}

// Complete lists what of the collection could stand in a slot of a query line, the best first: names that begin with
// what is typed, or else names of which it is an abbreviation or a misspelling; among those what most statements have.
// Values of fields with a vocabulary of their own are the query language's to list. The error is that of the context.
func (x *Index) Complete(ctx context.Context, slot query.Slot, limit int) ([]Suggestion, error) {
	var all []Suggestion
	var err error
	switch {
	case slot.Kind == query.WordSlot || slot.Kind == query.FieldNameSlot:
		all, err = x.suggestWords(ctx, slot.Prefix, InText, limit)
	case slot.Kind != query.ValueSlot:
	case slot.Field == query.Speaker || slot.Field == query.For || slot.Field == query.Topic || slot.Field == query.Source:
		all = x.suggestRecords(slot.Field, slot.Prefix)
	case slot.Field == query.Lang:
		all = x.suggestLangs(slot.Prefix)
	case slot.Field == query.Venue:
		all, err = x.suggestWords(ctx, slot.Prefix, InSetting, limit)
	}
	if err == nil {
		err = ctx.Err()
	}
	if err != nil {
		return nil, fmt.Errorf("completing %q: %w", slot.Prefix, err)
	}
	return all[:min(len(all), limit)], nil
}

func sortSuggestions(all []Suggestion) {
	slices.SortFunc(all, func(a, b Suggestion) int {
		return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.Label, b.Label), cmp.Compare(a.Token, b.Token))
	})
}

func (x *Index) suggestRecords(f query.Field, prefix string) []Suggestion {
	records := x.catalogue.suggested(f, prefix)
	counts := x.recordCounts(f, records)
	var all []Suggestion
	for _, record := range records {
		if counts[record] > 0 {
			all = append(all, Suggestion{x.idOf(f, record), x.nameOf(f, record), counts[record]})
		}
	}
	sortSuggestions(all)
	return all
}

// suggested returns the records that what is typed could mean.
func (c *catalogue) suggested(f query.Field, prefix string) []int {
	words := startsAll(prefix)
	records := c.havingAll(f, words)
	if len(records) > 0 || len(words) == 0 || f == query.Source {
		return records
	}
	if speakers, topics := c.abbreviated(strings.Join(wordsOf(prefix), "")); f == query.Topic {
		records = topics.list()
	} else {
		records = slices.DeleteFunc(speakers.list(), func(r int) bool { return !c.fits(f, r) })
	}
	if len(records) > 0 {
		return records
	}
	for i := range words {
		words[i].slips = true
	}
	return c.havingAll(f, words)
}

// list returns the records in order.
func (r recordSet) list() []int {
	var records []int
	r.each(func(record int) { records = append(records, record) })
	return records
}

// recordCounts counts the statements of records.
func (x *Index) recordCounts(f query.Field, records []int) map[int]int {
	counts := make(map[int]int, len(records))
	for _, s := range x.segments {
		g, keysOf := s.groupsOf(f)
		for _, record := range records {
			first := uint32(record) * keysOf
			for at := seekKey(g.keys, first); at < len(g.keys) && g.keys[at] < first+keysOf; at++ {
				counts[record] += len(g.at(at))
			}
		}
	}
	return counts
}

// groupsOf returns the groups of a field, and how many keys each record has in them.
func (s *segment) groupsOf(f query.Field) (g *groups, keysOf uint32) {
	switch f {
	case query.For:
		return &s.actors, 1
	case query.Topic:
		return &s.stances, stanceCount
	case query.Source:
		return &s.sources, 1
	}
	return &s.speakers, 1
}

func (x *Index) idOf(f query.Field, record int) string {
	switch f {
	case query.Topic:
		return x.collection.Topics()[record].ID
	case query.Source:
		return x.collection.Sources()[record].ID
	}
	return x.collection.Speakers()[record].ID
}

func (x *Index) suggestLangs(prefix string) []Suggestion {
	prefix = fold.String(prefix)
	counts := map[string]int{}
	for _, s := range x.segments {
		for lang, of := range s.langs {
			counts[lang] += of.n
		}
	}
	var all []Suggestion
	for lang, n := range counts {
		name := model.LanguageName(lang)
		if strings.HasPrefix(lang, prefix) || strings.HasPrefix(fold.String(name), prefix) {
			all = append(all, Suggestion{lang, name, n})
		}
	}
	sortSuggestions(all)
	return all
}

// suggestLetters is from how many letters on words are suggested; before, there are too many to mean anything.
const suggestLetters = 2

// suggestWords lists words of the statements, or of their venues, that begin with what is typed.
func (x *Index) suggestWords(ctx context.Context, prefix string, in Place, limit int) ([]Suggestion, error) {
	typed := wordsOf(prefix)
	if len(typed) == 0 || len(typed[len(typed)-1]) < suggestLetters {
		return nil, nil
	}
	last := typed[len(typed)-1]
	counts := map[string]int{}
	for _, s := range x.segments {
		s.words.countStarting(last, in, counts)
	}
	var all []Suggestion
	for w, n := range counts {
		all = append(all, Suggestion{Token: w, Count: n})
	}
	sortSuggestions(all)
	all = all[:min(len(all), limit)]
	for i := range all {
		n, err := x.countWord(ctx, all[i].Token, in)
		if err != nil {
			return nil, err
		}
		all[i].Count = n
	}
	return all, nil
}

// countStarting adds for each word with a beginning how often it stands in a place.
func (s *shelf) countStarting(prefix string, in Place, counts map[string]int) {
	first, last := s.starting(prefix)
	for w := first; w < last; w++ {
		n := 0
		s.postings(w, func(f field, members set) {
			if placeOfField(f) == in {
				n += members.n
			}
		})
		if n > 0 {
			counts[s.word(w)] += n
		}
	}
}

// countWord counts what a word finds, in the whole record or as a venue.
func (x *Index) countWord(ctx context.Context, word string, in Place) (int, error) {
	if n, ok := x.counts.get(in, word); ok {
		return n, nil
	}
	n := 0
	if in == InSetting {
		venues := x.venueFilter([]query.Value{{Text: word}})
		for _, s := range x.segments {
			n += venues(s).n
		}
	} else {
		t := term{words: []string{word}}
		a, err := x.evaluate(ctx, t.ways(), nil)
		if err != nil {
			return 0, err
		}
		n = a.count
	}
	x.counts.put(in, word, n)
	return n, nil
}

// wordCounts remembers how many statements suggested words find, because the next key suggests most of them again.
type wordCounts struct {
	mu     sync.Mutex
	counts map[Place]map[string]int
}

// maxWordCounts is how many are remembered for a place at most.
const maxWordCounts = 4096

func (w *wordCounts) get(in Place, word string) (int, bool) {
	w.mu.Lock()
	defer w.mu.Unlock()
	n, ok := w.counts[in][word]
	return n, ok
}

func (w *wordCounts) put(in Place, word string, n int) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.counts == nil {
		w.counts = map[Place]map[string]int{}
	}
	if len(w.counts[in])%maxWordCounts == 0 {
		w.counts[in] = map[string]int{}
	}
	w.counts[in][word] = n
}
