// Package generate makes collections of any size out of a seed: for benchmarks, and to hide a real collection in.
//
// They look like big collections of quotations do: a few speakers say much and most say little; a few words are
// everywhere (those of English, and of politics), most are rare, and because of names, numbers and slips there is no
// end of new ones; a statement has about 125 bytes. What the statements say makes no sense.
package generate

import (
	"fmt"
	"math/rand/v2"
	"strings"

	"onrecord/model"
)

// maker makes statements one after the other.
type maker struct {
	random   *rand.Rand
	words    vocabulary
	speakers []*model.Speaker
	actors   []*model.Speaker
	topics   []*model.Topic
	sources  []*model.Source
	venues   []string

	speaker, topic, source lottery
	text                   strings.Builder
}

// Collection makes a collection of n statements. The same seed makes the same collection, and a longer one begins
// differently.
func Collection(seed uint64, n int) (*model.Collection, error) {
	b := model.NewBuilder(model.Info{Name: fmt.Sprintf("%d generated statements", n)})
	if err := Add(b, seed, n); err != nil {
		return nil, err
	}
	b.Close()
	return b.Collection(), nil
}

// Add adds n statements, with their speakers, topics and sources, whose ids begin with "g-". The error is that of a
// collection which has such ids already.
func Add(b *model.Builder, seed uint64, n int) error {
	m := newMaker(seed, n)
	for _, group := range [][]*model.Speaker{m.actors, m.speakers} {
		for _, s := range group {
			b.AddSpeaker(s)
		}
	}
	for _, t := range m.topics {
		b.AddTopic(t)
	}
	for _, s := range m.sources {
		b.AddSource(s)
	}
	for i := range n {
		if err := b.Add(m.statement(i)); err != nil {
			return fmt.Errorf("generating: %w", err)
		}
	}
	return nil
}

// How many records there are for n statements, at most.
const (
	maxSpeakers = 5000
	maxActors   = 200
	maxTopics   = 300
	maxSources  = 20000
	venueCount  = 400
)

func newMaker(seed uint64, n int) *maker {
	m := &maker{random: rand.New(rand.NewPCG(seed, 0x6f6e7265636f7264))}
	m.words = newVocabulary(m.random)
	m.makeActors(min(maxActors, 10+n/500))
	m.makeSpeakers(min(maxSpeakers, 20+n/50))
	m.makeTopics(min(maxTopics, 10+n/1000))
	m.makeSources(min(maxSources, 10+n/50))
	for range venueCount {
		m.venues = append(m.venues, title(m.phrase(1+m.random.IntN(4))))
	}
	m.speaker = newLottery(len(m.speakers)+len(m.actors), 1)
	m.topic = newLottery(len(m.topics), 0.8)
	m.source = newLottery(len(m.sources), 0.6)
	return m
}

func (m *maker) makeActors(n int) {
	for i := range n {
		a := &model.Speaker{ID: fmt.Sprint("g-actor-", i), Name: title(m.words.coin(m.random)), Kind: model.State, Role: "State"}
		if i%5 == 0 {
			a.Kind, a.Role = model.Organization, "Organization"
			a.Name += " " + title(m.phrase(2))
		}
		a.Aliases = []string{title(m.words.coin(m.random))}
		m.actors = append(m.actors, a)
	}
}

func (m *maker) makeSpeakers(n int) {
	for i := range n {
		first, last := title(m.words.coin(m.random)), title(m.words.coin(m.random))
		s := &model.Speaker{
			ID: fmt.Sprint("g-speaker-", i), Name: first + " " + last, Aliases: []string{last},
			Affiliation: m.actors[m.random.IntN(len(m.actors))], Role: roles[m.random.IntN(len(roles))],
		}
		if m.random.IntN(3) == 0 {
			s.Bio = title(m.phrase(4+m.random.IntN(6))) + "."
		}
		m.speakers = append(m.speakers, s)
	}
}

