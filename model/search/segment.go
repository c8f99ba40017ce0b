package search

import (
	"slices"
	"strings"

	"onrecord/model"
	"onrecord/model/fold"
)

// A segment is the index of one block of statements: the words of the statements themselves on a shelf, and for every
// record and property that they refer to, which statements do. It never changes, and knows nothing of other blocks, so
// that a growing collection only needs segments for its new blocks.
type segment struct {
	block *model.Block
	size  int
	words *shelf // members are the statements; fields are textField to roleField

	order []uint16 // the newest first, those of one day by id
	rank  []uint16 // where a statement stands in order
	days  []run    // the days in order, each with where its statements begin

	speakers groups // by speaker
	actors   groups // by the state or organization behind the statement
	columns  columns
	stances  groups // by topic and stance: see topicStance
	sources  groups
	langs    map[string]set // by language, of the words or of the original
	forms    []set          // by model.Form
	media    []set          // by model.Medium
	taken    []set          // by model.Stance, on any topic; under NoStance are those that take none
	ownRole  set            // those that name a role themselves
	all      set
}

// The fields of a statement's own words.
const (
	textField field = iota
	contextField
	venueField
	roleField
)

// topicStance is the key of a topic and a stance in segment.stances.
func topicStance(topic int, stance model.Stance) uint32 {
	return uint32(topic)*stanceCount + uint32(stance)
}

// How many stances, with none, and media there are.
const (
	stanceCount = uint32(model.Neutral) + 1
	mediumCount = uint32(model.Written) + 1
)

// newSegment indexes a block, whose records are in the catalogue.
func newSegment(b *model.Block, c *catalogue) *segment {
	n := b.Len()
	s := &segment{block: b, size: n, all: span(n), langs: map[string]set{}}
	f := newFiller(n)
	ownRole := new(bitmap)
	langs := map[string][]uint16{}
	media := make([]bitmap, mediumCount)
	for i := range n {
		f.member()
		statement := b.At(i)
		f.text(textField, statement.Text)
		f.text(contextField, statement.Context)
		f.text(venueField, statement.Venue)
		if statement.OwnRole {
			fillRole(f, roleField, statement.Role)
			ownRole.add(uint16(i))
		}
		media[statement.Medium].add(uint16(i))
		noteLang(langs, statement.Lang, i)
		if statement.OriginalLang != statement.Lang {
			noteLang(langs, statement.OriginalLang, i)
		}
	}
	s.words = f.shelf()
	s.ownRole, s.media = ownRole.set(), setsOf(media)
	for lang, list := range langs {
		s.langs[lang] = compress(list)
	}
	s.fillGroups(c)
	s.fillKinds()
	s.fillOrder()
	return s
}

func noteLang(langs map[string][]uint16, lang string, i int) {
	if lang != "" {
		lang = fold.String(lang)
		langs[lang] = append(langs[lang], uint16(i))
	}
}

// compress makes a set of a sorted list, a bitmap if that is smaller.
func compress(list []uint16) set {
	if len(list) <= listMax {
		return listSet(slices.Clip(list))
	}
	b := new(bitmap)
	b.addList(list)
	return set{bits: b, n: len(list)}
}

func (s *segment) fillGroups(c *catalogue) {
	speakers, actors, sources := make([]int, s.size), make([]int, s.size), make([]int, s.size)
	var stances []grouped
	for i := range s.size {
		speakers[i] = s.block.Speaker(i)
		actors[i] = c.actorOf(s.block, i)
		sources[i] = s.block.Source(i)
		s.block.Topics(i, func(topic int, stance model.Stance) {
			stances = append(stances, grouped{topicStance(topic, stance), uint16(i)})
		})
	}
	s.speakers = newGroups(groupedBy(speakers))
	s.actors = newGroups(groupedBy(actors))
	s.sources = newGroups(groupedBy(sources))
	s.stances = newGroups(stances)
	s.columns.speaker, s.columns.actor = s.speakers.column(s.size), s.actors.column(s.size)
	s.fillStanceColumn()
}

// fillStanceColumn fills the column of stances, unless there are so many different ones that a place needs more than
// 16 bits.
func (s *segment) fillStanceColumn() {
	if len(s.stances.keys) > members {
		return
	}
	c := &s.columns
	c.stances, c.ends = make([]uint16, 0, len(s.stances.docs)), make([]uint32, s.size)
	for i := range s.size {
		s.block.Topics(i, func(topic int, stance model.Stance) {
			c.stances = append(c.stances, uint16(seekKey(s.stances.keys, topicStance(topic, stance))))
		})
		c.ends[i] = uint32(len(c.stances))
	}
}

// stancesOf returns the places of the topics and stances of a statement.
func (c *columns) stancesOf(doc uint16) []uint16 {
	if doc == 0 {
		return c.stances[:c.ends[0]]
	}
	return c.stances[c.ends[doc-1]:c.ends[doc]]
}

