package cli

import (
	"context"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"onrecord/data"
	"onrecord/model"
	"onrecord/model/crew"
	"onrecord/model/query"
	"onrecord/model/search"
	"onrecord/ui/line"
	"onrecord/ui/nav"
	"onrecord/ui/statements"
)

// library answers the screens out of an index in this process. While a collection is being read, it answers with what
// has been read so far.
type library struct {
	latest atomic.Pointer[shelf]
	first  chan struct{} // closed when there is something to answer with
	once   sync.Once
	tell   func(nav.Grown) // says that there may be other answers now
	warn   func(error)     // says what could not be done
	paths  []string        // where the collection lies; none for the embedded one
	files  []string        // words of the first query that name files
	marks  *marks
	faults *faults
}

// shelf is what has been read up to some moment. It never changes.
type shelf struct {
	index    *search.Index
	progress *line.Progress
}

func newLibrary(m *marks) *library {
	return &library{first: make(chan struct{}), tell: func(nav.Grown) {}, warn: func(error) {}, marks: m, faults: &faults{}}
}

// arrival is what has been read up to some moment, and what was wrong with it.
type arrival struct {
	data.Update
	lost lost
}

// read reads collections and indexes them as they come. It returns what was wrong with them.
func (l *library) read(ctx context.Context, r data.Reader) (lost, error) {
	arrived := make(chan arrival, 1)
	indexed := crew.Go(func() error { return l.index(ctx, arrived) })
	var lost lost
	err := <-crew.Go(func() error {
		defer close(arrived)
		return r.Read(ctx, func(u data.Update) {
			lost.add(u)
			// Only the latest counts: each holds all that the ones before it held.
			select {
			case <-arrived:
			default:
			}
			arrived <- arrival{u, lost}
		})
	})
	if e := <-indexed; err == nil {
		err = e
	}
	if err != nil {
		lost.breakOff(err)
		l.breakOff(lost)
	}
	return lost, err
}

// breakOff makes known that what is here is not all there was to read.
func (l *library) breakOff(lost lost) {
	if s := l.latest.Load(); s != nil {
		l.latest.Store(&shelf{index: s.index, progress: &line.Progress{Broken: true}})
		l.tell(nav.Grown{Collection: s.index.Collection().Name, Problems: lost.shown(l.paths)})
	}
}

// index indexes what has arrived, and makes it known.
func (l *library) index(ctx context.Context, arrived <-chan arrival) error {
	var indexer search.Indexer
	for u := range arrived {
		if u.Collection == nil {
			continue
		}
		spare(u.Collection.Len(), spareReading)
		index, err := indexer.Extend(ctx, u.Collection)
		if err != nil {
			return err
		}
		if err := l.marks.open(u.Collection, u.Parts); err != nil {
			l.warn(err)
		}
		s := &shelf{index: index}
		switch {
		case !u.Done:
			s.progress = progressOf(u.Update)
		case u.Collection.Len() == 0 && u.Errors > 0:
			s.progress = &line.Progress{Broken: true}
		}
		l.latest.Store(s)
		l.faults.reads(u.Collection)
		l.once.Do(func() { close(l.first) })
		l.tell(nav.Grown{Collection: u.Collection.Name, Problems: u.lost.shown(l.paths)})
		if u.Done {
			// Whoever is the first to look for a statement by its id would wait for the tables of ids.
			u.Collection.Find("")
			indexer = search.Indexer{}
			giveBack(u.Collection.Len())
		}
	}
	return nil
}

// unfinished is how much has been read at most before all has.
const unfinished = 0.99

func progressOf(u data.Update) *line.Progress {
	p := &line.Progress{}
	if u.BytesTotal > 0 {
		p.Done = min(unfinished, float64(u.BytesRead)/float64(u.BytesTotal))
	}
	return p
}

// empty tells whether no statement has been read.
func (l *library) empty() bool {
	s := l.latest.Load()
	return s == nil || s.index.Collection().Len() == 0
}

