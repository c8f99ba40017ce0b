package search

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"onrecord/model"
	"onrecord/model/crew"
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
// Values of fields with a vocabulary of their own are the query language's to list. The error is that of the context, or a
// *crew.PanicError.
func (x *Index) Complete(ctx context.Context, slot query.Slot, limit int) ([]Suggestion, error) {
	all, err := x.suggest(ctx, slot, limit)
	if err != nil {
		return nil, fmt.Errorf("completing %q: %w", slot.Prefix, err)
	}
	return all[:min(len(all), limit)], nil
}

func (x *Index) suggest(ctx context.Context, slot query.Slot, limit int) (all []Suggestion, err error) {
	defer crew.Recover(&err)
	switch {
	case slot.Kind == query.WordSlot || slot.Kind == query.FieldNameSlot:
		all, err = x.suggestWords(ctx, slot.Prefix, InText, limit)
	case slot.Kind != query.ValueSlot:
	case slot.Field == query.Speaker || slot.Field == query.For || slot.Field == query.Topic || slot.Field == query.Source:
		all = x.suggestRecords(slot.Field, slot.Prefix, limit)
	case slot.Field == query.Lang:
		all = x.suggestLangs(slot.Prefix)
	case slot.Field == query.Venue:
		all, err = x.suggestWords(ctx, slot.Prefix, InSetting, limit)
	}
	if err == nil {
		err = ctx.Err()
	}
	return all, err
}

func compareSuggestions(a, b Suggestion) int {
	return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.Label, b.Label), cmp.Compare(a.Token, b.Token))
}

func (x *Index) suggestRecords(f query.Field, prefix string, limit int) []Suggestion {
	counts := x.recordCounts(f)
	records := slices.DeleteFunc(x.catalogue.suggested(f, prefix), func(record int) bool { return counts[record] == 0 })
	first := firstOf(records, limit, func(a, b int) int {
		return cmp.Or(cmp.Compare(counts[b], counts[a]), cmp.Compare(x.nameOf(f, a), x.nameOf(f, b)), cmp.Compare(x.idOf(f, a), x.idOf(f, b)))
	})
	var all []Suggestion
	for _, record := range first {
		all = append(all, Suggestion{x.idOf(f, record), x.nameOf(f, record), counts[record]})
	}
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

// recordCounts counts the statements of each record.
func (x *Index) recordCounts(f query.Field) []int {
	counts := make([]int, x.recordsOf(f))
	for _, s := range x.segments {
		g, keysOf := s.groupsOf(f)
		for at, key := range g.keys {
			counts[key/keysOf] += len(g.at(at))
		}
	}
	return counts
}

func (x *Index) recordsOf(f query.Field) int {
	switch f {
	case query.Topic:
		return len(x.collection.Topics())
	case query.Source:
		return len(x.collection.Sources())
	}
	return len(x.collection.Speakers())
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
	slices.SortFunc(all, compareSuggestions)
	return all
}
