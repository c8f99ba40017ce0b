package data

import "onrecord/model"

// statementRecord is a statement whose references are still names.
type statementRecord struct {
	model.Statement     // without what it refers to
	line, index     int // as of an item
	formGiven       bool
	speaker         string
	affiliation     string
	source          string
	topics          []string
	stances         []stanceRecord
}

type stanceRecord struct {
	topic  string
	stance model.Stance
}

// forget empties the record, and keeps the room of its lists, but nothing that has stood in them.
func (s *statementRecord) forget() {
	clear(s.topics[:cap(s.topics)])
	clear(s.stances[:cap(s.stances)])
	*s = statementRecord{topics: s.topics[:0], stances: s.stances[:0]}
}

// statement reads a statement into s, which is empty. It returns false if the record can't be used.
func (p *recordParser) statement(i item, s *statementRecord) bool {
	s.line, s.index = i.line, i.index
	p.vital = vitalFields()
	return p.open(i) && p.statementMembers(s)
}

// statementMembers reads a statement from the members of its record.
func (p *recordParser) statementMembers(s *statementRecord) bool {
	dated := false
	for _, m := range p.members {
		if m.name == "date" {
			s.Day, dated = p.day(m)
		} else if !p.statementField(s, m) && !p.statementList(s, m) {
			p.keep(m, statementFields())
		}
	}
	p.require("id", s.ID, "it must be the same whenever the collection is read")
	p.require("speaker", s.speaker, "say who said it")
	if !dated {
		p.require("date", "", "say when it was said")
	}
	p.require("text", s.Text, "write the words")
	s.Extra = p.extra.String()
	s.OwnRole = s.Role != ""
	p.fitTopics(s)
	p.fitStances(s)
	return !p.bad
}

// vitalFields lists what a statement must not be shown without: who said it, for whom, when, and the words.
func vitalFields() []string { return []string{"id", "speaker", "affiliation", "date", "text"} }

// statementField reads a field that is a string; false if the member is another one.
func (p *recordParser) statementField(s *statementRecord, m member) bool {
	switch m.name {
	case "id":
		s.ID = p.name(m)
	case "speaker":
		s.speaker = p.name(m)
	case "role":
		s.Role = p.name(m)
	case "affiliation":
		s.affiliation = p.name(m)
	case "text":
		s.Text = p.text(m)
	case "context":
		s.Context = p.text(m)
	case "venue":
		s.Venue = p.name(m)
	case "source":
		s.source = p.name(m)
	case "locator":
		s.Locator = p.name(m)
	case "lang":
		s.Lang = p.name(m)
	case "original_lang":
		s.OriginalLang = p.name(m)
	case "form":
		text := p.text(m)
		s.Form, s.formGiven = p.form(text), text != ""
	case "medium":
		s.Medium = p.medium(p.text(m))
	default:
		return false
	}
	return true
}

// statementList reads a field that is an array; false if the member is another one.
func (p *recordParser) statementList(s *statementRecord, m member) bool {
	switch m.name {
	case "topics":
		s.topics = p.names(m, s.topics)
	case "stances":
		for _, raw := range p.elements(m, "an array of {\"topic\": …, \"stance\": …}") {
			p.stance(s, raw)
		}
		if p.extraInStances {
			p.extra.add(m)
		}
	default:
		return false
	}
	return true
}

// stance reads one stance. Other fields than topic and stance are kept by keeping the whole list as it is written.
func (p *recordParser) stance(s *statementRecord, raw string) {
	members, err := p.stances.read(raw)
	if err != nil {
		p.warn("stances", "%v", err)
		return
	}
	var r stanceRecord
	told := false
	for _, m := range members {
		switch m.name {
		case "topic":
			r.topic = p.name(m)
		case "stance":
			r.stance, told = p.stanceWord(p.text(m))
		default:
			p.extraInStances = true
		}
	}
	switch {
	case r.stance != model.NoStance:
		s.stances = append(s.stances, r)
	case !told:
		p.warn("stances", "a stance needs its topic and one of support, oppose, conditional, neutral")
	}
}
