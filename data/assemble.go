package data

import (
	"fmt"
	"reflect"

	"onrecord/model"
)

// place is where a record stands.
type place struct {
	file string
	line int
}

func (p place) String() string { return fmt.Sprintf("%s:%d", p.file, p.line) }

// shelf holds records of one kind by id.
type shelf[T comparable] struct {
	byID  map[string]T
	where map[string]place
	lost  map[string]place // records that are there but can't be used
	named map[string]T     // by name; the zero value if several have it
	ids   []string
}

func newShelf[T comparable]() *shelf[T] {
	return &shelf[T]{byID: map[string]T{}, where: map[string]place{}, lost: map[string]place{}, named: map[string]T{}}
}

// find returns the record that an id, or else a name, stands for.
func (s *shelf[T]) find(id string) (record T, ok bool) {
	if record, ok = s.byID[id]; ok {
		return record, true
	}
	var none T
	record = s.named[id]
	return record, record != none
}

func (s *shelf[T]) name(name string, record T) {
	if _, ok := s.named[name]; ok {
		var none T
		record = none
	}
	s.named[name] = record
}

func (s *shelf[T]) put(id string, record T, where place) {
	s.byID[id] = record
	s.where[id] = where
	s.ids = append(s.ids, id)
}

func (s *shelf[T]) lose(id string, where place) {
	if id != "" {
		s.lost[id] = where
	}
}

// unknown says that there is no record with an id, and which one may have been meant.
func (s *shelf[T]) unknown(what, id string, advice *adviser) string {
	if at, ok := s.lost[id]; ok {
		return fmt.Sprintf("the %s %s can't be used, see %v", what, quote(id), at)
	}
	if near := advice.nearest(what, id, s.ids); near != "" {
		return fmt.Sprintf("there is no %s %s; did you mean %s?", what, quote(id), quote(near))
	}
	return fmt.Sprintf("there is no %s %s; describe it in the collection", what, quote(id))
}

// adviser looks for what may have been meant, for a bounded number of different slips.
type adviser struct{ known map[string]string }

const maxAdvice = 500

func (a *adviser) nearest(what, id string, ids []string) string {
	key := what + " " + id
	near, ok := a.known[key]
	if !ok && len(a.known) < maxAdvice {
		near = nearest(id, ids)
		a.known[key] = near
	}
	return near
}

// scope is what the statements of one collection can refer to.
type scope struct {
	speakers *shelf[*model.Speaker]
	topics   *shelf[*model.Topic]
	sources  *shelf[*model.Source]
}

func newScope() *scope {
	return &scope{newShelf[*model.Speaker](), newShelf[*model.Topic](), newShelf[*model.Source]()}
}

// assembler puts the records of all paths together into one collection.
type assembler struct {
	builder  *model.Builder
	all      *scope // everything that has been added
	own      *scope // what the statements that are being read can refer to
	byName   bool   // make speakers, topics and sources that are not there
	notes    bool   // also tell what is only worth a look
	advice   adviser
	places   []place // of each statement
	taken    []taken // statements whose id is taken, until it is known by which
	leftOut  int
	problems []Problem
}

func newAssembler(notes bool) *assembler {
	return &assembler{notes: notes, builder: model.NewBuilder(model.Info{}), all: newScope(), advice: adviser{map[string]string{}}}
}

// add shelves a record, unless its id is taken. It returns whether the record has to be added to the collection.
func add[T comparable](a *assembler, what string, f *findings, own, all *shelf[T], id string, record T, at place) bool {
	f.begin(at.line)
	if first, ok := own.where[id]; ok {
		f.wrong("id", "%s is taken by %v; give each %s its own", quote(id), first, what)
		a.leftOut++
		return false
	}
	earlier, ok := all.byID[id]
	if !ok {
		own.put(id, record, at)
		all.put(id, record, at)
		return true
	}
	if reflect.DeepEqual(earlier, record) {
		own.put(id, earlier, at)
		return false
	}
	f.wrong("id", "%s is another %s in %v; rename one of them", quote(id), what, all.where[id])
	own.lose(id, at)
	a.leftOut++
	return false
}

func (a *assembler) addTopics(r *recordsRead[*model.Topic]) {
	for i, topic := range r.records {
		at := place{r.file, r.lines[i]}
		if add(a, "topic", &r.findings, a.own.topics, a.all.topics, topic.ID, topic, at) {
			a.builder.AddTopic(topic)
			a.all.topics.name(topic.Name, topic)
		}
	}
	finish(a, r, a.own.topics)
}

func (a *assembler) addSources(r *recordsRead[*model.Source]) {
	for i, source := range r.records {
		at := place{r.file, r.lines[i]}
		if add(a, "source", &r.findings, a.own.sources, a.all.sources, source.ID, source, at) {
			a.builder.AddSource(source)
			a.all.sources.name(source.Title, source)
		}
	}
	finish(a, r, a.own.sources)
}

// finish notes what could not be used of a file, and its problems.
func finish[T comparable, R any](a *assembler, r *recordsRead[R], own *shelf[T]) {
	for id, at := range r.lost {
		if _, ok := own.byID[id]; !ok {
			own.lose(id, at)
		}
	}
	a.leftOut += r.unusable
	a.report(r.file, r.list)
}
