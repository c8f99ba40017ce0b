package search_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"

	"onrecord/model"
	"onrecord/model/query"
	"onrecord/model/search"
)

func embeddedIndex(t testing.TB) *search.Index {
	t.Helper()
	x, err := search.New(context.Background(), embedded(t))
	if err != nil {
		t.Fatal(err)
	}
	return x
}

func ask(t testing.TB, x *search.Index, r search.Request) search.Answer {
	t.Helper()
	a, err := x.Search(context.Background(), r)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func askLine(t testing.TB, x *search.Index, line string) search.Answer {
	t.Helper()
	return ask(t, x, search.Request{Query: query.Parse(line), Limit: 50})
}

func ids(x *search.Index, hits []search.Hit) []string {
	var ids []string
	for _, h := range hits {
		ids = append(ids, x.Collection().At(h.Index).ID)
	}
	return ids
}

func TestReading(t *testing.T) {
	x := embeddedIndex(t)
	for _, c := range []struct{ line, want string }{
		{"macron minsk", "macron → Emmanuel Macron (France), text and more; minsk → topic, Republic of Belarus and more"},
		{"blinkne gas", "blinkne ~ Antony Blinken (United States), text and more; gas → topic, text and more"},
		{"macron est", "macron → Emmanuel Macron (France), text and more; est ~ topic"},
		{"macron helmts", "macron → Emmanuel Macron (France), text and more; helmts ~ topic, text"},
		{"kyiv | minsk", "kyiv | minsk → Ukraine, text and more | topic, Republic of Belarus and more"},
		{"kremlin", "kremlin → Dmitry Peskov (Russia), Russian Federation, Yury Ushakov (Russia) and more"},
		{"topic:m", "topic:m → NATO's open door, The build-up around Ukraine, Russian forces abroad, …"},
		{"m", "m → topic, speaker and more"},
		{"jstolt", "jstolt ~ Jens Stoltenberg (NATO)"},
		{"what did шойгу say", "what filler; did filler; шойгу → Sergei Shoigu (Russia); say filler"},
		{"speaker:macron for:us", "speaker:macron → Emmanuel Macron (France); for:us → United States"},
		{"topic:pipeline stance:oppose", "topic:pipeline → Nord Stream 2; stance:oppose → "},
	} {
		var parts []string
		for _, r := range askLine(t, x, c.line).Reading {
			switch {
			case r.Filler:
				parts = append(parts, r.Text+" filler")
			case r.Weak:
				parts = append(parts, r.Text+" ~ "+r.InWords(2))
			case r.Also:
				parts = append(parts, r.Text+" →~ "+r.InWords(2))
			default:
				parts = append(parts, r.Text+" → "+r.InWords(2))
			}
		}
		if got := strings.Join(parts, "; "); got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.line, got, c.want)
		}
	}
}

// marked writes a text with its marks in brackets.
func marked(text string, ranges []search.Range) string {
	var b strings.Builder
	at := 0
	for _, r := range ranges {
		b.WriteString(text[at:r[0]] + "[" + text[r[0]:r[1]] + "]")
		at = r[1]
	}
	return b.String() + text[at:]
}

func TestMarks(t *testing.T) {
	x := embeddedIndex(t)
	for _, c := range []struct{ line, id, want string }{
		{"macron minsk", "macron-2022-02-08-minsk-only-path", "Emmanuel [Macron]: The [Minsk] agreements are"},
		{"шойгу", "shoigu-2021-12-21-us-troops-eastern-europe", "[Sergei Shoigu]: The United States has"},
		{"jstolt", "stoltenberg-2022-02-22-full-scale-attack", "[Jens Stoltenberg]: Every indication is"},
		{"blinkne gas", "blinken-2022-01-05-gas-flow", "Antony [Blinken]: It is very hard to see [gas] flowing"},
		{"nordstream", "merz-2022-01-27-ns2-excluded", "out of the question that [Nord Stream] 2 could"},
		{"buildup", "baerbock-2022-01-18-hard-not-to-take", "The Russian [build-up] near Ukraine"},
		{`"hard not"`, "baerbock-2022-01-18-hard-not-to-take", `is "[hard not] to take`},
		{"self-defense", "stoltenberg-2022-02-17-self-defence", "[Self-defence] is a right"},
		{"the threat", "baerbock-2022-01-18-hard-not-to-take", `take as [threat]".`},
		{"рябков -nato speaker:ryabkov", "ryabkov-2022-01-13-cuba-venezuela", "[Sergey Ryabkov]: The stationing"},
	} {
		a := askLine(t, x, c.line)
		at, ok := x.Collection().Find(c.id)
		if !ok || !slices.ContainsFunc(a.Hits, func(h search.Hit) bool { return h.Index == at }) {
			t.Errorf("%s does not find %s", c.line, c.id)
			continue
		}
		s := x.Collection().At(at)
		m := a.Marks(s)
		if got := marked(s.Speaker.Name, m.Speaker) + ": " + marked(s.Text, m.Text); !strings.Contains(got, c.want) {
			t.Errorf("%s:\n got %s\nwant %s", c.line, got, c.want)
		}
	}
}

