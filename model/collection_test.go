package model_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"onrecord/model"
)

// shelf is a small collection of one speaker for a state, one for themselves, and two topics.
type shelf struct {
	*model.Builder
	state, minister, writer *model.Speaker
	peace, trade            *model.Topic
	report                  *model.Source
}

func newShelf() *shelf {
	s := &shelf{Builder: model.NewBuilder(model.Info{Name: "Shelf"})}
	s.state = &model.Speaker{ID: "ruritania", Name: "Ruritania", Kind: model.State, Role: "State"}
	s.minister = &model.Speaker{ID: "rassendyll", Name: "R. Rassendyll", Role: "Minister", Affiliation: s.state}
	s.writer = &model.Speaker{ID: "hope", Name: "A. Hope", Role: "Writer"}
	s.peace = &model.Topic{ID: "peace", Name: "Peace"}
	s.trade = &model.Topic{ID: "trade", Name: "Trade"}
	s.report = &model.Source{ID: "gazette", Title: "Gazette"}
	for _, speaker := range []*model.Speaker{s.state, s.minister, s.writer} {
		s.AddSpeaker(speaker)
	}
	s.AddTopic(s.peace)
	s.AddTopic(s.trade)
	s.AddSource(s.report)
	return s
}

func TestStatementComesBackWhole(t *testing.T) {
	s := newShelf()
	day := model.NewDay(1894, 7, 26)
	given := model.Statement{
		ID: "a", Speaker: s.minister, Role: "Envoy", OwnRole: true, Affiliation: s.writer, OwnAffiliation: true,
		Day: day, Form: model.Mixed, Medium: model.Written, Text: strings.Repeat("words ", 60), Context: "asked", Venue: "Strelsau",
		Source: s.report, Locator: "page 3", Topics: []*model.Topic{s.trade, s.peace},
		Positions: []model.Position{{Topic: s.peace, Stance: model.Oppose}}, Lang: "en", OriginalLang: "de", Extra: `{"x":1}`,
	}
	if err := s.Add(given); err != nil {
		t.Fatal(err)
	}
	s.Close()
	got := s.Collection().At(0)
	if fmt.Sprintf("%+v", got) != fmt.Sprintf("%+v", given) {
		t.Errorf("got  %+v\nwant %+v", got, given)
	}
	if got.Actor() != s.writer || got.Stance(s.peace) != model.Oppose || got.Stance(s.trade) != model.NoStance || !got.Translated() {
		t.Errorf("actor %v, stances %v %v", got.Actor(), got.Stance(s.peace), got.Stance(s.trade))
	}
}

func TestRoleAndAffiliationFallBackToTheSpeaker(t *testing.T) {
	s := newShelf()
	for id, speaker := range map[string]*model.Speaker{"m": s.minister, "w": s.writer, "r": s.state} {
		if err := s.Add(model.Statement{ID: id, Speaker: speaker, Role: "ignored"}); err != nil {
			t.Fatal(err)
		}
	}
	s.Close()
	c := s.Collection()
	for _, want := range []struct {
		id, role string
		actor    *model.Speaker
	}{{"m", "Minister", s.state}, {"w", "Writer", nil}, {"r", "State", s.state}} {
		i, _ := c.Find(want.id)
		if got := c.At(i); got.Role != want.role || got.Actor() != want.actor || got.OwnRole || got.Source != nil {
			t.Errorf("%s: role %q, actor %v", want.id, got.Role, got.Actor())
		}
	}
}

func TestAddRefuses(t *testing.T) {
	s := newShelf()
	stranger := &model.Speaker{ID: "x"}
	if err := s.Add(model.Statement{ID: "a", Speaker: s.writer}); err != nil {
		t.Fatal(err)
	}
	for name, bad := range map[string]model.Statement{
		"taken":          {ID: "a", Speaker: s.writer},
		"its speaker":    {ID: "b", Speaker: stranger},
		"affiliation":    {ID: "b", Speaker: s.writer, Affiliation: stranger, OwnAffiliation: true},
		"source":         {ID: "b", Speaker: s.writer, Source: &model.Source{}},
		"topics":         {ID: "b", Speaker: s.writer, Topics: []*model.Topic{{}}},
		"not about":      {ID: "b", Speaker: s.writer, Positions: []model.Position{{Topic: s.peace, Stance: model.Support}}},
		"two on one":     {ID: "b", Speaker: s.writer, Topics: []*model.Topic{s.peace}, Positions: []model.Position{{Topic: s.peace, Stance: model.Support}, {Topic: s.peace, Stance: model.Oppose}}},
		"id \"a\" is ta": {ID: "a", Speaker: s.minister},
	} {
		if err := s.Add(bad); err == nil || !strings.Contains(err.Error(), name) {
			t.Errorf("%s: got error %v", name, err)
		}
	}
}

