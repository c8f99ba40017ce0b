package statements

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"onrecord/model"
	"onrecord/ui/theme"
)

// TestAnExcerptUsesItsRoom holds that an excerpt around a hit shows the hit, and as much of the text as there is room for.
func TestAnExcerptUsesItsRoom(t *testing.T) {
	text := "One two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen."
	p := painter{theme.New(theme.Options{})}
	for _, test := range []struct {
		hit   string
		lines []string
	}{
		{"two", []string{"One two three four five six", "seven eight nine ten …"}},
		{"ten", []string{"One two three four five six", "seven eight nine ten …"}},
		{"thirteen", []string{"… twelve thirteen fourteen", "fifteen sixteen seventeen."}},
		{"seventeen", []string{"… twelve thirteen fourteen", "fifteen sixteen seventeen."}},
	} {
		at := strings.Index(text, test.hit)
		row := Row{Statement: model.Statement{Text: text}, Marks: Marks{Text: []Range{{at, at + len(test.hit)}}}}
		var got []string
		for _, line := range p.wordsAtHit(row, p.theme.Text, 28, 2) {
			got = append(got, ansi.Strip(line.Styled))
		}
		if strings.Join(got, "\n") != strings.Join(test.lines, "\n") {
			t.Errorf("around %s:\n%s\nwant\n%s", test.hit, strings.Join(got, "\n"), strings.Join(test.lines, "\n"))
		}
	}
}
