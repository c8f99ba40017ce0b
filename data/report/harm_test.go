package report_test

import (
	"encoding/csv"
	"fmt"
	"html"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"testing"

	"onrecord/data/escape"
	"onrecord/data/report"
	"onrecord/model"
	"onrecord/model/control"
)

// harms try to be something else than text wherever they are shown.
var harms = []string{
	"\x1b[31mred\x1b]0;owned\x07\u009b2J", "<script>alert(1)</script><img src=x onerror=alert(2)>", `=cmd()|'/c calc'!A1`, "+1|2|3",
	"`code` **bold** [x](javascript:alert(1))", "\u202eesrever\u2066in\u2069", `"><a href="javascript:alert(1)">`, "</style></title>{{.Title}}",
	"two\n# lines\r\n- of\ttext", "@import url(https://evil.example/x.css)",
}

var addresses = []string{
	"javascript:alert(1)", "https://example.org/?q=<b>\"'`x&y=1", "data:text/html,<script>alert(1)</script>", "https://example.org/\x1b]0;x\x07",
	"HTTPS://example.org/\u202ex", "//evil.example", "https://example.org/a b)c>d",
}

// evil is a collection in which every text that can be anything is one of some harms.
func evil(t testing.TB, harms, addresses []string) *model.Collection {
	t.Helper()
	b := model.NewBuilder(model.Info{Name: harms[0], Version: harms[len(harms)-1]})
	for i, harm := range harms {
		next := harms[(i+1)%len(harms)]
		state := &model.Speaker{ID: fmt.Sprint("state", i, harm), Name: harm, Kind: model.State}
		person := &model.Speaker{ID: fmt.Sprint("person", i, harm), Name: harm, Role: next, Affiliation: state}
		topic := &model.Topic{ID: fmt.Sprint("topic", i, harm), Name: harm, Proposition: next}
		source := &model.Source{ID: fmt.Sprint("source", i, harm), Title: harm, Publisher: next, URL: addresses[i%len(addresses)]}
		b.AddSpeaker(state)
		b.AddSpeaker(person)
		b.AddTopic(topic)
		b.AddSource(source)
		for k, form := range model.Forms() {
			err := b.Add(model.Statement{
				ID: fmt.Sprint("statement", i, k, harm), Speaker: person, Affiliation: state, Role: next, Day: model.NewDay(2022, 1, i+1),
				Form: form, Text: harm, Venue: next, Context: harm, Source: source, Locator: next, Topics: []*model.Topic{topic}, Lang: "en",
				OriginalLang: harm, Positions: []model.Position{{Topic: topic, Stance: model.Stances()[(i+k)%4]}},
			})
			if err != nil {
				t.Fatal(err)
			}
		}
	}
	b.Seal()
	return b.Collection()
}

// evilReports are a matrix and a comparison, under a query that is no better.
func evilReports(t testing.TB) []*report.Report {
	matrix := reportOn(t, evil(t, harms, addresses), "")
	matrix.Query = strings.Join(harms, " ")
	side := *matrix
	side.Compared, side.Rows = true, matrix.Rows[:4]
	for _, row := range matrix.Rows[4:] {
		side.Absent = append(side.Absent, row.Speaker)
	}
	return []*report.Report{matrix, &side}
}

func TestNoFormatLetsCommandsThrough(t *testing.T) {
	for _, r := range evilReports(t) {
		for _, format := range report.Formats() {
			text := strings.ReplaceAll(written(t, format, r), "\r\n", "\n")
			if i := strings.IndexFunc(text, control.Acts); i >= 0 {
				t.Errorf("%s: …%q…", format, text[max(0, i-40):min(len(text), i+40)])
			}
		}
	}
}

func TestCellsAreNoFormulas(t *testing.T) {
	for _, r := range evilReports(t) {
		rows, err := csv.NewReader(strings.NewReader(written(t, report.CSV, r))).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		for _, cell := range slices.Concat(rows...) {
			if strings.ContainsAny(cell[:min(1, len(cell))], "=+-@\t\r") {
				t.Errorf("a spreadsheet computes %q", cell)
			}
		}
	}
}

func TestPagesHoldNothingButText(t *testing.T) {
	for _, r := range evilReports(t) {
		page := written(t, report.HTML, r)
		holdHarmless(t, page)
		for _, harm := range []string{"&lt;script&gt;alert(1)&lt;/script&gt;", "{{.Title}}", "␛[31mred", "‹U&#43;202E›esrever"} {
			if !strings.Contains(page, harm) {
				t.Errorf("%q is not shown as text", harm)
			}
		}
	}
}

// The elements and attributes that pages are made of.
var (
	element    = regexp.MustCompile(`<(/?)([a-zA-Z0-9!]*)((?:[^>"]|"[^"]*")*)>`)
	attribute  = regexp.MustCompile(`([a-zA-Z-]+)(?:="([^"]*)")?`)
	elements   = strings.Fields("!DOCTYPE html head meta title style body header main section footer div p span h1 h2 h3 small bdi a strong code br time ul ol li dl dt dd table caption thead tbody tr th td blockquote")
	attributes = strings.Fields("lang charset http-equiv content name class id href rel title dir scope role tabindex aria-label aria-hidden")
)

