package data

import (
	"fmt"
	"hash/maphash"
	"math"
	"reflect"
	"sort"

	"onrecord/model"
)

// place is where a record stands.
type place struct {
	file string
	line int
}

func (p place) String() string { return fmt.Sprintf("%s:%d", p.file, p.line) }

// places says where statements stand, in little room: they come in runs from one file.
type places struct {
	lines []uint32
	files []fileRun
}

type fileRun struct {
	first int // the first statement from it
	name  string
}

func (p *places) add(at place) {
	if n := len(p.files); n == 0 || p.files[n-1].name != at.file {
		p.files = append(p.files, fileRun{len(p.lines), at.file})
	}
	p.lines = append(p.lines, uint32(min(uint64(at.line), math.MaxUint32)))
}

func (p *places) at(i int) place {
	n := sort.Search(len(p.files), func(n int) bool { return p.files[n].first > i })
	return place{p.files[n-1].name, int(p.lines[i])}
}

// scope is what the statements of one collection can refer to.
type scope struct {
	speakers *shelf[*model.Speaker]
	topics   *shelf[*model.Topic]
	sources  *shelf[*model.Source]
}

func newScope(seed maphash.Seed) *scope {
	return &scope{
		newShelf(seed, func(s *model.Speaker) string { return s.Name }),
		newShelf(seed, func(t *model.Topic) string { return t.Name }),
		newShelf(seed, func(s *model.Source) string { return s.Title }),
	}
}

// assembler puts the records of all paths together into one collection.
type assembler struct {
	builder  *model.Builder
	seed     maphash.Seed // of all shelves
	all      *scope       // everything that has been added
	own      *scope       // what the statements that are being read can refer to
	begun    bool         // whether another collection has been read before
	byName   bool         // make speakers, topics and sources that are not there
	notes    bool         // also tell what is only worth a look
	advice   adviser
	places   places  // of each statement
	taken    []taken // statements whose id is taken, until it is known by which
	counts   Counts
	problems []Problem
	listAll  bool // list all problems, not only the first MaxProblems of each grade
}

func newAssembler(notes bool) *assembler {
	seed := maphash.MakeSeed()
	return &assembler{
		notes: notes, builder: model.NewBuilder(model.Info{}), seed: seed, all: newScope(seed), advice: newAdviser(),
	}
}

// shelves are where records of one kind are put: those of the collection that is being read, and all.
type shelves[T comparable] struct {
	what     string
	own, all *shelf[T]
}

// add shelves a record, unless its id is taken. It returns whether the record has to be added to the collection.
func (s shelves[T]) add(f *findings, id string, record T, at place) bool {
	f.begin(at.line, 0)
	if first := s.own.get(id); first != nil {
		f.wrong("id", "%s is taken by %v; give each %s its own", quote(id), first.at, s.what)
		return false
	}
	earlier := s.all.get(id)
	switch {
	case earlier == nil:
		s.all.put(id, record, at)
		if s.own != s.all {
			s.own.put(id, record, at)
		}
		return true
	case reflect.DeepEqual(earlier.record, record):
		s.own.put(id, earlier.record, at)
	default:
		f.wrong("id", "%s is another %s in %v; rename one of them", quote(id), s.what, earlier.at)
		s.own.lose(id, at)
	}
	return false
}

// described begins a collection that describes what its statements refer to.
func (a *assembler) described() {
	a.own, a.byName = a.all, false
	if a.begun {
		a.own = newScope(a.seed)
	}
	a.begun = true
}

// named begins a collection that only names it.
func (a *assembler) named() { a.own, a.byName, a.begun = a.all, true, true }

func (a *assembler) addTopics(r *recordsRead[*model.Topic]) {
	shelves := shelves[*model.Topic]{"topic", a.own.topics, a.all.topics}
	for i, topic := range r.records {
		if shelves.add(&r.findings, topic.ID, topic, place{r.file, r.lines[i]}) {
			a.builder.AddTopic(topic)
		} else if r.bad {
			a.counts.LeftOut++
		}
	}
	finish(a, r, a.own.topics)
}

func (a *assembler) addSources(r *recordsRead[*model.Source]) {
	shelves := shelves[*model.Source]{"source", a.own.sources, a.all.sources}
	for i, source := range r.records {
		if shelves.add(&r.findings, source.ID, source, place{r.file, r.lines[i]}) {
			a.builder.AddSource(source)
		} else if r.bad {
			a.counts.LeftOut++
		}
	}
	finish(a, r, a.own.sources)
}

// finish notes what could not be used of a file, and its problems.
func finish[T comparable, R any](a *assembler, r *recordsRead[R], own *shelf[T]) {
	for id, at := range r.lost {
		if own.get(id) == nil {
			own.lose(id, at)
		}
	}
	a.counts.LeftOut += r.unusable
	a.report(r.file, r.list)
}
