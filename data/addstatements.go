package data

import (
	"cmp"
	"fmt"
	"hash/maphash"
	"slices"
	"strings"

	"onrecord/data/escape"
	"onrecord/model"
)

// taken is a statement that was left out because its id is taken.
type taken struct {
	statement model.Statement
	at        place
	by        int // the place of the one that has it, in the collection
}

// report adds the problems of a file, in the order of its lines. All are counted; unless all are wanted, of each grade the
// first ones are kept.
func (a *assembler) report(file string, list []Problem) {
	slices.SortStableFunc(list, func(x, y Problem) int { return cmp.Compare(x.Line, y.Line) })
	for _, p := range list {
		count := a.counts.of(p.Grade)
		if a.listAll || *count < MaxProblems {
			p.File = file
			if p.more > 0 {
				p.Text += fmt.Sprintf(" (%d more like this in the record)", p.more)
			}
			a.problems = append(a.problems, p)
		}
		*count += 1 + p.more
	}
}

// addStatements adds the statements of a chunk.
func (a *assembler) addStatements(c *chunk) {
	a.findNames(c.keys)
	records := c.statements()
	for i := range records {
		a.addStatement(c, &records[i], c.keys[i])
	}
	a.counts.LeftOut += c.unusable
	a.report(c.file, c.list)
}

// keys are the hashes of a statement's id and of the names in it; later, instead of the hashes of names, where the records
// lie that they are likely to name, and 1, 0 if there are none.
type keys struct {
	id                           uint64
	speaker, affiliation, source uint32
}

// keysOf returns the keys of a statement. Any number may ask for them at the same time.
func (a *assembler) keysOf(r *statementRecord) keys {
	hash := func(name string) uint32 { return uint32(maphash.String(a.seed, name)) }
	return keys{a.builder.Hash(r.ID), hash(r.speaker), hash(r.affiliation), hash(r.source)}
}

// findNames looks up what is known already. The tables are too big for the processor's cache: when nothing else is done
// in between, it can fetch for several records at the same time.
func (a *assembler) findNames(all []keys) {
	speakers, sources := a.own.speakers, a.own.sources
	for i := range all {
		k := &all[i]
		a.builder.Expect(k.id)
		speakers.expect(k.speaker)
		sources.expect(k.source)
	}
	for i := range all {
		k := &all[i]
		k.speaker, k.affiliation, k.source = speakers.likely(k.speaker), speakers.likely(k.affiliation), sources.likely(k.source)
	}
}

// numberOf returns the number of a record in the collection, model.NoRecord if there is none.
func numberOf[T any](s *shelved[T], number func(T) (uint32, bool)) uint32 {
	if s == nil {
		return model.NoRecord
	}
	if !s.numbered {
		s.number, s.numbered = number(s.record)
	}
	return s.number
}

func (a *assembler) addStatement(c *chunk, r *statementRecord, k keys) {
	c.begin(r.line, r.index)
	a.resolve(c, r, k)
	if a.notes && !c.bad {
		a.builder.Refer(&r.Statement, &c.refers)
		a.lookAt(c, r)
	}
	if c.bad {
		a.counts.LeftOut++
		return
	}
	at := place{c.file, r.line}
	if err := a.builder.AddNumbered(&r.Statement, &c.refers); err == nil {
		a.places.add(at)
	} else {
		a.take(c, r, at) // the references hold, so that only the id can be in the way
	}
}

// maxTaken is how many statements wait at most for it to be known what else has their ids.
const maxTaken = 1000

// take deals with a statement whose id is taken. By another one of the same file it can only be wrong; in another file the
// same statement may stand, which is known once that one can be looked at.
func (a *assembler) take(c *chunk, r *statementRecord, at place) {
	first := a.builder.Place(c.refers.Hash, r.ID)
	if earlier := a.places.at(first); earlier.file == at.file {
		a.tellTaken(r.ID, at, earlier)
		return
	}
	a.builder.Refer(&r.Statement, &c.refers)
	a.taken = append(a.taken, taken{withOwnStrings(r.Statement), at, first})
	if len(a.taken) >= maxTaken {
		a.builder.Seal()
		a.settleTaken(a.builder.Collection())
	}
}

func (a *assembler) tellTaken(id string, at, first place) {
	a.counts.LeftOut++
	a.report(at.file, []Problem{{Line: at.line, Field: "id",
		Text: quote(id) + " is taken by " + first.String() + "; give each statement its own"}})
}

// resolve looks up what a statement refers to.
func (a *assembler) resolve(c *chunk, r *statementRecord, k keys) {
	to := &c.refers
	*to = model.References{
		Hash:        k.id,
		Speaker:     numberOf(a.own.speakers.known(r.speaker, k.speaker), a.builder.SpeakerNumber),
		Affiliation: numberOf(a.own.speakers.known(r.affiliation, k.affiliation), a.builder.SpeakerNumber),
		Source:      numberOf(a.own.sources.known(r.source, k.source), a.builder.SourceNumber),
		Topics:      to.Topics[:0],
	}
	if to.Affiliation == model.NoRecord && r.affiliation != "" { // first, so that who speaks for itself is known to be no person
		to.Affiliation = a.speaker(c, "affiliation", r.affiliation, model.Organization)
	}
	if to.Speaker == model.NoRecord {
		to.Speaker = a.speaker(c, "speaker", r.speaker, model.Person)
	}
	if r.source != "" {
		to.Source = a.source(c, r, to.Source)
	}
	if to.Source == model.NoRecord {
		to.Source = a.addressed(c, r)
	}
	for _, id := range r.topics {
		if topic, ok := a.about(c, r, id); ok {
			to.Topics = append(to.Topics, topic)
		}
	}
}

