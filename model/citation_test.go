package model_test

import (
	"strings"
	"testing"

	"onrecord/model"
)

func TestCitation(t *testing.T) {
	s := newShelf()
	gazette := &model.Source{ID: "g", Title: "Talks at Strelsau", Publisher: "The Gazette", Dated: true, Date: model.NewDay(1894, 7, 27), URL: "https://gazette.example/1"}
	for _, c := range []struct {
		name string
		s    model.Statement
		want string
	}{
		{"a direct quotation wears quotation marks", model.Statement{
			Speaker: s.minister, Role: "Minister", Affiliation: s.state, Day: model.NewDay(1894, 7, 26), Form: model.Direct,
			Text: "We are ready to meet.", Venue: "Strelsau", Source: gazette, Locator: "paragraph 3", Lang: "en"},
			"“We are ready to meet.”\n— R. Rassendyll, Minister, Ruritania, 26 July 1894, Strelsau (quotation).\n" +
				"Source: Talks at Strelsau, The Gazette, 27 July 1894, paragraph 3.\nhttps://gazette.example/1"},
		{"reported speech never does", model.Statement{
			Speaker: s.writer, Role: "Writer", Day: model.NewDay(1894, 7, 1), Form: model.Indirect, Text: "Peace is near.", Lang: "en", OriginalLang: "de", Medium: model.Written},
			"Peace is near.\n— A. Hope, Writer, 1 July 1894 (reported, written, translated from German)."},
		{"a state has no role worth telling", model.Statement{
			Speaker: s.state, Role: "State", Day: model.NewDay(1894, 7, 1), Form: model.Mixed, Text: `Peace is "near".`, Source: &model.Source{Title: "Note"}},
			"Peace is \"near\".\n— Ruritania, 1 July 1894 (partly quoted).\nSource: Note."},
	} {
		if got := c.s.Citation(); got != c.want {
			t.Errorf("%s:\ngot  %s\nwant %s", c.name, got, c.want)
		}
	}
}

func TestLanguageName(t *testing.T) {
	for tag, want := range map[string]string{"uk": "Ukrainian", "zh": "Chinese", "et": "Estonian", "": "", "klingonese!": "klingonese!"} {
		if got := model.LanguageName(tag); got != want {
			t.Errorf("%q: got %q, want %q", tag, got, want)
		}
	}
}

func TestReadersMeetOneWordForEachFormAndStance(t *testing.T) {
	var words []string
	for _, f := range model.Forms() {
		words = append(words, f.Words())
	}
	for _, s := range append(model.Stances(), model.NoStance) {
		words = append(words, s.Words())
	}
	const want = "quotation, partly quoted, reported, supports, opposes, conditional, neutral, no stance"
	if got := strings.Join(words, ", "); got != want {
		t.Errorf("the words are %s, want %s", got, want)
	}
}
