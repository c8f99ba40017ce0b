package model_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"onrecord/model"
)

func TestAQuotationHasOnePairOfMarks(t *testing.T) {
	for _, test := range []struct{ name, text, want string }{
		{"words without marks", "We are ready.", "“We are ready.”"},
		{"curly marks", "“Words one about grain.”", "“Words one about grain.”"},
		{"straight marks", `"Words two about grain."`, "“Words two about grain.”"},
		{"German marks", "„Words three about grain.“", "“Words three about grain.”"},
		{"Polish marks", "„Words three about grain.”", "“Words three about grain.”"},
		{"French marks", "« Words four about grain. »", "“Words four about grain.”"},
		{"French marks with hard blanks", "«\u00a0Words four.\u202f»", "“Words four.”"},
		{"Danish marks", "»Words.«", "“Words.”"},
		{"Swedish marks", "”Words.”", "“Words.”"},
		{"Chinese marks", "「我们准备好了。」", "“我们准备好了。”"},
		{"Japanese marks", "『準備はできている。』", "“準備はできている。”"},
		{"British marks", "‘We don’t know.’", "“We don’t know.”"},
		{"blanks around", " “Words.”\n", "“Words.”"},
		{"two quotations", "“Words” and “five”.", "“‘Words’ and ‘five’.”"},
		{"two that begin and end the text", "“Words” and “five”", "“‘Words’ and ‘five’”"},
		{"two in straight marks", `"Words" and "five"`, `“"Words" and "five"”`},
		{"one in another", "“He said “no” to us.”", "“He said ‘no’ to us.”"},
		{"one in another, straight", `"He said "no" to us."`, `“He said "no" to us.”`},
		{"one in it", "He said “no” to us", "“He said ‘no’ to us”"},
		{"two in French marks", "«Words» and «five»", "“«Words» and «five»”"},
		{"a full stop behind the marks", "“Words”.", "“‘Words’.”"},
		{"nothing between marks", `""`, `“""”`},
		{"one mark", `"`, `“"”`},
		{"nothing", "", "“”"},
	} {
		s := model.Statement{Form: model.Direct, Text: test.text}
		if got := s.Quotation(); got != test.want {
			t.Errorf("%s: %s is shown as %s, not %s", test.name, test.text, got, test.want)
		}
		for _, form := range []model.Form{model.Mixed, model.Indirect} {
			if s.Form = form; s.Quotation() != test.text {
				t.Errorf("%s, %v: %s is shown as %s", test.name, form, test.text, s.Quotation())
			}
		}
	}
}

// TestHitsFitTheQuotation holds that what is shown stands at its place in the text, so that hits of the text are hits of
// what is shown.
func TestHitsFitTheQuotation(t *testing.T) {
	sign := rapid.SampledFrom([]rune("ab .’\"“”„«»‘「」\n"))
	rapid.Check(t, func(t *rapid.T) {
		s := model.Statement{Form: model.Direct, Text: string(rapid.SliceOf(sign).Draw(t, "text"))}
		q := s.Quote()
		in := s.Text[q.From:]
		if len(q.Words) > len(in) || len(strings.TrimSpace(q.Words)) == 0 && strings.TrimSpace(s.Text) != "" {
			t.Fatalf("%q at %d of %q", q.Words, q.From, s.Text)
		}
		for i, r := range q.Words {
			if was := in[i:]; !strings.HasPrefix(was, string(r)) && !strings.ContainsRune("‘’‚", r) {
				t.Fatalf("%q at %d of %q differ at %d", q.Words, q.From, s.Text, i)
			}
		}
	})
}
