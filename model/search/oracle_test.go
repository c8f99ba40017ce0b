package search

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"onrecord/model"
	"onrecord/model/query"
)

// lexicon is few enough words for collisions, and likenesses of all kinds that the search knows.
var lexicon = strings.Fields(`sanction sanctions sanctioning recognise recognize recognition defence defense defend
	minsk minks mins donbas donbass nord stream nordstream build up buildup putin putn macron macorn merkel open door
	the of about what said minister prime foreign president pm fm secretary general war wars warning tear tore torn
	self-defence U.S. us 100,000 100000 germany german Élysée elysee 王毅 Лавров лавров blinken antony bl 2 jan january 2022 3rd two 2022-01-02 kyiv kiev
	100 thousand 100k 5 five million 5m fly flying`)

func words(most int) *rapid.Generator[string] {
	return rapid.Custom(func(t *rapid.T) string {
		return strings.Join(rapid.SliceOfN(rapid.SampledFrom(lexicon), 0, most).Draw(t, "words"), " ")
	})
}

func names() *rapid.Generator[string] {
	return rapid.Custom(func(t *rapid.T) string {
		return strings.Join(rapid.SliceOfN(rapid.SampledFrom(lexicon), 1, 3).Draw(t, "name"), " ")
	})
}

// drawnCollection is a random collection, in one block and in several.
type drawnCollection struct {
	whole, parted *model.Collection
	early         *model.Collection // an earlier state of parted
}

func drawCollection(t *rapid.T) drawnCollection {
	speakers := drawSpeakers(t)
	topics := drawTopics(t)
	sources := drawSources(t)
	one, several := model.NewBuilder(model.Info{}), model.NewBuilder(model.Info{})
	for _, b := range []*model.Builder{one, several} {
		for _, s := range speakers {
			b.AddSpeaker(s)
		}
		for _, topic := range topics {
			b.AddTopic(topic)
		}
		for _, s := range sources {
			b.AddSource(s)
		}
	}
	drawn := drawnCollection{}
	for i := range rapid.IntRange(0, 24).Draw(t, "statements") {
		s := drawStatement(t, i, speakers, topics, sources)
		for _, b := range []*model.Builder{one, several} {
			if err := b.Add(s); err != nil {
				t.Fatal(err)
			}
		}
		if rapid.IntRange(0, 4).Draw(t, "seal") == 0 {
			several.Seal()
			if drawn.early == nil {
				drawn.early = several.Collection()
			}
		}
	}
	one.Seal()
	several.Seal()
	drawn.whole, drawn.parted = one.Collection(), several.Collection()
	return drawn
}

func drawSpeakers(t *rapid.T) []*model.Speaker {
	var speakers []*model.Speaker
	for i := range rapid.IntRange(1, 6).Draw(t, "speakers") {
		s := &model.Speaker{
			ID: fmt.Sprintf("%s-%d", rapid.SampledFrom([]string{"putin", "macron", "nato", "us"}).Draw(t, "id"), i), Name: names().Draw(t, "name"),
			Kind: rapid.SampledFrom([]model.Kind{model.Person, model.Person, model.State, model.Organization}).Draw(t, "kind"),
			Role: words(3).Draw(t, "role"), Bio: words(3).Draw(t, "bio"), Aliases: rapid.SliceOfN(names(), 0, 2).Draw(t, "aliases"),
		}
		if rapid.Bool().Draw(t, "only named") {
			s.Name = s.ID
		}
		if len(speakers) > 0 && rapid.Bool().Draw(t, "affiliated") {
			s.Affiliation = rapid.SampledFrom(speakers).Draw(t, "affiliation")
		}
		speakers = append(speakers, s)
	}
	return speakers
}

func drawTopics(t *rapid.T) []*model.Topic {
	var topics []*model.Topic
	for i := range rapid.IntRange(1, 3).Draw(t, "topics") {
		topics = append(topics, &model.Topic{
			ID: fmt.Sprint("topic", i), Name: names().Draw(t, "topic"), Proposition: words(3).Draw(t, "proposition"),
			Description: words(2).Draw(t, "description"), Aliases: rapid.SliceOfN(names(), 0, 2).Draw(t, "aliases"),
		})
	}
	return topics
}