// wait returns what has been read, as soon as there is something.
func (l *library) wait(ctx context.Context) (*shelf, error) {
	select {
	case <-l.first:
		return l.latest.Load(), nil
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// facetValues is how many values of a facet the screen gets at most.
const facetValues = 200

// wishes are the facets of the statements screen, in the order in which it shows them.
var wishes = []search.FacetWish{
	{Kind: search.BySpeaker, Limit: facetValues}, {Kind: search.ByActor, Limit: facetValues},
	{Kind: search.ByTopic, Limit: facetValues}, {Kind: search.ByStance}, {Kind: search.ByForm}, {Kind: search.ByDay},
}

// Find answers a query.
func (l *library) Find(ctx context.Context, q statements.Question) (_ statements.Answer, err error) {
	defer l.faults.tell(&err)
	defer crew.Recover(&err)
	l.faults.asks(q.Line)
	s, err := l.wait(ctx)
	if err != nil {
		return statements.Answer{}, err
	}
	parsed := query.Parse(q.Line)
	marked := l.marked(s.index.Collection())
	ask := search.Request{Query: parsed, Offset: q.Offset, Limit: q.Limit, Marked: marked}
	if q.Keep >= 0 {
		ask.Keep = []int{q.Keep}
	}
	if q.Facets {
		ask.Facets = wishes
	}
	found, err := s.index.Search(ctx, ask)
	if err != nil {
		return statements.Answer{}, err
	}
	a := statements.Answer{
		Line: q.Line, Total: found.Total, Count: found.Count, Offset: q.Offset, Kept: -1,
		Taken: l.taken(parsed, &found), Reading: s.progress,
	}
	if len(found.Kept) > 0 {
		a.Kept = found.Kept[0]
	}
	a.Rows = s.rows(&found, found.Hits)
	a.Facets = facetsOf(found.Facets, query.ChoicesOf(q.Line), s.index.Collection())
	if a.Drops, err = s.dropsOf(ctx, parsed, &found, marked); err != nil {
		return statements.Answer{}, err
	}
	if !dropsFilter(parsed, found.Drops) {
		a.Near, a.NearBy = s.nearRows(&found), found.NearBy
	}
	return a, nil
}

// rows brings hits with the places that the query matched.
func (s *shelf) rows(found *search.Answer, hits []search.Hit) []statements.Row {
	rows := make([]statements.Row, len(hits))
	for i, hit := range hits {
		st := s.index.Collection().At(hit.Index)
		rows[i] = statements.Row{Statement: st, Marks: statements.Marks(found.Marks(st))}
	}
	return rows
}

// marked returns the places of the marked statements, in order.
func (l *library) marked(c *model.Collection) []int {
	return l.marks.places(c)
}

// taken says how a line was taken, and what was not understood: also that a word is the name of a file.
func (l *library) taken(q query.Query, found *search.Answer) line.Taken {
	taken := line.Taken{Readings: readings(*found, partsShown), Hints: q.Hints}
	gone := func(file string) bool { return !strings.Contains(q.Line, file) }
	if note := fileNote(slices.DeleteFunc(slices.Clone(l.files), gone), found); note != "" {
		taken.Hints = append(slices.Clip(taken.Hints), query.Hint{End: len(q.Line), Text: note})
	}
	return taken
}

// readings says how each part of the line was taken, with so many names and places at most; words that need not match come
// last, together.
func readings(found search.Answer, parts int) []line.Reading {
	var all []line.Reading
	var filler []string
	for _, r := range found.Reading {
		if r.Filler {
			filler = append(filler, r.Text)
			continue
		}
		reading := line.Reading{Word: r.Text, Meaning: r.InWords(parts)}
		switch {
		case reading.Meaning == "":
		case r.Weak:
			reading.Meaning = "like " + reading.Meaning
		case r.Also:
			reading.Meaning += ", or misspelt"
		}
		all = append(all, reading)
	}
	if len(filler) > 0 {
		all = append(all, line.Reading{Word: strings.Join(filler, " "), Meaning: "not needed"})
	}
	return all
}

// partsShown is how many names and places are told of what a word means, if the names are not more.
const partsShown = 2

// suggestions is how many completions are offered at once.
const suggestions = 12

// Suggest lists what could stand in a slot of the query line.
func (l *library) Suggest(ctx context.Context, slot query.Slot) ([]statements.Suggestion, error) {
	s, err := l.wait(ctx)
	if err != nil {
		return nil, err
	}
	found, err := s.index.Complete(ctx, slot, suggestions)
	if err != nil {
		return nil, err
	}
	all := make([]statements.Suggestion, len(found))
	for i, f := range found {
		all[i] = statements.Suggestion{Token: f.Token, Label: f.Label, Count: f.Count}
	}
	return all, nil
}

// Marked tells whether a statement is marked.
func (l *library) Marked(id string) bool { return l.marks.marked(id) }

// ToggleMark marks a statement, or takes its mark away.
func (l *library) ToggleMark(ctx context.Context, id string) (on bool, lasts string, err error) {
	return l.marks.toggle(ctx, id)
}
