package search

import (
	"context"
	"sync"

	"onrecord/model/crew"
)

// suggestLetters is from how many letters on words are suggested; before, there are too many to mean anything.
const suggestLetters = 2

// suggestWords lists words of the statements, or of their venues, that begin with what is typed. A suggestion takes the
// place of all that is typed, so there is none for what is several words, as every character of Chinese is one.
func (x *Index) suggestWords(ctx context.Context, prefix string, in Place, limit int) ([]Suggestion, error) {
	typed := wordsOf(prefix)
	if len(typed) != 1 || len(typed[0]) < suggestLetters {
		return nil, nil
	}
	counts := map[string]int{}
	for _, s := range x.segments {
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		s.words.countStarting(typed[0], in, counts)
	}
	all := make([]Suggestion, 0, len(counts))
	for w, n := range counts {
		all = append(all, Suggestion{Token: w, Count: n})
	}
	all = firstOf(all, limit, compareSuggestions)
	return all, x.countWords(ctx, all, in)
}

// countStarting adds for each word with a beginning how often it stands in a place. Of settings only the venue counts,
// which is what a query can ask for.
func (s *shelf) countStarting(prefix string, in Place, counts map[string]int) {
	first, last := s.starting(prefix)
	for w := first; w < last; w++ {
		n := 0
		s.postings(w, func(f field, members set) {
			if placeOfField(f) == in && (in != InSetting || f == venueField) {
				n += members.n
			}
		})
		if n > 0 {
			counts[s.word(w)] += n
		}
	}
}

// countWords counts what each of some words finds, in the whole record or as a venue.
func (x *Index) countWords(ctx context.Context, words []Suggestion, in Place) error {
	var unknown []int
	for i := range words {
		n, ok := x.counts.get(in, words[i].Token)
		if words[i].Count = n; !ok {
			unknown = append(unknown, i)
		}
	}
	finds := make([]wordFinds, len(unknown))
	err := crew.Each(ctx, len(unknown), func(i int) {
		if word := words[unknown[i]].Token; in == InSetting {
			finds[i].venues = startsAll(word)
		} else {
			finds[i] = x.findsOf(word)
		}
	})
	if err != nil {
		return err
	}
	// A part is a word in a segment, so that the next key need not wait for long.
	counts := make([]int, len(unknown)*len(x.segments))
	room := make([]*bitmap, crew.Size(len(counts)))
	err = crew.EachBy(ctx, len(room), len(counts), func(worker, part int) {
		if room[worker] == nil {
			room[worker] = new(bitmap)
		}
		counts[part] = x.segments[part%len(x.segments)].countFinds(&finds[part/len(x.segments)], room[worker])
	})
	if err != nil {
		return err
	}
	for part, n := range counts {
		words[unknown[part/len(x.segments)]].Count += n
	}
	for _, i := range unknown {
		x.counts.put(in, words[i].Token, words[i].Count)
	}
	return nil
}

// wordFinds is where to look for what a word finds: among the words of statements in some ways, and among the statements
// of records; or among the words of venues.
type wordFinds struct {
	ways                                      []way
	speakers, titled, actors, topics, sources recordSet
	venues                                    []wordMatch
}

// findsOf finds out for a word what evaluate finds out for a term of it, but without telling the ways to match apart.
func (x *Index) findsOf(word string) wordFinds {
	t := term{words: []string{word}}
	ways := t.ways()
	c := x.catalogue
	r := c.lookUp(&places{speakers: c.speakers.seekAll(ways), topics: c.topics.seekAll(ways), sources: c.sources.seekAll(ways)})
	names := anyQuality(&r.speakers[nameField])
	return wordFinds{
		ways: ways, actors: names, speakers: names.or(anyQuality(&r.speakers[bioField])),
		titled:  anyQuality(&r.speakers[titleField]),
		topics:  anyQuality(&r.topics[nameField]).or(anyQuality(&r.topics[titleField])),
		sources: anyQuality(&r.sources[nameField]),
	}
}

func anyQuality(of *[qualityCount]recordSet) recordSet {
	var all recordSet
	for _, r := range of {
		if !r.empty() {
			all = all.or(r)
		}
	}
	return all
}

// countFinds counts the statements of a segment that a word finds. It needs room for marking them.
func (s *segment) countFinds(f *wordFinds, marks *bitmap) int {
	if f.venues != nil && len(f.venues) != 1 {
		return s.venues(f.venues).n
	}
	*marks = bitmap{}
	if f.venues != nil {
		at := s.words.spot(&f.venues[0])
		s.words.mark(&at, marks, func(in field) bool { return in == venueField })
		return marks.count()
	}
	for _, w := range s.words.seekAll(f.ways) {
		if len(w.spots) == 1 {
			s.words.mark(&w.spots[0], marks, func(field) bool { return true })
			continue
		}
		for _, found := range s.words.inSequence(w.spots, nil) {
			marks.addSet(or(found[:]...))
		}
	}
	s.speakers.mark(f.speakers, 1, marks)
	s.actors.mark(f.actors, 1, marks)
	s.stances.mark(f.topics, stanceCount, marks)
	s.sources.mark(f.sources, 1, marks)
	if !f.titled.empty() {
		marks.addSet(andNot(s.speakers.union(f.titled, 1), s.ownRole))
	}
	return marks.count()
}

// mark adds the members that have a word of a spot in one of the fields that are wanted.
func (s *shelf) mark(at *spot, marks *bitmap, wanted func(field) bool) {
	for _, w := range at.words {
		s.markWords(w.word, w.word+1, marks, wanted)
	}
	s.markWords(at.first, at.last, marks, wanted)
}

func (s *shelf) markWords(first, last int, marks *bitmap, wanted func(field) bool) {
	if first >= last {
		return
	}
	for stream := s.stream[s.posts[first]:s.posts[last]]; len(stream) > 0; {
		head := stream[0]
		size := 3
		in := wanted(field(head & headField))
		if head&headDense == 0 {
			if size = 2 + int(head>>headCount); in {
				marks.addList(stream[1:size])
			}
		} else if in {
			b := s.bitmaps[int(stream[1])<<16|int(stream[2])]
			marks.addSet(set{bits: b})
		}
		stream = stream[size:]
	}
}

// mark adds the statements of the keys that belong to the records; each record has so many keys.
func (g *groups) mark(r recordSet, keysOf uint32, marks *bitmap) {
	if 2*r.count() > len(g.keys) {
		marks.addSet(g.union(r, keysOf))
		return
	}
	g.selected(r, keysOf, marks.addList)
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
