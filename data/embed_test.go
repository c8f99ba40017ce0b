package data_test

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"onrecord/data"
	"onrecord/model"
)

func embedded(t testing.TB) *model.Collection {
	t.Helper()
	c, err := data.Embedded(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestEmbeddedCollectionIsWhole(t *testing.T) {
	c := embedded(t)
	if c.Len() != 489 || len(c.Speakers()) != 200 || len(c.Topics()) != 18 || len(c.Sources()) != 389 {
		t.Errorf("%d statements, %d speakers, %d topics, %d sources", c.Len(), len(c.Speakers()), len(c.Topics()), len(c.Sources()))
	}
	speaking := map[*model.Speaker]bool{}
	for i := range c.Len() {
		speaking[c.At(i).Speaker] = true
	}
	if len(speaking) != 154 || !strings.Contains(c.Description, "489 statements by 154 speakers on 18 topics, 15 December 2021 to 24 February 2022") {
		t.Errorf("%d speakers speak; it describes itself as %q", len(speaking), c.Description)
	}
	if c.Name != "European security crisis, winter 2021–22" || c.Version != "1.0.0" {
		t.Errorf("it says it is %q %q", c.Name, c.Version)
	}
}

func TestEmbeddedCollectionHasNothingToLookAt(t *testing.T) {
	problems, sum, err := data.Check(t.Context(), "embedded")
	if err != nil || len(problems) > 0 || sum.LeftOut > 0 {
		t.Errorf("%+v %v %v", sum, problems, err)
	}
}

// TestEmbeddedRecordsAgreeWithThemselves looks for what an editor would stumble over.
func TestEmbeddedRecordsAgreeWithThemselves(t *testing.T) {
	c := embedded(t)
	id := regexp.MustCompile(`^([a-z-]+)-(\d{4}-\d\d-\d\d)-[a-z0-9]+(-[a-z0-9]+)*$`)
	first, last := model.NewDay(2021, 12, 15), model.NewDay(2022, 2, 24)
	texts := map[string]string{}
	for i := range c.Len() {
		s := c.At(i)
		if parts := id.FindStringSubmatch(s.ID); parts == nil || parts[1] != s.Speaker.ID || parts[2] != s.Day.String() {
			t.Errorf("%s: the id does not say who (%s) and when (%v)", s.ID, s.Speaker.ID, s.Day)
		}
		if s.Day < first || s.Day > last {
			t.Errorf("%s: %v is outside of the period", s.ID, s.Day)
		}
		if quotes := strings.Count(s.Text, `"`); quotes%2 != 0 || (s.Form == model.Mixed) != (quotes > 0) {
			t.Errorf("%s: %v with %d quotation marks", s.ID, s.Form, quotes)
		}
		if len(s.Topics) > 4 || len(s.Positions) > 3 {
			t.Errorf("%s: %d topics, %d stances", s.ID, len(s.Topics), len(s.Positions))
		}
		if s.Source == nil || !s.Source.Dated || s.Source.Date < s.Day || s.Locator == "" || s.Actor() == nil || s.Lang != "en" {
			t.Errorf("%s: without source, locator, actor or language", s.ID)
		}
		if other := texts[s.Text]; other != "" {
			t.Errorf("%s has the words of %s", s.ID, other)
		}
		texts[s.Text] = s.ID
	}
}

func TestEmbeddedRecordsAreAllReferredTo(t *testing.T) {
	c := embedded(t)
	used := map[any]bool{}
	for i := range c.Len() {
		s := c.At(i)
		used[s.Speaker], used[s.Source], used[s.Actor()] = true, true, true
		for _, topic := range s.Topics {
			used[topic] = true
		}
	}
	for _, s := range c.Speakers() {
		// Germany and others speak only through people; all must be there for somebody.
		if !used[s] || s.Bio == "" || s.Country == "" || s.Role == "" || len(s.Aliases) == 0 || (s.Kind == model.Person) != (s.Affiliation != nil) {
			t.Errorf("speaker %s: used %v, %+v", s.ID, used[s], s)
		}
	}
	for _, topic := range c.Topics() {
		if !used[topic] || topic.Proposition == "" || topic.Description == "" || len(topic.Aliases) == 0 {
			t.Errorf("topic %s: used %v, %+v", topic.ID, used[topic], topic)
		}
	}
	kinds := map[string]bool{"article": true, "statement": true, "transcript": true, "post": true}
	for _, s := range c.Sources() {
		if !used[s] || !kinds[s.Kind] || s.Publisher == "" || s.Lang == "" {
			t.Errorf("source %s: used %v, %+v", s.ID, used[s], s)
		}
	}
}

// seedQuotations are the quotations of the article with which the collection began. Three of them were not said as the
// article prints them: of those, printed is what its context keeps, and text holds the words that were said.
var seedQuotations = []struct{ article, said, printed string }{
	{
		article: "Our response outlined three main areas where the international military bloc observed room for progress",
		said:    "Let me outline the three main areas where we see room for progress.",
		printed: "Our response outlined three main areas where the international military bloc observed room for progress",
	},
	{article: "serious diplomatic path"},
	{
		article: "NATO is a defensive alliance and we do not seek confrontation. But we cannot and will not compromise on the principles on the security of our alliances and security of Europe and North America",
		said:    `"cannot and will not compromise on the principles on which the security of our alliances and security in Europe and North America rest"`,
		printed: "NATO is a defensive alliance and we do not seek confrontation. But we cannot and will not compromise on the principles on the security of our alliances and security of Europe and North America",
	},
	{article: "re-establishment"},
	{article: "Open Door Policy"},
	{article: "The document we’ve delivered includes concerns of the United States and our allies and partners about Russia’s actions that undermine security, a principled and pragmatic evaluation of the concerns that Russia has raised, and our own proposals for areas where we may be able to find common ground"},
	{
		article: "Russia should refrain from coercive force posturing, aggressive rhetoric, and malign activities directed against allies and organisations",
		said:    "Russia should refrain from coercive force posturing, aggressive rhetoric, and malign activities directed against Allies and other nations.",
		printed: "malign activities directed against allies and organisations",
	},
	{article: "engage in a real conversation on how to uphold and strengthen the fundamental principles"},
	{article: "serious"},
	{article: "ready to meet"},
}

// TestEmbeddedCollectionHoldsTheSeedsQuotations finds each quotation in the article, and in a statement: in the words of
// one that names the article as its source, or, where it was not said as printed, in the context of one whose words are
// those that were said.
func TestEmbeddedCollectionHoldsTheSeedsQuotations(t *testing.T) {
	article, err := os.ReadFile("testdata/us-nato-written-response-2022-01-27.txt")
	if err != nil {
		t.Fatal(err)
	}
	plain := strings.NewReplacer("’", "'", "“", `"`, "”", `"`, "‘", "'")
	holds := func(text, part string) bool {
		return strings.Contains(strings.ToLower(plain.Replace(text)), strings.ToLower(plain.Replace(part)))
	}
	c := embedded(t)
	for _, quotation := range seedQuotations {
		if !holds(string(article), quotation.article) {
			t.Errorf("%q is not in the article", quotation.article)
		}
		found := 0
		for i := range c.Len() {
			s := c.At(i)
			quoted := (s.Form == model.Direct || s.Form == model.Mixed) && holds(s.Text, quotation.article)
			switch {
			case quotation.said == "" && quoted && s.Source.ID == "republicworld-2022-01-27":
				found++
			case quotation.said != "" && quoted:
				t.Errorf("%s: %q was not said", s.ID, quotation.article)
			case quotation.said != "" && strings.Contains(s.Text, quotation.said):
				if s.Source.ID == "republicworld-2022-01-27" || !strings.Contains(s.Context, `"`+quotation.printed+`"`) {
					t.Errorf("%s: from %s, in the context of %q", s.ID, s.Source.ID, s.Context)
				}
				found++
			}
		}
		if found == 0 {
			t.Errorf("%q: found in no statement", quotation.article)
		}
	}
}

func BenchmarkEmbedded(b *testing.B) {
	b.ReportAllocs()
	n := 0
	for b.Loop() {
		n += embedded(b).Len()
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(n), "ns/statement")
}