// makeTopics makes topics. No two have one name: files of statements alone know them by it, and where a statement names
// one twice, it is left out.
func (m *maker) makeTopics(n int) {
	taken := make(map[string]bool, n)
	for i := range n {
		t := &model.Topic{
			ID: fmt.Sprint("g-topic-", i), Name: title(m.phrase(2)), Proposition: title(m.phrase(7)),
			Aliases: []string{m.phrase(1), m.phrase(2)},
		}
		if taken[t.Name] {
			t.Name = fmt.Sprint(t.Name, " ", i)
		}
		taken[t.Name] = true
		m.topics = append(m.topics, t)
	}
}

func (m *maker) makeSources(n int) {
	for i := range n {
		day := m.day()
		m.sources = append(m.sources, &model.Source{
			ID: fmt.Sprint("g-source-", i), Title: title(m.phrase(5 + m.random.IntN(6))), Publisher: title(m.phrase(1 + m.random.IntN(2))),
			Kind: "article", Date: day, Dated: true, URL: fmt.Sprint("https://example.org/", i), Lang: "en",
		})
	}
}

// roles are what the speakers are.
var roles = []string{
	"President", "Prime Minister", "Foreign Minister", "Minister of Defence", "Minister of Foreign Affairs", "Spokesperson",
	"Ambassador to the United Nations", "Secretary General", "Member of Parliament", "Chairman of the Security Council",
	"Deputy Foreign Minister", "National Security Advisor", "Leader of the opposition", "Minister of Finance",
}

// The days on which statements are made.
var (
	firstDay = model.NewDay(2020, 1, 1)
	dayCount = 1500
)

func (m *maker) day() model.Day { return firstDay + model.Day(m.random.IntN(dayCount)) }

func (m *maker) statement(i int) model.Statement {
	s := model.Statement{
		ID: fmt.Sprint("g-", i), Day: m.day(), Text: m.sentence(), Venue: m.venues[m.random.IntN(len(m.venues))],
		Form: model.Form(m.random.IntN(3)), Lang: "en", Source: m.sources[m.source.draw(m.random)],
	}
	if n := m.speaker.draw(m.random); n < len(m.speakers) {
		s.Speaker = m.speakers[n]
	} else {
		s.Speaker = m.actors[n-len(m.speakers)]
	}
	if m.random.IntN(3) == 0 {
		s.Context = title(m.phrase(3 + m.random.IntN(5)))
	}
	if m.random.IntN(5) == 0 {
		s.Medium = model.Written
	}
	if m.random.IntN(3) == 0 {
		s.OriginalLang = []string{"ru", "de", "fr", "uk", "zh"}[m.random.IntN(5)]
	}
	m.addTopics(&s)
	return s
}

func (m *maker) addTopics(s *model.Statement) {
	for range m.random.IntN(3) {
		t := m.topics[m.topic.draw(m.random)]
		if len(s.Topics) > 0 && s.Topics[0] == t {
			continue
		}
		s.Topics = append(s.Topics, t)
		if stance := model.Stance(m.random.IntN(6)); stance >= model.Support && stance <= model.Neutral {
			s.Positions = append(s.Positions, model.Position{Topic: t, Stance: stance})
		}
	}
}

// sentence makes a text of about 125 bytes.
func (m *maker) sentence() string {
	m.text.Reset()
	for length := 60 + m.random.IntN(130); m.text.Len() < length; {
		if m.text.Len() > 0 {
			m.text.WriteByte(' ')
		}
		m.text.WriteString(m.words.draw(m.random))
		if m.random.IntN(12) == 0 {
			m.text.WriteByte(',')
		}
	}
	return title(strings.TrimSuffix(m.text.String(), ",")) + "."
}

// phrase makes a few words.
func (m *maker) phrase(n int) string {
	words := make([]string, n)
	for i := range words {
		words[i] = m.words.draw(m.random)
	}
	return strings.Join(words, " ")
}

// title begins a text with a capital.
func title(text string) string {
	if text == "" || text[0] < 'a' || text[0] > 'z' {
		return text
	}
	return string(text[0]-'a'+'A') + text[1:]
}