func drawSources(t *rapid.T) []*model.Source {
	var sources []*model.Source
	for i := range rapid.IntRange(1, 3).Draw(t, "sources") {
		s := &model.Source{ID: fmt.Sprint("source", i), Title: words(4).Draw(t, "title"), Publisher: words(1).Draw(t, "publisher")}
		if rapid.Bool().Draw(t, "only named") {
			s.Title = s.ID
		}
		sources = append(sources, s)
	}
	return sources
}

func drawStatement(t *rapid.T, i int, speakers []*model.Speaker, topics []*model.Topic, sources []*model.Source) model.Statement {
	s := model.Statement{
		ID: fmt.Sprintf("%c%d", 'a'+rapid.IntRange(0, 3).Draw(t, "letter"), i), Speaker: rapid.SampledFrom(speakers).Draw(t, "speaker"),
		Day:  drawDay(t),
		Form: rapid.SampledFrom(model.Forms()).Draw(t, "form"), Medium: model.Medium(rapid.IntRange(0, 1).Draw(t, "medium")),
		Text: words(8).Draw(t, "text"), Context: words(3).Draw(t, "context"), Venue: words(2).Draw(t, "venue"),
		Lang: rapid.SampledFrom([]string{"en", "ru", ""}).Draw(t, "lang"), OriginalLang: rapid.SampledFrom([]string{"", "ru", "de"}).Draw(t, "original"),
	}
	if s.OwnRole = rapid.IntRange(0, 3).Draw(t, "own role") == 0; s.OwnRole {
		s.Role = names().Draw(t, "role")
	}
	if s.OwnAffiliation = rapid.IntRange(0, 3).Draw(t, "own affiliation") == 0; s.OwnAffiliation {
		s.Affiliation = rapid.SampledFrom(speakers).Draw(t, "affiliation")
	}
	if rapid.Bool().Draw(t, "sourced") {
		s.Source = rapid.SampledFrom(sources).Draw(t, "source")
	}
	for _, topic := range topics {
		if rapid.Bool().Draw(t, "about") {
			s.Topics = append(s.Topics, topic)
			if stance := model.Stance(rapid.IntRange(0, 4).Draw(t, "stance")); stance != model.NoStance {
				s.Positions = append(s.Positions, model.Position{Topic: topic, Stance: stance})
			}
		}
	}
	return s
}

// drawDay draws a day, mostly of one week.
func drawDay(t *rapid.T) model.Day {
	days := []model.Day{model.NewDay(1, 1, 1), model.NewDay(1900, 2, 28), model.NewDay(9999, 12, 31)}
	if at := rapid.IntRange(0, 40).Draw(t, "far"); at < len(days) {
		return days[at]
	}
	return model.NewDay(2022, 1, 1) + model.Day(rapid.IntRange(0, 5).Draw(t, "day"))
}

// typed is something that is typed as a word: a word of the lexicon, its beginning, or a slip of it.
func typed() *rapid.Generator[string] {
	return rapid.Custom(func(t *rapid.T) string {
		w := []rune(rapid.SampledFrom(lexicon).Draw(t, "word"))
		switch at := rapid.IntRange(0, len(w)-1).Draw(t, "at"); rapid.IntRange(0, 6).Draw(t, "how") {
		case 0:
			w = w[:at+1]
		case 1:
			w = slices.Delete(w, at, at+1)
		case 2:
			w[at] = 'x'
		case 3:
			w = append(w, []rune(rapid.SampledFrom(lexicon).Draw(t, "more"))...)
		}
		return strings.Trim(string(w), `-"`)
	})
}

// line is a random query.
func line() *rapid.Generator[string] {
	values := rapid.SampledFrom([]string{
		"speaker:", "for:", "topic:", "stance:oppose", "stance:any", "stance:none", "stance:support,neutral", "topic:topic0", "topic:topic1", "form:direct",
		"medium:written", "source:", "source:source1", "venue:", "lang:ru", "lang:en", "on:2022-01-02", "since:2d", "until:2022-01-03",
		"is:marked", "id:a1", "speaker:putin", "for:nato",
	})
	clause := rapid.Custom(func(t *rapid.T) string {
		minus := ""
		if rapid.IntRange(0, 5).Draw(t, "not") == 0 {
			minus = "-"
		}
		switch rapid.IntRange(0, 7).Draw(t, "kind") {
		case 0, 1:
			v := values.Draw(t, "filter")
			if strings.HasSuffix(v, ":") {
				v += typed().Draw(t, "value")
			}
			return minus + v
		case 2:
			return minus + `"` + words(3).Draw(t, "phrase") + " " + typed().Draw(t, "last") + `"`
		}
		return minus + typed().Draw(t, "word")
	})
	return rapid.Custom(func(t *rapid.T) string {
		var b strings.Builder
		for i, c := range rapid.SliceOfN(clause, 1, 4).Draw(t, "clauses") {
			if i > 0 {
				b.WriteString(rapid.SampledFrom([]string{" ", " ", " ", " | "}).Draw(t, "gap"))
			}
			b.WriteString(c)
		}
		return b.String() + rapid.SampledFrom([]string{"", "", " sort:date", " sort:-date"}).Draw(t, "sort")
	})
}

