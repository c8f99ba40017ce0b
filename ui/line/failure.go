package line

import (
	"onrecord/ui/theme"
	"onrecord/ui/widget"
)

// FailedStatus stands at the right of the search box while there is no answer to its line.
func FailedStatus(t *theme.Theme) widget.Text { return widget.Styled(t.Bad, t.Signs.Fail+" failed") }

// Failure says in the place of an answer why there is none.
func Failure(t *theme.Theme, title string, err error, width int) []string {
	const margin = 2
	lines := []string{"", "  " + t.Strong.Render(title), ""}
	w := widget.Wrapping{Ellipsis: t.Signs.Ellipsis, ASCII: t.Options.ASCII}
	for _, line := range widget.Styled(t.Text, err.Error()).Wrap(width-margin-1, w) {
		lines = append(lines, "  "+line.Styled)
	}
	return lines
}
