package quote_test

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"

	"onrecord/model"
	"onrecord/ui/quote"
	"onrecord/ui/theme"
	"onrecord/ui/widget"
)

func at(s *model.Statement, hit string, width, lines int) string {
	i := strings.Index(s.Text, hit)
	t := theme.New(theme.Options{})
	var drawn []string
	for _, line := range quote.New(s, t, t.Text, [][2]int{{i, i + len(hit)}}).AtHit(width, widget.Wrapping{MaxLines: lines}) {
		drawn = append(drawn, ansi.Strip(line.Styled))
	}
	return strings.Join(drawn, "\n")
}

// TestAnExcerptUsesItsRoom holds that an excerpt around a hit shows the hit, and as much of the text as there is room for.
func TestAnExcerptUsesItsRoom(t *testing.T) {
	const text = "One two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen."
	for _, test := range []struct {
		text, hit string
		form      model.Form
		lines     int
		want      string
	}{
		{text, "two", model.Indirect, 2, "One two three four five six\nseven eight nine ten …"},
		{text, "ten", model.Indirect, 2, "One two three four five six\nseven eight nine ten …"},
		{text, "thirteen", model.Indirect, 2, "… twelve thirteen fourteen\nfifteen sixteen seventeen."},
		{text, "seventeen", model.Indirect, 2, "… twelve thirteen fourteen\nfifteen sixteen seventeen."},
		{text, "eleven", model.Indirect, 1, "… nine ten eleven twelve …"},
		{text, "eleven", model.Direct, 1, "“… nine ten eleven twelve …”"},
		{"“" + text + "”", "seventeen", model.Direct, 1, "“… sixteen seventeen.”"},
		{text + " " + strings.Repeat("more ", 1<<20), "eleven", model.Direct, 1, "“… nine ten eleven twelve …”"},
		{strings.Repeat("我们准备好了", 20) + "谈判" + strings.Repeat("我们准备好了", 20), "谈判", model.Indirect, 1, "… 准备好了谈判我们准备好了…"},
	} {
		if got := at(&model.Statement{Text: test.text, Form: test.form}, test.hit, 28, test.lines); got != test.want {
			t.Errorf("around %s:\n%s\nwant\n%s", test.hit, got, test.want)
		}
	}
}

// TestAHitIsShownInAnyWidth holds it down to one column, where looking for more room once went on for ever.
func TestAHitIsShownInAnyWidth(t *testing.T) {
	word := rapid.StringMatching(`[a-z“”«»"]{1,9}`)
	rapid.Check(t, func(t *rapid.T) {
		before := strings.Join(rapid.SliceOf(word).Draw(t, "before"), " ")
		after := strings.Join(rapid.SliceOf(word).Draw(t, "after"), " ")
		form := rapid.SampledFrom(model.Forms()).Draw(t, "form")
		width, lines := rapid.IntRange(1, 40).Draw(t, "width"), rapid.IntRange(1, 3).Draw(t, "lines")
		drawn := at(&model.Statement{Text: before + " HIT " + after, Form: form}, "HIT", width, lines)
		if width >= len("“… HIT …”") && !strings.Contains(drawn, "HIT") {
			t.Fatalf("%q does not show the hit", drawn)
		}
		for line := range strings.SplitSeq(drawn, "\n") {
			if ansi.StringWidth(line) > width {
				t.Fatalf("%q is wider than %d", line, width)
			}
		}
	})
}