// TestNumbersStandForRecords adds a statement by the numbers of its records, and refuses those that nothing has.
func TestNumbersStandForRecords(t *testing.T) {
	s := newShelf()
	writer, _ := s.SpeakerNumber(s.writer)
	state, _ := s.SpeakerNumber(s.state)
	trade, _ := s.TopicNumber(s.trade)
	report, known := s.SourceNumber(s.report)
	if _, ok := s.SpeakerNumber(&model.Speaker{}); ok || !known {
		t.Error("only what has been added has a number")
	}
	to := func(speaker, affiliation, source, topic uint32) *model.References {
		topics := []model.TopicReference{{Topic: topic, Stance: model.Oppose}}
		return &model.References{Speaker: speaker, Affiliation: affiliation, Source: source, Topics: topics}
	}
	for name, bad := range map[string]*model.References{
		"its speaker": to(3, state, report, trade), "affiliation": to(writer, 3, report, trade),
		"source": to(writer, state, 1, trade), "topics": to(writer, state, report, 2),
	} {
		if err := s.AddNumbered(&model.Statement{ID: "a"}, bad); err == nil || !strings.Contains(err.Error(), name) {
			t.Errorf("%s: got error %v", name, err)
		}
	}
	for id, refs := range map[string]*model.References{"a": to(writer, state, report, trade), "b": to(writer, model.NoRecord, model.NoRecord, trade)} {
		given := model.Statement{ID: id}
		refs.Hash = s.Hash(id)
		if err := s.AddNumbered(&given, refs); err != nil {
			t.Fatal(err)
		}
		s.Refer(&given, refs)
		s.Seal()
		i, _ := s.Collection().Find(id)
		got := s.Collection().At(i)
		if got.Speaker != given.Speaker || got.OwnAffiliation != given.OwnAffiliation || got.Source != given.Source ||
			got.Stance(s.trade) != model.Oppose || given.Stance(s.trade) != model.Oppose {
			t.Errorf("got %+v, want %+v", got, given)
		}
	}
	s.Close()
	if err := s.AddNumbered(&model.Statement{ID: "late"}, to(writer, state, report, trade)); err == nil {
		t.Error("a closed builder takes a statement")
	}
}

// TestGrowingCollection adds more than one block holds, and looks at each stage from the collections handed out.
func TestGrowingCollection(t *testing.T) {
	s := newShelf()
	const n = model.BlockSize + 300
	var early *model.Collection
	for i := range n {
		if err := s.Add(model.Statement{ID: fmt.Sprint("s", i), Speaker: s.writer, Day: model.Day(i % 1000), Text: fmt.Sprint("text ", i)}); err != nil {
			t.Fatal(err)
		}
		if i == 99 {
			s.Seal()
			early = s.Collection()
		}
	}
	s.Close()
	c := s.Collection()
	if early.Len() != 100 || c.Len() != n {
		t.Fatalf("lengths %d and %d", early.Len(), c.Len())
	}
	for i := 0; i < n; i += 97 {
		place, ok := c.Find(fmt.Sprint("s", i))
		if got := c.At(i); !ok || place != i || got.Text != fmt.Sprint("text ", i) || got.Index != i {
			t.Fatalf("at %d: found %d %v, %+v", i, place, ok, got)
		}
	}
	if _, ok := early.Find("s100"); ok {
		t.Error("an early collection holds what was added later")
	}
	if oldest, newest, ok := c.Span(); oldest != 0 || newest != 999 || !ok {
		t.Errorf("span %v to %v", oldest, newest)
	}
	if err := s.Add(model.Statement{ID: "late", Speaker: s.writer}); err == nil {
		t.Error("a closed builder takes a statement")
	}
}

func TestHitsInTheNameShowInTheShortName(t *testing.T) {
	belarus := &model.Speaker{Name: "Republic of Belarus", Kind: model.State, Aliases: []string{"Belarus", "Minsk"}}
	france := &model.Speaker{Name: "France", Kind: model.State, Aliases: []string{"FR"}}
	for _, c := range []struct {
		speaker *model.Speaker
		hits    [][2]int
		want    [][2]int
	}{
		{belarus, nil, nil}, {belarus, [][2]int{{0, 8}, {12, 19}}, [][2]int{{0, 7}}}, {france, [][2]int{{0, 4}}, [][2]int{{0, 4}}},
	} {
		if got := c.speaker.ShortHits(c.hits); !slices.Equal(got, c.want) {
			t.Errorf("hits %v in %q are at %v in %q, want %v", c.hits, c.speaker.Name, got, c.speaker.Short(), c.want)
		}
	}
}
