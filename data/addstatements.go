package data

import (
	"cmp"
	"slices"
	"strings"

	"onrecord/data/escape"
	"onrecord/model"
)

// taken is a statement that was left out because its id is taken.
type taken struct {
	statement model.Statement
	at        place
}

// report adds the problems of a file, in the order of its lines.
func (a *assembler) report(file string, list []Problem) {
	for i := range list {
		list[i].File = file
	}
	slices.SortStableFunc(list, func(x, y Problem) int { return cmp.Compare(x.Line, y.Line) })
	a.problems = append(a.problems, list...)
}

// addStatements adds the statements of a chunk.
func (a *assembler) addStatements(c *chunk) {
	records := c.statements()
	a.findNames(records)
	for i := range records {
		a.addStatement(c, &records[i])
	}
	a.leftOut += c.unusable
	a.report(c.file, c.list)
}

// found is what is known by the names in a record: hashes first, and then the numbers of records, model.NoRecord for what
// is not known.
type found struct{ speaker, affiliation, source uint32 }

// findNames looks up what is known already. The tables are too big for the processor's cache: when nothing else is done
// in between, it can fetch for several records at the same time.
func (a *assembler) findNames(records []statementRecord) {
	speakers, sources := a.own.speakers, a.own.sources
	for i := range records {
		r := &records[i]
		a.builder.Expect(r.ID)
		r.found = found{speakers.expect(r.speaker), speakers.expect(r.affiliation), sources.expect(r.source)}
	}
	for i := range records {
		r := &records[i]
		hashes := r.found
		r.found = found{
			numberOf(speakers.seek(r.speaker, hashes.speaker), a.builder.SpeakerNumber),
			numberOf(speakers.seek(r.affiliation, hashes.affiliation), a.builder.SpeakerNumber),
			numberOf(sources.seek(r.source, hashes.source), a.builder.SourceNumber),
		}
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

func (a *assembler) addStatement(c *chunk, r *statementRecord) {
	c.begin(r.line)
	a.resolve(c, r)
	if a.notes && !c.bad {
		a.builder.Refer(&r.Statement, &c.refers)
		a.lookAt(c, r)
	}
	if c.bad {
		a.leftOut++
		return
	}
	at := place{c.file, r.line}
	if err := a.builder.AddNumbered(&r.Statement, &c.refers); err == nil {
		a.places.add(at)
	} else {
		// The references hold, so that only the id can be in the way.
		a.builder.Refer(&r.Statement, &c.refers)
		a.taken = append(a.taken, taken{withOwnStrings(r.Statement), at})
	}
}

// resolve looks up what a statement refers to.
func (a *assembler) resolve(c *chunk, r *statementRecord) {
	to := &c.refers
	to.Speaker, to.Affiliation, to.Source, to.Topics = r.found.speaker, r.found.affiliation, r.found.source, to.Topics[:0]
	if to.Affiliation == model.NoRecord && r.affiliation != "" { // first, so that who speaks for itself is known to be no person
		to.Affiliation = a.speaker(c, "affiliation", r.affiliation, model.Organization)
	}
	if to.Speaker == model.NoRecord {
		to.Speaker = a.speaker(c, "speaker", r.speaker, model.Person)
	}
	if r.source != "" {
		to.Source = a.source(c, r)
	}
	for _, id := range r.topics {
		topic := model.TopicReference{Topic: a.topic(c, id)}
		for _, earlier := range to.Topics {
			if earlier.Topic == topic.Topic && topic.Topic != model.NoRecord {
				c.wrong("topics", "%s is another name of a topic that is given, too; keep one", quote(id))
			}
		}
		for _, stance := range r.stances {
			if stance.topic == id {
				topic.Stance = stance.stance
			}
		}
		to.Topics = append(to.Topics, topic)
	}
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

func (a *assembler) topic(c *chunk, id string) uint32 {
	t := a.own.topics.get(id)
	switch {
	case t != nil:
	case !a.byName:
		c.wrong("topics", "%s", a.own.topics.unknown("topic", id, &a.advice))
	default:
		if t = a.all.topics.find(id); t == nil {
			id = strings.Clone(id)
			t = a.own.topics.put(id, &model.Topic{ID: id, Name: id}, place{c.file, c.findings.line})
			a.builder.AddTopic(t.record)
		}
	}
	return numberOf(t, a.builder.TopicNumber)
}

func (a *assembler) source(c *chunk, r *statementRecord) uint32 {
	if a.byName {
		return a.namedSource(c, r)
	}
	if r.found.source == model.NoRecord {
		c.wrong("source", "%s", a.own.sources.unknown("source", r.source, &a.advice))
	}
	return r.found.source
}

// namedSource finds or makes a source of which only the name is known, and what the statement's own fields url and
// publisher say about it. Sources of one name at several addresses are several.
func (a *assembler) namedSource(c *chunk, r *statementRecord) uint32 {
	id, link := r.source, keptText(r.Extra, "url")
	if link == "" && r.found.source != model.NoRecord {
		return r.found.source
	}
	s := a.all.sources.find(id)
	if s != nil && link != "" && s.record.URL != link {
		id += " " + link
		s = a.all.sources.get(id)
	}
	if s == nil {
		id = strings.Clone(id)
		source := &model.Source{ID: id, Title: id, Publisher: keptText(r.Extra, "publisher"), URL: link}
		if link == "" && escape.IsLink(id) {
			source.URL = id
		}
		s = a.own.sources.put(id, source, place{c.file, r.line})
		a.builder.AddSource(source)
	}
	return numberOf(s, a.builder.SourceNumber)
}

// settleTaken finds out which statements have the ids that were taken. A statement that stands in two collections word
// for word is kept once.
func (a *assembler) settleTaken(c *model.Collection) {
	var later []taken
	for _, t := range a.taken {
		i, ok := c.Find(t.statement.ID)
		if !ok {
			later = append(later, t)
			continue
		}
		first := a.places.at(i)
		if first.file != t.at.file && sameStatement(c.At(i), t.statement) {
			continue
		}
		a.leftOut++
		a.problems = append(a.problems, Problem{File: t.at.file, Line: t.at.line, Field: "id",
			Text: quote(t.statement.ID) + " is taken by " + first.String() + "; give each statement its own"})
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