func index(t *rapid.T, prev *Index, c *model.Collection) *Index {
	x, err := Extend(context.Background(), prev, c)
	if err != nil {
		t.Fatal(err)
	}
	return x
}

// TestAgainstTwin compares the index with a scan of every statement.
func TestAgainstTwin(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		drawn := drawCollection(t)
		x := index(t, nil, drawn.parted)
		marked := rapid.SliceOfN(rapid.IntRange(0, 30), 0, 5).Draw(t, "marked")
		for range 4 {
			q := query.Parse(line().Draw(t, "line"))
			got, a, err := find(x, Request{Query: q, Marked: marked})
			if err != nil {
				t.Fatal(err)
			}
			found, widened := twin{drawn.parted, marked}.answer(q)
			var want []int
			for i, f := range found {
				if f {
					want = append(want, i)
				}
			}
			sorted := slices.Sorted(slices.Values(got))
			if !slices.Equal(sorted, want) || a.Count != len(want) || a.Widened != widened {
				t.Fatalf("%s: found %v, count %d, widened %v; a scan finds %v, widened %v\n%s", q.Line, sorted, a.Count, a.Widened, want, widened, describe(drawn.parted))
			}
		}
	})
}

// TestNearAgainstTwin compares the statements that lack words, and which they lack, with a scan.
func TestNearAgainstTwin(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		drawn := drawCollection(t)
		x := index(t, nil, drawn.parted)
		q := query.Parse(strings.Join(rapid.SliceOfN(typed(), 2, 6).Draw(t, "words"), " ") + " " + line().Draw(t, "line"))
		a, err := x.Search(context.Background(), Request{Query: q, Limit: 30})
		if err != nil {
			t.Fatal(err)
		}
		if a.Count >= nearBelow {
			if len(a.Near) > 0 {
				t.Fatalf("%s: %d match, and others are offered besides", q.Line, a.Count)
			}
			return
		}
		want := twin{drawn.parted, nil}.near(q, a.Count == 0 || a.Widened)
		if a.Count > 0 && !a.Widened && needed(q) < 3 {
			want = nil
		}
		if a.NearBy > len(want) || len(a.Near) > nearMost || a.NearBy < len(a.Near) || (len(a.Near) == 0) != (len(want) == 0) {
			t.Fatalf("%s: %d near by, %v; a scan finds %v\n%s", q.Line, a.NearBy, a.Near, want, describe(drawn.parted))
		}
		for i, n := range a.Near {
			if !slices.Equal(n.Missing, want[n.Index]) {
				t.Fatalf("%s: %d lacks %v; a scan finds %v", q.Line, n.Index, n.Missing, want[n.Index])
			}
			if i > 0 && n.Score > a.Near[i-1].Score {
				t.Fatalf("%s: %d is better than what stands before it", q.Line, n.Index)
			}
			if n.Score < nearShare*a.Near[0].Score {
				t.Fatalf("%s: %d is far from as good as the first", q.Line, n.Index)
			}
		}
	})
}

// needed counts the words of a query that must match.
func needed(q query.Query) int {
	words, fillers, others := 0, 0, 0
	for _, g := range q.Groups {
		c := g.Clauses
		plain := len(c) == 1 && !c[0].Not && c[0].Kind == query.Word
		switch {
		case plain && (&term{words: wordsOf(c[0].Text)}).isFiller():
			fillers++
		case plain:
			words++
		case slices.ContainsFunc(c, func(c query.Clause) bool { return !c.Not && c.Kind != query.Filter }):
			others++
		}
	}
	if words+others == 0 {
		return fillers
	}
	return words
}