// about looks up one topic of a statement; false if it is there already.
func (a *assembler) about(c *chunk, r *statementRecord, id string) (model.TopicReference, bool) {
	topic := model.TopicReference{Topic: a.topic(c, id)}
	for _, earlier := range c.refers.Topics {
		if earlier.Topic == topic.Topic {
			c.warn("topics", "%s is another name of a topic that is given, too; keep one", quote(id))
			return topic, false
		}
	}
	for _, stance := range r.stances {
		if stance.topic == id {
			topic.Stance = stance.stance
		}
	}
	return topic, true
}

func (a *assembler) speaker(c *chunk, field, id string, kind model.Kind) uint32 {
	s := a.own.speakers.get(id)
	switch {
	case s != nil:
	case !a.byName:
		c.wrong(field, "%s", a.own.speakers.unknown("speaker", id, &a.advice))
	default:
		if s = a.all.speakers.find(id); s == nil {
			id = strings.Clone(id)
			s = a.own.speakers.put(id, &model.Speaker{ID: id, Name: id, Kind: kind}, place{c.file, c.findings.line})
			a.builder.AddSpeaker(s.record)
		}
	}
	return numberOf(s, a.builder.SpeakerNumber)
}

// topic returns the number of a topic. One that nobody has described is shown by its id.
func (a *assembler) topic(c *chunk, id string) uint32 {
	t := a.own.topics.get(id)
	if t != nil {
		return numberOf(t, a.builder.TopicNumber)
	}
	if a.byName {
		t = a.all.topics.find(id)
	} else {
		c.warn("topics", "%s (shown by its id)", a.own.topics.unknown("topic", id, &a.advice))
		t = a.all.topics.get(id)
	}
	at := place{c.file, c.findings.line}
	if t == nil {
		id = strings.Clone(id)
		t = a.all.topics.put(id, &model.Topic{ID: id, Name: id}, at)
		a.builder.AddTopic(t.record)
	}
	if !a.byName && a.own != a.all {
		a.own.topics.put(t.id, t.record, at) // so that it is told once
	}
	return numberOf(t, a.builder.TopicNumber)
}

// source returns the number of a statement's source, which may be known.
func (a *assembler) source(c *chunk, r *statementRecord, known uint32) uint32 {
	if a.byName {
		return a.namedSource(c, r, known)
	}
	if known != model.NoRecord {
		return known
	}
	s := a.own.sources.get(r.source)
	if s != nil {
		return numberOf(s, a.builder.SourceNumber)
	}
	c.warn("source", "%s (shown by its id)", a.own.sources.unknown("source", r.source, &a.advice))
	return a.namedSource(c, r, known)
}

// addressed takes the statement's own address for its source where it names none.
func (a *assembler) addressed(c *chunk, r *statementRecord) uint32 {
	if r.source = keptText(r.Extra, "url"); !escape.IsLink(r.source) {
		return model.NoRecord
	}
	return a.namedSource(c, r, model.NoRecord)
}

// namedSource finds or makes a source of which only the name is known, and what the statement's own fields url and
// publisher say about it. Sources of one name at several addresses are several.
func (a *assembler) namedSource(c *chunk, r *statementRecord, known uint32) uint32 {
	id, link := r.source, keptText(r.Extra, "url")
	if link == "" && known != model.NoRecord {
		return known
	}
	s := a.all.sources.find(id)
	if s != nil && link != "" && s.record.URL != link {
		id += " " + link
		s = a.all.sources.get(id)
	}
	if s == nil {
		id = strings.Clone(id)
		source := &model.Source{ID: id, Title: strings.Clone(r.source), Publisher: keptText(r.Extra, "publisher"), URL: link}
		if link == "" && escape.IsLink(id) {
			source.URL = id
		}
		s = a.all.sources.put(id, source, place{c.file, r.line})
		a.builder.AddSource(source)
	}
	if !a.byName && a.own != a.all && a.own.sources.get(r.source) == nil {
		a.own.sources.put(strings.Clone(r.source), s.record, place{c.file, r.line}) // so that it is told once
	}
	return numberOf(s, a.builder.SourceNumber)
}

// settleTaken finds out which statements have the ids that were taken. A statement that stands in two collections word
// for word is kept once.
func (a *assembler) settleTaken(c *model.Collection) {
	var later []taken
	for _, t := range a.taken {
		switch first := a.places.at(t.by); {
		case t.by >= c.Len():
			later = append(later, t)
		case !sameStatement(c.At(t.by), t.statement):
			a.tellTaken(t.statement.ID, t.at, first)
		}
	}
	a.taken = later
}

// withOwnStrings returns the statement with strings that are no parts of a text that was read.
func withOwnStrings(s model.Statement) model.Statement {
	for _, text := range []*string{&s.ID, &s.Role, &s.Text, &s.Context, &s.Venue, &s.Locator, &s.Lang, &s.OriginalLang, &s.Extra} {
		*text = strings.Clone(*text)
	}
	return s
}

func sameStatement(x, y model.Statement) bool {
	if !slices.Equal(x.Topics, y.Topics) || !slices.Equal(x.Positions, y.Positions) {
		return false
	}
	if !y.OwnAffiliation {
		y.Affiliation = y.Speaker.Affiliation
	}
	if !y.OwnRole {
		y.Role = y.Speaker.Role
	}
	return x.ID == y.ID && x.Speaker == y.Speaker && x.Role == y.Role && x.Affiliation == y.Affiliation && x.Day == y.Day &&
		x.Form == y.Form && x.Medium == y.Medium && x.Text == y.Text && x.Context == y.Context && x.Venue == y.Venue &&
		x.Source == y.Source && x.Locator == y.Locator && x.Lang == y.Lang && x.OriginalLang == y.OriginalLang && x.Extra == y.Extra
}
