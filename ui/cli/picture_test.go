//go:build unix

package cli_test

import (
	"testing"

	"onrecord/ui/screentest"
)

// TestPicture draws the picture of the README from the program's own screen.
func TestPicture(t *testing.T) {
	terminal := start(t, screentest.Options{Width: 132, Height: 36}, "--theme", "dark", "minsk", "since:2022-02")
	terminal.WaitFor("minsk → ", "OTHERS ON THIS WITHIN A WEEK")
	terminal.GoldenAs("../../testdata/screen.svg", func(f screentest.Frame) string {
		paper := screentest.Paper{Text: "#d8dbe2", Ground: "#16181d"}
		return f.SVG("The statements screen of onrecord: facets, list, detail", paper)
	})
}