// holdHarmless looks for anything in a page that is not made by the page itself, leads out of it other than to a source
// on the web, or is loaded.
func holdHarmless(t *testing.T, page string) {
	t.Helper()
	body := style.ReplaceAllString(page, "")
	for _, m := range element.FindAllStringSubmatch(body, -1) {
		if !slices.Contains(elements, m[2]) {
			t.Errorf("the page has the element %s", m[0])
		}
		if m[2] == "!DOCTYPE" {
			continue
		}
		for _, a := range attribute.FindAllStringSubmatch(m[3], -1) {
			holdAttribute(t, m[0], a[1], html.UnescapeString(a[2]))
		}
	}
	if rest := element.ReplaceAllString(body, ""); strings.ContainsAny(rest, "<") {
		t.Errorf("the page has a stray <: …%q", rest[strings.IndexByte(rest, '<'):min(len(rest), strings.IndexByte(rest, '<')+80)])
	}
	css := style.FindString(page)
	for _, loads := range []string{"url(", "@import", "expression(", "src"} {
		if strings.Contains(css, loads) {
			t.Errorf("the style holds %q", loads)
		}
	}
}

func holdAttribute(t *testing.T, tag, name, value string) {
	t.Helper()
	switch {
	case !slices.Contains(attributes, name):
		t.Errorf("the page has the attribute %s: %s", name, tag)
	case name == "href" && strings.HasPrefix(value, "#"):
	case name == "href" && (!escape.IsLink(value) || !strings.Contains(tag, `rel="noreferrer noopener external"`)):
		t.Errorf("the page leads to %s", tag)
	}
}

// TestPagesLoadNothing holds the pages of the embedded collection, and their policy.
func TestPagesLoadNothing(t *testing.T) {
	for _, r := range []*report.Report{asked(t, ""), compared(t, "", "germany", "france", "russia", "us")} {
		page := written(t, report.HTML, r)
		holdHarmless(t, page)
		if !strings.Contains(page, `content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"`) {
			t.Error("the page has no policy")
		}
	}
}

// TestLinksWithinAPageLeadSomewhere looks for the goal of each link, and for goals that are there twice.
func TestLinksWithinAPageLeadSomewhere(t *testing.T) {
	few := asked(t, "for:us")
	few.Quoted = 3
	for _, r := range []*report.Report{asked(t, ""), few, compared(t, "", "germany", "france"), asked(t, "topic:moon"), unfolded(t)} {
		page := written(t, report.HTML, r)
		goals := map[string]bool{}
		for _, m := range regexp.MustCompile(` id="([^"]*)"`).FindAllStringSubmatch(page, -1) {
			if goals[m[1]] {
				t.Errorf("%s is there twice", m[1])
			}
			goals[m[1]] = true
		}
		for _, m := range regexp.MustCompile(` href="#([^"]*)"`).FindAllStringSubmatch(page, -1) {
			if !goals[m[1]] {
				t.Errorf("a link leads to %s, which is not there", m[1])
			}
		}
	}
}

// TestOnlyWordsOfTheirOwnWearQuotationMarks reads every statement of a page back.
func TestOnlyWordsOfTheirOwnWearQuotationMarks(t *testing.T) {
	r := asked(t, "")
	page := written(t, report.HTML, r)
	for _, row := range r.Rows {
		for _, c := range r.Matrix.Columns {
			for _, m := range r.Matrix.Evidence(row, c) {
				st := r.Matrix.Statement(m)
				text := strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&#34;", "'", "&#39;", "+", "&#43;").Replace(st.Text)
				want := `<p class="reported" dir="auto">` + text + `</p>`
				if st.Form == model.Direct {
					want = `<blockquote dir="auto">“` + text + `”</blockquote>`
				}
				if !strings.Contains(page, want) {
					t.Errorf("%s is not shown as %s", st.ID, want)
				}
			}
		}
	}
}

func FuzzPagesHoldNothingButText(f *testing.F) {
	for i, harm := range harms {
		f.Add(harm, addresses[i%len(addresses)])
	}
	f.Fuzz(func(t *testing.T, text, address string) {
		text, address = strings.ToValidUTF8(text, ""), strings.ToValidUTF8(address, "")
		r := reportOn(t, evil(t, []string{text}, []string{address}), "")
		r.Query = text
		page := written(t, report.HTML, r)
		holdHarmless(t, page)
		if i := strings.IndexFunc(page, control.Acts); i >= 0 {
			t.Errorf("…%q…", page[max(0, i-40):min(len(page), i+40)])
		}
	})
}

// topics is a collection of so many topics, on each of which one state takes a stance.
func topics(t *testing.T, count int) *model.Collection {
	b := model.NewBuilder(model.Info{Name: "topics"})
	state := &model.Speaker{ID: "state", Name: "State", Kind: model.State}
	b.AddSpeaker(state)
	for i := range count {
		topic := &model.Topic{ID: fmt.Sprint("topic", i), Name: fmt.Sprint("Topic ", i)}
		b.AddTopic(topic)
		err := b.Add(model.Statement{
			ID: fmt.Sprint(i), Speaker: state, Affiliation: state, Day: model.NewDay(2022, 1, 1), Form: model.Direct, Text: "Yes.",
			Topics: []*model.Topic{topic}, Positions: []model.Position{{Topic: topic, Stance: model.Support}},
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	b.Seal()
	return b.Collection()
}

// TestTwiceTheTopicsTakeTwiceTheWork measures work by what is allocated. A table that is put together piece by piece
// takes four times as much.
func TestTwiceTheTopicsTakeTwiceTheWork(t *testing.T) {
	work := func(format report.Format, r *report.Report) float64 {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		written(t, format, r)
		runtime.ReadMemStats(&after)
		return float64(after.TotalAlloc - before.TotalAlloc)
	}
	once, twice := reportOn(t, topics(t, 4000), ""), reportOn(t, topics(t, 8000), "")
	for _, format := range report.Formats() {
		if a, b := work(format, once), work(format, twice); b > 3*a {
			t.Errorf("%s: %.0f bytes for 4,000 topics, %.0f for 8,000", format, a, b)
		}
	}
}
