package data

import "onrecord/model"

// speakerLinker connects the speakers of a file with those that they speak for, in whatever order they stand.
type speakerLinker struct {
	*assembler
	read  *recordsRead[*speakerRecord]
	byID  *shelf[*speakerRecord]
	state map[*speakerRecord]linkState
}

type linkState uint8

const (
	untouched linkState = iota
	underway            // its affiliation is being connected
	fresh               // to be added to the collection
	settled             // known from an earlier collection
	stranded            // can't be used
)

// addSpeakers adds the speakers of a file in its order.
func (a *assembler) addSpeakers(r *recordsRead[*speakerRecord]) {
	l := &speakerLinker{a, r, newShelf(a.seed, func(s *speakerRecord) string { return s.Name }), map[*speakerRecord]linkState{}}
	for _, s := range r.records {
		if l.byID.get(s.ID) == nil {
			l.byID.put(s.ID, s, place{r.file, s.line})
		}
	}
	for id, at := range r.lost {
		l.byID.lose(id, at)
	}
	for _, s := range r.records {
		l.link(s)
	}
	for _, s := range r.records {
		if l.state[s] == fresh {
			a.builder.AddSpeaker(&s.Speaker)
		}
	}
	finish(a, r, a.own.speakers)
}

// link connects a speaker and all that it depends on. It returns whether the speaker can be used.
func (l *speakerLinker) link(s *speakerRecord) bool {
	if state := l.state[s]; state != untouched {
		return state == fresh || state == settled
	}
	l.state[s] = underway
	at := place{l.read.file, s.line}
	if why := l.affiliation(s); why != "" {
		l.state[s] = stranded
		l.read.begin(s.line, 0)
		l.read.wrong("affiliation", "%s", why)
		l.counts.LeftOut++
		l.byID.lose(s.ID, at)
		l.read.lost[s.ID] = at
		return false
	}
	shelves := shelves[*model.Speaker]{"speaker", l.own.speakers, l.all.speakers}
	switch isNew := shelves.add(&l.read.findings, s.ID, &s.Speaker, at); {
	case isNew:
		l.state[s] = fresh
	case l.read.bad:
		l.state[s] = stranded
		l.counts.LeftOut++
	default:
		l.state[s] = settled
	}
	return l.state[s] != stranded
}

// affiliation sets whom a speaker speaks for, and returns what is wrong with it.
func (l *speakerLinker) affiliation(s *speakerRecord) string {
	if s.affiliation == "" {
		return ""
	}
	var to *speakerRecord
	if named := l.byID.get(s.affiliation); named != nil {
		to = named.record
	}
	switch {
	case to == s:
		return "the speaker itself; name the state or organization, or leave the field out"
	case to == nil:
		return l.byID.unknown("speaker", s.affiliation, &l.advice)
	case l.state[to] == underway:
		return quote(to.ID) + " speaks for " + quote(s.ID) + " in turn; one of them can't"
	case !l.link(to):
		return "the speaker " + quote(to.ID) + " can't be used, see " + place{l.read.file, to.line}.String()
	}
	s.Affiliation = l.own.speakers.get(to.ID).record
	return ""
}
