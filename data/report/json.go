package report

import (
	"bytes"
	"encoding/json"
	"iter"

	"onrecord/data/escape"
	"onrecord/model"
	"onrecord/model/position"
)

// collectionRecord says of which collection a report is.
type collectionRecord struct {
	Name       string   `json:"name"`
	Version    string   `json:"version,omitempty"`
	Statements int      `json:"statements"`
	Read       *float64 `json:"read,omitempty"`
}

type hiddenRecord struct {
	Actors int `json:"actors"`
	Topics int `json:"topics"`
}

type ruleRecord struct {
	WindowDays int      `json:"window_days"`
	Words      []string `json:"words"`
}

// tally counts by name what there is any of.
type tally map[string]int

type topicRecord struct {
	ID          string `json:"id"`
	Name        string `json:"name"`
	Proposition string `json:"proposition"`
	Statements  int    `json:"statements"`
	Stances     tally  `json:"stances"`
	Positions   tally  `json:"positions"`
}

type actorRecord struct {
	ID         string           `json:"id"`
	Name       string           `json:"name"`
	Kind       string           `json:"kind"`
	SpeaksFor  string           `json:"speaks_for,omitempty"`
	Own        bool             `json:"own,omitempty"`
	Statements int              `json:"statements"`
	Speakers   int              `json:"speakers"`
	Positions  []positionRecord `json:"positions,omitzero"`
}

type positionRecord struct {
	Actor       string        `json:"actor,omitempty"`
	Topic       string        `json:"topic,omitempty"`
	Position    string        `json:"position"`
	Disagree    bool          `json:"disagree,omitempty"`
	Moved       string        `json:"moved,omitempty"`
	From        string        `json:"from,omitempty"`
	Speakers    int           `json:"speakers"`
	Stances     tally         `json:"stances"`
	First       string        `json:"first,omitempty"`
	Last        string        `json:"last,omitempty"`
	Shifts      []shiftRecord `json:"shifts,omitempty"`
	Explanation []string      `json:"explanation"`
	Strongest   string        `json:"strongest,omitempty"`
	Evidence    []string      `json:"evidence"`
	About       []string      `json:"about"`
}

type shiftRecord struct {
	Date   string `json:"date"`
	From   string `json:"from"`
	To     string `json:"to"`
	Moved  string `json:"moved"`
	Before string `json:"before"`
	After  string `json:"after"`
}

func (p *printer) jsonMatrix() error {
	o := object{p: p}
	o.begin("positions")
	o.field("order", p.Order)
	o.field("hidden", hiddenRecord{p.Matrix.HiddenRows, p.Matrix.HiddenTopics})
	o.field("rule", rule())
	o.list("topics", func(yield func(any) bool) {
		for _, c := range p.Columns() {
			if !yield(newTopicRecord(c)) {
				return
			}
		}
	})
	o.list("actors", func(yield func(any) bool) {
		for _, row := range p.Rows {
			a := newActorRecord(row)
			a.Positions = []positionRecord{}
			for _, s := range p.spots(row) {
				at := p.newPositionRecord(&s)
				at.Topic = s.column.Topic.ID
				a.Positions = append(a.Positions, at)
			}
			if !yield(a) {
				return
			}
		}
	})
	return o.end()
}

func rule() ruleRecord { return ruleRecord{position.DefaultWindow, position.Rule()} }

func newTopicRecord(c *position.Column) topicRecord {
	t := topicRecord{c.Topic.ID, c.Topic.Name, c.Topic.Proposition, c.Statements, stances(c.Counts), tally{}}
	for stand, n := range c.Stands {
		if n > 0 {
			t.Positions[position.Stand(stand).String()] = n
		}
	}
	return t
}

func newActorRecord(row *position.Row) actorRecord {
	a := actorRecord{
		ID: row.Speaker.ID, Name: row.Speaker.Name, Kind: row.Speaker.Kind.String(), Own: row.Own,
		Statements: row.Statements, Speakers: row.Voices,
	}
	if row.Actor != nil {
		a.SpeaksFor = row.Actor.ID
	}
	return a
}

func stances(counts [model.Neutral + 1]int) tally {
	t := tally{}
	for stance, n := range counts {
		switch {
		case n == 0:
		case model.Stance(stance) == model.NoStance:
			t["none"] = n
		default:
			t[model.Stance(stance).String()] = n
		}
	}
	return t
}

func (p *printer) newPositionRecord(s *spot) positionRecord {
	r := positionRecord{
		Position: s.Stand.String(), Disagree: s.Disagree, Moved: s.Move.String(), From: from(&s.Cell),
		Speakers: s.Voices, Stances: stances(s.Counts), Explanation: p.Matrix.Explain(s.row, s.column),
		Evidence: p.ids(p.Matrix.Evidence(s.row, s.column)), About: p.ids(p.Matrix.About(s.row, s.column)),
	}
	if s.Stand != position.Silent {
		r.First, r.Last = s.Oldest.String(), s.Newest.String()
	}
	for _, shift := range p.shifts(s) {
		r.Shifts = append(r.Shifts, p.newShiftRecord(&shift))
	}
	return r
}

// object writes a JSON object, a field a line, and a list with each of its values on a line of its own, so that big ones
// need not be held and can be compared line by line.
type object struct {
	p     *printer
	begun bool
	err   error
}

// begin writes what both kinds of report begin with.
func (o *object) begin(report string) {
	c := collectionRecord{Name: o.p.Collection.Name, Version: o.p.Collection.Version, Statements: o.p.Total}
	if o.p.Read < 1 {
		c.Read = &o.p.Read
	}
	o.p.out.WriteString("{")
	o.field("report", report)
	o.field("collection", c)
	o.field("query", o.p.Query)
	o.field("statements", o.p.Matrix.Statements)
}

func (o *object) name(name string) {
	if o.begun {
		o.p.out.WriteByte(',')
	}
	o.begun = true
	o.p.out.WriteString("\n  \"" + name + "\": ")
}

func (o *object) field(name string, value any) {
	o.name(name)
	o.value(value)
}

func (o *object) list(name string, values iter.Seq[any]) {
	o.name(name)
	o.p.out.WriteByte('[')
	n := 0
	for value := range values {
		if n > 0 {
			o.p.out.WriteByte(',')
		}
		n++
		o.p.out.WriteString("\n    ")
		if o.value(value); o.err != nil {
			return
		}
	}
	if n > 0 {
		o.p.out.WriteString("\n  ")
	}
	o.p.out.WriteByte(']')
}

func (o *object) value(value any) {
	if o.err == nil {
		o.err = o.p.stopped()
	}
	if o.err != nil {
		return
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	o.err = e.Encode(value)
	o.p.out.Write(escape.JSON(bytes.TrimSuffix(b.Bytes(), []byte("\n")), 0))
}

func (o *object) end() error {
	o.p.out.WriteString("\n}\n")
	return o.err
}
