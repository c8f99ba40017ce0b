package search

import (
	"slices"
	"strings"

	"onrecord/model"
	"onrecord/model/fold"
)

// A catalogue is the index of the records that statements refer to. Their words are indexed once, however many
// statements there are.
type catalogue struct {
	collection *model.Collection
	speakers   roll
	topics     roll
	sources    roll
	actors     []int  // the place among the speakers of whom a speaker speaks for: the affiliation, or itself if it is no person; -1 if nobody
	isActor    []bool // whether somebody can speak for a speaker, by place
	names      []name
	states     map[string]bool // the names of states and organizations that are one word, folded
}

// The fields of the records. Every name and every alias is a text of its own.
const (
	nameField  field = iota // of speakers and topics; title and publisher of sources
	titleField              // role of speakers; proposition and description of topics
	bioField
	idField // only for the values of filters
)

// name is one name or alias of a speaker or topic.
type name struct {
	topic  bool
	record int
	text   string // its words, folded, with blanks between them
	joined string // the same without blanks
	marks  uint32 // of its letters
}

// roll is the shelves of records of one kind, each of the first 65,536 on the first, and so on.
type roll []*shelf

// extend returns the roll with all records up to n. Shelves that are full are kept as they are.
func (r roll) extend(n int, f *filler, fill func(f *filler, record int)) roll {
	full := 0
	for full < len(r) && r[full].size == members {
		full++
	}
	if full*members+lastSize(r, full) == n {
		return r
	}
	grown := slices.Clone(r[:full])
	for first := full * members; first < n; first += members {
		size := min(members, n-first)
		f.begin(size)
		for i := range size {
			f.member()
			fill(f, first+i)
		}
		grown = append(grown, f.shelf())
	}
	return grown
}

func lastSize(r roll, full int) int {
	if full < len(r) {
		return r[full].size
	}
	return 0
}

// newCatalogue indexes the records of a collection; prev is the catalogue of the collection from which it has grown,
// nil if there is none. It uses the filler for the words.
func newCatalogue(c *model.Collection, prev *catalogue, f *filler) *catalogue {
	if prev == nil {
		prev = &catalogue{}
	}
	speakers, topics, sources := c.Speakers(), c.Topics(), c.Sources()
	n := &catalogue{collection: c}
	n.speakers = prev.speakers.extend(len(speakers), f, func(f *filler, i int) {
		s := speakers[i]
		fillNames(f, s.Name, s.Aliases, s.Kind != model.Person)
		fillRole(f, titleField, s.Role)
		f.text(bioField, s.Bio)
		fillID(f, s.ID, s.Name)
	})
	n.topics = prev.topics.extend(len(topics), f, func(f *filler, i int) {
		t := topics[i]
		fillNames(f, t.Name, t.Aliases, true)
		f.text(titleField, t.Proposition)
		f.text(titleField, t.Description)
		fillID(f, t.ID, t.Name)
	})
	n.sources = prev.sources.extend(len(sources), f, func(f *filler, i int) {
		f.text(nameField, sources[i].Title)
		f.text(nameField, sources[i].Publisher)
		fillID(f, sources[i].ID, sources[i].Title)
	})
	n.fillActors()
	if prev.collection != nil && len(prev.collection.Speakers()) == len(speakers) && len(prev.collection.Topics()) == len(topics) {
		n.names, n.states = prev.names, prev.states
	} else {
		n.fillNames()
	}
	return n
}

// fillID adds the id of a record. Where it is the name, as with records that are only named, its words are there already.
func fillID(f *filler, id, name string) {
	if id != name {
		f.text(idField, id)
	}
}

// fillNames adds a name and its aliases; those of states, organizations and topics also by their initials.
func fillNames(f *filler, main string, aliases []string, initials bool) {
	for i := -1; i < len(aliases); i++ {
		text := main
		if i >= 0 {
			text = aliases[i]
		}
		f.text(nameField, text)
		if initials {
			fillAcronyms(f, nameField, text)
		}
	}
}

// fillRole adds a role, also by its initials.
func fillRole(f *filler, in field, role string) {
	f.text(in, role)
	fillAcronyms(f, in, role)
}

func fillAcronyms(f *filler, in field, text string) {
	for _, a := range acronyms(wordsOf(text)) {
		f.text(in, a)
	}
}

// wordsOf returns the folded words of a text.
func wordsOf(text string) []string {
	var words []string
	for w := range fold.Words(text) {
		words = append(words, w.Text)
	}
	return words
}

func (c *catalogue) fillActors() {
	speakers := c.collection.Speakers()
	place := make(map[*model.Speaker]int, len(speakers))
	for i, s := range speakers {
		place[s] = i
	}
	c.actors, c.isActor = make([]int, len(speakers)), make([]bool, len(speakers))
	for i, s := range speakers {
		c.actors[i] = -1
		if s.Kind != model.Person {
			c.actors[i] = i
		}
		if at, ok := place[s.Affiliation]; ok {
			c.actors[i] = at
		}
		if c.actors[i] >= 0 {
			c.isActor[c.actors[i]] = true
		}
		c.isActor[i] = c.isActor[i] || s.Kind != model.Person
	}
}

// actorOf returns who stands behind a statement, as model.Statement.Actor does, as a place among the speakers; -1 for
// nobody.
func (c *catalogue) actorOf(b *model.Block, i int) int {
	if own := b.OwnAffiliation(i); own >= 0 {
		return own
	}
	return c.actors[b.Speaker(i)]
}

func (c *catalogue) fillNames() {
	for i, s := range c.collection.Speakers() {
		c.addNames(false, i, s.Name, s.Aliases)
	}
	c.states = map[string]bool{}
	for _, n := range c.names {
		if c.collection.Speakers()[n.record].Kind != model.Person && !strings.Contains(n.text, " ") {
			c.states[n.text] = true
		}
	}
	for i, t := range c.collection.Topics() {
		c.addNames(true, i, t.Name, t.Aliases)
	}
}

func (c *catalogue) addNames(topic bool, record int, main string, aliases []string) {
	for i := -1; i < len(aliases); i++ {
		text := main
		if i >= 0 {
			text = aliases[i]
		}
		words := wordsOf(text)
		n := name{topic: topic, record: record, text: strings.Join(words, " "), joined: strings.Join(words, "")}
		n.marks = letterMarks(n.joined)
		c.names = append(c.names, n)
	}
}