func describe(c *model.Collection) string {
	var b strings.Builder
	for i := range c.Len() {
		s := c.At(i)
		fmt.Fprintf(&b, "%d %s: %q, %q, %q; role %q; speaker %+v; actor %+v; topics", i, s.ID, s.Text, s.Context, s.Venue, s.Role, *s.Speaker, s.Actor())
		for _, topic := range s.Topics {
			fmt.Fprintf(&b, " %+v %v", *topic, s.Stance(topic))
		}
		fmt.Fprintf(&b, " source %+v\n", s.Source)
	}
	return b.String()
}

// TestOrder checks that the order does not depend on how the collection came together, nor on how much of it is asked
// for, and that a kept statement's rank is its place in it.
func TestOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		drawn := drawCollection(t)
		whole, parted := index(t, nil, drawn.whole), index(t, nil, drawn.parted)
		grown := parted
		if drawn.early != nil {
			grown = index(t, index(t, nil, drawn.early), drawn.parted)
		}
		r := Request{Query: query.Parse(line().Draw(t, "line"))}
		order, a, err := find(whole, r)
		if err != nil {
			t.Fatal(err)
		}
		for name, x := range map[string]*Index{"parted": parted, "grown": grown, "again": whole} {
			if other, _, _ := find(x, r); !slices.Equal(order, other) {
				t.Fatalf("%s: %v as a whole, %v %s", r.Query.Line, order, other, name)
			}
		}
		r.Offset, r.Limit = rapid.IntRange(0, 10).Draw(t, "offset"), rapid.IntRange(0, 10).Draw(t, "limit")
		r.Keep = []int{rapid.IntRange(-1, 25).Draw(t, "keep")}
		page, err := parted.Search(context.Background(), r)
		if err != nil {
			t.Fatal(err)
		}
		want := a.Hits[min(r.Offset, len(order)):min(r.Offset+r.Limit, len(order))]
		if !slices.EqualFunc(page.Hits, want, func(a, b Hit) bool { return a.Index == b.Index && a.Score == b.Score }) || page.Count != len(order) {
			t.Fatalf("%s: page %d+%d is %v, not %v", r.Query.Line, r.Offset, r.Limit, page.Hits, want)
		}
		if page.Kept[0] != slices.Index(order, r.Keep[0]) {
			t.Fatalf("%s: %d is at %d of %v", r.Query.Line, r.Keep[0], page.Kept[0], order)
		}
	})
}

// TestFacetCounts checks that each count of a facet is what a query with that value in place of the facet's own filters
// finds, and that no value is missing.
func TestFacetCounts(t *testing.T) {
	wishes := []FacetWish{{Kind: BySpeaker}, {Kind: ByActor}, {Kind: ByTopic}, {Kind: ByStance}, {Kind: ByForm}, {Kind: ByMedium}, {Kind: ByDay}}
	rapid.Check(t, func(t *rapid.T) {
		drawn := drawCollection(t)
		x := index(t, nil, drawn.parted)
		q := query.Parse(line().Draw(t, "line"))
		if a, err := x.Search(context.Background(), Request{Query: q, Facets: wishes}); err != nil || a.Widened || a.Count == 0 || hasNot(q, query.Stance) {
			return // what is widened depends on what the other filters leave
		} else {
			for _, f := range a.Facets {
				for _, v := range f.Values {
					with := query.And(lineWithout(q, f.Kind.field()), f.Kind.field().String()+":"+v.Key)
					if places, _, _ := find(x, Request{Query: query.Parse(with)}); len(places) != v.Count {
						t.Fatalf("%s: %s is counted %d times; %s finds %d\n%s", q.Line, v.Key, v.Count, with, len(places), describe(drawn.parted))
					}
				}
				if !slices.IsSortedFunc(f.Values, func(a, b Value) int { return b.Count - a.Count }) && f.Kind != ByDay {
					t.Fatalf("%s: not the most first: %v", q.Line, f.Values)
				}
			}
		}
	})
}

func hasNot(q query.Query, f query.Field) bool {
	for _, g := range q.Groups {
		for _, c := range g.Clauses {
			if c.Field == f && (c.Not || len(g.Clauses) > 1) {
				return true
			}
		}
	}
	return false
}

// lineWithout returns the line of a query without the groups that filter by one field alone.
func lineWithout(q query.Query, f query.Field) string {
	q.Groups = slices.DeleteFunc(slices.Clone(q.Groups), func(g query.Group) bool {
		return len(g.Clauses) > 0 && facetField(&g) == f
	})
	return q.String()
}
