package search

import "slices"

// Place is where in the record of a statement a word stands.
type Place uint8

// The places. See placeWeights for how much each of them counts.
const (
	InName     Place = iota // a name or alias of the speaker
	InTopic                 // a name or alias of a topic
	InText                  // the words of the statement
	InActor                 // a name or alias of the state or organization behind the statement
	InRole                  // the role in which it was said
	InBio                   // what is said about the speaker
	InSetting               // venue and context
	InSource                // title and publisher of the source
	InGist                  // proposition and description of a topic
	placeCount = iota
)

func (p Place) String() string {
	return [...]string{"speaker", "topic", "text", "actor", "role", "biography", "venue or context", "source", "proposition"}[p]
}

// Quality is how well a word matches what was typed.
type Quality uint8

// The qualities, the best first. All before Misspelt are strong.
const (
	Exact        Quality = iota
	Form                 // another form or spelling: sanctions, recognition, defense, nord stream for nordstream
	Start                // the word begins with what was typed
	Misspelt             // a slip or two away
	Shortened            // an abbreviation of a name: jstolt
	HalfTyped            // the word begins with something a slip or two away
	qualityCount = iota
)

func (q Quality) String() string {
	return [...]string{"exact", "form", "start", "misspelt", "abbreviated", "start, misspelt"}[q]
}

// class is a place and a quality in one number.
type class uint8

func classOf(p Place, q Quality) class { return class(p)*qualityCount + class(q) }

func (c class) place() Place     { return Place(c / qualityCount) }
func (c class) quality() Quality { return Quality(c % qualityCount) }

// mask is a set of classes: all the ways in which one statement matches one term.
type mask uint64

func (m mask) has(c class) bool { return m>>c&1 != 0 }

// in tells whether one of the classes is in a place, or in one that counts as the same.
func (m mask) in(p Place) bool {
	if p == InName || p == InActor {
		return m&(ofPlace(InName)|ofPlace(InActor)) != 0
	}
	return m&ofPlace(p) != 0
}

// ofPlace is all classes of a place.
func ofPlace(p Place) mask { return (1<<qualityCount - 1) << (class(p) * qualityCount) }

// places returns in how many places there is a class. Who speaks and who stands behind the speaker are one: of a state's
// own statements they always are, and that tells nothing more.
func (m mask) places() int {
	n := 0
	for p := range Place(placeCount) {
		if p != InActor && m.in(p) {
			n++
		}
	}
	return n
}

// evidence says which statements of a segment match a term, and how.
type evidence struct {
	sets []classSet
	any  set        // in whatever way
	own  []classSet // in their own words, not in those of their records

	parts [witnesses][]classSet // by what says so
}

type classSet struct {
	class class
	set   set
}

// collector gathers evidence.
type collector struct {
	classes [placeCount * qualityCount]*bitmap
	whole   [placeCount * qualityCount]set // as long as a class has come from one set alone
}

// add notes that the members of a set match in a way.
func (c *collector) add(in class, s set) {
	switch {
	case s.empty():
	case c.classes[in] != nil:
		c.classes[in].addSet(s)
	case c.whole[in].empty():
		c.whole[in] = s
	default:
		c.bitmap(in).addSet(s)
	}
}

// bitmap returns the members of a class, for adding to it.
func (c *collector) bitmap(in class) *bitmap {
	if c.classes[in] == nil {
		c.classes[in] = emptyBitmap()
		c.classes[in].addSet(c.whole[in])
		c.whole[in] = set{}
	}
	return c.classes[in]
}

// found returns the classes with members.
func (c *collector) found() []classSet {
	var all []classSet
	for in := range c.classes {
		s := c.whole[in]
		if c.classes[in] != nil {
			s = c.classes[in].settled()
			c.classes[in] = nil
		}
		if !s.empty() {
			all = append(all, classSet{class(in), s})
		}
	}
	return all
}

// evidence returns what has been gathered.
func (c *collector) evidence() evidence {
	e := evidence{sets: c.found()}
	all := make([]set, len(e.sets))
	for i, cs := range e.sets {
		all[i] = cs.set
	}
	e.any = or(all...)
	return e
}

// join returns the evidence of both.
func join(a, b evidence) evidence {
	if len(a.sets) == 0 {
		return b
	}
	if len(b.sets) == 0 {
		return a
	}
	var c collector
	for _, cs := range a.sets {
		c.add(cs.class, cs.set)
	}
	for _, cs := range b.sets {
		c.add(cs.class, cs.set)
	}
	e := c.evidence()
	e.own = slices.Concat(a.own, b.own)
	return e
}