func (s *segment) fillKinds() {
	forms := make([]bitmap, len(model.Forms()))
	for i := range s.size {
		forms[s.block.Form(i)].add(uint16(i))
	}
	taken := make([]bitmap, stanceCount)
	some := new(bitmap)
	for n, key := range s.stances.keys {
		if stance := key % stanceCount; stance != 0 {
			taken[stance].addList(s.stances.at(n))
			some.addList(s.stances.at(n))
		}
	}
	taken[model.NoStance].addSet(andNot(s.all, some.set()))
	s.forms, s.taken = setsOf(forms), setsOf(taken)
}

func setsOf(bitmaps []bitmap) []set {
	sets := make([]set, len(bitmaps))
	for i := range bitmaps {
		b := bitmaps[i]
		sets[i] = b.set()
	}
	return sets
}

func (s *segment) fillOrder() {
	s.order = make([]uint16, s.size)
	for i := range s.order {
		s.order[i] = uint16(i)
	}
	slices.SortFunc(s.order, func(x, y uint16) int { return compareAge(s.block, int(x), s.block, int(y)) })
	s.rank = make([]uint16, s.size)
	for place, i := range s.order {
		s.rank[i] = uint16(place)
	}
	s.fillDays()
}

// compareAge orders statements: the newer first, those of one day by id.
func compareAge(a *model.Block, i int, b *model.Block, k int) int {
	if x, y := a.Day(i), b.Day(k); x != y {
		if x > y {
			return -1
		}
		return 1
	}
	return strings.Compare(a.ID(i), b.ID(k))
}

// run is the statements of one day, which lie side by side in the order.
type run struct {
	day   model.Day
	first uint32
}

func (s *segment) fillDays() {
	for place, i := range s.order {
		if day := s.block.Day(int(i)); place == 0 || day != s.days[len(s.days)-1].day {
			s.days = append(s.days, run{day, uint32(place)})
		}
	}
	s.days = slices.Clip(s.days)
	s.columns.day = make([]uint16, s.size)
	for n := range s.days {
		for _, i := range s.ofDay(n) {
			s.columns.day[i] = uint16(n)
		}
	}
}

// columns holds for each statement the places of its speaker, actor, topics and stances among the keys of their groups,
// and of its day among the days, to count them fast.
type columns struct {
	speaker, actor, day []uint16
	stances             []uint16 // of all statements, one after the other, the places of their topics and stances
	ends                []uint32 // where the stances of a statement end
}

// column returns for each of n statements the place of its key; for those without one the number of keys.
func (g *groups) column(n int) []uint16 {
	places := make([]uint16, n)
	if len(g.docs) < n {
		for i := range places {
			places[i] = uint16(len(g.keys))
		}
	}
	for at := range g.keys {
		for _, doc := range g.at(at) {
			places[doc] = uint16(at)
		}
	}
	return places
}

// ofDay returns the statements of the day at a place in days, by id.
func (s *segment) ofDay(n int) []uint16 {
	if n+1 < len(s.days) {
		return s.order[s.days[n].first:s.days[n+1].first]
	}
	return s.order[s.days[n].first:]
}

// between returns the statements from one day to another.
func (s *segment) between(from, to model.Day) set {
	b := new(bitmap)
	for n, r := range s.days {
		if from <= r.day && r.day <= to {
			b.addList(s.ofDay(n))
		}
	}
	return b.set()
}

// groups holds the statements that have a key in common, for every key.
type groups struct {
	keys   []uint32 // sorted
	starts []uint32 // where the statements of a key begin
	docs   []uint16 // sorted within a key
	places directory
}

type grouped struct {
	key uint32
	doc uint16
}

// groupedBy pairs statements with their keys; those with a negative key have none.
func groupedBy(keys []int) []grouped {
	all := make([]grouped, 0, len(keys))
	for i, key := range keys {
		if key >= 0 {
			all = append(all, grouped{uint32(key), uint16(i)})
		}
	}
	return all
}

func newGroups(all []grouped) groups {
	slices.SortStableFunc(all, func(a, b grouped) int {
		if a.key < b.key {
			return -1
		}
		if a.key > b.key {
			return 1
		}
		return int(a.doc) - int(b.doc)
	})
	g := groups{docs: make([]uint16, len(all))}
	for i, a := range all {
		if i == 0 || a.key != all[i-1].key {
			g.keys = append(g.keys, a.key)
			g.starts = append(g.starts, uint32(i))
		}
		g.docs[i] = a.doc
	}
	g.keys, g.starts = slices.Clip(g.keys), slices.Clip(append(g.starts, uint32(len(all))))
	g.places = newDirectory(g.keys)
	return g
}

// at returns the statements of the key at a place.
func (g *groups) at(n int) []uint16 { return g.docs[g.starts[n]:g.starts[n+1]] }

// of returns the statements with a key.
func (g *groups) of(key uint32) []uint16 {
	n, ok := slices.BinarySearch(g.keys, key)
	if !ok {
		return nil
	}
	return g.at(n)
}