func TestComplete(t *testing.T) {
	x := embeddedIndex(t)
	for _, c := range []struct{ line, want string }{
		{"speaker:mac", "macron"},
		{"speaker:jstol", "stoltenberg"},
		{"speaker:zelenksy", "zelenskyy"},
		{"for:fra", "france"},
		{"topic:pipe", "nord-stream-2"},
		{"lang:germ", "de"},
		{"venue:strasb", "strasbourg"},
		{"source:tass", "tass-2022-02-22-putin"},
		{"howitz", "howitzers"},
		{"speaker:", "stoltenberg"},
	} {
		all, err := x.Complete(context.Background(), query.Complete(c.line, len(c.line)), 8)
		if err != nil || len(all) == 0 || all[0].Token != c.want {
			t.Errorf("%s: %v, %v", c.line, all, err)
			continue
		}
		for _, s := range all {
			slot := query.Complete(c.line, len(c.line))
			line, _ := query.Apply(c.line, slot, s.Token)
			if a := askLine(t, x, line); a.Count != s.Count {
				t.Errorf("%s: %s promises %d, %s gives %d", c.line, s.Token, s.Count, line, a.Count)
			}
		}
	}
}

func TestNothingFound(t *testing.T) {
	x := embeddedIndex(t)
	a := askLine(t, x, "macron kindergarten")
	if a.Count != 0 || len(a.Hits) != 0 || fmt.Sprint(a.Drops) != "[{1 10} {0 1}]" {
		t.Errorf("count %d, drops %v", a.Count, a.Drops)
	}
	for _, d := range a.Drops {
		if n := askLine(t, x, query.Without("macron kindergarten", d.Group)).Count; n != d.Count {
			t.Errorf("without group %d: %d, not %d", d.Group, n, d.Count)
		}
	}
	a = askLine(t, x, "mass grave drone pretext")
	if a.Count != 0 || a.NearBy == 0 || x.Collection().At(a.Near[0].Index).ID != "blinken-2022-02-17-manufactured-pretext" ||
		!slices.Equal(a.Near[0].Missing, []string{"drone"}) {
		t.Errorf("count %d, near by %d: %v", a.Count, a.NearBy, a.Near)
	}
	a = askLine(t, x, "mass grave, drone, pretext Drone")
	if len(a.Near) == 0 || !slices.Equal(a.Near[0].Missing, []string{"drone"}) {
		t.Errorf("a word that was typed twice, with a comma: %v", a.Near)
	}
	a = askLine(t, x, "milley fighting cities") // of which nothing has two
	if a.Count != 0 || a.NearBy == 0 || x.Collection().At(a.Near[0].Index).ID != "milley-2022-01-28-horrific" ||
		!slices.Equal(a.Near[0].Missing, []string{"fighting", "cities"}) {
		t.Errorf("count %d, near by %d: %v", a.Count, a.NearBy, a.Near)
	}
}

// TestScoresAddUp checks that what explains a score is the score.
func TestScoresAddUp(t *testing.T) {
	x := embeddedIndex(t)
	for _, q := range append(readJudged(t, "queries.tsv"), readJudged(t, "queries-more.tsv")...) {
		a := ask(t, x, search.Request{Query: query.Parse(q.line), Limit: 20, Explain: true})
		for _, h := range a.Hits {
			sum := 0.0
			for _, p := range h.Why {
				sum += p.Score
			}
			if sum < h.Score-0.0005 || sum > h.Score+0.0005 {
				t.Errorf("%s: %d has %.3f, its parts %.3f: %v", q.line, h.Index, h.Score, sum, h.Why)
			}
		}
	}
}

