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

// findNames looks up what is known already. The tables are too big for the processor's cache: when nothing else is done
// in between, it can fetch for several records at the same time.
func (a *assembler) findNames(records []statementRecord) {
	for i := range records {
		a.builder.Expect(records[i].ID)
	}
	for i := range records {
		r := &records[i]
		r.found.speaker = a.own.speakers.byID[r.speaker].record
		r.found.source = a.own.sources.byID[r.source].record
	}
}

func (a *assembler) addStatement(c *chunk, r *statementRecord) {
	c.begin(r.line)
	a.resolve(c, r)
	if a.notes && !c.bad {
		a.lookAt(c, r)
	}
	if c.bad {
		a.leftOut++
		return
	}
	at := place{c.file, r.line}
	if err := a.builder.Add(r.Statement); err == nil {
		a.places.add(at)
	} else {
		// The references hold and the stances fit, so that only the id can be in the way.
		a.taken = append(a.taken, taken{cloneStatement(r.Statement), at})
	}
}

// resolve looks up what a statement refers to.
func (a *assembler) resolve(c *chunk, r *statementRecord) {
	s := &r.Statement
	if r.affiliation != "" { // first, so that who speaks for itself is known to be no person
		s.Affiliation, s.OwnAffiliation = a.speaker(c, "affiliation", r.affiliation, model.Organization), true
	}
	if s.Speaker = r.found.speaker; s.Speaker == nil {
		s.Speaker = a.speaker(c, "speaker", r.speaker, model.Person)
	}
	if r.source != "" {
		s.Source = a.source(c, r)
	}
	s.Topics, s.Positions = c.topics[:0], c.positions[:0]
	for _, id := range r.topics {
		topic := a.topic(c, id)
		s.Topics = append(s.Topics, topic)
		for _, stance := range r.stances {
			if stance.topic == id {
				s.Positions = append(s.Positions, model.Position{Topic: topic, Stance: stance.stance})
			}
		}
	}
	c.topics, c.positions = s.Topics, s.Positions
}

func (a *assembler) speaker(c *chunk, field, id string, kind model.Kind) *model.Speaker {
	if s, ok := a.own.speakers.byID[id]; ok {
		return s.record
	}
	if !a.byName {
		c.wrong(field, "%s", a.own.speakers.unknown("speaker", id, &a.advice))
		return nil
	}
	if s, ok := a.all.speakers.find(id); ok {
		return s
	}
	id = strings.Clone(id)
	s := &model.Speaker{ID: id, Name: id, Kind: kind}
	a.own.speakers.put(id, s, place{c.file, c.findings.line})
	a.builder.AddSpeaker(s)
	return s
}

func (a *assembler) topic(c *chunk, id string) *model.Topic {
	if t, ok := a.own.topics.byID[id]; ok {
		return t.record
	}
	if !a.byName {
		c.wrong("topics", "%s", a.own.topics.unknown("topic", id, &a.advice))
		return nil
	}
	if t, ok := a.all.topics.find(id); ok {
		return t
	}
	id = strings.Clone(id)
	t := &model.Topic{ID: id, Name: id}
	a.own.topics.put(id, t, place{c.file, c.findings.line})
	a.builder.AddTopic(t)
	return t
}

func (a *assembler) source(c *chunk, r *statementRecord) *model.Source {
	if a.byName {
		return a.namedSource(c, r)
	}
	if r.found.source != nil {
		return r.found.source
	}
	c.wrong("source", "%s", a.own.sources.unknown("source", r.source, &a.advice))
	return nil
}

// namedSource finds or makes a source of which only the name is known, and what the statement's own fields url and
// publisher say about it. Sources of one name at several addresses are several.
func (a *assembler) namedSource(c *chunk, r *statementRecord) *model.Source {
	id, link := r.source, keptText(r.Extra, "url")
	s, ok := r.found.source, r.found.source != nil
	if !ok {
		s, ok = a.all.sources.find(id)
	}
	if ok && link != "" && s.URL != link {
		id += " " + link
		var other shelved[*model.Source]
		other, ok = a.all.sources.byID[id]
		s = other.record
	}
	if ok {
		return s
	}
	id = strings.Clone(id)
	s = &model.Source{ID: id, Title: id, Publisher: keptText(r.Extra, "publisher"), URL: link}
	if link == "" && escape.IsLink(id) {
		s.URL = id
	}
	a.own.sources.put(id, s, place{c.file, r.line})
	a.builder.AddSource(s)
	return s
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

func cloneStatement(s model.Statement) model.Statement {
	s.Topics, s.Positions = slices.Clone(s.Topics), slices.Clone(s.Positions)
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
