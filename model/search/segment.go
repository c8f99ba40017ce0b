package search

import (
	"math"
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

// newSegment indexes a block, whose records are in the catalogue. It uses the filler for the words. The block leaves its
// texts to the segment, which has nearly all of them in its words.
func newSegment(b *model.Block, c *catalogue, f *filler) *segment {
	s := &segment{block: b, size: b.Len(), all: span(b.Len())}
	f.begin(s.size)
	ownRole := new(bitmap)
	langs := langLists{}
	media := make([]bitmap, mediumCount)
	shared := b.ID(0) // what all ids begin with
	for i := range s.size {
		f.member()
		words := b.Strings(i)
		for !strings.HasPrefix(words.ID, shared) {
			shared = shared[:len(shared)-1]
		}
		f.wholeText(textField, words.Text)
		f.text(contextField, words.Context)
		f.shared(venueField, words.Venue, (*filler).text)
		if words.Role != "" {
			f.shared(roleField, words.Role, fillRole)
			ownRole.add(uint16(i))
		}
		media[b.Medium(i)].add(uint16(i))
		langs.note(words.Lang, i)
		if words.OriginalLang != words.Lang {
			langs.note(words.OriginalLang, i)
		}
	}
	s.words = f.shelf()
	b.LeaveTexts(&texts{s.words, f.wording.wording()})
	s.ownRole, s.media, s.langs = ownRole.set(), setsOf(media), langs.sets()
	s.fillGroups(c)
	s.fillKinds()
	s.fillOrder(&f.room, len(shared))
	return s
}

// langLists are the statements by language, as it is written.
type langLists map[string]*[]uint16

func (l langLists) note(lang string, i int) {
	if lang == "" {
		return
	}
	list := l[lang]
	if list == nil {
		list = new([]uint16)
		l[lang] = list
	}
	*list = append(*list, uint16(i))
}

// sets returns the statements by folded language.
func (l langLists) sets() map[string]set {
	folded := make(map[string]set, len(l))
	for lang, list := range l {
		lang = fold.String(lang)
		folded[lang] = or(folded[lang], compress(*list))
	}
	return folded
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
	stances, ends := make([]grouped, 0, s.size), make([]uint32, s.size)
	for i := range s.size {
		speakers[i] = s.block.Speaker(i)
		actors[i] = c.actorOf(s.block, i)
		sources[i] = s.block.Source(i)
		s.block.Topics(i, func(topic int, stance model.Stance) {
			stances = append(stances, grouped{topicStance(topic, stance), uint16(i)})
		})
		ends[i] = uint32(len(stances))
	}
	s.speakers = newGroups(groupedBy(speakers))
	s.actors = newGroups(groupedBy(actors))
	s.sources = newGroups(groupedBy(sources))
	s.stances = newGroups(stances)
	s.columns.speaker, s.columns.actor = s.speakers.column(s.size), s.actors.column(s.size)
	s.fillStanceColumn(ends)
}

// fillStanceColumn fills the column of stances, unless there are so many different ones that a place needs more than
// 16 bits. ends says where the stances of each statement end in it.
func (s *segment) fillStanceColumn(ends []uint32) {
	if len(s.stances.keys) > members {
		return
	}
	c := &s.columns
	c.stances, c.ends = make([]uint16, len(s.stances.docs)), ends
	next := slices.Clone(ends) // filled from the end
	for at := len(s.stances.keys) - 1; at >= 0; at-- {
		for _, doc := range s.stances.at(at) {
			next[doc]--
			c.stances[next[doc]] = uint16(at)
		}
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

// fillOrder sorts by id first, and then by day, which leaves those of one day as they are. All ids have so many bytes in
// common at their beginning.
func (s *segment) fillOrder(room *sortRoom, shared int) {
	byID := room.take(s.size)
	var id []byte
	for i := range s.size {
		id = append(id[:0], s.block.ID(i)[shared:]...)
		byID = append(byID, keyed{firstBytes(id), uint32(i)})
	}
	byID = room.sort(byID)
	eachTie(byID, func(tied []keyed) {
		slices.SortFunc(tied, func(a, b keyed) int {
			return strings.Compare(s.block.ID(int(a.number)), s.block.ID(int(b.number)))
		})
	})
	for i, k := range byID {
		byID[i].key = uint64(math.MaxInt32 - int64(s.block.Day(int(k.number))))
	}
	s.order, s.rank = make([]uint16, s.size), make([]uint16, s.size)
	for place, k := range room.sort(byID) {
		s.order[place], s.rank[k.number] = uint16(k.number), uint16(place)
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