func TestCancelled(t *testing.T) {
	x := embeddedIndex(t)
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := x.Search(ctx, search.Request{Query: query.Parse("macron"), Limit: 5}); !errors.Is(err, context.Canceled) {
		t.Errorf("a cancelled search: %v", err)
	}
	if _, err := x.Complete(ctx, query.Complete("speaker:mac", 11), 5); !errors.Is(err, context.Canceled) {
		t.Errorf("a cancelled completion: %v", err)
	}
	if _, err := search.New(ctx, x.Collection()); !errors.Is(err, context.Canceled) {
		t.Errorf("a cancelled index: %v", err)
	}
	if a := askLine(t, x, "macron"); a.Count == 0 {
		t.Error("a cancelled search spoils the next")
	}
}

func TestEmptyCollection(t *testing.T) {
	x, err := search.New(context.Background(), model.NewBuilder(model.Info{}).Collection())
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range []string{"", "macron", "speaker:macron stance:oppose", "since:7d", `"a b"`, "-x sort:date", "is:marked", "a | b"} {
		a := ask(t, x, search.Request{Query: query.Parse(line), Limit: 5, Facets: []search.FacetWish{{Kind: search.ByDay}, {Kind: search.BySpeaker}}})
		if a.Count != 0 || a.Total != 0 || len(a.Hits) != 0 {
			t.Errorf("%q finds %+v", line, a)
		}
	}
}

// TestManyAskAtOnce is for the race detector.
func TestManyAskAtOnce(t *testing.T) {
	x := embeddedIndex(t)
	queries := readJudged(t, "queries.tsv")
	var group sync.WaitGroup
	for worker := range 4 {
		group.Go(func() {
			for i, q := range queries {
				if i%4 == worker || i%7 == worker {
					a, err := x.Search(context.Background(), search.Request{
						Query: query.Parse(q.line), Limit: 10, Explain: true, Keep: []int{i},
						Facets: []search.FacetWish{{Kind: search.BySpeaker, Limit: 5}, {Kind: search.ByDay}},
					})
					if err != nil {
						t.Error(err)
						return
					}
					for _, h := range a.Hits {
						a.Marks(x.Collection().At(h.Index))
					}
				}
			}
		})
	}
	group.Wait()
}

func TestDatesInWords(t *testing.T) {
	x := embeddedIndex(t)
	for _, c := range []struct{ line, same string }{
		{"blinken 26 jan", "speaker:blinken on:2022-01-26"},
		{"speaker:stoltenberg january 26th", "speaker:stoltenberg on:2022-01-26"},
		{"speaker:putin december 2021", "speaker:putin on:2021-12"},
		{"speaker:putin 23 dec 2021", "speaker:putin on:2021-12-23"},
	} {
		got, want := ids(x, askLine(t, x, c.line).Hits), ids(x, askLine(t, x, c.same).Hits)
		for _, id := range want {
			if !slices.Contains(got, id) {
				t.Errorf("%s does not find %s", c.line, id)
			}
		}
	}
}

// TestDropsLeastEssentialFirst checks in which order conditions are offered for being dropped: whom somebody asks about
// comes last, whatever dropping it gives.
func TestDropsLeastEssentialFirst(t *testing.T) {
	x := embeddedIndex(t)
	for line, want := range map[string]string{
		"speaker:macron kindergarten":          "kindergarten, speaker:macron",
		"macron kindergarten":                  "kindergarten, macron",
		"for:kenya stance:oppose topic:minsk":  "topic:minsk, for:kenya",
		"speaker:macron is:marked":             "is:marked",
		"speaker:macron lang:ru since:2022-02": "lang:ru, speaker:macron",
		"-minsk speaker:macron minsk":          "-minsk, minsk",
	} {
		q := query.Parse(line)
		var got []string
		for _, d := range ask(t, x, search.Request{Query: q, Limit: 5}).Drops {
			got = append(got, q.Groups[d.Group].String())
		}
		if strings.Join(got, ", ") != want {
			t.Errorf("%s: %q, want %q", line, got, want)
		}
	}
}

func TestWordsThatAreMissingAreNamedOnce(t *testing.T) {
	a := askLine(t, embeddedIndex(t), "macron minsk agreements rope Rope rope")
	if len(a.Near) == 0 || !slices.Equal(a.Near[0].Missing, []string{"rope"}) {
		t.Errorf("missing are %+v", a.Near)
	}
}
