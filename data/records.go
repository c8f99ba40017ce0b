package data

import (
	"strings"

	"onrecord/data/escape"
	"onrecord/model"
)

// speakerRecord is a speaker whose affiliation is still a name.
type speakerRecord struct {
	model.Speaker
	affiliation string
	line        int
	state       linkState
}

func (p *recordParser) speaker(i item) (*speakerRecord, bool) {
	s := &speakerRecord{line: i.line}
	p.vital = onlyID()
	if !p.open(i) {
		return s, false
	}
	for _, m := range p.members {
		switch m.name {
		case "id":
			s.ID = p.name(m)
		case "name":
			s.Name = p.name(m)
		case "kind":
			s.Kind = p.speakerKind(p.text(m))
		case "role":
			s.Role = p.name(m)
		case "affiliation":
			s.affiliation = p.name(m)
		case "country":
			s.Country = p.name(m)
		case "aliases":
			s.Aliases = p.names(m, nil)
		case "bio":
			s.Bio = p.text(m)
		default:
			p.keep(m, speakerFields())
		}
	}
	p.require("id", s.ID, "statements name their speaker by it")
	s.Name = p.orID("name", s.Name, s.ID, "write the full name")
	s.Extra = p.extra.String()
	return s, !p.bad
}

func (p *recordParser) speakerKind(text string) model.Kind {
	names := make([]string, 0, 3)
	for _, kind := range []model.Kind{model.Person, model.State, model.Organization} {
		if text == kind.String() || text == "" {
			return kind
		}
		names = append(names, kind.String())
	}
	p.warn("kind", "%s (taken as %v)", notOneOf(text, "a kind of speaker", names), model.Person)
	return model.Person
}

func (p *recordParser) topic(i item) (*model.Topic, bool) {
	t := &model.Topic{}
	p.vital = onlyID()
	if !p.open(i) {
		return t, false
	}
	for _, m := range p.members {
		switch m.name {
		case "id":
			t.ID = p.name(m)
		case "name":
			t.Name = p.name(m)
		case "proposition":
			t.Proposition = p.text(m)
		case "description":
			t.Description = p.text(m)
		case "aliases":
			t.Aliases = p.names(m, nil)
		default:
			p.keep(m, topicFields())
		}
	}
	p.require("id", t.ID, "statements name their topics by it")
	t.Name = p.orID("name", t.Name, t.ID, "write a short name")
	t.Extra = p.extra.String()
	return t, !p.bad
}

func (p *recordParser) source(i item) (*model.Source, bool) {
	s := &model.Source{}
	p.vital = onlyID()
	if !p.open(i) {
		return s, false
	}
	for _, m := range p.members {
		switch m.name {
		case "id":
			s.ID = p.name(m)
		case "title":
			s.Title = p.name(m)
		case "publisher":
			s.Publisher = p.name(m)
		case "kind":
			s.Kind = p.name(m)
		case "date":
			s.Date, s.Dated = p.day(m)
		case "url":
			s.URL = p.text(m)
		case "lang":
			s.Lang = p.name(m)
		default:
			p.keep(m, sourceFields())
		}
	}
	p.require("id", s.ID, "statements name their source by it")
	s.Title = p.orID("title", s.Title, s.ID, "write the title under which it can be found")
	if p.notes && s.URL != "" && !escape.IsLink(s.URL) {
		p.note("url", "%s is not an http or https address; it will not be opened", quote(s.URL))
	}
	s.Extra = p.extra.String()
	return s, !p.bad
}

// onlyID lists what a speaker, a topic or a source can't be used without.
func onlyID() []string { return []string{"id"} }

// orID returns the name of a record, its id if it has none.
func (p *recordParser) orID(field, name, id, what string) string {
	if strings.TrimSpace(name) != "" || p.bad {
		return name
	}
	p.warn(field, "missing; shown by its id, %s", what)
	return id
}

// info reads collection.json, or the same fields of a collection in one file.
func (p *recordParser) info(members []member) model.Info {
	var info model.Info
	p.extra.reset()
	p.vital = nil
	for _, m := range members {
		switch m.name {
		case "name":
			info.Name = p.name(m)
		case "version":
			info.Version = p.name(m)
		case "compiled":
			info.Compiled = p.name(m)
		case "description":
			info.Description = p.text(m)
		default:
			p.keep(m, infoFields())
		}
	}
	info.Extra = p.extra.String()
	return info
}

// notOneOf says that text is none of the words that a field can hold, and which one is near.
func notOneOf(text, what string, words []string) string {
	told := quote(text) + " is not " + what + "; "
	if near := nearest(text, words); near != "" {
		return told + "did you mean " + quote(near) + "?"
	}
	return told + "it is one of " + strings.Join(words, ", ")
}
