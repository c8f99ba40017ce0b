package model

import "fmt"

// References are what a statement refers to, as the numbers of records: see [Builder.SpeakerNumber].
type References struct {
	Hash        uint64 // of the statement's id: see [Builder.Hash]
	Speaker     uint32
	Affiliation uint32 // of the statement's own; NoRecord if it has none
	Source      uint32 // NoRecord if it names none
	Topics      []TopicReference
}

// TopicReference is a topic, and where a statement stands on it.
type TopicReference struct {
	Topic  uint32
	Stance Stance
}

// SpeakerNumber returns the number of a speaker that has been added; false if it has not.
func (b *Builder) SpeakerNumber(s *Speaker) (uint32, bool) {
	n, ok := b.speakerAt[s]
	return n, ok
}

// TopicNumber returns the number of a topic that has been added; false if it has not.
func (b *Builder) TopicNumber(t *Topic) (uint32, bool) {
	n, ok := b.topicAt[t]
	return n, ok
}

// SourceNumber returns the number of a source that has been added; false if it has not.
func (b *Builder) SourceNumber(s *Source) (uint32, bool) {
	n, ok := b.sourceAt[s]
	return n, ok
}

// resolve finds the numbers of what a statement refers to; what is not in the collection has none.
func (b *Builder) resolve(s *Statement) error {
	to := References{Hash: b.Hash(s.ID), Speaker: NoRecord, Affiliation: NoRecord, Source: NoRecord, Topics: b.refs.Topics[:0]}
	number := func(n uint32, ok bool) uint32 {
		if !ok {
			return NoRecord - 1 // which no record has, and yet is one
		}
		return n
	}
	to.Speaker = number(b.SpeakerNumber(s.Speaker))
	if s.OwnAffiliation {
		to.Affiliation = number(b.SpeakerNumber(s.Affiliation))
	}
	if s.Source != nil {
		to.Source = number(b.SourceNumber(s.Source))
	}
	stances := 0
	for _, topic := range s.Topics {
		stance := s.Stance(topic)
		to.Topics = append(to.Topics, TopicReference{number(b.TopicNumber(topic)), stance})
		if stance != NoStance {
			stances++
		}
	}
	b.refs = to
	if stances != len(s.Positions) {
		return fmt.Errorf("statement %q: it takes a stance on a topic that it is not about, or two on one", s.ID)
	}
	return nil
}

// Refer fills in the records of a statement whose numbers are known.
func (b *Builder) Refer(s *Statement, to *References) {
	s.Speaker, s.Topics, s.Positions = b.speakers[to.Speaker], nil, nil
	if to.Affiliation != NoRecord {
		s.Affiliation, s.OwnAffiliation = b.speakers[to.Affiliation], true
	}
	if to.Source != NoRecord {
		s.Source = b.sources[to.Source]
	}
	for _, t := range to.Topics {
		s.Topics = append(s.Topics, b.topics[t.Topic])
		if t.Stance != NoStance {
			s.Positions = append(s.Positions, Position{b.topics[t.Topic], t.Stance})
		}
	}
}

// unfit returns why a statement can't refer to some records, "" if it can.
func (b *Builder) unfit(to *References) string {
	speakers, sources, topics := uint32(len(b.speakers)), uint32(len(b.sources)), uint32(len(b.topics))
	switch {
	case b.speakerAt == nil:
		return "nothing can be added to the collection any more"
	case to.Speaker >= speakers:
		return "its speaker is not in the collection"
	case to.Affiliation >= speakers && to.Affiliation != NoRecord:
		return "its affiliation is not in the collection"
	case to.Source >= sources && to.Source != NoRecord:
		return "its source is not in the collection"
	case len(to.Topics) > 0xffff:
		return fmt.Sprintf("it has %d topics, more than 65,535", len(to.Topics))
	}
	for _, t := range to.Topics {
		if t.Topic >= topics {
			return "one of its topics is not in the collection"
		}
	}
	return ""
}
