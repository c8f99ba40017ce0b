package data

import (
	"context"

	"onrecord/model"
)

// speakerLinker connects the speakers of a file with those that they speak for, in whatever order they stand.
type speakerLinker struct {
	*assembler
	read    *recordsRead[*speakerRecord]
	waiting []*speakerRecord // for the one that follows them to be connected
}

// linkState is how far the connecting of a speaker has come.
type linkState uint8

const (
	untouched linkState = iota
	underway            // its affiliation is being connected
	fresh               // to be added to the collection
	settled             // known from an earlier collection
	stranded            // can't be used
)

// addSpeakers adds the speakers of a file in its order, until the context ends.
func (a *assembler) addSpeakers(ctx context.Context, r *recordsRead[*speakerRecord]) {
	l := &speakerLinker{assembler: a, read: r}
	for _, s := range r.records {
		if ctx.Err() != nil {
			return
		}
		l.link(s)
	}
	for _, s := range r.records {
		if s.state == fresh {
			a.builder.AddSpeaker(&s.Speaker)
		}
	}
	finish(a, r, a.own.speakers)
}

// link connects a speaker and all that it depends on, the last one first. There may be any number of them, so that they
// wait in a list instead of on the stack.
func (l *speakerLinker) link(s *speakerRecord) {
	l.waiting = l.waiting[:0]
	for ; s != nil && s.state == untouched; s = l.target(s) {
		s.state = underway
		l.waiting = append(l.waiting, s)
	}
	for i := len(l.waiting) - 1; i >= 0; i-- {
		l.settle(l.waiting[i])
	}
}

// target returns whom a speaker speaks for, nil if the file has none of that id.
func (l *speakerLinker) target(s *speakerRecord) *speakerRecord {
	if s.affiliation == "" {
		return nil
	}
	if at, ok := l.read.places[s.affiliation]; ok {
		return l.read.records[at]
	}
	return nil
}

// ids hands out the ids of all speakers in the order of the file.
func (l *speakerLinker) ids(yield func(string) bool) {
	for _, s := range l.read.records {
		if !yield(s.ID) {
			return
		}
	}
}

// settle connects a speaker; if it speaks for another one, that one is connected already unless it waits for this one.
func (l *speakerLinker) settle(s *speakerRecord) {
	at := place{l.read.file, s.line}
	if why := l.affiliation(s); why != "" {
		l.read.begin(s.line, 0)
		l.read.warn("affiliation", "%s", why)
	}
	shelves := shelves[*model.Speaker]{"speaker", l.own.speakers, l.all.speakers}
	switch isNew := shelves.add(&l.read.findings, s.ID, &s.Speaker, at); {
	case isNew:
		s.state = fresh
	case l.read.bad:
		s.state = stranded
		l.counts.LeftOut++
	default:
		s.state = settled
	}
}

// affiliation sets whom a speaker speaks for, and returns what is wrong with it.
func (l *speakerLinker) affiliation(s *speakerRecord) string {
	if s.affiliation == "" {
		return ""
	}
	to := l.target(s)
	switch {
	case to == s:
		return "the speaker itself; name the state or organization, or leave the field out"
	case to == nil:
		return l.advice.unknown("speaker", s.affiliation, l.read.lost, l.ids)
	case to.state == underway:
		return quote(to.ID) + " speaks for " + quote(s.ID) + " in turn; one of them can't"
	case to.state == stranded:
		return "the speaker " + quote(to.ID) + " can't be used, see " + place{l.read.file, to.line}.String()
	}
	s.Affiliation = l.own.speakers.get(to.ID).record
	return ""
}
