// Package model is what onrecord explores: speakers and what they are on record with, the topics and sources, and the
// collection that holds them together.
//
// Everything here is plain data that never changes once a collection is built, so that any number of searches and
// screens can read it at the same time. The package knows no files, no terminal and no screen.
package model

// Speaker is somebody, or some body, that makes statements.
type Speaker struct {
	ID          string
	Name        string
	Kind        Kind
	Role        string   // what the speaker is: "Prime Minister", "NATO ally"
	Affiliation *Speaker // the state or organization that a person speaks for; nil if none is known
	Country     string   // ISO 3166 alpha-2, or what the collection says ("EU", "INT")
	Aliases     []string // other names, spellings and scripts
	Bio         string
	Extra       string // fields of the record that onrecord does not know, as one JSON object, "" if none
}

// Kind parts people from the bodies that they speak for.
type Kind uint8

// The kinds of speakers.
const (
	Person Kind = iota
	State
	Organization
)

func (k Kind) String() string {
	switch k {
	case State:
		return "state"
	case Organization:
		return "organization"
	}
	return "person"
}

// Topic is a question on which positions are taken.
type Topic struct {
	ID          string
	Name        string
	Proposition string // the sentence that a stance supports or opposes
	Description string
	Aliases     []string // words that people use for it
	Extra       string
}

// Source is where a statement can be looked up.
type Source struct {
	ID        string
	Title     string
	Publisher string
	Kind      string // article, statement, transcript, post …, as the collection says
	Date      Day
	Dated     bool   // whether Date is known
	URL       string // as the collection gives it; not to be opened unless http or https
	Lang      string
	Extra     string
}

// Position is the stance that one statement takes on one topic.
type Position struct {
	Topic  *Topic
	Stance Stance
}

// Statement is one thing that somebody is on record with, with everything that it refers to in reach.
type Statement struct {
	Index        int // its place in the collection
	ID           string
	Speaker      *Speaker
	Role         string   // the role in which this was said: the statement's own, or else the speaker's
	Affiliation  *Speaker // for whom it was said: the statement's own, or else the speaker's; nil if nobody is known
	Day          Day
	Form         Form
	Medium       Medium
	Text         string // the words; for a reported statement the words of the report
	Context      string
	Venue        string
	Source       *Source // nil if the collection names none
	Locator      string  // where in the source
	Topics       []*Topic
	Positions    []Position // on a subset of Topics
	Lang         string     // the language of Text
	OriginalLang string     // the language in which it was said, if Text is a translation; otherwise ""
	Extra        string

	OwnRole        bool // Role stands on the statement, not on the speaker
	OwnAffiliation bool
}

// Actor is the state or organization that stands behind a statement: the affiliation, or the speaker itself if it is
// no person. It is nil for a person who speaks for nobody but themselves.
func (s *Statement) Actor() *Speaker {
	if s.Affiliation != nil {
		return s.Affiliation
	}
	if s.Speaker.Kind != Person {
		return s.Speaker
	}
	return nil
}

// Stance returns where the statement stands on a topic, NoStance if it takes no position on it.
func (s *Statement) Stance(topic *Topic) Stance {
	for _, p := range s.Positions {
		if p.Topic == topic {
			return p.Stance
		}
	}
	return NoStance
}

// Translated tells whether the words are a translation.
func (s *Statement) Translated() bool { return s.OriginalLang != "" && s.OriginalLang != s.Lang }

// longName is the length from which a state's or organization's full name is too long for a list.
const longName = 16

// Short returns a name for lists: the first alias of a state or organization whose full name is long ("Russia" for
// "Russian Federation"), and the name of everybody else.
func (s *Speaker) Short() string {
	if s.Kind != Person && len(s.Name) > longName && len(s.Aliases) > 0 && len(s.Aliases[0]) < len(s.Name) {
		return s.Aliases[0]
	}
	return s.Name
}

// ShortHits says where hits in the name stand in the short name: there, too, if it is the name, and else all over it, if
// there are any.
func (s *Speaker) ShortHits(hits [][2]int) [][2]int {
	if short := s.Short(); short != s.Name && len(hits) > 0 {
		return [][2]int{{0, len(short)}}
	}
	return hits
}
